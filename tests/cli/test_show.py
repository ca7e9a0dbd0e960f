"""`negotext show`."""

import re

import pytest

STYLED = {"FORCE_COLOR": "1"}
ESCAPE = re.compile(r"\x1b\[[\d;]*m")


@pytest.mark.parametrize("name", ["well.en.txt", "well.zh.txt"])
def test_in_a_pipe_it_is_the_text_itself(process, drafts, name):
    done = process("show", name)
    assert done.stdout == (drafts / name).read_bytes()
    assert (done.returncode, done.stderr) == (0, b"")


def test_line_ends_stay_as_they_are(process):
    assert process("show", "-", text=b"a [b]\r\nc\r\n\td").stdout == b"a [b]\r\nc\r\n\td"


def test_one_paragraph_with_what_belongs_to_it(run):
    assert run("show", "well.en.txt", "2").stdout == (
        "2. [US/AU propose; CL oppose: The bucket [shall][should] be mended within [X] days.]\n\n"
        "Kenya: cannot accept paragraph 2.\n\n"
    )
    assert run("show", "well.en.txt", "3").stdout.count("(") == 2
    assert run("show", "well.en.txt", "para 3 (A)").stdout.startswith("    (a) in the morning")
    assert run("show", "well.en.txt", "a").stdout == "A. The well\n\n"


def test_an_unknown_paragraph_names_the_nearest(run):
    result = run("show", "well.en.txt", "7")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == ("negotext: well.en.txt has no paragraph '7'\n  the nearest are 4, 3, 3(a) and 3(b)\n")


def test_styled_text_is_the_text(run, drafts):
    styled = ESCAPE.sub("", run("show", "well.en.txt", **STYLED, COLUMNS="140").stdout)
    lines = [re.sub(r"^ *\d+│ ?", "", line) for line in styled.split("\n\n")[0].splitlines()]
    for line, original in zip(lines, (drafts / "well.en.txt").read_text().splitlines(), strict=True):
        assert line.startswith(original)


def test_names_stand_beside_their_line(run):
    styled = ESCAPE.sub("", run("show", "well.en.txt", **STYLED, COLUMNS="140").stdout)
    (line,) = [line for line in styled.splitlines() if "at noon" in line]
    assert line.split("delete];")[1].split() == ["+", "BB", "for", "SIDS", "−", "BR"]


def test_each_kind_and_depth_has_its_own_style(run):
    styled = run("show", "well.en.txt", **STYLED).stdout
    legend = styled.splitlines()[-1]
    styles = re.findall(r"(\x1b\[[\d;]*m)\[", legend)
    assert len(styles) == len(set(styles)) == 5


def test_without_colour_they_are_still_told_apart(run):
    styled = run("show", "well.en.txt", **STYLED, NO_COLOR="1").stdout
    codes = {code for escape in ESCAPE.findall(styled) for code in escape[2:-1].split(";")}
    assert not [code for code in codes if int(code or 0) >= 30]
    styles = re.findall(r"(\x1b\[[\d;]*m)\[", styled.splitlines()[-1])
    assert len(set(styles)) == 5


def test_a_draft_cannot_send_escapes_to_the_terminal(run):
    text = "1. [a\x1b]0;title\x07b\x9b31m]\n"
    styled = run("show", "-", text=text, **STYLED).stdout
    assert "␛]0;title␇b\ufffd31m" in ESCAPE.sub("", styled)
    assert "\x07" not in styled


def test_deep_nesting_and_strays_are_drawn(run):
    assert run("show", "-", text="[" * 3000 + "]" * 2000, **STYLED).exit_code == 0
    assert run("show", "-", text="]" * 3000, **STYLED).exit_code == 0


def test_a_long_text_goes_to_the_pager(terminal):
    seen = terminal("show", "well.en.txt", PAGER="sed s/Village/Paged/", LINES="10")
    assert "Paged Well Committee" in ESCAPE.sub("", seen)
    seen = terminal("show", "well.en.txt", "--no-pager", PAGER="sed s/Village/Paged/", LINES="10")
    assert "Village Well Committee" in ESCAPE.sub("", seen)


def test_a_short_text_does_not(terminal):
    seen = terminal("show", "well.en.txt", "1", PAGER="sed s/Committee/Paged/")
    assert "The Committee notes" in ESCAPE.sub("", seen)


def test_a_terminal_without_styles_gets_the_text(terminal, drafts):
    assert terminal("show", "well.en.txt", TERM="dumb") == (drafts / "well.en.txt").read_text()
