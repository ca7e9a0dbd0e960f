"""What the shell offers for a half-typed delegation, group or address. Completion never fails or speaks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from negotext import query
from negotext.languages import OwnDelegations, Registry, registry_for
from negotext.model import Draft

from . import completing_sessions
from .sessions import is_session

if TYPE_CHECKING:
    import click
    from click.shell_completion import CompletionItem

# A draft that takes longer to read than a person waits for a completion.
_TOO_LONG = 500_000


def delegations(ctx: click.Context, _: click.Parameter, typed: str) -> list[CompletionItem[Any]]:
    """Codes of those who speak in the draft or session; of everybody while none is named."""
    if is_session(_name(ctx)):
        return completing_sessions.speakers(ctx, _, typed)
    draft = _draft(ctx)
    registry = registry_for("en", _own(ctx))
    codes = sorted(query.statistics(draft)["delegations"]) if draft else sorted(registry.titles)
    return _items(codes, typed, registry)


def codes(ctx: click.Context, _: click.Parameter, typed: str) -> list[CompletionItem[Any]]:
    """Codes of everybody who can take a position."""
    registry = registry_for("en", _own(ctx))
    return _items(sorted(registry.titles), typed, registry)


def groups(ctx: click.Context, __: click.Parameter, typed: str) -> list[CompletionItem[Any]]:
    """Codes of groups."""
    registry = registry_for("en", _own(ctx))
    return _items(sorted(registry.groups), typed, registry)


def addresses(ctx: click.Context, _: click.Parameter, typed: str) -> list[CompletionItem[Any]]:
    """Addresses of the paragraphs of the draft or session."""
    from click.shell_completion import CompletionItem

    if is_session(_name(ctx)):
        return completing_sessions.paragraphs(ctx, _, typed)
    draft = _draft(ctx)
    known = query.addresses(draft) if draft else []
    return [CompletionItem(address) for address in known if address.lower().startswith(typed.lower())]


def _items(codes: list[str], typed: str, registry: Registry) -> list[CompletionItem[Any]]:
    from click.shell_completion import CompletionItem

    return [CompletionItem(code, help=registry.title(code)) for code in codes if code.lower().startswith(typed.lower())]


def _name(ctx: click.Context) -> str:
    """The draft or session named on the line so far, or nothing."""
    # Behind an option without its value, click leaves the arguments where they are.
    return str(ctx.params.get("draft") or next(iter(ctx.args), ""))


def _draft(ctx: click.Context) -> Draft | None:
    """The draft named on the line so far, None where it is none or too long to read for this."""
    from .loading import read

    name = _name(ctx)
    try:
        path = Path(name)
        if not path.is_file() or path.stat().st_size > _TOO_LONG:
            return None
        return read(path.read_bytes(), str(path), ctx.params.get("language"), own=_own(ctx))
    except (OSError, ValueError):  # SourceError is a ValueError
        return None


def _own(ctx: click.Context) -> OwnDelegations | None:
    """Delegations of the file or the session named on the line so far, None where there are none."""
    from .errors import Unusable
    from .own_delegations import load_own
    from .sessions import opened

    try:
        if is_session(_name(ctx)):
            from negotext.query.kept import own_of

            with opened(_name(ctx)) as store:
                return own_of(store)
        return load_own(ctx.params.get("parties"))
    except Unusable:
        return None
