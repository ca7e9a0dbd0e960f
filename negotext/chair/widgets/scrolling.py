"""Upright scrollbars as strips: they are drawn with every layout, and would take as long as the rows beside them."""

from __future__ import annotations

from functools import lru_cache
from typing import ClassVar

from rich.style import Style
from textual.css.styles import RulesMap
from textual.geometry import Region
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.strip import Strip
from textual.style import Style as TextualStyle
from textual.visual import RenderOptions, Visual


class QuickBar(ScrollBarRender, Visual):
    """The look of Textual's own scrollbars."""

    def render_strips(self, width: int, height: int | None, style: TextualStyle, options: RenderOptions) -> list[Strip]:
        """Its rows."""
        return _strips(self, height or 1, width)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """How thick it is."""
        return self.thickness

    def get_height(self, rules: RulesMap, width: int) -> int:
        """It takes what there is, one row at least."""
        return 1

    def __hash__(self) -> int:
        return hash(self._looks)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, QuickBar) and self._looks == other._looks

    @property
    def _looks(self) -> tuple[object, ...]:
        return self.virtual_size, self.window_size, self.position, self.style


class QuickScrollBar(ScrollBar):
    """An upright scrollbar that is drawn at once."""

    renderer: ClassVar[type[ScrollBarRender]] = QuickBar

    def render_lines(self, crop: Region) -> list[Strip]:
        """Its rows; the same strips for the same look."""
        bar = self.render()
        assert isinstance(bar, QuickBar)
        strips = _strips(bar, self.size.height, self.size.width)[crop.y : crop.bottom]
        for each in self.get_line_filters():
            ground = self.background_colors[1]
            strips = [strip.apply_filter(each, ground) for strip in strips]
        return strips


@lru_cache(64)
def _strips(bar: QuickBar, size: int, thickness: int) -> list[Strip]:
    style = bar.style if isinstance(bar.style, Style) else Style.parse(bar.style)
    assert style.color is not None
    assert style.bgcolor is not None
    drawn = QuickBar.render_bar(
        size, bar.virtual_size, bar.window_size, bar.position, thickness, True, style.bgcolor, style.color
    )
    # Most rows of a bar are one and the same segment: they are one strip, which remembers what is worked out of it.
    strips = {id(segment): Strip([segment], thickness) for segment in drawn.segments}
    return [strips[id(segment)] for segment in drawn.segments]
