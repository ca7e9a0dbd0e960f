"""The outline: sections of the draft with the number of their open choices."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

_TITLE = 20


class Outline(OptionList):
    """Lists sections; choosing one goes to its first open choice."""

    def fill(self, titles: Sequence[tuple[str, int]], current: int) -> None:
        """Show sections.

        Args:
            titles: title and number of open choices of each.
            current: number of the section of the current choice; -1 for none.
        """
        prompts = [_prompt(title, count) for title, count in titles]
        if self.option_count != len(prompts):
            self.clear_options()
            self.add_options(Option(prompt) for prompt in prompts)
        else:
            for index, prompt in enumerate(prompts):
                if self.get_option_at_index(index).prompt != prompt:
                    self.replace_option_prompt_at_index(index, prompt)
        if current >= 0 and self.highlighted != current:
            self.highlighted = current


def _prompt(title: str, count: int) -> Content:
    words = title or "…"
    if count:
        return Content.assemble((f"{count:>3} ○ ", "bold"), words)
    return Content.assemble(("    ● ", "dim"), (words, "dim"))
