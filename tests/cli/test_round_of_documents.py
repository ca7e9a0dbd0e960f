"""Exported, edited in Word, brought back: `round` names what was done, and nothing else."""

import json
import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from negotext.model import State
from negotext.query.progress import gone_with
from negotext.store import open_session

from .word_hand import Hand

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted(path.name for path in (ROOT / "examples").glob("*.txt"))
STYLES = ("annotated", "tracked")
# So wide that nothing of the report is cut or wrapped.
WIDE = {"COLUMNS": "400"}
ALARMS = (
    "Decided, but",
    "Decided otherwise",
    "Gone without",
    "Left behind",
    "Open, ",
    "Read as places",
    "stays listed",
    "% sure",
)


@dataclass
class Trip:
    """One session and its document."""

    run: object
    session: str
    path: Path
    addresses: list[str]

    def __call__(self, *arguments: str, code: int = 0) -> str:
        result = self.run(*arguments, **WIDE)
        assert result.exit_code == code, result.output
        return result.stdout

    def export(self, style: str, *more: str) -> Hand:
        self("export", self.session, str(self.path), "--style", style, "--force", *more)
        return Hand(self.path, self.addresses)

    def back(self, hand: Hand | None = None, *more: str) -> str:
        """Brings the document in, and gives what is told."""
        if hand is not None:
            hand.save()
        return self("round", self.session, "--draft", str(self.path), *(more or ("--dry-run",)))


def done(told: str) -> list[tuple[str, str]]:
    """What the report says was done: where and what, without the heading."""
    head, *lines = told.splitlines()
    rows = []
    for line in lines:
        if line.startswith("round "):
            break
        rows.append(tuple(re.split(r"\s{2,}", line.strip(), maxsplit=1)))
    count = re.fullmatch(r"the \w+ document of round 1: (?:(nothing in it was changed)|(\d+) changes?)", head)
    assert count, head
    assert len(rows) == int(count[2] or 0)
    return rows


@pytest.fixture
def trip(run, tmp_path):
    """Makes a session of a draft, with every fourth of its outer places accepted, and others parked."""

    def trip(draft: Path, decide: bool = True) -> Trip:
        own = ("--delegations", str(ROOT / "examples/council-parties.toml")) if "council" in draft.name else ()
        made = Trip(run, str(tmp_path / "talks.db"), tmp_path / "back.docx", [])
        made("new", made.session, "--draft", str(draft), *own)
        places = [json.loads(line) for line in made("list", made.session, "--format", "jsonl").splitlines()]
        made.addresses = [each["address"] for each in places]
        for number, each in enumerate(places if decide else ()):
            if number % 4 == 1 and "." not in each["address"].split(":")[1]:
                made("accept", made.session, each["address"], "1", "--by", "The secretary")
            elif number % 7 == 0:
                made("park", made.session, each["address"], "--by", "The secretary")
        return made

    return trip


def stands(choice) -> list[tuple[str, str | None, str]]:
    return sorted((each.delegation, each.on_behalf_of or "", each.side.value) for each in choice.stands)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("name", EXAMPLES)
def test_untouched(trip, name, style):
    """No change, no new place, none lost; what is decided and who stands where comes over; the audit passes."""
    talks = trip(ROOT / "examples" / name)
    talks.export(style)
    told = talks.back(None, "--yes")
    assert done(told) == []
    assert [alarm for alarm in ALARMS if alarm in told] == []
    assert "0 are new" in told
    with open_session(talks.session) as session:
        old = {each.address: each for each in session.choices(round=1)}
        new = {each.address: each for each in session.choices(round=2)}
        links = {each.what.origin: each.address for each in session.log(round=2) if hasattr(each.what, "origin")}
    decisions = {address: each.decision for address, each in old.items() if each.state is State.AGREED}
    gone = gone_with([each.choice for each in old.values()], decisions)
    assert decisions
    assert set(links.values()) == set(new)
    assert {address for address in old if address not in decisions and address not in gone} <= set(links)
    for before, after in links.items():
        assert new[after].state is old[before].state
        if before not in decisions:
            assert stands(new[after].choice) == stands(old[before].choice)
    settled = decisions.keys() - links.keys() - gone.keys()
    assert re.search(rf"\b{len(settled)} decisions? (is|are) in the new text as taken", told) or not settled
    talks("audit", talks.session, "--brief")


SENTENCES = {"zh": "本段不影响其他各段。", "ar": "لا تمس هذه الفقرة غيرها."}


def last_words(talks: Trip) -> str:
    """Words of the last long paragraph of the text that ends outside brackets."""
    lines = talks("show", talks.session, "--plain").split("\n\n")
    ends = [line.rstrip() for line in lines if line.rstrip().endswith((".", "。")) and len(line) > 30]
    return re.split(r"[]］]", " ".join(ends[-1].split()))[-1].strip(" .。")[-20:]


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("name", EXAMPLES)
def test_a_sentence_more(trip, name, style):
    talks = trip(ROOT / "examples" / name)
    hand = talks.export(style)
    sentence = next((each for code, each in SENTENCES.items() if f".{code}." in name), "Nothing else is affected.")
    hand.write_behind(last_words(talks), f" {sentence}")
    told = talks.back(hand)
    ((_, what),) = done(told)
    assert "".join(sentence.split()) in re.sub(r"[\s\u2066-\u2069]", "", what)
    assert what.startswith("+ ")
    assert [alarm for alarm in ALARMS if alarm in told] == []


HARBOUR = (("10:1", "2"), ("2:1", "1"), ("12:1", "2"))


@pytest.fixture
def harbour(trip):
    """The example about ports, with decisions, also on the place that has two names for and one against."""
    talks = trip(ROOT / "examples/harbour-air.en.txt", decide=False)
    for address, number in HARBOUR:
        talks("accept", talks.session, address, number, "--by", "The secretary")
    return talks


@pytest.mark.parametrize("style", STYLES)
def test_agreed_words_between_names_are_no_alarm(harbour, style):
    harbour.export(style)
    told = harbour.back()
    assert done(told) == []
    assert re.search(r"10:1 +● agreed 1 “decide on”", told)
    assert "but open" not in told


@pytest.mark.parametrize("style", STYLES)
def test_agreed_words_between_names_where_nobody_knows_when_it_was_written(harbour, style):
    """Without the bookmark in front of the text, the draft of the round is what it is compared with."""
    hand = harbour.export(style)
    for start in list(hand._document.element.body.iter("{*}bookmarkStart")):
        if start.get(start.tag.replace("bookmarkStart", "name")).endswith(style):
            start.getparent().remove(start)
    told = harbour.back(hand, "--dry-run", "--yes")
    assert "document of round" not in told
    assert re.search(r"10:1 +95% sure +● agreed 1 “decide on”", told)
    assert "but open" not in told


@pytest.mark.parametrize("style", STYLES)
def test_many_hands(harbour, style):
    """A place deleted, a name added, a sentence, a comment, in one document: four lines, and no other."""
    hand = harbour.export(style)
    hand.write_behind("until it has seen", " Ports publish it.")
    hand.write_over("5:1", "Chile", "Chile, Fiji")
    hand.comment("at its eighth session", "Norway reserves its position", "Norway")
    hand.delete("12:2")
    told = harbour.back(hand)
    assert done(told) == [
        ("3", "+ “Ports publish it.”"),
        ("5", "+ taken  FJ  + insert 5 “2030”"),
        ("10:2", "new place  [the scale of the Facility at its eighth session, on the basis of]  NO"),
        ("12:2", "+ , for the first time in 2029  ⇒  left out"),
    ]
    assert [alarm for alarm in ALARMS if alarm in told] == []


def test_changes_accepted_and_rejected(harbour):
    hand = harbour.export("tracked")
    hand.accept("2:1")
    hand.reject("12:1")
    told = harbour.back(hand)
    assert done(told) == [
        ("2:1", "● accepted in Word, as decided"),
        ("12:1", "rejected in Word  1 three | 2 five"),
    ]
    assert re.search(r"Decided, but open in this document: rejected in Word  1\n  12:1\n", told)
    assert [alarm for alarm in ALARMS if alarm in told] == ["Decided, but"]


def test_agreed_words_that_were_written_over(harbour):
    """The place has no brackets any more, so its new words contradict what was decided."""
    hand = harbour.export("annotated")
    hand.write_over("12:1", "five", "six")
    told = harbour.back(hand)
    assert done(told) == [("12", "− “five” + “six”")]
    assert re.search(r"Decided otherwise than the new draft says  1\n  12:1  it says “six”", told)


@pytest.mark.parametrize("style", STYLES)
def test_what_was_done_in_the_session_since(harbour, style):
    """A document is held against the session as it was when it went out."""
    harbour.export(style)
    harbour("accept", harbour.session, "8(d):1", "1", "--by", "Chair")
    harbour("reopen", harbour.session, "2:1", "--by", "Chair")
    told = harbour.back()
    assert done(told) == []
    assert re.search(r"Decided, but open in this document: written before that was decided  1\n  8\(d\):1\n", told)
    assert re.search(r"Open, but agreed in this document: written before that was reopened  1\n  2:1\n", told)


def test_the_proposals_of_one_delegation_are_no_round(harbour):
    hand = harbour.export("tracked", "--by-delegation", "CL")
    result = harbour.run("round", harbour.session, "--draft", str(harbour.path), **WIDE)
    assert result.exit_code == 2
    assert "the proposals of CL alone: nothing in it was changed" in result.stdout
    assert "is no draft for a round" in result.stderr
    hand.write_behind("A ship at berth", " Ports publish it.")
    hand.save()
    result = harbour.run("round", harbour.session, "--draft", str(harbour.path), **WIDE)
    assert "alone: 1 change" in result.stdout
    assert "+ “Ports publish it.”" in result.stdout
    assert len(json.loads(harbour("list", harbour.session, "--format", "jsonl").splitlines()[0])) > 0


def test_a_head_that_was_given_is_no_change(harbour):
    harbour.export("annotated", "--symbol", "HA/7/CRP.3/Rev.1", "--agenda", "Agenda item 5")
    assert done(harbour.back()) == []


@pytest.mark.parametrize(
    ("ending", "style", "says"),
    [
        ("html", "annotated", "is a web page, not a draft"),
        ("json", "annotated", "is an export for other programs, not a draft"),
        ("md", "annotated", "has changes or remarks in Markdown"),
        ("md", "tracked", "has changes or remarks in Markdown"),
    ],
)
def test_other_formats_do_not_come_back(harbour, tmp_path, ending, style, says):
    out = str(tmp_path / f"back.{ending}")
    harbour("export", harbour.session, out, "--style", style)
    result = harbour.run("round", harbour.session, "--draft", out, "--yes", **WIDE)
    assert result.exit_code == 2
    assert says in result.stderr
    assert "(.docx)" in result.stderr
    assert "round 1" in harbour("who", harbour.session, "10:1")
