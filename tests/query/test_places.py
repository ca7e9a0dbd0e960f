"""Places of a session as a list; and that the store and the queries rank alike."""

from negotext.languages import load_registry
from negotext.model import Act, Decision
from negotext.outcome import choices_of
from negotext.query.holdups import holdup
from negotext.query.places import places, ranked, settled
from negotext.reading import read_text
from negotext.store import create

DRAFT = """\
1. Ports [shall][“should” – Kenya on behalf of the African Group; Japan opposes] open [“at nine” – Chile].

2. Ships [shall][should] wait [in line – Norway; US – delete] and [shall][should] sound [“loudly” – India][softly].
"""


def session(folder):
    draft = read_text(DRAFT)
    return create(folder / "s.db", draft, choices_of(draft), name="s", by="test")


def test_the_list_of_the_store_ranks_as_the_queries_do(tmp_path):
    groups = load_registry("en").groups
    with session(tmp_path) as store:
        for place in places(store.choices(), store.listed(None)):
            found = holdup(place.standing.choice, groups)
            assert (place.nearest, place.backers, place.holders) == (found.nearest, found.backers, found.holders)


def test_places_nobody_spoke_on_come_last(tmp_path):
    with session(tmp_path) as store:
        found = ranked(places(store.choices(), store.listed(None)))
        assert [place.named for place in found] == sorted((place.named for place in found), reverse=True)
        counts = [len(place.holders) for place in found if place.named]
        assert counts == sorted(counts)


def test_decided_places_are_not_linked(tmp_path):
    with session(tmp_path) as store:
        before = places(store.choices(), store.listed(None))
        linked = [place for place in before if place.linked]
        assert len(linked) == 3
        store.decide(Decision(linked[0].address, Act.ACCEPT, alternative=2), by="test")
        after = places(store.choices(), store.listed(None))
        assert [place.linked for place in after if place.linked] == [(linked[2].address,), (linked[1].address,)]
        assert list(settled(after)) == [linked[0].address]
