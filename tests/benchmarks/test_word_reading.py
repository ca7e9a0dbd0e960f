"""How long a Word draft takes to read, beside the same text without Word. `make bench` runs this."""

import pytest
from benchmarks.board import TOR, best
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
