"""Who wants which words: positions from attributions in brackets and in delegations' own lines."""

from .find import Found, find_positions

__all__ = ["Found", "find_positions"]
