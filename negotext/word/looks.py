"""The styles of a document: what each is called, and how it looks where no template says otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from negotext.paper.colours import text_colour
from negotext.paper.looks import look_of
from negotext.paper.values import Role
from negotext.word.measures import STEP

OWN = "negotext "
"""What the names of our own styles begin with."""

ITEM_LEVELS = 6
HEADING_LEVELS = 6


@dataclass(frozen=True, slots=True)
class Look:
    """One style.

    Attributes:
        name: as the styles part spells it; Word shows `heading 1` as "Heading 1".
        kind: `paragraph`, `character` or `table`.
        paragraph: content of `w:pPr`, in the order of the schema.
        run: content of `w:rPr`, in the order of the schema.
        based_on: name of the style it is based on.
        following: name of the style of the next paragraph, for those who type on.
        instead: names of styles of a template that do as well, the best first.
        extra: what a table style has beside these.
        default: whether it is the default of its kind.
    """

    name: str
    kind: str = "paragraph"
    paragraph: str = ""
    run: str = ""
    based_on: str = "Normal"
    following: str = ""
    instead: tuple[str, ...] = ()
    extra: str = ""
    default: bool = False

    @property
    def key(self) -> str:
        """Its id, as Word spells it: the name without blanks."""
        name = self.name.replace("annotation", "comment")
        return "".join(word[:1].upper() + word[1:] for word in name.split())


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _spacing(before: int, after: int) -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}"/>'


def _indent(left: int, hang: int = 0) -> str:
    return f'<w:ind w:left="{left}"' + (f' w:hanging="{hang}"/>' if hang else "/>")


def hung(left: int, hang: int) -> tuple[str, str]:
    """`w:tabs` and `w:ind` of a label at `left - hang` and its text at `left`."""
    return f'<w:tabs><w:tab w:val="left" w:pos="{left}"/></w:tabs>', _indent(left, hang)


def _labelled(left: int, before: str = "") -> str:
    tabs, indent = hung(left, STEP)
    return before + tabs + indent


_KEEP = "<w:keepNext/><w:keepLines/>"
_BOLD = "<w:b/><w:bCs/>"
_ITALIC = "<w:i/><w:iCs/>"
_HEADING_RUNS = (_BOLD + _size(26), _BOLD + _size(24), _BOLD + _ITALIC, _ITALIC, _ITALIC, _ITALIC)


def _border(side: str, width: int, colour: str, space: int = 4) -> str:
    return f'<w:{side} w:val="single" w:sz="{width}" w:space="{space}" w:color="{colour}"/>'


def _heading(level: int) -> Look:
    before = 320 if level == 1 else 240
    return Look(
        f"heading {level}",
        paragraph=_KEEP + _spacing(before, 120) + f'<w:outlineLvl w:val="{level - 1}"/>',
        run=_HEADING_RUNS[level - 1],
        following="Normal",
    )


def _item(level: int) -> Look:
    also = "List" if level == 1 else f"List {level}"
    return Look(f"{OWN}Item {level}", paragraph=_labelled(STEP * (level + 1)), instead=(also,))


def role_name(role: Role) -> str:
    """The name of the character style of a role."""
    return f"{OWN}{role.value.capitalize()}"


def _role(role: Role) -> Look:
    look = look_of(role)
    run = (_BOLD if look.bold else "") + (_ITALIC if look.italic else "")
    colour = text_colour(role)
    run += f'<w:color w:val="{colour}"/>' if colour.strip("0") else ""
    run += _size(19) if look.small else ""
    run += f'<w:u w:val="{look.underline}"/>' if look.underline else ""
    return Look(role_name(role), "character", run=run, based_on="Default Paragraph Font")


_TABLE = (
    '<w:tblPr><w:tblBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="404040"/>'
    '<w:left w:val="single" w:sz="4" w:space="0" w:color="BFBFBF"/>'
    '<w:bottom w:val="single" w:sz="8" w:space="0" w:color="404040"/>'
    '<w:right w:val="single" w:sz="4" w:space="0" w:color="BFBFBF"/>'
    '<w:insideH w:val="single" w:sz="4" w:space="0" w:color="BFBFBF"/>'
    '<w:insideV w:val="single" w:sz="4" w:space="0" w:color="BFBFBF"/></w:tblBorders>'
    '<w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>'
    '<w:bottom w:w="40" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>'
)
_NO_TABLE = (
    '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
    '<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>'
    "</w:tblCellMar></w:tblPr>"
)
_SUPERSCRIPT = '<w:vertAlign w:val="superscript"/>'
_SIDE = "<w:pBdr>" + _border("left", 12, "A6A6A6", 8) + "</w:pBdr>"

LOOKS: Final = (
    Look("Normal", paragraph="<w:widowControl/>", default=True, based_on=""),
    Look("Default Paragraph Font", "character", default=True, based_on=""),
    Look("Normal Table", "table", extra=_NO_TABLE, default=True, based_on=""),
    *map(_heading, range(1, HEADING_LEVELS + 1)),
    Look("Title", paragraph=_KEEP + _spacing(120, 240), run=_BOLD + _size(30), following="Normal"),
    Look(
        f"{OWN}Head",
        paragraph=f'<w:tabs><w:tab w:val="left" w:pos="{STEP * 10}"/></w:tabs>{_spacing(0, 240)}<w:contextualSpacing/>',
    ),
    Look("header", paragraph=_spacing(0, 0), run=_size(20)),
    Look("footer", paragraph=_spacing(0, 0), run=_size(20)),
    Look("footnote text", paragraph=_spacing(0, 40), run=_size(18)),
    Look("footnote reference", "character", run=_SUPERSCRIPT, based_on="Default Paragraph Font"),
    Look("annotation text", paragraph=_spacing(0, 40), run=_size(20)),
    Look("annotation reference", "character", run=_size(16), based_on="Default Paragraph Font"),
    # A heading of its own, so that a reader knows it from those of the text; it is in the navigation all the same.
    Look(f"{OWN}Annex Heading", paragraph='<w:outlineLvl w:val="0"/>', based_on="heading 1", following="Normal"),
    Look("caption", paragraph=_KEEP + _spacing(240, 120), run=_BOLD),
    Look(f"{OWN}Text", instead=("Body Text",)),
    Look(f"{OWN}Paragraph", paragraph=_labelled(STEP)),
    *map(_item, range(1, ITEM_LEVELS + 1)),
    Look(f"{OWN}Option", paragraph=_labelled(STEP * 2)),
    Look(f"{OWN}Statement", paragraph=_labelled(STEP * 2, _SIDE)),
    Look(f"{OWN}Chair", paragraph=_labelled(STEP, '<w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/>')),
    Look(f"{OWN}Note", paragraph=_labelled(STEP), run=_size(18)),
    Look(f"{OWN}Legend", paragraph=_spacing(0, 60), run=_size(19)),
    Look(f"{OWN}Running Head", based_on="header"),
    Look(f"{OWN}Masthead", paragraph=_spacing(0, 20), run=_size(20), based_on="header"),
    Look(f"{OWN}Masthead Symbol", run=_size(36), based_on=f"{OWN}Masthead"),
    Look(f"{OWN}Masthead Title", paragraph=_spacing(200, 240), run=_BOLD + _size(30), based_on=f"{OWN}Masthead"),
    Look(f"{OWN}Table Text", paragraph=_spacing(0, 20), run=_size(18)),
    Look(f"{OWN}Table Sign", paragraph=_spacing(0, 0), run=_size(16), based_on=f"{OWN}Table Text"),
    Look(f"{OWN}Table Head", paragraph="<w:keepNext/>", run=_BOLD, based_on=f"{OWN}Table Text"),
    Look(f"{OWN}Table", "table", extra=_TABLE, based_on="Normal Table"),
    *(_role(role) for role in Role if role is not Role.TEXT),
)
"""Every style that a document may use; what one is based on stands before it."""
