"""The fixed words of documents: the same in every language, and no brace without a use."""

import string

import pytest

from negotext.languages import LANGUAGES, document_words, frequent_delegations, load_registry
from negotext.languages.data import load_toml


def keys(table, before=""):
    for name, value in table.items():
        if isinstance(value, dict):
            yield from keys(value, f"{before}{name}.")
        else:
            yield f"{before}{name}", value


def braces(phrase):
    return {field for _, field, _, _ in string.Formatter().parse(phrase) if field is not None}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_the_same(language):
    ours, english = (dict(keys(load_toml("documents.toml")[each])) for each in (language, "en"))
    assert {name: braces(phrase) for name, phrase in ours.items()} == {
        name: braces(phrase) for name, phrase in english.items()
    }
    assert all(phrase.strip() for phrase in ours.values())


def test_no_word_is_left_in_english():
    english = dict(keys(load_toml("documents.toml")["en"]))
    for language in ("ar", "ru", "zh"):
        ours = dict(keys(load_toml("documents.toml")[language]))
        # What is the same is made of braces and punctuation alone.
        same = {name for name in ours if ours[name] == english[name]}
        assert all(not any(c.isalpha() for c in _bare(english[name])) for name in same - {"samples.editorial"})


def _bare(phrase):
    return "".join(literal for literal, _, _, _ in string.Formatter().parse(phrase))


@pytest.mark.parametrize(
    ("language", "line", "listed"),
    [
        ("en", "For: a, b", "a, b"),
        ("fr", "For\u00a0: a, b", "a, b"),
        ("zh", "For：a、b", "a、b"),
        ("ar", "For: a، b", "a، b"),
    ],
)
def test_punctuation_is_that_of_the_language(language, line, listed):
    words = document_words(language)
    assert words.listed(["a", "b"]) == listed
    assert words.line("For", listed).replace(" :", "\u00a0:") == line


def test_words_with_quotation_marks_stand_in_the_inner_ones():
    words = document_words("en")
    assert words.quoted("shall") == "“shall”"
    assert words.quoted("delete “shall”") == "‘delete “shall”’"


def test_whoever_speaks_often_is_known():
    known = load_registry("en").titles
    assert [code for code in frequent_delegations() if code not in known] == []
    assert len(set(frequent_delegations())) == len(frequent_delegations())


@pytest.mark.parametrize(
    ("language", "name", "said"),
    [
        ("en", "African Group", "the African Group"),
        ("en", "EU", "the EU"),
        ("en", "AOSIS", "AOSIS"),
        ("en", "Group B", "Group B"),
        ("fr", "Groupe africain", "Groupe africain"),
    ],
)
def test_groups_have_their_article(language, name, said):
    assert document_words(language).group(name) == said
