"""`negotext export`: the real files, opened again."""

import io
import json
import re
import zipfile

import docx
import pytest
from docx.document import Document

from negotext.paper.bookmarks import parse_bookmark

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STYLES = ("clean", "annotated", "tracked")
ENDINGS = ("docx", "md", "html", "json")


@pytest.fixture
def decided(ports):
    """The session of the example about ports, after three decisions."""
    ports("accept", "harbour", "10:1", "2", "--why", "Australia’s condition is met")
    ports("merge", "harbour", "11:2", "--text", "once a week", "--from", "1,2", "--by", "Vice-Chair")
    ports("park", "harbour", "7:1")
    return ports


def opened(room, name: str) -> Document:
    return docx.Document(str(room.folder / name))


def text_of(document: Document) -> str:
    return "\n".join(paragraph.text for paragraph in document.paragraphs)


def changes(document: Document) -> list[tuple[str, str, str, str]]:
    """Tracked changes: kind, author, date and words."""
    return [
        (
            element.tag.removeprefix(WORD),
            element.get(f"{WORD}author"),
            element.get(f"{WORD}date"),
            "".join(each.text or "" for each in element.iter(f"{WORD}t", f"{WORD}delText")),
        )
        for element in document.element.body.iter(f"{WORD}ins", f"{WORD}del")
        if element.getparent().tag != f"{WORD}rPr"
    ]


def test_clean(decided):
    assert decided("export", "harbour", "out.docx", "--style", "clean", "--symbol", "HA/7/CRP.3/Rev.1") == ""
    text = text_of(opened(decided, "out.docx"))
    assert "The Council will decide on the scale of the Facility" in text
    assert "at the port fence, once a week, [and publish" in text
    assert "[all][a majority]" in text
    assert "Norway, Chile" not in text
    assert re.fullmatch(
        r"negotext: \d+ places stay open, in plain brackets\n  --final refuses as long as anything is open\n",
        decided.stderr,
    )


def test_annotated(decided):
    decided("export", "harbour", "out.docx", "--style", "annotated")
    document = opened(decided, "out.docx")
    assert "[2030 – Norway, Chile][2035 – India, Brazil]" in text_of(document)
    comments = [comment.text for comment in document.comments]
    (place,) = [text for text in comments if text.startswith("Place 5:1 ")]
    assert "For 1 “2030”: Norway, Chile" in place
    assert not [text for text in comments if text.startswith("Place 10:1 ")]
    assert document.tables
    names = [each.get(f"{WORD}name") for each in document.element.body.iter(f"{WORD}bookmarkStart")]
    places = [place.place for place in map(parse_bookmark, names) if place]
    assert len(places) > 50
    assert len(set(places)) == len(places)


def test_tracked(decided):
    decided("export", "harbour", "out.docx", "--style", "tracked")
    log = {entry["address"]: entry for entry in decided.records("log", "harbour") if entry["kind"] != "round"}
    found = changes(opened(decided, "out.docx"))
    assert ("ins", "Chair", f"{log['10:1']['at'][:19]}Z", "decide on") in found
    assert {author for _, author, _, _ in found} == {"Chair", "Vice-Chair"}
    assert {kind for kind, _, _, _ in found} == {"ins", "del"}


def test_tracked_names_who_decided_in_the_round_before(decided):
    decided("round", "harbour", "--draft", decided.harbour2, "--yes", "--by", "Secretariat")
    decided("export", "harbour", "out.docx", "--style", "tracked")
    assert {author for _, author, _, _ in changes(opened(decided, "out.docx"))} == {"Chair", "Vice-Chair"}


def test_proposals_of_one_delegation(ports):
    ports("export", "harbour", "out.docx", "--style", "tracked", "--by-delegation", "chile")
    found = changes(opened(ports, "out.docx"))
    assert {author for _, author, _, _ in found} == {"Chile"}
    assert ("del", "Chile", found[0][2], " and naval auxiliaries") in found


def test_proposals_that_the_text_has_no_place_for_are_named(ports):
    ports("export", "harbour", "out.docx", "--style", "tracked", "--by-delegation", "US")
    assert "negotext: not shown: 6:1.1.2, “no ship pays more than it does today”" in ports.stderr
    assert "6:1.1 is in its way" in ports.stderr


def test_proposals_in_a_draft(room):
    room("export", room.well, "out.md", "--style", "tracked", "--by-delegation", "CL")
    assert "{++" in (room.folder / "out.md").read_text()


def test_comparison(decided):
    decided("round", "harbour", "--draft", decided.harbour2, "--yes")
    decided("export", "harbour", "out.docx", "--style", "comparison")
    found = changes(opened(decided, "out.docx"))
    assert ("del", "round 2", found[0][2], " and at anchor") in found
    first = (decided.folder / "out.docx").read_bytes()
    decided("export", "harbour", "again.docx", "--style", "comparison", "--against", "1")
    assert (decided.folder / "again.docx").read_bytes() == first


def test_comparison_of_drafts(room):
    room("export", room.harbour2, "out.html", "--style", "comparison", "--against", room.harbour)
    assert re.search(r"<del[^>]*> and at anchor</del>", (room.folder / "out.html").read_text())


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("style", STYLES)
def test_the_same_session_gives_the_same_bytes(decided, style, ending):
    for name in ("one", "other"):
        decided("export", "harbour", f"{name}.{ending}", "--style", style)
    one, other = ((decided.folder / f"{name}.{ending}").read_bytes() for name in ("one", "other"))
    assert one == other
    assert len(one) > 2000


@pytest.mark.parametrize("ending", ENDINGS)
def test_every_format_tells_the_same(decided, ending):
    decided("export", "harbour", f"out.{ending}", "--style", "clean")
    data = (decided.folder / f"out.{ending}").read_bytes()
    if ending == "docx":
        text = text_of(docx.Document(io.BytesIO(data)))
    elif ending == "json":
        blocks = json.loads(data)["body"]
        text = "\n".join("".join(run.get("text", "") for run in block["content"]) for block in blocks)
    else:
        text = re.sub(r"\\(.)|<[^>]+>", r"\1", data.decode())
    assert "the Council will decide on the scale of the Facility at its eighth session" in text.replace(
        "The C", "the C"
    )


def test_standard_output(decided):
    written = decided("export", "harbour", "-", "--style", "tracked", "--format", "md")
    assert "{++decide on++}" in written
    assert json.loads(decided("export", "harbour", "-", "--style", "clean", "--format", "json"))["style"] == "clean"


def test_word_on_standard_output(decided, process):
    done = process("export", str(decided.folder / "harbour.db"), "-", "--style", "clean", "--format", "docx")
    assert done.returncode == 0
    assert "word/document.xml" in zipfile.ZipFile(io.BytesIO(done.stdout)).namelist()


def test_word_is_nothing_for_a_terminal(decided, terminal):
    shown = terminal("export", str(decided.folder / "harbour.db"), "-", "--style", "clean", "--format", "docx")
    assert shown.startswith("negotext: a Word file is nothing for a terminal\n")


def test_final_refuses_while_something_is_open(decided):
    said = decided("export", "harbour", "out.docx", "--style", "clean", "--final", code=1)
    rows = [line.split("\t") for line in said.splitlines()]
    assert rows[0] == ["2:1", "open", "with concern"]
    assert len(rows) == 21
    assert rows[-1] == ["… and 41 more: negotext list harbour --open"]
    assert "places stay open, so there is no final text; nothing was written" in decided.stderr
    assert not (decided.folder / "out.docx").exists()


def test_final_lists_what_is_parked(room):
    (room.folder / "one.txt").write_text("1. The Council [shall] meet.\n")
    room("new", "one", "--draft", "one.txt", "--language", "en")
    room("park", "one", "1:1")
    assert room("export", "one", "out.md", "--style", "clean", "--final", code=1) == "1:1\tparked\tshall\n"
    room("accept", "one", "1:1", "1")
    room("export", "one", "out.md", "--style", "clean", "--final")
    assert "1\\.\tThe Council shall meet." in (room.folder / "out.md").read_text()
    assert room.stderr == ""


def test_nothing_is_overwritten(decided):
    out = decided.folder / "out.docx"
    out.write_bytes(b"mine")
    decided("export", "harbour", "out.docx", "--style", "clean", code=2)
    assert decided.stderr == (
        "negotext: out.docx is there already; nothing was written\n  take another name, or --force to replace it\n"
    )
    assert out.read_bytes() == b"mine"
    decided("export", "harbour", "out.docx", "--style", "clean", "--force")
    assert opened(decided, "out.docx").paragraphs
    assert {path.suffix for path in decided.folder.iterdir()} <= {".db", ".docx", ".db-wal", ".db-shm"}


HEAD = ["--symbol", "HA/7/CRP.3", "--title", "Air and ports", "--agenda", "Item 9", "--original", "French"]
HEAD += ["--distribution", "General", "--date", "2026-03-06"]


def test_the_head_of_a_document_whose_draft_has_none(room):
    room("export", room.well, "out.docx", "--style", "clean", *HEAD)
    document = opened(room, "out.docx")
    first = document.sections[0].first_page_header
    cells = [paragraph.text for row in first.tables[0].rows for cell in row.cells for paragraph in cell.paragraphs]
    assert cells == ["Item 9", "Distr.: General", "6 March 2026", "Original: French"]
    assert [each.text for each in first.paragraphs if each.text] == ["HA/7/CRP.3", "Air and ports"]
    assert document.core_properties.created.isoformat().startswith("2026-03-06T00:00:00")
    room("export", room.well, "-", "--style", "clean", "--format", "md", "--date", "2026-03-04T23:30-05:00")


@pytest.mark.parametrize("style", ["clean", "annotated", "tracked"])
def test_what_is_given_takes_the_place_of_what_the_head_says(decided, style):
    decided("export", "harbour", "out.docx", "--style", style, *HEAD)
    document = opened(decided, "out.docx")
    assert [each.text for each in document.paragraphs[:7]] == [
        "Intergovernmental Council on Ports\tHA/7/CRP.3",
        "Committee on the Port Environment\tDistr.: General",
        "Seventh session\t6 March 2026",
        "Valletta, 2–6 March 2026\tOriginal: French",
        "Item 9",
        "[English only]",
        "Air and ports",
    ]
    first = document.sections[0].first_page_header
    assert not first.tables
    assert not any(each.text for each in first.paragraphs)
    assert [each.text for each in document.sections[0].header.paragraphs] == ["HA/7/CRP.3"]
    assert document.core_properties.identifier == "HA/7/CRP.3"


def test_a_draft_keeps_its_own_date(decided):
    decided("export", "harbour", "out.docx", "--style", "clean", "--symbol", "HA/7/CRP.3/Rev.1")
    text = [each.text for each in opened(decided, "out.docx").paragraphs[:3]]
    assert text[0].endswith("\tHA/7/CRP.3/Rev.1")
    assert text[2] == "Seventh session\t4 March 2026"


def test_what_the_draft_says_of_itself_heads_the_pages(ports):
    ports("export", "harbour", "out.docx", "--style", "clean")
    document = opened(ports, "out.docx")
    assert [each.text for each in document.sections[0].header.paragraphs] == ["ICP/7/CRP.3"]
    assert not any(each.text for each in document.sections[0].first_page_header.paragraphs)
    assert document.core_properties.title == "CLEAN AIR IN PORTS"


def test_the_date_is_that_of_the_latest_entry(decided):
    decided("export", "harbour", "out.json", "--style", "clean")
    record = json.loads((decided.folder / "out.json").read_text())
    assert record["created"] == f"{decided.records('log', 'harbour')[-1]['at'][:19]}Z"


def test_a_draft_has_no_clock(room):
    def created(**environment: str) -> str:
        written = room("export", room.well, "-", *"-s clean -f json --symbol W/1".split(), **environment)
        record = json.loads(written)
        return f"{record['created']} {record['front']['date']}"

    assert created() == "1980-01-01T00:00:00Z "
    assert created(SOURCE_DATE_EPOCH="1772633109") == "2026-03-04T14:05:09Z 4 March 2026"


def test_a_template(decided):
    template = docx.Document()
    template.styles["Normal"].font.name = "Georgia"
    template.sections[0].header.paragraphs[0].text = "Port Authority"
    template.save(str(decided.folder / "ours.docx"))
    decided("export", "harbour", "out.docx", "--style", "clean", "--template", "ours.docx")
    document = opened(decided, "out.docx")
    assert document.styles["Normal"].font.name == "Georgia"
    assert document.sections[0].header.paragraphs[0].text == "Port Authority"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["harbour", "out.docx", "-s", "pretty"], "'pretty' is not one of 'clean'"),
        (["harbour", "out.pdf", "-s", "clean"], ".pdf is nothing that negotext writes\n  make out.docx, then: soffice"),
        (["harbour", "out", "-s", "clean"], "out has no ending: which format?"),
        (["harbour", "out.xyz", "-s", "clean"], "out.xyz has the ending .xyz: which format?"),
        (["harbour", "-", "-s", "clean"], "standard output has no ending"),
        (["harbour", "no/out.md", "-s", "clean"], "no/out.md cannot be written: there is no folder no"),
        (["harbuor", "out.md", "-s", "clean"], "there is no file harbuor"),
        (["harbour", "out.md", "-s", "clean", "--round", "3"], "there is no round 3"),
        (["harbour", "out.md", "-s", "comparison"], "round 1 of harbour is the first: nothing to compare it with"),
        (["harbour", "out.md", "-s", "comparison", "--against", "1"], "round 1 cannot be compared with itself"),
        (["harbour", "out.md", "-s", "comparison", "--against", "7"], "there is no round 7"),
        (["harbour", "out.md", "-s", "comparison", "--against", "nowhere.txt"], "there is no file nowhere.txt"),
        (["harbour", "out.md", "-s", "tracked", "-d", "Kenia"], "no delegation, group or role is called 'Kenia'"),
        (["harbour", "out.md", "-s", "clean", "-d", "KE"], "--by-delegation goes with --style tracked, not clean"),
        (["harbour", "out.md", "-s", "tracked", "--final"], "--final goes with --style clean, not tracked"),
        (["harbour", "out.md", "-s", "clean", "--against", "1"], "--against goes with --style comparison, not clean"),
        (["harbour", "out.md", "-s", "clean", "--template", "x.docx"], "--template is for Word files, not for md"),
        (["harbour", "out.docx", "-s", "clean", "--template", "x.docx"], "there is no file x.docx"),
        (["harbour", "out.docx", "-s", "clean", "--template", "harbour.db"], "the template harbour.db is no Word file"),
        (["harbour", "out.md", "-s", "clean", "--date", "tomorrow"], "'tomorrow' is no date\n  write 2026-03-04"),
        (["harbour", "out.md", "-s", "clean", "--date", "1066-10-14"], "is not between 1980 and 2107"),
        (["harbour", "out.md", "-s", "clean", "--delegations", "x.toml"], "harbour is a session and keeps"),
        (["harbour", "out.md", "-s", "clean", "--typography"], "--author and --typography are for drafts"),
        (["harbour", "out.md"], "which document?\n  add --style clean, annotated, tracked or comparison"),
        (["harbour", "out.md", "--final", "--against", "1"], "which document?"),
        (["DRAFT", "out.md", "-s", "tracked"], "a draft\n  keep it in a session"),
        (["DRAFT", "out.md", "-s", "comparison"], "is a draft: with what is it to be compared?"),
        (["DRAFT", "out.md", "-s", "clean", "--round", "1"], "is a draft and has no rounds"),
    ],
)
def test_what_cannot_be_done(ports, arguments, said):
    before = {path.name: path.read_bytes() for path in ports.folder.iterdir()}
    ports("export", *(ports.well if each == "DRAFT" else each for each in arguments), code=2)
    assert said in ports.stderr
    assert {path.name: path.read_bytes() for path in ports.folder.iterdir()} == before


@pytest.mark.parametrize(
    ("option", "style"), [(["--by-delegation", "CL"], "tracked"), (["--against", "DRAFT"], "comparison")]
)
def test_an_option_of_one_style_tells_it(ports, option, style):
    option = [ports.well if each == "DRAFT" else each for each in option]
    ports("export", "harbour", "told.md", *option)
    ports("export", "harbour", "named.md", *option, "--style", style)
    assert (ports.folder / "told.md").read_bytes() == (ports.folder / "named.md").read_bytes()


def test_a_session_is_not_changed(decided):
    before = (decided.folder / "harbour.db").read_bytes()
    for style in STYLES:
        decided("export", "harbour", f"{style}.docx", "--style", style)
    assert (decided.folder / "harbour.db").read_bytes() == before


def test_a_negotiation_in_chinese(room):
    room("new", "water", "--draft", room.water)
    room("round", "water", "--draft", room.water2, "--yes")
    for style in (*STYLES, "comparison"):
        room("export", "water", f"{style}.docx", "--style", style)
        assert "城市" in text_of(opened(room, f"{style}.docx"))
    room("export", "water", "-", "--style", "comparison", "--format", "md")


def test_completion_knows_who_speaks(ports, process):
    done = process(
        _NEGOTEXT_COMPLETE="bash_complete",
        COMP_WORDS=f"negotext export {ports.folder / 'harbour'}.db out.docx -s tracked -d N",
        COMP_CWORD="7",
    )
    assert [line.split(",")[-1] for line in done.stdout.decode().split()] == ["NO", "NZ"]
