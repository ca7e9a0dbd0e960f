"""Loading the grammars that are installed as `negotext.grammars`."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from typing import Any

from lark import Lark, Token, Transformer
from lark.lexer import Lexer


class TokensLexer(Lexer):
    """Hands ready-made tokens to the parser: the text has been read with a lexicon before."""

    def __init__(self, lexer_conf: Any) -> None:
        """Take the configuration Lark passes; nothing of it is needed."""

    def lex(self, data: Any) -> Iterator[Token]:  # type: ignore[override]
        """The tokens as they are."""
        return iter(data)


def load_grammar(name: str, start: str, transformer: Transformer[Token, Any] | None = None) -> Lark:
    """An LALR parser over ready-made tokens for the grammar file `name`.

    With a `transformer`, parsing gives what it makes of the tree, and no tree is built.

    Raises:
        RuntimeError: the installation lacks the file (Lark would take it for an empty grammar).
    """
    resource = files("negotext.grammars").joinpath(name)
    text = resource.read_text(encoding="utf-8") if resource.is_file() else ""
    if not text.strip():
        raise RuntimeError(f"negotext is installed without its grammar {name}; run: pip install -e .")
    return Lark(text, parser="lalr", lexer=TokensLexer, start=start, transformer=transformer)
