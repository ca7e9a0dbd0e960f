"""The registry with a session's own delegations in front."""

from __future__ import annotations

from functools import lru_cache

from .own import OwnDelegations
from .phrases import PhraseBook
from .registry import Registry, load_registry


def registry_for(language: str, own: OwnDelegations | None = None) -> Registry:
    """The registry in `language`, extended by `own` where a session or a draft has any."""
    return load_registry(language) if own is None else _extended(language, own)


def with_own(registry: Registry, own: OwnDelegations, language: str) -> Registry:
    """`registry` with `own` in front: where both know a name or a code, `own` says whose it is.

    The roles of a meeting stay, also where countries are not wanted: every body has a chair.

    Args:
        registry: of `language`.
        own: the delegations of a session.
        language: in which to call them.
    """
    replaced = {each.code for each in own.delegations if not each.adds}

    def stays(code: str) -> bool:
        return code not in replaced and (own.iso or code in registry.roles)

    known = ((name, registry.names.get(name)) for name in registry.names.phrases())
    names = {name: code for name, code in known if code is not None and stays(code)}
    codes = {name: code for name, code in registry.codes.items() if stays(code)}
    titles = {code: title for code, title in registry.titles.items() if stays(code)}
    groups = {code: members - replaced for code, members in registry.groups.items() if stays(code)}
    for each in own.delegations:
        written = tuple(each.written(language))
        names.update(dict.fromkeys(written, each.code))
        # With its article a name is not read in a text, but people ask for it.
        codes.update((name, each.code) for _, name in each.names)
        # A short name in capitals ("SP") was the code of a country before it was a party's.
        codes.update(dict.fromkeys((name for name in written if name.isupper()), each.code))
        if each.members is not None:
            groups[each.code] = each.members
        if not (each.adds and each.code in titles) or each.titles:
            titles[each.code] = each.title(language)
    return Registry(
        names=PhraseBook(names, fold=False),
        codes=codes,
        groups=groups,
        roles=registry.roles - replaced,
        titles=titles,
        proclitics=registry.proclitics,
    )


@lru_cache(maxsize=16)
def _extended(language: str, own: OwnDelegations) -> Registry:
    return with_own(load_registry(language), own, language)
