"""Vocabulary: what each language calls stances, places, labels and delegations."""

from .documents import DocumentWords, document_words, frequent_delegations
from .guess import guess_language
from .lexicon import LANGUAGES, Lexicon, Place, load_lexicon
from .mixed import by_blocks, tongues_again, tongues_of
from .own import OwnDelegation, OwnDelegations, OwnError
from .own_file import read_own
from .own_registry import registry_for, with_own
from .phrases import Found, PhraseBook
from .registry import Registry, load_registry

__all__ = [
    "LANGUAGES",
    "DocumentWords",
    "Found",
    "Lexicon",
    "OwnDelegation",
    "OwnDelegations",
    "OwnError",
    "PhraseBook",
    "Place",
    "Registry",
    "by_blocks",
    "document_words",
    "frequent_delegations",
    "guess_language",
    "load_lexicon",
    "load_registry",
    "read_own",
    "registry_for",
    "tongues_again",
    "tongues_of",
    "with_own",
]
