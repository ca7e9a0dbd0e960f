"""Labels at the beginning of a line, as printed."""

import pytest

from negotext.blocks.labels import find_label
from negotext.languages import load_lexicon

FOUND = [
    # numbered paragraphs
    ("en", "5. The Committee", "paragraph", "5", "The Committee"),
    ("en", "5. 10 per cent of", "paragraph", "5", "10 per cent of"),
    ("en", "3. to report", "paragraph", "3", "to report"),
    ("en", "10.(1) Relevance", "paragraph", "10(1)", "Relevance"),
    ("en", "13.", "paragraph", "13", ""),
    ("en", "35.1", "paragraph", "35.1", ""),
    ("en", "16.2 Be brief", "paragraph", "16.2", "Be brief"),
    ("en", "18 ter. [Lists", "paragraph", "18 ter", "[Lists"),
    ("en", "12 bis. [All", "paragraph", "12 bis", "[All"),
    ("en", "[12 ter. New", "paragraph", "12 ter", "New"),
    ("en", "2.bis The", "paragraph", "2 bis", "The"),
    ("en", "3.1ter Safe ports", "paragraph", "3.1 ter", "Safe ports"),
    ("en", "18 ter.2 From January", "paragraph", "18 ter.2", "From January"),
    ("en", "16.5 quater. Be open", "paragraph", "16.5 quater", "Be open"),
    ("en", "31 terdecies. A list", "paragraph", "31 terdecies", "A list"),
    ("en", "[37. ter", "paragraph", "37 ter", ""),
    ("en", "8. Alt. The duty", "paragraph", "8 Alt", "The duty"),
    ("en", "[1. bis. Alt. The duty", "paragraph", "1 bis Alt", "The duty"),
    ("en", "[4][2]. Recognizes", "paragraph", "4", "Recognizes"),
    ("en", "(ABS)9.1. Samples", "paragraph", "(ABS)9.1", "Samples"),
    ("en", "OP7 bis Calls on", "paragraph", "OP7 bis", "Calls on"),
    ("en", "PP3. Recalling", "paragraph", "PP3", "Recalling"),
    ("en", "Article AA.B.1:   {Aims}", "paragraph", "Article AA.B.1", "{Aims}"),
    ("en", "[Article AA.B.2bis: {Aims}", "paragraph", "Article AA.B.2 bis", "{Aims}"),
    ("en", "Rule 6 Scope", "paragraph", "Rule 6", "Scope"),
    ("fr", "Article 5 : Objet", "paragraph", "Article 5", "Objet"),
    ("ru", "Статья 5. Цель", "paragraph", "Статья 5", "Цель"),
    ("ar", "المادة 7 [6]", "paragraph", "المادة 7", "[6]"),
    ("ar", "2 - تخفض", "paragraph", "2", "تخفض"),
    ("zh", "第五条 委员会", "paragraph", "第五条", "委员会"),
    ("zh", "5．委员会", "paragraph", "5", "委员会"),
    ("zh", "7之二. 报告", "paragraph", "7之二", "报告"),
    # behind an attribution
    ("en", "[US propose; CL oppose: 2. Nothing", "paragraph", "2", "Nothing"),
    ("en", "[CL/PE:11 3. [Except", "paragraph", "3", "[Except"),
    ("en", "[CL/PE propose. g. The", "item", "(g)", "The"),
    ("en", "[SG oppose: (a)   Ports", "item", "(a)", "Ports"),
    # items
    ("en", "(b) the port", "item", "(b)", "the port"),
    ("en", "c) the port", "item", "(c)", "the port"),
    ("en", "a. the port", "item", "(a)", "the port"),
    ("en", "b.", "item", "(b)", ""),
    ("en", "(b) Alt. bis. the value", "item", "(b) Alt bis", "the value"),
    ("en", "(a)Alt.", "item", "(a) Alt", ""),
    ("en", "b bis. In ports", "item", "(b) bis", "In ports"),
    ("en", "(iv) ports", "item", "(iv)", "ports"),
    ("zh", "(1)相关性。", "item", "(1)", "相关性。"),
    ("zh", "（一）安全", "item", "(一)", "安全"),
    ("ru", "а) порты", "item", "(а)", "порты"),
    ("ar", "(أ) نص", "item", "(أ)", "نص"),
    ("en", "• [the port", "item", "", "[the port"),
    ("en", "\uf0b7", "item", "", ""),
    ("en", "− ports", "item", "", "ports"),
    ("en", "o Ports and", "item", "", "Ports and"),
    # options
    ("en", "Option 1 bis.: All", "option", "Option 1 bis", "All"),
    ("en", "[Option (a): Being", "option", "Option (a)", "Being"),
    ("en", "Option (ii): Ports", "option", "Option (ii)", "Ports"),
    ("en", "Option II: No text", "option", "Option II", "No text"),
    ("en", "Option I for draft rules 6.1 and 6.2", "option", "Option I", "for draft rules 6.1 and 6.2"),
    ("en", "[Alt.1. the rules", "option", "Alt.1", "the rules"),
    ("en", "ALT 3. Each", "option", "ALT 3", "Each"),
    ("zh", "备选案文1：设立", "option", "备选案文1", "设立"),
    ("fr", "Variante 2 : les ports", "option", "Variante 2", "les ports"),
    ("fr", "Variante 2\u00a0: les ports", "option", "Variante 2", "les ports"),
    ("es", "Opción 1: Los puertos", "option", "Opción 1", "Los puertos"),
    ("ru", "Вариант 1: порты", "option", "Вариант 1", "порты"),
    # headings and notes
    ("en", "A. Background", "heading", "A", "Background"),
    ("en", "[US propose; CL¹² oppose:¹³ 4. Each Party", "paragraph", "4", "Each Party"),
    ("en", "Article 10: ⁵⁵No Party", "paragraph", "Article 10", "⁵⁵No Party"),
    ("en", "B. 对 象", "heading", "B", "对 象"),
    ("en", "CHAPTER IV", "heading", "CHAPTER IV", ""),
    ("en", "{Section A: General}", "heading", "Section A", "General}"),
    ("zh", "一、背景", "heading", "一", "背景"),
    ("en", "Negotiators' Note: JP waits", "note", "Negotiators' Note", "JP waits"),
]

NOT_FOUND = [
    ("en", "The Committee"),
    ("en", "12 May 2026"),
    ("en", "2026. The year"),
    ("en", "3 percent of all ports"),
    ("en", "Option one is preferred by most, and the second is kept for later."),
    ("en", "[Annex I Parties][Parties included in annex X] and other Parties shall"),
    ("en", "article 5 of the Convention shall apply"),
    ("en", "e.g. ports"),
    ("en", "Alternative wording"),
    ("en", "A. Smith, who was the first to speak, said that ports should be open."),
    ("es", "o [deberían] reducir"),
    ("zh", "第五次会议"),
]


@pytest.mark.parametrize(("language", "line", "kind", "label", "words"), FOUND)
def test_labels(language, line, kind, label, words):
    found = find_label(line, load_lexicon(language))
    assert found is not None
    assert (found.kind, found.text, line[found.length :].lstrip()) == (kind, label, words)


def test_who_wants_what_in_a_heading_makes_it_no_paragraph():
    wanted = "[“and finance” – Algeria on behalf of the African Group; US – delete; Chile, Peru, Norway, Japan reserve]"
    assert find_label(f"C. Means of work {wanted}", load_lexicon("en")).kind == "heading"
    assert find_label(f"C. {wanted[:-1]}; Fiji supports]", load_lexicon("en")) is None


@pytest.mark.parametrize(("language", "line"), NOT_FOUND)
def test_lines_without_a_label(language, line):
    assert find_label(line, load_lexicon(language)) is None


def test_a_long_chinese_numeral_line_is_a_paragraph():
    line = "一、" + "委员会应当在每年的第一次会议上审议本计划的执行情况，并向大会提出报告。" * 2
    found = find_label(line, load_lexicon("zh"))
    assert found is not None
    assert (found.kind, found.text) == ("paragraph", "一")
