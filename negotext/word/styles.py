"""The styles part: ours put into it, the organisation's own left as they are and used wherever they do."""

from __future__ import annotations

from typing import Any

from docx.oxml.parser import parse_xml
from docx.styles.styles import Styles

from negotext.word import tongues
from negotext.word.looks import LOOKS, OWN, Look
from negotext.word.markup import SPACES, W, quoted
from negotext.word.tags import VAL, w

_CHAIN = 32  # a longer chain of styles leads in a circle


class StyleKeys:
    """Which id of the document stands for which of our styles."""

    def __init__(self, keys: dict[str, str], numbered: frozenset[str]) -> None:
        self._keys = keys
        self._numbered = numbered

    def __getitem__(self, name: str) -> str:
        """The id of the style of this name, one of `looks.LOOKS`."""
        return self._keys[name]

    def numbers(self, name: str) -> bool:
        """Whether the template numbers paragraphs of this style: labels are text here, so that has to be off."""
        return self._keys[name] in self._numbered

    def indents(self, name: str) -> bool:
        """Whether the style is ours, so that its indents are known."""
        return self._keys[name].startswith("Negotext")


def fresh(styles: Styles, language: str) -> None:
    """Empty a styles part but for the fonts and languages of a document in `language`."""
    root: Any = styles.element
    for child in list(root):
        root.remove(child)
    root.append(
        parse_xml(
            f"<w:docDefaults {SPACES}><w:rPrDefault><w:rPr>{tongues.fonts(language)}"
            f'<w:sz w:val="22"/><w:szCs w:val="22"/>{tongues.languages(language)}</w:rPr></w:rPrDefault>'
            '<w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="252" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
            "</w:docDefaults>"
        )
    )


def complete(styles: Styles) -> StyleKeys:
    """Add the styles that are missing. Returns which id stands for which style."""
    root: Any = styles.element
    there = {_identity(style): str(style.get(w("styleId"))) for style in root.iterfind(w("style"))}
    taken = set(there.values())
    defaults = {kind for (kind, _), key in there.items() if _is_default(root, kind, key)}
    keys: dict[str, str] = {}
    for look in LOOKS:
        wanted = [(look.kind, name.lower()) for name in (look.name, *look.instead)]
        key = next((there[name] for name in wanted if name in there), None)
        if key is None:
            key = _free(look.key, taken)
            taken.add(key)
            root.append(parse_xml(_style(look, key, keys, look.default and look.kind not in defaults)))
        keys[look.name] = key
    return StyleKeys(keys, _numbered(root))


def _identity(style: Any) -> tuple[str, str]:
    name = style.find(w("name"))
    return style.get(w("type"), "paragraph"), (name.get(VAL, "") if name is not None else "").lower()


def _is_default(root: Any, kind: str, key: str) -> bool:
    return any(
        style.get(w("styleId")) == key and style.get(w("type")) == kind and style.get(w("default")) in ("1", "true")
        for style in root.iterfind(w("style"))
    )


def _free(key: str, taken: set[str]) -> str:
    while key in taken:
        key += "_"
    return key


def _style(look: Look, key: str, keys: dict[str, str], default: bool) -> str:
    own = look.name.startswith(OWN)
    attributes = (' w:default="1"' if default else "") + (' w:customStyle="1"' if own else "")
    parts = [f"<w:name w:val={quoted(look.name)}/>"]
    if look.based_on:
        parts.append(f"<w:basedOn w:val={quoted(keys[look.based_on])}/>")
    if look.following:
        parts.append(f"<w:next w:val={quoted(keys[look.following])}/>")
    parts.append("<w:qFormat/>" if look.kind == "paragraph" else "")
    parts.append(f"<w:pPr>{look.paragraph}</w:pPr>" if look.paragraph else "")
    parts.append(f"<w:rPr>{look.run}</w:rPr>" if look.run else "")
    parts.append(look.extra)
    return (
        f'<w:style xmlns:w="{W}" w:type="{look.kind}"{attributes} w:styleId={quoted(key)}>'
        + "".join(parts)
        + "</w:style>"
    )


def _numbered(root: Any) -> frozenset[str]:
    """Ids of the styles that number their paragraphs, themselves or through what they are based on."""
    styles = {str(style.get(w("styleId"))): style for style in root.iterfind(w("style"))}
    found = set()
    for key in styles:
        current: str | None = key
        for _ in range(_CHAIN):
            style = styles.get(current or "")
            if style is None:
                break
            if style.find(f"{w('pPr')}/{w('numPr')}") is not None:
                found.add(key)
                break
            parent = style.find(w("basedOn"))
            current = parent.get(VAL) if parent is not None else None
    return frozenset(found)
