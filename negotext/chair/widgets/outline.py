"""The outline: sections of the draft with the number of their open choices."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from ..desk_outline import Section


class Outline(OptionList):
    """Lists sections; choosing one goes to its first open choice."""

    _shown: tuple[Sequence[Section], tuple[int, ...]] = ((), ())

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


def _prompt(title: str, count: int) -> Content:
    words = title or "…"
    if count:
        return Content.assemble((f"{count:>3} ○ ", "bold"), words)
    return Content.assemble(("    ● ", "dim"), (words, "dim"))
