"""From bytes to text, and from raw text to text without line wraps."""

from .decode import LIMIT, SourceError, decode, from_text
from .flow import CHILD, Flow, Region
from .quotes import paired

__all__ = ["CHILD", "LIMIT", "Flow", "Region", "SourceError", "decode", "from_text", "paired"]
