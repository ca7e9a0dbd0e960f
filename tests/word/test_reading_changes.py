"""Tracked changes become positions; the base text is what stood there before them."""

import pytest
from word.packages import bookmarked, docx, gone, ins, mark, p, run, table

from negotext.model import Act, Anchor, Decision, Stance
from negotext.outcome import choices_of, outcome
from negotext.word.reading import read_docx


def read(*paragraphs, language="en", **options):
    return read_docx(docx("".join(paragraphs)), "draft.docx", language, **options)


def text(draft):
    return draft.source.text.rstrip("\n")


def held(draft):
    """Who wants what, in short."""
    return [(each.delegation, each.stance.value, each.text, each.target) for each in draft.positions]


def before(draft):
    """The outcome with every place left as the base text has it."""
    choices = choices_of(draft)
    decisions = {each.address: Decision(each.address, Act.ACCEPT, each.base) for each in choices}
    return outcome(draft, choices, decisions).text.rstrip("\n")


def test_an_insertion():
    draft = read(p("1. Parties shall", ins("Algeria", " annually"), " report."))
    assert text(draft) == "1. Parties shall [“annually” – Algeria] report."
    assert held(draft) == [("DZ", "insert", "annually", None)]
    assert before(draft) == "1. Parties shall report."


def test_a_deletion():
    draft = read(p("1. Parties shall ", gone("DZ", "annually "), "report."))
    assert text(draft) == "1. Parties shall [annually – Algeria: delete] report."
    assert held(draft) == [("DZ", "delete", None, "annually")]
    assert before(draft) == "1. Parties shall annually report."


@pytest.mark.parametrize("turned", [False, True])
def test_old_and_new_words_side_by_side_are_a_replacement(turned):
    changes = [gone("Algeria", "shall"), ins("Algeria", "should")]
    draft = read(p("1. Parties ", *(changes[::-1] if turned else changes), " report."))
    assert text(draft) == "1. Parties [shall – Algeria: replace by “should”] report."
    assert held(draft) == [("DZ", "replace", "should", "shall")]
    assert before(draft) == "1. Parties shall report."


def test_rivals_are_nobodys_replacement():
    draft = read(p("1. Parties ", gone("Algeria", "shall"), ins("Brazil", "should"), " report."))
    assert held(draft) == [("DZ", "delete", None, "shall"), ("BR", "insert", "should", None)]


def test_what_one_author_did_in_several_runs_is_one_change_with_the_latest_date():
    change = (
        ins("Algeria", "at least ", date="2026-11-20T10:00:00Z"),
        ins("Algeria", "once", date="2026-11-20T10:05:00Z"),
    )
    draft = read(p("1. Parties report ", *change, "."))
    assert [(each.text, each.date) for each in draft.positions] == [("at least once", "2026-11-20T10:05:00Z")]


@pytest.mark.parametrize("date", ["", "yesterday", "2026-11-20T10:00:00Z'; DROP TABLE position"])
def test_a_date_that_is_none_is_left_out(date):
    assert read(p("1. A ", ins("Algeria", "b", date=date), " c.")).positions[0].date == ""


def test_a_deletion_inside_an_insertion():
    draft = read(p("1. All ", ins("Chile", "of ", gone("Peru", "these "), "words"), " stay."))
    assert text(draft) == "1. All [“of [these – Peru: delete] words” – Chile] stay."
    assert [each[:2] for each in held(draft)] == [("CL", "insert"), ("PE", "delete")]
    assert before(draft) == "1. All stay."


def test_what_its_author_took_back_was_never_there():
    draft = read(p("1. All ", ins("Chile", "the ", gone("Chile", "very "), "words"), " stay."))
    assert held(draft) == [("CL", "insert", "the words", None)]


def test_a_move_without_ranges_is_a_deletion_and_an_insertion():
    draft = read(
        p("1. ", gone("Chile", "Quickly, ", tag="moveFrom"), "Parties report."),
        p("2. ", ins("Chile", "Quickly, ", tag="moveTo"), "Parties meet."),
    )
    assert held(draft) == [("CL", "delete", None, "Quickly,"), ("CL", "insert", "Quickly,", None)]
    assert [each.paragraph for each in draft.positions] == ["1", "2"]


@pytest.mark.parametrize("author", ["Bob Smith", "Microsoft Office User", "张三", "A: delete – B; C [chair]", "?", "“"])
def test_an_unknown_author_stands_for_itself(author):
    draft = read(p("1. Parties ", gone(author, "shall"), ins(author, "should"), " report", ins(author, " soon"), "."))
    assert held(draft) == [(author, "replace", "should", "shall"), (author, "insert", "soon", None)]
    assert [each.code for each in draft.diagnostics] == ["unknown-author"]
    assert before(draft) == "1. Parties shall report."


def test_an_author_can_be_named():
    draft = read(p("1. A ", ins("Delegate 3", "b"), " c."), authors={"Delegate 3": "DZ"})
    assert held(draft) == [("DZ", "insert", "b", None)]
    assert text(draft) == "1. A [“b” – Algeria] c."
    assert not draft.diagnostics


@pytest.mark.parametrize(
    ("author", "code", "group"),
    [
        ("Algeria", "DZ", None),
        ("DZ", "DZ", None),
        ("Delegation of Algeria", "DZ", None),
        ("Algérie", "DZ", None),
        ("Délégation de l’Algérie", "DZ", None),
        ("阿尔及利亚代表团", "DZ", None),
        ("Делегация Алжира", "DZ", None),
        ("DZ delegation", "DZ", None),
        ("Permanent Mission of the Republic of Korea", "KR", None),
        ("Algeria (on behalf of the African Group)", "DZ", "AFRICAN_GROUP"),
        ("Secretariat", "SECRETARIAT", None),
        ("Chad Smith", "Chad Smith", None),
        ("Georgia O’Keeffe", "Georgia O’Keeffe", None),
    ],
)
def test_authors_are_delegations(author, code, group):
    (position,) = read(p("1. A ", ins(author, "b"), " c.")).positions
    assert (position.delegation, position.on_behalf_of, position.stance) == (code, group, Stance.INSERT)


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("ar", "أ [«ب» – الجزائر] [ج – الجزائر: حذف] د [ه – الجزائر: الاستعاضة عنها بعبارة «و»] ز"),
        ("en", "أ [“ب” – Algeria] [ج – Algeria: delete] د [ه – Algeria: replace by “و”] ز"),
        ("es", "أ [«ب» – Argelia] [ج – Argelia: suprimir] د [ه – Argelia: sustituir por «و»] ز"),
        ("fr", "أ [« ب » – Algérie] [ج – Algérie : supprimer] د [ه – Algérie : remplacer par « و »] ز"),
        ("ru", "أ [«ب» – Алжир] [ج – Алжир: исключить] د [ه – Алжир: заменить на «و»] ز"),
        ("zh", "أ [“ب”——阿尔及利亚] [ج——阿尔及利亚：删除] د [ه——阿尔及利亚：改为“و”] ز"),
    ],
)
def test_the_notation_is_that_of_the_language(language, written):
    changes = gone("DZ", "ه"), ins("DZ", "و")
    draft = read(p("أ ", ins("DZ", "ب"), " ", gone("DZ", "ج"), " د ", *changes, " ز"), language=language)
    assert text(draft) == written
    assert held(draft) == [("DZ", "insert", "ب", None), ("DZ", "delete", None, "ج"), ("DZ", "replace", "و", "ه")]


def test_brackets_with_their_partners_are_words_like_others():
    draft = read(p("1. Parties ", ins("Chile", "[shall][should] "), "report ", gone("Peru", "[every year]"), "."))
    assert text(draft) == "1. Parties [“[shall][should]” – Chile] report [[every year] – Peru: delete]."
    assert ("CL", "insert", "[shall][should]", None) in held(draft)
    assert ("PE", "delete", None, "[every year]") in held(draft)
    assert not [each for each in draft.diagnostics if each.code.endswith("bracket")]


def test_brackets_put_around_words():
    draft = read(p("1. Parties ", ins("India", "["), "shall", ins("India", "]"), " report."))
    assert text(draft) == "1. Parties [shall] [India: bracket] report."
    assert held(draft) == [("IN", "bracket", None, "shall")]


def test_brackets_taken_away():
    draft = read(p("1. Parties ", gone("India", "["), "shall", gone("India", "]"), " report."))
    assert text(draft) == "1. Parties [shall] [India: support] report."
    assert held(draft) == [("IN", "support", None, "shall")]


def test_one_of_two_rivals_taken_out():
    draft = read(p("1. Parties [shall", gone("India", "][should"), "] report."))
    assert text(draft) == "1. Parties [shall][should] [India: delete “)(should”] report."
    assert [(each.delegation, each.stance) for each in draft.positions] == [("IN", Stance.DELETE)]


def test_a_bracket_without_a_partner_becomes_a_parenthesis_and_the_position_keeps_it():
    draft = read(p("1. Parties ", ins("India", "shall] [ "), "report."))
    assert text(draft) == "1. Parties [“shall) (” – India] report."
    assert held(draft) == [("IN", "insert", "shall] [", None)]
    assert not draft.tree.unclosed and not draft.tree.unopened


def test_a_new_paragraph_stands_alone():
    draft = read(p("1. One.", properties=mark("ins", "Chile")), p(ins("Chile", "A new one.")), p("2. Two."))
    assert text(draft) == "1. One.\n\n[“A new one.” – Chile]\n\n2. Two."
    assert held(draft) == [("CL", "insert", "A new one.", None)]


def test_a_paragraph_that_somebody_split_is_one():
    draft = read(p("1. One half ", properties=mark("ins", "Chile")), p("and the other."))
    assert text(draft) == "1. One half and the other."
    assert [each.message for each in draft.diagnostics] == [
        "Chile split this paragraph; the text has it as it was before"
    ]


def test_paragraphs_that_somebody_joined_are_two():
    draft = read(p("1. One.", properties=mark("del", "Chile")), p("2. Two."))
    assert text(draft) == "1. One.\n\n2. Two."
    assert [each.code for each in draft.diagnostics] == ["paragraph-mark"]


def test_a_paragraph_that_goes():
    draft = read(p(gone("Chile", "1. One."), properties=mark("del", "Chile")), p("2. Two."))
    assert text(draft) == "[1. One. – Chile: delete]\n\n2. Two."
    assert held(draft) == [("CL", "delete", None, "1. One.")]
    assert not draft.diagnostics


def test_a_row_of_a_table_that_goes_and_one_that_comes():
    rows = table(["Port", "Dues"], ["Suva", "10"], ["Apia", "12"])
    old, new = (f'<w:trPr><w:{change} w:id="1" w:author="Fiji" w:date=""/></w:trPr>' for change in ("del", "ins"))
    first, second, third = rows.split("<w:tr>")[1:]
    draft = read(f"<w:tbl><w:tr>{first}<w:tr>{old}{second}<w:tr>{new}{third}", p("End."))
    assert text(draft) == "Port | Dues\n\n[Suva | 10 – Fiji: delete]\n\n[“Apia | 12” – Fiji]\n\nEnd."
    assert held(draft) == [("FJ", "delete", None, "Suva | 10"), ("FJ", "insert", "Apia | 12", None)]


def test_strikeout_and_underline_are_nothing_unless_asked_for():
    paragraph = p("1. Parties ", run("shall", "<w:strike/>"), run("should", '<w:u w:val="single"/>'), " report.")
    assert text(read(paragraph)) == "1. Parties shallshould report."
    draft = read(paragraph, typography=True)
    assert text(draft) == "1. Parties [shall][should] report."
    assert not draft.positions
    assert [alternative.text for alternative in choices_of(draft)[0].alternatives] == ["", "shall", "should"]


def test_hidden_bookmarks_are_anchors():
    draft = read(
        p(
            "1. Parties ",
            bookmarked("_nt_0123abcd_1_4", "[shall]", ins("Chile", "[not]")),
            " x ",
            bookmarked("_Toc1", "y"),
        )
    )
    (anchor,) = draft.anchors
    assert anchor.name == "_nt_0123abcd_1_4"
    assert anchor.span.of(draft.source.text) == "[shall][“[not]” – Chile]"
    assert isinstance(anchor, Anchor)
