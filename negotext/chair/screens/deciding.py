"""Deciding on the choice that is looked at: one quiet line says whose objection is overridden and asks for a reason."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from negotext.model import Act, Decision, State
from negotext.query.overriding import Consequences
from negotext.store import LogEntry, described

from ..desk import Seen
from ..dialogs.line import LineDialog
from .base import ChairScreen

_NAMED = 6


class Deciding(ChairScreen):
    """The actions that change the session, for a screen that shows a choice."""

    def action_accept(self, key: str) -> None:
        """Accept the alternative with this number."""
        standing = self.desk.standing()
        if standing is None:
            return
        number = int(key)
        alternative = standing.choice.alternative(number)
        if alternative is None or number in standing.withdrawn:
            known = [str(a.number) for a in standing.choice.alternatives if a.number not in standing.withdrawn]
            self.tell(f"{standing.address} has no alternative {key}: there are {', '.join(known)}", "warning")
            return
        words = f"Accept {number}" if number else "Leave out"
        self._ask(words, self.desk.decision(Act.ACCEPT, number))

    def action_park(self) -> None:
        """Put the choice off."""
        self._ask("Park", self.desk.decision(Act.PARK))

    def action_reopen(self) -> None:
        """Open a choice that was agreed or parked."""
        self._ask("Reopen", self.desk.decision(Act.REOPEN))

    def action_undo(self) -> None:
        """Take back what was done last."""
        with self.attempt():
            self._took_back(self.desk.undo(), "undone")

    def action_redo(self) -> None:
        """Bring back what was undone last."""
        with self.attempt():
            self._took_back(self.desk.redo(), "brought back")

    def _took_back(self, entry: LogEntry, word: str) -> None:
        self.refresh_all()
        what = self.desk.session.log((entry.entry or 1) - 1)[0]
        self.tell(f"{word}: {described(what)}")

    def _ask(self, words: str, decision: Decision) -> None:
        """Ask for a reason, saying whom the decision overrides; then take it."""
        desk = self.desk
        standing = desk.standing()
        if standing is None:
            self.tell("there is nothing to decide in this draft", "warning")
            return
        settled = standing.state is State.AGREED and decision.act is not Act.REOPEN
        if settled:
            self.tell(agreed_in_words(standing.address, self.chair.key), "warning")
            return
        if standing.state is State.OPEN and decision.act is Act.REOPEN:
            self.tell(f"{standing.address} is open: there is nothing to reopen", "warning")
            return
        with self.attempt():
            brings = desk.would_bring(decision)
            self.app.push_screen(
                LineDialog(
                    f"{words} at {decision.address}.",
                    warning=consequences_in_words(brings),
                    note="Why? Enter decides, Esc leaves it.",
                    about=decision.address,
                ),
                partial(self._decide, decision, desk.seen(decision.address)),
            )

    def _decide(self, decision: Decision, seen: Seen, why: str | None) -> None:
        if why is None:
            self.tell("nothing was decided")
            return
        with self.attempt():
            entry = self.desk.decide(decision, why, seen)
            self.refresh_all()
            self.tell(described(entry))


def agreed_in_words(address: str, key: Callable[[str], str]) -> str:
    """That a choice is agreed, and which keys help; `key` gives the key of an action."""
    return f"{address} is agreed; reopen it first ({key('reopen')}), or undo ({key('undo')})"


def consequences_in_words(brings: Consequences) -> str:
    """Whom a decision overrides and what goes with it, in one clause; nothing where it hurts nobody."""
    parts = []
    if brings.overridden:
        codes = [voice.delegation for voice in brings.overridden]
        more = f" and {len(codes) - _NAMED} more" if len(codes) > _NAMED else ""
        parts.append(f"Overrides {', '.join(codes[:_NAMED])}{more}.")
    if brings.along:
        parts.append(f"{len(brings.along)} open inside it {'goes' if len(brings.along) == 1 else 'go'} too.")
    return " ".join(parts)
