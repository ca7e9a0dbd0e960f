"""The rules of the house, as CONTRIBUTING.md states them."""

import os
import re
import statistics
import tomllib
from pathlib import Path

import pytest

MAX_LINES = 400
MEDIAN_LINES = 130
DRAWERS = {"utils.py", "helpers.py", "misc.py", "common.py"}
NOT_OURS = re.compile(r"\.(?!ci$).*|__pycache__|build|dist|venv|.*\.egg-info")
# A folder of somebody's machine. What stands in a web address or in ../relative/paths is no such folder.
MACHINE_PATH = re.compile(r"(?<![\w.~-])/(?:work|root|(?:home|Users)/\w+)/")


@pytest.fixture(scope="module")
def files(root) -> list[Path]:
    """Every file of the project, without environments, caches and what is built; needs no git."""
    found = []
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if not NOT_OURS.fullmatch(name))
        found += [Path(folder, name) for name in sorted(names)]
    return found


@pytest.fixture(scope="module")
def python_files(files) -> list[Path]:
    return [path for path in files if path.suffix == ".py"]


def lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def text_of(path: Path) -> str:
    """The text of a file; nothing for a file that is not UTF-8 text, as a session is not."""
    content = path.read_bytes()
    try:
        return "" if b"\0" in content else content.decode()
    except UnicodeDecodeError:
        return ""


def test_no_python_file_is_long(python_files):
    long = {str(path): count for path in python_files if (count := lines(path)) > MAX_LINES}
    assert not long


def test_files_of_the_package_stay_small(python_files, root):
    package = [p for p in python_files if root / "negotext" in p.parents and p.name != "__init__.py"]
    assert statistics.median(map(lines, package)) <= MEDIAN_LINES


def test_no_file_is_a_drawer(python_files):
    assert not [path for path in python_files if path.name in DRAWERS]


def test_no_path_of_one_machine(files):
    found = [
        f"{path}:{number}: {line.strip()}"
        for path in files
        for number, line in enumerate(text_of(path).splitlines(), start=1)
        if MACHINE_PATH.search(line)
    ]
    assert not found


def test_every_lexicon_is_toml(root):
    lexicons = sorted((root / "grammars").glob("*.toml"))
    assert lexicons
    for lexicon in lexicons:
        tomllib.loads(lexicon.read_text(encoding="utf-8"))


def test_readme_names_every_runtime_dependency(root):
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    readme = (root / "README.md").read_text(encoding="utf-8")
    names = [re.match(r"[\w-]+", requirement)[0] for requirement in project["dependencies"]]
    missing = [name for name in names if not re.search(rf"\b{re.escape(name)}\b", readme, re.IGNORECASE)]
    assert not missing
