"""Everything else a Word file holds: tables, notes, boxes, fields, controls, symbols, formulas."""

import pytest
from word.packages import W, bookmarked, docx, ins, p, package, run, table, zipped

from negotext.model import BlockKind, Severity
from negotext.word.reading import read_docx


def read(body, language="en", **parts):
    return read_docx(docx(body, **parts), "x", language)


def text(body, language="en", **parts):
    return read(body, language, **parts).source.text.rstrip("\n")


def field(kind):
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def notes(kind, *texts, mark=""):
    inside = "".join(
        f'<w:{kind} w:id="{number}"><w:p><w:r><w:{kind}Ref/></w:r>{run(mark + " " + each)}</w:p></w:{kind}>'
        for number, each in enumerate(texts, 1)
    )
    return f'<w:{kind} w:type="separator" w:id="-1">{p("-----")}</w:{kind}>{inside}'


def call(number, kind="footnote"):
    return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'


BOX = "<wps:txbx><w:txbxContent>{}</w:txbxContent></wps:txbx>"


def test_paragraphs_are_parted_by_blank_lines():
    assert text(p("1. One.") + p() + p(" ") + p("2.  Two\tthree ")) == "1. One.\n\n2. Two three"


def test_an_empty_document():
    draft = read("")
    assert (draft.source.text, draft.positions) == ("", ())


def test_rows_of_tables_are_lines():
    assert text(table(["Port", "Dues"], ["Suva", "[10][12]"])) == "Port | Dues\n\nSuva | [10][12]"


def test_a_row_with_words_in_one_column_is_paragraphs():
    assert text(table([p("1. One.") + p("2. Two."), ""])) == "1. One.\n\n2. Two."


def test_a_table_in_a_table():
    assert text(table(["A", table(["B", "C"]) + p()])) == "A | B | C"


def test_footnotes_are_called_by_raised_numbers_and_stand_behind_the_paragraph():
    body = p("1. Ports", call(1), " are [clean", call(2), "].") + p("2. Two.")
    draft = read(body, footnotes=notes("footnote", "See A/1.", "See A/2."))
    assert draft.source.text == "1. Ports¹ are [clean²].\n\n1  See A/1.\n\n2  See A/2.\n\n2. Two.\n"
    assert [each.kind for each in draft.blocks][1:3] == [BlockKind.FOOTNOTE, BlockKind.FOOTNOTE]
    assert [each.paragraph for each in draft.blocks] == ["1", "1", "1", "2"]


def test_a_footnote_stands_where_two_bookmarks_say_that_the_draft_prints_it():
    below, foot = bookmarked("_nt_below_0", run("")), bookmarked("_nt_foot_0", run(""))
    body = p("1. Ports", call(1), " are clean.") + p("2. Two.", below) + p("3. Three.")
    marked = f'<w:footnote w:id="1">{p(foot, " See A/1.")}</w:footnote>'
    assert text(body, footnotes=marked).split("\n\n")[2] == "1  See A/1."
    assert text(body, footnotes=notes("footnote", "See A/1.")).split("\n\n")[1] == "1  See A/1."


def test_a_mark_of_a_note_that_libreoffice_wrote_twice_is_read_once():
    mark = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>7</w:t></w:r>'
    marked = f'<w:footnote w:id="1">{p("7", "7", " See A/1.")}</w:footnote>'
    assert text(p("1. Ports", mark, "7", " stay."), footnotes=marked) == "1. Ports⁷ stay.\n\n7  See A/1."
    assert text(p("1. Ports", mark, "7 times."), footnotes=marked).startswith("1. Ports⁷7 times.")


def test_what_follows_a_footnote_is_a_paragraph_of_its_own():
    body = p("A. Ports", call(1)) + p("ships and their cargo,") + p("which [are clean]")
    draft = read(body, footnotes=notes("footnote", "See A/1."))
    assert [each.span.of(draft.source.text).strip() for each in draft.blocks] == [
        "A. Ports¹",
        "1  See A/1.",
        "ships and their cargo,",
        "which [are clean]",
    ]


def test_footnotes_are_numbered_as_they_are_called():
    body = p("1. Ports", call(2), " are clean", call(1), ".")
    assert text(body, footnotes=notes("footnote", "First.", "Second.")).endswith("1  Second.\n\n2  First.")


def test_a_note_with_its_own_mark():
    own = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>7</w:t></w:r>'
    body = p("1. Ports", own, ".")
    assert text(body, footnotes=notes("footnote", "See A/1.", mark="7")) == "1. Ports⁷.\n\n7  See A/1."


def test_endnotes_go_on_counting():
    body = p("1. Ports", call(1), " are clean", call(1, "endnote"), ".")
    draft = read(body, footnotes=notes("footnote", "Foot."), endnotes=notes("endnote", "End."))
    assert draft.source.text.endswith("1  Foot.\n\n2  End.\n")
    assert [each.code for each in draft.diagnostics] == ["endnotes"]


def test_a_call_of_a_note_that_is_not_there():
    assert text(p("1. Ports", call(9), ".")) == "1. Ports¹."


def test_text_boxes_are_told_and_their_words_kept():
    box = f"<w:r><w:drawing>{BOX.format(p('In the margin.'))}</w:drawing></w:r>"
    draft = read(p("1. One.", box) + p("2. Two."))
    assert draft.source.text == "1. One.\n\nIn the margin.\n\n2. Two.\n"
    assert [(each.code, each.severity) for each in draft.diagnostics] == [("text-box", Severity.NOTE)]


def test_what_is_there_twice_is_read_once():
    old = f"<w:pict><v:textbox><w:txbxContent>{p('Old.')}</w:txbxContent></v:textbox></w:pict>"
    twice = (
        f"<mc:AlternateContent><mc:Choice>{BOX.format(p('New.'))}</mc:Choice>"
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent>"
    )
    body = p("1. One.", f"<w:r><w:drawing>{twice}</w:drawing></w:r>")
    assert text(body) == "1. One.\n\nNew."
    words = f"<mc:AlternateContent><mc:Choice>{run('new')}</mc:Choice><mc:Fallback>{run('old')}</mc:Fallback>"
    assert text(p("1. ", words + "</mc:AlternateContent>")) == "1. new"


def test_fields_show_their_result():
    begin, part, end = field("begin"), field("separate"), field("end")
    code = "<w:r><w:instrText>REF _Ref1 \\h</w:instrText></w:r>"
    assert text(p("See ", begin, code, part, "paragraph 5", end, ".")) == "See paragraph 5."
    nested = begin, code, begin, code, part, "lost", end, part, "kept", end
    assert text(p("See ", *nested, ".")) == "See kept."
    assert text(p("See ", f'<w:fldSimple w:instr="REF x">{run("5")}</w:fldSimple>', ".")) == "See 5."


def test_a_field_that_never_ends_loses_no_paragraph():
    assert text(p("1. One ", field("begin"), "code") + p("2. Two.")) == "1. One\n\n2. Two."


def test_a_table_of_contents_is_left_out():
    styles = '<w:style w:type="paragraph" w:styleId="t1"><w:name w:val="toc 1"/></w:style>'
    draft = read(p("A. Scope 1", properties='<w:pStyle w:val="t1"/>') + p("1. One."), styles=styles)
    assert draft.source.text == "1. One.\n"
    assert [each.code for each in draft.diagnostics] == ["contents"]


def test_controls_links_and_tags_are_looked_through():
    wrapped = (
        f"<w:sdt><w:sdtContent>{run('a')}</w:sdtContent></w:sdt><w:hyperlink>{run('b')}</w:hyperlink>"
        f"<w:smartTag>{run('c')}</w:smartTag><w:customXml>{run('d')}</w:customXml><w:bdo>{run('e')}</w:bdo>"
    )
    assert text(f"<w:sdt><w:sdtContent>{p('1. ', wrapped)}</w:sdtContent></w:sdt>") == "1. abcde"


@pytest.mark.parametrize(
    ("inside", "shown"),
    [
        ("<w:tab/>", "x y"),
        ("<w:br/>", "x\ny"),
        ('<w:br w:type="page"/>', "x y"),
        ("<w:cr/>", "x\ny"),
        ("<w:noBreakHyphen/>", "x-y"),
        ("<w:softHyphen/>", "xy"),
        ('<w:sym w:font="Symbol" w:char="F0B3"/>', "x≥y"),
        ('<w:sym w:font="Arial" w:char="2019"/>', "x’y"),
        ('<w:sym w:font="Arial" w:char="zz"/>', "xy"),
        ("<w:lastRenderedPageBreak/>", "xy"),
    ],
)
def test_what_is_no_letter(inside, shown):
    assert text(p("x", f"<w:r>{inside}</w:r>", "y")) == shown


def test_hidden_words_are_left_out_and_told():
    draft = read(p("1. Ports", run(" (draft 3)", "<w:vanish/>"), " are clean."))
    assert draft.source.text == "1. Ports are clean.\n"
    assert [each.code for each in draft.diagnostics] == ["hidden-text"]


def test_formulas_are_told():
    draft = read(p("1. Where ", "<m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath>", "."))
    assert draft.source.text == "1. Where a=b.\n"
    assert [each.code for each in draft.diagnostics] == ["formula"]


def test_ruby_is_its_words():
    ruby = f"<w:r><w:ruby><w:rt>{run('hàn')}</w:rt><w:rubyBase>{run('汉')}</w:rubyBase></w:ruby></w:r>"
    assert text(p("1. ", ruby, "字"), "zh") == "1. 汉字"


def test_a_strict_document():
    files = package(p("1. Parties ", ins("Chile", "not "), "report."))
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    files["word/document.xml"] = files["word/document.xml"].replace(W, strict)
    assert read_docx(zipped(files), "x", "en").source.text == "1. Parties [“not” – Chile] report.\n"


def test_many_short_paragraphs_stay_paragraphs():
    lines = [f"第{number}项关于港口清洁空气方案的说明和需要进一步讨论的问题以及有关背景" for number in range(1, 12)]
    draft = read("".join(map(p, lines)), "zh")
    assert len(draft.blocks) == len(lines)


def test_the_language_is_guessed():
    assert read_docx(docx(p("1. 各缔约方应每年向秘书处报告。")), "x").language == "zh"
    assert read_docx(docx(p("1. Les Parties font rapport chaque année au secrétariat.")), "x").language == "fr"


def test_the_language_of_the_round_before():
    assert read_docx(docx(p("1. Port.")), "x", before="es").language == "es"
