"""Merge: the chair's words for a choice, between what the alternatives want and how the paragraph would read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.widgets import TextArea

from negotext.store import Kind, LogEntry, StaleChoice, described

from ..actions import MERGE
from ..combining import Combining
from ..combining_result import WORDS
from ..combining_sheet import HERE, place_at
from ..desk_merge import Merging
from ..desk_round import now_at
from ..dialogs.line import LineDialog
from ..sheet import Sheet
from ..widgets.bars import HeadBar, KeysBar, Notice
from ..widgets.editor import MergeEditor
from ..widgets.sheet import SheetView
from .ahead import Ahead
from .base import bindings
from .deciding import consequences_in_words


class MergeScreen(Ahead):
    """Writes the words for the choice that is looked at; whatever ends it, they are kept until they are decided."""

    NAME = MERGE
    BINDINGS = bindings(MERGE)
    AUTO_FOCUS: ClassVar[str | None] = "#words"

    def __init__(self) -> None:
        super().__init__()
        self._warned = False
        self._seen: tuple[Combining, int] | None = None
        # What the panes above and below the words show.
        self._drawn: tuple[Merging | None, Combining | None, int | None] = None, None, None
        self._read: tuple[Merging | None, str] = None, ""

    def compose(self) -> ComposeResult:
        """What the alternatives want; the words; how it would read."""
        yield HeadBar(id="head")
        yield SheetView(id="spots")
        yield MergeEditor(id="words")
        yield SheetView(id="reads")
        yield Notice(id="notice")
        yield KeysBar(id="keys")

    @property
    def _kept(self) -> str:
        key = self.chair.key
        return f"Your words are kept: {key('merge_close')} closes, {key('merge')} goes on with them."

    @property
    def editor(self) -> MergeEditor:
        """Where the words are written."""
        return self.query_one("#words", MergeEditor)

    def on_mount(self) -> None:
        """Begin with the words that the alternatives give, or with those that were kept."""
        # The keys belong to the editor; the mouse scrolls the panes all the same.
        for pane in self.query(SheetView):
            pane.can_focus = False
        self.query_one("#words").border_title = "your words"
        self.query_one("#reads").border_title = "so it reads"
        if self in self.app.screen_stack:
            self._open()

    def prepare(self) -> None:
        """Have a size before anybody has asked for it."""
        if self not in self.app.screen_stack:
            self._refresh_layout(self.app.size)
            self.set_focus(self.editor, scroll_visible=False)
            self._begin()

    def begin_again(self) -> None:
        """With the words for the choice that is looked at now."""
        super().begin_again()
        self.end()
        self._warned = False
        self._open()
        if self.merging is None:
            self.editor.load_text("")
            for pane in self.query(SheetView):
                pane.draw(Sheet)

    def _open(self) -> None:
        with self.attempt(refresh=False):
            self.merging = self.begin()
            if self.merging.again:
                when, key = self.merging.again[11:16], self.chair.key
                self.tell(f"your words of {when} UTC, which were not decided yet; {key('merge_again')} begins again")

    def lay_out(self, merging: Merging) -> None:
        """The words that a merge begins with, and what stands above and below them."""
        self.editor.load_text(merging.work.text)
        self._to_first(merging.work)
        for pane in self.query(SheetView):
            pane.jump(0)
        self._draw(merging)

    def _to_first(self, work: Combining) -> None:
        first = work.after(-1)
        at = work.spots[first].start if first is not None else len(work.text)
        self.editor.go_to(at)
        self.editor.mark(work)

    # --- showing -------------------------------------------------------------------------------------------------

    def refresh_all(self) -> None:
        """Show the spots, the marks in the words, and how it reads."""
        if self.merging is not None:
            self._draw(self.merging)

    def _draw(self, merging: Merging) -> None:
        now, at = merging.work, self.editor.offset_here
        here = now.at(at)
        spots, reads = self.query_one("#spots", SheetView), self.query_one("#reads", SheetView)
        if self._drawn[0] is not merging:
            self._show_head(merging)
        if (merging, now, here) != self._drawn:
            spots.draw(lambda width: merging.sides.draw(now, width, here), keep=True)
        if (merging, now.text) != self._read:
            words = merging.words.strip()
            reads.draw(lambda width: merging.result.sheet(words, width), keep=True)
        spots.bring_in(spots.sheet.marks.get(HERE), 3)
        reads.bring_in(reads.sheet.marks.get(WORDS), 2)
        self._drawn, self._read = (merging, now, here), (merging, now.text)
        self.editor.mark(now)
        self._seen = now, at

    def _follow(self) -> None:
        """Show what is otherwise than it is shown: Textual tells of the cursor and of the words one by one."""
        if self.merging is not None and self._seen != (self.merging.work, self.editor.offset_here):
            self.refresh_all()

    def _show_head(self, merging: Merging | None) -> None:
        address = merging.address if merging else ""
        right = f"{self.desk.session.name} · round {self.desk.round}"
        self.query_one(HeadBar).tell([("Merge", "bold"), (address, "bold")], right)

    def refresh_bars(self) -> None:
        """Write the bars at the width they have."""
        super().refresh_bars()
        self._show_head(self.merging)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Something was typed, taken, or undone."""
        if self.merging is None:
            return
        if event.text_area.text != self.merging.work.text:
            self.merging.typed(event.text_area.text)
        self._follow()
        if self.merging.keeper.want(self.merging.work.text, self.merging.work.sources):
            self.keep_soon()

    def on_text_area_selection_changed(self, _: TextArea.SelectionChanged) -> None:
        """The cursor may be in another spot."""
        if self.merging is not None and self.editor.text == self.merging.work.text:
            self._follow()

    def news(self, entries: Sequence[LogEntry]) -> None:
        """Others have done something; where it is about this choice, the words cannot be decided any more."""
        if self.merging is not None and any(entry.kind is Kind.ROUND for entry in entries):
            self._into_round(now_at(self.merging.address, entries), entries)
            return
        super().news(entries)
        here = [entry for entry in entries if self.merging is not None and entry.address == self.merging.address]
        if here:
            self.tell(f"{described(here[-1])}. {self._kept}", "warning")

    def _into_round(self, address: str, entries: Sequence[LogEntry]) -> None:
        """Go on in another round with the words, where their place is in it; else they are kept as they are."""
        assert self.merging is not None
        before, words, at = self.merging.address, self.editor.text, self.editor.offset_here
        self._catch_up()
        self.merging.keeper.want(words, self.merging.work.sources)
        self.merging.keeper.keep()
        if not address:
            self.merging.keeper.end()
            self._leave(f"{before} is no place of round {self.desk.round}; your words stay with the round before")
            return
        self.desk.go(address)
        with self.attempt(refresh=False):
            self.merging = Merging(self.desk, self.beginnings)
            self.merging.typed(words)
            self.editor.load_text(words)
            self.editor.go_to(at)
            self.refresh_all()
            if self.merging.keeper.want(words, self.merging.work.sources):
                self.keep_soon()
            super().news(entries)

    # --- what the keys do ----------------------------------------------------------------------------------------

    def on_click(self, event: events.Click) -> None:
        """A click on a side takes it; one on a collision goes there."""
        pane = self.query_one("#spots", SheetView)
        self._catch_up()
        if event.widget is not pane or self.merging is None:
            return
        found = place_at(pane.sheet, event.screen_y - pane.content_region.y + pane.scroll_offset.y)
        if found is None:
            return
        spot, way = found
        if way is None:
            self.editor.go_to(self.merging.work.spots[spot].start)
        else:
            self._put(self.merging.take(spot, way), spot)

    def action_merge_other(self) -> None:
        """At the cursor, take the next side."""
        spot = self._spot()
        if spot is not None and self.merging is not None:
            self._put(self.merging.take_next(spot), spot)

    def _spot(self) -> int | None:
        """Number of the spot at the cursor; where there is none, that is told."""
        self._catch_up()
        assert self.merging is not None
        found = self.merging.work.at(self.editor.offset_here)
        if found is None:
            key = self.chair.key("merge_next")
            some = f"{key} goes to the next one" if self.merging.work.spots else "nothing differs"
            self.tell(f"the alternatives do not differ at the cursor; {some}", "warning")
        return found

    def _catch_up(self) -> None:
        """What was typed last may not have been told yet."""
        if self.merging is not None and self.editor.text != self.merging.work.text:
            self.merging.typed(self.editor.text)

    def _put(self, now: Combining, spot: int) -> None:
        self.tell("")
        self.editor.put(now, now.spots[spot].start)
        self.refresh_all()
        assert self.merging is not None
        if self.merging.keeper.want(now.text, now.sources):
            self.keep_soon()

    def action_merge_next(self) -> None:
        """Go to the next collision that is not decided, or to the next place where something was combined."""
        self._catch_up()
        if self.merging is None:
            return
        now, here = self.merging.work, self.editor.offset_here
        found = now.after(here)
        if found is None:
            found = next((n for n, spot in enumerate(now.spots) if spot.start > here), 0 if now.spots else None)
        if found is None:
            self.tell("the alternatives do not differ anywhere")
            return
        self.tell("" if now.undecided else "nothing is undecided any more")
        self.editor.go_to(now.spots[found].start)

    def action_merge_from(self) -> None:
        """Choose the alternatives that it is made from."""
        if self.merging is None:
            return
        value = ", ".join(map(str, self.merging.work.sources))
        note = "numbers; the words begin again, and Ctrl-Z brings yours back"
        self.app.push_screen(LineDialog("Made from", value=value, note=note), self._from)

    def _from(self, typed: str | None) -> None:
        if typed is None or self.merging is None:
            return
        standing = self.merging.standing
        known = [str(a.number) for a in standing.choice.alternatives[1:] if a.number not in standing.withdrawn]
        named = typed.replace(",", " ").replace("，", " ").split()
        if any(each not in known for each in named):
            self.tell(f"there are alternatives {', '.join(known)}", "warning")
            return
        self._begin_again(tuple(map(int, named)))

    def action_merge_again(self) -> None:
        """Begin again with what the alternatives give."""
        if self.merging is not None:
            self._begin_again(self.merging.work.sources)
            self.tell("begun again; Ctrl-Z brings your words back")

    def _begin_again(self, numbers: tuple[int, ...]) -> None:
        assert self.merging is not None
        self._catch_up()
        now = self.merging.start_again(numbers)
        first = now.after(-1)
        self.editor.put(now, now.spots[first].start if first is not None else len(now.text))
        self.refresh_all()
        if self.merging.keeper.want(now.text, now.sources):
            self.keep_soon()

    # --- ending --------------------------------------------------------------------------------------------------

    def action_merge_decide(self) -> None:
        """Ask for a reason, saying whom it overrides and what is undecided; then decide."""
        self._catch_up()
        if self.merging is None:
            return
        if not self.merging.words.strip():
            self.tell("nothing is written; to leave the words out, close this and press 0", "warning")
            return
        with self.attempt():
            count = self.merging.work.undecided
            many = "" if count == 1 else "s"
            left = f"{count} collision{many} undecided: the words of the draft stand." if count else ""
            dialog = LineDialog(
                f"Merge at {self.merging.address}.",
                warning=" ".join(filter(None, (left, consequences_in_words(self.merging.brings())))),
                note="Why? Enter decides, Esc goes on writing.",
                about=self.merging.address,
            )
            self.app.push_screen(dialog, self._decide)

    def _decide(self, why: str | None) -> None:
        if why is None or self.merging is None:
            return
        with self.attempt():
            try:
                entry = self.merging.decide(why)
            except StaleChoice as error:
                self.merging.keeper.keep()
                self.tell(f"{error.message}. {self._kept}", "error")
                return
            self._leave(described(entry))

    def action_merge_close(self) -> None:
        """Close; the words are kept as they are."""
        self._catch_up()
        if self.merging is None:
            self._leave("")
            return
        work = self.merging.work
        changed = self.merging.keeper.want(work.text, work.sources)
        trouble = self.merging.keeper.keep()
        if trouble and not self._warned:
            self._warned = True
            key = self.chair.key("merge_close")
            self.tell(f"your words are not kept: {trouble}. {key} again closes all the same", "error")
            return
        kept = changed or self.merging.again or self.merging.keeper.kept
        goes_on = f"{self.chair.key('merge')} goes on with them"
        self._leave(f"your words for {self.merging.address} are kept; {goes_on}" if kept else "")

    def action_merge_discard(self) -> None:
        """Give the words up, after a question."""
        if self.merging is not None:
            label, note = f"Give up your words for {self.merging.address}?", "Enter gives them up, Esc does not."
            self.app.push_screen(LineDialog(label, note=note), self._discard)

    def _discard(self, answer: str | None) -> None:
        if answer is None or self.merging is None:
            return
        with self.attempt():
            self.merging.discard()
            self._leave("your words were given up; nothing was decided")

    def _leave(self, words: str) -> None:
        # Something may just be asked about words that cannot be decided any more.
        while self in self.app.screen_stack and self.app.screen is not self:
            self.app.pop_screen()
        self.dismiss(None)
        self.chair.tell_in_front(words)
