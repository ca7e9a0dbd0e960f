"""The examples are what they are said to be: each draft reads, each script runs, each picture is the real output."""

import re
import runpy
import subprocess
import sys

import docx
import pytest
from conftest import ROOT

from negotext.model import Stance
from negotext.reading import read_bytes

EXAMPLES = ROOT / "examples"
DRAFTS = sorted(EXAMPLES.glob("*.txt"))
# The council's parties are in a file of their own: tests/cli/test_own_delegations.py.
ATTRIBUTED = [draft for draft in DRAFTS if not draft.name.startswith(("ocean-finance", "council"))]


@pytest.mark.parametrize("path", DRAFTS, ids=lambda path: path.name)
def test_a_draft_is_read_with_its_faults(path):
    draft = read_bytes(path.read_bytes(), path.name)
    assert draft.language == path.name.split(".")[-2]
    assert len(draft.tree.brackets) > 50
    codes = {fault.code for fault in draft.diagnostics}
    assert codes <= {"unclosed-bracket", "unopened-bracket", "unknown-delegation", "unattributed"}


@pytest.mark.parametrize("path", DRAFTS, ids=lambda path: path.name)
def test_words_begin_and_end_with_words(path):
    """The white space that French has inside its quotation marks is none of the words offered."""
    draft = read_bytes(path.read_bytes(), path.name)
    for position in draft.positions:
        if (span := position.offered) is not None:
            assert span.of(draft.source.text) == span.of(draft.source.text).strip()


@pytest.mark.parametrize("path", ATTRIBUTED, ids=lambda path: path.name)
def test_an_attributed_draft_is_rich(path):
    draft = read_bytes(path.read_bytes(), path.name)
    stances = {position.stance for position in draft.positions}
    assert {Stance.INSERT, Stance.REPLACE, Stance.DELETE, Stance.RETAIN, Stance.SUPPORT, Stance.OPPOSE} <= stances
    assert any(position.on_behalf_of for position in draft.positions)
    assert any(position.delegation == "CHAIR" for position in draft.positions)
    assert len({position.delegation for position in draft.positions}) >= 12


def test_who_blocks_runs():
    done = subprocess.run([sys.executable, EXAMPLES / "who_blocks.py"], capture_output=True, text=True, check=True)
    assert re.search(r"^6:1\.1\s.*pending CL, NZ$", done.stdout, re.MULTILINE), done.stdout


def test_pictures_are_the_real_output():
    picture = runpy.run_path(str(EXAMPLES / "picture.py"))
    for name, arguments in picture["PICTURES"].items():
        drawn = picture["draw"](arguments)
        assert drawn == (EXAMPLES / name).read_text(encoding="utf-8"), f"run: python examples/picture.py ({name})"


def test_the_picture_of_the_chairs_screen_is_the_real_screen():
    picture = runpy.run_path(str(EXAMPLES / "picture.py"))
    drawn = (EXAMPLES / picture["SCREEN"]).read_text(encoding="utf-8")
    assert picture["draw_screen"]() == drawn, "run: python examples/picture.py"
    assert "Overrides" in drawn


def test_the_page_of_the_readme_can_be_drawn_again(tmp_path):
    picture = runpy.run_path(str(EXAMPLES / "picture.py"))
    content = (EXAMPLES / picture["PAGE"]).read_bytes()
    assert content.startswith(b"\x89PNG")
    assert len(content) < 300_000
    picture["write_document"](tmp_path / "page.docx")
    text = "\n".join(paragraph.text for paragraph in docx.Document(str(tmp_path / "page.docx")).paragraphs)
    assert "[“use sustainable biofuels where they are produced in the region” – Brazil;" in text


def test_the_python_of_the_readme_runs(capsys):
    (code,) = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    exec(compile(code, "README.md", "exec"), {})
    assert capsys.readouterr().out.splitlines() == [
        "5 PE insert gradually",
        "5 CL oppose gradually",
        "5:1 ['', 'gradually']",
    ]
