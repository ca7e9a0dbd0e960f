"""What delegations said in one round and not, or otherwise, in the next."""

from rounds.two_rounds import rounds

from negotext.rounds import Shift

PLACE = "1. Dues are paid [“once a year” – {}] to the port authority of the place."


def changes(old: str, new: str, language: str = "en"):
    return [(each.kind, each.delegation, each.on_behalf_of) for each in rounds(old, new, language).found.positions]


def test_taken_dropped_and_shifted():
    old = PLACE.format("Chile; Norway opposes; Japan supports")
    new = PLACE.format("Chile; Norway supports; Kenya opposes")
    assert changes(old, new) == [
        (Shift.DROPPED, "JP", None),
        (Shift.TAKEN, "KE", None),
        (Shift.SHIFTED, "NO", None),
    ]


def test_a_shift_has_both_positions():
    (shift,) = rounds(PLACE.format("Chile; Norway opposes"), PLACE.format("Chile; Norway supports")).found.positions
    assert (shift.old.stance.value, shift.new.stance.value) == ("oppose", "support")


def test_the_same_positions_elsewhere_in_the_draft():
    old = PLACE.format("Chile; Norway opposes") + "\n\n2. Nothing else is paid by anybody, whoever asks for it.\n"
    new = "1. Nothing else is paid by anybody, whoever asks for it.\n\n" + PLACE.format(
        "Chile; Norway opposes"
    ).replace("1.", "2.")
    assert changes(old, new) == []


def test_order_of_names_and_line_wraps_do_not_matter():
    old = PLACE.format("Chile; Norway, Japan and Kenya oppose")
    new = PLACE.format("Chile; Kenya, Japan\nand Norway oppose").replace("port authority", "port\nauthority")
    assert changes(old, new) == []


def test_positions_on_a_closed_choice_are_settled():
    old = PLACE.format("Chile; Norway opposes; Japan supports")
    new = "1. Dues are paid once a year to the port authority of the place."
    assert {kind for kind, _, _ in changes(old, new)} == {Shift.SETTLED}


def test_speaking_for_a_group_is_another_position():
    old = PLACE.format("Kenya")
    new = PLACE.format("Kenya on behalf of the African Group")
    assert changes(old, new) == [(Shift.DROPPED, "KE", None), (Shift.TAKEN, "KE", "AFRICAN_GROUP")]


def test_a_word_changed_in_the_proposal_is_no_other_position():
    old = "1. Dues are paid [“once in every calendar year, in advance” – Chile; Norway opposes] to the port authority."
    new = "1. Dues are paid [“once in every calendar year, on arrival” – Chile; Norway opposes] to the port authority."
    assert changes(old, new) == []


def test_positions_on_a_paragraph_whose_brackets_changed():
    old = "1. [CL/NZ propose; US oppose: Ports [shall][should] vary their dues according to what a ship emits.]"
    new = "1. [CL/NZ propose; US oppose: Ports shall vary their dues [“yearly” – FJ] according to what a ship emits.]"
    assert changes(old, new) == [(Shift.TAKEN, "FJ", None)]


def test_chinese():
    old = "3. 方案不具有法律约束力[“，但成员国应尽力遵守”——荷兰；孟加拉国支持；巴西、俄罗斯联邦不同意]。"
    new = "3. 方案不具有法律约束力[“，但成员国应尽力遵守”——荷兰；孟加拉国、巴西支持；俄罗斯联邦不同意]。"
    assert changes(old, new, "zh") == [(Shift.SHIFTED, "BR", None)]
