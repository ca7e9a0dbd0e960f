"""How long a Word draft takes to read, beside the same text without Word. `make bench` runs this."""

from io import BytesIO

import pytest
from benchmarks.board import TOR, best
from docx import Document
from word.packages import docx, gone, ins, p

from negotext.paper.setting import set_text
from negotext.paper.values import Front, Paper, Style
from negotext.reading import read_bytes, read_text
from negotext.word.opening import open_package
from negotext.word.reading import read_docx, transcribed
from negotext.word.reading.body import read_body
from negotext.word.writing import write_docx

PARAGRAPHS = 2_000
TIMES = 5
# So many times as long as python-docx, which gives the words without the changes.
BESIDE_PYTHON_DOCX = 6


def transcript(data: bytes, language: str):
    return transcribed(read_body(open_package(data, "x")), language, None, {})


def test_the_tor(board, drafts):
    if TOR not in drafts:
        pytest.skip(f"{TOR} is not here")
    draft = read_bytes(drafts[TOR], TOR)
    setting = set_text(draft)
    data = write_docx(Paper(Style.CLEAN, draft.language, Front(), setting.body, notes=setting.notes))
    whole = best(lambda: read_docx(data, "x"), 7) * 1000
    alone = best(lambda: transcript(data, draft.language), 7) * 1000
    text = read_docx(data, "x").source.text
    plain = best(lambda: read_text(text), 7) * 1000
    board.put("Word: reading the ToR", whole, 200, "ms", text)
    board.put("Word: its transcript alone", alone, 30, "ms", text)
    board.put("Word: the ToR beside its text", whole / plain, 2, "x")
    assert whole <= 200
    assert alone <= 30


def test_five_times_the_changes_take_five_times_as_long(board):
    def changed(count: int) -> bytes:
        change = gone("Chile", "old"), ins("Peru", "new")
        return docx("".join(p(f"{n % 900}. All ", *change, " ports.") for n in range(count)))

    small, large = changed(PARAGRAPHS), changed(TIMES * PARAGRAPHS)
    one, five = best(lambda: transcript(small, "en")), best(lambda: transcript(large, "en"))
    board.put(f"Word: transcript of {TIMES * PARAGRAPHS:,} changed paragraphs", five, 3, "s")
    board.put(f"Word: {TIMES} times the changes to read", five / one, TIMES * 1.5, "x")
    assert five / one <= TIMES * 1.5


def test_ten_thousand_paragraphs_with_two_changes_each(board):
    """From the bytes to the positions, beside python-docx on the same file."""

    def changed(count: int) -> bytes:
        change = gone("Chile", "old"), " text of the ", ins("Peru", "new")
        return docx("".join(p(f"{n % 900}. All ", *change, " ports.") for n in range(count)))

    small, large = changed(PARAGRAPHS), changed(TIMES * PARAGRAPHS)
    assert len(read_docx(small, "x", "en").positions) == 2 * PARAGRAPHS
    floor = best(lambda: [paragraph.text for paragraph in Document(BytesIO(large)).paragraphs])
    one, five = best(lambda: read_docx(small, "x", "en")), best(lambda: read_docx(large, "x", "en"))
    board.put(f"Word: positions of {TIMES * PARAGRAPHS:,} changed paragraphs", five, 2, "s")
    board.put("Word: the same beside python-docx", five / floor, BESIDE_PYTHON_DOCX, "x")
    board.put(f"Word: {TIMES} times the changes to positions", five / one, TIMES * 1.5, "x")
    assert five / floor <= BESIDE_PYTHON_DOCX
    assert five / one <= TIMES * 1.5
