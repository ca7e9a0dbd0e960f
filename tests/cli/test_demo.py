"""`negotext demo`."""

import re
import shlex

import negotext


def test_each_step_is_a_command_that_works(run, root, monkeypatch):
    shown = run("demo")
    assert shown.exit_code == 0, shown.stderr
    commands = re.findall(r"^\$ negotext (.*)$", shown.stdout, re.MULTILINE)
    assert [command.split()[0] for command in commands] == [
        "show",
        "check",
        "stats",
        "positions",
        "positions",
    ]
    monkeypatch.chdir(root)
    for command in commands:
        assert run(*shlex.split(command)).exit_code in (0, 1), command


def test_it_ends_with_who_wants_what(run):
    shown = run("demo").stdout
    assert "Who stands in whose way" in shown
    assert re.search(r"^\d+ of \d+ positions, held by \d+$", shown, re.MULTILINE)


def test_it_fits_the_terminal_of_most_people(run):
    shown = run("demo", COLUMNS="80")
    assert shown.exit_code == 0


def test_without_the_examples_it_says_where_they_are(run, tmp_path, monkeypatch):
    monkeypatch.setattr(negotext, "__file__", str(tmp_path / "negotext" / "__init__.py"))
    result = run("demo")
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"looked in {tmp_path / 'examples'}" in result.stderr
