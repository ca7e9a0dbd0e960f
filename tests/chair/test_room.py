"""What the room sees, without a screen: whose place it follows, what changes, and that nobody is named."""

import os
import shutil

import pytest

from negotext.chair.desk_places import Places
from negotext.chair.desk_texts import View
from negotext.chair.lines import Lines
from negotext.chair.room import Change, Room
from negotext.chair.room_lines import SpacedLines
from negotext.chair.room_sheet import room_sheet
from negotext.chair.room_texts import RoomTexts
from negotext.chair.units import Fate
from negotext.languages import registry_for
from negotext.model import Act, Alternative, Decision, Side, Stand
from negotext.outcome import choices_of
from negotext.reading import read_bytes
from negotext.store import Shown, StoreError, create, open_session

DRAFTS = ["harbour-air.en.txt", "city-water.zh.txt", "water-plan.ar.txt"]


@pytest.fixture
def chair(session):
    """The session as the chair's program has it open."""
    with open_session(session) as opened:
        yield opened


@pytest.fixture
def room(session, chair):
    """The room beside it, following."""
    opened = Room(session, follow=True)
    yield opened
    opened.close()


def words(room: Room) -> str:
    return "\n".join(unit.text for unit in room.units())


def sheet(room: Room, width: int = 60, height: int = 30) -> str:
    drawn = room_sheet(room.standing(), room.words_of, width, height, found=room.who(), registry=room.registry)
    assert len(drawn.rows) <= height
    return "\n".join("".join(word.text for word in row) for row in drawn.rows)


def accept(address: str, number: int) -> Decision:
    return Decision(address, Act.ACCEPT, number)


# --- following ----------------------------------------------------------------------------------------------------


def test_while_nobody_chairs_it_waits_and_shows_the_text(room):
    assert room.put_up is None
    assert room.current == ""
    assert room.look() is None
    assert "each port that receives more than" in words(room)


def test_it_goes_where_the_chair_goes(room, chair):
    chair.show_room(Shown(1, "5:4"))
    assert room.look() == Change(place=True)
    assert room.current == "5:4"
    assert room.look() is None
    chair.show_room(Shown(1, "7:1.1", screen="outcome"))
    assert room.look() == Change(place=True, words=True)
    assert room.view is View.OUTCOME


def test_what_was_put_up_before_is_seen_at_once(session, chair):
    chair.show_room(Shown(1, "5:4", names=True))
    opened = Room(session, follow=True)
    assert (opened.current, opened.names) == ("5:4", True)
    opened.close()


def test_a_decision_is_seen_in_the_words(room, chair):
    chair.show_room(Shown(1, "8:1"))
    room.look()
    assert "ports and ships [shall][should]:" in words(room)
    chair.decide(accept("8:1", 2), by="Chair")
    assert room.look() == Change(words=True, agreed=("8:1",))
    assert "ports and ships should:" in words(room)
    agreed = [piece.text for unit in room.units() for piece in unit.pieces if piece.fate is Fate.AGREED]
    assert agreed == ["should"]
    chair.undo(by="Chair")
    assert room.look() == Change(words=True)
    assert "ports and ships [shall][should]:" in words(room)


def test_words_of_the_chair_are_new(room, chair):
    chair.decide(Decision("8:1", Act.MERGE, None, "are to"), by="Chair")
    assert room.look().agreed == ("8:1",)
    new = [piece.text for unit in room.units() for piece in unit.pieces if piece.fate is Fate.NEW]
    assert new == ["are to"]


def test_what_is_put_off_is_not_agreed(room, chair):
    chair.decide(Decision("8:1", Act.PARK), by="Chair")
    assert room.look() == Change(words=True)


def test_a_statement_with_new_words_is_seen(room, chair):
    chair.show_room(Shown(1, "8:1"))
    stand = Stand("KE", None, Side.FOR, 3, -1, "insert")
    chair.say("8:1", "Kenya: “must”", [stand], [Alternative(3, "must")], by="Chair")
    room.look()
    assert "must" in sheet(room)
    assert "Kenya" not in sheet(room)
    chair.show_room(Shown(1, "8:1", names=True))
    assert room.look().words
    assert "✓ Kenya" in sheet(room)


def test_looking_around_follows_nobody_until_it_is_asked_to(room, chair):
    chair.show_room(Shown(1, "5:4"))
    room.look()
    assert room.step(1)
    assert (room.current, room.follows) == ("5:5", False)
    chair.show_room(Shown(1, "9:1"))
    assert room.look() == Change()
    assert room.current == "5:5"
    room.follow(True)
    assert room.current == "9:1"


def test_without_following_it_begins_at_the_first_open_place(session, chair):
    chair.show_room(Shown(1, "9:1"))
    opened = Room(session)
    assert opened.current == "2:1"
    assert not opened.step(-1)
    opened.close()


def test_a_new_round_is_taken_up(room, chair, root):
    chair.show_room(Shown(1, "5:4"))
    room.look()
    draft = read_bytes((root / "examples" / "harbour-air.round2.en.txt").read_bytes(), "round2")
    chair.add_round(draft, choices_of(draft), by="Secretariat")
    assert room.look().draft
    assert room.round == 2
    # What the chair had put up is of the round before.
    chair.show_room(Shown(1, "9:1"))
    room.look()
    assert room.current != "9:1"
    chair.show_room(Shown(2, "9:1"))
    room.look()
    assert room.current == "9:1"


def test_what_another_program_puts_up_breaks_nothing(room, chair):
    chair.show_room(Shown(1, "nowhere", screen="upside down"))
    room.look()
    assert (room.current, room.view) == ("", View.MARKED)


def test_it_writes_nothing(session, room, chair):
    chair.show_room(Shown(1, "5:4", names=True))
    room.look()
    room.step(1)
    with pytest.raises(StoreError, match="opened for reading"):
        room.session.show_room(Shown(1, "9:1"))
    assert chair.room().address == "5:4"


# --- the file ------------------------------------------------------------------------------------------------------


def test_a_file_that_is_lost_and_comes_back(room, chair, session):
    moved = session.with_name("elsewhere.db")
    os.rename(session, moved)
    with pytest.raises(StoreError, match="moved, deleted or replaced"):
        room.look()
    assert not room.reopen()
    assert words(room)
    os.rename(moved, session)
    assert room.look() is None


def test_another_session_in_its_place(room, session, make_session, tmp_path):
    other = tmp_path / "other.db"
    text = "1. We [shall][should] act.\n"
    draft = read_bytes(text.encode(), "other")
    create(other, draft, choices_of(draft), name="other", by="Secretariat").close()
    shutil.move(other, session)
    with pytest.raises(StoreError, match="replaced"):
        room.look()
    assert room.reopen()
    assert words(room) == "We [shall][should] act."


# --- names ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", DRAFTS)
def test_nobody_is_named(make_session, name):
    room = Room(make_session(name), names=False)
    seen = words(room)
    for room.view in View:
        seen += words(room)
    for address in room.places.order:
        room.current = address
        seen += "\n" + sheet(room, 70, 60)
        seen += "\n".join(room.words_of(each.number) for each in room.standing().choice.alternatives)
    draft = room.draft
    for position in draft.positions:
        if position.delegation not in room.registry.roles:
            telling = draft.source.text[slice(*position.evidence)]
            assert " ".join(telling.split()) not in seen, telling
    assert "—" not in seen.replace("-", "")
    plain = {"CL", "NO", "KE"} if ".en." in name else {"MA", "PE"} if ".ar." in name else set()
    for code in room.session.speakers():
        if code not in room.registry.roles | plain:
            assert room.registry.title(code) not in seen, code
    room.close()


def test_with_names_everybody_is(make_session):
    room = Room(make_session(), names=True)
    assert "Switzerland: prefers to retain paragraph 4." in words(room)
    room.current = "5:1"
    assert "✓ Norway, Chile" in sheet(room)
    room.current = "2:1"
    assert "✓ Barbados (" in sheet(room)
    room.close()


@pytest.mark.parametrize("name", ["tpp-ip-chapter", "wo-pbc-35-7", "wo-pbc-36-12"])
def test_nobody_is_named_in_real_drafts(shared, tmp_path, name):
    path = next((shared / "corpus").glob(f"{name}*.txt"))
    draft = read_bytes(path.read_bytes(), path.name)
    choices = choices_of(draft)
    with create(tmp_path / "real.db", draft, choices, name="real", by="Secretariat") as session:
        places = Places.of(session.choices())
    roles = registry_for(draft.language).roles
    seen = [
        (piece.at, piece.at + len(piece.text))
        for unit in RoomTexts(draft).shown(View.MARKED, places, names=False)
        for piece in unit.pieces
        if piece.at >= 0
    ]
    for position in draft.positions:
        if position.delegation in roles:
            continue
        first, last = position.evidence
        own = [span for span in (position.about, position.offered) if span is not None]
        left = {at for start, end in seen for at in range(max(first, start), min(last, end))}
        left -= {at for span in own for at in range(*span)}
        assert not draft.source.text[min(left) : max(left) + 1] if left else True, position


@pytest.mark.parametrize(
    ("draft", "named", "kept"),
    [
        ("5. The plan [Kenya to revert on this] grows [gradually].", "Kenya", "to revert on this"),
        ("5. The plan [shall][should] grow. (Norway will revert.)", "Norway", "will revert"),
        ("Note: Peru and Chile are still consulting.\n\n5. The plan [shall] grow.", "Peru", "are still consulting"),
        ("5. The plan grows [Chile and Peru are consulting].", "Peru", "are consulting"),
    ],
)
def test_remarks_from_which_no_position_was_read_name_nobody(tmp_path, draft, named, kept):
    read = read_bytes(draft.encode(), "draft.en.txt")
    choices = choices_of(read)
    with create(tmp_path / "x.db", read, choices, name="x", by="S") as store:
        places = Places.of(store.choices())
    shown = "\n".join(unit.text for unit in RoomTexts(read).shown(View.MARKED, places, names=False))
    assert named not in shown
    assert kept in shown
    with_names = "\n".join(unit.text for unit in RoomTexts(read).shown(View.MARKED, places, names=True))
    assert named in with_names


@pytest.mark.parametrize(
    "words", ["products from Chile and Peru", "Ships of [Kenya and Norway] pay [one]", "It (Kenya) pays"]
)
def test_states_of_which_the_text_itself_speaks_stay(tmp_path, words):
    read = read_bytes(f"5. {words}, and [so on].".encode(), "draft.en.txt")
    with create(tmp_path / "x.db", read, choices_of(read), name="x", by="S") as store:
        places = Places.of(store.choices())
    shown = "\n".join(unit.text for unit in RoomTexts(read).shown(View.MARKED, places, names=False))
    assert words in shown


@pytest.mark.parametrize("space", ["", " ", "\u00a0", "\n"])
def test_words_that_end_with_a_space_are_seen(tmp_path, space):
    read = read_bytes(f"5. The plan [Kenya: for the least developed,{space}] grows.".encode(), "draft.en.txt")
    with create(tmp_path / "x.db", read, choices_of(read), name="x", by="S") as store:
        places = Places.of(store.choices())
    shown = "\n".join(unit.text for unit in RoomTexts(read).shown(View.MARKED, places, names=False))
    assert "[for the least developed," in shown
    assert "…" not in shown
    assert "Kenya" not in shown


def test_names_as_the_chair_has_them_unless_it_is_said_otherwise(session, chair):
    chair.show_room(Shown(1, "5:1", names=True))
    for asked, shown in ((None, True), (False, False), (True, True)):
        room = Room(session, follow=True, names=asked)
        assert room.names is shown
        assert (room.who() is not None) is shown
        room.close()


# --- the sheet and the rows ----------------------------------------------------------------------------------------


def test_the_place_says_how_it_stands(room, chair):
    chair.show_room(Shown(1, "8:1"))
    room.look()
    assert "8:1   ○ under discussion" in sheet(room)
    chair.decide(accept("8:1", 2), by="Chair")
    room.look()
    assert "● agreed" in sheet(room)
    assert " 2  ● should" in sheet(room)
    chair.decide(Decision("8:1", Act.MERGE, None, "are to"), by="Chair", seen=chair.last)
    room.look()
    assert "● are to" in sheet(room)


def test_what_has_no_room_is_counted(room, chair):
    chair.show_room(Shown(1, "7:1.1"))
    room.look()
    assert sheet(room, height=6).splitlines()[-1].strip() == "0    leave it out"
    assert "… and 3 more" in sheet(room, height=3)


def test_where_there_is_little_room_all_sides_share_a_row_and_who_objects_is_first(room, chair):
    chair.show_room(Shown(1, "10:1", names=True))
    room.look()
    assert "✓ Barbados (SIDS), Australia\n      ✗ United States" in sheet(room, height=6)
    drawn = sheet(room, height=5).splitlines()
    assert [row.split()[0] for row in drawn] == ["10:1", "1", "2", "✗", "0"]
    assert drawn[3].strip() == "✗ United States  ✓ Barbados (SIDS), Australia"


def test_rows_with_room_between_them_are_the_same_rows(room):
    units = room.units()
    close, wide = Lines(units, 50), SpacedLines(units, 50)
    assert wide.height == 2 * close.height
    for y in range(close.height):
        here, there = close.row(y), wide.row(2 * y)
        assert (here.unit, here.start, here.end, here.first) == (there.unit, there.start, there.end, there.first)
        assert wide.row(2 * y + 1).gap
    for offset in range(0, len(room.draft.source.text), 97):
        block = room.draft.block_index(offset)
        assert wide.row_of(offset, block) == 2 * close.row_of(offset, block)
    assert wide.row(wide.height) is None
    assert wide.rows_of(1) == range(2 * close.rows_of(1).start, 2 * close.rows_of(1).stop)
