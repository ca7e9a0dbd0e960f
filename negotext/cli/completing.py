"""What the shell offers for a half-typed delegation, group or address. Completion never fails or speaks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from negotext import query
from negotext.languages import Registry, load_registry
from negotext.model import Draft
from negotext.reading import read_bytes

if TYPE_CHECKING:
    import click
    from click.shell_completion import CompletionItem

# A draft that takes longer to read than a person waits for a completion.
_TOO_LONG = 500_000


def delegations(ctx: click.Context, _: click.Parameter, typed: str) -> list[CompletionItem[Any]]:
    """Codes of those who speak in the draft; of everybody while no draft is named."""
    draft = _draft(ctx)
    registry = load_registry("en")
    codes = sorted(query.statistics(draft)["delegations"]) if draft else sorted(registry.titles)
    return _items(codes, typed, registry)


def groups(_: click.Context, __: click.Parameter, typed: str) -> list[CompletionItem[Any]]:
    """Codes of groups."""
    registry = load_registry("en")
    return _items(sorted(registry.groups), typed, registry)


def addresses(ctx: click.Context, _: click.Parameter, typed: str) -> list[CompletionItem[Any]]:
    """Addresses of the paragraphs of the draft."""
    from click.shell_completion import CompletionItem

    draft = _draft(ctx)
    known = query.addresses(draft) if draft else []
    return [CompletionItem(address) for address in known if address.lower().startswith(typed.lower())]


def _items(codes: list[str], typed: str, registry: Registry) -> list[CompletionItem[Any]]:
    from click.shell_completion import CompletionItem

    return [
        CompletionItem(code, help=registry.title(code))
        for code in codes
        if code.lower().startswith(typed.lower())
    ]


def _draft(ctx: click.Context) -> Draft | None:
    """The draft named on the line so far, None where it is none or too long to read for this."""
    # Behind an option without its value, click leaves the arguments where they are.
    name = ctx.params.get("draft") or next(iter(ctx.args), "")
    try:
        path = Path(name)
        if not path.is_file() or path.stat().st_size > _TOO_LONG:
            return None
        return read_bytes(path.read_bytes(), str(path), ctx.params.get("language"))
    except (OSError, ValueError):  # SourceError is a ValueError
        return None
