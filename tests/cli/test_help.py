"""Help that teaches and stays true, and a start that stays light."""

import re
import subprocess
import sys
import tomllib
from contextlib import suppress
from importlib import import_module

import click
import pytest

from negotext.cli.program import COMMANDS, program

HEAVY = {"babel", "lark", "rich", "negotext.reading", "negotext.languages", "importlib.metadata"}
NAMES = [command.name for command in COMMANDS]


def command(name: str) -> click.Command:
    return import_module(f"negotext.cli.commands.{name}").command


@pytest.mark.parametrize("lazy", COMMANDS, ids=NAMES)
def test_the_list_of_commands_says_what_the_commands_say(lazy):
    assert lazy.help == command(lazy.name).help.partition("\n")[0]
    assert command(lazy.name).name == lazy.name


def test_every_module_of_commands_is_listed(root):
    modules = {path.stem for path in (root / "negotext" / "cli" / "commands").glob("*.py")} - {"__init__"}
    assert modules == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_help_has_examples_that_parse(run, name):
    text = run(name, "--help").stdout
    examples = re.findall(rf"\bnegotext {name} (.*)", text)
    assert examples or name == "demo"
    for example in examples:
        typed = re.split(r" [|<>]|\)\"", example)[0].strip()
        arguments = [argument.strip('"') for argument in re.findall(r'"[^"]*"|\S+', typed)]
        # Only the parsing: the draft of the example is not there.
        with suppress(click.exceptions.Exit):  # `--keys` prints and ends
            command(name).make_context(name, arguments)


def test_help_of_the_chair_names_the_keys_of_every_screen(run):
    from negotext.chair.actions import ACTIONS, EVERY

    text = run("chair", "--help").stdout
    told = text[text.index("Keys to begin with") : text.index("Keys, colours")]
    for action in ACTIONS:
        if action.where == EVERY or action.id in ("merge", "floor", "park", "reopen", "undo", "go", "filter"):
            assert re.search(rf"(?<!\S){re.escape(action.key)}(?!\S)", told), action.id


@pytest.mark.parametrize("name", ["chair", "view"])
def test_help_of_web_says_who_can_reach_it(run, name):
    text = " ".join(run(name, "--help").stdout.split())
    assert "There is no password: other users of this machine can reach the port" in text


@pytest.mark.parametrize("name", NAMES)
def test_every_option_has_help(name):
    for parameter in command(name).params:
        assert isinstance(parameter, click.Argument) or parameter.help


def test_help_lists_all_commands(run):
    text = run("--help").stdout
    assert [name for name in NAMES if re.search(rf"^  {name}\s+\S", text, re.MULTILINE)] == NAMES


def test_no_command_at_all_is_help(run):
    result = run()
    assert result.exit_code == 0
    assert result.stdout == run("--help").stdout


def test_version_is_that_of_the_project(run, root):
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert run("--version").stdout == f"negotext {project['version']}\n"


def test_version_of_the_package(root):
    import negotext

    assert negotext.__version__ in run_python("import negotext; print(negotext.__version__)")
    with pytest.raises(AttributeError):
        _ = negotext.no_such_name


def run_python(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_start_imports_nothing_heavy(option):
    code = f"import sys; from negotext.cli import main; main([{option!r}]); print(*sys.modules)"
    imported = set(run_python(code).splitlines()[-1].split())
    allowed = {"importlib.metadata"} if option == "--version" else set()
    assert imported & HEAVY <= allowed


def test_commands_that_write_data_do_not_import_rich_console():
    code = (
        "import sys; from negotext.cli import main; from negotext.cli.program import program;"
        " [program.get_command(None, name) for name in ('check', 'show', 'positions', 'stats')];"
        " print(*sys.modules)"
    )
    assert "rich.console" not in run_python(code).split()
    assert program.get_command(None, "nothing") is None
