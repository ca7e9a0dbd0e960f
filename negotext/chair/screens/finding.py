"""Finding a place: by its address, by words, by who speaks on it."""

from __future__ import annotations

from ..desk_places import Filter
from ..dialogs.line import LineDialog
from .base import ChairScreen


class Finding(ChairScreen):
    """Go to, search and filter, for a screen that shows the text."""

    _searched = ""
    _found: tuple[int, int] | None = None

    def refresh_place(self, found: tuple[int, int] | None = None) -> None:
        """Another choice is looked at, or words were found."""

    def action_go(self) -> None:
        """Ask for an address and go there."""
        self.app.push_screen(LineDialog("Go to", placeholder="5:2, paragraph 12, C10(1)"), self._go)

    def _go(self, typed: str | None) -> None:
        if not typed:
            return
        address = self.desk.find(typed)
        if address is None:
            self.tell(f"nothing is under negotiation at {typed!r}", "warning")
            return
        self.tell("")
        self.desk.go(address)
        self.refresh_place()

    def action_search(self) -> None:
        """Ask for words and go where they stand."""
        self.app.push_screen(LineDialog("Search", value=self._searched, note="in the draft, any script"), self._search)

    def _search(self, typed: str | None) -> None:
        if typed:
            self._searched, self._found = typed, None
            self._to_next(1)

    def action_search_again(self) -> None:
        """Go where the words stand next."""
        self._to_next(1)

    def action_search_back(self) -> None:
        """Go where the words stand before."""
        self._to_next(-1)

    def _to_next(self, by: int) -> None:
        if not self._searched:
            self.action_search()
            return
        standing = self.desk.standing()
        after = self._found[0] if self._found else standing.choice.span.start - 1 if standing else -1
        hit = self.desk.search(self._searched, after, by)
        if hit is None:
            self._found = None
            self.refresh_place()
            self.tell(f"{self._searched!r} stands nowhere in the draft", "warning")
            return
        self._found = hit.start, hit.end
        # The choice that holds the words, or the next one behind them, is looked at.
        places = self.desk.places
        address = places.at(hit.start) or places.first_from(hit.start)
        if address is not None:
            self.desk.go(address)
        self.refresh_place(self._found)
        key = self.chair.key
        further = f" ({key('search_again')} next, {key('search_back')} previous)" if hit.total > 1 else ""
        # Going on from the other end is nothing one should have to notice by oneself.
        wrapped = f", on from the {'beginning' if by > 0 else 'end'}" if hit.wrapped and hit.total > 1 else ""
        self.tell(f"{hit.number:,} of {hit.total:,}, line {self.desk.draft.source.line(hit.start)}{wrapped}{further}")

    def action_filter(self) -> None:
        """Ask what next and previous stop at."""
        wanted = self.desk.filter
        value = " ".join(filter(None, ("open" if wanted.open_only else "", wanted.delegation)))
        note = "open, a delegation, or both; nothing for all"
        self.app.push_screen(LineDialog("Only", value=value, note=note, placeholder="open KE"), self._filter)

    def _filter(self, typed: str | None) -> None:
        if typed is None:
            return
        words = typed.split()
        open_only = any(word.casefold() == "open" for word in words)
        name = " ".join(word for word in words if word.casefold() != "open")
        code = self.desk.party(name) if name else ""
        if code is None:
            self.tell(f"no delegation, group or role is called {name!r}", "warning")
            return
        self.desk.filter = Filter(open_only, code)
        count = self.desk.places.count(self.desk.filter)
        here = self.desk.current
        if count and not (here and self.desk.places.passes(here, self.desk.filter)) and not self.desk.step(1):
            self.desk.step(-1)
        self.refresh_place()
        self.tell(f"{count:,} choice{'' if count == 1 else 's'} of {len(self.desk.places.order):,}")
