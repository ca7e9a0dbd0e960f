"""Every proposal is accounted for, whatever is decided, said, withdrawn and undone."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from negotext.cli.auditing import chapters
from negotext.model import Act, Alternative, Decision, Side, Stand
from negotext.outcome import choices_of
from negotext.query.fates import Fate, contradictions, proposals
from negotext.query.progress import gone_with
from negotext.reading import read_text
from negotext.store import StoreError, create

DRAFT = """\
1. Ports [shall][should] open [“at nine” – Chile; Norway – delete] and [close [early][late] – Kenya].

2. Ships [wait [in line] – Norway] [or [leave [at once][by night]]].
"""
READ = read_text(DRAFT)
CHOICES = choices_of(READ)
ADDRESSES = [choice.address for choice in CHOICES]
CODES = ("CL", "NO", "KE")

steps = st.one_of(
    st.tuples(st.just("accept"), st.sampled_from(ADDRESSES), st.integers(0, 4)),
    st.tuples(st.just("merge"), st.sampled_from(ADDRESSES), st.sets(st.integers(1, 3), max_size=2)),
    st.tuples(st.sampled_from(["park", "reopen"]), st.sampled_from(ADDRESSES)),
    st.tuples(st.just("offer"), st.sampled_from(ADDRESSES), st.sampled_from(CODES)),
    st.tuples(st.just("withdraw"), st.sampled_from(ADDRESSES), st.integers(1, 4)),
    st.tuples(st.sampled_from(["undo", "redo"])),
)


def session(folder: Path):
    return create(folder / "s.db", READ, CHOICES, name="s", by="Secretariat")


def take(store, step) -> None:
    """One step; what the session refuses is no step."""
    verb, *rest = step
    try:
        match verb:
            case "accept":
                store.decide(Decision(rest[0], Act.ACCEPT, alternative=rest[1]), by="Chair")
            case "merge":
                store.decide(Decision(rest[0], Act.MERGE, text="words", sources=tuple(sorted(rest[1]))), by="Chair")
            case "park" | "reopen":
                store.decide(Decision(rest[0], Act(verb)), by="Chair")
            case "offer":
                number = store.choice(rest[0]).next_number
                offered = Alternative(number, f"words of {rest[1]} ({store.last})")
                stands = [Stand(rest[1], None, Side.FOR, number, -1, "insert")]
                store.say(rest[0], "said", stands, [offered], by="Chair")
            case "withdraw":
                store.withdraw(rest[0], alternative=rest[1], by="Chair")
            case _:
                getattr(store, verb)(by="Chair")
    except StoreError:
        return


@settings(max_examples=50)
@given(st.lists(steps, max_size=12))
def test_nothing_is_lost(taken):
    with tempfile.TemporaryDirectory() as folder, session(Path(folder)) as store:
        for step in taken:
            take(store, step)
        found = proposals(chapters(store))
        assert not store.verify()
        assert not contradictions(chapters(store))
        assert Fate.LOST not in {each.fate for each in found}
        standings = store.choices()
        listed = {
            (standing.address, each.number)
            for standing in standings
            for each in standing.choice.alternatives
            if each.number
        }
        assert {(each.address, each.number) for each in found if each.number} == listed
        decisions = {each.address: each.decision for each in standings if each.decision is not None}
        gone = gone_with((each.choice for each in standings), decisions)
        for each in found:
            standing = next(one for one in standings if one.address == each.address)
            if each.fate is Fate.LISTED:
                assert standing.state == "open"
                assert each.address not in gone
            if each.fate in (Fate.IN_TEXT, Fate.PARKED):
                assert each.entry == standing.entry
            if each.fate is Fate.WITHDRAWN:
                assert each.number in standing.withdrawn
                assert each.entry
            if each.fate is Fate.SUPERSEDED:
                assert each.entry
                assert each.now


def test_undecided_all_are_listed(tmp_path):
    with session(tmp_path) as store:
        found = proposals(chapters(store))
    assert {each.fate for each in found} == {Fate.LISTED}
    # To leave words out is a proposal where somebody asks for it.
    assert [each.supporters for each in found if each.number == 0] == [("NO",)]
