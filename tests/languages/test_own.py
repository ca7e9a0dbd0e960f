"""Delegations of one's own: what the file says, what is wrong with it, and how drafts are read with it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotext.languages import OwnError, load_registry, read_own, registry_for, with_own
from negotext.reading import read_text

PARTIES = """
[GREENS]
names = ["The Greens", "Green Party"]

[SD]
names = ["Sweden Democrats"]

[TENANTS]
title = "Association of Tenants"
names = ["Tenants' Association"]

[PORT.names]
en = ["Port Company"]
fr = ["Société du port", "La Société"]

[OPPOSITION]
names = ["the Opposition"]
members = ["Green Party", "SD"]

[EVERYBODY]
names = "All of us"
members = ["OPPOSITION", "PORT", "FR"]

[NO]
aliases = ["Oslo"]
"""
OWN = read_own(PARTIES)
ENGLISH = registry_for("en", OWN)


def said(text: str, own=OWN, language: str = "en") -> list[tuple]:
    draft = read_text(text, language=language, delegations=own)
    return [(p.delegation, p.on_behalf_of, str(p.stance)) for p in draft.positions]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Greens", "GREENS"),
        ("The Greens", "GREENS"),
        ("green party", "GREENS"),
        ("GREENS", "GREENS"),
        ("SD", "SD"),
        ("Tenants’ Association", "TENANTS"),
        ("Tenants' Association", "TENANTS"),
        ("Société du port", "PORT"),
        ("Oslo", "NO"),
        ("Norway", "NO"),
        ("Chile", "CL"),
        # SD was Sudan before it was a party.
        ("Sudan", None),
        ("SDN", None),
    ],
)
def test_names_and_codes(name, code):
    assert ENGLISH.code(name) == code


def test_titles_are_those_given_or_the_first_name_of_the_language():
    assert [ENGLISH.title(code) for code in ("TENANTS", "GREENS", "PORT", "NO")] == [
        "Association of Tenants",
        "The Greens",
        "Port Company",
        "Norway",
    ]
    assert registry_for("fr", OWN).title("PORT") == "Société du port"


def test_a_group_has_its_members_and_those_of_groups_in_it():
    assert ENGLISH.groups["OPPOSITION"] == {"GREENS", "SD"}
    assert ENGLISH.groups["EVERYBODY"] == {"OPPOSITION", "GREENS", "SD", "PORT", "FR"}
    assert "SD" in load_registry("en").groups["AFRICAN_GROUP"]
    assert "SD" not in ENGLISH.groups["AFRICAN_GROUP"]


def test_without_countries_a_meeting_still_has_its_chair():
    registry = with_own(load_registry("en"), read_own('iso = false\n[GREENS]\nnames = ["Greens"]'), "en")
    assert [registry.code(name) for name in ("Chile", "CL", "EU", "G77", "Greens", "Chair")] == [
        *[None] * 4,
        "GREENS",
        "CHAIR",
    ]
    assert registry.groups == {}


def test_nobody_gets_the_registry_of_everybody():
    assert registry_for("en") is load_registry("en")
    assert registry_for("en", OWN) is registry_for("en", read_own(PARTIES))


@pytest.mark.parametrize(
    ("text", "positions"),
    [
        ("1. It [shall][should – The Greens] run.", [("GREENS", None, "insert")]),
        ("1. It runs [“daily” – Tenants’ Association].", [("TENANTS", None, "insert")]),
        ("1. It runs [GREENS/SD propose: daily].", [("GREENS", None, "insert"), ("SD", None, "insert")]),
        (
            "1. It runs [“daily” – Green Party on behalf of the Opposition; Chile opposes].",
            [("GREENS", "OPPOSITION", "insert"), ("CL", None, "oppose")],
        ),
        ("1. It runs.\n\nGREENS: delete paragraph 1.", [("GREENS", None, "delete")]),
        ("1. It runs.\n\nThe Greens reserve their position on paragraph 1.", [("GREENS", None, "reserve")]),
        ("1. It runs in Greenland [daily – Greens].", [("GREENS", None, "insert")]),
    ],
)
def test_drafts_are_read_with_them(text, positions):
    assert said(text) == positions


def test_in_another_language():
    text = "1. Il est [« utile » – La Société ; le Chili appuie]."
    assert said(text, language="fr") == [("PORT", None, "insert"), ("CL", None, "support")]
    text = "1. Il est [« utile » – Chili, au nom de la Société]."
    assert said(text, language="fr") == [("CL", "PORT", "insert")]


def test_names_are_those_of_this_draft_alone():
    text = "1. It runs [“daily” – Sudan; Green Party supports]."
    assert said(text, own=None)[0] == ("SD", None, "insert")
    assert "GREENS" not in [code for code, _, _ in said(text, own=None)]


def test_unknown_names_are_listed_once_each_with_the_nearest():
    text = "1. It [Grens: delete] runs [Grens: retain] [GREEMS: delete][daily – SD; High Plateau Union supports].\n"
    faults = read_text(text, language="en", delegations=OWN).diagnostics
    assert [(fault.span.of(text), fault.hint.partition(" or ")[0].rstrip("?")) for fault in faults] == [
        ("Grens", "did you mean Greens"),
        ("GREEMS", "did you mean GREENS"),
        ("High Plateau Union", "kept as printed"),
    ]


FAULTS = [
    ("", 0, "there is no delegation", "[GREENS]"),
    ("iso = false", 0, "there is no delegation", "[GREENS]"),
    ("The Greens", 1, "cannot be read", "[GREENS]"),
    ("\n[The Greens]\n", 2, "“[The Greens]” is no code", "no spaces"),
    ('[greens]\nnames = ["Greens"]', 1, "“greens” is no code", "write [GREENS]"),
    ('["Grüne Partei"]\nnames = ["xx"]', 1, "“Grüne Partei” is no code", "write [GRUNE_PARTEI]"),
    ("[GREENS]", 1, "GREENS has no names", 'names = ["Greens"]'),
    ("[NO]", 1, "NO has no names", 'names = ["No"]'),
    ('names = ["Greens"]', 1, "`names` belongs to no delegation", "below the code"),
    ('[[GREENS]]\nnames = ["xx"]', 1, "double brackets", "write [GREENS]"),
    ("[GREENS]\nnames = [“Greens”]", 2, "curly quotes", "straight"),
    ('[GREENS]\nnames = ["Greens"', 2, "cannot be read", "[GREENS]"),
    ("[GREENS]\nnames = 3", 2, "no list", 'names = ["One name"'),
    ('[GREENS]\nname = ["Greens"]', 2, "`name`", "did you mean names?"),
    ('[GREENS]\nnames = ["G"]', 2, "too short", "2 to 200"),
    ('[GREENS]\nnames = ["(G)"]', 2, "cannot be a name", "letter"),
    ('[GREENS]\nnames = ["Greens"]\ntitle = 3', 3, "title", 'title = "Green Party"'),
    ('[GREENS]\nnames = ["Greens"]\niso = false', 3, "`iso`", "top of the file"),
    ('iso = "no"\n[GREENS]\nnames = ["Greens"]', 1, "`iso`", "without quotes"),
    ('[A1]\nnames = ["xx"]\n[A1]\nnames = ["yy"]', 3, "A1 is there twice", "below one"),
    (
        '[AA]\nnames = ["The Left"]\n[BB]\nnames = ["Bees",\n "Left"]',
        5,
        "“Left” is a name of AA and of BB",
        "one delegation only",
    ),
    ('[AA]\nnames = ["BB"]\n[BB]\nnames = ["Bees"]', 2, "“BB” is a name of BB and of AA", "one delegation only"),
    ('[AA]\nnames = ["xx"]\nmembers = ["Freedonia"]', 3, "nobody defines: “Freedonia”", "[FREEDONIA]"),
    ('[GREENS]\nnames = ["x y"]\n[BB]\nnames = ["zz"]\nmembers = ["GREEN"]', 5, "“GREEN”", "did you mean GREENS?"),
    ('iso = false\n[AA]\nnames = ["xx"]\nmembers = ["FR"]', 4, "nobody defines: “FR”", "[FR]"),
    ('[AA]\nnames = ["xx"]\nmembers = ["AA"]', 3, "member of itself", "take it out"),
    ("[" * 5_000, 1, "no code", "[GREENS]"),
    ("x = " + "[" * 5_000, 0, "nested", "[GREENS]"),
    ("x = 1\n" * 100_000, 0, "far too long", "is this the draft?"),
]


@pytest.mark.parametrize(("text", "line", "fault", "hint"), FAULTS, ids=[text[:30] for text, *_ in FAULTS])
def test_a_fault_is_told_with_its_place_and_what_to_do(text, line, fault, hint):
    with pytest.raises(OwnError) as caught:
        read_own(text)
    assert caught.value.line == line
    assert fault in caught.value.fault
    assert hint in caught.value.hint


def test_groups_that_hold_each_other_end():
    own = read_own('[AA]\nnames=["xx"]\nmembers=["BB"]\n[BB]\nnames=["yy"]\nmembers=["AA"]')
    assert [each.members for each in own.delegations] == [{"BB"}, {"AA"}]


LINES = [
    "[GREENS]",
    "[AA.names]",
    'names = ["Greens", "x"]',
    "names = 1",
    'en = ["Ay"]',
    'members = ["AA"]',
    "iso = 1",
    "[",
]


@given(st.lists(st.one_of(st.sampled_from(LINES), st.text(max_size=12)), max_size=8).map("\n".join))
def test_any_text_is_read_or_refused(text):
    try:
        assert read_own(text).delegations
    except OwnError as error:
        assert error.fault and error.hint
        assert 0 <= error.line <= len(text.splitlines()) + 1
