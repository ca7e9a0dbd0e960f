"""From text to blocks: the layout units of a draft and the paragraphs they stand under."""

from .layout import Layout
from .split import split_blocks

__all__ = ["Layout", "split_blocks"]
