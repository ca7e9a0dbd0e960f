"""An exported document that comes back into its session tells what was done to it in Word, and nothing else."""

import json
import re
import shutil
import subprocess
import zipfile

import pytest

DRAFT = """1. Ports [shall][may] report [every year – Chile: delete].

2. Ships [“often” – Norway] wait [outside – Chile: delete; Peru supports].

3. Crews rest.

Pakistan: proposed new wording for the paragraph above: [Crews rest ashore.]

4. The end [of the day].
"""
DECIDED = (("1:1", "2"), ("2:1", "1"), ("3:1", "2"))


@pytest.fixture
def session(run, tmp_path):
    """A session with three decisions by a person whose name is no delegation."""
    draft = tmp_path / "draft.txt"
    draft.write_text(DRAFT)
    talks = str(tmp_path / "talks.db")
    assert run("new", talks, "--draft", str(draft), "-l", "en").exit_code == 0
    for address, number in DECIDED:
        assert run("accept", talks, address, number, "--by", "The secretary").exit_code == 0
    return talks


@pytest.fixture
def back(run, session, tmp_path):
    """Exports in a style, edits the body, and brings it in: what is told."""

    def back(style, *edits, more=("--dry-run",)):
        path = tmp_path / "back.docx"
        assert run("export", session, str(path), "--style", style, "--force").exit_code == 0
        edited(path, *edits)
        result = run("round", session, "--draft", str(path), *more)
        assert result.exit_code == 0, result.output
        return result.stdout

    return back


def edited(path, *edits):
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    body = parts["word/document.xml"].decode()
    for edit in edits:
        assert edit(body) != body
        body = edit(body)
    parts["word/document.xml"] = body.encode()
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)


def without_bookmarks(body):
    return re.sub(r"<w:bookmark(?:Start|End)[^>]*/>", "", body)


def rejected(paragraph):
    """Rejects the changes of a paragraph, as Word does it."""

    def edit(body):
        found = next(each for each in re.findall(r"<w:p>.*?</w:p>", body, re.DOTALL) if paragraph in each)
        less = re.sub(r"<w:ins [^>]*>.*?</w:ins>", "", found, flags=re.DOTALL)
        less = re.sub(r"</?w:del(?: [^>]*)?>", "", less).replace("w:delText", "w:t")
        return body.replace(found, less)

    return edit


@pytest.mark.parametrize("style", ["annotated", "tracked"])
def test_nothing_was_done(back, style):
    told = back(style)
    assert "3 decisions are in the new text as taken" in told
    assert "0 are new" in told
    assert "3 of the old ones are closed" in told or "4 of the old ones are closed" in told
    assert "Decided" not in told
    assert "Gone" not in told


def test_the_changes_of_the_session_are_nobodys_positions(run, session, back):
    before = {json.loads(line)["delegation"] for line in run("positions", session, "-f", "jsonl").stdout.splitlines()}
    back("tracked", more=("--yes",))
    after = {json.loads(line)["delegation"] for line in run("positions", session, "-f", "jsonl").stdout.splitlines()}
    assert after <= before
    assert "CL" in after


@pytest.mark.parametrize("style", ["annotated", "tracked"])
def test_bookmarks_were_lost(back, style):
    told = back(style, without_bookmarks)
    assert "3 decisions are in the new text as taken" in told
    assert "Decided" not in told


def test_a_change_that_was_rejected(back):
    told = back("tracked", rejected("often"))
    assert "2 decisions are in the new text as taken" in told
    assert "Decided, but open in this document" in told
    assert re.search(r"Decided, but open[^\n]*1\n *2:1\n", told)
    assert "negotext reopen" in told


def test_words_typed_into_a_bracket(back):
    told = back("tracked", lambda body: body.replace("outside", "far outside"))
    assert "3 decisions are in the new text as taken" in told
    assert "“outside” stays listed" in told or "reworded" in told


@pytest.mark.skipif(not shutil.which("soffice"), reason="no soffice (apt-get install libreoffice-writer-nogui)")
@pytest.mark.parametrize("style", ["annotated", "tracked"])
def test_saved_by_libreoffice(run, session, tmp_path, style):
    path, folder = tmp_path / "out.docx", tmp_path / "saved"
    assert run("export", session, str(path), "--style", style).exit_code == 0
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    form = "docx:MS Word 2007 XML"
    command = ["soffice", profile, "--headless", "--convert-to", form, "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    result = run("round", session, "--draft", str(folder / "out.docx"), "--dry-run")
    assert result.exit_code == 0, result.output
    assert "3 decisions are in the new text as taken" in result.stdout
    assert "0 are new" in result.stdout
    assert "Decided" not in result.stdout
