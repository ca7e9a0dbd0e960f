"""Choices of a draft, and the text that results from decisions on them. Pure."""

from .choices import choices_of
from .text import Outcome, outcome

__all__ = ["Outcome", "choices_of", "outcome"]
