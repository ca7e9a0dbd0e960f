"""`negotext chair` before its screen is there: what it opens, and what it says where it cannot."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from negotext.cli.program import program


@pytest.fixture
def draft(root, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "harbour.txt"
    path.write_bytes((root / "examples" / "harbour-air.en.txt").read_bytes())
    return path


def test_without_a_terminal_it_says_so_and_makes_nothing(draft, tmp_path):
    done = CliRunner().invoke(program, ["chair", "harbour.txt"])
    assert done.exit_code == 2
    assert "needs a terminal" in done.stderr
    assert "negotext list" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["harbour.txt"]


def test_the_keys_are_printed_without_a_session_and_without_a_terminal(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    done = CliRunner().invoke(program, ["chair", "--keys"])
    assert done.exit_code == 0, done.output
    assert '# park = "p"' in done.stdout
    assert done.stderr == ""


@pytest.mark.skipif(sys.platform != "linux", reason="the folder for settings is elsewhere")
def test_faults_of_the_settings_are_findings(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    (tmp_path / "negotext").mkdir()
    (tmp_path / "negotext" / "chair.toml").write_text('[keys]\npark = "P"\nparc = "X"\n', encoding="utf-8")
    done = CliRunner().invoke(program, ["chair", "--keys"])
    assert done.exit_code == 1
    assert "chair.toml line 3, parc: there is no action 'parc'; did you mean park" in done.stderr
    assert '\npark = "P"' in done.stdout


LOOKS = """
import os, sys
from click.testing import CliRunner
from negotext.cli.program import program
folder = sys.argv[1]
with open(os.path.join(folder, "plan.txt"), "w") as draft:
    draft.write("5. [shall]")
made = CliRunner().invoke(program, ["new", folder + "/talks", "--draft", folder + "/plan.txt", "-l", "en"])
assert made.exit_code == 0, made.output
os.chmod(folder + "/talks", 0o444)
os.chmod(folder, 0o555)
CliRunner().invoke(program, ["chair", folder + "/none", "--web"])  # so that all is imported before rights are given up
if os.geteuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
print(CliRunner().invoke(program, ["chair", folder + "/talks", "--web"]).stderr)
"""


@pytest.mark.skipif(os.name == "nt", reason="rights work otherwise")
def test_who_may_not_write_a_session_is_told_how_to_look_at_it():
    folder = Path(tempfile.mkdtemp())
    try:
        done = subprocess.run([sys.executable, "-c", LOOKS, folder], capture_output=True, text=True, check=True)
    finally:
        folder.chmod(0o755)
        shutil.rmtree(folder)
    assert "talks cannot be written: the file is read-only" in done.stdout
    assert "to look only: negotext chair" in done.stdout
    assert "talks --read-only; to decide, copy it to a folder of your own" in done.stdout
