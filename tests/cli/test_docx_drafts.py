"""Word files wherever a draft is expected, and back into the session they came from."""

import io
import json
import re
import zipfile

import pytest
from word.packages import comment, commented, docx, gone, ins, p, zipped

BODY = p("1. Ports shall", ins("Delegate 3", " always"), " open ", gone("Chile", "at eight"), ".") + p(
    "2. Ships ", commented("1", "wait"), " outside."
)
FILE = docx(BODY, comments=comment("1", "Norway", "delete"))


@pytest.fixture
def plan(tmp_path):
    """A Word draft with changes by two delegations and a comment by a third."""
    path = tmp_path / "plan.docx"
    path.write_bytes(FILE)
    return str(path)


def listed(result):
    assert result.exit_code == 0, result.output
    return [(each["delegation"], each["stance"]) for each in map(json.loads, result.stdout.splitlines())]


CHANGES = [("Delegate 3", "insert"), ("CL", "delete"), ("NO", "delete")]


def test_positions(run, plan):
    assert listed(run("positions", plan, "-f", "jsonl")) == CHANGES


def test_from_standard_input(run):
    assert listed(run("positions", "-", "-f", "jsonl", text=FILE)) == CHANGES


def test_an_author_that_is_named(run, plan):
    named = run("positions", plan, "-f", "jsonl", "--author", "Delegate 3=DZ", "--author", "Chile=Peru")
    assert listed(named) == [("DZ", "insert"), ("PE", "delete"), ("NO", "delete")]


@pytest.mark.parametrize("typed", ["Delegate 3", "=DZ", "Delegate 3="])
def test_an_author_that_is_not_named(run, plan, typed):
    result = run("check", plan, "--author", typed)
    assert result.exit_code == 2
    assert "does not say whose author that is" in result.stderr
    assert "Delegate 3=DZ" in result.stderr


def test_show_is_the_text_with_its_changes(run, plan):
    shown = run("show", plan).stdout
    assert shown == (
        "1. Ports shall [“always” – Delegate 3] open [at eight – Chile: delete].\n\n"
        "2. Ships wait [Norway: delete] outside.\n"
    )


def test_check_names_the_author_nobody_knows(run, plan):
    result = run("check", plan)
    assert result.exit_code == 0
    assert "“Delegate 3” made tracked changes or comments, and is no delegation that is known" in result.stdout
    assert '--author "Delegate 3=CODE"' in result.stdout


def test_stats(run, plan):
    assert json.loads(run("stats", plan, "-f", "json").stdout)["positions"]["delete"] == 2


def test_typography(run, tmp_path):
    struck = "<w:r><w:rPr><w:strike/></w:rPr><w:t>shall</w:t></w:r>"
    path = tmp_path / "who.docx"
    path.write_bytes(docx(p("1. Ports ", struck, " open.")))
    assert run("show", str(path)).stdout == "1. Ports shall open.\n"
    assert run("show", str(path), "--typography").stdout == "1. Ports [shall] open.\n"


def test_options_of_word_files_are_for_word_files(run):
    result = run("check", "well.en.txt", "--typography")
    assert result.exit_code == 2
    assert "well.en.txt is no Word file" in result.stderr


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"\xd0\xcf\x11\xe0" + bytes(900), "old Word (.doc) file"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), "OpenDocument (.odt) file"),
        (b"{\\rtf1\\ansi}", "RTF file"),
        (FILE[:300], "damaged or incomplete Word file"),
        (b"%PDF-1.7\nnothing", "damaged PDF file"),
    ],
    ids=["doc", "odt", "rtf", "cut", "pdf"],
)
def test_files_that_are_not_read(process, tmp_path, data, sentence):
    path = tmp_path / "plan"
    path.write_bytes(data)
    done = process("check", str(path))
    message = done.stderr.decode()
    assert (done.returncode, done.stdout) == (2, b"")
    assert sentence in message and ".docx" in message
    assert len(message.splitlines()) == 2
    assert "Traceback" not in message


@pytest.mark.parametrize(
    "data",
    [b"1. Ports open.\n", bytes(40) + FILE[40:], b"<html>Sign in first</html>"],
    ids=["text", "overwritten", "page"],
)
def test_what_is_called_a_word_file_and_is_none(process, tmp_path, data):
    path = tmp_path / "plan.docx"
    path.write_bytes(data)
    done = process("check", str(path))
    assert (done.returncode, done.stdout) == (2, b"")
    assert "plan.docx is called a Word file and is none" in done.stderr.decode()


def test_codes_are_completed_behind_the_equals_sign(process):
    line = "negotext check plan.docx --author Delegate=D"
    done = process(_NEGOTEXT_COMPLETE="bash_complete", COMP_WORDS=line, COMP_CWORD=str(len(line.split(" ")) - 1))
    assert "plain,Delegate=DZ" in done.stdout.decode().splitlines()


DRAFT = """\
1. Ports shall open at [eight][nine] hours [“on working days” – Chile; Norway opposes].

2. Ships [shall][should] wait outside the breakwater [with their lights on].

3. The fee is [ten][twenty] crowns a day, and it is paid in advance by the master of the ship.
"""


@pytest.fixture
def talks(room):
    """A session in which one place is agreed, and its annotated export."""
    (room.folder / "draft.txt").write_text(DRAFT)
    room("new", "talks", "--draft", "draft.txt")
    room("accept", "talks", "1:1", "2", "--by", "Chair")
    room("export", "talks", "out.docx", "--style", "annotated")
    return room


def parts(room):
    """The parts of the export; its text; and what negotext added behind the text."""
    archive = zipfile.ZipFile(io.BytesIO((room.folder / "out.docx").read_bytes()))
    files = {name: archive.read(name) for name in archive.namelist()}
    text, annex, rest = files["word/document.xml"].decode().partition('w:name="_nt_annex"')
    return files, text, annex + rest


def edited(room, *changes, drop=""):
    """The export with its text changed as somebody would in Word."""
    files, text, rest = parts(room)
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    if drop:
        text, rest = re.sub(drop, "", text), re.sub(drop, "", rest)
    files["word/document.xml"] = (text + rest).encode()
    (room.folder / "edited.docx").write_bytes(zipped(files))
    return "edited.docx"


def compared(room, file):
    room("round", "talks", "--draft", file, "--yes", "--by", "Chair")
    return json.loads(room("compare", "talks:1", "talks:2", "--format", "json"))


def test_an_export_that_nobody_edited_changes_nothing(talks):
    found = compared(talks, edited(talks))
    assert (found["silent"], found["opened"], found["positions"]) == ([], [], [])
    (closed,) = found["closed"]
    assert (closed["address"], closed["as_decided"]) == ("1:1", True)


def test_a_name_put_in_is_a_position_taken(talks):
    found = compared(talks, edited(talks, ("with their lights on", "with their lights on – Peru: delete")))
    assert [(each["delegation"], each["kind"]) for each in found["positions"]] == [("PE", "taken")]
    assert found["silent"] == []


def test_brackets_taken_away_close_their_place_and_no_other(talks):
    """Elsewhere, brackets are put around other words."""
    _, text, _ = parts(talks)
    place = text.index("with their lights on")
    first, second = text.rindex("[</w:t>", 0, place), text.index("]</w:t>", place)
    around = text[first : second + 1]
    found = compared(talks, edited(talks, (around, around[1:-1]), ("in advance", "[in advance]")))
    assert [each["address"] for each in found["closed"]] == ["1:1", "2:2"]
    assert [each["address"] for each in found["opened"]] == ["3:2"]
    assert found["silent"] == []


def test_without_bookmarks_it_works_by_the_words(talks):
    found = compared(talks, edited(talks, drop=r"<w:bookmark(?:Start|End)[^>]*/>"))
    assert (found["silent"], found["opened"]) == ([], [])
    assert [each["address"] for each in found["closed"]] == ["1:1"]


def test_changes_tracked_in_word_are_positions_of_the_next_round(talks):
    _, text, _ = parts(talks)
    end = text.index("</w:r>", text.index("master of the ship")) + len("</w:r>")
    last = text[text.rindex("<w:r>", 0, end) : end]
    found = compared(talks, edited(talks, (last, last + ins("Peru", " promptly"))))
    assert [(each["delegation"], each["kind"]) for each in found["positions"]] == [("PE", "taken")]
    assert found["silent"] == []
    (position,) = talks.records("positions", "talks", "--delegation", "PE")
    assert (position["stance"], position["text"], position["date"]) == ("insert", "promptly", "2026-11-20T10:00:00Z")


@pytest.mark.parametrize(
    "command",
    [
        ("align", "plan.docx", "other.txt", "-l", "en", "-l", "en", "-f", "jsonl"),
        ("compare", "plan.docx", "other.txt", "-f", "json"),
        ("compare", "other.txt", "plan.docx", "-f", "json"),
        ("version", "talks.db", "--draft", "plan.docx", "-l", "fr", "--dry-run"),
    ],
)
def test_authors_of_a_word_file_beside_a_text(run, plan, tmp_path, command):
    (tmp_path / "other.txt").write_text("1. Ports shall open at eight.\n\n2. Ships wait outside.\n")
    run("new", str(tmp_path / "talks.db"), "--draft", str(tmp_path / "other.txt"))
    paths = [str(tmp_path / each) if (tmp_path / each).exists() else each for each in command]
    assert not re.search("DZ|Alg", run(*paths).output)
    named = run(*paths, "--author", "Delegate 3=DZ")
    assert named.exit_code in (0, 1), named.output
    assert re.search("DZ|Alg", named.output)


@pytest.mark.parametrize("command", ["align", "compare"])
def test_authors_where_nothing_is_a_word_file(run, tmp_path, command):
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text("1. Ports open.\n")
    result = run(command, str(tmp_path / "one.txt"), str(tmp_path / "two.txt"), "--typography")
    assert result.exit_code == 2
    assert "one.txt is no Word file" in result.stderr
