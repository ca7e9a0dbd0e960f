"""A document that LibreOffice wrote: another program's idea of a Word file."""

import shutil
import subprocess
from dataclasses import replace

import pytest

from negotext.outcome import choices_of
from negotext.paper.bookmarks import Bookmark, bookmark_name
from negotext.paper.issuing import Order, issued
from negotext.paper.record import of_draft
from negotext.paper.values import Style
from negotext.reading import read_bytes
from negotext.word.reading import read_docx
from negotext.word.writing import write_docx

WRITTEN = """\
<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
 office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text"><office:styles>
<text:list-style style:name="L">
<text:list-level-style-number text:level="1" style:num-suffix="." style:num-format="1"/>
<text:list-level-style-number text:level="2" style:num-prefix="(" style:num-suffix=")" style:num-format="a"/>
</text:list-style></office:styles><office:body><office:text><text:tracked-changes>
<text:changed-region text:id="c1"><text:insertion><office:change-info><dc:creator>Algeria</dc:creator>
<dc:date>2026-03-02T10:00:00</dc:date></office:change-info></text:insertion></text:changed-region>
<text:changed-region text:id="c2"><text:deletion><office:change-info><dc:creator>Brazil</dc:creator>
<dc:date>2026-03-02T11:00:00</dc:date></office:change-info><text:p>to the Council </text:p></text:deletion>
</text:changed-region></text:tracked-changes>
<text:h text:outline-level="1">Clean ports</text:h>
<text:list text:style-name="L"><text:list-item><text:p>Parties shall \
<text:change-start text:change-id="c1"/>annually <text:change-end text:change-id="c1"/>report<text:note text:id="n1" \
text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>Decision 3/2.</text:p>\
</text:note-body></text:note> <text:change text:change-id="c2"/>on progress.</text:p><text:list><text:list-item>\
<text:p>They <office:annotation office:name="a1"><dc:creator>Norway</dc:creator><dc:date>2026-03-03T09:00:00</dc:date>\
<text:p>delete</text:p></office:annotation>may<office:annotation-end office:name="a1"/> meet;</text:p></text:list-item>
<text:list-item><text:p>They [shall][should] vote.</text:p></text:list-item></text:list></text:list-item>
<text:list-item><text:p>This decision ends in 2030.</text:p></text:list-item></text:list>
<table:table><table:table-column table:number-columns-repeated="2"/><table:table-row><table:table-cell>
<text:p>Port</text:p></table:table-cell><table:table-cell><text:p>Dues</text:p></table:table-cell></table:table-row>
</table:table><text:p>End.</text:p></office:text></office:body></office:document>
"""
READ = """\
Clean ports

1. Parties shall [“annually” – Algeria] report¹ [to the Council – Brazil: delete] on progress.

1  Decision 3/2.

(a) They may [Norway: delete] meet;

(b) They [shall][should] vote.

2. This decision ends in 2030.

Port | Dues

End.
"""


def converted(folder, text, name, ending):
    """A document written by LibreOffice from another one."""
    (folder / name).write_text(text, encoding="utf-8")
    return saved_by_office(folder, folder / name, ending)


def saved_by_office(folder, path, ending="docx"):
    """A document as LibreOffice saves it."""
    if not shutil.which("soffice"):
        pytest.skip("no soffice (apt-get install libreoffice-writer-nogui)")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", "--headless", profile, "--convert-to", ending, "--outdir", str(folder / "saved"), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return (folder / "saved" / path.name).with_suffix(f".{ending}").read_bytes()


def test_its_text_its_changes_and_its_comment(tmp_path):
    draft = read_docx(converted(tmp_path, WRITTEN, "plan.fodt", "docx"), "plan.docx")
    assert draft.source.text == READ
    assert [(each.paragraph, each.delegation, each.stance.value, each.date) for each in draft.positions] == [
        ("1", "DZ", "insert", "2026-03-02T10:00:00Z"),
        ("1", "BR", "delete", "2026-03-02T11:00:00Z"),
        ("1(a)", "NO", "delete", "2026-03-03T09:00:00Z"),
    ]
    assert not draft.diagnostics


@pytest.mark.parametrize("name", ["wo-pbc-35-7-annex.zh.txt", "tpp-ip-chapter-2013-08-30.sections-a-d.en.txt"])
def test_places_of_an_annotated_draft_stand_where_they_stood(shared, tmp_path, name):
    draft = read_bytes((shared / "corpus" / name).read_bytes(), name)
    paper = issued(of_draft(draft, None), Order(Style.ANNOTATED)).paper
    places = enumerate(choice.address for choice in choices_of(draft))
    data = write_docx(replace(paper, bookmarks={key: bookmark_name(Bookmark("0a1b2c3d", 1, at)) for at, key in places}))
    (tmp_path / "out.docx").write_bytes(data)
    saved = saved_by_office(tmp_path, tmp_path / "out.docx")
    before, after = (placed(read_docx(each, name, draft.language)) for each in (data, saved))
    assert len(before) > 100
    assert after == before


def placed(draft):
    """The words at which each hidden bookmark begins and ends."""
    words = {anchor.name: anchor.span.of(draft.source.text) for anchor in draft.anchors}
    return {name: (each[:80], each[-80:]) for name, each in words.items()}
