"""The differences between the rounds of the examples, as examples/README.md lists them, and no others."""

import pytest
from rounds.two_rounds import Rounds

from negotext.rounds import Happening, Shift


@pytest.fixture(scope="module")
def harbour(root) -> Rounds:
    folder = root / "examples"
    return Rounds.of_files(folder / "harbour-air.en.txt", folder / "harbour-air.round2.en.txt")


@pytest.fixture(scope="module")
def water(root) -> Rounds:
    folder = root / "examples"
    return Rounds.of_files(folder / "city-water.zh.txt", folder / "city-water.round2.zh.txt")


class TestHarbour:
    def test_silent_deletion(self, harbour):  # 3
        (silent,) = harbour.found.silent
        assert (silent.text, silent.paragraph, silent.instead, silent.choice) == ("and at anchor", "4", "", "")
        assert silent.old.of(harbour.old.source.text) == "and at anchor"
        assert silent.new.length == 0
        assert harbour.new.source.text[: silent.new.start].endswith("at berth")

    def test_cover(self, harbour):  # 1
        edits = harbour.edits(harbour.block("Intergovernmental Council")) + harbour.edits(
            harbour.block("Draft decision as it stood")
        )
        assert ("replace", "4", "5") in edits
        assert ("replace", "third", "fifth") in edits

    @pytest.mark.parametrize(
        ("wording", "stands"),
        [
            ("with deep concern", "with deep concern"),  # 2
            ("with concern", "with deep concern"),
            ("often", "often"),  # 5
            ("in most cases", "often"),
            (", where the local grid allows", ""),  # 9
            ("and have them inspected [yearly][every [two] years]", "and have them inspected every two years"),  # 16
            ("yearly", ""),
            ("two", "two"),
            ("eighth", "eighth"),  # 20
        ],
    )
    def test_settled(self, harbour, wording, stands):
        assert harbour.stands(wording) == stands

    def test_shall_or_should(self, harbour):  # 7
        (closed,) = [each for each in harbour.found.closed if each.choice.address == "5:3"]
        assert (closed.alternative, closed.text) == (2, "should")
        assert closed.new.of(harbour.new.source.text) == "should"

    def test_nothing_else_is_closed(self, harbour):
        paragraphs = {each.choice.paragraph for each in harbour.found.closed}
        assert paragraphs <= {"2", "3", "5", "8(b)", "11", "C10"}

    @pytest.mark.parametrize(
        "wording",
        [
            ", on one scale adopted by the Council,",  # 13
            "Support may also be given in kind.",  # 17
            "and consider what the Facility has paid for",  # 21
        ],
    )
    def test_opened(self, harbour, wording):
        (opened,) = [
            each for each in harbour.found.opened if wording in [option.text for option in each.choice.alternatives]
        ]
        assert opened.text == ""
        assert opened.old.length == 0

    def test_a_proposal_of_a_report_is_the_choice_it_was(self, harbour):  # 18
        assert harbour.block("Barbados, on behalf of SIDS, proposed").happened == (Happening.GONE,)
        (match,) = [each for each in harbour.found.choices if "decide on" in [a.text for a in each.old.alternatives]]
        assert match.certain
        assert "decide on" in [option.text for option in match.new.alternatives]

    def test_moved(self, harbour):  # 4
        moved = harbour.found.that(Happening.MOVED)
        assert [match.new[0].address for match in moved] == ["3"]

    def test_split(self, harbour):  # 19
        (split,) = harbour.found.that(Happening.SPLIT)
        assert [passage.address for passage in split.new] == ["11", "11 bis"]
        assert (split.happened, split.confidence) == ((Happening.SPLIT,), 1.0)

    def test_concordance(self, harbour):  # 19, 22
        rows = [(row.old, row.new) for row in harbour.found.concordance]
        assert [row for row in rows if row[0] != row[1]] == [("11", "11 bis"), ("13", "12 bis")]
        assert rows.index(("3", "3")) > rows.index(("4", "4"))
        assert ("8(d)", "8(d)") in rows and ("C9", "C9") in rows

    @pytest.mark.parametrize(
        ("words", "happening"),
        [
            ("Kenya: suggests moving paragraph 3", Happening.GONE),  # 6
            ("United States: opposes “shall” in paragraphs 6 and 8", Happening.REWORDED),  # 10
            ("Norway: accepts “should”", Happening.REWORDED),  # 11
            ("Singapore: can now support paragraph 6", Happening.REWORDED),  # 14
            ("Saudi Arabia: asks that item (a)", Happening.NEW),  # 15
        ],
    )
    def test_statements(self, harbour, words, happening):
        assert harbour.block(words).happened == (happening,)

    def test_words_added_without_a_bracket(self, harbour):  # 23
        match = harbour.block("The following members have offered")
        assert harbour.edits(match) == [("insert", "", "Republic of Korea (Busan),")]

    def test_no_other_passage_differs(self, harbour):
        labels = [(match.old or match.new)[0].address for match in harbour.unlike()]
        assert [label for label in labels if label] == [
            *["2", "4", "3", "5", "6", "8(b)", "9", "10", "11", "C10", "12", "13", "14"]
        ]
        assert labels.count("") == 8  # two of the cover, five statements, one report

    def test_positions(self, harbour):
        positions = harbour.positions()
        assert ("shifted", "SG", "oppose", "support") in positions  # 12, 14
        assert {("dropped", "Maldova", "insert", None), ("taken", "MV", None, "insert")} <= positions  # 8
        assert ("settled", "KE", "move", None) in positions  # 4, 6
        assert {("settled", "NO", "delete", None), ("settled", "JP", "support", None)} <= positions  # 9
        assert ("taken", "SA", None, "bracket") in positions  # 15
        assert {("taken", "BR", None, "insert"), ("taken", "CN", None, "support")} <= positions  # 17
        shifted = {change.delegation for change in harbour.found.positions if change.kind is Shift.SHIFTED}
        assert shifted == {"SG"}

    def test_nobody_else_changed_position(self, harbour):
        changed = {change.delegation for change in harbour.found.positions}
        assert changed <= set("AU BB BR CL CN JP KE MV Maldova NO NZ SA SG US".split())


class TestWater:
    def test_silent_deletion(self, water):  # 14
        (silent,) = water.found.silent
        assert (silent.text, silent.paragraph, silent.instead) == ("地下水位", "9", "")
        assert silent.old.of(water.old.source.text) == "地下水位"

    def test_cover(self, water):  # 1
        assert water.edits(water.block("日期")) == [("replace", "2 月 16", "4 月 15")]
        assert water.edits(water.block("RBC/WG/12/6")) == [("insert", "", "Rev.")]

    @pytest.mark.parametrize(
        ("wording", "stands"),
        [
            ("中小城市", "中小城市"),  # 2
            ("严重关切", "严重关切"),  # 3
            ("2030", "2035"),  # 6
            ("二十", "十二"),  # 9
            ("库斯科", "内罗毕"),  # 11
            ("与成员国", ""),  # 13
        ],
    )
    def test_settled(self, water, wording, stands):
        assert water.stands(wording) == stands

    def test_settled_in_the_chairs_text(self, water):  # 7
        (closed,) = [each for each in water.found.closed if each.choice.paragraph == "C4(1)"]
        assert (closed.alternative, closed.text) == (1, "五十")

    def test_nothing_else_is_closed(self, water):
        assert len(water.found.closed) == 7

    @pytest.mark.parametrize("wording", ["和洪水预报", "以及接纳大量流离失所者的城市"])  # 5, 10
    def test_opened(self, water, wording):
        (opened,) = [
            each for each in water.found.opened if wording in [option.text for option in each.choice.alternatives]
        ]
        assert opened.text == ""

    def test_no_choice_differs_otherwise(self, water):
        assert not water.found.changed

    def test_moved_and_renumbered(self, water):  # 12
        (moved,) = water.found.that(Happening.MOVED)
        assert Happening.RENUMBERED in moved.happened
        assert moved.new[0].text.startswith("方案办公室应就枯水期调度")

    def test_split(self, water):  # 15
        (split,) = water.found.that(Happening.SPLIT)
        assert [passage.text[:4] for passage in split.new] == ["参加方案", "报告应由"]

    def test_concordance(self, water):  # 12, 15, 16
        rows = [(row.old, row.new.replace(" ", "")) for row in water.found.concordance]
        assert [row for row in rows if row[0] != row[1]] == [("5", "7之二"), ("9", "9之二"), ("11", "10之二")]

    def test_statement_changed(self, water):  # 8
        assert water.block("德国：如能恢复").happened == (Happening.REWORDED,)

    def test_positions(self, water):
        positions = water.positions()
        assert ("shifted", "BR", "oppose", "support") in positions  # 4
        shifted = {change.delegation for change in water.found.positions if change.kind is Shift.SHIFTED}
        assert shifted <= {"BR", "DE"}  # 4, 8
        assert ("taken", "US", None, "reserve") in positions  # 10
        assert not [
            change for change in water.found.positions if change.kind is Shift.DROPPED and change.delegation != "DE"
        ]

    def test_no_other_passage_differs(self, water):
        labels = [(match.old or match.new)[0].address for match in water.unlike()]
        assert [label for label in labels if label] == ["2", "3", "C4(1)", "6", "7", "5", "9", "11"]
        assert labels.count("") == 5  # two of the cover, two items, one statement
