"""The vocabulary of a language, and telling languages apart."""

import json

import pytest

from negotext.languages import LANGUAGES, guess_language, load_lexicon


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_labels_and_editorial_words(language):
    lexicon = load_lexicon(language)
    assert {"article", "option", "alternative", "note", "page"} <= set(lexicon.labels)
    assert all(pattern.pattern for pattern in lexicon.editorial.values())


@pytest.mark.parametrize(
    ("language", "word", "role"),
    [
        ("en", "delete", "verb:delete"),
        ("en", "deletes", "verb:delete"),
        ("en", "cannot accept", "verb:oppose"),
        ("en", "on behalf of", "behalf"),
        ("en", "OK", "verb:support"),
        ("zh", "不同意", "verb:oppose"),
        ("zh", "改为", "verb:replace"),
        ("zh", "代表", "behalf"),
    ],
)
def test_words_and_their_roles(language, word, role):
    assert load_lexicon(language).words.get(word) == role


@pytest.mark.parametrize(
    ("language", "word", "value"),
    [("en", "three", 3), ("en", "Three", 3), ("en", "12", 12), ("zh", "两", 2), ("zh", "三", 3), ("en", "many", None)],
)
def test_numbers_in_words(language, word, value):
    assert load_lexicon(language).number(word) == value


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("5. The Committee shall meet in Geneva.", "en"),
        ("5. Le Comité se réunit à Genève pour la première fois.", "fr"),
        ("5. El Comité se reunirá en Ginebra por primera vez.", "es"),
        ("5. Комитет собирается в Женеве.", "ru"),
        ("٥ - تجتمع اللجنة في جنيف.", "ar"),
        ("5. 委员会在日内瓦开会。", "zh"),
        ("5. 委员会（PBC）应审议WIPO关于GIs的报告。", "zh"),
        ("[US/AU propose: X]", "en"),
        ("", "en"),
        ("[ ]", "en"),
        ("79. [Projet d'article 4 (Sauvetage)", "fr"),
        ("Relator: [ ]", "es"),
        ("См. также “Ship lost in the strait”, Port News, 3 March 2015.", "ru"),
        ("The word “порт” and the word “港口” mean a port, as the parties have agreed.", "en"),
    ],
)
def test_guessing(text, language):
    assert guess_language(text) == language


def test_guessing_the_examples(root):
    examples = sorted((root / "examples").glob("*.txt"))
    assert examples
    for path in examples:
        language = path.name.split(".")[-2]
        assert guess_language(path.read_text(encoding="utf-8")) == language, path.name


def test_guessing_real_snippets(shared):
    lines = (shared / "gold" / "snippets.jsonl").read_text(encoding="utf-8").splitlines()
    snippets = [json.loads(line) for line in lines if line.strip()]
    wrong = [snippet["id"] for snippet in snippets if guess_language(snippet["text"]) != snippet["language"]]
    # "Rapporteur : [ ]" is English as well, but for its space.
    assert set(wrong) <= {"un-rapp-fr"}
