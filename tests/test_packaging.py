"""Wheel, sdist and editable install hold the same negotext, and the wheel works away from the checkout."""

import importlib.resources
import json
import os
import shutil
import subprocess
import sys
import tarfile
import tomllib
import venv
import zipfile
from pathlib import Path
from typing import NamedTuple

import pytest

DRAFT = "5. The Committee shall [regularly – Chile] review [and approve] the programme.\n"
NOT_SOURCE = shutil.ignore_patterns(".*", "__pycache__", "build", "dist", "venv", "*.egg-info")


class Built(NamedTuple):
    sdist: Path
    wheel: Path


@pytest.fixture(scope="module")
def configuration(root) -> dict:
    return tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def built(root, tmp_path_factory) -> Built:
    """Both distributions, built from a copy so that nothing is left in the checkout."""
    source = tmp_path_factory.mktemp("source") / "negotext"
    shutil.copytree(root, source, ignore=NOT_SOURCE)
    run([sys.executable, "-m", "build", "--no-isolation", "--sdist", "--wheel", source], cwd=source.parent)
    (sdist,), (wheel,) = (source / "dist").glob("*.tar.gz"), (source / "dist").glob("*.whl")
    return Built(sdist, wheel)


def run(command: list, cwd: Path, text: str = "") -> str:
    """What a command prints; its error output is in the failure, should there be one."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    environment = clean | {"PYTHONUTF8": "1"}
    done = subprocess.run(
        command, cwd=cwd, env=environment, input=text, capture_output=True, check=False, encoding="utf-8"
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def shipped(root: Path) -> set[str]:
    """The files that an installed negotext consists of, by their installed names."""
    package = (path.relative_to(root) for path in (root / "negotext").rglob("*"))
    package_files = {path.as_posix() for path in package if path.suffix in {".py", ".tcss", ".html"}}
    grammars = {
        f"negotext/grammars/{path.name}"
        for path in (root / "grammars").iterdir()
        if path.suffix in {".py", ".lark", ".toml"}
    }
    return package_files | grammars | {"negotext/py.typed"}


def contents(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return {name for name in archive.namelist() if ".dist-info/" not in name}


def test_packages_are_listed_in_full(root, configuration):
    folders = {
        path.parent.relative_to(root).as_posix().replace("/", ".") for path in (root / "negotext").rglob("__init__.py")
    }
    assert sorted(folders | {"negotext.grammars"}) == configuration["tool"]["setuptools"]["packages"]


def test_editable_install_reads_the_grammars_of_the_checkout(root):
    installed = Path(str(importlib.resources.files("negotext.grammars")))
    assert installed.resolve() == root / "grammars", "run `make setup` (pip install --editable .)"


@pytest.mark.packaging
def test_wheel_holds_the_package_and_nothing_else(root, built):
    assert contents(built.wheel) == shipped(root)


@pytest.mark.packaging
def test_sdist_holds_what_the_wheel_is_built_from(root, built):
    with tarfile.open(built.sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    sources = {name.replace("negotext/grammars/", "grammars/") for name in shipped(root)}
    assert sources | {"pyproject.toml", "README.md", "LICENSE"} <= names
    assert not [name for name in names if name.startswith(("sessions/", "examples/"))]


@pytest.mark.packaging
def test_sdist_builds_the_same_wheel(built, tmp_path):
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    run([*pip, "--wheel-dir", tmp_path, built.sdist], cwd=tmp_path)
    (wheel,) = tmp_path.glob("*.whl")
    assert wheel.name == built.wheel.name
    assert contents(wheel) == contents(built.wheel)


@pytest.mark.packaging
def test_installed_wheel_reads_a_draft(built, configuration, tmp_path):
    environment = tmp_path / "environment"
    venv.create(environment, with_pip=True)
    bin_folder = environment / ("Scripts" if os.name == "nt" else "bin")
    pip = [bin_folder / "python", "-m", "pip", "--quiet", "--disable-pip-version-check"]
    run([*pip, "install", built.wheel], cwd=tmp_path)
    negotext = bin_folder / "negotext"

    assert configuration["project"]["version"] in run([negotext, "--version"], cwd=tmp_path)
    command = [negotext, "positions", "-", "--language", "en", "--format", "jsonl"]
    (position,) = map(json.loads, run(command, cwd=tmp_path, text=DRAFT).splitlines())
    assert position["delegation"] == "CL"
    assert position["stance"] == "insert"
    assert position["text"] == "regularly"
    assert position["paragraph"] == "5"
