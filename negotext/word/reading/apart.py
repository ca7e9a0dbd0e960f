"""What negotext itself puts into a document beside the text, and leaves out when the document comes back."""

from __future__ import annotations

AUTHOR = "negotext"
"""Author of the comments that negotext writes."""

HEAD = "negotext Head"
"""The style of the lines of the head, in which a tab parts two columns."""

NOTE = "negotext Note"
"""Style of the footnotes that nothing calls, which stand at the end of the text."""

# Used beside the text alone: at the head of a document, and in its annex.
_STYLES = ("negotext Annex Heading", "negotext Legend", "negotext Masthead", "negotext Table")
# The captions of tables are in a style that others use, too; where there are ours, it is ours.
_CAPTION = "caption"


def is_apart(style: str, *, ours: bool) -> bool:
    """Whether paragraphs of a style are no part of the text: the masthead, the legend, tables of the annex.

    Args:
        style: its name.
        ours: whether the document has styles of negotext.
    """
    return style.startswith(_STYLES) or (ours and style.lower() == _CAPTION)


def is_ours(styles: list[str]) -> bool:
    """Whether a document with styles of these names was written by negotext."""
    return any(style.startswith(_STYLES) for style in styles)
