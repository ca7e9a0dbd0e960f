"""What the head of a draft says of the document."""

import pytest

from negotext.paper.front import front_of, over
from negotext.paper.values import Front
from negotext.reading import read_bytes, read_text


@pytest.mark.parametrize(
    ("name", "date", "original", "title", "agenda"),
    [
        ("water-plan.en.txt", "14 October 2026", "English", "WATER PLAN", "Agenda item 6"),
        ("water-plan.fr.txt", "14 octobre 2026", "anglais", "PLAN POUR L’EAU", "Point 6 de l’ordre du jour"),
        ("water-plan.es.txt", "14 de octubre de 2026", "inglés", "PLAN DEL AGUA", "Tema 6 del programa"),
        ("water-plan.ru.txt", "14 октября 2026 года", "английский", "ПЛАН ДЕЙСТВИЙ ПО ВОДНЫМ РЕСУРСАМ",
         "Пункт 6 повестки дня"),
        ("water-plan.ar.txt", "14 تشرين الأول/أكتوبر 2026", "بالإنكليزية", "خطة المياه", "البند 6 من جدول الأعمال"),
        ("water-plan.zh.txt", "2026年10月14日", "英文", "水计划", "议程项目6"),
    ],
)  # fmt: skip
def test_the_head_is_recognised_in_six_languages(root, name, date, original, title, agenda):
    draft = read_bytes((root / "examples" / name).read_bytes(), name)
    assert front_of(draft) == Front("CSW/4/L.7", date, original, title, agenda)


def test_the_head_of_a_limited_document(root):
    draft = read_bytes((root / "examples" / "harbour-air.en.txt").read_bytes())
    assert front_of(draft) == Front(
        "ICP/7/CRP.3", "4 March 2026", "English", "CLEAN AIR IN PORTS", "Agenda item 9", "Limited"
    )


def test_the_head_of_the_terms_of_reference(shared):
    draft = read_bytes((shared / "corpus" / "wo-pbc-35-7-annex.zh.txt").read_bytes())
    front = front_of(draft)
    assert (front.symbol, front.original, front.date) == ("WO/PBC/34/15", "英文", "2021 年 12 月 23 日")
    assert front.title == "2021年评价产权组织驻外办事处的职权范围初稿"


@pytest.mark.parametrize(
    ("language", "title", "preparer"),
    [
        ("en", "On shade in ports", "Prepared by the Secretariat"),
        ("en", "On shade in ports", "Note by the President"),
        ("fr", "De l’ombre dans les ports", "Document établi par le Secrétariat"),
        ("es", "La sombra en los puertos", "Documento preparado por la Secretaría"),
        ("ru", "О тени в портах", "Документ подготовлен Секретариатом"),
        ("ar", "الظل في الموانئ", "وثيقة من إعداد الأمانة"),
        ("zh", "港口的树荫", "秘书处编拟"),
    ],
)
def test_the_title_stands_above_the_line_that_says_who_prepared_the_document(language, title, preparer):
    draft = read_text(
        f"A/C.2/79/L.3\n{title}\n{preparer}\n\n1. Ports have shade. 港口应当有树荫。\n", language=language
    )
    assert front_of(draft).title == title


def test_a_line_of_two_columns_is_no_title():
    draft = read_text("A/C.2/79/L.3\nGeneva        4 March 2026\nPrepared by Chile\n\n1. One here.\n", language="en")
    assert front_of(draft).title == ""


def test_what_stands_further_down_is_no_head():
    draft = read_text("1. Parties meet.\n\nA/C.2/79/L.3\n\nOriginal: English\n", language="en")
    assert front_of(draft) == Front()


def test_what_is_given_goes_over_what_is_found():
    given, found = Front(symbol="A/1"), Front(symbol="B/2", date="4 March 2026")
    assert over(given, found) == Front(symbol="A/1", date="4 March 2026")
