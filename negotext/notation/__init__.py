"""The notation of drafts as Lark grammars. Nothing of Lark leaves this package."""

from .attribution import Clause, Party, Token, parse_attribution
from .brackets import Mark, Pair, pair_brackets

__all__ = ["Clause", "Mark", "Pair", "Party", "Token", "pair_brackets", "parse_attribution"]
