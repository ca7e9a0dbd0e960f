"""One negotiation from first draft to agreed text: the commands of README.md, run as they stand there."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import environment

SECTION = re.compile(r"<!-- negotiation -->(.*?)<!-- /negotiation -->", re.DOTALL)
BLOCK = re.compile(r"^```sh\n(.*?)^```$", re.DOTALL | re.MULTILINE)
EXPECTED = re.compile(r"\s+# exit (\d)\b.*$", re.MULTILINE)


def scripts(text: str) -> list[str]:
    """The blocks of commands of the section about the negotiation."""
    section = SECTION.search(text)
    assert section, "README.md has no section between <!-- negotiation --> and <!-- /negotiation -->"
    return BLOCK.findall(section[1])


def checked(block: str) -> str:
    """A block in which each command has to end as the README says: with 0, or as its comment tells."""
    lines = []
    for line in block.splitlines():
        expected = EXPECTED.search(line)
        if expected:
            command = line[: expected.start()]
            lines.append(f'status=0; {command} || status=$?; [ "$status" = {expected[1]} ]')
        else:
            lines.append(line)
    return "\n".join(lines)


@pytest.fixture
def negotiated(root, tmp_path) -> Path:
    """A folder in which the whole section has been run, by a shell, with `negotext` as it is installed."""
    run_section((root / "README.md").read_text(encoding="utf-8"), root, tmp_path)
    return tmp_path


def run_section(text: str, root: Path, folder: Path) -> None:
    """Run the section of a README in `folder`."""
    shutil.copytree(root / "examples", folder / "examples")
    (folder / "bin").mkdir()
    program = folder / "bin" / "negotext"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m negotext "$@"\n')
    program.chmod(0o755)
    script = "set -e -u\n" + "\n".join(map(checked, scripts(text)))
    path = f"{program.parent}:{environment()['PATH']}"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", script],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env=environment(PATH=path, COLUMNS="100"),
    )
    assert done.returncode == 0, f"{done.stdout[-2000:]}\n{done.stderr[-2000:]}"


def test_from_first_draft_to_agreed_text(negotiated, run, monkeypatch):
    monkeypatch.chdir(negotiated)
    assert run("list", "harbour", "--open").stdout == ""
    agreed = " ".join((negotiated / "agreed.txt").read_text().split())
    assert "The Council will decide on the scale" in agreed
    assert "By 2032, each port that receives more than" in agreed
    assert "The Council establishes a voluntary Clean Berths Facility" in agreed
    # What is agreed is clean: no delegation speaks in it, and nothing is left to choose.
    assert not re.search(r"\b(Norway|Japan|China|Algeria|Brazil): |– (?:US|EU|Chile|Kenya)\b", agreed)
    audit = run("audit", "harbour", "--format", "table")
    assert audit.exit_code == 0
    assert "none is lost" in audit.stdout
    assert run("list", "harbour-agreed").stdout == run("list", "harbour").stdout
