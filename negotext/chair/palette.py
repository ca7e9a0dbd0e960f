"""The command palette: actions, places, paragraphs and delegations, found by a few letters."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, cast

from textual.command import DiscoveryHit, Hit, Hits, Provider

from .actions import EDITORS, EVERY, Action
from .place_sheet import STATES
from .screens.base import ChairScreen
from .settings_text import keys_of

if TYPE_CHECKING:
    from .app import ChairApp

Command = tuple[str, str, Callable[[], object]]
"""Its words, a word beside them, and what does it."""

_MOST = 12
"""Places and delegations that are listed at most."""


class ChairProvider(Provider):
    """What the palette finds on the screens of the chair."""

    @property
    def chair(self) -> ChairApp:
        """The app."""
        return cast("ChairApp", self.app)

    async def discover(self) -> Hits:
        """Before anything is typed: what can be done on this screen."""
        for words, keys, run in self._commands():
            yield DiscoveryHit(words, run, help=keys)

    async def search(self, query: str) -> Hits:
        """What is meant by a few letters."""
        matcher = self.matcher(query)
        for words, keys, run in self._commands():
            score = matcher.match(words)
            if score > 0:
                yield Hit(score, matcher.highlight(words), run, text=words, help=keys)
        # What was named exactly stands in front of what only has the letters.
        for words, about, run in self._places(query):
            yield Hit(2, words, run, text=words, help=about)
        for words, about, run in self._parties(query):
            yield Hit(1, words, run, text=words, help=about)

    def _commands(self) -> list[Command]:
        screen = self.screen
        if not isinstance(screen, ChairScreen):
            return []
        desk = self.chair.desk
        found: list[Command] = []
        for action in self.chair.settings.keymap.actions_of(screen.NAME, read_only=desk.read_only):
            if action.id == "palette":
                continue
            if not action.each:
                found.append((action.words, keys_of(action), partial(self._do, screen, action, "")))
            elif action.id == "accept":
                found += self._alternatives(screen, action)
        return found

    def _alternatives(self, screen: ChairScreen, action: Action) -> list[Command]:
        """One command for each alternative of the choice that is looked at."""
        standing = self.chair.desk.standing()
        if standing is None:
            return []
        return [
            (
                f"accept {each.number}: {_short(each.text)}" if each.number else "accept 0: leave it out",
                f"{each.number} · {standing.address}",
                partial(self._do, screen, action, str(each.number)),
            )
            for each in standing.choice.alternatives
            if each.number <= 9 and each.number not in standing.withdrawn
        ]

    def _do(self, screen: ChairScreen, action: Action, key: str) -> None:
        where = "app" if action.where == EVERY else "screen"
        call = f"{where}.{action.id}('{key}')" if action.each else f"{where}.{action.id}"
        # The screen has to be in front again before it does anything.
        screen.call_later(screen.run_action, call)

    def _places(self, query: str) -> list[Command]:
        if getattr(self.screen, "NAME", "") in EDITORS:
            return []
        desk = self.chair.desk
        typed = query.casefold().strip()
        named = desk.find(query)
        begins = [each for each in desk.places.order if typed and each.casefold().startswith(typed)]
        found = list(dict.fromkeys([*([named] if named else []), *begins]))[:_MOST]
        rows: list[Command] = []
        for address in found:
            standing = desk.places.standings[address]
            words = next((each.text for each in standing.choice.alternatives[1:] if each.text), "")
            about = f"{STATES[standing.state]} {standing.state.value}  {_short(words)}"
            rows.append((f"go to {address}", about, partial(self._go, address)))
        return rows

    def _parties(self, query: str) -> list[Command]:
        if getattr(self.screen, "NAME", "") in EDITORS:
            return []
        from .lists.parties import matching
        from .lists.situation import Situation

        situation = Situation(self.chair.desk)
        return [
            (
                f"{party.code} {party.title}",
                f"{party.positions} positions, holds up {party.holds}",
                partial(self._party, party.code),
            )
            for party in matching(query, situation.parties)[:_MOST]
        ]

    def _go(self, address: str) -> None:
        self.chair.desk.go(address)
        self.app.call_later(self.chair.to_draft)

    def _party(self, code: str) -> None:
        self.app.call_later(self.chair.open_party, code)


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= 60 else f"{line[:59]}…"
