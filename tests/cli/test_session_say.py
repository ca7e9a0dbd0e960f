"""`negotext say` and `withdraw`: what is said in the room."""

import pytest


def test_a_statement_is_understood_and_printed(ports):
    said = ports("say", "harbour", "5:1", "RU, IR: delete; US supports 2")
    assert said.startswith("5:1  RU, IR: delete; US supports 2   entry 2, Chair\n")
    assert [line.split()[:3] for line in said.splitlines()[1:]] == [
        ["✓", "for", "RU"],
        ["✓", "for", "IR"],
        ["✓", "for", "US"],
    ]
    assert said.count("0 leave it out") == 2
    assert ports.sides("harbour", "5:1")[0] == ["RU for", "IR for"]
    assert "US for" in ports.sides("harbour", "5:1")[2]


def test_the_words_need_no_quotation_marks_of_the_shell(ports):
    ports("say", "harbour", "10:1", "Kenya", "supports", "2")
    assert "KE for" in ports.sides("harbour", "10:1")[2]


def test_a_new_wording_becomes_an_alternative(ports):
    said = ports("say", "harbour", "10:1", "Chile: “determine”; Norway supports; US opposes")
    assert said.count("3 “determine”  a new alternative") == 3
    assert ports.sides("harbour", "10:1")[3] == ["CL for", "NO for", "US against"]
    ports("say", "harbour", "10:1", "Panama proposes “determine”")
    assert "PA for" in ports.sides("harbour", "10:1")[3]


@pytest.mark.parametrize("statement", ["Chile: “2032”", "Chile: 2032", 'CL: "2032"', "Chile proposes “2032”"])
def test_a_number_that_is_a_wording(ports, statement):
    ports("say", "harbour", "5:1", f"{statement}; Norway supports")
    assert ports.sides("harbour", "5:1")[3] == ["CL for", "NO for"]


def test_a_number_of_an_alternative(ports):
    ports("say", "harbour", "5:1", "US: 2; AU opposes 1; KE reserves its position on 2")
    sides = ports.sides("harbour", "5:1")
    assert "AU against" in sides[1]
    assert {"US for", "KE reserves"} <= set(sides[2])


def test_support_for_another_delegation(ports):
    ports("say", "harbour", "5:1", "Kenya agrees with India")
    assert "KE for" in ports.sides("harbour", "5:1")[2]


def test_on_behalf_of_a_group(ports):
    ports("say", "harbour", "5:1", "Kenya on behalf of the African Group supports 2")
    alternatives = ports.who("harbour", "5:1")["alternatives"]
    voice = alternatives[2]["voices"][-1]
    assert (voice["delegation"], voice["on_behalf_of"], voice["entry"]) == ("KE", "AFRICAN_GROUP", 2)
    assert [each["group"] for each in alternatives[2]["bound"]] == ["AFRICAN_GROUP"]


def test_a_dry_run(ports):
    said = ports("say", "harbour", "5:1", "US: 2", "--dry-run")
    assert said.endswith("nothing was changed (--dry-run)\n")
    assert "US United States  2 “2035”" in said
    assert len(ports.records("log", "harbour")) == 1


@pytest.mark.parametrize(
    ("place", "statement", "problem", "hint"),
    [
        ("5:1", "I think so", "no delegation speaks in this statement", "put the name first"),
        ("5:1", "US supports", "US could mean any of the 2 wordings of 5:1", "US supports 2"),
        ("10:1", "Maldova supports", "nobody knows a delegation called Maldova; nothing", "Moldova (MD)"),
        ("10:1", "Maldova supports", "nobody knows a delegation called Maldova; nothing", "--as-is"),
        ("10:1", "Maldova: 2", "nobody knows a delegation called Maldova; nothing", "Moldova (MD)"),
        ("10:1", "Kenya supports “resolve”", "“resolve” is no wording of 10:1; nothing", "by its number"),
        ("10:1", "US: withdraws", "US withdraws: that is no wish to leave", "negotext withdraw harbour 10:1 US"),
    ],
)
def test_what_is_not_clear_is_not_taken_down(ports, place, statement, problem, hint):
    ports("say", "harbour", place, statement, code=2)
    first, second = ports.stderr.splitlines()
    assert problem in first
    assert hint in second
    assert len(ports.records("log", "harbour")) == 1


def test_a_name_nobody_knows_can_be_taken_down(ports):
    ports("say", "harbour", "10:1", "Maldova supports 2", "--as-is")
    assert "Maldova for" in ports.sides("harbour", "10:1")[2]
    ports("withdraw", "harbour", "10:1", "maldova")
    assert "Maldova for" not in ports.sides("harbour", "10:1")[2]


def test_the_language_is_told_from_the_letters(room):
    room("new", "water", "--draft", room.water)
    place = next(each["address"] for each in room.records("list", "water") if len(each["alternatives"]) == 3)
    room("say", "water", place, "俄罗斯、伊朗：删除；美国支持2")
    room("say", "water", place, "IN, BR: delete; Chile supports 3")
    sides = room.sides("water", place)
    assert sides[0] == ["RU for", "IR for", "IN for", "BR for"]
    assert "US for" in sides[2]
    assert "CL for" in sides[3]


def test_what_is_said_later_holds(ports):
    ports("say", "harbour", "10:1", "US supports 2", "--why", "after the break")
    assert "US for" in ports.sides("harbour", "10:1")[2]
    assert "US against" not in ports.sides("harbour", "10:1")[2]
    assert ports.records("log", "harbour", "--address", "10:1")[0]["why"] == "after the break"
    assert "10:1" not in [each["address"] for each in ports.records("list", "harbour", "--held-by", "US")]


def test_withdraw(ports):
    said = ports("withdraw", "harbour", "5:1", "India")
    assert said == "5:1  withdrawn by IN: insert 2   entry 2, Chair\n"
    assert ports.sides("harbour", "5:1")[2] == ["BR for"]
    ports("withdraw", "harbour", "5:1", "IN", code=2)
    assert ports.stderr.splitlines()[0] == "negotext: IN has nothing to withdraw at 5:1"


def test_withdraw_from_one_alternative(ports):
    ports("say", "harbour", "5:1", "India supports 1")
    ports("withdraw", "harbour", "5:1", "IN", "--alternative", "2")
    sides = ports.sides("harbour", "5:1")
    assert "IN for" in sides[1]
    assert "IN for" not in sides[2]


def test_withdraw_an_alternative(ports):
    said = ports("withdraw", "harbour", "5:1", "--alternative", "2")
    assert said.startswith("5:1  withdrawn: 2 “2035”")
    assert "with the stands of IN, BR" in said
    assert [each["number"] for each in ports.who("harbour", "5:1")["alternatives"] if each["withdrawn"]] == [2]
    ports("accept", "harbour", "5:1", "2", code=2)
    assert "no alternative 2 any more: it was withdrawn" in ports.stderr
    ports("say", "harbour", "5:1", "Brazil supports 2")
    ports("accept", "harbour", "5:1", "2")


def test_the_drafts_own_words_cannot_be_withdrawn(ports):
    ports("withdraw", "harbour", "10:1", "--alternative", "1", code=2)
    assert "the draft's own text" in ports.stderr
    ports("withdraw", "harbour", "10:1", code=2)
    assert "name a delegation or an alternative" in ports.stderr


def test_undo_takes_a_statement_back(ports):
    before = ports.sides("harbour", "5:1")
    ports("say", "harbour", "5:1", "Chile: 2032")
    ports("undo", "harbour")
    assert ports.sides("harbour", "5:1") == before
    assert "took down a statement on 5:1" in ports("redo", "harbour")
    assert ports.sides("harbour", "5:1")[3] == ["CL for"]
