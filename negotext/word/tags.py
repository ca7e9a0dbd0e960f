"""Names of elements and attributes of a Word document, as lxml spells them."""

from __future__ import annotations

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
MATHS = "http://schemas.openxmlformats.org/officeDocument/2006/math"


def w(name: str) -> str:
    """`w:name`, of the main namespace."""
    return f"{{{WORD}}}{name}"


VAL = w("val")
ID = w("id")
AUTHOR = w("author")
DATE = w("date")
NAME = w("name")
P, R, T, TBL, TR, TC = w("p"), w("r"), w("t"), w("tbl"), w("tr"), w("tc")
P_PR, R_PR, TR_PR = w("pPr"), w("rPr"), w("trPr")
INS, DEL, MOVE_FROM, MOVE_TO = w("ins"), w("del"), w("moveFrom"), w("moveTo")
MOVES_BEGIN = {w("moveFromRangeStart"): MOVE_FROM, w("moveToRangeStart"): MOVE_TO}
MOVES_END = {w("moveFromRangeEnd"): MOVE_FROM, w("moveToRangeEnd"): MOVE_TO}
ALTERNATES = f"{{{COMPATIBILITY}}}AlternateContent"
CHOICE = f"{{{COMPATIBILITY}}}Choice"
FALLBACK = f"{{{COMPATIBILITY}}}Fallback"
FORMULA = f"{{{MATHS}}}oMath"
FORMULA_TEXT = f"{{{MATHS}}}t"
