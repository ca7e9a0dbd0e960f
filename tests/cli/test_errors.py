"""What cannot be used gets one clear sentence, what to do, and exit code 2; a traceback reaches nobody."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from negotext.source import LIMIT

from .conftest import environment


def sentence(done) -> list[str]:
    """The lines on stderr of a process that could not do it."""
    assert done.returncode == 2
    assert done.stdout == b""
    lines = done.stderr.decode().splitlines()
    assert len(lines) == 2
    assert lines[0].startswith("negotext: ")
    return lines


def test_a_missing_file_names_the_nearest(process):
    assert sentence(process("check", "wel.en.txt")) == [
        "negotext: there is no file wel.en.txt",
        "  did you mean well.en.txt?",
    ]


def test_a_missing_folder(process):
    assert sentence(process("check", "nowhere/draft.txt"))[1] == "  there is no folder nowhere either"


def test_a_folder(process):
    lines = sentence(process("check", "."))
    assert lines[0] == "negotext: . is a folder, not a draft"
    assert lines[1] == "  name a file in it, such as well.en.txt"


def test_binary_data(process):
    assert "NUL character" in sentence(process("check", "-", text=b"a\0b"))[0]
    assert "Word" in sentence(process("check", "-", text=b"PK\x03\x04rest"))[0]
    assert "byte 0xff at offset 3 (line 2)" in sentence(process("check", "-", text=b"ab\n\xff"))[0]


def test_a_file_that_is_too_large_is_not_even_read(process, tmp_path):
    large = tmp_path / "noise.txt"
    with large.open("wb") as file:
        file.truncate(200_000_000)
    assert "noise.txt is 200 MB; drafts are read up to 64 MB" in sentence(process("check", str(large)))[0]


def test_no_more_of_a_stream_is_read_than_is_allowed(process):
    assert "larger than 64 MB" in sentence(process("stats", "-", text=b"x" * (LIMIT + 10)))[0]


def test_a_name_the_system_refuses(run):
    result = run("check", "a" * 300)
    assert (result.exit_code, "cannot be read: File name too long" in result.stderr) == (2, True)


def test_a_file_that_may_not_be_read(run, monkeypatch):
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    result = run("check", "well.en.txt")
    assert (result.exit_code, "well.en.txt may not be read" in result.stderr) == (2, True)


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["chek"], "there is no command 'chek'"),
        (["check"], "missing argument 'DRAFT'"),
        (["check", "well.en.txt", "--formt", "json"], "no such option '--formt'"),
        (["check", "well.en.txt", "more"], "got unexpected extra argument (more)"),
        (["--loud"], "no such option '--loud'"),
        (["completion", "cmd"], "'cmd' is not one of 'bash', 'zsh', 'fish'"),
    ],
)
def test_a_wrong_command_line(process, arguments, problem):
    assert problem in sentence(process(*arguments))[0]


def test_closed_standard_input():
    command = [sys.executable, "-m", "negotext", "check", "-"]
    shell = " ".join(command) + " <&-"
    done = subprocess.run(["sh", "-c", shell], capture_output=True, check=False, env=environment())
    assert sentence(done)[0] == "negotext: standard input is closed"


@pytest.mark.parametrize("arguments", [["positions"], ["positions", "-f", "table"], ["check"], ["show"], ["stats"]])
def test_a_closed_pipe_is_the_end_and_no_error(tmp_path, arguments):
    # More than a pipe holds, whatever of it is written: text, positions and faults.
    paragraph = "1. The well [“, alas,” – Chile; Norway opposes] is dry].\n\n"
    long = tmp_path / "long.txt"
    long.write_text(paragraph * 3000)
    name, *options = arguments
    command = [sys.executable, "-m", "negotext", name, str(long), *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()) as child:
        child.stdout.readline()
        child.stdout.close()
        assert child.stderr.read() == b""
        assert child.wait() == 0


def test_output_that_cannot_be_written(drafts):
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "negotext", "stats", "well.en.txt"],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            env=environment(),
        )
    assert done.returncode == 2
    assert b"No space left on device" in done.stderr
    assert b"Traceback" not in done.stderr


def test_an_interrupt(drafts):
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    child = subprocess.Popen(
        [sys.executable, "-m", "negotext", "check", "-"],
        **pipes,
        env=environment(),
        # What runs in the background of a shell ignores Ctrl-C, and so would the child.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
    )
    # More than the pipe holds: once it is written, the program is reading.
    child.stdin.write(b"x" * 1_000_000)
    child.stdin.flush()
    child.send_signal(signal.SIGINT)
    # Python may look for signals only when the reading ends.
    _, complaint = child.communicate(timeout=60)
    assert child.returncode == 130
    assert complaint.decode().strip() == "negotext: interrupted"


def test_an_exception_nobody_thought_of(run, monkeypatch):
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr("negotext.cli.commands.stats.load", fail)
    result = run("stats", "well.en.txt")
    assert result.exit_code == 2
    assert result.stderr == (
        "negotext: this should not have happened (ZeroDivisionError: division by zero)\n"
        "  please report it with what `negotext --debug ...` prints for the same command\n"
    )
    assert isinstance(run("--debug", "stats", "well.en.txt").exception, ZeroDivisionError)


@pytest.mark.parametrize("locale", ["C", "POSIX", "de_DE.ISO-8859-1"])
def test_output_is_utf_8_whatever_the_locale(process, drafts, locale):
    done = process("show", "well.zh.txt", LC_ALL=locale, PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert done.stdout == (drafts / "well.zh.txt").read_bytes()


def test_utf_16_is_read(process):
    done = process("positions", "-", text="1. 水井[“深”——智利]。\n".encode("utf-16"))
    assert json.loads(done.stdout)["delegation"] == "CL"


def test_a_long_draft_says_that_it_is_being_read(terminal, drafts, tmp_path):
    long = tmp_path / "long.txt"
    long.write_text("The well is dry, and the rope is short.\n" * 30_000)
    assert "reading " in terminal("stats", str(long))
    assert "reading " not in terminal("stats", "well.en.txt")
