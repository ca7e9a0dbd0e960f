"""Moves as Word writes them: two ranges of one name, with the words that go and those that come."""

from word.packages import comment, commented, docx, gone, ins, p, run

from negotext.model import Stance
from negotext.outcome import choices_of
from negotext.word.reading import read_docx

WHEN = "2026-11-20T10:00:00Z"


def ranged(end: str, inside: str, name: str = "move7", author: str = "Chile", key: str = "3") -> str:
    """The range of one end of a move, `From` or `To`, around what stands in it."""
    return (
        f'<w:move{end}RangeStart w:id="{key}" w:author="{author}" w:date="{WHEN}" w:name="{name}"/>{inside}'
        f'<w:move{end}RangeEnd w:id="{key}"/>'
    )


def away(words: str, **more: str) -> str:
    return ranged("From", gone("Chile", run(words), tag="moveFrom"), key="3", **more)


def here(words: str, **more: str) -> str:
    return ranged("To", ins("Chile", words, tag="moveTo"), key="4", **more)


def moved_mark(end: str) -> str:
    """Properties of a paragraph whose end is moved with it."""
    return f'<w:rPr><w:move{end} w:id="9" w:author="Chile" w:date="{WHEN}"/></w:rPr>'


def read(*paragraphs: str, **parts: str):
    return read_docx(docx("".join(paragraphs), **parts), "x", "en")


def held(draft):
    return [(each.delegation, each.stance.value, each.text, each.target) for each in draft.positions]


def test_words_moved_to_another_paragraph_stay_where_they_were():
    draft = read(p("1. ", away("Quickly, "), "Parties report."), p("2. Parties ", here("Quickly, "), "meet."))
    assert draft.source.text == "1. Quickly, [Chile: move behind “2. Parties”] Parties report.\n\n2. Parties meet.\n"


def test_a_move_is_one_position_with_its_date_about_the_words_that_stood_there():
    draft = read(p("1. ", away("Quickly, "), "Parties report."), p("2. ", here("Quickly, "), "Parties meet."))
    assert held(draft) == [("CL", "move", None, "Quickly,")]
    (position,) = draft.positions
    assert (position.paragraph, position.date) == ("1", WHEN)
    assert position.about.of(draft.source.text) == "Quickly,"


def test_a_paragraph_is_moved_with_its_end():
    """As Word does it: the ranges reach into the paragraphs behind, and the ends of both paragraphs are marked."""
    draft = read(
        p("1. Parties report."),
        p(
            f'<w:moveFromRangeStart w:id="3" w:author="Chile" w:date="{WHEN}" w:name="move7"/>',
            gone("Chile", run("2. Costs are shared."), tag="moveFrom"),
            properties=moved_mark("From"),
        ),
        p('<w:moveFromRangeEnd w:id="3"/>', "3. Parties meet."),
        p("4. Ports are clean."),
        p(
            f'<w:moveToRangeStart w:id="4" w:author="Chile" w:date="{WHEN}" w:name="move7"/>',
            ins("Chile", "2. Costs are shared.", tag="moveTo"),
            properties=moved_mark("To"),
        ),
        p('<w:moveToRangeEnd w:id="4"/>', "5. The end."),
    )
    assert draft.source.text == (
        "1. Parties report.\n\n2. Costs are shared. [Chile: move below the paragraph “4. Ports are clean.”]\n\n"
        "3. Parties meet.\n\n4. Ports are clean.\n\n5. The end.\n"
    )
    assert held(draft) == [("CL", "move", None, "2. Costs are shared.")]
    assert [each.paragraph for each in draft.blocks] == ["1", "2", "3", "4", "5"]
    assert not draft.diagnostics


def test_two_paragraphs_are_moved_as_one():
    first, second = (gone("Chile", run(words), tag="moveFrom") for words in ("2. B.", "3. C."))
    draft = read(
        '<w:moveToRangeStart w:id="4" w:name="m"/>',
        p(ins("Chile", "2. B.", tag="moveTo"), properties=moved_mark("To")),
        p(ins("Chile", "3. C.", tag="moveTo"), properties=moved_mark("To")),
        '<w:moveToRangeEnd w:id="4"/>',
        p("1. A."),
        '<w:moveFromRangeStart w:id="3" w:name="m"/>',
        p(first, properties=moved_mark("From")),
        p(second, properties=moved_mark("From")),
        '<w:moveFromRangeEnd w:id="3"/>',
        p("4. D."),
    )
    assert held(draft) == [("CL", "move", None, "2. B. 3. C.")]
    assert draft.source.text == ("1. A.\n\n2. B.\n\n3. C. [Chile: move above the paragraph “1. A.”]\n\n4. D.\n")


def test_words_moved_within_a_paragraph():
    draft = read(p("1. Parties ", away("swiftly "), "meet and report", here(" swiftly"), "."))
    assert (
        draft.source.text == "1. Parties swiftly [Chile: move behind “1. Parties meet and report”] meet and report.\n"
    )
    assert held(draft) == [("CL", "move", None, "swiftly")]


def test_what_was_changed_on_the_way_is_a_change_where_the_words_stood():
    draft = read(
        p("1. ", away("Parties report each year."), " They meet."),
        p("2. The end. ", here("Parties shall report each year.")),
    )
    assert ("CL", "insert", "shall", None) in held(draft)
    assert [each[:2] for each in held(draft) if each[1] == "move"] == [("CL", "move")]
    assert "1. Parties [“shall” – Chile] report each year." in draft.source.text
    assert draft.source.text.endswith("2. The end.\n")


def test_words_put_in_among_moved_words_and_struck_out_by_another():
    inside = (
        ins("Chile", "Parties ", tag="moveTo")
        + ins("Peru", "all ")
        + ins("Chile", "report ", gone("Norway", run("each year")), tag="moveTo")
    )
    draft = read(p("1. ", away("Parties report each year"), "."), p("2. So: ", ranged("To", inside, key="4")))
    assert sorted(held(draft))[0][:2] == ("CL", "move")
    assert ("PE", "insert", "all", None) in held(draft)
    assert ("NO", "delete", None, "each year") in held(draft)
    assert {each.paragraph for each in draft.positions} == {"1"}


def test_a_move_of_which_one_end_is_lost_is_what_is_left_of_it():
    draft = read(p("1. ", away("Quickly, "), "Parties report."), p("2. Parties meet."))
    assert held(draft) == [("CL", "delete", None, "Quickly,")]
    draft = read(p("1. Parties report."), p("2. ", here("Quickly, "), "Parties meet."))
    assert held(draft) == [("CL", "insert", "Quickly,", None)]


def test_ends_of_different_names_are_no_move():
    draft = read(
        p("1. ", away("Quickly, ", name="move7"), "Parties report."),
        p("2. ", here("Quickly, ", name="move8"), "Parties meet."),
    )
    assert [each[:2] for each in held(draft)] == [("CL", "delete"), ("CL", "insert")]


def test_ends_of_different_authors_are_no_move():
    theirs = ranged("To", ins("Peru", "Quickly, ", tag="moveTo"), author="Peru", key="4")
    draft = read(p("1. ", away("Quickly, "), "Parties report."), p("2. ", theirs, "Parties meet."))
    assert [each[:2] for each in held(draft)] == [("CL", "delete"), ("PE", "insert")]


def test_two_moves_that_cross():
    draft = read(
        p("1. ", away("One ", name="a"), here("Two ", name="b"), "rest."),
        p("2. ", away("Two ", name="b"), here("One ", name="a"), "rest."),
    )
    assert held(draft) == [("CL", "move", None, "One"), ("CL", "move", None, "Two")]


def test_a_comment_on_moved_words_stays():
    words = commented("5", gone("Chile", run("Quickly, "), tag="moveFrom"))
    draft = read(
        p("1. ", ranged("From", words), "Parties report."),
        p("2. ", here("Quickly, "), "Parties meet."),
        comments=comment("5", "Peru", "support"),
    )
    assert {each[:2] for each in held(draft)} == {("CL", "move"), ("PE", "support")}


def test_a_move_is_no_wish_for_other_words():
    draft = read(p("1. [", away("Quickly, "), "Parties] report."), p("2. ", here("Quickly, "), "Parties meet."))
    assert [each.stance for each in draft.positions] == [Stance.MOVE]
    for choice in choices_of(draft):
        assert all(stand.side == "remarks" for stand in choice.stands)
