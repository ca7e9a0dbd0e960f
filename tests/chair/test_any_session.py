"""Whatever is pressed and typed, on whatever screen: the audit passes, and the log holds together.

Hypothesis draws the keys; a sequence that fails is made short. The same sequences are drawn each time.
"""

import asyncio
import os
import tempfile
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st
from textual.pilot import Pilot
from textual.widgets import Input

from negotext.chair.actions import ACTIONS, ROOM
from negotext.chair.app import make_app
from negotext.cli.program import program
from negotext.outcome import choices_of
from negotext.reading import read_text
from negotext.store import create

DRAFT = """1. The plan [“gradually” – Peru; Chile opposes] grows [shall][should].

2. The council [decides][, in [May]/[June],] to meet [Kenya: delete “to meet”].

3. [Option 1: No text.]

Norway: new wording for paragraph 2: The council meets.
"""
# Quitting ends the sequence early; a comparison starts a process of its own, and a document writes into a folder.
LEFT_OUT = {"quit", "compare", "export"}
KEYS = sorted({key for each in ACTIONS if each.where != ROOM and each.id not in LEFT_OUT for key in each.keys})
TYPED = ["PE: delete", "KE, CL: support 1", "NO: “in June”", "[", "2:1", "open PE", "删除", "nonsense: ;;", "\u0301"]
SAY = "type:"
"""In front of words that are typed where there is a line, and ended with Enter."""

words = st.sampled_from(TYPED).map(lambda typed: f"{SAY}{typed}")
steps = st.one_of(
    st.sampled_from(KEYS).map(lambda key: (key,)),
    words.map(lambda typed: (typed,)),
    # What changes the session is drawn more often than what looks around.
    st.sampled_from("0123pr").map(lambda key: (key, "enter")),
    st.sampled_from("012").map(lambda key: ("j", key, "enter")),
    st.sampled_from("ujJUk").map(lambda key: (key,)),
    words.map(lambda typed: ("colon", typed, "escape")),
    st.sampled_from([("e", "x", "ctrl+s", "enter"), ("e", "x", "escape"), ("escape",)]),
)


@pytest.fixture(scope="module")
def empty(tmp_path_factory) -> Path:
    """A session in which nothing has been done."""
    draft = read_text(DRAFT, language="en")
    path = tmp_path_factory.mktemp("any") / "any.db"
    create(path, draft, choices_of(draft), name="any", by="Secretariat").close()
    return path


async def press(pilot: Pilot, key: str) -> None:
    """Press a key, or type words where there is a line and end it."""
    if not key.startswith(SAY):
        await pilot.press(key)
    elif isinstance(pilot.app.focused, Input):
        pilot.app.focused.value = key.removeprefix(SAY)
        await pilot.press("enter")


async def work(path: Path, sequence: list[tuple[str, ...]]) -> int:
    """Do all of it; gives how many entries the log has then."""
    app = make_app(path, by="Chair")
    with app.desk:
        async with app.run_test(size=(80, 24)) as pilot:
            for step in sequence:
                for key in step:
                    await press(pilot, key)
                    assert app.is_running, (step, key)
            await app.workers.wait_for_complete()
        assert app.failure is None
        assert app.desk.session.verify() == []
        return len(app.desk.session.log())


@settings(max_examples=10, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(sequence=st.lists(steps, min_size=6, max_size=14))
def test_the_audit_passes_whatever_is_pressed(empty, sequence):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "any.db")
        path.write_bytes(empty.read_bytes())
        event(f"{min(5, asyncio.run(work(path, sequence)) - 1)} entries")
        audited = CliRunner().invoke(program, ["audit", os.fspath(path), "--brief"])
        assert audited.exit_code == 0, audited.output
