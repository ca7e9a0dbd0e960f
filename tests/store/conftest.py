"""A small draft in two languages, its choices, and sessions made of it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from negotext.model import (
    Alternative,
    Choice,
    ChoiceKind,
    Draft,
    Position,
    Side,
    Span,
    Stance,
    Stand,
)
from negotext.reading import read_text
from negotext.store import Session, create

TEXT = """5. The Committee shall [regularly – Chile] review [shall][should] the programme [and its [own] goals].

6. 委员会应[定期]审查方案。
[美国：删除“定期”；
俄
罗斯支持]
"""


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def position(delegation: str, stance: Stance, paragraph: str, evidence: str, **fields) -> Position:
    return Position(
        delegation,
        fields.get("on_behalf_of"),
        stance,
        fields.get("text"),
        fields.get("target"),
        span(evidence),
        paragraph,
        fields.get("bracket"),
        fields.get("about"),
        fields.get("offered"),
    )


POSITIONS = (
    position("CL", Stance.INSERT, "5", "regularly – Chile", text="regularly", bracket=0, offered=span("regularly")),
    position("AU", Stance.COMMENT, "5", "The Committee"),
    position("US", Stance.DELETE, "6", "美国：删除“定期”", target="定期", about=span("定期")),
    position("RU", Stance.SUPPORT, "6", "俄\n罗斯支持", on_behalf_of="LMG"),
)


def alternatives(*wordings: str) -> tuple[Alternative, ...]:
    spans = [span(wording) for wording in wordings]
    return (Alternative(0, ""), *(Alternative(n + 1, w, spans[n]) for n, w in enumerate(wordings)))


CHOICES = (
    Choice(
        "5:1",
        ChoiceKind.INSERTION,
        "5",
        span("[regularly – Chile]"),
        alternatives("regularly"),
        0,
        (Stand("CL", None, Side.FOR, 1, 0, "insert"),),
    ),
    Choice("5:2", ChoiceKind.RIVALS, "5", span("[shall][should]"), alternatives("shall", "should"), 1),
    Choice("5:3", ChoiceKind.OPTIONAL, "5", span("[and its [own] goals]"), alternatives("and its [own] goals"), 1),
    Choice("5:3.1", ChoiceKind.OPTIONAL, "5", span("[own]"), alternatives("own"), 1, (), "5:3", 1),
    Choice(
        "6:1",
        ChoiceKind.OPTIONAL,
        "6",
        span("[定期]"),
        alternatives("定期"),
        1,
        (Stand("US", None, Side.FOR, 0, 2, "delete"), Stand("RU", "LMG", Side.AGAINST, 1, 3, "support")),
        vanishing=(span("[美国：删除“定期”；\n俄\n罗斯支持]"),),
    ),
)


@pytest.fixture(scope="session")
def draft() -> Draft:
    return replace(read_text(TEXT, "draft.txt", "en"), positions=POSITIONS)


@pytest.fixture(scope="session")
def choices() -> tuple[Choice, ...]:
    return CHOICES


@pytest.fixture
def path(tmp_path) -> Path:
    return tmp_path / "session.db"


@pytest.fixture
def new(draft, choices, path) -> Callable[[], Path]:
    """Makes a session that nobody has open, and gives its path."""

    def make() -> Path:
        create(path, draft, choices, name="Ports", by="Secretariat").close()
        return path

    return make


@pytest.fixture
def session(draft, choices, path):
    with create(path, draft, choices, name="Ports", by="Secretariat") as made:
        yield made
        assert made.verify() == []


@pytest.fixture
def other(session):
    """The same session, opened by somebody else."""
    with Session(session.path, read_only=False, timeout=1) as opened:
        yield opened
