"""Who can take a position, as the six languages of the United Nations write it."""

import pytest

from negotext.languages import LANGUAGES, load_registry

MEMBERS = (
    "AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO "
    "CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN GQ GR GT GW GY HN HR HT HU ID "
    "IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK "
    "ML MM MN MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PT PW PY QA RO RS RU RW SA SB SC "
    "SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TZ UA UG US UY UZ VA VC VE VN VU WS "
    "YE ZA ZM ZW"
).split()
OBSERVERS = ("VA",)

# The short and long names of the United Nations that differ from what a dictionary would say.
NAMES = {
    "en": {
        "BO": ["Bolivia (Plurinational State of)", "Plurinational State of Bolivia"],
        "CD": ["Democratic Republic of the Congo"],
        "CG": ["Congo"],
        "CI": ["Côte d'Ivoire", "Côte d’Ivoire"],
        "CV": ["Cabo Verde", "Cape Verde"],
        "CZ": ["Czechia", "Czech Republic"],
        "FM": ["Micronesia (Federated States of)"],
        "GB": ["United Kingdom", "United Kingdom of Great Britain and Northern Ireland", "UK"],
        "GM": ["Gambia", "The Gambia"],
        "IR": ["Iran (Islamic Republic of)", "Islamic Republic of Iran", "Iran"],
        "KP": ["Democratic People's Republic of Korea", "DPRK"],
        "KR": ["Republic of Korea", "South Korea"],
        "LA": ["Lao People's Democratic Republic"],
        "MD": ["Republic of Moldova"],
        "MK": ["North Macedonia"],
        "MM": ["Myanmar"],
        "NL": ["Netherlands", "Netherlands (Kingdom of the)", "Kingdom of the Netherlands"],
        "RU": ["Russian Federation", "Russia"],
        "ST": ["Sao Tome and Principe"],
        "SY": ["Syrian Arab Republic", "Syria"],
        "SZ": ["Eswatini"],
        "TL": ["Timor-Leste"],
        "TR": ["Türkiye", "Turkey"],
        "TZ": ["United Republic of Tanzania"],
        "US": ["United States of America", "United States", "US", "USA"],
        "VE": ["Venezuela (Bolivarian Republic of)"],
        "VN": ["Viet Nam", "Vietnam"],
        "AE": ["United Arab Emirates", "UAE"],
        "PS": ["State of Palestine"],
        "VA": ["Holy See"],
    },
    "fr": {
        "BO": ["Bolivie (État plurinational de)"],
        "CI": ["Côte d’Ivoire"],
        "GB": ["Royaume-Uni", "Royaume-Uni de Grande-Bretagne et d’Irlande du Nord"],
        "IR": ["Iran (République islamique d’)", "République islamique d’Iran"],
        "KP": ["République populaire démocratique de Corée"],
        "KR": ["République de Corée"],
        "LA": ["République démocratique populaire lao"],
        "MD": ["République de Moldova"],
        "NL": ["Pays-Bas"],
        "RU": ["Fédération de Russie"],
        "SY": ["République arabe syrienne"],
        "TZ": ["République-Unie de Tanzanie"],
        "US": ["États-Unis d’Amérique", "Etats-Unis"],
        "VE": ["Venezuela (République bolivarienne du)"],
        "VN": ["Viet Nam"],
    },
    "es": {
        "BO": ["Bolivia (Estado Plurinacional de)"],
        "CI": ["Côte d'Ivoire"],
        "GB": ["Reino Unido", "Reino Unido de Gran Bretaña e Irlanda del Norte"],
        "IR": ["Irán (República Islámica del)", "República Islámica del Irán"],
        "KP": ["República Popular Democrática de Corea"],
        "KR": ["República de Corea"],
        "LA": ["República Democrática Popular Lao"],
        "MD": ["República de Moldova"],
        "NL": ["Países Bajos", "Reino de los Países Bajos"],
        "RU": ["Federación de Rusia"],
        "SY": ["República Árabe Siria"],
        "TZ": ["República Unida de Tanzanía"],
        "US": ["Estados Unidos de América", "Estados Unidos"],
        "VE": ["Venezuela (República Bolivariana de)"],
        "VN": ["Viet Nam"],
    },
    "ru": {
        "BO": ["Боливия (Многонациональное Государство)", "Многонациональное Государство Боливия"],
        "CI": ["Кот-д'Ивуар"],
        "GB": ["Соединенное Королевство", "Соединенное Королевство Великобритании и Северной Ирландии"],
        "IR": ["Иран (Исламская Республика)", "Исламская Республика Иран", "Ирана"],
        "KP": ["Корейская Народно-Демократическая Республика"],
        "KR": ["Республика Корея"],
        "LA": ["Лаосская Народно-Демократическая Республика"],
        "MD": ["Республика Молдова"],
        "NL": ["Нидерланды"],
        "RU": ["Российская Федерация", "Российской Федерации", "Россия"],
        "SY": ["Сирийская Арабская Республика"],
        "TZ": ["Объединенная Республика Танзания"],
        "US": ["Соединенные Штаты Америки", "США"],
        "VE": ["Венесуэла (Боливарианская Республика)"],
        "VN": ["Вьетнам"],
    },
    "ar": {
        "BO": ["بوليفيا (دولة - المتعددة القوميات)"],
        "GB": ["المملكة المتحدة", "المملكة المتحدة لبريطانيا العظمى وأيرلندا الشمالية"],
        "IR": ["إيران (جمهورية - الإسلامية)", "جمهورية إيران الإسلامية"],
        "KP": ["جمهورية كوريا الشعبية الديمقراطية"],
        "KR": ["جمهورية كوريا"],
        "LA": ["جمهورية لاو الديمقراطية الشعبية"],
        "MD": ["جمهورية مولدوفا"],
        "RU": ["الاتحاد الروسي"],
        "SY": ["الجمهورية العربية السورية"],
        "TZ": ["جمهورية تنزانيا المتحدة"],
        "US": ["الولايات المتحدة الأمريكية", "الولايات المتحدة"],
        "VE": ["فنزويلا (جمهورية - البوليفارية)"],
        "VN": ["فييت نام"],
    },
    "zh": {
        "AE": ["阿拉伯联合酋长国", "阿联酋"],
        "BO": ["多民族玻利维亚国", "玻利维亚"],
        "CD": ["刚果民主共和国"],
        "CI": ["科特迪瓦"],
        "FM": ["密克罗尼西亚联邦"],
        "GB": ["大不列颠及北爱尔兰联合王国", "联合王国", "英国"],
        "IR": ["伊朗伊斯兰共和国", "伊朗"],
        "KP": ["朝鲜民主主义人民共和国", "朝鲜"],
        "KR": ["大韩民国", "韩国"],
        "LA": ["老挝人民民主共和国", "老挝"],
        "MD": ["摩尔多瓦共和国", "摩尔多瓦"],
        "NL": ["荷兰", "荷兰王国"],
        "RU": ["俄罗斯联邦", "俄罗斯"],
        "SY": ["阿拉伯叙利亚共和国", "叙利亚"],
        "TZ": ["坦桑尼亚联合共和国", "坦桑尼亚"],
        "US": ["美利坚合众国", "美国"],
        "VE": ["委内瑞拉玻利瓦尔共和国", "委内瑞拉"],
        "VN": ["越南"],
    },
}


def test_there_are_193_members():
    assert len(set(MEMBERS)) - len(OBSERVERS) == 193


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_member_has_a_code_by_its_name_and_by_the_code(language):
    registry = load_registry(language)
    assert [code for code in MEMBERS if registry.code(registry.title(code)) != code] == []
    assert [code for code in MEMBERS if registry.code(code) != code] == []


@pytest.mark.parametrize(
    ("language", "code", "name"),
    [(language, code, name) for language, states in NAMES.items() for code, names in states.items() for name in names],
)
def test_names_of_the_united_nations(language, code, name):
    registry = load_registry(language)
    assert registry.code(name) == code
    # ... and in running text, whole.
    if name.isupper() and name.isascii():
        return
    assert [(found.value, name) for found in registry.find(f", {name}:")] == [(code, name)]


GROUPS = [
    ("en", "Group of 77 and China", "G77_CHINA"),
    ("en", "G77 and China", "G77_CHINA"),
    ("en", "the European Union and its member States", "EU"),
    ("en", "African Group", "AFRICAN_GROUP"),
    ("en", "least developed countries", "LDC"),
    ("zh", "77国集团和中国", "G77_CHINA"),
    ("zh", "非洲集团", "AFRICAN_GROUP"),
    ("zh", "小岛屿国家联盟", "AOSIS"),
    ("ru", "Группы 77 и Китая", "G77_CHINA"),
    ("fr", "Groupe des 77 et de la Chine", "G77_CHINA"),
    ("es", "Grupo de los 77 y China", "G77_CHINA"),
]


@pytest.mark.parametrize(("language", "name", "code"), GROUPS)
def test_groups_are_found_whole(language, name, code):
    assert [found.value for found in load_registry(language).find(f"{name} – ")] == [code]


ROLES = [
    ("zh", "主席：休会", ["CHAIR"]),
    ("zh", "主席团：休会", ["BUREAU"]),
    ("zh", "主席之友：休会", ["FRIENDS_OF_CHAIR"]),
    ("zh", "副主席：休会", ["VICE_CHAIR"]),
    ("zh", "秘书处：休会", ["SECRETARIAT"]),
    ("en", "the Chair and the friends of the Chair", ["CHAIR", "FRIENDS_OF_CHAIR"]),
    ("en", "Vice-Chair, Bureau, International Bureau", ["VICE_CHAIR", "BUREAU", "SECRETARIAT"]),
]


@pytest.mark.parametrize(("language", "text", "codes"), ROLES)
def test_roles(language, text, codes):
    registry = load_registry(language)
    assert [found.value for found in registry.find(text)] == codes
    assert set(codes) <= registry.roles


def test_codes_are_no_words():
    registry = load_registry("en")
    assert list(registry.find("US and IN are to be read by us in a bracket")) == []
    assert (registry.code("US"), registry.code("IN")) == ("US", "IN")


@pytest.mark.parametrize(
    ("language", "name", "nearest"),
    [
        ("en", "Chlie", "Chile"),
        ("en", "Venezula", "Venezuela"),
        ("zh", "阿尔及利", "阿尔及利亚"),
        ("ru", "Росия", "Россия"),
    ],
)
def test_an_unknown_name_has_near_ones(language, name, nearest):
    registry = load_registry(language)
    assert registry.code(name) is None
    assert registry.suggest(name)[0] == nearest


def test_what_is_like_nothing_has_no_near_names():
    assert load_registry("en").suggest("qqqqqqqq") == []


def test_members_of_groups_are_delegations():
    registry = load_registry("en")
    assert {"DZ", "KE", "ZA"} <= registry.groups["AFRICAN_GROUP"]
    assert "CN" in registry.groups["G77_CHINA"]
    known = set(registry.codes.values())
    assert [code for code, members in registry.groups.items() if not members <= known] == []
