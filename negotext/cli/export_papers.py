"""From the names and options a person typed to the record, the order and the paper."""

from __future__ import annotations

from datetime import date
from typing import Any

from negotext.languages import OwnDelegations
from negotext.languages.dates import printed_date
from negotext.paper.issuing import Issued, Order, issued
from negotext.paper.record import UNDATED, Record, of_draft, of_session
from negotext.paper.values import Front, Style

from .errors import Unusable
from .export_date import created_at, of_environment
from .export_options import HEAD
from .manner import Manner
from .own_delegations import kept_by, load_own
from .sessions import is_session, opened


def record_of(name: str, options: dict[str, Any]) -> Record:
    """What the document is written from.

    Raises:
        Unusable: there is no such draft, session or round.
    """
    if is_session(name):
        kept_by(name, options["parties"])
        if not options["against"]:
            options["manner"].refused(name, "a session")
        with opened(name) as store:
            return of_session(store, options["number"])
    if options["number"] is not None:
        raise Unusable(f"{name} is a draft and has no rounds", "--round is for sessions")
    if options["style"] == Style.TRACKED and not options["delegation"]:
        raise Unusable(
            f"nothing is decided in {name}, a draft",
            "keep it in a session (negotext new SESSION --draft DRAFT), or add --by-delegation DE",
        )
    if options["style"] == Style.COMPARISON and not options["against"]:
        raise Unusable(f"{name} is a draft: with what is it to be compared?", "add --against OLDER-DRAFT")
    return _read(name, options["language"], load_own(options["parties"]), options["manner"])


def order_of(record: Record, name: str, options: dict[str, Any]) -> Order:
    """What is asked for.

    Raises:
        Unusable: a delegation or a date makes no sense.
    """
    known = record.at if record.round else of_environment(UNDATED)
    created = created_at(options["date"], known)
    dated = printed_date(date.fromisoformat(created[:10]), record.draft.language) if options["date"] else ""
    front = Front(**{field: " ".join(options[field].split()) for field in HEAD}, date=dated)
    delegation = _delegation(record, name, options["delegation"]) if options["delegation"] else ""
    return Order(Style(options["style"]), front, created, delegation)


def papered(record: Record, order: Order, name: str, options: dict[str, Any]) -> Issued:
    """The paper that was asked for.

    Raises:
        Unusable: there is nothing to compare with.
    """
    before = _before(record, name, options) if order.style is Style.COMPARISON else None
    return issued(record, order, before)


def _delegation(record: Record, name: str, typed: str) -> str:
    """The code of the delegation that is meant.

    Raises:
        Unusable: nobody is called that, or it has proposed nothing.
    """
    from .lookup import delegation_in

    return delegation_in(record.draft, typed, record.own)


def _before(record: Record, name: str, options: dict[str, Any]) -> Record:
    """What a round or draft is compared with."""
    against = options["against"]
    if not record.round:
        return _read(against, options["language"] or record.draft.language, record.own, options["manner"])
    if against is None:
        against = str(record.round - 1)
        if record.round < 2:
            hint = f"bring in the next one (negotext round {name} --draft NEW), or add --against DRAFT"
            raise Unusable(f"round {record.round} of {name} is the first: nothing to compare it with", hint)
    if not against.isdecimal():
        if is_session(against):
            with opened(against) as store:
                return of_session(store)
        return _read(against, options["language"] or record.draft.language, record.own, options["manner"])
    if int(against) == record.round:
        raise Unusable(f"round {against} cannot be compared with itself", "name another round with --against")
    with opened(name) as store:
        return of_session(store, int(against))


def _read(name: str, language: str | None, own: OwnDelegations | None, manner: Manner) -> Record:
    # 60 ms that no session needs.
    from .loading import load

    return of_draft(load(name, language, own=own, manner=manner), own)
