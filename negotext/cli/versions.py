"""Language versions of a draft, from the names a person typed to what belongs together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from negotext.model import Choice, Draft

from .errors import Unusable
from .loading import STDIN, load, manner_of
from .manner import Manner

if TYPE_CHECKING:
    from negotext.aligning import Alignment
    from negotext.languages import OwnDelegations


@dataclass(frozen=True, slots=True)
class Version:
    """One language version.

    Attributes:
        name: of its file, as typed.
        draft: its text, as read.
        choices: in the order of the draft.
    """

    name: str
    draft: Draft
    choices: tuple[Choice, ...]


def laid_out(
    names: Sequence[str],
    languages: Sequence[str],
    own: OwnDelegations | None = None,
    manner: Manner = Manner(),  # noqa: B008  # frozen
) -> tuple[list[Version], list[Alignment]]:
    """The versions, and how each of them but the first lies beside the first.

    Args:
        names: paths, or `-`.
        languages: their codes, in the same order; none to guess them.
        own: delegations of one's own.
        manner: how Word files among them are read.

    Raises:
        Unusable: there are not two drafts, or not as many languages, or one cannot be read.
    """
    from negotext.aligning import align

    if len(names) < 2:
        raise Unusable(
            f"{'one draft' if names else 'no draft'} to lay beside another",
            "name two language versions: negotext align plan.en.txt plan.zh.txt",
        )
    if languages and len(languages) != len(names):
        raise Unusable(
            f"{len(languages)} --language for {len(names)} drafts",
            "give one for each draft, in their order, or none to have them guessed",
        )
    if names.count(STDIN) > 1:
        raise Unusable("standard input can be read once", "name a file for all drafts but one")
    codes: Sequence[str | None] = languages or [None] * len(names)
    manners = manner_of(manner, names)
    versions = [read_version(name, code, own, how) for name, code, how in zip(names, codes, manners, strict=True)]
    first = versions[0]
    return versions, [align(first.draft, each.draft, (first.choices, each.choices)) for each in versions[1:]]


def read_version(name: str, language: str | None, own: OwnDelegations | None, manner: Manner) -> Version:
    """Read one version; its language is guessed when None."""
    from negotext.outcome import choices_of

    draft = load(name, language, own=own, manner=manner)
    return Version(name, draft, choices_of(draft))
