"""The room's text, worked out where something was decided, is the same as all of it worked out at once."""

import random

import pytest
from chair.test_desk_bit_by_bit import moments, seen, standing

from negotext.chair.desk_places import Places
from negotext.chair.desk_texts import View
from negotext.chair.room_texts import RoomTexts
from negotext.outcome import choices_of
from negotext.reading import read_bytes

MOMENTS = 30


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("name", ["harbour-air.en.txt", "city-water.zh.txt", "water-plan.ar.txt"])
def test_texts(root, name, seed):
    draft = read_bytes((root / "examples" / name).read_bytes(), name)
    dice = random.Random(seed)
    texts = RoomTexts(draft)
    for places in moments(dice, Places.of(map(standing, choices_of(draft))), MOMENTS):
        view, names = dice.choice(list(View)), dice.random() < 0.3
        at_once = RoomTexts(draft).shown(view, places, names=names)
        assert seen(texts.shown(view, places, names=names)) == seen(at_once)
