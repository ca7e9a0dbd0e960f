"""The settings part: how Word treats the document as a whole."""

from __future__ import annotations

from typing import Any, Final

from docx.oxml.parser import parse_xml
from docx.settings import Settings

from negotext.word import tongues
from negotext.word.markup import SPACES
from negotext.word.notes import separators
from negotext.word.tags import w

# What belongs to the text of a template, to its file or to its protection, and not to its look.
_NOT_TAKEN: Final = frozenset(
    map(
        w,
        "attachedTemplate documentProtection writeProtection mailMerge footnotePr endnotePr rsids docVars "
        "trackRevisions revisionView linkStyles saveThroughXslt attachedSchema documentType formsDesign "
        "removePersonalInformation readModeInkLockDown captions".split(),
    )
)
# What stands behind w:footnotePr in the order of the schema.
_BEHIND_NOTES: Final = frozenset(
    map(
        w,
        "compat themeFontLang clrSchemeMapping doNotIncludeSubdocsInStats doNotAutoCompressPictures forceUpgrade "
        "smartTagType shapeDefaults doNotEmbedSmartTags decimalSymbol listSeparator".split(),
    )
)
_WORD = "http://schemas.microsoft.com/office/word"


def fresh_settings(settings: Settings, language: str) -> None:
    """Settings of a document of today: without them Word opens it in compatibility mode."""
    root: Any = settings.element
    for child in list(root):
        root.remove(child)
    whole = parse_xml(
        f'<w:settings {SPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
        f'<w:compatSetting w:name="compatibilityMode" w:uri="{_WORD}" w:val="15"/></w:compat>'
        f"{tongues.languages(language).replace('w:lang', 'w:themeFontLang')}"
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )
    root.extend(list(whole))


def cleaned_settings(settings: Settings) -> None:
    """Drop from the settings of a template what a new document must not have."""
    root: Any = settings.element
    for child in list(root):
        if child.tag in _NOT_TAKEN:
            root.remove(child)


def tell_of_footnotes(settings: Settings, first: int) -> None:
    """Name the two separators, which Word asks for in a document with footnotes; `first` is the id of its first one."""
    root: Any = settings.element
    notes = "".join(f'<w:footnote w:id="{number}"/>' for number in separators(first))
    element = parse_xml(f"<w:footnotePr {SPACES}>{notes}</w:footnotePr>")
    own = w("")
    for child in root:
        if child.tag in _BEHIND_NOTES or not str(child.tag).startswith(own):
            child.addprevious(element)
            return
    root.append(element)
