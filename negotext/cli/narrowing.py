"""The options that narrow positions down, for a draft and for a session."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING, Any

import click

from negotext import query
from negotext.model import Draft, Stance

from . import completing
from .errors import Unusable

if TYPE_CHECKING:
    from negotext.languages import OwnDelegations
    from negotext.store import Session

_OPTIONS = (
    click.option(
        "--delegation",
        "-d",
        "delegations",
        multiple=True,
        metavar="DE",
        shell_complete=completing.delegations,
        help="Who speaks, or for whom: a code or a name. May be repeated.",
    ),
    click.option(
        "--stance",
        "-s",
        "stances",
        multiple=True,
        type=click.Choice([stance.value for stance in Stance], case_sensitive=False),
        help="What they do. May be repeated.",
    ),
    click.option(
        "--paragraph",
        "-p",
        metavar="P",
        shell_complete=completing.addresses,
        help="Paragraph they stand under, with its items: 5, 8(b), C10(1), A.",
    ),
    click.option(
        "--group",
        "-g",
        metavar="G",
        shell_complete=completing.groups,
        help="Only members of this group, and whoever speaks for it.",
    ),
)


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Which positions are asked for, as a person typed it; what is left out does not narrow them down."""

    delegations: tuple[str, ...] = ()
    stances: frozenset[Stance] = frozenset()
    paragraph: str | None = None
    group: str | None = None

    def __bool__(self) -> bool:
        """Whether anything is asked for."""
        return self != Narrowing()

    def in_draft(self, draft: Draft, own: OwnDelegations | None) -> query.Wanted:
        """What is wanted of a draft.

        Raises:
            Unusable: it has no such delegation, paragraph or group.
        """
        from .lookup import address_in, delegation_in, group_in

        code, members = group_in(draft, self.group, own) if self.group else (None, frozenset())
        return query.Wanted(
            delegations=frozenset(delegation_in(draft, name, own) for name in self.delegations),
            stances=self.stances,
            paragraph=address_in(draft, self.paragraph) if self.paragraph else None,
            group=code,
            members=members,
        )

    def in_session(self, store: Session, number: int | None) -> query.Wanted:
        """What is wanted of a round of a session.

        Raises:
            Unusable: it has no such delegation, paragraph or group.
        """
        from negotext.query.kept import registry_of

        from .placing import paragraph_in, party_in

        code, members = None, frozenset[str]()
        if self.group:
            code = party_in(store, self.group)
            groups = registry_of(store).groups
            if code not in groups:
                raise Unusable(f"{self.group!r} is no group", f"to see what {code} says: --delegation {code}")
            members = groups[code]
        return query.Wanted(
            delegations=frozenset(party_in(store, name) for name in self.delegations),
            stances=self.stances,
            paragraph=paragraph_in(store, self.paragraph, number) if self.paragraph else None,
            group=code,
            members=members,
        )


def narrowing(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options, and `asked` with what was typed."""

    @wraps(command)
    def asking(*args: Any, **given: Any) -> Any:
        delegations, stances = given.pop("delegations"), given.pop("stances")
        paragraph, group = given.pop("paragraph"), given.pop("group")
        wanted = frozenset(Stance(stance.lower()) for stance in stances)
        return command(*args, asked=Narrowing(delegations, wanted, paragraph, group), **given)

    for option in reversed(_OPTIONS):
        asking = option(asking)
    return asking
