"""Places of a session as a list; and that the store and the queries rank alike."""

from negotext.languages import LANGUAGES, load_registry
from negotext.model import OFFICES, Act, Decision
from negotext.outcome import choices_of
from negotext.query.holdups import holdup
from negotext.query.places import held_by, places, ranked, worded
from negotext.reading import read_text
from negotext.store import create

DRAFT = """\
1. Ports [shall][“should” – Kenya on behalf of the African Group; Japan opposes] open [“at nine” – Chile].

2. Ships [shall][should] wait [in line – Norway; US – delete] and [shall][should] sound [“loudly” – India][softly].
"""


def session(folder, text=DRAFT):
    draft = read_text(text)
    return create(folder / "s.db", draft, choices_of(draft), name="s", by="test")


def all_places(store):
    return places(store.listed(None), {each.address: each for each in store.decisions()})


def test_the_list_of_the_store_ranks_as_the_queries_do(tmp_path):
    groups = load_registry("en").groups
    with session(tmp_path) as store:
        for each in worded(store, all_places(store)):
            place, found = each.place, holdup(each.standing.choice, groups)
            assert (place.nearest, place.backers, place.holders) == (found.nearest, found.backers, found.holders)
            assert place.named == found.attributed


def test_places_nobody_spoke_on_come_last(tmp_path):
    with session(tmp_path) as store:
        found = ranked(all_places(store))
        assert [place.named for place in found] == sorted((place.named for place in found), reverse=True)
        counts = [len(place.holders) for place in found if place.named]
        assert counts == sorted(counts)


def test_decided_places_are_not_linked(tmp_path):
    with session(tmp_path) as store:
        before = all_places(store)
        linked = [place for place in before if place.linked]
        assert len(linked) == 3
        store.decide(Decision(linked[0].address, Act.ACCEPT, alternative=2), by="test")
        after = all_places(store)
        assert [place.linked for place in after if place.linked] == [(linked[2].address,), (linked[1].address,)]


def test_words_come_in_the_order_of_the_places(tmp_path):
    with session(tmp_path) as store:
        found = ranked(all_places(store))[::-1]
        assert [each.standing.address for each in worded(store, found)] == [place.address for place in found]
        assert worded(store, []) == []


def test_a_group_holds_up_what_its_speaker_holds_up(tmp_path):
    draft = "1. Ports open [“at nine” – Chile, Peru; Kenya on behalf of the African Group opposes].\n"
    with session(tmp_path, draft) as store:
        found = all_places(store)
        speakers = store.speaking_for("AFRICAN_GROUP")
        assert list(speakers.values()) == [{"KE"}]
        assert held_by(found, "AFRICAN_GROUP", speakers) == held_by(found, "KE", {}) != []


OFFICES_DRAFT = """\
1. Ports [shall][“should” – Chair] open [at nine – Chile; Chair: delete].

2. Ships [wait – Norway opposes].
"""


def test_an_office_holds_nothing_up(tmp_path):
    with session(tmp_path, OFFICES_DRAFT) as store:
        found = all_places(store)
        assert [place.holders for place in found] == [(), (), ()]
        assert any("CHAIR" in place.backers for place in found)
        groups = load_registry("en").groups
        assert [holdup(each.choice, groups).holders for each in store.choices()] == [(), (), ()]


def test_what_is_only_opposed_has_a_name_on_it(tmp_path):
    with session(tmp_path, OFFICES_DRAFT) as store:
        *_, place = all_places(store)
        assert (place.backers, place.holders, place.named) == ((), (), True)
        assert holdup(store.choice(place.address).choice, {}).attributed


def test_the_offices_are_those_of_the_registries():
    for language in LANGUAGES:
        assert load_registry(language).roles == OFFICES
