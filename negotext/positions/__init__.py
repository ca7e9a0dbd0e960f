"""Who wants which words: positions from attributions in brackets and in delegations' own lines."""

from .find import Found, find_positions
from .floor import Spoken, read_statement
from .units import Units

__all__ = ["Found", "Spoken", "Units", "find_positions", "read_statement"]
