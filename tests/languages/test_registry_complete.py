"""Nobody is missing: states under their present, long and former names, and the groups, in all six languages."""

from pathlib import Path

import pytest

from negotext.languages import LANGUAGES, load_registry
from negotext.reading import read_text

MEMBERS = (
    "AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO "
    "CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN GQ GR GT GW GY HN HR HT HU ID "
    "IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK "
    "ML MM MN MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PT PW PY QA RO RS RU RW SA SB SC "
    "SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TZ UA UG US UY UZ VC VE VN VU WS YE "
    "ZA ZM ZW"
).split()
OBSERVERS = ["PS", "VA"]

ALPHA_3 = {"AFG": "AF", "BRA": "BR", "CHN": "CN", "DEU": "DE", "KEN": "KE", "PSE": "PS", "SWZ": "SZ", "ZWE": "ZW"}

NAMES = Path(__file__).with_name("registry-names.txt")


def facts() -> list[tuple[str, str, str]]:
    """(language, name, code) of every name in the file."""
    found = []
    code = ""
    for line in NAMES.read_text(encoding="utf-8").splitlines():
        language, colon, names = line.strip().partition(": ")
        if colon and line.startswith("    "):
            found += [(language, name, code) for name in names.split("; ")]
        elif line and not line.startswith("#"):
            code = line
    return found


def test_the_file_has_every_language_for_every_code():
    codes = {code for _, _, code in facts()}
    assert len(codes) > 60
    assert {(language, code) for language, _, code in facts()} == {(x, code) for x in LANGUAGES for code in codes}


@pytest.mark.parametrize("language", LANGUAGES)
def test_members_and_observers_have_a_title_a_name_and_codes(language):
    registry = load_registry(language)
    everyone = MEMBERS + OBSERVERS
    assert len(set(everyone)) == 195
    assert [code for code in everyone if registry.title(code) == code] == []
    assert [code for code in everyone if registry.code(registry.title(code)) != code] == []
    assert [code for code in everyone if registry.code(code) != code] == []
    three = {code for name, code in registry.codes.items() if len(name) == 3}
    # NAM is the Non-Aligned Movement: in a committee it speaks oftener than Namibia is abbreviated.
    assert [code for code in everyone if code not in three] == ["NA"]
    assert {name: registry.code(name) for name in ALPHA_3} == ALPHA_3


@pytest.mark.parametrize(("language", "name", "code"), facts())
def test_a_state_or_group_by_each_of_its_names(language, name, code):
    assert load_registry(language).code(name) == code


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_group_is_named_in_every_language(language):
    registry = load_registry(language)
    assert [code for code in registry.groups if not registry.title(code)] == []


SPOKEN = [
    ("en", "The Russian delegation proposed to delete paragraph 5.", "RU"),
    ("en", "The Brazilian delegation proposed to delete paragraph 5.", "BR"),
    ("en", "The delegation of Cameroon proposed to delete paragraph 5.", "CM"),
    ("en", "The representative of the Holy See proposed to delete paragraph 5.", "VA"),
    ("fr", "La délégation du Cameroun propose de supprimer le paragraphe 5.", "CM"),
    ("fr", "La délégation camerounaise propose de supprimer le paragraphe 5.", "CM"),
    ("fr", "La délégation de l’Inde a proposé de supprimer le paragraphe 5.", "IN"),
    ("fr", "La délégation des États-Unis d’Amérique a proposé de supprimer le paragraphe 5.", "US"),
    ("fr", "La représentante de la Côte d’Ivoire a proposé de supprimer le paragraphe 5.", "CI"),
    ("es", "La delegación del Camerún propone suprimir el párrafo 5.", "CM"),
    ("es", "La delegación brasileña propuso suprimir el párrafo 5.", "BR"),
    ("es", "El representante de los Países Bajos propuso suprimir el párrafo 5.", "NL"),
    ("ru", "Делегация Кении предложила исключить пункт 5.", "KE"),
    ("ru", "Российская делегация предложила исключить пункт 5.", "RU"),
    ("ru", "Представитель Камеруна предложил исключить пункт 5.", "CM"),
    ("ru", "Делегация Соединенных Штатов Америки предлагает исключить пункт 5.", "US"),
    ("ar", "اقترح وفد الكاميرون حذف الفقرة 5.", "CM"),
    ("ar", "اقترح الوفد البرازيلي حذف الفقرة 5.", "BR"),
    ("ar", "اقترحت كينيا حذف الفقرة 5.", "KE"),
    ("ar", "اقترح ممثل الهند حذف الفقرة 5.", "IN"),
    ("zh", "喀麦隆代表团建议删除第5段。", "CM"),
    ("zh", "俄罗斯联邦代表建议删除第5段。", "RU"),
    ("zh", "印度代表建议删除第5段。", "IN"),
]


@pytest.mark.parametrize(("language", "sentence", "code"), SPOKEN)
def test_a_delegation_as_a_report_calls_it(language, sentence, code):
    draft = read_text(f"5. [A]\n\n{sentence}\n", language=language)
    assert [(position.delegation, position.stance.value) for position in draft.positions] == [(code, "delete")]
