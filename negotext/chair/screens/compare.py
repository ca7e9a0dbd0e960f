"""Compare: two rounds of the session side by side. A process of its own works it out, and Escape stops it."""

from __future__ import annotations

import asyncio
import json
from asyncio.subprocess import DEVNULL, PIPE
from contextlib import suppress

from textual.worker import Worker, WorkerError

from ..lists.apart import command, environment
from ..lists.compared import Compared, from_plain
from ..lists.differences import differences_roll
from ..lists.roll import Roll
from ..sheet import Word
from ..widgets.roll import RollView
from .base import bindings
from .listing import ListScreen

_LINE = 1 << 30
"""Bytes that one line of the other process may have: a comparison is one."""


class CompareScreen(ListScreen):
    """Two rounds next to each other, difference by difference."""

    KEPT = False
    NAME = "compare"
    BINDINGS = bindings(NAME)

    def __init__(self) -> None:
        super().__init__()
        self._rounds = 0
        self._pair = (0, 0)
        self._found: Compared | None = None
        self._worker: Worker[None] | None = None
        self._ending: asyncio.Task[int] | None = None
        self._doing = ""
        self._seconds = 0

    def on_mount(self) -> None:
        """Count the seconds while it is compared."""
        self.set_interval(1, self._tick)

    async def on_unmount(self) -> None:
        """See the other process to its end: nobody is there afterwards to close what leads to it."""
        if self._worker is not None and not self._worker.is_finished:
            self._worker.cancel()
            with suppress(WorkerError):
                await self._worker.wait()
        if self._ending is not None:
            await self._ending

    def refresh_all(self) -> None:
        """Compare when there is something to compare that has not been compared."""
        with self.attempt(refresh=False):
            rounds = len(self.desk.session.rounds())
            if rounds != self._rounds:
                self._rounds, self._pair = rounds, (rounds - 1, rounds)
                if rounds > 1:
                    self._compare()
                    return
            self._show()

    @property
    def _again(self) -> str:
        return self.chair.key("compare_again")

    def _compare(self) -> None:
        self._found, self._doing, self._seconds = None, "beginning", 0
        self._show(top=True)
        self._worker = self.run_worker(self._work(*self._pair), exclusive=True, exit_on_error=False)

    async def _work(self, old: int, new: int) -> None:
        """Have another process compare, and tell what it does."""
        arguments = command(self.desk.session.path.absolute(), old, new)
        try:
            process = await asyncio.create_subprocess_exec(
                *arguments, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, env=environment(), limit=_LINE
            )
        except OSError as error:
            self._end(f"the comparison cannot be begun: {error.strerror or error}", "error")
            return
        assert process.stdin is not None and process.stdout is not None
        told = False
        try:
            async for line in process.stdout:
                told = self._hear(json.loads(line)) or told
        finally:
            # Without its standard input it ends, if it has not ended yet.
            process.stdin.close()
            self._ending = asyncio.create_task(process.wait())
            await asyncio.shield(self._ending)
        if not told:
            self._end(f"the comparison ended without a result; press {self._again} to try again", "error")

    def _hear(self, said: dict[str, object]) -> bool:
        """Take what the other process says; whether that was its last word."""
        if "step" in said:
            self._doing = str(said["step"])
            self.refresh_head()
            return False
        if "error" in said:
            self._end(str(said["error"]), "error")
            return True
        compared = said["compared"]
        assert isinstance(compared, list)
        self._found = from_plain(compared)
        self._end("")
        return True

    def _end(self, words: str, kind: str = "info") -> None:
        self._doing = ""
        self._show(top=True)
        if words:
            self.tell(words, kind)

    def _show(self, *, top: bool = False) -> None:
        self.query_one("#roll", RollView).fill(self._roll, top=top)
        self.refresh_head()

    def _roll(self, width: int) -> Roll:
        if self._found is not None:
            return differences_roll(self._found, width)
        roll = Roll(width)
        if self._rounds < 2:
            roll.text(Word("This session has one round: there is nothing to compare yet.", "strong"))
            roll.gap()
            roll.text("When the next draft is out, bring it in, and what changed is shown here:")
            roll.text(Word(f"negotext round {self.desk.session.path.name} --draft NEW", "key"), indent=2)
        elif self._doing:
            roll.text(Word(f"Comparing. {self.chair.key('back')} stops it.", "dim"))
        else:
            roll.text(Word(f"Not compared. Press {self._again} to compare the rounds.", "dim"))
        return roll

    def refresh_head(self) -> None:
        """Which rounds, and what is being done."""
        if self._rounds < 2:
            self.tell_head(("one round", "bold"))
            return
        old, new = self._pair
        title = (f"round {old} → round {new}", "bold")
        if self._doing:
            self.tell_head(title, (f"⋯ {self._doing}  {self._seconds} s", "$warning"))
        elif self._found is not None:
            count = len(self._found.differences)
            self.tell_head(title, (f"{count:,} paragraph{'' if count == 1 else 's'} differ", ""))
        else:
            self.tell_head(title)

    def _tick(self) -> None:
        if self._doing:
            self._seconds += 1
            self.refresh_head()

    # --- what one does here --------------------------------------------------------------------------------------

    def pick(self, key: str) -> None:
        """Go to the paragraph in the draft, where it is that of the round on the table."""
        if self._found is None:
            return
        difference = self._found.differences[int(key)]
        if self._pair[1] != self._rounds:
            self.tell(f"round {self._pair[1]} is closed: the draft shows round {self._rounds}", "warning")
        elif difference.at < 0:
            self.tell("nothing of this paragraph stands in the draft any more", "warning")
        else:
            places, draft = self.desk.places, self.desk.draft
            address = places.at(difference.at) or places.first_from(difference.at)
            end = draft.blocks[draft.block_index(difference.at)].span.end
            # A paragraph in which nothing is under negotiation is shown itself, beside the next place there is.
            here = address is not None and places.standings[address].choice.span.start < end
            self.go_to(address or "", None if here else (difference.at, end))

    def action_next_difference(self) -> None:
        """Go to the next difference."""
        self.roll.choose(self.roll.here + 1)

    def action_previous_difference(self) -> None:
        """Go to the previous difference."""
        self.roll.choose(self.roll.here - 1)

    def action_compare_again(self) -> None:
        """Compare these rounds again."""
        if self._rounds > 1 and not self._doing:
            self._compare()

    def action_older_rounds(self) -> None:
        """The two rounds before these."""
        self._turn(-1)

    def action_newer_rounds(self) -> None:
        """The two rounds after these."""
        self._turn(1)

    def _turn(self, by: int) -> None:
        new = self._pair[1] + by
        if 2 <= new <= self._rounds:
            self._pair = (new - 1, new)
            self._compare()
        else:
            self.tell("there are no other rounds to compare")

    def action_back(self) -> None:
        """Stop comparing; else back to the draft."""
        if self._doing and self._worker is not None:
            self._worker.cancel()
            self._end(f"stopped; {self._again} compares again", "warning")
            return
        super().action_back()
