"""The draft: the text, the choice that is looked at with who stands where, the outline, and deciding."""

from __future__ import annotations

import re
from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import OptionList

from ..actions import DRAFT
from ..desk_places import Filter
from ..desk_texts import View
from ..place_brief import place_within
from ..place_sheet import STATES
from ..sheet import Sheet, Word
from ..widgets.bars import HeadBar, KeysBar, Notice
from ..widgets.outline import Outline
from ..widgets.rows import Panes
from ..widgets.sheet import SheetView
from ..widgets.text import TextView
from .base import ChairScreen, bindings
from .deciding import Deciding
from .finding import Finding
from .saying import Saying

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff]")
_TURNED = "Arabic stands in the order in which it is read; a terminal that turns it shows it from the right"


class DraftScreen(Deciding, Finding, Saying, ChairScreen):
    """Where the chair works; it has the text, the place beside or below it, and an outline."""

    NAME = DRAFT
    BINDINGS = bindings(DRAFT)
    AUTO_FOCUS: ClassVar[str | None] = "#text"

    def compose(self) -> ComposeResult:
        """Progress; outline, text and place; a line for what there is to tell; keys."""
        desk = self.desk
        yield HeadBar(id="head")
        with Panes(id="panes"):
            yield Outline(id="outline")
            yield TextView(desk.draft, desk.places, widest=self.chair.settings.width, id="text")
            yield SheetView(id="place")
        yield Notice(id="notice")
        yield KeysBar(id="keys")

    def _begin(self) -> None:
        super()._begin()
        if _RIGHT_TO_LEFT.search(self.desk.draft.source.text):
            self.chair.direction = _TURNED
        self.tell("; ".join(filter(None, (self.begun(), self.chair.greeting, self.chair.direction))))

    @property
    def text(self) -> TextView:
        """The pane with the text."""
        return self.query_one("#text", TextView)

    def refresh_all(self) -> None:
        """Show the text, the place and the counts as the desk knows them."""
        desk = self.desk
        self._show_place()
        self.text.show(desk.units(), desk.places, desk.current, draft=desk.draft, view=desk.view)
        self._show_counts()

    def foresee(self, view: View) -> None:
        """Work out another view that may be asked for next."""
        self.text.foresee(self.desk.units(view), view)

    @property
    def stale(self) -> bool:
        """Whether anything is otherwise than it is shown."""
        return self._seen != self._now

    @property
    def _now(self) -> tuple[object, ...]:
        desk = self.desk
        return desk.places, desk.current, desk.view, desk.filter

    _seen: tuple[object, ...] = ()

    def refresh_place(self, found: tuple[int, int] | None = None) -> None:
        """Another choice is looked at; the text is the same."""
        self._show_place()
        self.text.point(self.desk.current, found)
        self._show_counts()
        if found is None:
            self.offer_words()

    def _show_place(self) -> None:
        desk = self.desk
        with self.attempt(refresh=False):
            found, pane = desk.look(), self.query_one("#place", SheetView)
            if found is None:
                pane.draw(_nothing)
            else:
                pane.draw(
                    lambda width: place_within(found, desk.registry, width, pane.scrollable_content_region.height),
                    keep=self._shown == desk.current,
                )
                self._shown = desk.current

    _shown = ""

    def refresh_bars(self) -> None:
        """Write the bars at the width they have."""
        super().refresh_bars()
        self._show_counts()

    def _show_counts(self) -> None:
        desk = self.desk
        self._seen = self._now
        progress, undecided, opens = desk.counts()
        words = f"{undecided:,} words in brackets"
        counts = [
            (f"{STATES[state]} {number:,} {state.value}", style)
            for state, number, style in zip(
                STATES, (progress.open, progress.agreed, progress.parked), ("bold", "$success", "$warning"), strict=True
            )
        ]
        wanted = desk.filter
        filtered = [("open only", "reverse")] if wanted.open_only else []
        filtered += [(wanted.delegation, "reverse")] if wanted.delegation else []
        read_only = [("read only", "bold $warning")] if desk.read_only else []
        right = f"{desk.session.name} · round {desk.round} · {desk.view.value}"
        self.query_one(HeadBar).tell([*read_only, *counts, *filtered, (words, "")], right, desk.view.value)
        self.query_one(Outline).fill(desk.sections, opens, desk.section())

    # --- moving --------------------------------------------------------------------------------------------------

    def _step(self, by: int, wanted: Filter | None = None) -> None:
        if self.desk.step(by, wanted):
            self.refresh_place()
        else:
            self.tell(f"no {'further' if by > 0 else 'earlier'} choice{' of these' if self.desk.filter else ''}")

    def action_next(self) -> None:
        """Go to the next choice that passes the filter."""
        self._step(1)

    def action_previous(self) -> None:
        """Go to the previous choice that passes the filter."""
        self._step(-1)

    def action_next_open(self) -> None:
        """Go to the next choice that has to be decided."""
        self._step(1, Filter(True, self.desk.filter.delegation))

    def action_previous_open(self) -> None:
        """Go to the previous choice that has to be decided."""
        self._step(-1, Filter(True, self.desk.filter.delegation))

    def action_first(self) -> None:
        """Go to the first choice."""
        self.desk.current = self.desk.places.step("", 1, self.desk.filter) or self.desk.current
        self.refresh_place()

    def action_last(self) -> None:
        """Go to the last choice."""
        self.desk.current = self.desk.places.step("", -1, self.desk.filter) or self.desk.current
        self.refresh_place()

    def action_page_down(self) -> None:
        """Scroll the text, or the place where it has the focus."""
        self._scroll(max(1, self._pane.size.height - 2))

    def action_page_up(self) -> None:
        """Scroll the text, or the place where it has the focus."""
        self._scroll(-max(1, self._pane.size.height - 2))

    def action_line_down(self) -> None:
        """Scroll by a line."""
        self._scroll(1)

    def action_line_up(self) -> None:
        """Scroll by a line."""
        self._scroll(-1)

    @property
    def _pane(self) -> TextView | SheetView:
        return self.focused if isinstance(self.focused, (TextView, SheetView)) else self.text

    def _scroll(self, rows: int) -> None:
        self._pane.scroll_to(y=self._pane.scroll_offset.y + rows, animate=False, immediate=True)

    def on_text_view_picked(self, event: TextView.Picked) -> None:
        """A choice was clicked."""
        self.tell("")
        self.desk.go(event.address)
        # It is where the mouse is, and stays there for a second click.
        top = self.text.scroll_offset.y
        self.refresh_place()
        self.text.jump(top)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A section was chosen: to its first open choice."""
        self.tell("")
        section = self.desk.sections[event.option_index]
        opens = (address for address in section.addresses if self.desk.places.is_open(address))
        self.desk.go(next(opens, section.addresses[0]))
        self.refresh_place()
        self.text.focus()

    # --- seeing --------------------------------------------------------------------------------------------------

    def _view(self, view: View) -> None:
        self.desk.view = view
        self.refresh_all()

    def action_view_marked(self) -> None:
        """The draft with the decisions marked up."""
        self._view(View.MARKED)

    def action_view_original(self) -> None:
        """The draft as it was brought in."""
        self._view(View.ORIGINAL)

    def action_view_outcome(self) -> None:
        """The text that results from the decisions."""
        self._view(View.OUTCOME)

    def action_outline(self) -> None:
        """The outline on or off."""
        outline = self.query_one(Outline)
        outline.toggle_class("-other")
        if self.has_class("-narrow") and outline.has_class("-other"):
            outline.focus()
        elif self.focused is outline:
            self.text.focus()


def _nothing(width: int) -> Sheet:
    sheet = Sheet(width)
    sheet.add(Word("There is nothing to decide in this draft.", "dim"))
    return sheet
