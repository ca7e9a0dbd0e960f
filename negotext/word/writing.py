"""Writing a paper as a Word document."""

from __future__ import annotations

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE

from negotext.paper.values import Paper
from negotext.word import tongues
from negotext.word.body import write_body
from negotext.word.masthead import put_heads
from negotext.word.notes import first_id
from negotext.word.package import add_part, describe, sealed
from negotext.word.page import Page, set_up
from negotext.word.remarks import comments_part
from negotext.word.settings import tell_of_footnotes
from negotext.word.styles import complete
from negotext.word.template import NAME, document_from, empty_document


def write_docx(paper: Paper, *, template: bytes | None = None, template_name: str = NAME) -> bytes:
    """Write a paper as a .docx file, in time linear in its size; the same paper gives the same bytes.

    Args:
        paper: what the document says.
        template: the bytes of the organisation's own .docx, for its styles, page set-up, headers and footers.
        template_name: what to call it in messages.

    Returns:
        The bytes of the file.

    Raises:
        SourceError: the template cannot be used.
    """
    if template is None:
        document = empty_document(paper.language)
        set_up(document.sections[0])
    else:
        document = document_from(template, template_name)
    styles = complete(document.styles)
    page = Page(document.sections[0], tongues.is_right_to_left(paper.language))
    put_heads(document.sections[0], paper, styles, page.room(across=False))
    written = write_body(paper, styles, page)
    if written.footnotes:
        part = CONTENT_TYPE.WML_FOOTNOTES, RELATIONSHIP_TYPE.FOOTNOTES, written.footnotes
        add_part(document, "/word/footnotes.xml", *part)
        tell_of_footnotes(document.settings, first_id(remarks=bool(paper.remarks)))
    if paper.remarks:
        comments = comments_part(zip(written.comments, paper.remarks, strict=True), paper.language, styles)
        add_part(document, "/word/comments.xml", CONTENT_TYPE.WML_COMMENTS, RELATIONSHIP_TYPE.COMMENTS, comments)
    describe(document, paper)
    main = str(document.part.partname).lstrip("/")
    return sealed(document, {main: written.document}, paper.created)
