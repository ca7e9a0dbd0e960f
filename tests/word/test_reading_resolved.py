"""Comments that are marked as resolved in Word say nothing any more, and it is told that they are there."""

import pytest
from word.packages import comment, commented, p, package, zipped

from negotext.word.reading import read_docx

SPACES = (
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
)
BODY = p("1. Ports ", commented("1", "shall"), " open ", commented("2", "at eight"), ".")


def known(written, key):
    """A comment of which the last paragraph has a key."""
    return written.replace("<w:p>", f'<w:p {SPACES} w14:paraId="{key}">')


COMMENTS = known(comment("1", "Norway", "delete"), "0A") + known(comment("2", "Chile", "delete"), "0B")


def read(*extended):
    inside = "".join(f"<w15:commentEx {SPACES} {each}/>" for each in extended)
    parts = package(BODY, comments=COMMENTS)
    relations = "word/_rels/document.xml.rels"
    link = '<Relationship Id="rX" Type="http://schemas.microsoft.com/office/2011/relationships/commentsExtended" '
    parts[relations] = parts[relations].replace("</Rel", f'{link}Target="commentsExtended.xml"/></Rel')
    parts["word/commentsExtended.xml"] = f"<w15:commentsEx {SPACES}>{inside}</w15:commentsEx>"
    return read_docx(zipped(parts), language="en")


def speakers(draft):
    return [each.delegation for each in draft.positions]


@pytest.mark.parametrize("done", ["1", "true"])
def test_what_is_resolved_is_left_out(done):
    draft = read(f'w15:paraId="0A" w15:done="{done}"', 'w15:paraId="0B" w15:done="0"')
    assert speakers(draft) == ["CL"]
    assert "Norway" not in draft.source.text
    (told,) = [each.message for each in draft.diagnostics if each.code == "resolved-comment"]
    assert told == "left out because Word has them as resolved: 1 comment"


def test_an_answer_goes_with_its_comment():
    assert speakers(read('w15:paraId="0B" w15:paraIdParent="0A"', 'w15:paraId="0A" w15:done="1"')) == []


@pytest.mark.parametrize("extended", [(), ('w15:paraId="0A"',), ('w15:done="1"',), ('w15:paraId="0C" w15:done="1"',)])
def test_what_is_not_resolved_stays(extended):
    assert speakers(read(*extended)) == ["NO", "CL"]
