"""Deciding which names are attributions.

A name counts where an attribution can stand: first in its bracket or line, behind a separator, or behind the dash
that ties it to words; and where what follows is a colon, a dash, a verb of stance, or the end. Every other name is
an `OBJECT`. The result fits `attribution.lark`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from negotext.languages import Lexicon, Registry
from negotext.notation import Token

from .fronted import verbs_behind
from .rewriting import rewrite


class Scope(Enum):
    """What kind of region the tokens are from."""

    BRACKET = "bracket"
    UNCLOSED = "unclosed"
    """A bracket without its closing character: the attribution may be followed by the draft's own words."""
    FLOOR = "floor"
    """What somebody says in the room, typed in the notation of the drafts."""
    LINE = "line"
    TAIL = "tail"
    """The last lines of a bracket of many: only an attribution behind its words can stand there."""


_BRACKETS = (Scope.BRACKET, Scope.UNCLOSED, Scope.FLOOR)


def _is_mark(token: Token) -> bool:
    """Whether a token is punctuation, an article, or a number or label without letters."""
    if token.kind in ("STOP", "COMMA", "DASH", "TITLE", "AND", "BUT"):
        return True
    return token.kind == "WORDS" and re.fullmatch(r"[\W\d]+", token.value) is not None


@dataclass(frozen=True, slots=True)
class _Run:
    """Names that stand together as one party list: token indexes, and the tokens for the grammar."""

    start: int
    end: int
    tokens: tuple[Token, ...]


_SEPARATORS = ("SEMI", "STOP", "COMMA", "SLASH", "LISTED", "BUT", "AND", "THAT")
# A phrase in front of the speaker has at most this many tokens: "Following consultations, Peru …".
_PHRASE = 6
_SPEAKING = ("VERB", "PROPOSE", "PENDING")
# Tokens of the lexer that the grammar knows as punctuation, or as words of no interest.
_POINTS = ("SEMI", "STOP", "COMMA", "SLASH", "LISTED", "DASH", "AND", "LEFT", "RIGHT")
_PLAIN = ("TITLE", "SUFFIX", "BEHALF")
_AUXILIARY = ("FILLER", "ABOUT", "DRAFTING", "BY", "PLACE", "BEHALF")


class Marker:
    """Marks the attributions of one region."""

    def __init__(self, clean: str, tokens: Sequence[Token], scope: Scope, lexicon: Lexicon, registry: Registry) -> None:
        self.clean = clean
        ordered = verbs_behind(tokens, clean, lexicon.forms["fronted"])
        self.tokens = rewrite(
            ordered, registry.groups, bracket=scope is Scope.BRACKET, printed=scope is not Scope.FLOOR
        )
        self.scope = scope
        self.lexicon = lexicon
        self.registry = registry
        self.lead = next((i for i, token in enumerate(self.tokens) if not _is_mark(token)), len(self.tokens))

    def mark(self) -> list[Token]:
        """The tokens for the grammar, or nothing where nobody speaks."""
        anchors = self._anchors()
        if not anchors:
            return []
        breaks = self._breaks(anchors)
        marked: list[Token] = []
        runs = {run.start: (run, form) for run, form in anchors}
        ties = {run.start - 1 for run, form in anchors if form == "after" and self._tied(run)}
        index, speaking = 0, False
        while index < len(self.tokens):
            token = self.tokens[index]
            if breaks.get(index) == "before":
                marked.append(Token("_BREAK", token.start, token.start))
                speaking = False
            if index in runs:
                run, _ = runs[index]
                marked += run.tokens
                index, speaking = run.end, True
                continue
            if breaks.get(index) == "at":
                marked.append(token._replace(kind="_BREAK"))
                speaking = False
            elif index in ties:
                marked.append(token._replace(kind="TIE"))
            else:
                marked.append(self._plain(token, speaking))
            index += 1
        return marked

    @staticmethod
    def _plain(token: Token, speaking: bool) -> Token:
        if token.kind == "NAME":
            return token._replace(kind="OBJECT")
        if token.kind in _POINTS or (token.kind == "COLON" and not speaking):
            return token._replace(kind="POINT", value=token.kind)
        if token.kind in _PLAIN:
            return token._replace(kind="FILLER")
        return token

    # --- party lists -------------------------------------------------------------------------------------------

    def _run(self, start: int) -> _Run | None:
        """The party list that begins at token `start`, with or without a title in front."""
        tokens = self.tokens
        index = start
        if index < len(tokens) and tokens[index].kind == "TITLE":
            index += 1
        if index >= len(tokens) or tokens[index].kind != "NAME":
            return None
        parts = [tokens[index]]
        index = self._behalf(index + 1, parts)
        while True:
            following, separator = self._next_name(index)
            if following is None:
                break
            parts += [separator, tokens[following]]
            index = self._behalf(following + 1, parts)
        return _Run(start, index, tuple(parts))

    def _next_name(self, index: int) -> tuple[int, Token] | tuple[None, Token]:
        """Index of a further name of the list at `index`, with the token that joins it."""
        tokens = self.tokens
        none = (None, Token("LIST", 0, 0))
        if index >= len(tokens) or tokens[index].kind not in ("SLASH", "LISTED", "AND", "COMMA"):
            return none
        joint = tokens[index]
        at = index + 1
        while at < len(tokens) and tokens[at].kind in ("SLASH", "AND", "TITLE"):
            at += 1
        if at >= len(tokens) or tokens[at].kind != "NAME":
            return none
        if joint.kind == "COMMA" and joint.value == "，" and self._speaks(at + 1):
            return none
        return at, joint._replace(kind="LIST")

    def _behalf(self, index: int, parts: list[Token]) -> int:
        """Take in a suffix (`代表团`) and `on behalf of GROUP` behind a name; returns the index after it."""
        tokens = self.tokens
        if index < len(tokens) and tokens[index].kind == "SUFFIX":
            index += 1
        if index < len(tokens) and tokens[index].kind == "BEHALF":
            # 新加坡代表 is Singapore's representative where no group follows.
            after = tokens[index + 1].kind if index + 1 < len(tokens) else ""
            if after not in ("NAME", "TITLE"):
                index += 1
        at = index
        while at < len(tokens) and tokens[at].kind == "COMMA":
            at += 1
        if at < len(tokens) and tokens[at].kind == "BEHALF":
            name = at + 1
            while name < len(tokens) and tokens[name].kind == "TITLE":
                name += 1
            if name < len(tokens) and tokens[name].kind == "NAME":
                parts += [tokens[at], tokens[name]]
                index = name + 1
                closes = index < len(tokens) and tokens[index].kind == "COMMA" and at > 0
                if closes and tokens[at - 1].kind == "COMMA" and self._speaks(index + 1):
                    index += 1
        return index

    # --- anchors -----------------------------------------------------------------------------------------------

    def _anchors(self) -> list[tuple[_Run, str]]:
        anchors: list[tuple[_Run, str]] = []
        index = 0
        while index < len(self.tokens):
            run = self._run(index)
            if run is None:
                index += 1
                continue
            form = self._form(run, anchors)
            if form is not None:
                anchors.append((run, form))
            index = run.end
        return anchors

    def _form(self, run: _Run, anchors: list[tuple[_Run, str]]) -> str | None:
        if self._stands_after(run, anchors):
            return "after"
        if self._signs_note(run):
            return None
        if self.scope is not Scope.TAIL and self._stands_before(run, anchors) and not self._acts_in_text(run):
            return "before"
        return None

    def _stands_before(self, run: _Run, anchors: list[tuple[_Run, str]]) -> bool:
        previous = self.tokens[run.start - 1] if run.start else None
        if run.start == 0 or self._only_marks(run.start):
            return self._speaks(run.end) or (self.scope in _BRACKETS and self._alone(run.end))
        assert previous is not None
        noted = previous.kind == "COLON" and self._is_note(previous)
        if noted or (self.scope is Scope.LINE and self._begins_sentence(run, previous)):
            return self._speaks(run.end)
        if previous.kind == "THAT":
            return self.scope is Scope.LINE and self._speaks(run.end)
        if previous.kind in ("SEMI", "STOP", "COMMA", "LISTED", "BUT", "AND"):
            if previous.kind == "SEMI" and anchors and self._ends(run.end):
                return True
            if previous.kind == "STOP":
                return self._speaks(run.end, direct=self.scope in _BRACKETS)
            return bool(anchors or previous.kind == "SEMI") and self._speaks(run.end, direct=previous.kind != "SEMI")
        if previous.kind == "CHILD" and self._speaks(run.end, direct=True):
            following = self.tokens[run.end] if run.end < len(self.tokens) else None
            return following is not None and following.kind == "VERB" and self._ends(run.end + 1)
        return self._announces(run)

    def _alone(self, index: int) -> bool:
        """Whether the names are all there is, or another delegation follows: `Monaco; Türkiye: delete`."""
        if index == len(self.tokens):
            return True
        return self.tokens[index].kind == "SEMI" and self._run(index + 1) is not None

    def _begins_sentence(self, run: _Run, previous: Token) -> bool:
        """Whether the names stand first in a sentence of a report, if need be behind a phrase and a comma."""
        if previous.kind == "QUOTE":
            return previous.value.endswith((".", "。", "!", "？", "?", "؟"))
        first = self.tokens[run.start]
        if previous.kind == "CHILD":
            return first.kind == "TITLE" and self.clean[first.start].isupper()
        if previous.kind == "COLON":
            return run.start == 2 and self.tokens[0].kind == "WORDS"
        comma = previous.kind == "COMMA"
        at = run.start - comma
        while at > 0 and self.tokens[at - 1].kind in ("WORDS", "ABOUT", "PLACE", "FILLER", "TITLE", "BY"):
            at -= 1
        words = self.clean[self.tokens[at].start : previous.end]
        if not comma and (at == run.start or not self.lexicon.forms["opening"].match(words)):
            return False  # "На втором заседании Куба предложила": no comma parts the phrase
        starts = at == 0 or self.tokens[at - 1].kind in ("STOP", "COLON")
        phrase = run.start - comma - at
        return starts and 0 < phrase <= _PHRASE and self._speaks(run.end, direct=True)

    def _acts_in_text(self, run: _Run) -> bool:
        """Whether an officer only does something in the draft: `the secretariat to maintain a list`."""
        officers = all(t.value in self.registry.roles for t in run.tokens if t.kind == "NAME")
        if self.scope is not Scope.LINE or not officers:
            return False
        following = [token for token in self.tokens[run.end : run.end + 3] if token.kind != "FILLER"]
        if not following or following[0].kind in ("DRAFTING", "PROPOSE", "COLON", "DASH", "PROPOSAL"):
            return False
        explains = following[0].value == "comment" and [token.kind for token in following[1:2]] == ["THAT"]
        if explains or any(token.kind == "DRAFTING" for token in self.tokens[run.end : run.end + 5]):
            return False
        filled = self.tokens[run.end].kind == "FILLER"
        return filled or following[0].kind != "VERB" or following[0].value in ("retain", "insert")

    def _announces(self, run: _Run) -> bool:
        """Codes with a verb and a colon are an attribution wherever they stand: `December 2005 US/MY propose:`."""
        codes = all(re.fullmatch("[A-Z]{2}", self.clean[t.start : t.end]) for t in run.tokens if t.kind == "NAME")
        after = self.tokens[run.end : run.end + 2]
        return codes and len(after) == 2 and after[0].kind in ("VERB", "PROPOSE") and after[1].kind == "COLON"

    def _stands_after(self, run: _Run, anchors: list[tuple[_Run, str]]) -> bool:
        if run.start == 0:
            return False
        if not self._tied(run) and not self._quoted_before(run):
            return False
        since = anchors[-1][0].end if anchors else 0
        parted = any(
            token.kind in ("SEMI", "STOP", "SLASH", "COMMA", "CHILD") for token in self.tokens[since : run.start - 1]
        )
        if anchors and not parted:
            return False
        if self.scope is Scope.LINE and not anchors:
            return False
        if self.scope is Scope.TAIL:
            return all(token.kind == "STOP" for token in self.tokens[run.end :])
        if self.scope is Scope.UNCLOSED and self._tied(run) and self.tokens[run.start - 2].kind == "QUOTE":
            return True
        return self._ends(run.end) or self._speaks(run.end)

    def _tied(self, run: _Run) -> bool:
        return run.start > 0 and self.tokens[run.start - 1].kind == "DASH"

    def _quoted_before(self, run: _Run) -> bool:
        at = run.start - 1
        if self.tokens[at].kind == "COMMA":
            at -= 1
            return at >= 0 and self.tokens[at].kind == "QUOTE" and self._ends(run.end)
        return self.tokens[at].kind == "QUOTE"

    def _only_marks(self, index: int) -> bool:
        """Whether nothing but punctuation, a number or a label stands before the token."""
        return index <= self.lead

    def _is_note(self, colon: Token) -> bool:
        pattern = self.lexicon.labels.get("note")
        before = self.clean[max(0, colon.start - 30) : colon.end]
        return pattern is not None and any(match.end() >= len(before) - 2 for match in pattern.finditer(before))

    def _signs_note(self, run: _Run) -> bool:
        """Whether an officer's name is the beginning of the label of a note: `秘书处的说明：`."""
        if self.tokens[run.start].value not in self.registry.roles:
            return False
        pattern = self.lexicon.labels.get("note")
        label = pattern.match(self.clean, self.tokens[run.start].start) if pattern else None
        return label is not None and label.end() > self.tokens[run.end - 1].end

    def _ends(self, index: int) -> bool:
        """Whether the region or the clause ends at token `index`."""
        return index >= len(self.tokens) or self.tokens[index].kind in (
            "SEMI",
            "STOP",
            "SLASH",
            "COMMA",
            "REST",
        )

    def _speaks(self, index: int, *, direct: bool = False) -> bool:
        """Whether the tokens from `index` on are what a delegation says or does.

        With `direct`, a verb must follow at once, because a name in the middle of a text is seldom a speaker.
        """
        tokens = self.tokens
        if index >= len(tokens):
            return False
        while direct and index < len(tokens) - 1 and tokens[index].kind == "FILLER" and not self.clean.isascii():
            index += 1
        kind = tokens[index].kind
        if kind in ("COLON", "DASH") or kind in _SPEAKING:
            return True
        if kind in ("DRAFTING", "REST") and self.scope is not Scope.LINE:
            return True
        # A clitic looks like an article: `Perú la apoya`; `una propuesta de Georgia de suprimir`.
        if kind in ("PROPOSAL", "CHILD", "TITLE"):
            following = "".join(token.kind for token in tokens[index + 1 : index + 2])
            return following in _SPEAKING or (kind == "PROPOSAL" and following == "COLON")
        return not direct and kind in _AUXILIARY and self._verb_later(index)

    def _verb_later(self, index: int) -> bool:
        """Whether a verb follows before the sentence ends, over auxiliaries and what the verb is about."""
        words = 0
        for token in self.tokens[index : index + 12]:
            if token.kind in _SPEAKING or token.kind == "DRAFTING":
                return True
            if token.kind in ("STOP", "SEMI", "COLON"):
                return False
            words += token.kind == "WORDS"
            if words > 1 and self.scope is Scope.LINE and index == 0:
                return False
        return False

    def _breaks(self, anchors: list[tuple[_Run, str]]) -> dict[int, str]:
        """Where one clause ends and the next begins: `at` a separator, or `before` a token."""
        breaks: dict[int, str] = {}
        since = 0
        for position, (run, form) in enumerate(anchors):
            if form == "before" and run.start > 0:
                previous = run.start - 1
                if self.tokens[previous].kind in _SEPARATORS:
                    breaks[previous] = "at"
                elif previous >= since:
                    breaks[run.start] = "before"
            elif form == "after" and position:
                window = range(since, run.start - 1)
                for kinds in (("SEMI", "STOP", "SLASH"), ("COMMA", "CHILD")):
                    found = next((i for i in window if self.tokens[i].kind in kinds), None)
                    if found is not None:
                        child = self.tokens[found].kind == "CHILD"
                        breaks[found + child] = "before" if child else "at"
                        break
            elif form == "after":
                found = next((i for i in range(run.start - 1) if self._parts_wordings(i)), None)
                if found is not None:
                    breaks[found] = "at"
            since = run.end
        return breaks

    def _parts_wordings(self, index: int) -> bool:
        """Whether the token parts two wordings of one bracket: a spaced slash, or a semicolon before a quotation."""
        token = self.tokens[index]
        if token.kind == "SLASH":
            return self.clean[token.start - 1 : token.start] == " " and self.clean[token.end : token.end + 1] == " "
        following = self.tokens[index + 1] if index + 1 < len(self.tokens) else None
        return token.kind == "SEMI" and following is not None and following.kind == "QUOTE"


def mark_attributions(
    clean: str, tokens: Sequence[Token], scope: Scope, lexicon: Lexicon, registry: Registry
) -> list[Token]:
    """Tokens for `attribution.lark`; nothing where no delegation speaks in the region."""
    return Marker(clean, tokens, scope, lexicon, registry).mark()
