"""Documents from the chair's screen: the same as those of the command line, and never in the place of another."""

import sqlite3

import pytest
from click.testing import CliRunner
from textual.widgets import Input, OptionList, Static

from negotext.chair.dialogs.export import ExportDialog
from negotext.chair.exporting import KINDS, ExportError, Wanted, export, suggested_name
from negotext.chair.keys import key_named
from negotext.chair.widgets.bars import Notice
from negotext.cli.program import program
from negotext.model import Act, Decision
from negotext.store import open_session

BY_NAME = {kind.name: kind for kind in KINDS}
OPTIONS = {
    "clean": ["--style", "clean"],
    "annotated": ["--style", "annotated"],
    "tracked": ["--style", "tracked"],
    "proposals": ["--style", "tracked", "--by-delegation", "NO"],
    "comparison": ["--style", "comparison"],
}


def decide_all(path) -> None:
    """Leave every choice out that is still in the text."""
    with open_session(path) as store:
        for choice in store.choices():
            store.decide(Decision(choice.address, Act.ACCEPT, 0), by="Chair")


@pytest.mark.parametrize(
    ("name", "ending"),
    [*((name, "docx") for name in OPTIONS), ("clean", "html"), ("annotated", "md"), ("tracked", "json")],
)
def test_it_is_the_document_of_the_command_line(make_rounds, tmp_path, name, ending):
    session = make_rounds()
    ours, theirs = tmp_path / f"ours.{ending}", tmp_path / f"theirs.{ending}"
    export(session, Wanted(BY_NAME[name], ours, "NO" if name == "proposals" else ""))
    done = CliRunner().invoke(program, ["export", str(session), str(theirs), *OPTIONS[name]])
    assert done.exit_code == 0, done.output
    assert ours.read_bytes() == theirs.read_bytes()


def test_what_is_open_is_said(session, tmp_path):
    told = export(session, Wanted(BY_NAME["clean"], tmp_path / "a.docx"))
    assert told.startswith(f"wrote {tmp_path / 'a.docx'}; ")
    assert "places stay open (2:1, " in told


def test_the_final_text_is_refused_while_something_is_open_and_given_when_nothing_is(make_session, tmp_path):
    session = make_session("s.txt", "5. The plan [“gradually” – Peru] grows.\n")
    wanted = Wanted(BY_NAME["final"], tmp_path / "final.md")
    with pytest.raises(
        ExportError, match=r"1 place stays open \(5:1\), so there is no final text; nothing was written"
    ):
        export(session, wanted)
    assert not wanted.out.exists()
    decide_all(session)
    assert export(session, wanted) == f"wrote {wanted.out}"
    assert "The plan grows." in wanted.out.read_text(encoding="utf-8")


def test_one_round_cannot_be_compared(session, tmp_path):
    with pytest.raises(ExportError, match="round 1 is the first"):
        export(session, Wanted(BY_NAME["comparison"], tmp_path / "a.docx"))


@pytest.mark.parametrize(
    ("name", "said"),
    [("a.pdf", "ends in none of .docx"), ("a", "ends in none of"), ("nowhere/a.docx", "there is no folder")],
)
def test_what_cannot_be_written_is_one_line(session, tmp_path, name, said):
    with pytest.raises(ExportError, match=said) as refused:
        export(session, Wanted(BY_NAME["clean"], tmp_path / name))
    assert "\n" not in str(refused.value)
    assert sorted(each.name for each in tmp_path.iterdir()) == [session.name]


def test_a_file_that_came_meanwhile_stays(session, tmp_path):
    out = tmp_path / "a.docx"
    out.write_bytes(b"mine")
    with pytest.raises(ExportError, match="is there already"):
        export(session, Wanted(BY_NAME["clean"], out))
    assert out.read_bytes() == b"mine"


def test_a_lost_session_is_one_line(tmp_path):
    with pytest.raises(ExportError):
        export(tmp_path / "gone.db", Wanted(BY_NAME["clean"], tmp_path / "a.docx"))


def test_names_for_files(session):
    assert suggested_name(session, BY_NAME["proposals"], "CL") == "harbour-air-proposals-cl.docx"
    assert suggested_name(session, BY_NAME["final"]) == "harbour-air-final.docx"


# --- on the screen ---------------------------------------------------------------------------------------------------


def note(pilot) -> str:
    return str(pilot.app.screen.query_one("#export-note", Static).content)


def notice(pilot) -> str:
    shown = pilot.app.screen.query_one(Notice)
    return str(shown.content) if shown.display else ""


async def written(pilot) -> str:
    """What is told when the thread has ended."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    return notice(pilot)


@pytest.fixture
def here(monkeypatch, tmp_path):
    """A folder in which the terminal was started."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.asyncio
@pytest.mark.parametrize("size", [(80, 24), (140, 45)])
async def test_enter_twice_writes_the_clean_text(sit, session, here, size):
    async with sit(session, size) as pilot:
        await pilot.press("x")
        await pilot.pause()
        assert isinstance(pilot.app.screen, ExportDialog)
        assert note(pilot) == f"into {here}"
        assert pilot.app.screen.query_one("#export-note").region.bottom <= size[1]
        await pilot.press("enter", "enter")
        assert (await written(pilot)).startswith(f"wrote {here / 'harbour-air-clean.docx'}")
    assert (here / "harbour-air-clean.docx").read_bytes().startswith(b"PK")


@pytest.mark.asyncio
async def test_the_proposals_of_a_delegation(sit, session, here):
    async with sit(session) as pilot:
        await pilot.press("x", "down", "down", "down", "down", "enter")
        assert pilot.app.focused.id == "export-party"
        await pilot.press(*"nobody", "enter", "enter")
        assert "whose proposals?" in note(pilot)
        assert pilot.app.focused.id == "export-party"
        pilot.app.focused.value = "Norway"
        await pilot.pause()
        assert pilot.app.screen.query_one("#export-file", Input).value == "harbour-air-proposals-no.docx"
        await pilot.press("enter", "enter")
        assert "harbour-air-proposals-no.docx" in await written(pilot)
    assert (here / "harbour-air-proposals-no.docx").is_file()


@pytest.mark.asyncio
async def test_a_file_that_is_there_is_replaced_only_with_a_key_of_its_own(sit, session, here):
    out = here / "harbour-air-clean.docx"
    out.write_bytes(b"mine")
    async with sit(session) as pilot:
        await pilot.press("x", "ctrl+o", "enter", "ctrl+o", "enter", "enter", "enter")
        assert "is there already: Ctrl-O replaces it" in note(pilot)
        assert out.read_bytes() == b"mine"
        await pilot.press("ctrl+o")
        assert "wrote" in await written(pilot)
    assert out.read_bytes().startswith(b"PK")


@pytest.mark.asyncio
async def test_a_name_of_ones_own_stays_when_another_style_is_chosen(sit, session, here):
    async with sit(session) as pilot:
        await pilot.press("x", "enter")
        pilot.app.focused.value = "mine.md"
        await pilot.press("shift+tab")
        await pilot.pause()
        pilot.app.screen.query_one(OptionList).highlighted = 2
        await pilot.pause()
        assert pilot.app.screen.query_one("#export-file", Input).value == "mine.md"
        await pilot.press("enter", "enter")
        assert f"wrote {here / 'mine.md'}" in await written(pilot)


@pytest.mark.asyncio
async def test_what_cannot_be_is_said_and_the_dialog_stays(sit, session, here):
    async with sit(session) as pilot:
        await pilot.press("x", "enter")
        pilot.app.focused.value = "a.pdf"
        await pilot.press("enter")
        assert "ends in none of" in note(pilot)
        pilot.app.focused.value = ""
        await pilot.press("enter")
        assert "how is the file to be called" in note(pilot)
        assert pilot.app.screen.query_one(OptionList).get_option_at_index(5).disabled
        await pilot.press("escape")
        assert not list(here.iterdir())


@pytest.mark.asyncio
async def test_an_error_of_the_thread_is_told_and_the_chair_goes_on(sit, session, here):
    async with sit(session) as pilot:
        await pilot.press("x", "down", "enter", "enter")
        assert "so there is no final text" in await written(pilot)
        await pilot.press("j")
        assert pilot.app.desk.current == pilot.app.desk.places.order[1]
    assert not list(here.iterdir())


@pytest.mark.asyncio
async def test_a_read_only_session_can_be_exported_and_stays_as_it_was(sit, session, here):
    with sqlite3.connect(session) as db:
        before = db.execute("SELECT count(*) FROM log").fetchone()
    db.close()
    async with sit(session, read_only=True) as pilot:
        await pilot.press("x", "enter", "enter")
        assert "wrote" in await written(pilot)
        assert len(pilot.app.desk.session.log()) == before[0]


TYPED = [*"xqjkwWOLCRT0123456789fgeptiomruU:/?bN[] ", "ctrl+p", "ctrl+n", "ctrl+b", "home", "end", "delete"]
"""Keys that do something where nothing is typed."""


@pytest.mark.asyncio
@pytest.mark.parametrize("field", ["export-party", "export-file"])
async def test_what_is_typed_in_a_field_is_typed_and_nothing_else(sit, session, here, field):
    async with sit(session) as pilot:
        await pilot.press("x", "down", "down", "down", "down", "enter")
        if field == "export-file":
            await pilot.press("enter")
        pilot.app.focused.value = ""
        before = len(pilot.app.desk.session.log()), pilot.app.theme, pilot.app.desk.current
        await pilot.press(*(key if len(key) > 1 else key_named(key) if key != " " else "space" for key in TYPED))
        await pilot.pause()
        assert isinstance(pilot.app.screen, ExportDialog)
        assert pilot.app.focused.id == field
        assert pilot.app.focused.value == "".join(key for key in TYPED if len(key) == 1)
        assert (len(pilot.app.desk.session.log()), pilot.app.theme, pilot.app.desk.current) == before
        await pilot.press("escape")
        assert len(pilot.app.screen_stack) == 1
    assert not list(here.iterdir())


@pytest.mark.asyncio
async def test_letters_on_the_list_of_kinds_do_nothing_of_the_draft(sit, session, here):
    async with sit(session) as pilot:
        await pilot.press("x", *"wq1upT")
        assert isinstance(pilot.app.screen, ExportDialog)
        assert len(pilot.app.desk.session.log()) == 1
        assert pilot.app.theme == "dark"


@pytest.mark.asyncio
async def test_the_kind_that_is_chosen_has_a_sign(sit, session, here):
    async with sit(session) as pilot:
        await pilot.press("x", "down", "down")
        await pilot.pause()
        kinds = pilot.app.screen.query_one(OptionList)
        signs = [str(kinds.get_option_at_index(index).prompt)[:2] for index in range(kinds.option_count)]
        assert signs == ["  ", "  ", "▶ ", "  ", "  ", "  "]


@pytest.mark.asyncio
async def test_a_name_nobody_has_is_said_while_it_is_typed(sit, session, here):
    async with sit(session) as pilot:
        await pilot.press("x", "down", "down", "down", "down", "enter", *"Norwa")
        assert note(pilot) == "there is no delegation called Norwa"
        await pilot.press("y")
        assert note(pilot) == f"into {here}"
