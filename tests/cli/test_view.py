"""`negotext view`, and `--web`, before their screens are there: what they say where they cannot."""

import pytest
from click.shell_completion import ShellComplete
from click.testing import CliRunner

from negotext.cli.program import program


def run(*arguments: str):
    return CliRunner().invoke(program, list(arguments))


@pytest.fixture
def session(root, tmp_path, monkeypatch):
    """A session in the current folder."""
    monkeypatch.chdir(tmp_path)
    draft = root / "examples" / "harbour-air.en.txt"
    assert run("new", "harbour", "--draft", str(draft), "--by", "Secretariat").exit_code == 0
    return "harbour"


def test_without_a_terminal_it_says_so(session):
    done = run("view", session, "--follow")
    assert done.exit_code == 2
    assert "the screen for the room needs a terminal" in done.stderr
    assert "negotext show" in done.stderr


@pytest.mark.parametrize(
    ("command", "power"), [("view", "reads the session"), ("chair", "decides in the chair's name")]
)
def test_another_host_has_to_be_meant(session, command, power):
    done = run(command, session, "--web", "--host", "0.0.0.0")
    assert done.exit_code == 2
    assert f"anyone who reaches the port {power}, without a password" in done.stderr
    assert "add --open-to-network" in done.stderr


def test_a_chair_that_only_looks_decides_nothing(session):
    done = run("chair", session, "--read-only", "--web", "--host", "::")
    assert "anyone who reaches the port reads the session" in done.stderr


@pytest.mark.parametrize("options", [["--host", "0.0.0.0"], ["--port", "8000"], ["--open-to-network"]])
def test_what_goes_with_web_needs_it(session, options):
    done = run("chair", session, *options)
    assert done.exit_code == 2
    assert "go with --web" in done.stderr


@pytest.mark.parametrize("command", ["view", "chair"])
def test_a_session_that_is_not_there_is_told_before_anything_is_served(session, command):
    done = run(command, "harbor", "--web")
    assert done.exit_code == 2
    assert "harbor" in done.stderr
    assert "is at http" not in done.stdout


def test_no_session_but_something_else(session, tmp_path):
    (tmp_path / "notes.db").write_bytes(b"nothing of the kind")
    done = run("view", "notes", "--web")
    assert done.exit_code == 2
    assert "notes.db" in done.stderr


def test_a_port_is_a_number(session):
    assert run("view", session, "--web", "--port", "99999").exit_code == 2


def test_a_draft_gets_its_session_before_it_is_served(root, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "-odd name.txt").write_bytes((root / "examples" / "harbour-air.en.txt").read_bytes())
    served = []
    monkeypatch.setattr(
        "negotext.cli.commands.chair.serve", lambda _, arguments, title, power: served.append(arguments)
    )
    done = run("chair", "--web", "--by", "Chair", "--theme", "light", "--", "-odd name.txt")
    assert done.exit_code == 0, done.stderr
    assert served == [["chair", "--by=Chair", "--theme=light", "--", "-odd name.db"]]
    assert (tmp_path / "-odd name.db").exists()


@pytest.mark.parametrize(
    ("typed", "begun", "offered"),
    [
        (["view"], "har", ["harbour"]),
        (["view", "harbour"], "--fo", ["--follow"]),
        (["view", "harbour", "--theme"], "h", ["high-contrast"]),
        (["chair", "harbour"], "--op", ["--open-to-network"]),
    ],
)
def test_completion(session, typed, begun, offered):
    completed = ShellComplete(program, {}, "negotext", "_NEGOTEXT_COMPLETE").get_completions(typed, begun)
    assert [item.value for item in completed] == offered
