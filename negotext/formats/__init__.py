"""Papers as Markdown, HTML and JSON."""

from .html import to_html
from .json import to_json
from .markdown import to_markdown

__all__ = ["to_html", "to_json", "to_markdown"]
