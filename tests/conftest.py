"""What every test shares: the real drafts, seeded hypothesis, and no silent skips in CI."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parent.parent
BENCHMARKS = ROOT / "tests" / "benchmarks"
IN_CI = os.environ.get("CI") == "true"

# "ci" is the default everywhere: the same examples on each run and machine. "explore" looks for new ones.
settings.register_profile("ci", derandomize=True, deadline=None, max_examples=200)
settings.register_profile("explore", derandomize=False, deadline=None, max_examples=5000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the real drafts: NEGOTEXT_SHARED, or ../shared beside the checkout."""
    folder = Path(os.environ.get("NEGOTEXT_SHARED") or ROOT.parent / "shared")
    if not (folder / "corpus").is_dir():
        pytest.skip(f"no corpus/ in {folder}: put the shared folder there, or name it in NEGOTEXT_SHARED")
    return folder


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Benchmarks run only where they are asked for by name (`make bench`)."""
    asked = any("benchmarks" in argument for argument in config.invocation_params.args)
    return True if collection_path == BENCHMARKS and not asked else None


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Bytes are named by their argument and a number: a Word file made for a test has the time of day in it, and
    processes that share the tests (pytest-xdist) have to call each test the same."""
    return argname if isinstance(val, bytes) else None


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Iterator[None]:
    """A test skipped in CI is a test that failed."""
    report = yield
    return _no_skip(report)


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Iterator[None]:
    """The same for a whole file skipped while it is collected."""
    report = yield
    return _no_skip(report)


def _no_skip(report):
    expected_failure = hasattr(report, "wasxfail")
    if IN_CI and report.skipped and not expected_failure:
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"{report.nodeid} was skipped, and in CI (CI=true) every test has to run.\n{reason}"
    return report
