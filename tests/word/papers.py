"""Papers to write, small and by hand, and what stands in the parts of a document."""

import io
import zipfile
from dataclasses import replace

from lxml import etree

from negotext.paper.values import (
    Cell,
    Change,
    Edge,
    Front,
    Kind,
    Note,
    NoteMark,
    Paper,
    Paragraph,
    Remark,
    Revision,
    Role,
    Run,
    Style,
    Table,
)

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WHEN = "2026-11-21T10:00:00Z"


def inserted(author="Algeria", date=WHEN) -> Revision:
    return Revision(Change.INSERTED, author, date)


def deleted(author="Algeria", date=WHEN) -> Revision:
    return Revision(Change.DELETED, author, date)


def line(*content, kind=Kind.PARAGRAPH, **more) -> Paragraph:
    """A paragraph of runs, where a plain string is a run of plain text."""
    runs = tuple(Run(each) if isinstance(each, str) else each for each in content)
    return Paragraph(kind, runs, **more)


def label(text: str) -> Run:
    return Run(f"{text}\t", Role.LABEL)


def paper(*body, **more) -> Paper:
    return Paper(**{"style": Style.TRACKED, "language": "en", "front": Front(), "created": WHEN, **more, "body": body})


def table(*rows, **more) -> Table:
    cells = tuple(tuple(Cell(((Run(text),),) if text else ()) for text in row) for row in rows)
    return Table(cells, (1.0,) * len(rows[0]), **more)


def document(data: bytes, part: str = "word/document.xml"):
    """The root of a part."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return etree.fromstring(package.read(part))


def names(data: bytes) -> list[str]:
    """The parts of a document in their order."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.namelist()


def values(root, path: str, attribute: str = "val") -> list[str]:
    """An attribute of all elements of this name, such as `w:ins`."""
    return [each.get(W + attribute) for each in root.iter(path.replace("w:", W))]


def in_run(node) -> bool:
    """Whether a node is content; the tab stops of a paragraph are not."""
    return node.getparent().tag == W + "r"


def visible(root) -> list[str]:
    """The text of each paragraph, insertions and deletions alike."""
    shown = (W + "t", W + "delText", W + "tab")
    return [
        "".join("\t" if node.tag == W + "tab" else node.text or "" for node in paragraph.iter(*shown) if in_run(node))
        for paragraph in root.iter(W + "p")
    ]


FRONT = Front(
    symbol="A/C.2/79/CRP.3",
    date="21 November 2026",
    original="English",
    title="Draft decision on field offices",
    agenda="Agenda item 18",
    distribution="Limited",
)

FULL = Paper(
    Style.ANNOTATED,
    "en",
    FRONT,
    body=(
        line(label("I."), "Scope", kind=Kind.HEADING, level=1),
        line(
            label("5."),
            "The evaluation ",
            Edge("0", True),
            Run("[", Role.BRACKET, depth=1),
            Run("shall", Role.OFFERED, "DZ", 1),
            Run(" – Algeria", Role.ATTRIBUTION, "DZ", 1),
            Run("]", Role.BRACKET, depth=1),
            Edge("0", False),
            " cover all offices",
            NoteMark("1"),
            ", among them ",
            Run("regional", revision=deleted("Algeria")),
            Run("country", revision=inserted("Brazil")),
            " ones.",
            NoteMark("*"),
            address="5",
        ),
        line(label("(a)"), "their costs;", kind=Kind.ITEM, level=1),
        line(label("(i)"), "and effects;", kind=Kind.ITEM, level=2, revision=inserted("Chile")),
        line(label("OP7 bis"), "Another text", kind=Kind.CHAIR),
        line(Run("Brazil: ", Role.ATTRIBUTION, "BR"), "keep it.", kind=Kind.STATEMENT),
        line("Option 1: none", kind=Kind.OPTION),
        table(("Office", "Cost"), ("Algiers", "1"), ("Rio", "")),
    ),
    annex=(
        line("Underlined: wanted in", kind=Kind.LEGEND),
        line("Delegations by choice", kind=Kind.CAPTION),
        Table(
            (
                (Cell(((Run("Delegation"),),)), Cell(((Run("5:1"),),))),
                (Cell(((Run("Algeria"),),)), Cell(((Run("for"),),), "for")),
                (Cell(((Run("Brazil"),),)), Cell(((Run("against"),),), "against")),
            ),
            (3.0, 1.0),
            turned=True,
        ),
    ),
    notes=(Note("1", (Run("See document WO/PBC/36."),)), Note("*", (Run("As amended."),))),
    remarks=(Remark("0", "negotext", "nt", WHEN, ("For: Algeria", "Against: Brazil")),),
    bookmarks={"0": "_nt_12345678_1_0"},
    created=WHEN,
    author="Secretariat",
)
"""A paper with one of everything."""

IN_ARABIC = replace(
    FULL,
    language="ar",
    body=(line(label("5."), "يشمل التقييم جميع المكاتب، ومنها مكتب WIPO في الجزائر.", language="ar"),),
    annex=tuple(replace(each, language="ar") for each in FULL.annex),
    notes=(),
    remarks=(),
    bookmarks={},
)
