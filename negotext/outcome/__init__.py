"""Choices of a draft, and the text that results from decisions on them. Pure."""

from .choices import choices_of
from .floor import Addition, UnclearStatement, addition
from .text import Outcome, outcome

__all__ = ["Addition", "Outcome", "UnclearStatement", "addition", "choices_of", "outcome"]
