"""The bracket tree of a draft, and what kind each bracket is."""

from .kinds import classify
from .tree import build_tree

__all__ = ["build_tree", "classify"]
