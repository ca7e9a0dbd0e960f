"""Vocabulary: what each language calls stances, places, labels and delegations."""

from .guess import guess_language
from .lexicon import LANGUAGES, Lexicon, Place, load_lexicon
from .phrases import Found, PhraseBook
from .registry import Registry, load_registry

__all__ = [
    "LANGUAGES",
    "Found",
    "Lexicon",
    "PhraseBook",
    "Place",
    "Registry",
    "guess_language",
    "load_lexicon",
    "load_registry",
]
