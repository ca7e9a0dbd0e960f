"""What stands under the symbol of an issued document, line by line, and whether its title stands in the text."""

from __future__ import annotations

from .values import Front, Kind, Paper, Paragraph

# As documents of the United Nations have them in the six languages.
_LABELS = {
    "ar": ("التوزيع: ", "الأصل: "),
    "en": ("Distr.: ", "Original: "),
    "es": ("Distr.: ", "Original: "),
    "fr": ("Distr. : ", "Original : "),
    "ru": ("Distr.: ", "Язык оригинала: "),
    "zh": ("分发：", "原文："),
}


def facts(front: Front, language: str) -> tuple[str, ...]:
    """Distribution, date and original language, those that are given, behind the words that `language` has for them."""
    distribution, original = _LABELS.get(language, _LABELS["en"])
    told = _named(distribution, front.distribution), front.date, _named(original, front.original)
    return tuple(filter(None, told))


def title_apart(paper: Paper) -> str:
    """The title, where the text does not have it anyway; empty otherwise."""
    title = paper.masthead.title
    titles = {_plain(b.text) for b in paper.body if isinstance(b, Paragraph) and b.kind is Kind.TITLE}
    return title if _plain(title) not in titles else ""


def _named(label: str, value: str) -> str:
    """A value behind its label, unless it comes with one."""
    return value if not value or ":" in value or "：" in value else label + value


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
