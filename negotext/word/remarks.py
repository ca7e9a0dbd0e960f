"""The part with the comments of the margin.

python-docx looks at all comments to number the next one, and dates it now. Here they come with numbers and dates.
"""

from __future__ import annotations

from collections.abc import Iterable

from negotext.paper.values import Remark
from negotext.word import tongues
from negotext.word.markup import DECLARATION, SPACES, quoted, words
from negotext.word.revisions import UNKNOWN, dated
from negotext.word.styles import StyleKeys


def comments_part(remarks: Iterable[tuple[int, Remark]], language: str, styles: StyleKeys) -> str:
    """The part as XML.

    Args:
        remarks: each with the number by which the text refers to it.
        language: of what they say.
        styles: of the document.
    """
    text = f"<w:pStyle w:val={quoted(styles['annotation text'])}/>"
    right = tongues.is_right_to_left(language)
    properties = f"<w:pPr>{text}{'<w:bidi/>' if right else ''}</w:pPr>"
    run = "<w:r><w:rPr><w:rtl/></w:rPr>" if right else "<w:r>"
    mark = f"<w:r><w:rPr><w:rStyle w:val={quoted(styles['annotation reference'])}/></w:rPr><w:annotationRef/></w:r>"
    comments = []
    for number, remark in remarks:
        paragraphs = "".join(
            f"<w:p>{properties}{'' if index else mark}{run}{words(paragraph)}</w:r></w:p>"
            for index, paragraph in enumerate(remark.paragraphs or ("",))
        )
        comments.append(
            f'<w:comment w:id="{number}" w:author={quoted(remark.author or UNKNOWN)}{dated(remark.date)} '
            f"w:initials={quoted(remark.initials)}>{paragraphs}</w:comment>"
        )
    return f"{DECLARATION}<w:comments {SPACES}>{''.join(comments)}</w:comments>"
