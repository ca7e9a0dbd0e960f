"""A session of 100,000 positions on 20,000 choices, far larger than any negotiation, beside raw sqlite3.

Run with `make bench`, or `.venv/bin/pytest tests/benchmarks/test_store.py`. What raw sqlite3 needs for the same is
measured in the same group, on the same file or the same rows. Each bar is asserted, where whole runs are compared on
the best of them: what else the machine does is not what is measured.
"""

import random
import sqlite3
import statistics
import time

import pytest

from negotext.cli.commands.list import ROWS
from negotext.languages import load_registry
from negotext.model import (
    Act,
    Alternative,
    Block,
    BlockKind,
    BracketTree,
    Choice,
    ChoiceKind,
    Decision,
    Draft,
    Position,
    Side,
    Source,
    Span,
    Stance,
    Stand,
)
from negotext.query.places import places, ranked, worded
from negotext.query.progress import progress
from negotext.query.who import who
from negotext.store import create, open_session

CHOICES = 20_000
EACH = 5
SIDES = {
    Stance.INSERT: Side.FOR,
    Stance.SUPPORT: Side.FOR,
    Stance.DELETE: Side.AGAINST,
    Stance.OPPOSE: Side.AGAINST,
    Stance.RESERVE: Side.RESERVES,
}
WORDS = (
    "在适当情况下并根据本国法律",
    "take into account the needs of small ports",
    "以可持续的方式加强能力建设",
    "each Party shall, where the local grid allows, offer shore power",
    "俄罗斯联邦和美国提出的替代措辞",
    "regularly and on mutually agreed terms",
    "与成员国和相关利益攸关方协商",
)


@pytest.fixture(scope="module")
def made() -> tuple[Draft, list[Choice]]:
    """A draft of many small paragraphs, with its choices; the same each time."""
    dice = random.Random(5)
    codes = [first + second for first in "ABCDEFGHIJKLMN" for second in "ABCDEFGHIJKLMN"]
    lines, positions, choices = [], [], []
    at = 0
    for number in range(CHOICES):
        paragraph = str(number // 4 + 1)
        address = f"{paragraph}:{number % 4 + 1}"
        start = at
        words = dice.choices(WORDS, k=2)
        stands = []
        for stance in dice.choices(list(SIDES), k=EACH):
            said = f"{dice.choice(WORDS)}——{stance.value} {number}；\n"
            code = dice.choice(codes)
            span = Span(at, at + len(said) - 1)
            about = words[0] if SIDES[stance] is Side.AGAINST else None
            offered = None if about else words[1]
            stands.append(Stand(code, None, SIDES[stance], dice.randrange(3), len(positions), stance.value))
            positions.append(Position(code, None, stance, offered, about, span, paragraph))
            lines.append(said)
            at += len(said)
        alternatives = (Alternative(0, ""), *(Alternative(n, text) for n, text in enumerate(words, 1)))
        choices.append(Choice(address, ChoiceKind.RIVALS, paragraph, Span(start, at), alternatives, 1, tuple(stands)))
    source = Source("".join(lines), "large.txt")
    block = Block(BlockKind.PARAGRAPH, Span(0, at), 0)
    tree = BracketTree(source.text, (), ())
    return Draft(source, "zh", (block,), tree, tuple(positions), ()), choices


@pytest.fixture(scope="module")
def session(made, tmp_path_factory):
    draft, choices = made
    with create(tmp_path_factory.mktemp("large") / "s.db", draft, choices, name="large", by="bench") as opened:
        yield opened


def percentile(figures: list[float], share: float) -> float:
    return sorted(figures)[int(len(figures) * share)]


def each(benchmark, act, arguments) -> list[float]:
    """Seconds of each call, which pytest-benchmark reports too."""
    figures = []
    given = iter(arguments)

    def one():
        argument = next(given)
        start = time.perf_counter()
        act(argument)
        figures.append(time.perf_counter() - start)

    benchmark.pedantic(one, rounds=len(arguments), iterations=1)
    benchmark.extra_info["p50 ms"] = round(1000 * statistics.median(figures), 3)
    benchmark.extra_info["p95 ms"] = round(1000 * percentile(figures, 0.95), 3)
    print(f"\n  p50 {1000 * statistics.median(figures):.3f} ms, p95 {1000 * percentile(figures, 0.95):.3f} ms")
    return figures


def some(choices: list[Choice], count: int) -> list[str]:
    return [choice.address for choice in random.Random(7).choices(choices, k=count)]


@pytest.mark.benchmark(group="bring in 100,000 positions with search")
def test_bring_in(benchmark, made, tmp_path_factory):
    draft, choices = made
    places = iter(tmp_path_factory.mktemp("new") / f"{n}.db" for n in range(3))
    benchmark.pedantic(
        lambda: create(next(places), draft, choices, name="large", by="bench").close(), rounds=3, iterations=1
    )
    rate = len(draft.positions) / benchmark.stats["min"]
    print(f"\n  {rate:,.0f} positions/s, with their choices, alternatives and stands, indexed for search")
    assert rate >= 10_000


@pytest.mark.benchmark(group="bring in 100,000 positions with search")
def test_bring_in_raw(benchmark, made, tmp_path_factory):
    """The positions alone into one table with one index for search, by hand."""
    draft, _ = made
    places = iter(tmp_path_factory.mktemp("raw") / f"{n}.db" for n in range(3))
    rows = [
        (p.delegation, p.stance.value, p.text, p.target, p.evidence.of(draft.source.text), p.paragraph)
        for p in draft.positions
    ]

    def insert():
        db = sqlite3.connect(next(places))
        db.executescript(
            "PRAGMA journal_mode = WAL; CREATE TABLE p (delegation, stance, text, target, evidence, paragraph);"
            "CREATE INDEX i ON p (delegation, stance);"
            "CREATE VIRTUAL TABLE f USING fts5(text, target, evidence, tokenize = 'trigram', content = p);"
        )
        with db:
            db.executemany("INSERT INTO p VALUES (?, ?, ?, ?, ?, ?)", rows)
            db.execute("INSERT INTO f (rowid, text, target, evidence) SELECT rowid, text, target, evidence FROM p")
        db.close()

    benchmark.pedantic(insert, rounds=3, iterations=1)
    print(f"\n  {len(rows) / benchmark.stats['min']:,.0f} positions/s")


@pytest.mark.benchmark(group="who stands where on a choice")
def test_who(benchmark, made, session):
    figures = each(benchmark, session.stands, some(made[1], 2000))
    assert percentile(figures, 0.95) <= 0.001


@pytest.mark.benchmark(group="who stands where on a choice")
def test_who_with_the_choice(benchmark, made, session):
    figures = each(benchmark, session.choice, some(made[1], 2000))
    assert percentile(figures, 0.95) <= 0.001


@pytest.mark.benchmark(group="who stands where on a choice")
def test_who_with_groups_silence_and_links(benchmark, made, session):
    """All that `negotext who` prints."""
    registry = load_registry("en")
    figures = each(benchmark, lambda address: who(session, address, registry), some(made[1], 2000))
    assert percentile(figures, 0.95) <= 0.001


@pytest.mark.benchmark(group="who stands where on a choice")
def test_who_raw(benchmark, made, session):
    db = sqlite3.connect(session.path)
    each(
        benchmark,
        lambda address: db.execute(
            "SELECT h.*, p.evidence FROM choice c JOIN stand h ON h.choice = c.id "
            "JOIN position p ON p.id = h.position WHERE c.round = 1 AND c.address = ?",
            (address,),
        ).fetchall(),
        some(made[1], 2000),
    )
    db.close()


@pytest.mark.benchmark(group="list the open choices")
def test_list_open(benchmark, session):
    assert len(benchmark(session.listed)) == CHOICES
    assert benchmark.stats["min"] <= 0.1


@pytest.mark.benchmark(group="list the open choices")
def test_list_open_as_the_command_does(benchmark, session):
    """Ranked with who holds each place up, what goes with others and what is alike, with the words of those shown."""

    def listed():
        rows = session.listed(None)
        decisions = {each.address: each for each in session.decisions()}
        found = places(rows, decisions)
        assert progress(rows, decisions).open == CHOICES
        return worded(session, ranked(place for place in found if place.open)[:ROWS])

    assert len(benchmark(listed)) == ROWS
    assert benchmark.stats["min"] <= 0.1


@pytest.mark.benchmark(group="list the open choices")
def test_list_open_with_words(benchmark, session):
    """Whole choices, as a report needs them; no bar."""
    benchmark.pedantic(lambda: session.choices(open_only=True), rounds=3, iterations=1)


@pytest.mark.benchmark(group="list the open choices")
def test_list_open_raw(benchmark, session):
    db = sqlite3.connect(session.path)
    benchmark(
        lambda: db.execute(
            "SELECT c.*, s.*, (SELECT group_concat(delegation) FROM stand h WHERE h.choice = c.id) "
            "FROM choice c JOIN standing s ON s.choice = c.id WHERE s.state = 'open' ORDER BY c.id"
        ).fetchall()
    )
    db.close()


@pytest.mark.benchmark(group="accept, with commit")
def test_accept(benchmark, made, tmp_path_factory):
    draft, choices = made
    path = tmp_path_factory.mktemp("accept") / "s.db"
    with create(path, draft, choices, name="large", by="bench") as session:
        addresses = [choice.address for choice in random.Random(9).sample(choices, 500)]
        figures = each(
            benchmark, lambda address: session.decide(Decision(address, Act.ACCEPT, 1), by="Chair"), addresses
        )
    assert statistics.median(figures) <= 0.005


@pytest.mark.benchmark(group="accept, with commit")
def test_accept_raw(benchmark, made, tmp_path):
    """One row into a log and one into a table, by hand."""
    db = sqlite3.connect(tmp_path / "raw.db")
    db.executescript(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
        "CREATE TABLE log (id INTEGER PRIMARY KEY, at, who, address, payload);"
        "CREATE TABLE standing (address PRIMARY KEY, state);"
    )

    def accept(address):
        with db:
            db.execute("INSERT INTO log (at, who, address, payload) VALUES ('', 'Chair', ?, '{}')", (address,))
            db.execute("INSERT OR REPLACE INTO standing VALUES (?, 'agreed')", (address,))

    each(benchmark, accept, some(made[1], 500))
    db.close()


@pytest.mark.benchmark(group="search")
@pytest.mark.parametrize("words", ["俄罗斯", "美国", "shore power", "delete 1234", "美国 俄罗斯 oppose"])
def test_search(benchmark, session, words):
    assert benchmark(lambda: session.search(words))


@pytest.mark.benchmark(group="open a session")
def test_open(benchmark, session):
    def opened():
        with open_session(session.path, read_only=True) as other:
            return other.choice("17:1")

    benchmark(opened)
