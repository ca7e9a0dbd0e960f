"""The command line. Nothing here is imported that a command has not asked for."""

from .program import main

__all__ = ["main"]
