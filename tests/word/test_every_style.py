"""Each style as a person gets it from the command line, read by the Open XML SDK and by LibreOffice."""

import subprocess
import sys

import pytest
from word.papers import document, visible

FIRST, SECOND = "harbour-air.en.txt", "harbour-air.round2.en.txt"
STYLES = {
    "clean": [],
    "annotated": [],
    "tracked": ["--by-delegation", "NO"],
    "comparison": ["--against"],
}


@pytest.mark.parametrize("style", STYLES)
def test_every_style(style, root, tmp_path, faults, office):
    out = tmp_path / "issued.docx"
    more = [*STYLES[style], *([str(root / "examples" / FIRST)] if style == "comparison" else [])]
    draft = str(root / "examples" / (SECOND if style == "comparison" else FIRST))
    command = [sys.executable, "-m", "negotext", "export", draft, str(out), "--style", style, "--symbol", "HA/7", *more]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    data = out.read_bytes()
    assert faults(data) == []
    seen = office.see(data)
    assert any("Clean Berths" in text for text in visible(document(data)))
    assert any(each["outline"] == 1 for each in seen["paragraphs"])
    assert bool(seen["redlines"]) is (style in ("tracked", "comparison"))


def test_footnotes_have_their_own_words_in_libreoffice(root, tmp_path, office):
    """Comments between two calls do not move a note to the words of the next one."""
    out = tmp_path / "issued.docx"
    command = [
        sys.executable,
        "-m",
        "negotext",
        "export",
        str(root / "examples" / FIRST),
        str(out),
        "--style",
        "annotated",
    ]
    subprocess.run(command, capture_output=True, check=True)
    notes = office.flat(out.read_bytes()).iterfind(".//{*}note-body")
    words = ["".join(note.itertext()).strip() for note in notes]
    assert words[0] == "Decision 6/11, paragraph 4, adopted at Port Louis."
    assert words[1].startswith("Note: NZ supports paragraph 6")
