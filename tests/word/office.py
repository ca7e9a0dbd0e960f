"""Programs of others that read what we write: LibreOffice, the validator of the Open XML SDK, pandoc."""

import io
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import zipfile
from contextlib import suppress
from pathlib import Path

import pypandoc
from lxml import etree

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
SYSTEM_PYTHON = "/usr/bin/python3"
_COMMENT_MARKS = re.compile(rb"<w:commentRange(?:Start|End)[^>]*/>|<w:commentReference[^>]*/>")
_VALIDATOR = "node_modules/.bin/ooxml-validator"


def missing_for_office() -> str:
    """What is not there for LibreOffice to be asked, or nothing."""
    if not shutil.which("soffice"):
        return "soffice (apt-get install libreoffice-writer-nogui)"
    if (
        not Path(SYSTEM_PYTHON).exists()
        or subprocess.run([SYSTEM_PYTHON, "-c", "import uno"], capture_output=True, check=False).returncode
    ):
        return f"uno for {SYSTEM_PYTHON} (apt-get install python3-uno)"
    return ""


def validator() -> str | None:
    """The program that validates: the one of `make test`, or one on the path."""
    folders = (Path(sys.prefix) / "node", ROOT / ".venv" / "node")
    found = [str(folder / _VALIDATOR) for folder in folders if (folder / _VALIDATOR).exists()]
    return found[0] if found else shutil.which("ooxml-validator")


def faults(program: str, path: Path) -> list[str]:
    """What the Open XML SDK finds wrong in a document."""
    run = subprocess.run([program, str(path)], capture_output=True, text=True, check=False)
    found = json.loads(run.stdout)
    return [f"{error.get('path')} {error.get('xPath')}: {error['description']}" for error in found["errors"]]


def pandoc(path: Path, changes: str) -> dict:
    """The document as pandoc reads it; `changes` is `all`, `accept` or `reject`."""
    command = [pypandoc.get_pandoc_path(), f"--track-changes={changes}", "--from=docx", "--to=json", str(path)]
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def without_comments(data: bytes) -> bytes:
    """The document without its comments: LibreOffice for servers falls over when it is to draw them in the margin."""
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(result, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            target.writestr(name, _COMMENT_MARKS.sub(b"", part) if name == "word/document.xml" else part)
    return result.getvalue()


class Office:
    """One LibreOffice for all tests of a run."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        pipe = f"negotext{os.getpid()}"
        self._soffice = subprocess.Popen(
            [
                "soffice",
                f"-env:UserInstallation={(folder / 'profile').as_uri()}",
                "--headless",
                "--norestore",
                "--nologo",
                f"--accept=pipe,name={pipe};urp;",
            ],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        self._desk = subprocess.Popen(
            [SYSTEM_PYTHON, str(HERE / "uno_desk.py"), pipe], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self._count = 0

    def see(self, data: bytes, do: str = "") -> dict:
        """What LibreOffice sees in a document but for comments, perhaps after `accept` or `reject` of all changes."""
        return self._ask(path=str(self._put(without_comments(data))), do=do)

    def edited(self, data: bytes, *edits: dict[str, str]) -> bytes:
        """The document as LibreOffice saves it after these edits, see `uno_hand`."""
        path = self._put(data)
        out = path.with_stem(f"{path.stem}-edited")
        self._ask(path=str(path), edits=edits, out=str(out))
        return out.read_bytes()

    def _ask(self, **asked: object) -> dict:
        print(json.dumps(asked), file=self._desk.stdin, flush=True)
        answer = self._desk.stdout.readline()
        assert answer, "LibreOffice went away"
        found = json.loads(answer)
        assert "error" not in found, found
        return found

    def flat(self, data: bytes) -> etree._Element:
        """The document as LibreOffice writes it in its own format, comments and all."""
        path = self._put(data)
        profile = f"-env:UserInstallation={(self._folder / 'converting').as_uri()}"
        command = ["soffice", profile, "--headless", "--convert-to", "fodt", "--outdir", str(self._folder), str(path)]
        subprocess.run(command, capture_output=True, check=True, timeout=120)
        return etree.parse(path.with_suffix(".fodt")).getroot()

    def _put(self, data: bytes) -> Path:
        self._count += 1
        path = self._folder / f"{self._count}.docx"
        path.write_bytes(data)
        return path

    def lines(self, data: bytes, do: str = "") -> list[str]:
        """The text of the paragraphs, without empty ones."""
        return [each["text"] for each in self.see(data, do)["paragraphs"] if each["text"]]

    def close(self) -> None:
        """End LibreOffice."""
        with suppress(BrokenPipeError):
            self._desk.stdin.close()
        with suppress(subprocess.TimeoutExpired):
            self._desk.wait(20)
            self._soffice.wait(20)
        for process in (self._desk, self._soffice):
            if process.poll() is None:
                process.kill()
                process.wait()
        with suppress(ProcessLookupError):
            # soffice is a script that starts another program.
            os.killpg(self._soffice.pid, signal.SIGKILL)
        self._desk.stdout.close()
