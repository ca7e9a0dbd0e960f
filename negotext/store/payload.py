"""What an entry holds, as JSON in the log and back.

The text is the same on every machine: keys sorted, no spaces, characters as they are. What is None or empty
    is left
out, so that the log stays readable with any SQLite client.
"""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from negotext.model import Act, Alternative, Decision, Side, Stand

from .entry import DECIDING, Carried, Kind, Statement, Withdrawal

Recorded = Decision | Statement | Withdrawal | Carried | None
"""What an entry may hold."""


def encode(what: Recorded) -> str:
    """The JSON that the log keeps; `{}` for None."""
    match what:
        case Decision():
            held: dict[str, Any] = {"decision": _decision(what)}
        case Statement():
            held = {"statement": _statement(what)}
        case Withdrawal():
            held = {"withdrawal": _withdrawal(what)}
        case Carried():
            held = _filled(
                origin=what.origin,
                confidence=what.confidence,
                decision=what.decision and _decision(what.decision),
                statement=what.statement and _statement(what.statement),
                withdrawal=what.withdrawal and _withdrawal(what.withdrawal),
            )
        case None:
            held = {}
    return json.dumps(held, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


class Copies(NamedTuple):
    """What the log shows beside the JSON, for views and search; each is None where there is none."""

    act: str | None = None
    alternative: int | None = None
    text: str | None = None
    words: str | None = None


def copies(what: Recorded) -> Copies:
    """Act, alternative and words of what an entry holds."""
    match what:
        case Decision():
            return Copies(what.act.value, what.alternative, what.text)
        case Statement():
            return Copies(words=what.words)
        case Carried():
            return copies(what.decision)._replace(words=copies(what.statement).words)
        case _:
            return Copies()


def decode(kind: Kind, address: str, payload: str) -> Recorded:
    """What `encode` was given.

    Raises:
        ValueError, KeyError: the log was written by something else.
    """
    if payload == "{}":
        return None
    held = json.loads(payload)
    if kind in DECIDING:
        return _read_decision(address, held["decision"])
    if kind is Kind.SAY:
        return _read_statement(held["statement"])
    if kind is Kind.WITHDRAW:
        return _read_withdrawal(held["withdrawal"])
    return Carried(
        address,
        held["origin"],
        _read_decision(address, held["decision"]) if "decision" in held else None,
        _read_statement(held["statement"]) if "statement" in held else None,
        held["confidence"],
        _read_withdrawal(held["withdrawal"]) if "withdrawal" in held else None,
    )


def _filled(**fields: object) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value is not None and value not in ("", [])}


def _decision(decision: Decision) -> dict[str, Any]:
    held = _filled(act=decision.act.value, alternative=decision.alternative, sources=list(decision.sources))
    # An empty merge is a merge all the same: the chair's words are none.
    return held if decision.text is None else held | {"text": decision.text}


def _read_decision(address: str, held: dict[str, Any]) -> Decision:
    return Decision(
        address, Act(held["act"]), held.get("alternative"), held.get("text"), tuple(held.get("sources", ()))
    )


def _withdrawal(withdrawal: Withdrawal) -> dict[str, Any]:
    return _filled(delegation=withdrawal.delegation, alternative=withdrawal.alternative)


def _read_withdrawal(held: dict[str, Any]) -> Withdrawal:
    return Withdrawal(held.get("delegation"), held.get("alternative"))


def _statement(statement: Statement) -> dict[str, Any]:
    return {
        "words": statement.words,
        "stands": [
            _filled(
                delegation=stand.delegation,
                on_behalf_of=stand.on_behalf_of,
                side=stand.side.value,
                alternative=stand.alternative,
                stance=stand.stance,
            )
            for stand in statement.stands
        ],
        "alternatives": [
            _filled(number=alternative.number, text=alternative.text, label=alternative.label)
            for alternative in statement.alternatives
        ],
    }


def _read_statement(held: dict[str, Any]) -> Statement:
    return Statement(
        held["words"],
        tuple(
            Stand(
                stand["delegation"],
                stand.get("on_behalf_of"),
                Side(stand["side"]),
                stand["alternative"],
                -1,
                stand["stance"],
            )
            for stand in held["stands"]
        ),
        tuple(
            Alternative(alternative["number"], alternative.get("text", ""), None, alternative.get("label", ""))
            for alternative in held["alternatives"]
        ),
    )
