"""What the command palette finds: actions, places, paragraphs and delegations, by a few letters."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, partial
from typing import NamedTuple

from textual.fuzzy import FuzzySearch

from negotext.store import StoreError

from .actions import EDITORS, EVERY, Action
from .lists.parties import Party, folded, matching
from .place_sheet import STATES
from .screens.base import ChairScreen
from .settings_text import keys_of

_MOST = 12
"""Places and delegations that are listed at most."""

_SCATTERED = 10
"""So many letters may stand apart in what they find, half of them different; there are countless ways to find more."""


class Command(NamedTuple):
    """Something to choose.

    Attributes:
        words: what it does, or what it goes to.
        about: its keys, or what is known of the place or the delegation.
        run: does it, once the screen is in front again.
        letters: offsets in `words` of the letters that were typed.
        names: what else it is called: in the bar of keys, and in the file of keys.
    """

    words: str
    about: str
    run: Callable[[], object]
    letters: Sequence[int] = ()
    names: Sequence[str] = ()


class Commands:
    """What can be chosen on one screen of the chair."""

    def __init__(self, screen: ChairScreen) -> None:
        self._screen = screen
        self._chair = screen.chair
        self._desk = screen.desk
        self._actions = list(self._of_screen())
        self._fuzzy = FuzzySearch()

    def again(self) -> Commands:
        """What can be chosen there now."""
        return Commands(self._screen)

    def found(self, typed: str) -> list[Command]:
        """What may be meant, the likeliest first; what can be done on the screen while nothing is typed."""
        wanted = typed.strip()
        if not wanted:
            return self._actions
        named, begun = self._places(wanted)
        called, like = self._parties(wanted)
        whole, scattered = self._matching(wanted)
        # What was named exactly stands in front of what begins like that, and this of what only has the letters.
        return [*named, *called, *whole, *begun, *like, *scattered]

    def _matching(self, wanted: str) -> tuple[list[Command], list[Command]]:
        """Actions that are called so or have it in their words; those that only have its letters, in their order."""
        scored: list[tuple[float, int, Command]] = []
        few = len(wanted) <= _SCATTERED and 2 * len(set(wanted)) >= len(wanted)
        for rank, command in enumerate(self._actions):
            if few or wanted.lower() in command.words.lower():
                score, letters = self._fuzzy.match(wanted, command.words)
                if score > 0:
                    scored.append((-score, rank, command._replace(letters=letters)))
        found = [command for _, _, command in sorted(scored)]
        lit = {each.words: each for each in found}
        called = [lit.pop(each.words, each) for each in self._actions if _is_called(each, wanted.lower())]
        whole = [each for each in lit.values() if each.letters[-1] - each.letters[0] == len(each.letters) - 1]
        return [*called, *whole], [each for each in lit.values() if each not in whole]

    # --- actions -------------------------------------------------------------------------------------------------

    def _of_screen(self) -> Iterator[Command]:
        screen = self._screen
        for action in self._chair.settings.keymap.actions_of(screen.NAME, read_only=self._desk.read_only):
            if action.id == "palette":
                continue
            if not action.each:
                names = action.id.replace("_", " "), action.footer
                yield Command(action.words, keys_of(action), partial(self._do, action, ""), names=names)
            elif action.id == "accept":
                yield from self._alternatives(action)

    def _alternatives(self, action: Action) -> Iterator[Command]:
        """One command for each alternative of the choice that is looked at."""
        standing = self._desk.standing()
        if standing is None:
            return
        for each in standing.choice.alternatives:
            if each.number <= 9 and each.number not in standing.withdrawn:
                words = f"accept {each.number}: {_short(each.text)}" if each.number else "accept 0: leave it out"
                yield Command(words, str(each.number), partial(self._do, action, str(each.number)))

    def _do(self, action: Action, key: str) -> None:
        where = "app" if action.where == EVERY else "screen"
        call = f"{where}.{action.id}('{key}')" if action.each else f"{where}.{action.id}"
        self._screen.call_later(self._screen.run_action, call)

    # --- places and delegations ----------------------------------------------------------------------------------

    def _places(self, wanted: str) -> tuple[list[Command], list[Command]]:
        """The place that was named; those whose addresses begin like that."""
        if self._screen.NAME in EDITORS:
            return [], []
        places, typed = self._desk.places, wanted.casefold()
        named = self._desk.find(wanted)
        begun = [each for each in places.order if each.casefold().startswith(typed) and each != named][:_MOST]
        return [self._place(named)] if named else [], [self._place(each) for each in begun]

    def _place(self, address: str) -> Command:
        standing = self._desk.places.standings[address]
        words = next((each.text for each in standing.choice.alternatives[1:] if each.text), "")
        about = f"{STATES[standing.state]} {standing.state.value}  {_short(words)}"
        return Command(f"go to {address}", about, partial(self._go, address))

    def _parties(self, wanted: str) -> tuple[list[Command], list[Command]]:
        """The delegation that was named; those that may be meant."""
        if self._screen.NAME in EDITORS:
            return [], []
        found = matching(wanted, self._speaking)[:_MOST]
        exact = [each for each in found if folded(wanted) in (folded(each.code), folded(each.title))]
        return [self._party(each) for each in exact], [self._party(each) for each in found if each not in exact]

    @cached_property
    def _speaking(self) -> list[Party]:
        """Those who have taken a position, with all their names."""
        title, names = self._desk.registry.title, self._desk.names
        try:
            spoken = self._desk.session.speakers()
        except StoreError:
            # That the session is lost is told by the screen.
            return []
        return [Party(code, title(code), 0, 0, tuple(names.get(code, ()))) for code in spoken]

    def _party(self, party: Party) -> Command:
        return Command(f"{party.code} {party.title}", "all its positions", partial(self._page, party.code))

    def _go(self, address: str) -> None:
        # Another round may have come in the meantime.
        with self._screen.attempt():
            self._desk.go(address)
            self._screen.call_later(self._chair.to_draft)

    def _page(self, code: str) -> None:
        self._screen.call_later(self._chair.open_party, code)


def _is_called(command: Command, name: str) -> bool:
    return len(name) > 1 and any(each.startswith(name) for each in command.names)


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= 60 else f"{line[:59]}…"
