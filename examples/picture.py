"""Draw the pictures of the README: what `negotext show` and `negotext positions` print, the screen of `negotext chair`,
and a page of a Word file.

    python examples/picture.py

The pictures are the real output on a real example. A test draws those of the terminal (SVG) again and compares. The
page is drawn where LibreOffice (soffice) and poppler (pdftoppm) are installed.
"""

import asyncio
import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.text import Text

HERE = Path(__file__).resolve().parent
WIDTH = 104
PICTURES = {
    "show.svg": ("show", "examples/harbour-air.en.txt", "6"),
    "positions.svg": ("positions", "examples/city-water.zh.txt", "--paragraph", "4", "--format", "table"),
}
SCREEN = "chair.svg"
SCREEN_SIZE = (122, 36)
SCREEN_KEYS = ("g", "1", "0", "enter", "2")
"""To paragraph 10, and accept its alternative 2: the screen says whose objection that overrides."""
PAGE = "annotated.png"
PAGE_NUMBER = 2
PAGE_DOTS = 84
"""Dots to an inch."""
DOCUMENT = (
    *("export", "examples/harbour-air.en.txt", "--style", "annotated", "--symbol", "ICP/7/CRP.3"),
    *("--title", "Clean air in ports", "--agenda", "Agenda item 9", "--distribution", "Limited"),
    *("--original", "English", "--date", "2026-03-04"),
)
# Remarks are drawn in the margin by no program that makes pictures; their signs would hide the words.
_PDF = 'pdf:writer_pdf_Export:{"ExportNotes":{"type":"boolean","value":"false"}}'


def draw(arguments: tuple[str, ...]) -> str:
    """The output of one negotext command, in colour, as an SVG picture."""
    terminal = {"FORCE_COLOR": "1", "COLUMNS": str(WIDTH), "COLORTERM": "truecolor", "TERM": "xterm-256color"}
    environment = os.environ | terminal
    environment.pop("NO_COLOR", None)
    command = [sys.executable, "-m", "negotext", *arguments]
    done = subprocess.run(command, cwd=HERE.parent, env=environment, capture_output=True, check=True)
    with open(os.devnull, "w", encoding="utf-8") as nowhere:
        console = Console(record=True, width=WIDTH, file=nowhere, force_terminal=True, color_system="truecolor")
        console.print(Text("$ negotext " + " ".join(arguments), style="bold"))
        console.print()
        console.print(Text.from_ansi(done.stdout.decode("utf-8")), end="")
        return console.export_svg(title="negotext", unique_id="negotext")


def draw_screen() -> str:
    """The chair's terminal on the example, as the app itself draws it."""
    from textual.widgets import Input

    from negotext.chair.app import make_app
    from negotext.outcome import choices_of
    from negotext.reading import read_bytes
    from negotext.store import create

    async def drawn(path: Path) -> str:
        app = make_app(path, by="Chair")
        with app.desk:
            async with app.run_test(size=SCREEN_SIZE) as pilot:
                await pilot.pause()
                for key in SCREEN_KEYS:
                    await pilot.press(key)
                # A cursor that blinks would make another picture of every other one.
                pilot.app.screen.query_one(Input).cursor_blink = False
                await pilot.pause()
                return app.export_screenshot(title="negotext chair harbour")

    with TemporaryDirectory() as name:
        path = Path(name, "harbour.db")
        draft = read_bytes((HERE / "harbour-air.en.txt").read_bytes(), "harbour-air.en.txt")
        create(path, draft, choices_of(draft), name="harbour", by="Secretariat").close()
        return asyncio.run(drawn(path))


def write_document(out: Path) -> None:
    """The annotated export of the example, as a Word file."""
    command = [sys.executable, "-m", "negotext", *DOCUMENT, "--force", str(out)]
    subprocess.run(command, cwd=HERE.parent, capture_output=True, check=True)


def draw_page() -> bytes:
    """A page of that file, as a PNG picture."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        write_document(folder / "page.docx")
        office = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
        page = ["-f", str(PAGE_NUMBER), "-l", str(PAGE_NUMBER), "-r", str(PAGE_DOTS)]
        for command in (
            [*office, "--convert-to", _PDF, "page.docx"],
            ["pdftoppm", *page, "-png", "-singlefile", "page.pdf", "page"],
        ):
            subprocess.run(command, cwd=folder, capture_output=True, check=True)
        return (folder / "page.png").read_bytes()


if __name__ == "__main__":
    for name, arguments in PICTURES.items():
        (HERE / name).write_text(draw(arguments), encoding="utf-8")
    (HERE / SCREEN).write_text(draw_screen(), encoding="utf-8")
    if shutil.which("soffice") and shutil.which("pdftoppm"):
        (HERE / PAGE).write_bytes(draw_page())
    else:
        print(f"soffice and pdftoppm are needed to draw {PAGE}", file=sys.stderr)
