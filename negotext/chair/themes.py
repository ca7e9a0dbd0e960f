"""The colours of the chair's terminal: dark, light, and high contrast."""

from __future__ import annotations

from textual.theme import Theme

THEMES = (
    Theme(
        name="dark",
        primary="#7aa2f7",
        secondary="#bb9af7",
        warning="#e0af68",
        error="#f7768e",
        success="#9ece6a",
        accent="#7dcfff",
        foreground="#c8d0e8",
        background="#16181f",
        surface="#1b1e27",
        panel="#262b38",
        dark=True,
        variables={"faint": "#9aa3b8", "here": "#22304f", "hit": "#5c430f"},
    ),
    Theme(
        name="light",
        primary="#1f4fa3",
        secondary="#7a3e9d",
        warning="#7c5000",
        error="#b3261e",
        success="#2e6b1f",
        accent="#005f87",
        foreground="#1c1f26",
        background="#fbfaf7",
        surface="#f2f0ea",
        panel="#e4e1d8",
        dark=False,
        variables={"faint": "#575c66", "here": "#cfdcf5", "hit": "#ffe08a"},
    ),
    Theme(
        name="high-contrast",
        primary="#ffff00",
        secondary="#ff9dff",
        warning="#ffd000",
        error="#ffa0a0",
        success="#80ff80",
        accent="#00ffff",
        foreground="#ffffff",
        background="#000000",
        surface="#000000",
        panel="#202020",
        dark=True,
        variables={"faint": "#d0d0d0", "here": "#000090", "hit": "#5c4400"},
    ),
)
"""In the order in which `T` goes through them; the first one is there at the beginning."""
