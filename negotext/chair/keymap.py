"""Which keys do what: those of the registry, or other ones that the chair has chosen for some actions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches

from .actions import ACTIONS, EDITORS, EVERY, LISTING, LISTS, Action, actions_of
from .keys import KEPT, WRITING, NoKey, key_named, written


class KeymapError(ValueError):
    """Keys that an action cannot have; its words say why and what to do."""


@dataclass(frozen=True)
class Keymap:
    """The keys of all actions.

    Attributes:
        changed: keys of the actions that have other ones than in the registry, by id.
    """

    changed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.changed)

    def of(self, action: Action) -> Action:
        """An action with the keys that it has here."""
        keys = self.changed.get(action.id)
        return action if keys is None else replace(action, keys=keys)

    def actions_of(self, where: str, *, read_only: bool = False) -> Iterator[Action]:
        """The actions of a screen with their keys; as `actions.actions_of`."""
        return map(self.of, actions_of(where, read_only=read_only))

    @property
    def bindings(self) -> dict[str, str]:
        """The keys of what was changed as Textual takes them: by id, with commas between them."""
        return {name: ",".join(keys) for name, keys in self.changed.items()}


def keymap_of(wanted: Mapping[str, object]) -> tuple[Keymap, list[tuple[str, str]]]:
    """The keymap that was asked for, as far as it can be had.

    Args:
        wanted: by id of an action, its key or a list of keys, as people write them.

    Returns:
        The keymap, and what it cannot have: id and reason. Such an action keeps the keys of the registry.
    """
    changed: dict[str, tuple[str, ...]] = {}
    faults: list[tuple[str, str]] = []
    for name, value in wanted.items():
        try:
            changed[name] = _keys(name, value)
        except (KeymapError, NoKey) as error:
            faults.append((name, str(error)))
    while double := _double(changed):
        # The one that comes later in the file gives way, and then what it was in the way of is looked at again.
        name = next(each for each in reversed(changed) if each in double[1])
        key, names = double
        others = " and ".join(sorted(set(names) - {name})) or "another one"
        faults.append((name, f"{written(key)} is the key of {others} already; give one of them another key"))
        del changed[name]
    return Keymap(changed), faults


def _keys(name: str, value: object) -> tuple[str, ...]:
    """The keys that an action is to have."""
    action = next((each for each in ACTIONS if each.id == name), None)
    if action is None:
        near = get_close_matches(name, [each.id for each in ACTIONS], n=3, cutoff=0.5)
        known = f"did you mean {' or '.join(near)}?" if near else "`negotext chair --keys` lists them"
        raise KeymapError(f"there is no action {name!r}; {known}")
    if not can_change(action):
        raise KeymapError(f"{name} has the keys {action.key}, which it keeps")
    typed = [value] if isinstance(value, str) else value
    if not isinstance(typed, list) or not typed or not all(isinstance(each, str) for each in typed):
        raise KeymapError('a key is written "P", or ["P", "F5"] for several')
    keys = tuple(dict.fromkeys(map(key_named, typed)))
    for key in keys:
        if key in KEPT and key not in action.keys:
            raise KeymapError(f"{written(key)} cannot be given away: {KEPT[key]}")
        if action.where in EDITORS and key in WRITING and key not in action.keys:
            raise KeymapError(f"{written(key)} moves or edits where words are written; take another key")
        if action.where in EDITORS and len(written(key)) == 1:
            raise KeymapError(f"{written(key)} is a letter where words are written; take a key with Ctrl or Alt, or F5")
    return keys


def can_change(action: Action) -> bool:
    """Whether an action may have other keys: not one that is told by its keys."""
    return not action.each


def screens() -> list[str]:
    """The NAMEs of all screens that have actions, the draft first."""
    named = dict.fromkeys(action.where for action in ACTIONS if action.where not in (EVERY, LISTS))
    return [*named, *sorted(LISTING - named.keys())]


def _double(changed: Mapping[str, Sequence[str]]) -> tuple[str, list[str]] | None:
    """A key that does two things on a screen, and the actions that it does; None where there is none."""
    for where in screens():
        actions = [(action.id, changed.get(action.id, action.keys)) for action in actions_of(where)]
        for key, count in Counter(key for _, keys in actions for key in keys).items():
            names = [name for name, keys in actions if key in keys]
            if count > 1 and any(name in changed for name in names):
                return key, names
    return None
