"""`negotext merge`: words of the chair, typed or written in an editor."""

import os
import stat
import sys

import pytest


@pytest.fixture
def editor(ports, monkeypatch):
    """Makes an editor of a few lines of Python that get the text as `text` and change it."""

    def editor(*lines: str) -> str:
        script = ports.folder / "editor"
        body = "\n".join(lines)
        script.write_text(
            f"#!{sys.executable}\nimport pathlib, sys\npath = pathlib.Path(sys.argv[1])\n"
            f"text = path.read_text()\npathlib.Path('opened.txt').write_text(text)\n{body}\npath.write_text(text)\n"
        )
        script.chmod(script.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setenv("EDITOR", str(script))
        monkeypatch.delenv("VISUAL", raising=False)
        return str(script)

    return editor


def decision(room, address: str) -> dict:
    return room.who("harbour", address)["decision"]


def test_words_on_the_command_line(ports):
    said = ports("merge", "harbour", "10:1", "--text", "prepare a decision on", "--from", "1,2", "--why", "half way")
    assert "10:1  ● agreed: “prepare a decision on” (merged from 1, 2)   entry 2, Chair" in said
    assert "overrides   US, who opposes 2 “decide on”" in said
    assert decision(ports, "10:1") == {
        "act": "merge",
        "alternative": None,
        "text": "prepare a decision on",
        "sources": [1, 2],
    }
    assert "The Council will prepare a decision on the scale" in ports("show", "harbour", "10")


def test_without_sources_all_who_want_words_of_their_own_are_overridden(ports):
    said = ports("merge", "harbour", "5:1", "--text", "2032", "--dry-run")
    assert said.count("who wants") == 4
    assert said.endswith("nothing was changed (--dry-run)\n")
    assert decision(ports, "5:1") is None


def test_the_editor_opens_with_the_wordings_and_who_is_behind_them(ports, editor):
    editor("text = 'decide, in two steps, on\\n' + text.split('\\n', 1)[1]")
    ports("merge", "harbour", "10:1", "--edit")
    shown = (ports.folder / "opened.txt").read_text()
    assert shown.startswith("consider\n")
    assert "# 1  consider (the draft's own words)" in shown
    assert "# 2  decide on\n#      for: BB for SIDS, AU\n#      against: US\n" in shown
    # Whoever opposes the other wording keeps that of the draft.
    assert "# Not combined, because US would keep the draft's own words:" in shown
    assert "#   from 2: “consider” becomes “decide on”  (BB, AU)\n" in shown
    assert all(line.startswith("#") for line in shown.splitlines()[2:])
    assert decision(ports, "10:1") == {
        "act": "merge",
        "alternative": None,
        "text": "decide, in two steps, on",
        "sources": [1, 2],
    }


def test_what_does_not_overlap_is_combined_and_what_collides_is_listed(ports, editor):
    ports("say", "harbour", "9:1.6", "US: “Contributions should be new, additional and voluntary.”")
    ports("say", "harbour", "9:1.6", "AU: “Contributions will be new and additional and come from all.”")
    editor("text = text")
    ports("merge", "harbour", "9:1.6", "--edit", "--from", "2,3")
    shown = (ports.folder / "opened.txt").read_text()
    assert "# In collision; the words above are those of the draft, and the choice is yours:" in shown
    assert "“should”" in shown
    assert "(US)" in shown
    assert "“will”" in shown
    assert "# Combined, because nothing else touches it:" in shown
    assert decision(ports, "9:1.6")["sources"] == [2, 3]


def test_line_wraps_are_none_of_the_words(ports, editor):
    editor("text = 'consider\\nand decide on\\n# a remark\\n\\n'")
    ports("merge", "harbour", "10:1", "--edit")
    assert decision(ports, "10:1")["text"] == "consider and decide on"


def test_line_wraps_in_chinese_join(room, editor):
    room("new", "water", "--draft", room.water)
    place = next(each["address"] for each in room.records("list", "water") if len(each["alternatives"]) == 3)
    editor("text = '内罗毕\\n或者日内瓦\\n'")
    room("merge", "water", place, "--edit")
    assert room.who("water", place)["decision"]["text"] == "内罗毕或者日内瓦"


def test_an_empty_text_cancels(ports, editor):
    editor("text = '# nothing\\n'")
    ports("merge", "harbour", "10:1", "--edit", code=2)
    assert ports.stderr.startswith("negotext: nothing was written, and nothing was changed\n")
    assert decision(ports, "10:1") is None


def test_an_editor_that_fails(ports, editor):
    editor("sys.exit(3)")
    ports("merge", "harbour", "10:1", "--edit", code=2)
    assert "name your editor in EDITOR, or give the words with --text" in ports.stderr
    os.environ["EDITOR"] = "no-such-editor-anywhere"
    ports("merge", "harbour", "10:1", "--edit", code=2)
    assert "name your editor in EDITOR" in ports.stderr


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        ((), "give the words with --text, or write them with --edit"),
        (("--text", "x", "--edit"), "give the words with --text, or write them with --edit"),
        (("--text", "x", "--from", "1,two"), "'1,two' is no list of numbers"),
        (("--text", "x", "--from", "1,9"), "10:1 has no alternative 9"),
    ],
)
def test_what_cannot_be_merged(ports, options, problem):
    result = ports._run("merge", "harbour", "10:1", *options)
    assert result.exit_code == 2
    assert problem in (result.stderr or str(result.exception))
    assert decision(ports, "10:1") is None
