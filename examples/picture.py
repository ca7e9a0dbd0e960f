"""Draw what `negotext show` and `negotext positions` print as the pictures of the README (SVG).

    python examples/picture.py

The pictures are the real output on a real example; a test draws them again and compares.
"""

import os
import subprocess
import sys
from pathlib import Path

from rich.console import Console
from rich.text import Text

HERE = Path(__file__).resolve().parent
WIDTH = 104
PICTURES = {
    "show.svg": ("show", "examples/harbour-air.en.txt", "6"),
    "positions.svg": ("positions", "examples/city-water.zh.txt", "--paragraph", "4", "--format", "table"),
}


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


if __name__ == "__main__":
    for name, arguments in PICTURES.items():
        (HERE / name).write_text(draw(arguments), encoding="utf-8")
