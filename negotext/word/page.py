"""The page: its size, and the sections of a document, upright and across."""

from __future__ import annotations

import copy
from typing import Any

from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.section import Section
from docx.shared import Twips
from lxml import etree

from negotext.word.measures import A4, MARGIN

_HEAD = 708


def set_up(section: Section) -> None:
    """Make it an upright A4 page."""
    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Twips(A4[0]), Twips(A4[1])
    section.top_margin = section.bottom_margin = Twips(MARGIN)
    section.left_margin = section.right_margin = Twips(MARGIN)
    section.header_distance = section.footer_distance = Twips(_HEAD)
    section.gutter = Twips(0)


class Page:
    """The set-up of the pages of one document, taken from its first section."""

    def __init__(self, section: Section, right_to_left: bool) -> None:
        self._section = section
        self._properties: Any = section._sectPr
        if right_to_left and self._properties.find("{*}bidi") is None:
            _insert_bidi(self._properties)

    def room(self, across: bool) -> int:
        """How wide the text of a page is, in twentieths of a point."""
        width = self._long if across else int(self._section.page_width or Twips(A4[0]))
        margins = int(self._section.left_margin or 0) + int(self._section.right_margin or 0)
        return max(2000, (width - margins) // 635)

    @property
    def _long(self) -> int:
        width, height = self._section.page_width or Twips(A4[0]), self._section.page_height or Twips(A4[1])
        return int(max(width, height))

    def section(self, first: bool, across: bool) -> str:
        """`w:sectPr` of a section; headers and footers are those of the first one."""
        properties = copy.deepcopy(self._properties)
        section = Section(properties, self._section._document_part)
        if not first:
            for reference in properties.findall("{*}headerReference") + properties.findall("{*}footerReference"):
                properties.remove(reference)
            section.different_first_page_header_footer = False
            section.start_type = WD_SECTION.NEW_PAGE
        if across and section.orientation is WD_ORIENT.PORTRAIT:
            section.orientation = WD_ORIENT.LANDSCAPE
            section.page_width, section.page_height = section.page_height, section.page_width
        properties.attrib.clear()  # revision marks of whoever saved the template
        etree.cleanup_namespaces(properties)
        return str(etree.tostring(properties, encoding="unicode"))


def _insert_bidi(properties: Any) -> None:
    bidi = etree.SubElement(properties, properties.tag.replace("sectPr", "bidi"))
    for successor in ("rtlGutter", "docGrid", "printerSettings", "sectPrChange"):
        after = properties.find("{*}" + successor)
        if after is not None:
            after.addprevious(bidi)
            return
