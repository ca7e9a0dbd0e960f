"""What brackets hold, form by form: C contested, E editorial, P placeholder, in the order of their opening."""

import pytest

from negotext.brackets import build_tree, classify
from negotext.languages import load_lexicon
from negotext.model import Block, BlockKind, BracketKind, Span

LETTERS = {
    BracketKind.CONTESTED: "C",
    BracketKind.EDITORIAL: "E",
    BracketKind.PLACEHOLDER: "P",
    BracketKind.ATTRIBUTION: "A",
}


def kinds(text: str, language: str, block: BlockKind = BlockKind.PARAGRAPH) -> str:
    blocks = [Block(block, Span(0, len(text)), 0)]
    tree = classify(build_tree(text, blocks), blocks, load_lexicon(language))
    return "".join(LETTERS[bracket.kind] for bracket in tree.brackets)


CONTESTED = [
    ("en", "[The bureau [, on a proposal of [a] member,] meets.]", "CCC"),
    ("en", "to keep warming below [2][1.5] °C, they [shall][should][other] act", "CCCCC"),
    ("en", "within [30] days or 12 [–18] months, X [-Y] per cent", "CCP"),
    ("en", "[30]/ [20] years, [7] / [14] / [30] days, [120]% of [40],[50] or [60] berths", "CCCCCCCCC"),
    ("en", "[and]/[or], [complementary to / compatible with]", "CCC"),
    ("en", "State[s] with [an][the] interest, Party[ies]", "CCCC"),
    ("en", "from 1 January [2031], [ninety] per cent, US$ [40 million]", "CCC"),
    (
        "en",
        "[new][additional] funds, [agreed] costs, [closed] areas, [confidential] data, [reference] levels",
        "CCCCCC",
    ),
    ("en", "the [draft] articles [as amended]", "CC"),
    ("en", "the [sink][source] of [Translation] services, click [here]", "CCEC"),
    ("en", "3. [Parties to submit plans] [Parties to consider reports]", "CC"),
    ("en", "[Annex I Parties][All Parties], under [decision 5/12][Article 6]", "CCCC"),
    ("en", "[see to it that ports are safe] [Reserved berths] [to be]", "CCC"),
    ("en", "*[Taking* note of] the report, **[ratify][accede to]**", "CCC"),
    ("en", "[“Present” means…]", "C"),
    ("en", "12. [Draft rule 4 (Salvage)", "C"),
    ("en", "[Article AA.2 bis: {Aims} 1. Each Party shall act.]", "C"),
    ("fr", "Les États [doivent][devraient] réduire de [40] % d'ici à [2031] [sans délai]", "CCCCC"),
    ("es", "Los Estados [deberán][deberían] reducir en un [40] % a partir de [2031]", "CCCC"),
    ("ru", "Государства [должны][могут] сократить на [сорок] процентов с [2031] года", "CCCC"),
    ("ar", "[يجب][ينبغي] خفض [أربعين] في المائة اعتبارا من [2031]", "CCCC"),
    ("zh", "各国[应][宜][每年]减少百分之[四十]，自[2031]年起，[30]天内，[3]至[5]次", "CCCCCCCC"),
    ("zh", "［中期战略］[等待][商定的]案文[有待加强]", "CCCC"),
]

EDITORIAL = [
    ("en", "as agreed.[3] Others[ 27], or nationals [17] of Parties; see ports [1, 2].", "EEEE"),
    ("en", 'The report says that "[m]embers of [the] fleet [...] agree[d]".', "EEPE"),
    ("en", "[sic] [Annex follows] [End of document] [emphasis added] [ibid.]", "EEEEE"),
    ("en", "[English only]\n\n[Original: French]\n\n[DRAFT, NOT IN FORCE]", "EEE"),
    ("en", "Parties shall meet. [Agreed ad ref]\n\n[closed]\n\n[Provisionally agreed.]", "EEE"),
    ("en", "draft rule 5 [6], paragraph (4) [3]", "EE"),
    ("en", "the report [A/77/5], (see also the note [A/77/6, para. 3])", "EE"),
    ("en", "RFMO [regional fisheries management organization], USV [[unmanned surface vessel]]", "EEE"),
    ("en", "Paragraph 1 [equal treatment] does not apply.", "E"),
    ("en", "the [zero draft](https://example.org) and the [rest of the text][source]", "EEE"),
    ("en", "[Note by the secretariat: not discussed yet] [Editor's note: see above]", "EE"),
    ("en", "[Parties to determine whether this note is needed] [LIB Group: Article 4: Records]", "EE"),
    ("en", "in line with [Article AA.2.1]", "E"),
    ("en", "[date to be confirmed] [document symbol to be added] [to be completed]", "EEE"),
    ("fr", "[à compléter] [Original : anglais] [l’annexe suit] [TRADUCTION] [reste à déterminer]", "EEEEE"),
    ("fr", "12 postes [2 P-4, 4 P-3 et 6 G(AC)], la Convention [art. 7 2)]", "EE"),
    ("fr", "« chaque port doi[t] accueillir [...] les navires »; le projet d'article 9 [8]", "EPE"),
    ("es", "[se completará] [Original: inglés] [Sigue el anexo]; el artículo 9 [8]", "EEEE"),
    ("ru", "[будет дополнено] [Подлинный текст на английском языке]; статья 9 [8]", "EEE"),
    ("ar", "[تستكمل] [يُستكمل لاحقاً] [يتبع المرفق]؛ المادة 9 [8]", "EEEE"),
    ("zh", "[后接附件] [待补] [原文：英文] [姓名待补] [见附件二] 第9[8]条草案", "EEEEEE"),
    ("zh", "渔区[14]载于附件一[15]，已公布。[16]", "EEE"),
    ("zh", "该船[[unmanned vessel]]停靠", "EE"),
    ("zh", "各方应开会。[已商定]", "E"),
]

PLACEHOLDERS = [
    ("en", "[ ] [] [X] [XX] [x] [X-X] [...] [… ] [__] [●] [?] [N] days", "PPPPPPPPPPPP"),
    ("en", "regulation [X] and ([X]), paragraph [X bis]", "PPP"),
    ("en", "[Placeholder for a preamble[, with a reference to islands]]", "PC"),
    ("fr", "Rapporteur : [ ]", "P"),
    ("zh", "报告员：[.] 在[ ]年内[……]，第[X]条", "PPPP"),
]


@pytest.mark.parametrize(("language", "text", "expected"), CONTESTED + EDITORIAL + PLACEHOLDERS)
def test_kinds(language, text, expected):
    assert kinds(text, language) == expected


@pytest.mark.parametrize("language", ["ar", "en", "es", "fr", "ru", "zh"])
def test_the_editorial_words_of_all_six_languages_are_known_in_each(language):
    text = "[to be completed] [à compléter] [se completará] [будет дополнено] [تستكمل] [待补]"
    assert kinds(text, language) == "EEEEEE"


def test_brackets_of_a_running_header_are_no_proposals():
    assert kinds("Ports [and Harbours] Chapter", "en", BlockKind.FURNITURE) == "E"


def test_an_unclosed_bracket_is_judged_by_its_words():
    assert kinds("3. [The bureau shall meet", "en") == "C"
    assert kinds("3. [Note: this is for later", "en") == "E"
