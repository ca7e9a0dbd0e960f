"""What the shell offers for a half-typed session, place or delegation of a session. It never fails or speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    import click
    from click.shell_completion import CompletionItem

    from negotext.store import Session


def sessions(_: click.Context, __: click.Parameter, typed: str) -> list[CompletionItem[Any]]:
    """Names of the sessions at hand, and files."""
    from click.shell_completion import CompletionItem

    from .sessions import known_sessions

    found = [CompletionItem(name) for name in known_sessions() if name.startswith(typed)]
    return [*found, CompletionItem(typed, type="file")] if not found or "/" in typed else found


def drafts_and_sessions(ctx: click.Context, parameter: click.Parameter, typed: str) -> list[CompletionItem[Any]]:
    """Files, and names of sessions."""
    from click.shell_completion import CompletionItem

    from .sessions import known_sessions

    found = [CompletionItem(name) for name in known_sessions() if typed and name.startswith(typed)]
    return [*found, CompletionItem(typed, type="file")]


def places(ctx: click.Context, _: click.Parameter, typed: str) -> list[CompletionItem[Any]]:
    """Addresses of the places of the session named on the line, those that are open first."""
    from click.shell_completion import CompletionItem

    session = _session(ctx)
    if session is None:
        return []
    with session:
        listed = sorted(session.listed(None), key=lambda each: each.state != "open")
        return [
            CompletionItem(each.address, help=each.state.value)
            for each in listed
            if each.address.lower().startswith(typed.lower())
        ]


def alternatives(ctx: click.Context, _: click.Parameter, typed: str) -> list[CompletionItem[Any]]:
    """Numbers of the alternatives of the place named on the line, with their words."""
    from click.shell_completion import CompletionItem

    from negotext.store import StoreError

    session = _session(ctx)
    address = ctx.params.get("address") or next(iter(ctx.args[1:]), "")
    if session is None:
        return []
    with session:
        try:
            found = session.choice(address)
        except StoreError:
            return []
        return [
            CompletionItem(str(each.number), help=each.text[:60] or "leave it out")
            for each in found.choice.alternatives
            if each.number not in found.withdrawn and str(each.number).startswith(typed)
        ]


def speakers(ctx: click.Context, _: click.Parameter, typed: str) -> list[CompletionItem[Any]]:
    """Codes of those who have spoken in the session named on the line."""
    from click.shell_completion import CompletionItem

    session = _session(ctx)
    if session is None:
        return []
    with session:
        codes: Sequence[Any] = session.sql("SELECT DISTINCT delegation FROM positions ORDER BY 1").rows
        return [CompletionItem(str(code)) for (code,) in codes if str(code).lower().startswith(typed.lower())]


def paragraphs(ctx: click.Context, _: click.Parameter, typed: str) -> list[CompletionItem[Any]]:
    """Addresses of the paragraphs in which something is under negotiation."""
    from click.shell_completion import CompletionItem

    session = _session(ctx)
    if session is None:
        return []
    with session:
        found = dict.fromkeys(row.paragraph for row in session.listed(None) if row.paragraph)
        return [CompletionItem(address) for address in found if address.lower().startswith(typed.lower())]


def _session(ctx: click.Context) -> Session | None:
    """The session named on the line so far."""
    from negotext.store import StoreError, open_session

    from .sessions import session_path

    # Behind an option without its value, click leaves the arguments where they are.
    name = ctx.params.get("session") or ctx.params.get("draft") or next(iter(ctx.args), "")
    try:
        return open_session(session_path(name), read_only=True, timeout=0.2) if name else None
    except (StoreError, OSError, ValueError):
        return None
