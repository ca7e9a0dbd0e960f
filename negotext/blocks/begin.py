"""Whether a line begins a block, or goes on with the one above: the signs of the page, weighed one by one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from negotext.languages import Lexicon
from negotext.model import BlockKind

from .labels import Label
from .layout import Layout
from .lines import Line
from .openers import closes_more_than_it_opens, goes_on_behind_bracket

_LOWER = re.compile(r"[a-zß-öø-ÿа-я]")
_BRACKET = re.compile(r"[*_]{0,3}[\[［]")
_ATTRIBUTION_BRACKET = re.compile(r"[*_]{0,3}[\[［(（]")
# No block begins with what closes or separates.
_OPENING, _CLOSING = re.compile(r"[\[［(（]"), re.compile(r"[\]］)）]")
_NEVER_FIRST = re.compile(r"[，。；：、،؛؟）」』”’》】］\]),.;:!?](?!\.)")
_SENTENCE_END = re.compile(r"[.。!！?？؟;；؛:：][)）\]］”\"’»]*(?:\s?\d{1,3})?[*_]*\Z")
# A delegation tied to its words, as nothing in the middle of a sentence is.
_TIED = re.compile(r"[^:：—–.。;；؛]{1,80}(?:[:：]|——|\s[–—]\s)")
_NAMED = re.compile(r"[^\[［(（:：—–.。;；؛][^:：—–.。;；؛]{0,80}(?:[:：]|——)")
# The parenthesis behind the letter of an item closes nothing: `b) fixer des tarifs`.
_HALF_LABEL = re.compile(r"\w[)）]")
_DASH, _STOPPED = re.compile(r"[–—−-]\s"), re.compile(r"[.。!！?？؟;；؛:：]\Z")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")


@dataclass(frozen=True, slots=True)
class Opening:
    """A line of text with what it would be if a block began here.

    Attributes:
        line: the line.
        kind: of the block.
        label: at the beginning of the line.
        option: that of the first option, where it stands behind the number of its paragraph (`16. [Option 1:`).
        option_at: where this one begins in the text of the line.
    """

    line: Line
    kind: BlockKind
    label: Label | None
    option: Label | None = None
    option_at: int = 0

    @property
    def tied(self) -> bool:
        """Whether a colon stands behind the label."""
        return self.label is not None and self.line.text[: self.label.length].rstrip().endswith((":", "："))

    @property
    def bare(self) -> bool:
        """Whether the line is labels and nothing else, so that its words follow below."""
        label = self.label
        if label is None or label.kind not in (BlockKind.ITEM, BlockKind.OPTION, BlockKind.PARAGRAPH):
            return False
        if self.option is not None:
            return self.option_at + self.option.length >= len(self.line.text)
        named = label.kind is BlockKind.PARAGRAPH and label.text[:1].isalpha()
        return label.length >= len(self.line.text) and not named


class Beginnings:
    """What is known of the lines so far."""

    def __init__(self, layout: Layout, lexicon: Lexicon) -> None:
        """Begin at the top of a text."""
        self._layout = layout
        self._lexicon = lexicon
        self._before: Opening | None = None
        self._item: Opening | None = None
        self._open = 0
        self._blanks = 0
        self._interrupted = False
        self._marked = False

    def speak(self, lexicon: Lexicon) -> None:
        """The next lines are in the language of `lexicon`."""
        self._lexicon = lexicon

    def blank(self) -> None:
        """A blank line."""
        self._blanks += 1

    def interrupt(self) -> None:
        """A line of the page: furniture or a footnote."""
        self._interrupted = True

    def mark(self) -> None:
        """A footnote mark torn out of the line above."""
        self._marked = True

    def take(self, opening: Opening, *, begins: bool) -> None:
        """A line of text, and whether a block began with it."""
        text = opening.line.text
        if _HALF_LABEL.match(text):
            text = text[2:]
        balance = len(_OPENING.findall(text)) - len(_CLOSING.findall(text))
        self._open = max(0, balance + (0 if begins else self._open))
        self._before = opening
        if opening.kind is BlockKind.ITEM and opening.label and not opening.label.bullet:
            self._item = opening
        self._blanks = 0
        self._interrupted = self._marked = False

    def begins(self, opening: Opening) -> bool:
        """Whether a block begins with the line."""
        if self._before is None or self._layout.flowing or (self._layout.parted and self._blanks):
            return True
        before = self._before.line
        ended, short = self._layout.ended(before), self._layout.short(before)
        blank = self._blanks > (1 if self._layout.double_spaced else 0)
        if opening.label is not None:
            if self._open and _DASH.match(opening.line.text) and not (_STOPPED.search(before.text) or short or blank):
                # A wrap before the dash that ties a delegation to its words, and no list.
                return False
            sure = opening.label.bullet or (opening.label.kind is BlockKind.OPTION and opening.tied)
            return sure or ended or short or blank or self._next_item(opening)
        if opening.kind in (BlockKind.STATEMENT, BlockKind.CHAIR):
            return self._speech(opening.line.text, ended, short, blank)
        if self._goes_on(opening.line.text, ended):
            return False
        if _BRACKET.match(opening.line.text) and short and (ended or before.text.endswith((",", "，", "،"))):
            return True
        if self._interrupted:
            announces = before.text.endswith((":", "："))
            return ended and not announces and (short or not self._layout.double_spaced)
        if self._layout.double_spaced:
            cut = before.width * 2 < self._layout.width
            return (short and (ended or cut)) or self._blanks > 2
        return blank or (short and ended)

    def _goes_on(self, text: str, ended: bool) -> bool:
        """Whether the words of a line can only be a continuation."""
        before = self._before
        if before is None or _NEVER_FIRST.match(text):
            return True
        if before.bare:
            return not self._interrupted
        if _LOWER.match(text):
            return self._interrupted or not ended
        if self._marked and not ended:
            return True
        conjunction = self._lexicon.words.at(text.lower(), 0, len(text))
        return conjunction is not None and conjunction.value == "and" and not _SENTENCE_END.search(before.line.text)

    def _speech(self, text: str, ended: bool, short: bool, blank: bool) -> bool:
        """Whether a line that opens with a delegation is its own: what wraps often begins with a name too."""
        if blank:
            return True
        before = self._before.line.text if self._before else ""
        if self._open and self._inside_brackets(before, text, short):
            return False
        bracketed = _ATTRIBUTION_BRACKET.match(text) is not None
        if bracketed and goes_on_behind_bracket(text):
            return False
        if _SENTENCE_END.search(before) or (short and ended):
            return True
        if not self._open and _NAMED.match(text) and not self._connects(before):
            return True
        tied = _TIED.match(text) is not None
        listed = self._before is not None and self._before.kind is BlockKind.STATEMENT
        return (short and (self._layout.double_spaced or tied or listed)) or (ended and tied and not bracketed)

    def _connects(self, before: str) -> bool:
        """Whether a line stops in the middle of a list or of a phrase: at a comma, a slash, a dash, or an "and"."""
        if before.endswith((",", "，", "،", "、", "/", "-", "–", "—", "(", "（")):
            return True
        last = before[max(0, before.rfind(" ")) :].strip().lower()
        word = self._lexicon.words.get(last) or self._lexicon.words.get(before[-1:])
        return word in ("and", "behalf", "title", "about", "by")

    @staticmethod
    def _inside_brackets(before: str, text: str, short: bool) -> bool:
        """Whether a line goes on with words whose brackets are still open."""
        closes = closes_more_than_it_opens(text)
        if not _SENTENCE_END.search(before) and (before.endswith(("/", "、", "-")) or closes):
            return True
        return not short and (before.endswith((";", "；", "؛", ",", "，", "،")) or closes)

    def _next_item(self, opening: Opening) -> bool:
        """Whether the line is the item that follows the one before, at the same indent."""
        item, label = self._item, opening.label
        if item is None or item.label is None or label is None or label.kind is not BlockKind.ITEM:
            return False
        if abs(item.line.indent - opening.line.indent) > 1:
            return False
        old, new = item.label.text.strip("()"), label.text.strip("()")
        if old in _ROMAN and new in _ROMAN:
            return _ROMAN.index(new) == _ROMAN.index(old) + 1
        return len(old) == len(new) == 1 and ord(new) == ord(old) + 1
