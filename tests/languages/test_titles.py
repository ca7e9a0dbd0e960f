"""What tables call a delegation: the short name the United Nations prints, not that of the CLDR."""

import pytest

from negotext.languages import LANGUAGES, load_registry

# The regional groups of the United Nations: together they are its Members.
REGIONAL_GROUPS = ("AFRICAN_GROUP", "ASIA_PACIFIC_GROUP", "EEG", "GRULAC", "WEOG")

TITLES = {
    "en": {
        "BO": "Bolivia (Plurinational State of)",
        "CD": "Democratic Republic of the Congo",
        "CG": "Congo",
        "FK": "Falkland Islands (Malvinas)",
        "FR": "France",
        "GB": "United Kingdom",
        "HK": "China, Hong Kong SAR",
        "IR": "Iran (Islamic Republic of)",
        "KP": "Democratic People’s Republic of Korea",
        "KR": "Republic of Korea",
        "MD": "Republic of Moldova",
        "MM": "Myanmar",
        "NL": "Netherlands (Kingdom of the)",
        "PS": "State of Palestine",
        "RU": "Russian Federation",
        "SY": "Syrian Arab Republic",
        "TR": "Türkiye",
        "TW": "Chinese Taipei",
        "US": "United States",
        "VA": "Holy See",
        "VE": "Venezuela (Bolivarian Republic of)",
        "VN": "Viet Nam",
    },
    "fr": {
        "BY": "Bélarus",
        "CD": "République démocratique du Congo",
        "CG": "Congo",
        "FK": "Îles Falkland (Malvinas)",
        "FR": "France",
        "GB": "Royaume-Uni",
        "IR": "Iran (République islamique d’)",
        "KP": "République populaire démocratique de Corée",
        "KR": "République de Corée",
        "MM": "Myanmar",
        "PS": "État de Palestine",
        "RE": "La Réunion",
        "RU": "Fédération de Russie",
        "SY": "République arabe syrienne",
        "TR": "Türkiye",
        "TW": "Taipei chinois",
        "US": "États-Unis",
        "VA": "Saint-Siège",
        "VN": "Viet Nam",
    },
    "es": {
        "BY": "Belarús",
        "CD": "República Democrática del Congo",
        "CG": "Congo",
        "FK": "Islas Malvinas (Falkland)",
        "FR": "Francia",
        "GB": "Reino Unido",
        "IR": "Irán (República Islámica del)",
        "KP": "República Popular Democrática de Corea",
        "KR": "República de Corea",
        "MM": "Myanmar",
        "PS": "Estado de Palestina",
        "RU": "Federación de Rusia",
        "SY": "República Árabe Siria",
        "TW": "Taipei Chino",
        "US": "Estados Unidos",
        "VA": "Santa Sede",
        "VE": "Venezuela (República Bolivariana de)",
        "VN": "Viet Nam",
    },
    "ru": {
        "AE": "Объединенные Арабские Эмираты",
        "CD": "Демократическая Республика Конго",
        "CG": "Конго",
        "FK": "Фолклендские (Мальвинские) острова",
        "FR": "Франция",
        "GB": "Соединенное Королевство",
        "IR": "Иран (Исламская Республика)",
        "KP": "Корейская Народно-Демократическая Республика",
        "KR": "Республика Корея",
        "MM": "Мьянма",
        "PS": "Государство Палестина",
        "RU": "Российская Федерация",
        "SY": "Сирийская Арабская Республика",
        "TL": "Тимор-Лешти",
        "TW": "Китайский Тайбэй",
        "US": "Соединенные Штаты",
        "VA": "Святой Престол",
    },
    "ar": {
        "CD": "جمهورية الكونغو الديمقراطية",
        "CG": "الكونغو",
        "CI": "كوت ديفوار",
        "FK": "جزر فوكلاند (مالفيناس)",
        "FR": "فرنسا",
        "GB": "المملكة المتحدة",
        "IR": "إيران (جمهورية - الإسلامية)",
        "KP": "جمهورية كوريا الشعبية الديمقراطية",
        "KR": "جمهورية كوريا",
        "MM": "ميانمار",
        "PS": "دولة فلسطين",
        "RU": "الاتحاد الروسي",
        "SY": "الجمهورية العربية السورية",
        "TW": "تايبيه الصينية",
        "US": "الولايات المتحدة",
        "VA": "الكرسي الرسولي",
        "VN": "فييت نام",
    },
    "zh": {
        "BO": "玻利维亚（多民族国）",
        "CD": "刚果民主共和国",
        "CG": "刚果",
        "FK": "福克兰群岛（马尔维纳斯）",
        "FR": "法国",
        "GB": "联合王国",
        "HK": "中国香港特别行政区",
        "IR": "伊朗（伊斯兰共和国）",
        "KP": "朝鲜民主主义人民共和国",
        "KR": "大韩民国",
        "PS": "巴勒斯坦国",
        "RU": "俄罗斯联邦",
        "SY": "阿拉伯叙利亚共和国",
        "TW": "中国台北",
        "US": "美国",
        "VA": "教廷",
        "VE": "委内瑞拉（玻利瓦尔共和国）",
    },
}


@pytest.mark.parametrize(
    ("language", "code", "title"),
    [(language, code, title) for language, states in TITLES.items() for code, title in states.items()],
)
def test_the_title_is_the_short_name_of_the_united_nations(language, code, title):
    assert load_registry(language).title(code) == title


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_member_has_a_title(language):
    registry = load_registry(language)
    members = {code for group in REGIONAL_GROUPS for code in registry.groups[group]}
    assert len(members) == 193
    assert [code for code in sorted(members) if registry.title(code) in ("", code)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_title_is_a_name_of_its_own_code(language):
    registry = load_registry(language)
    assert {
        title: registry.code(title) for code, title in registry.titles.items() if registry.code(title) != code
    } == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_have_one_title(language):
    titles = load_registry(language).titles
    assert len(set(titles.values())) == len(titles)
