"""`negotext align`, `negotext version`, and the wordings of `negotext who` in each language."""

import json
import re
from pathlib import Path

import pytest

WELLS = Path(__file__).parents[1] / "aligning" / "drafts"
ENGLISH, CHINESE = (str(WELLS / f"well.{language}.txt") for language in ("en", "zh"))


@pytest.fixture
def faulty(room) -> str:
    """The Chinese version with a closed bracket and another year."""
    text = Path(CHINESE).read_text(encoding="utf-8").replace("[，并公布结果]", "，并公布结果").replace("2031", "2030")
    (room.folder / "faulty.zh.txt").write_text(text, encoding="utf-8")
    return "faulty.zh.txt"


def test_side_by_side(room):
    shown = room("align", ENGLISH, CHINESE, "--format", "table")
    assert re.search(r"^3 .*The cost is shared.*费用\[平均\]", shown, re.MULTILINE)
    assert "nothing stands in one version alone" in shown
    assert max(map(len, shown.splitlines())) <= 100


def test_faults_are_marked_and_the_exit_code_says_so(room, faulty):
    shown = room("align", ENGLISH, faulty, "--format", "table", code=1)
    assert "✗ bracket only here: [and the results" in shown
    assert "3 faults: 1 bracket, 2 number" in shown
    only = room("align", ENGLISH, faulty, "--format", "table", "--faults", code=1)
    assert "✗ number only here: 2031  line 9" in only
    assert "The cost is shared" not in only


def test_records_for_programs(room, faulty):
    records = room.records("align", ENGLISH, faulty, code=1)
    assert {each["record"] for each in records} == {"paragraph", "choice", "fault"}
    faults = room.records("align", ENGLISH, faulty, "--faults", code=1)
    assert [(each["kind"], each["only_in"], each["text"]) for each in faults] == [
        ("bracket", "en", "[and the results are posted]"),
        ("number", "en", "2031"),
        ("number", "zh", "2030"),
    ]
    for each in faults:
        side = each["languages"].index(each["only_in"])
        text = Path(each["versions"][side]).read_text(encoding="utf-8")
        assert text[each["spans"][side]["start"] : each["spans"][side]["end"]] == each["text"]


def test_more_versions_are_each_laid_beside_the_first(room, faulty):
    records = room.records("align", ENGLISH, CHINESE, faulty, code=1)
    assert {tuple(each["versions"]) for each in records} == {(ENGLISH, CHINESE), (ENGLISH, faulty)}


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ((ENGLISH,), "one draft to lay beside another"),
        ((), "no draft to lay beside another"),
        ((ENGLISH, CHINESE, "--language", "en"), "1 --language for 2 drafts"),
        ((ENGLISH, "missing.txt"), "there is no file missing.txt"),
        (("-", "-"), "standard input can be read once"),
    ],
)
def test_bad_input_is_one_sentence(room, arguments, says):
    room("align", *arguments, code=2)
    assert says in room.stderr
    assert "Traceback" not in room.stderr


def test_languages_can_be_given(room):
    (first, *_) = room.records("align", ENGLISH, CHINESE, "-l", "en", "-l", "zh")
    assert first["languages"] == ["en", "zh"]


def test_who_shows_the_wording_in_each_language(room):
    room("new", "wells", "--draft", ENGLISH)
    before = room("who", "wells", "2:1")
    assert room.who("wells", "2:1")["versions"] == []
    assert "kept as the zh version of round 1" in room("version", "wells", "--draft", CHINESE)
    shown = room("who", "wells", "2:1")
    assert re.search(r"^ zh +1 每3个月 +2:1$", shown, re.MULTILINE)
    # Beside that nothing changes: a version is not negotiated.
    assert [line for line in shown.splitlines() if line not in before.splitlines()] == re.findall(
        "^ zh.*|^ +2 每6个月$", shown, re.MULTILINE
    )
    (version,) = room.who("wells", "2:1")["versions"]
    assert version["language"] == "zh"
    assert [each["text"] for each in version["alternatives"]] == ["每3个月", "每6个月"]


def test_a_faulty_version_is_kept_and_told(room, faulty):
    room("new", "wells", "--draft", ENGLISH)
    assert "3 faults" in room("version", "wells", "--draft", faulty, "--dry-run", code=1)
    assert room.who("wells", "2:2")["versions"] == []
    assert "3 faults" in room("version", "wells", "--draft", faulty, code=1)
    assert room.who("wells", "2:2")["versions"] == [{"language": "zh", "address": None, "alternatives": []}]
    assert "no place of this version surely belongs" in room("who", "wells", "2:2")


def test_a_version_in_the_language_of_the_round_is_refused(room):
    room("new", "wells", "--draft", ENGLISH)
    room("version", "wells", "--draft", ENGLISH, code=2)
    assert "is in this language itself" in room.stderr
    assert json.loads(room("who", "wells", "2:1", "--format", "json"))["versions"] == []


def test_delegations_of_ones_own(room):
    (room.folder / "council.toml").write_text('[GREENS]\nnames = ["The Greens", "Les Verts"]\n', encoding="utf-8")
    (room.folder / "en.txt").write_text("1. The town shall plant trees [in every street – The Greens].\n")
    (room.folder / "fr.txt").write_text("1. La ville plante des arbres [dans chaque rue – Les Verts].\n")
    drafts = ("align", "en.txt", "fr.txt", "-l", "en", "-l", "fr", "--delegations", "council.toml")
    assert "nothing stands in one version alone" in room(*drafts, "--format", "table")
    (room.folder / "fr.txt").write_text("1. La ville plante des arbres [dans chaque rue – Chili].\n")
    faults = [each for each in room.records(*drafts, code=1) if each["record"] == "fault"]
    assert "GREENS" in json.dumps(faults)
