"""Colours can be read on white, told apart, and stay what they are."""

import math
from itertools import combinations

import pytest

from negotext.languages import LANGUAGES, document_words, frequent_delegations, load_registry
from negotext.paper.colours import INK, PALETTE, SHADES, delegation_colour, text_colour
from negotext.paper.looks import PLAIN, look_of
from negotext.paper.values import Role

PLAIN_ROLES = {Role.TEXT, Role.LABEL, Role.CONTESTED}


def linear(rgb):
    for at in (0, 2, 4):
        part = int(rgb[at : at + 2], 16) / 255
        yield part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def luminance(rgb):
    red, green, blue = linear(rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    """As the Web Content Accessibility Guidelines define it."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def oklab(rgb):
    """A colour where equal distances look equal (Björn Ottosson's Oklab)."""
    red, green, blue = linear(rgb)
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


@pytest.mark.parametrize("colour", PALETTE, ids=lambda colour: colour.name)
def test_delegations_can_be_read_on_white(colour):
    assert contrast(colour.rgb, "FFFFFF") >= 4.5


@pytest.mark.parametrize("role", Role)
def test_roles_can_be_read_on_white(role):
    assert contrast(text_colour(role), "FFFFFF") >= 4.5


@pytest.mark.parametrize("shade", SHADES)
def test_cells_can_be_read(shade):
    assert contrast(INK, SHADES[shade]) >= 12


def test_any_two_colours_can_be_told_apart():
    # 0.02 is what an eye just notices between two fields side by side.
    nearest = min((math.dist(oklab(a.rgb), oklab(b.rgb)), a.name, b.name) for a, b in combinations(PALETTE, 2))
    assert nearest[0] > 0.035, nearest


def test_who_speaks_most_often_has_a_colour_alone():
    first = frequent_delegations()[: len(PALETTE)]
    assert len({delegation_colour(code) for code in first}) == len(PALETTE)


def test_the_colour_of_a_delegation_is_fixed():
    # In documents that have been issued these colours are in print.
    assert [delegation_colour(code).name for code in ("US", "NZ", "AFRICAN_GROUP", "BN", "Atlantis")] == [
        "blue", "red", "orange", "blue", "dark teal",
    ]  # fmt: skip


def test_everybody_gets_one_and_all_are_used():
    used = {delegation_colour(code) for code in load_registry("en").titles}
    assert used == set(PALETTE)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_colour_has_a_name(language):
    names = document_words(language).colours
    assert set(names) == {colour.name for colour in PALETTE}
    assert len(set(names.values())) == len(PALETTE)


def test_looks_differ_without_colour():
    looks = {role: look_of(role) for role in Role if role not in PLAIN_ROLES}
    assert PLAIN not in looks.values()
    assert len(set(looks.values())) == len(looks)
