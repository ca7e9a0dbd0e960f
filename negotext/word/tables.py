"""Tables: the head on each page, shaded cells, heads written upwards."""

from __future__ import annotations

from typing import NamedTuple

from negotext.paper.colours import SHADES
from negotext.paper.values import Cell, Run, Table
from negotext.word import tongues
from negotext.word.inlines import Caller, Inlines
from negotext.word.looks import OWN
from negotext.word.markup import quoted
from negotext.word.measures import label_width
from negotext.word.styles import StyleKeys

_HEAD_GROUND = "E7E6E6"
_LONGEST_HEAD = 3400
# Margins of the cells of a table that has many columns.
_NARROW = (
    '<w:tblCellMar><w:top w:w="10" w:type="dxa"/><w:left w:w="40" w:type="dxa"/>'
    '<w:bottom w:w="10" w:type="dxa"/><w:right w:w="40" w:type="dxa"/></w:tblCellMar>'
)


class _Look(NamedTuple):
    style: str
    head: bool = False
    centred: bool = False
    stays: bool = False


class Tables:
    """Writes the tables of one document."""

    def __init__(self, inlines: Inlines, notes: Caller, styles: StyleKeys) -> None:
        self._inlines = inlines
        self._notes = notes
        self._table = quoted(styles[f"{OWN}Table"])
        self._head, self._text, self._sign = (quoted(styles[f"{OWN}Table {each}"]) for each in ("Head", "Text", "Sign"))

    def xml(self, table: Table, room: int) -> str:
        """A table.

        Args:
            table: what is in it.
            room: how wide the text of the page is, in twentieths of a point.
        """
        widths = _columns(table.widths, room)
        right = tongues.is_right_to_left(table.language)
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        rows = [self._row(table, index, widths) for index in range(len(table.rows))]
        return (
            f"<w:tbl><w:tblPr><w:tblStyle w:val={self._table}/>{'<w:bidiVisual/>' if right else ''}"
            f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>{_NARROW if table.turned else ""}'
            '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" '
            f'w:noHBand="1" w:noVBand="1"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>'
        )

    def _row(self, table: Table, index: int, widths: list[int]) -> str:
        head, last = index == 0, index == len(table.rows) - 1
        cells = table.rows[index]
        # LibreOffice puts turned cells of a table that runs from right to left beside the table.
        turned = head and table.turned and not tongues.is_right_to_left(table.language)
        properties = "<w:cantSplit/>"
        if turned:
            height = min(_LONGEST_HEAD, max((_longest(cell) for cell in cells[1:]), default=0) + 200)
            properties += f'<w:trHeight w:val="{height}" w:hRule="exact"/>'
        if head:
            properties += "<w:tblHeader/>"
        written = "".join(
            self._cell(cell, width, table.language, self._look(table, head, column, last), turned and column > 0)
            for column, (cell, width) in enumerate(zip(cells, widths, strict=False))
        )
        return f"<w:tr><w:trPr>{properties}</w:trPr>{written}</w:tr>"

    def _look(self, table: Table, head: bool, column: int, last: bool) -> _Look:
        """How the cells of a column look in a row. The rows of a table of signs stay together on one page."""
        if head:
            return _Look(self._head, head=True)
        if not table.turned:
            return _Look(self._text)
        return _Look(self._sign, centred=column > 0, stays=not last)

    def _cell(self, cell: Cell, width: int, language: str, look: _Look, turned: bool) -> str:
        ground = SHADES.get(cell.shade, _HEAD_GROUND if look.head else "")
        properties = f'<w:tcW w:w="{width}" w:type="dxa"/>'
        properties += f'<w:shd w:val="clear" w:color="auto" w:fill="{ground}"/>' if ground else ""
        properties += '<w:textDirection w:val="btLr"/><w:vAlign w:val="center"/>' if turned else ""
        properties += '<w:vAlign w:val="bottom"/>' if look.head and not turned else ""
        right = "<w:bidi/>" if tongues.is_right_to_left(language) else ""
        keep, centre = "<w:keepNext/>" if look.stays else "", '<w:jc w:val="center"/>' if look.centred else ""
        style = f"<w:pPr><w:pStyle w:val={look.style}/>{keep}{right}{centre}</w:pPr>"
        paragraphs = "".join(
            f"<w:p>{style}{self._inlines.xml(content, language, self._notes)}</w:p>"
            for content in cell.content or ((),)
        )
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraphs}</w:tc>"


def _columns(shares: tuple[float, ...], room: int) -> list[int]:
    whole = sum(shares) or 1.0
    return [max(1, round(share / whole * room)) for share in shares]


def _longest(cell: Cell) -> int:
    lines = ("".join(each.text for each in content if isinstance(each, Run)) for content in cell.content)
    return max((label_width(line) for line in lines), default=0)
