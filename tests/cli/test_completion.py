"""`negotext completion`, and what is completed."""

import subprocess

import pytest

from negotext.cli.program import COMMANDS


@pytest.fixture
def complete(process):
    """What bash would offer for a line, typed so far."""

    def complete(line: str) -> list[str]:
        words = line.split(" ")
        done = process(_NEGOTEXT_COMPLETE="bash_complete", COMP_WORDS=line, COMP_CWORD=str(len(words) - 1))
        assert done.stderr == b""
        return [offer.partition(",")[2] for offer in done.stdout.decode().splitlines() if offer]

    return complete


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_of_each_shell(run, shell):
    result = run("completion", shell)
    assert result.exit_code == 0
    assert f"_NEGOTEXT_COMPLETE={shell}_complete" in result.stdout


def test_bash_accepts_its_script(run):
    subprocess.run(["bash", "-n"], input=run("completion", "bash").stdout, check=True, text=True)


def test_commands(complete):
    assert complete("negotext ") == [command.name for command in COMMANDS]
    assert complete("negotext po") == ["positions"]


def test_stances_and_languages(complete):
    assert complete("negotext positions well.en.txt --stance re") == ["replace", "retain", "reserve"]
    assert complete("negotext check --language ") == ["ar", "en", "es", "fr", "ru", "zh"]


def test_delegations_are_those_of_the_draft(complete):
    speakers = ["AU", "BB", "BR", "CL", "KE", "Maldova", "NO", "US"]
    assert complete("negotext positions well.en.txt --delegation ") == speakers
    assert complete("negotext positions well.en.txt -s oppose -d c") == ["CL"]
    assert "PK" in complete("negotext positions missing.txt --delegation P")


def test_groups(complete):
    assert complete("negotext positions well.en.txt --group african_g") == ["AFRICAN_GROUP"]


def test_addresses(complete):
    assert complete("negotext show well.en.txt ") == ["A", "1", "2", "3", "3(a)", "3(b)", "4"]
    assert complete("negotext positions well.en.txt --paragraph 3") == ["3", "3(a)", "3(b)"]
    assert complete("negotext show missing.txt ") == []


@pytest.fixture
def session(run, drafts, tmp_path, monkeypatch):
    """A session `well` in a folder of its own, which is the current one."""
    monkeypatch.chdir(tmp_path)
    assert run("new", "well", "--draft", str(drafts / "well.en.txt")).exit_code == 0
    assert run("park", "well", "1:1").exit_code == 0


def test_sessions(complete, session):
    assert complete("negotext list ") == ["well"]
    assert complete("negotext who w") == ["well"]
    assert "well" in complete("negotext show w")


def test_places_those_that_are_open_first(complete, session):
    offered = complete("negotext who well ")
    assert offered[0] == "2:1"
    assert offered[-1] == "1:1"
    assert complete("negotext accept well 3") == ["3(a):1"]
    assert complete("negotext who nothing ") == []


def test_alternatives(complete, session):
    assert complete("negotext accept well 1:1 ") == ["0", "1", "2"]
    assert complete("negotext accept well nowhere ") == []


def test_delegations_and_paragraphs_of_a_session(complete, session):
    speakers = ["AU", "BB", "BR", "CL", "KE", "Maldova", "NO", "US"]
    assert complete("negotext withdraw well 1:1 ") == speakers
    assert complete("negotext list well --held-by C") == ["CL"]
    assert complete("negotext positions well --delegation ") == speakers
    assert complete("negotext show well ") == ["1", "2", "3(a)", "4"]
