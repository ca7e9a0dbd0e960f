"""Joining words where something was taken out or put in: spaces and punctuation come out right."""

from __future__ import annotations

_CLOSING = ".,;:!?)]}”’»%、。，；：！？）］」』،؛؟"
_OPENING = "([{“‘«（［「『"
_STOPS = "。；：.;:؛"
_COMMAS = "，、,،"


def join(left: str, right: str) -> tuple[str, str]:
    """The two texts as they stand side by side, with the white space and commas between them put in order.

    Line ends are left as they are. In scripts with spaces two words keep one space between them; before closing
    punctuation and behind opening brackets there is none. Of two commas, or a comma and a full stop, one stays.
    """
    if not left or not right:
        return left, right
    indented = left[-1] == "\n" and right[:2] == "  "
    if right[0] == " " and left[-1] in " \n" and not indented:
        right = right[1:]
    if not right:
        return left, right
    if left[-1] == " " and right[0] in _CLOSING + "\r\n":
        left = left.rstrip(" ")
    if right[0] == " " and left[-1:] and left[-1] in _OPENING:
        right = right[1:]
    if not left or not right:
        return left, right
    if left[-1] in _COMMAS and right[0] in _COMMAS:
        right = right[1:]
    elif left[-1] in _COMMAS and right[0] in _STOPS:
        left = left[:-1]
    elif left[-1] in _STOPS + _COMMAS and right[:2] in (" ,", " ."):
        right = right[1:]
    elif _in_spaced_word(left[-1]) and _in_spaced_word(right[0]):
        left += " "
    return left, right


def _in_spaced_word(character: str) -> bool:
    """Whether it is of a word in a script that puts spaces between words: no Han character, no kana."""
    return character.isalnum() and not ("\u3400" <= character <= "\u9fff" or "\u3040" <= character <= "\u30ff")
