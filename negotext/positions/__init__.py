"""Who wants which words: positions from attributions in brackets and in delegations' own lines."""

from .find import Found, find_positions
from .floor import Spoken, read_statement

__all__ = ["Found", "Spoken", "find_positions", "read_statement"]
