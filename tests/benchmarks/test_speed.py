"""How long a whole reading takes, from bytes to positions. `make bench` runs this; it is no part of `make test`."""

import time

import pytest
from benchmarks.board import GENEVA, MEGABYTE, TOR, TPP, repeated

from negotext.reading import read_bytes

STRAYS = 100_000


@pytest.mark.parametrize(("name", "bar"), [(TOR, 60), (TPP, 300), (GENEVA, 500)])
def test_one_draft(benchmark, board, drafts, name, bar):
    if name not in drafts:
        pytest.skip(f"{name} is not here")
    data = drafts[name]
    benchmark.pedantic(read_bytes, (data, name), rounds=9, warmup_rounds=1)
    figure = benchmark.stats.stats.min * 1000
    board.put(f"{name[:24]} {len(data) // 1000} kB", figure, bar, "ms", data.decode())
    assert figure <= bar


def longest_drafts(drafts) -> list[str]:
    """One draft in Chinese and one in English."""
    chosen = {}
    for name in sorted(drafts, key=lambda name: -len(drafts[name])):
        chosen.setdefault(name.split(".")[-2], name)
    return list(chosen.values())


def test_ten_times_the_text_takes_ten_times_as_long(board, drafts):
    for name in longest_drafts(drafts):
        small, large = (repeated(drafts[name], size) for size in (MEGABYTE, 10 * MEGABYTE))
        one = min(once(small) for _ in range(2))
        ten = once(large)
        ratio = (ten / len(large)) / (one / len(small)) * 10
        board.put(f"1 MB of {name[:24]}", one, 10, "s", small.decode())
        board.put(f"10 MB against 1 MB of {name[:12]}", ratio, 12, "x")
        assert ratio <= 12


def once(data: bytes) -> float:
    """Seconds of one reading."""
    started = time.perf_counter()
    read_bytes(data)
    return time.perf_counter() - started


STRAY = {"opening": "[" * STRAYS, "closing": "]" * STRAYS, "nested": "[" * (STRAYS // 2) + "]" * (STRAYS // 2)}


@pytest.mark.parametrize("what", STRAY)
def test_strays(benchmark, board, what):
    text = STRAY[what]
    benchmark.pedantic(read_bytes, (text.encode(),), rounds=3, warmup_rounds=0)
    figure = benchmark.stats.stats.min
    board.put(f"{STRAYS:,} stray brackets, {what}", figure, 1, "s", text)
    assert figure <= 1, f"{figure:.2f} s"
