"""Word files for tests: a few lines of XML put into a package, as Word would."""

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_SPACES = (
    f'xmlns:w="{W}" xmlns:r="{OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_ROOTS = {
    "styles": "styles",
    "numbering": "numbering",
    "comments": "comments",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
}


def docx(body: str, **parts: str) -> bytes:
    """A Word file with this body; `numbering=`, `styles=`, `comments=` … are the insides of other parts."""
    return zipped(package(body, **parts))


def package(body: str, **parts: str) -> dict[str, str]:
    """The parts of a Word file by name."""
    overrides = "".join(f'<Override PartName="/word/{part}.xml" ContentType="{KIND}.{part}+xml"/>' for part in parts)
    relations = "".join(
        f'<Relationship Id="r{number}" Type="{OFFICE}/{part}" Target="{part}.xml"/>'
        for number, part in enumerate(parts)
    )
    files = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{KIND}.document.main+xml"/>{overrides}</Types>',
        "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"<w:document {_SPACES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        f'relationships">{relations}</Relationships>',
    }
    for part, inside in parts.items():
        files[f"word/{part}.xml"] = f"<w:{_ROOTS[part]} {_SPACES}>{inside}</w:{_ROOTS[part]}>"
    return files


def zipped(files: dict[str, str | bytes]) -> bytes:
    """A zip archive of these files."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def p(*content: str, properties: str = "") -> str:
    """A paragraph; plain text becomes a run."""
    inside = "".join(each if each.startswith("<") else run(each) for each in content)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inside}</w:p>"


def run(text: str, properties: str = "", tag: str = "t") -> str:
    """A run of text."""
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{look}<w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'


def ins(author: str, *content: str, date: str = "2026-11-20T10:00:00Z", tag: str = "ins") -> str:
    """Words that an author puts in."""
    inside = "".join(each if each.startswith("<") else run(each) for each in content)
    return f'<w:{tag} w:id="1" w:author="{author}" w:date="{date}">{inside}</w:{tag}>'


def gone(author: str, *content: str, date: str = "2026-11-20T10:00:00Z", tag: str = "del") -> str:
    """Words that an author takes out."""
    inside = "".join(each if each.startswith("<") else run(each, tag="delText") for each in content)
    return f'<w:{tag} w:id="1" w:author="{author}" w:date="{date}">{inside}</w:{tag}>'


def mark(change: str, author: str) -> str:
    """Properties of a paragraph whose end is a tracked change: `ins` or `del`."""
    return f'<w:rPr><w:{change} w:id="1" w:author="{author}" w:date="2026-11-20T10:00:00Z"/></w:rPr>'


def commented(key: str, *content: str) -> str:
    """Words that a comment is about."""
    inside = "".join(each if each.startswith("<") else run(each) for each in content)
    return (
        f'<w:commentRangeStart w:id="{key}"/>{inside}<w:commentRangeEnd w:id="{key}"/>'
        f'<w:r><w:commentReference w:id="{key}"/></w:r>'
    )


def comment(key: str, author: str, *paragraphs: str, date: str = "2026-11-20T11:00:00Z") -> str:
    """A comment in its part."""
    inside = "".join(p(paragraph) for paragraph in paragraphs)
    return f'<w:comment w:id="{key}" w:author="{author}" w:date="{date}">{inside}</w:comment>'


def bookmarked(name: str, *content: str, key: str = "7") -> str:
    """Words that a bookmark is around."""
    inside = "".join(each if each.startswith("<") else run(each) for each in content)
    return f'<w:bookmarkStart w:id="{key}" w:name="{name}"/>{inside}<w:bookmarkEnd w:id="{key}"/>'


def table(*rows: list[str]) -> str:
    """A table; each cell is a text or paragraphs."""
    written = ""
    for cells in rows:
        inside = "".join(f"<w:tc>{cell if cell.startswith('<') else p(cell)}</w:tc>" for cell in cells)
        written += f"<w:tr>{inside}</w:tr>"
    return f"<w:tbl>{written}</w:tbl>"
