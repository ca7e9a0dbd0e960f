"""Which session `negotext chair DRAFT` opens, and what it says of it."""

import os
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from negotext.cli.beside_draft import session_beside
from negotext.cli.errors import Unusable
from negotext.cli.manner import Manner
from negotext.cli.program import program
from negotext.store import open_session

DRAFT = "1. Ports [shall][should] measure.\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def beside(draft: str) -> tuple[Path, str]:
    return session_beside(draft, by="Chair", language=None, parties=None, manner=Manner(), read_only=False)


def write(name: str, text: str) -> None:
    """Write a draft, some seconds from now, as clocks of files are coarse."""
    Path(name).write_text(text)
    later = time.time() + 5
    os.utime(name, (later, later))


def test_it_is_made_once_and_opened_again(folder):
    write("draft.txt", DRAFT)
    assert beside("draft.txt") == (Path("draft.db"), "made the session draft.db")
    assert beside("draft.txt") == (Path("draft.db"), "the session of this draft is draft.db")
    with open_session(folder / "draft.db", read_only=True) as session:
        assert len(session.rounds()) == 1


def test_a_draft_that_was_written_again_is_offered_as_a_new_round(folder):
    write("draft.txt", DRAFT)
    beside("draft.txt")
    write("draft.txt", DRAFT.replace("measure", "measure daily"))
    _, told = beside("draft.txt")
    assert told == (
        "draft.txt has other words than round 1 of draft.db; as a new round: negotext round draft.db --draft draft.txt"
    )
    done = CliRunner().invoke(program, ["round", "draft.db", "--draft", "draft.txt", "--yes"])
    assert done.exit_code == 0, done.output
    assert beside("draft.txt")[1] == "the session of this draft is draft.db"


def test_the_session_of_another_draft_is_not_opened_for_it(folder):
    write("draft.txt", DRAFT)
    beside("draft.txt")
    before = (folder / "draft.db").read_bytes()
    write("draft.md", DRAFT)
    with pytest.raises(Unusable, match=r"draft\.db is the session of draft\.txt, not of draft\.md") as refused:
        beside("draft.md")
    assert "negotext new NAME --draft draft.md" in refused.value.hint
    assert (folder / "draft.db").read_bytes() == before


def test_a_draft_that_is_not_there_is_no_session_that_is_not_there(folder):
    write("draft.txt", DRAFT)
    done = CliRunner().invoke(program, ["chair", "drafd.txt", "--web"])
    assert done.exit_code == 2
    assert "there is no file drafd.txt" in done.stderr
    assert "did you mean draft.txt?" in done.stderr
    done = CliRunner().invoke(program, ["chair", "harbour", "--web"])
    assert done.exit_code == 2
    assert "there is no session harbour" in done.stderr


def test_a_draft_from_standard_input_is_for_a_session_first(folder):
    done = CliRunner().invoke(program, ["chair", "-"], input=DRAFT)
    assert done.exit_code == 2
    assert "negotext new SESSION --draft -" in done.stderr
    assert list(folder.iterdir()) == []
