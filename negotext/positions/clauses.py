"""Reading the clauses of a region one after another, because each may be about the words of the one before."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from negotext.model import Stance
from negotext.notation import Clause, Party, Token

from .predicate import Predicate, read_predicate
from .readings import Reading, Words, read_part

_REACTIONS = frozenset({Stance.SUPPORT, Stance.OPPOSE, Stance.DELETE, Stance.RETAIN, Stance.BRACKET, Stance.RESERVE})


_EDITING = frozenset({Stance.INSERT, Stance.REPLACE, Stance.DELETE, Stance.RETAIN, Stance.MOVE})
# What is said of a draft, and not of laws or budgets.
_OF_DRAFTING = frozenset({"PROPOSE", "PROPOSAL", "QUOTE", "DRAFTING", "CHILD", "PLACE", "REST"})
_NOT_LATIN = re.compile("[\u0370-\u9fff]")
_HAN = re.compile("[\u3400-\u9fff]")
# Verbs that say all there is to say: "[Delete – Mexico]".
_ALONE = frozenset({"delete", "retain", "bracket", "support", "oppose", "reserve"})
# The number of a footnote that the extraction glued to the colon: "PE:11 3. Nothing", "oppose:52 or to deceive";
# "CL:3 Paragraphs 1 and 2" begins with a paragraph number.
_GLUED_FOOTNOTE = re.compile(r":\d{1,3}\s+(?=(?:ALT\s)?\d{1,3}\.\s|[a-z])")


@dataclass(frozen=True, slots=True)
class Reaction:
    """What one or more delegations do in one clause.

    Attributes:
        parties: who.
        reading: what.
        start: where the evidence begins in the clean text of the region.
        end: where it ends.
        offered: whether the words offered reach to the end of the region.
        plain: whether words were offered without any verb.
        lead: `colon`, `dash` or an empty string: what stands between the names and the words.
        bare: whether the clause is nothing but names.
    """

    parties: tuple[Party, ...]
    reading: Reading
    start: int
    end: int
    offered: bool = False
    plain: bool = False
    lead: str = ""
    bare: bool = False


class ClauseReader:
    """Reads the clauses of one region."""

    def __init__(self, clean: str, *, bracket: bool, noun: Callable[[Token], bool] = lambda token: False) -> None:
        self.clean = clean
        self.noun = noun
        self.bracket = bracket
        self.words: Words | None = None  # the words under discussion so far
        self.unclaimed = False  # whether they stand there with nobody's name on them
        self.latest: list[Reaction] = []

    def read(self, clauses: Sequence[Clause]) -> list[Reaction]:
        """The reactions of all clauses, in order."""
        read: list[Reaction] = []
        predicates = [self._predicate(clause) for clause in clauses]
        for index, clause in enumerate(clauses):
            match clause.form:
                case "wording":
                    if self.bracket:
                        self.words, self.unclaimed = self._wording(clause.wording), True
                    continue
                case "after":
                    self.latest = self._after(clause, predicates[index])
                case _ if index + 1 < len(clauses) and _only_says(clause):
                    continue
                case _:
                    shared = self._shared(predicates, clauses, index)
                    self.latest = self._before(clause, predicates[index], shared)
            read += self.latest
        return read

    def _predicate(self, clause: Clause) -> Predicate:
        return read_predicate(clause.predicate, self.clean, bracket=self.bracket, noun=self.noun)

    @staticmethod
    def _shared(predicates: Sequence[Predicate], clauses: Sequence[Clause], index: int) -> tuple[Token, ...] | None:
        """The words behind a later colon that several clauses share: `A propose; B oppose: X`."""
        if predicates[index].offer is not None or not predicates[index].parts:
            return None
        for clause, predicate in zip(clauses[index + 1 :], predicates[index + 1 :], strict=True):
            if clause.form != "before":
                return None
            if predicate.offer is not None and not predicate.lead:
                return predicate.offer
            if predicate.lead or not predicate.parts:
                return None
        return None

    # --- who, then what ----------------------------------------------------------------------------------------

    def _before(self, clause: Clause, predicate: Predicate, shared: tuple[Token, ...] | None) -> list[Reaction]:
        start, names_end = _names(clause)
        if predicate.plain and predicate.offer:
            reading = self._offered(predicate.offer, predicate.lead, start)
            end = predicate.offer[-1].end
            self.words, self.unclaimed = reading.text or self.words, False
            offered = reading.stance is not Stance.COMMENT and reading.target is None
            return [Reaction(clause.parties, reading, start, end, offered, True, predicate.lead)]
        if not predicate.parts:
            if predicate.offer:
                reading = Reading(Stance.INSERT, self._text(predicate.offer))
                self.words, self.unclaimed = reading.text, False
                return [Reaction(clause.parties, reading, start, predicate.offer[-1].end, True, True, "colon")]
            return self._bare(clause, start, names_end)
        offer = predicate.offer or shared
        reactions = self._acts(clause, predicate, offer, (start, names_end))
        for reaction in reactions:
            if reaction.reading.text is not None:
                self.words, self.unclaimed = reaction.reading.text, False
            elif self.words is None and not reaction.reading.pointer:
                self.words = reaction.reading.target
        if self.words is None and offer is not None:
            self.words = self._text(offer)
        return reactions

    def _acts(
        self, clause: Clause, predicate: Predicate, offer: tuple[Token, ...] | None, names: tuple[int, int]
    ) -> list[Reaction]:
        """What the delegations do, one reaction for each thing; a part that adds nothing is left out."""
        start, names_end = names
        reactions: list[Reaction] = []
        for position, part in enumerate(predicate.parts):
            last = position == len(predicate.parts) - 1
            meant = read_part(part, offer if last else None, self.clean)
            if meant is None or (position and _has_own_subject(part)):
                continue
            if not self._is_drafting(meant, part, predicate.lead):
                continue
            reading = self._with_words(meant, first=not reactions)
            if self.bracket and predicate.lead == "colon" and self._misplaced(reading, part):
                reading = replace(reading, own=True)
            end = max(part[-1].end, names_end)
            start = min(start, part[0].start)
            before = reactions[-1].reading if reactions else None
            if before is not None and _said_first(before, reading):
                reactions.pop()
            elif before is not None and self._repeats(before, reading, part):
                if self._sharper(before, reading):
                    sharper = replace(reading, target=before.target)
                    reactions[-1] = replace(reactions[-1], reading=sharper, end=end)
                continue
            offered = offer is not None and last and reading.text is not None
            reactions.append(Reaction(clause.parties, reading, start, end, offered, False, predicate.lead))
        return reactions

    def _offered(self, offer: Sequence[Token], lead: str, start: int) -> Reading:
        text = self._text(offer)
        if lead == "dash" and not any(token.kind in ("QUOTE", "CHILD") for token in offer):
            instead = next((i for i, token in enumerate(offer) if token.kind == "INSTEAD"), 0)
            if 0 < instead < len(offer) - 1 and not self.clean[offer[instead].start].isascii():
                return Reading(Stance.REPLACE, self._text(offer[:instead]), self._text(offer[instead + 1 :]))
            if any(token.kind == "VERB" and token.value == "comment" for token in offer):
                return Reading(Stance.COMMENT, None, self.words, own=self.words is not None)
        separator = self.clean[:start].rstrip()[-1:]
        if self.words is not None and self.unclaimed and separator in ("；", ";", "؛", "/", "，", ",", "،"):
            return Reading(Stance.REPLACE, text, self.words, verb=False, own=True)
        return Reading(Stance.INSERT, text, verb=False)

    def _bare(self, clause: Clause, start: int, end: int) -> list[Reaction]:
        """Names alone: they join in what the clause before them says."""
        if self.latest:
            return [replace(reaction, parties=clause.parties) for reaction in self.latest]
        return [Reaction(clause.parties, Reading(Stance.INSERT, verb=False), start, end, bare=True)]

    # --- words, then who ---------------------------------------------------------------------------------------

    def _after(self, clause: Clause, predicate: Predicate) -> list[Reaction]:
        acts = [token for token in clause.wording if token.kind not in ("FILLER", "POINT")]
        instructs = len(acts) == 1 and acts[0].kind == "VERB" and acts[0].value in _ALONE
        if instructs and self.clean[acts[0].start].isupper() and not predicate.parts:
            # "[Suppression – Mexique]"
            said = Reading(Stance(acts[0].value), None, self.words, own=self.words is not None)
            return [Reaction(clause.parties, said, acts[0].start, _names(clause)[1])]
        words = self._wording(clause.wording)
        start = clause.wording[0].start if clause.wording else clause.parties[0].name.start
        _, names_end = _names(clause)
        reactions: list[Reaction] = []
        if predicate.plain and predicate.offer:
            read: list[tuple[Reading | None, int]] = [(None, names_end)]
        else:
            read = [
                (read_part(part, predicate.offer, self.clean), max(part[-1].end, names_end)) for part in predicate.parts
            ]
        if not read or read[0][0] is None or read[0][0].rest:
            # In "X / Y – A" too: a bare form is an insertion, and the first wording is the draft's own.
            proposal = Reading(Stance.INSERT, words, verb=False)
            reactions.append(Reaction(clause.parties, proposal, start, names_end))
        for reading, end in read:
            if reading is not None:
                meant = reading if reading.rest else self._over(reading, words)
                reactions.append(Reaction(clause.parties, meant, start, end))
        self.words, self.unclaimed = words or self.words, False
        return _distinct(reactions)

    @staticmethod
    def _over(reading: Reading, words: Words | None) -> Reading:
        """The reading of a verb behind words and name: it is about those words, unless it quotes others."""
        if reading.stance is Stance.INSERT or (reading.stance is Stance.REPLACE and reading.target is not None):
            return replace(reading, text=reading.text or words)
        if words is None or (reading.target is not None and not reading.pointer):
            return reading
        return replace(reading, target=words, pointer=False, own=True)

    # --- words -------------------------------------------------------------------------------------------------

    def _with_words(self, reading: Reading, *, first: bool) -> Reading:
        """Give a reaction without an object the words under discussion in the region."""
        if (
            reading.target is None
            and first
            and self.words is not None
            and reading.stance in (*_REACTIONS, Stance.REPLACE)
        ):
            return replace(reading, target=self.words, own=True)
        return reading

    def _misplaced(self, reading: Reading, part: Sequence[Token]) -> bool:
        """`[VN: oppose adequate and effective]`: a colon in front of the verb; the words are the draft's own."""
        if reading.target is None or reading.pointer or part[0].kind != "VERB":
            return False
        verb = self.clean[part[0].start : part[0].end]
        plain = verb.islower() and not verb.endswith("s") and reading.stance in (Stance.OPPOSE, Stance.SUPPORT)
        return plain and not any(token.kind == "QUOTE" for token in part)

    def _is_drafting(self, reading: Reading, part: Sequence[Token], lead: str) -> bool:
        """Whether a sentence of a report is about the draft: `Malta replaced its 1974 Act` is not."""
        if self.bracket or lead or _HAN.search(self.clean):
            return True
        kinds = {token.kind for token in part}
        if reading.stance is Stance.COMMENT:
            return _NOT_LATIN.search(self.clean) is not None or bool(kinds & {"VERB", "PLACE", "BUT", "THAT"})
        direct = any(left.kind == "VERB" and right.kind == "PLACE" for left, right in pairwise(part))
        return reading.stance not in _EDITING or direct or "WORDS" not in kinds or bool(kinds & _OF_DRAFTING)

    @staticmethod
    def _repeats(before: Reading, reading: Reading, part: Sequence[Token]) -> bool:
        """Whether a further part adds nothing of its own: the same stance again, or no object."""
        if part[0].kind == "BUT":
            return False
        own = reading.target is not None or reading.text is not None
        return reading.stance is before.stance or reading.stance is Stance.COMMENT or not own

    @staticmethod
    def _sharper(before: Reading, reading: Reading) -> bool:
        return before.stance in (Stance.COMMENT, Stance.RESERVE) and reading.stance not in (
            Stance.COMMENT,
            Stance.SUPPORT,
            before.stance,
        )

    def _wording(self, tokens: Sequence[Token]) -> Words | None:
        """The words in front of a name: a quotation without its marks, otherwise all of them."""
        kept = list(tokens)
        while kept and kept[0].kind == "POINT" and kept[0].value != "AND":
            kept = kept[1:]
        while kept and kept[-1].kind == "POINT" and kept[-1].value in ("COMMA", "SLASH"):
            kept = kept[:-1]
        if not kept:
            return None
        if len(kept) == 1 and kept[0].kind == "QUOTE":
            return Words(kept[0].start + 1, kept[0].end - 1)
        start = tokens[0].start if tokens[0].kind == "POINT" and tokens[0].value == "COMMA" else kept[0].start
        return Words(start, kept[-1].end)

    def _text(self, tokens: Sequence[Token]) -> Words | None:
        kept = list(tokens)
        if (
            len(kept) > 1
            and kept[-1].kind == "POINT"
            and kept[-1].value in ("STOP", "SEMI")
            and kept[0].kind == "QUOTE"
        ):
            kept = kept[:-1]
        if len(kept) == 1 and kept[0].kind == "QUOTE":
            return Words(kept[0].start + 1, kept[0].end - 1)
        start = kept[0].start
        if footnote := _GLUED_FOOTNOTE.match(self.clean, max(0, start - 1)):
            start = footnote.end()
        return Words(start, kept[-1].end)


def _said_first(before: Reading, reading: Reading) -> bool:
    """Whether a verb of saying only led in what follows: `said that it should not be deleted`."""
    empty = before.stance is Stance.COMMENT and before.target is None and before.text is None
    return empty and reading.stance is not Stance.COMMENT


def _only_says(clause: Clause) -> bool:
    """`The President noted that`, `主席指出，`: what is said comes in the clauses behind."""
    acts = [token for token in clause.predicate if token.kind not in ("FILLER", "POINT", "THAT")]
    return len(acts) == 1 and acts[0].kind == "VERB" and acts[0].value == "comment"


def _has_own_subject(part: Sequence[Token]) -> bool:
    """Whether a further sentence is about somebody else: `All Parties agree to revisit …`."""
    first = next((token for token in part if token.kind not in ("FILLER", "POINT", "TITLE")), None)
    return first is not None and first.kind == "WORDS"


def _names(clause: Clause) -> tuple[int, int]:
    last = clause.parties[-1]
    return clause.parties[0].name.start, (last.behalf or last.name).end


def _distinct(reactions: list[Reaction]) -> list[Reaction]:
    kept: list[Reaction] = []
    for reaction in reactions:
        if not any(other.reading.stance is reaction.reading.stance for other in kept):
            kept.append(reaction)
    return kept
