"""From the address, delegation or group a person typed to what the draft calls it, or the nearest ones."""

from __future__ import annotations

from negotext import query
from negotext.languages import OwnDelegations, registry_for
from negotext.model import Draft

from .errors import Unusable


def address_in(draft: Draft, typed: str) -> str:
    """The address that is meant.

    Raises:
        Unusable: the draft has no such paragraph.
    """
    found = query.find_address(draft, typed)
    if found is None:
        near = query.nearest_addresses(draft, typed)
        hint = f"the nearest are {_listed(near)}" if near else "it has no numbered paragraphs at all"
        raise Unusable(f"{draft.source.name} has no paragraph {typed!r}", hint)
    return found


def delegation_in(draft: Draft, typed: str, own: OwnDelegations | None = None) -> str:
    """The code of the delegation, group or role that is meant; an unknown one by its name as printed.

    Raises:
        Unusable: nobody is called that.
    """
    if any(typed == position.delegation for position in draft.positions):
        return typed
    registries = [registry_for(draft.language, own), registry_for("en", own)]
    found = query.find_party(typed, registries)
    if found is None:
        near = query.nearest_parties(typed, registries)
        hint = f"did you mean {_listed(near, 'or')}?" if near else "give a code (PK, AFRICAN_GROUP) or a name"
        raise Unusable(f"no delegation, group or role is called {typed!r}", hint)
    return found


def group_in(draft: Draft, typed: str, own: OwnDelegations | None = None) -> tuple[str, frozenset[str]]:
    """The code of the group that is meant, and its members.

    Raises:
        Unusable: nobody is called that, or it is no group.
    """
    code = delegation_in(draft, typed, own)
    groups = registry_for(draft.language, own).groups
    if code not in groups:
        raise Unusable(f"{typed!r} is no group", f"to see what {code} says: --delegation {code}")
    return code, groups[code]


def _listed(names: list[str], last: str = "and") -> str:
    return f" {last} ".join(filter(None, (", ".join(names[:-1]), names[-1])))
