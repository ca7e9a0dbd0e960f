"""Papers written by hand: one of each style, with what is hard to write in each format."""

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

CREATED = "2026-03-04T14:05:09Z"
FRONT = Front("HA/7/CRP.3", "4 March 2026", "English", "Clean air in ports", "5", "Limited")
CHAIR_IN = Revision(Change.INSERTED, "Chair <of> the & room", "2026-03-04T14:05:09Z")
CHAIR_OUT = Revision(Change.DELETED, "Chair <of> the & room", "2026-03-04T14:05:09Z")


def words(*inlines, kind=Kind.PARAGRAPH, **more) -> Paragraph:
    content = tuple(Run(inline) if isinstance(inline, str) else inline for inline in inlines)
    return Paragraph(kind, content, **more)


def label(text: str) -> Run:
    return Run(f"{text}\t", Role.LABEL)


CLEAN = Paper(
    Style.CLEAN,
    "en",
    FRONT,
    (
        words("Section A. # General #", kind=Kind.HEADING, level=1),
        words(label("5."), "Ports [shall][should] offer shore power", NoteMark("1"), ".", address="5"),
        words(label("(a)"), "- no bullet, * no emphasis *, # no heading", kind=Kind.ITEM, level=1, address="5(a)"),
        words("1. a line that was never a list", address="5"),
        words("<script>alert(1)</script> & [a link](https://example.org) `code` ~~out~~ {++in++} $x$ a|b"),
    ),
    notes=(Note("1", (Run("See paragraph 4 [of the annex]."),)),),
    created=CREATED,
)

ANNOTATED = Paper(
    Style.ANNOTATED,
    "en",
    FRONT,
    (
        words(
            label("6."),
            "Dues ",
            Edge("6:1", True),
            Run("[", Role.BRACKET, depth=1),
            Run("“yearly”", Role.OFFERED, "CL", 1),
            Run(" – Chile; Peru opposes", Role.ATTRIBUTION, "CL", 1),
            Run("]", Role.BRACKET, depth=1),
            Edge("6:1", False),
            " and ",
            Run("fees", Role.UNWANTED, "PE"),
            Run(" [to be completed]", Role.EDITORIAL),
            address="6",
        ),
        words(
            Run("٧.\t", Role.LABEL),
            "تعمل الموانئ ",
            Run("[سنويا]", Role.CONTESTED, depth=1),
            address="7",
            language="ar",
        ),
        words(
            label("8."), "各港口应提供岸电", Run("［“酌情”——智利］", Role.OFFERED, "CL", 1), address="8", language="zh"
        ),
    ),
    annex=(
        words("Legend: [ ] open; underlined: offered", kind=Kind.LEGEND),
        words("Who stands where", kind=Kind.CAPTION),
        Table(
            (
                (Cell(((Run("Place"),),)), Cell(((Run("CL"),),)), Cell(((Run("PE"),),))),
                (
                    Cell(((Run("6:1 | “yearly”"),), (Run("in or out"),))),
                    Cell(((Run("for"),),), "for"),
                    Cell(((Run("against"),),), "against"),
                ),
            ),
            (0.6, 0.2, 0.2),
            turned=True,
        ),
    ),
    remarks=(Remark("6:1", "negotext", "n", CREATED, ("For: CL. Against: PE.", "Read from <“yearly”>")),),
    bookmarks={"6:1": "_nt_0123abcd_1_0"},
    created=CREATED,
    author="negotext",
)

TRACKED = Paper(
    Style.TRACKED,
    "en",
    FRONT,
    (
        words(
            label("2."),
            "The Council notes with ",
            Run("concern", Role.TEXT, revision=CHAIR_OUT),
            Run("deep concern", Role.AGREED, revision=CHAIR_IN),
            " the air.",
            address="2",
        ),
        words(Run("A paragraph that comes in whole.", revision=CHAIR_IN), revision=CHAIR_IN),
        words(Run("A paragraph that goes whole.", revision=CHAIR_OUT), revision=CHAIR_OUT),
        words(label("3."), "This runs into ", address="3", revision=CHAIR_OUT),
        words("what follows."),
    ),
    created=CREATED,
)

COMPARISON = Paper(
    Style.COMPARISON,
    "zh",
    Front(title="比较"),
    (
        words(
            label("1."),
            "各成员",
            Run("国", revision=Revision(Change.INSERTED, "Round 2")),
            "应",
            Run("合作", Role.MOVED),
            address="1",
            language="zh",
        ),
    ),
    created=CREATED,
)

PAPERS = {"clean": CLEAN, "annotated": ANNOTATED, "tracked": TRACKED, "comparison": COMPARISON}
