"""The offices of a meeting: codes that stand beside those of delegations, and stand for no delegation."""

from __future__ import annotations

OFFICES = frozenset(
    {
        "BUREAU",
        "CHAIR",
        "CO_CHAIRS",
        "CO_FACILITATORS",
        "FACILITATOR",
        "FRIENDS_OF_CHAIR",
        "LEGAL_COUNSEL",
        "RAPPORTEUR",
        "SECRETARIAT",
        "VICE_CHAIR",
    }
)
"""Codes of the roles in the registry. What an office proposes is on the table, and it holds nothing up."""
