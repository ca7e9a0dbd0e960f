"""What the room sees and what is being written lie in the session, and are no part of its record."""

from dataclasses import replace

import pytest

from negotext.store import ReadOnly, Shown, Unfinished, UnknownAddress, open_session


def test_the_room_sees_what_was_put_up_last(session, other):
    assert other.room() is None
    session.show_room(Shown(1, "5:1"))
    session.show_room(Shown(1, "5:2", names=True, screen="outcome"))
    seen = other.room()
    assert replace(seen, at="") == Shown(1, "5:2", True, "outcome")
    assert seen.at.endswith("Z")


def test_putting_something_up_is_seen_in_the_data_version_and_not_in_the_log(session, other):
    before, log = other.data_version, other.last
    session.show_room(Shown(1, "5:1"))
    assert other.data_version != before
    assert (other.last, other.poll()) == (log, [])


def test_a_merge_that_is_being_written_is_kept_and_offered_again(session, new):
    session.keep_unfinished(Unfinished(1, "5:2", "Chair", "sho", (1,)))
    session.keep_unfinished(Unfinished(1, "5:2", "Chair", "should", (1, 2)))
    session.keep_unfinished(Unfinished(1, "5:2", "Secretariat", "ought to"))
    with open_session(session.path) as again:
        (found,) = again.unfinished("Chair")
        assert (found.text, found.sources) == ("should", (1, 2))
        assert {each.who for each in again.unfinished()} == {"Chair", "Secretariat"}
    session.drop_unfinished("5:2", "Chair")
    assert [each.who for each in session.unfinished()] == ["Secretariat"]


def test_nothing_is_kept_on_a_choice_that_is_not_there(session):
    with pytest.raises(UnknownAddress):
        session.keep_unfinished(Unfinished(1, "9:9", "Chair", "words"))


def test_who_only_reads_puts_nothing_up(new):
    with open_session(new(), read_only=True) as reader, pytest.raises(ReadOnly):
        reader.show_room(Shown(1, "5:1"))
