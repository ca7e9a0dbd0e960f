"""`--delegations`: a city council with its own parties, as a draft and through a session."""

import json
import sqlite3
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
DRAFT, PARTIES = str(EXAMPLES / "council.en.txt"), str(EXAMPLES / "council-parties.toml")
OWN = ("--delegations", PARTIES)


def records(result) -> list[dict]:
    assert result.exit_code == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_the_parties_of_a_council(run):
    found = records(run("positions", DRAFT, *OWN, "--format", "jsonl"))
    codes = {each["delegation"] for each in found}
    assert codes == {
        *("GREENS", "LABOUR", "CIVIC", "RESIDENTS", "TENANTS", "TRAM_CO", "MAYOR"),
        *("Laboor", "Ratepayers’ League"),
    }
    (joint,) = [each for each in found if each["text"] == "58"]
    assert (joint["delegation"], joint["on_behalf_of"]) == ("CIVIC", "OPPOSITION")


@pytest.mark.parametrize("name", ["GREENS", "greens", "The Greens", "Green group"])
def test_asking_for_one_of_them(run, name):
    found = records(run("positions", DRAFT, *OWN, "--delegation", name, "--format", "jsonl"))
    assert {each["delegation"] for each in found} == {"GREENS"}


def test_asking_for_a_group(run):
    found = records(run("positions", DRAFT, *OWN, "--group", "OPPOSITION", "--format", "jsonl"))
    assert {each["delegation"] for each in found} == {"CIVIC", "RESIDENTS"}


def test_asking_for_a_country_where_there_are_none(run):
    result = run("positions", DRAFT, *OWN, "--delegation", "Norway")
    assert result.exit_code == 2
    assert "no delegation, group or role is called 'Norway'" in result.stderr


def test_tables_call_them_by_their_titles(run):
    assert "Brunnholm Tram Company" in run("positions", DRAFT, *OWN, "--format", "table").stdout
    assert "Civic Union" in run("stats", DRAFT, *OWN, "--format", "table").stdout


def test_check_lists_unknown_names_once_with_the_nearest(run):
    result = run("check", DRAFT, *OWN)
    assert result.exit_code == 0
    assert result.stdout.count("no delegation, group or role is called") == 2
    assert "“Laboor” [unknown-delegation]" in result.stdout
    assert "did you mean Labour?" in result.stdout
    assert run("check", DRAFT).stdout.count("is called “Greens”") <= 1


def test_a_text_is_shown_as_it_is(run):
    assert run("show", DRAFT, *OWN).stdout == Path(DRAFT).read_text(encoding="utf-8")


@pytest.fixture
def council(run, tmp_path) -> str:
    """A session whose file of delegations is gone again."""
    parties = tmp_path / "parties.toml"
    parties.write_bytes(b"\xef\xbb\xbf" + Path(PARTIES).read_bytes().replace(b"\n", b"\r\n"))
    session = str(tmp_path / "council.db")
    made = run("new", session, "--draft", DRAFT, "--delegations", str(parties), "--by", "Clerk")
    assert made.exit_code == 0, made.stderr
    assert "9 delegations with 55 positions: GREENS, " in made.stdout
    parties.unlink()
    return session


def test_a_session_keeps_them(run, council, tmp_path):
    held = records(run("list", council, "--held-by", "The Greens", "--format", "jsonl"))
    assert held
    assert all("GREENS" in each["holders"] for each in held)

    said = run("say", council, "5:1", "Civic Union: delete; the Opposition supports 2", "--by", "Chair")
    assert said.exit_code == 0, said.stderr
    who = json.loads(run("who", council, "5:1", "--format", "json").stdout)
    voices = {voice["delegation"]: each["number"] for each in who["alternatives"] for voice in each["voices"]}
    assert voices["OPPOSITION"] == 2
    assert "the Opposition" in run("who", council, "5:1").stdout

    text = Path(DRAFT).read_text(encoding="utf-8").replace("[three][six – the Mayor]", "three")
    (tmp_path / "second.txt").write_text(text.replace("Laboor", "Labour"), encoding="utf-8")
    second = run("round", council, "--draft", str(tmp_path / "second.txt"), "--yes", "--by", "Clerk")
    assert second.exit_code == 0, second.stderr
    found = records(run("positions", council, "--delegation", "Labour group", "--format", "jsonl"))
    assert any(each["text"] is None and each["paragraph"] == "7(b)" for each in found)

    compared = json.loads(run("compare", council, "--format", "json").stdout)
    assert compared["choices"]["matched"] == 37
    beside = json.loads(run("compare", f"{council}:2", str(tmp_path / "second.txt"), "--format", "json").stdout)
    assert (beside["opened"], beside["closed"]) == ([], [])


def test_a_slip_in_the_room_is_told_with_the_nearest(run, council):
    result = run("say", council, "5:1", "Labor: delete", "--by", "Chair")
    assert result.exit_code == 2
    assert "did you mean Labour (LABOUR)" in result.stderr


def test_a_session_takes_no_other_file(run, council):
    for command in ("show", "positions", "stats"):
        result = run(command, council, *OWN)
        assert result.exit_code == 2
        assert "leave --delegations out" in result.stderr


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"[GREENS]\nname = ['x']\n", "line 2: GREENS has `name`"),
        (b"[The Greens]\n", "line 1: “[The Greens]” is no code in brackets"),
        (b"", "there is no delegation in this file"),
        (b"{\\rtf1 [GREENS]}", "is an RTF file, not text"),
        (b"[G]\xff\xfe", "is not UTF-8"),
        (b"# nothing\n" * 100_000, "far too long"),
        (b"#" * 3_000_000, "far too long"),
    ],
    # The contents as names of tests would be megabytes of a report.
    ids=["key", "name", "empty", "rtf", "binary", "lines", "line"],
)
@pytest.mark.parametrize("command", ["check", "show", "positions", "stats", "new"])
def test_a_fault_in_the_file(run, tmp_path, command, content, told):
    parties = tmp_path / "parties.toml"
    parties.write_bytes(content)
    session = tmp_path / "s.db"
    arguments = [str(session), "--draft", DRAFT] if command == "new" else [DRAFT]
    result = run(command, *arguments, "--delegations", str(parties))
    assert (result.exit_code, result.stdout) == (2, "")
    assert str(parties) in result.stderr
    assert told in result.stderr
    assert len(result.stderr.splitlines()) == 2
    assert not session.exists()


def test_a_file_that_is_not_there(run, tmp_path):
    for path in (tmp_path / "none.toml", tmp_path):
        result = run("check", DRAFT, "--delegations", str(path))
        assert result.exit_code == 2
        assert str(path) in result.stderr
        assert "Traceback" not in result.stderr


def test_help_teaches_the_file(run, tmp_path):
    """The file in the help text is one that works."""
    shown = run("new", "--help").stdout
    lines = shown.partition("A file of delegations:\n")[2].partition("\n\n")[0].splitlines()
    parties = tmp_path / "parties.toml"
    parties.write_text("\n".join(line.strip().replace("iso = false", "") for line in lines), encoding="utf-8")
    result = run("check", "-", "--delegations", str(parties), text="1. It runs [daily – Green Party].\n")
    assert (result.exit_code, result.stderr) == (0, "")


def test_completion_offers_them(process):
    words = ["negotext", "positions", DRAFT, "--delegations", PARTIES, "--delegation", "T"]
    told = process(_NEGOTEXT_COMPLETE="bash_complete", COMP_WORDS=" ".join(words), COMP_CWORD=str(len(words) - 1))
    offered = [line.partition(",")[2] for line in told.stdout.decode().splitlines() if line]
    assert offered == ["TENANTS", "TRAM_CO"]


def test_delegations_of_a_session_that_make_no_sense(run, tmp_path):
    session = tmp_path / "council.db"
    assert run("new", str(session), "--draft", DRAFT, *OWN, "--by", "Mayor").exit_code == 0
    db = sqlite3.connect(session)
    db.execute("UPDATE session SET delegations = 'names = 3'")
    db.commit()
    db.close()
    result = run("stats", str(session))
    assert (result.exit_code, result.stdout) == (2, "")
    assert "council.db is damaged (its delegations, line 1: " in result.stderr
    assert "go on from the last backup" in result.stderr
