"""An exported document that somebody edits in LibreOffice and brings back: told is what was done to it, and no more."""

import json
from collections.abc import Collection

import pytest
from click.testing import CliRunner

from negotext.cli.program import program

MERGED = "continuously where a port has the means, and otherwise at least once a month"
# As a list of edits for `word.uno_hand`.
EDITS = (
    {"do": "insert", "words": ", Iceland", "behind": "[2030 – Norway, Chile"},
    {"do": "delete", "words": "[“and cruise” – Maldova]"},
    {"do": "insert", "words": " They smell of the sea.", "behind": "within two kilometres of a commercial quay,"},
    {"do": "comment", "on": "two kilometres", "author": "Norway", "says": "delete"},
    {"do": "comment", "on": "open to verification", "author": "Norway", "says": "Norway supports this."},
    {"do": "record", "author": "Algeria"},
    {"do": "insert", "words": ", noise", "behind": "measure particles"},
    {"do": "delete", "words": ", transformers"},
    {"do": "record", "author": ""},
)
# Comments have to go first: see uno_hand. The words are those of the changes, what goes and what comes.
SETTLED = (
    {"do": "uncomment"},
    {"do": "accept", "words": "considerdecide on"},
    {"do": "reject", "words": "[continuously][ where a port has the means, and otherwise at least once a month]"},
)
TOLD = {
    ("2", "+ “They smell of the sea.”"),
    ("2:2", "new place  [two kilometres]  NO"),
    ("5", "+ taken  IS  + insert 5 “2030”"),
    ("5:6", "+ and cruise  ⇒  left out"),
    ("9:1.5", "new place  [, transformers]  DZ"),
    ("11:2", "new place  + , noise  DZ"),
    ("11:6", "new place  [open to verification]  NO"),
}
TOLD_OF_CHANGES = {
    ("10:1", "● accepted in Word, as decided"),
    ("11:3", "rejected in Word  1 continuously | 2 at least once a month"),
}
# What the new places do to the addresses of those behind them; what was agreed is a place no more unless rejected.
NEW = {"2:2", "9:1.5", "11:2", "11:6"}
MOVED = {
    "2:2": "2:3",
    "5:6": None,
    "5:7": "5:6",
    "9:1.5": "9:1.6",
    "9:1.6": "9:1.7",
    "9:1.6.1": "9:1.7.1",
    "11:3": "11:4",
    "11:4": "11:5",
    "11:4.1": "11:5.1",
    "11:5": "11:7",
}
AGREED = {"11:2": None, "11:2.1": "11:3"}
REJECTED = {"11:2": "11:3", "11:2.1": "11:3.1"}
CAME = {
    ("2", "NO", "delete", "two kilometres"),
    ("5", "IS", "insert", "2030"),
    ("9", "DZ", "delete", ", transformers"),
    ("11", "DZ", "insert", ", noise"),
    ("11", "NO", "support", "open to verification"),
}
WENT = {("5", "Maldova", "insert", "and cruise")}


class Talks:
    """A session on the example about ports, with three decisions, a parked place and a statement from the floor."""

    def __init__(self, root, folder) -> None:
        self._folder = folder
        self._session = str(folder / "harbour.db")
        self("new", "--draft", str(root / "examples" / "harbour-air.en.txt"))
        self("accept", "10:1", "2")
        self("merge", "11:2", "--text", MERGED, "--from", "1,2")
        self("park", "7:1")
        self("say", "5:1", "Chile: 2032; Norway supports")

    def __call__(self, command: str, *more: str) -> str:
        """What a command on the session prints."""
        environment = {"NEGOTEXT_BY": "Chair", "COLUMNS": "120", "NO_COLOR": "1"}
        result = CliRunner(env=environment).invoke(program, [command, self._session, *more])
        assert result.exit_code == 0, result.output
        return result.stdout

    def issued(self, style: str) -> bytes:
        path = self._folder / f"{style}.docx"
        self("export", str(path), "--style", style)
        return path.read_bytes()

    def brought_in(self, data: bytes) -> list[str]:
        """The lines that `round` prints of a document."""
        path = self._folder / "edited.docx"
        path.write_bytes(data)
        return self("round", "--draft", str(path), "--yes").splitlines()

    def positions(self) -> set[tuple]:
        """What delegations want in the latest round."""
        found = map(json.loads, self("positions", "--format", "jsonl").splitlines())
        return {(p["paragraph"], p["delegation"], p["stance"], p["text"] or p["target"]) for p in found}

    def places(self) -> dict[str, str]:
        """The state of each place of the latest round."""
        found = map(json.loads, self("list", "--format", "jsonl").splitlines())
        return {each["address"]: each["state"] for each in found}


@pytest.fixture
def talks(root, tmp_path):
    return Talks(root, tmp_path)


def changes(lines: list[str]) -> list[tuple[str, str]]:
    """What was done to a document: the places and what is told of them."""
    told = []
    for line in lines[1:]:
        if not line.startswith("  "):
            break
        address, _, words = line.strip().partition(" ")
        told.append((address, words.strip()))
    return told


def moved(places: dict[str, str], to: dict[str, str | None], new: Collection[str] = ()) -> dict[str, str]:
    """The places with other addresses, or none, and new ones, which are open."""
    kept = {to.get(address, address): state for address, state in places.items()}
    return {address: state for address, state in kept.items() if address} | dict.fromkeys(new, "open")


def test_an_annotated_document(office, talks):
    before, places = talks.positions(), talks.places()
    lines = talks.brought_in(office.edited(talks.issued("annotated"), *EDITS))
    assert lines[0] == "the annotated document of round 1: 7 changes"
    assert set(changes(lines)) == TOLD
    after = talks.positions()
    assert after - before == CAME
    assert before - after == WENT
    assert talks.places() == moved(places, MOVED | AGREED, NEW)


def test_a_document_with_tracked_changes(office, talks):
    before, places = talks.positions(), talks.places()
    lines = talks.brought_in(office.edited(talks.issued("tracked"), *SETTLED, *EDITS))
    assert lines[0] == "the tracked document of round 1: 9 changes"
    assert set(changes(lines)) == TOLD | TOLD_OF_CHANGES
    after = talks.positions()
    assert after - before == CAME
    assert before - after == WENT
    assert talks.places() == moved(places, MOVED | REJECTED, NEW)


@pytest.mark.parametrize("style", ["annotated", "tracked"])
def test_a_document_that_was_only_opened_and_saved(office, talks, style):
    before, places = talks.positions(), talks.places()
    lines = talks.brought_in(office.edited(talks.issued(style), {"do": "record", "author": ""}))
    assert lines[0] == f"the {style} document of round 1: nothing in it was changed"
    assert talks.positions() == before
    assert talks.places() == moved(places, {"11:2": None, "11:2.1": "11:2"})


@pytest.mark.parametrize("style", ["annotated", "tracked"])
def test_a_document_that_lost_its_bookmarks(office, talks, style):
    """It is read by its words: who wants what is the same, and what was decided holds."""
    before = talks.positions()
    first = SETTLED[:1] if style == "tracked" else ()
    talks.brought_in(office.edited(talks.issued(style), *first, *EDITS, {"do": "forget"}))
    after = talks.positions()
    assert after - before == CAME
    assert before - after == WENT
