"""`negotext demo`."""

import re
import shlex
import tempfile
from pathlib import Path

import docx
import pytest

import negotext

DOCUMENTS = ["annotated.docx", "clean.docx", "harbour.db", "tracked.docx"]


@pytest.fixture(autouse=True)
def made(tmp_path_factory, monkeypatch) -> Path:
    """Where the demonstration makes its folders."""
    folder = tmp_path_factory.mktemp("made")
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def commands(shown: str) -> list[str]:
    return re.findall(r"^\$ negotext (.*)$", shown, re.MULTILINE)


def test_each_step_is_a_command_that_works(run, tmp_path, monkeypatch):
    # From a folder without the examples, so that they are named by their paths.
    monkeypatch.chdir(tmp_path)
    shown = run("demo")
    assert shown.exit_code == 0, shown.stderr
    typed = commands(shown.stdout)
    assert [command.split()[0] for command in typed] == [
        *("show", "check", "stats", "positions", "positions"),
        *("new", "who", "accept", "accept", "merge", "say", "park", "who", "list", "audit"),
        *("export", "export", "export"),
    ]
    assert not list(tmp_path.iterdir())
    for command in typed:
        assert run(*shlex.split(command)).exit_code in (0, 1), command
    assert sorted(path.name for path in tmp_path.iterdir()) == DOCUMENTS


def test_it_shows_who_wants_what(run):
    shown = run("demo").stdout
    assert "Who stands in whose way" in shown
    assert re.search(r"^\d+ of \d+ positions, held by \d+$", shown, re.MULTILINE)


def test_it_ends_with_what_is_still_open(run):
    shown = run("demo").stdout
    assert re.search(r"○ \d+ open   ● 2 agreed   ◌ 1 parked", shown)
    assert re.search(r"^\(\d+ more lines\)$", shown, re.MULTILINE)
    assert "none is lost" in shown


def test_it_ends_with_documents_in_a_folder_that_it_names(run, made):
    shown = run("demo").stdout
    (folder,) = made.iterdir()
    assert sorted(path.name for path in folder.iterdir()) == DOCUMENTS
    for name in DOCUMENTS:
        assert f"  {folder / name}\n" in shown
    text = "\n".join(paragraph.text for paragraph in docx.Document(str(folder / "clean.docx")).paragraphs)
    assert "The Council will decide on the scale of the Facility" in text


def test_it_fits_the_terminal_of_most_people(run):
    shown = run("demo", COLUMNS="80")
    assert shown.exit_code == 0


def test_without_the_examples_it_says_where_they_are(run, tmp_path, monkeypatch):
    monkeypatch.setattr(negotext, "__file__", str(tmp_path / "negotext" / "__init__.py"))
    result = run("demo")
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"looked in {tmp_path / 'examples'}" in result.stderr
