"""Choices of small drafts: what they are, who stands where, and how they are addressed."""

import pytest

from negotext.model import Act, ChoiceKind, Decision, Side
from negotext.outcome import choices_of, outcome
from negotext.reading import read_text


def choices(text, language="en"):
    return {choice.address: choice for choice in choices_of(read_text(text, language=language))}


def wordings(choice):
    return [alternative.text for alternative in choice.alternatives]


def stands(choice):
    return [(stand.delegation, str(stand.side), stand.alternative) for stand in choice.stands]


@pytest.mark.parametrize(
    ("draft", "kind", "expected"),
    [
        ("5. The plan [also] covers ports.", ChoiceKind.OPTIONAL, ["", "also"]),
        ("5. The plan [shall][should] cover ports.", ChoiceKind.RIVALS, ["", "shall", "should"]),
        ("5. note [with care][“with great care” – Peru]", ChoiceKind.RIVALS, ["", "with care", "with great care"]),
        ("5. within [30]/[20] days", ChoiceKind.RIVALS, ["", "30", "20"]),
        (
            "5. be [complementary to / compatible with] them",
            ChoiceKind.RIVALS,
            ["", "complementary to", "compatible with"],
        ),
        ("5. The plan [“gradually” – Peru] grows.", ChoiceKind.INSERTION, ["", "gradually"]),
        ("5. The [CL oppose: new] plan", ChoiceKind.OPTIONAL, ["", "new"]),
        ("5. The “new” [Chile: delete] plan", ChoiceKind.DELETION, ["", "new"]),
        ("5. The [new][Chile – replace with “old”] plan", ChoiceKind.REPLACEMENT, ["", "new", "old"]),
    ],
)  # fmt: skip
def test_kinds_of_choice(draft, kind, expected):
    choice = choices(draft)["5:1"]
    assert (choice.kind, wordings(choice)) == (kind, expected)


@pytest.mark.parametrize(
    "draft",
    [
        "5. with [all] [positive and negative] impacts",
        "5. measures [which the Committee has approved] [until 2015]",
        "5. in ports[, terminals][, and at anchor] by night",
    ],
)
def test_insertions_side_by_side_are_no_rivals(draft):
    assert list(choices(draft)) == ["5:1", "5:2"]


def test_two_pairs_of_rivals_with_a_space_between_are_two_choices():
    found = choices("5. The [Fund][Facility] [shall][should] pay.")
    assert [wordings(choice)[1:] for choice in found.values()] == [["Fund", "Facility"], ["shall", "should"]]


def test_who_stands_where():
    (choice,) = choices("5. The plan [“now” – Peru; Chile supports; Norway opposes; Japan: delete] starts.").values()
    assert stands(choice) == [("PE", "for", 1), ("CL", "for", 1), ("NO", "against", 1), ("JP", "for", 0)]


def test_support_behind_a_deletion_is_support_for_the_deletion():
    choice = choices("12. 与[与成员国][阿尔及利亚——删除；俄罗斯支持；法国——不同意]协商", "zh")["12:1"]
    assert stands(choice) == [("DZ", "for", 0), ("RU", "for", 0), ("FR", "against", 0)]


def test_nested_choices_keep_their_own_addresses():
    found = choices("5. [All ports [and terminals] shall [report [twice]] yearly.] They [may] appeal.")
    assert list(found) == ["5:1", "5:1.1", "5:1.2", "5:1.2.1", "5:2"]
    assert found["5:1.2.1"].parent == "5:1.2"


def test_a_chairs_alternative_stands_against_its_paragraph():
    found = choices(
        "5. The review examines the network.\n\n"
        "[Chair's alternative text\n\n"
        "5. The review shall be [“independent” – Ghana].]\n\n"
        "6. Other matters.\n"
    )
    passage = found["5:1"]
    assert passage.kind is ChoiceKind.PASSAGE
    assert wordings(passage)[1:] == [
        "5. The review examines the network.",
        "5. The review shall be [“independent” – Ghana].",
    ]
    assert stands(passage) == [("CHAIR", "for", 2)]
    assert (found["C5:1"].parent, found["C5:1"].within) == ("5:1", 2)


def test_lines_on_an_item_make_a_passage_of_it():
    found = choices(
        "6. The programme shall:\n\n"
        "• map the reefs;\n\n"
        "• pay the fishers.\n\n"
        "Ghana: new wording for the item above: pay the artisanal fishers.\n\n"
        "Chile: delete the last two items.\n"
    )
    assert [stands(choice) for choice in found.values()] == [[("CL", "for", 0)], [("GH", "for", 2), ("CL", "for", 0)]]


def test_options_are_alternatives_with_their_labels():
    (options,) = (
        choice
        for choice in choices(
            "5. [Option 1: Parties shall report each year;\n\nOption 2: Parties may report;\n\nOption 3: No text.]\n"
        ).values()
        if choice.kind is ChoiceKind.OPTIONS
    )
    assert [alternative.label for alternative in options.alternatives] == ["", "Option 1", "Option 2", "Option 3"]
    assert wordings(options)[1:] == ["Parties shall report each year;", "Parties may report;", ""]


def test_editorial_brackets_are_no_choices():
    assert choices("5. See [1] the plan [to be completed] of [X] days [sic].") == {}


def test_the_terms_of_reference_have_their_choices(shared):
    draft = (shared / "corpus" / "wo-pbc-35-7-annex.zh.txt").read_text(encoding="utf-8")
    found = choices(draft, "zh")
    assert stands(found["A:1"]) == [("PK", "for", 0), ("AE", "against", 0)]
    assert wordings(found["C10(1):1"])[1:] == ["每个", "网络"]
    assert [s[0] for s in stands(found["C9:8"])] == ["CA", "ZA", "IN", "DZ", "IR"]
    assert {address: choice.parent for address, choice in found.items()}["C9:1"] == "9:1"


def test_the_same_words_wanted_twice_are_one_alternative():
    choice = choices("5. Ships [“shall” – Chile] [“shall” – Norway] [“will” – Kenya] sail.")["5:1"]
    assert wordings(choice) == ["", "shall", "will"]
    assert stands(choice) == [("CL", "for", 1), ("NO", "for", 1), ("KE", "for", 2)]


def test_line_wraps_do_not_make_rivals_of_insertions():
    flat = choices("5. 提供[给有关成员国][“和各驻外办事处” – 秘鲁]。", language="zh")
    wrapped = choices("5. 提供[给有\n\n关成员国][“和各驻外\n\n办事处” – 秘鲁]。", language="zh")
    assert [choice.kind for choice in flat.values()] == [choice.kind for choice in wrapped.values()]


SEVERAL = """\
19. The Board shall meet.

20. The Board shall report:
(a) to the Council;

{line}

21. The Board shall rest.
"""


@pytest.mark.parametrize("which", ["paragraphs 19 and 20", "paragraphs 19 to 20", "paras 19-20"])
def test_new_words_for_several_paragraphs_replace_them_all(which):
    draft = read_text(SEVERAL.format(line=f"Chile: replace {which} with “The Board shall meet and report.”"))
    (choice,) = choices_of(draft)
    was = "19. The Board shall meet. 20. The Board shall report: (a) to the Council;"
    assert [each.text for each in choice.alternatives] == ["", was, "The Board shall meet and report."]
    decided = {choice.address: Decision(choice.address, Act.ACCEPT, 2)}
    assert outcome(draft, [choice], decided).text.split() == (
        "19. The Board shall meet and report. 21. The Board shall rest.".split()
    )
    # Left as they are, they are there in full, and the line is gone.
    decided = {choice.address: Decision(choice.address, Act.ACCEPT, 1)}
    assert "Chile" not in outcome(draft, [choice], decided).text


def test_several_paragraphs_to_be_deleted_are_a_place_each():
    draft = read_text(SEVERAL.format(line="Chile: delete paragraphs 19 and 20."))
    found = {each.address: [(s.delegation, s.side, s.alternative) for s in each.stands] for each in choices_of(draft)}
    assert found == {"19:1": [("CL", Side.FOR, 0)], "20:1": [("CL", Side.FOR, 0)]}


@pytest.mark.parametrize(
    ("language", "line", "meant"),
    [
        ("en", "Chile: delete paragraphs 19 and 21.", ["19", "21"]),
        ("en", "Chile: delete paragraphs 19, 21 and 22.", ["19", "21", "22"]),
        ("en", "Chile: delete paragraphs 19 and 21 to 23.", ["19", "21", "22", "23"]),
        ("en", "Chile: delete paragraph 19.", ["19"]),
        ("fr", "Chili : supprimer les paragraphes 19 et 21.", ["19", "21"]),
        ("es", "Chile: suprimir los párrafos 19 y 21.", ["19", "21"]),
        ("ru", "Чили: исключить пункты 19 и 21.", ["19", "21"]),
        ("en", "Chile: delete paragraphs 19 & 21.", ["19", "21"]),
        ("zh", "智利：删除第19和21段。", ["19", "21"]),
        ("zh", "智利：删除第19段和第21段。", ["19", "21"]),
        ("ar", "شيلي: حذف الفقرتين 19 و21.", ["19", "21"]),
    ],
)
@pytest.mark.parametrize("written", ["{}", "[{}]", "24. The Board [{}] acts."], ids=["line", "bracket", "within"])
def test_all_paragraphs_that_are_named_are_meant(language, line, meant, written):
    text = "\n\n".join([*(f"{number}. The Board shall meet." for number in range(18, 24)), written.format(line)])
    found = choices_of(read_text(text, language=language))
    assert [each.paragraph for each in found] == meant
    assert all([(s.delegation, s.side, s.alternative) for s in each.stands] == [("CL", Side.FOR, 0)] for each in found)


@pytest.mark.parametrize("written", ["{}", "[{}]"], ids=["line", "bracket"])
def test_who_reacts_to_several_paragraphs_reacts_to_each(written):
    draft = read_text(SEVERAL.format(line=written.format("Chile: delete paragraphs 19 and 20; Peru opposes")))
    found = {each.address: [(s.delegation, s.side) for s in each.stands] for each in choices_of(draft)}
    assert found == {address: [("CL", Side.FOR), ("PE", Side.AGAINST)] for address in ("19:1", "20:1")}


@pytest.mark.parametrize("written", ["{}", "[{}]", "22. The Board [{}] acts."], ids=["line", "bracket", "within"])
def test_what_speaks_of_several_paragraphs_goes_with_the_last_of_them(written):
    draft = read_text(SEVERAL.format(line=written.format("Chile: delete paragraphs 19 and 20")))
    made = choices_of(draft)
    one, two = (Decision(address, Act.ACCEPT, 1) for address in ("19:1", "20:1"))
    assert "Chile" in outcome(draft, made, {"19:1": one}).text
    assert "Chile" not in outcome(draft, made, {"19:1": one, "20:1": two}).text


def test_a_bracket_with_new_words_for_other_paragraphs_is_no_place_of_its_own():
    line = (
        "22. The Board acts. [Chile: replace paragraphs 19 and 20 with “The Board shall meet and report”; Peru opposes]"
    )
    draft = read_text(SEVERAL.format(line=line))
    (choice,) = choices_of(draft)
    assert (choice.address, stands(choice)) == ("19:1", [("CL", "for", 2), ("PE", "against", 2)])
    text = outcome(draft, [choice], {"19:1": Decision("19:1", Act.ACCEPT, 2)}).text
    assert text.split() == ("19. The Board shall meet and report 22. The Board acts. 21. The Board shall rest.".split())
    # Who wants something where the bracket stands is heard there.
    line = "22. The Board acts [Chile: replace paragraph 19 with “The Board rests”; Kenya: “daily”]."
    assert "22:1" in {each.address for each in choices_of(read_text(SEVERAL.format(line=line)))}


def test_who_asked_for_words_that_the_text_has_by_now_is_for_them():
    found = choices(
        "10. The Committee will publish the list.\n\n"
        "Barbados proposed to replace “keep” with “publish”. Norway disagreed with “publish”.\n"
    )
    assert stands(found["10:1"]) == [("BB", "for", 1), ("NO", "against", 1)]
    assert "10:1" not in choices("10. We publish it.\n\nBarbados proposed to replace “keep” with “publish”.\n")


def test_a_paragraph_that_a_footnote_interrupts_is_one_passage():
    """Who speaks on the whole paragraph is heard, though the end of a page lies in it."""
    text = (
        "1. [Chile proposes: The Council meets in June, and\n\n____________________\n1  A note.\n\n\f"
        "in December.]\n\nNorway: supports paragraph 1.\n\n2. [The Council adjourns.]\n"
    )
    whole = choices(text)["1:1"]
    assert whole.kind is ChoiceKind.PASSAGE
    assert stands(whole) == [("NO", "for", 1)]


def test_paragraphs_of_different_numbers_are_no_rivals():
    found = choices("[5. The Fund shall pay for the ports.]\n\n[6. The Fund should pay for the ports.]")
    assert {address: choice.kind for address, choice in found.items()} == {
        "5:1": ChoiceKind.OPTIONAL,
        "6:1": ChoiceKind.OPTIONAL,
    }


def test_a_footnote_between_two_rivals_parts_them_not():
    draft = "5. The Fund¹ pays for [all ports in the region]\n\n1  See [decision 3].\n\n[all ports of the region]."
    assert wordings(choices(draft)["5:1"]) == ["", "all ports in the region", "all ports of the region"]


def test_places_of_a_footnote_are_counted_behind_those_of_its_paragraph():
    draft = "5. The [new] Fund¹ pays and\n\n1  It is [small].\n\nreports [yearly].\n\n6. End [soon]."
    found = {address: wordings(choice)[1] for address, choice in choices(draft).items()}
    assert found == {"5:1": "new", "5:2": "yearly", "5:3": "small", "6:1": "soon"}


@pytest.mark.parametrize(
    ("language", "draft"),
    [
        ("en", "5. Ports report [in good time][in very good time]."),
        ("en", "5. Ports are [rarely][in some cases] closed."),
        ("en", "5. Ports report [annually][every two years]."),
        ("en", "5. Parties [, as appropriate,][, where possible,] report."),
        ("fr", "5. Les ports notent [avec regret] [avec un vif regret]."),
        ("fr", "5. Les ports sont [rarement][dans certains cas] fermés."),
        ("es", "5. Los puertos observan [con pesar][con profundo pesar]."),
        ("es", "5. Los puertos se cierran [rara vez][en algunos casos]."),
        ("ru", "5. Порты отмечают [с сожалением][с глубоким сожалением]."),
        ("ru", "5. Порты закрываются [редко][в отдельных случаях]."),
        ("zh", "5. 港口[很少][在某些情况下]关闭。"),
        ("ar", "5 - تلاحظ الموانئ [مع الأسف][مع شديد الأسف]."),
        ("ar", "5 - تغلق الموانئ [نادرا][في بعض الحالات]."),
    ],
)
def test_nobody_wants_the_same_said_twice(language, draft):
    assert [each.kind for each in choices(draft, language).values()] == [ChoiceKind.RIVALS]


@pytest.mark.parametrize(
    "draft",
    [
        "5. the plan [which covers ports] [until 2015] shall",
        "5. Ports report [in time][in the plan of ports, in full].",
        "5. Parties [, as appropriate,][and other stakeholders, as they see fit,] report.",
        "5. of [all ports] [and all coastal ports]",
        "5. The Board meets [in Geneva][in June].",
        "5. The Board meets [regularly][in Geneva].",
    ],
)
def test_words_that_go_together_are_no_rivals(draft):
    assert [each.kind for each in choices(draft).values()] == [ChoiceKind.OPTIONAL, ChoiceKind.OPTIONAL]
