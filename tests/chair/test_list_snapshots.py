"""Who, Open, Log and Compare as they look, in English and Chinese, small and large.

When a picture changes: look at the report that pytest writes, and only where it looks as it should,
`pytest tests/chair/test_list_snapshots.py --snapshot-update`.
"""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from negotext.chair.app import make_app
from negotext.chair.screens.compare import CompareScreen
from negotext.model import Act, Decision
from negotext.outcome import choices_of
from negotext.reading import read_bytes
from negotext.store import create, open_session

EXAMPLES = {"english": "harbour-air.{}en.txt", "chinese": "city-water.{}zh.txt"}
CHOSEN = {"english": ("5:1", "10:1", "SIDS"), "chinese": ("2:1", "3:1.3", "KE")}
EVERYWHERE = pytest.mark.parametrize("size", [(80, 24), (140, 45)], ids=lambda size: f"{size[0]}x{size[1]}")
IN_BOTH = pytest.mark.parametrize("name", EXAMPLES)
START = datetime(2026, 3, 4, 14, 5, tzinfo=UTC)


def session_of(root, path, name: str, *, second: bool):
    """A session in which some was done, at known times; maybe with a second round."""

    def draft(part: str):
        file = root / "examples" / EXAMPLES[name].format(part)
        return read_bytes(file.read_bytes(), file.name)

    first = draft("")
    create(path, first, choices_of(first), name="contact-group", by="Secretariat", at=START).close()
    parked, agreed, _ = CHOSEN[name]
    with open_session(path) as store:
        at = [START + timedelta(minutes=7 * step) for step in range(1, 7)]
        store.decide(Decision(parked, Act.PARK), by="Chair", at=at[0])
        store.decide(Decision(agreed, Act.ACCEPT, 2), by="Chair", why="after the coffee break", at=at[1])
        store.undo(by="Chair", why="too early", at=at[2])
        store.decide(Decision(agreed, Act.ACCEPT, 1), by="Vice-Chair", at=at[3])
        if second:
            later = draft("round2.")
            store.add_round(later, choices_of(later), name="second", by="Secretariat", at=at[4])
    return path


@pytest.fixture
def picture(root, tmp_path, snap_compare):
    """Compares the screen after some keys with the picture that is kept."""

    def compare(name: str, size: tuple[int, int], keys: str, *, second: bool = False) -> bool:
        app = make_app(session_of(root, tmp_path / "contact-group.db", name, second=second), by="Chair")
        # Nobody else is at this session, and a look at it in the middle of a key would only take time.
        app.look_around = lambda: None

        async def work(pilot) -> None:
            await pilot.pause()
            for key in keys.split():
                await pilot.press(key)
                await pilot.pause()
                screen = app.screen
                while isinstance(screen, CompareScreen) and (screen._doing or not screen._begun):
                    await asyncio.sleep(0.05)
            await pilot.pause()

        with app.desk:
            return snap_compare(app, terminal_size=size, run_before=work)

    yield compare
    # The loop that snap_compare makes is left to whoever comes next.
    asyncio.set_event_loop(None)


@EVERYWHERE
@IN_BOTH
def test_who_stands_where_on_a_choice(picture, name, size):
    assert picture(name, size, f"g {' '.join(CHOSEN[name][1]).replace(':', 'colon').replace('.', 'full_stop')} enter w")


@EVERYWHERE
@IN_BOTH
def test_a_delegation(picture, name, size):
    assert picture(name, size, f"W slash {' '.join(CHOSEN[name][2].lower())} enter tab j")


@EVERYWHERE
@IN_BOTH
def test_what_is_open(picture, name, size):
    assert picture(name, size, "O j j")


@EVERYWHERE
@IN_BOTH
def test_the_log(picture, name, size):
    assert picture(name, size, "L j j")


@EVERYWHERE
@IN_BOTH
def test_two_rounds(picture, name, size):
    assert picture(name, size, "C n n n", second=True)


def test_a_delegation_is_being_chosen(picture):
    assert picture("english", (80, 24), "O f n")


def test_what_will_be_undone(picture):
    assert picture("english", (80, 24), "L end u")


def test_one_round_only(picture):
    assert picture("english", (80, 24), "C")
