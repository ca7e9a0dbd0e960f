"""Papers as Markdown, HTML and JSON."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .html import to_html
    from .json import to_json
    from .markdown import to_markdown

__all__ = ["to_html", "to_json", "to_markdown"]


def __getattr__(name: str) -> Any:
    # Who only writes files, as Word's, does not wait for three formats.
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{name.removeprefix('to_')}"), name)
