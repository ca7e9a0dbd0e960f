"""Word in and out: papers as .docx packages, and .docx drafts as texts that can be read."""

from .reading import read_docx

__all__ = ["read_docx"]
