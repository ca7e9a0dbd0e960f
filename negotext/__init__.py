"""negotext reads bracketed negotiating drafts: who wants which words, where."""

__version__ = "0.1.0"
