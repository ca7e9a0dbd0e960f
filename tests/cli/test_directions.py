"""Arabic beside Latin on a terminal: isolates are balanced on each line; without them the text is the logical one."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.text import Text

from negotext.cli.draw.directions import ISOLATES, OPENERS, POP, isolated, isolated_line, isolated_lines, isolated_text
from negotext.cli.draw.visible import shorten, visible
from negotext.cli.terminal import screen

DRAFT = "wells.ar.txt"
STYLES = re.compile(r"\x1b\[[0-9;]*m")
ARABIC = re.compile("[\u0600-\u06ff]")
DRAWN = {
    "show": ("show", DRAFT, "--no-pager"),
    "positions": ("positions", DRAFT, "--format", "table"),
    "stats": ("stats", DRAFT, "--format", "table"),
    "check": ("check", DRAFT),
}


def balanced(line: str) -> bool:
    """Whether each isolate that begins in a line ends in it, and nothing else does."""
    depth = 0
    for character in line:
        depth += (character in OPENERS) - (character == POP)
        if depth < 0:
            return False
    return depth == 0


def in_the_open(line: str) -> str:
    """What stands outside all isolates of a line."""
    depth, kept = 0, []
    for character in line:
        depth += (character in OPENERS) - (character == POP)
        if not depth and character != POP:
            kept.append(character)
    return "".join(kept)


def lines_of(run, command: str, **changes: str) -> list[str]:
    result = run(*DRAWN[command], FORCE_COLOR="1", **changes)
    assert result.exit_code in (0, 1), result.output
    return STYLES.sub("", result.stdout).split("\n")


@pytest.mark.parametrize("width", ["40", "60", "100", "160"])
@pytest.mark.parametrize("command", DRAWN)
def test_isolates_are_balanced_on_every_line_and_hold_all_that_is_arabic(run, command, width):
    lines = lines_of(run, command, COLUMNS=width)
    assert any(ARABIC.search(line) for line in lines)
    for line in lines:
        assert balanced(line), line
        assert not ARABIC.search(in_the_open(line)), line


@pytest.mark.parametrize("width", ["40", "100"])
def test_show_without_its_isolates_is_the_draft(run, drafts, width):
    lines = lines_of(run, "show", COLUMNS=width)
    shown = " ".join(" ".join(lines).translate(ISOLATES).split())
    words = re.sub(r"\s*\d*│\s*(?:╰ [+−] [A-Z]{2})?", " ", shown)
    for line in (drafts / DRAFT).read_text(encoding="utf-8").splitlines():
        assert " ".join(line.split()) in " ".join(words.split())


def test_line_numbers_and_names_stand_outside(run):
    lines = lines_of(run, "show", COLUMNS="80")
    numbered = next(line for line in lines if line.startswith(" 3│"))
    assert in_the_open(numbered).split() == ["3│"]
    row = next(line for line in lines_of(run, "positions") if "CH" in line)
    assert in_the_open(row).split() == ["3", "CH", "+", "insert"]


def test_a_line_of_latin_words_keeps_its_direction(run):
    lines = lines_of(run, "show", COLUMNS="100")
    assert any("\u2066The Secretariat notes that the word البئر [well] is used" in line for line in lines)


def test_no_line_is_wider_for_them(run):
    for command in ("show", "positions", "stats"):
        assert all(cell_len(line) <= 60 for line in lines_of(run, command, COLUMNS="60"))
    assert all(cell_len(mark) == 0 for mark in (*OPENERS, POP))


@pytest.mark.parametrize("form", ["json", "jsonl", "csv"])
def test_what_is_for_programs_has_none(run, form):
    printed = run("positions", DRAFT, "--format", form).stdout
    assert ARABIC.search(printed)
    assert printed.translate(ISOLATES) == printed


def test_a_draft_that_is_not_drawn_is_itself(run, drafts):
    assert run("show", DRAFT).stdout == (drafts / DRAFT).read_text(encoding="utf-8")


def test_offsets_are_logical(run, drafts):
    text = (drafts / DRAFT).read_text(encoding="utf-8")
    found = [json.loads(line) for line in run("positions", DRAFT, "--format", "jsonl").stdout.splitlines()]
    first = next(each for each in found if each["delegation"] == "CH")
    assert text[first["start"] : first["end"]] == "كل سنة – سويسرا"


def test_controls_of_a_draft_do_not_reach_beyond_it():
    hostile = "1. [\u202ereversed\u202c] \u2067open \u2066twice\n"
    shown = visible(hostile)
    assert len(shown) == len(hostile)
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", shown)
    assert "\ufffd" in shown, "an override is seen"


def test_what_is_cut_is_closed():
    words = shorten("يجتمع مجلس القرية كل شهر للنظر في حالة البئر", 12)
    assert balanced(words)
    assert cell_len(words) <= 12


def test_a_stretch_that_goes_on_in_the_next_line_is_opened_again():
    console = screen(width=16)
    text = Text("4:1 ").append(isolated("يجتمع مجلس القرية كل شهر للنظر في حالة البئر"))
    with console.capture() as capture:
        console.print(text)
    lines = capture.get().rstrip("\n").split("\n")
    assert len(lines) > 2
    assert all(balanced(line) for line in lines)
    assert lines[0].startswith("4:1 \u2067")


def test_brackets_stay_as_they_are():
    line = isolated_line("5:2 [حذف] (US)")
    assert line.translate(ISOLATES) == "5:2 [حذف] (US)"


MIXED = st.text(
    st.sampled_from(list("abc A12 [](){}.,:–“”\n\t") + list("ابتجحدرس٣، ") + ["\u2067", "\u2069", "水"]), max_size=80
)


@given(MIXED, st.integers(4, 40))
def test_any_text_is_balanced_on_each_line_and_logical_without_isolates(text, width):
    console = screen(width=width)
    clean = visible(text)
    with console.capture() as capture:
        console.print(isolated_text(Text(clean)))
    printed = capture.get()
    assert all(balanced(line) for line in printed.split("\n"))
    squeezed = re.sub(r"\s", "", printed.translate(ISOLATES))
    assert squeezed == re.sub(r"\s", "", clean)


@given(st.lists(MIXED, max_size=4))
def test_any_lines_are_balanced(texts):
    lines = [Text(each.replace("\n", " ")) for each in texts]
    for before, after in zip(lines, isolated_lines(lines), strict=True):
        opened = [mark for mark in after.plain if mark in OPENERS or mark == POP]
        assert after.plain.translate(ISOLATES) == before.plain.translate(ISOLATES), opened
    for each in texts:
        line = visible(each.replace("\n", " "))
        assert balanced(isolated_line(line))
        assert isolated_line(line).translate(ISOLATES) == line


def test_a_real_terminal_keeps_the_columns(terminal):
    seen = STYLES.sub("", terminal("positions", DRAFT))
    rows = [line for line in seen.splitlines() if "insert" in line or "delete" in line]
    assert len(rows) == 3
    assert all(balanced(row) for row in rows)
    assert len({cell_len(re.split("insert|delete", row)[0]) for row in rows}) == 1
