"""How long a Word document takes to write, beside pandoc writing the same document. `make bench` runs this."""

import subprocess
import sys
import time

import pypandoc
from benchmarks.board import best

from negotext.paper.values import Change, Edge, Front, Kind, Paper, Paragraph, Remark, Revision, Role, Run, Style
from negotext.word.writing import write_docx

WHEN = "2026-11-21T10:00:00Z"
PARAGRAPHS = 10_000
TIMES = 5
COMMENTS = 5_000
# Our side of the race as a whole process, from its start to the file on disk, as pandoc's is.
PROCESS = "import sys; from benchmarks.test_word import paper, write_docx; {}".format(
    "open(sys.argv[1], 'wb').write(write_docx(paper(int(sys.argv[2]))))"
)


def paper(count: int) -> Paper:
    """Paragraphs of four runs: in bold, taken out, put in, plain."""
    away = Revision(Change.DELETED, "Brazil", WHEN)
    here = Revision(Change.INSERTED, "Algeria", WHEN)
    body = tuple(
        Paragraph(
            Kind.PARAGRAPH,
            (
                Run(f"Parties of group {number} ", Role.BRACKET),
                Run("should ", revision=away),
                Run("shall ", revision=here),
                Run("keep the harbours of the region and the air above them clean."),
            ),
        )
        for number in range(count)
    )
    return Paper(Style.TRACKED, "en", Front(symbol="HA/7/CRP.3"), body, created=WHEN)


def markdown(count: int) -> str:
    """The same as pandoc's Markdown."""
    away = f'[should ]{{.deletion author="Brazil" date="{WHEN}"}}'
    here = f'[shall ]{{.insertion author="Algeria" date="{WHEN}"}}'
    rest = "keep the harbours of the region and the air above them clean."
    return "\n\n".join(f"**Parties of group {number}** {away}{here}{rest}" for number in range(count))


def seconds(command: list[str], folder) -> float:
    started = time.perf_counter()
    subprocess.run(command, check=True, cwd=folder)
    return time.perf_counter() - started


def test_beside_pandoc(board, root, tmp_path):
    text = tmp_path / "draft.md"
    text.write_text(markdown(PARAGRAPHS))
    out = str(tmp_path / "draft.docx")
    ours = min(seconds([sys.executable, "-c", PROCESS, out, str(PARAGRAPHS)], root / "tests") for _ in range(3))
    pandoc = [pypandoc.get_pandoc_path(), "--track-changes=all", str(text), "-o", str(tmp_path / "pandoc.docx")]
    theirs = min(seconds(pandoc, tmp_path) for _ in range(2))
    board.put(f"Word: {PARAGRAPHS:,} paragraphs, whole process", ours, 1, "s")
    board.put(f"the same by pandoc {pypandoc.get_pandoc_version()}", theirs, float("inf"), "s")
    board.put("4 of ours in the time of pandoc", 4 * ours / theirs, 1, "x")
    assert ours <= 1
    assert 4 * ours <= theirs


def test_five_times_the_paragraphs_take_five_times_as_long(board):
    small, large = paper(PARAGRAPHS), paper(TIMES * PARAGRAPHS)
    one, five = best(lambda: write_docx(small)), best(lambda: write_docx(large))
    board.put(f"Word: {TIMES * PARAGRAPHS:,} paragraphs", five, 5, "s")
    board.put(f"Word: {TIMES} times the paragraphs", five / one, TIMES * 1.4, "x")
    assert five <= 5
    assert five / one <= TIMES * 1.4


def test_comments_are_linear_too(board):
    def remarked(count: int) -> Paper:
        keys = [str(number) for number in range(count)]
        body = tuple(Paragraph(Kind.PARAGRAPH, (Edge(key, True), Run("words"), Edge(key, False))) for key in keys)
        remarks = tuple(Remark(key, "negotext", "nt", WHEN, ("for: DZ", "against: BR")) for key in keys)
        return Paper(
            Style.ANNOTATED, "en", Front(), body, remarks=remarks, bookmarks={key: f"_nt_{key}" for key in keys}
        )

    small, large = remarked(COMMENTS), remarked(TIMES * COMMENTS)
    one, five = best(lambda: write_docx(small)), best(lambda: write_docx(large))
    board.put(f"Word: {TIMES * COMMENTS:,} comments", five, 5, "s")
    board.put(f"Word: {TIMES} times the comments", five / one, TIMES * 1.4, "x")
    assert five / one <= TIMES * 1.4
