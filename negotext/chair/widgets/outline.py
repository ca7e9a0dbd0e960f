"""The outline: sections of the draft with the number of their open choices."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.strip import Strip
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from ..desk_outline import Section
from .rows import Finishing


class Outline(Finishing, OptionList):
    """Lists sections; choosing one goes to its first open choice."""

    _shown: tuple[Sequence[Section], tuple[int, ...]] = ((), ())

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._drawn: dict[tuple[int, int, bool, bool, int, int], Strip] = {}

    def fill(self, sections: Sequence[Section], opens: tuple[int, ...], current: int) -> None:
        """Show sections.

        Args:
            sections: in the order of the draft.
            opens: how many choices of each are open.
            current: number of the section of the current choice; -1 for none.
        """
        before, counts = self._shown
        self._shown = sections, opens
        if before is not sections:
            self._drawn.clear()
            self.clear_options()
            self.add_options(
                Option(_prompt(section.title, count)) for section, count in zip(sections, opens, strict=True)
            )
        else:
            for index, (was, now) in enumerate(zip(counts, opens, strict=True)):
                if was != now:
                    self.replace_option_prompt_at_index(index, _prompt(sections[index].title, now))
        if current >= 0 and self.highlighted != current:
            self.highlighted = current

    def row_strip(self, y: int, width: int) -> Strip:
        """A row of the list; each section has one."""
        opens = self._shown[1]
        how = y, opens[y] if y < len(opens) else 0, y == self.highlighted, self.has_focus, width, self.look
        strip = self._drawn.get(how)
        if strip is None or self.mouse_hover:
            self._update_lines()
            strip = OptionList.render_line(self, y - self.scroll_offset.y)
            if not self.mouse_hover:
                self._drawn[how] = strip
        return strip

    def forget_rows(self) -> None:
        """Forget the rows, in whatever look."""
        super().forget_rows()
        self._drawn.clear()


def _prompt(title: str, count: int) -> Content:
    words = title or "…"
    if count:
        return Content.assemble((f"{count:>3} ○ ", "bold"), words)
    return Content.assemble(("    ● ", "dim"), (words, "dim"))
