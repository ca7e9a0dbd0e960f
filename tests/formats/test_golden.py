"""Every format of every style, byte for byte. When a difference is right: GOLDEN=write pytest tests/formats."""

import os
from pathlib import Path

import pytest
from formats.papers import PAPERS

from negotext.formats import to_html, to_json, to_markdown

GOLDEN = Path(__file__).parent / "golden"
FORMATS = {"md": to_markdown, "html": to_html, "json": to_json}


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("style", PAPERS)
def test_golden(style, form):
    written = FORMATS[form](PAPERS[style])
    path = GOLDEN / f"{style}.{form}"
    if os.environ.get("GOLDEN") == "write":
        path.write_text(written, encoding="utf-8")
    assert written == path.read_text(encoding="utf-8")


def test_there_are_no_others():
    assert {path.name for path in GOLDEN.iterdir()} == {f"{style}.{form}" for style in PAPERS for form in FORMATS}
