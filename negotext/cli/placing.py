"""From the address, delegation or number a person typed to what a session calls it, or the nearest ones."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import TYPE_CHECKING

from negotext.languages import registry_for
from negotext.query.kept import own_of

from .errors import Unusable

if TYPE_CHECKING:
    from negotext.store import Session

_SAID = re.compile(r"^(?:paragraphs?|paras?\.?|¶|§|第)")


def place_in(session: Session, typed: str, name: str, round: int | None = None) -> str:
    """The address of the place that is meant.

    Spelled as printed or nearly: letter case, spaces and "paragraph" in front do not matter. A paragraph with
    one place may be named by itself.

    Raises:
        Unusable: there is none, or several could be meant.
    """
    from negotext.store import UnknownAddress

    try:
        return session.choice(typed, round).address
    except UnknownAddress as error:
        unknown = error
    known = [row.address for row in session.listed(None, round=round)]
    keys = {_key(address): address for address in reversed(known)}
    wanted = _key(typed)
    if wanted in keys:
        return keys[wanted]
    inside = [address for address in known if wanted and _key(address).partition(":")[0] == wanted]
    if len(inside) == 1:
        return inside[0]
    if inside:
        raise Unusable(f"paragraph {typed} has {len(inside)} places", f"name one of {', '.join(inside[:12])}")
    raise Unusable(unknown.message, unknown.hint.replace("SESSION", name)) from None


def party_in(session: Session, typed: str, standing: Iterable[str] = ()) -> str:
    """The code of the delegation, group or role that is meant; of the names in `standing`, as printed.

    Raises:
        Unusable: nobody is called that.
    """
    from negotext.query import find_party, nearest_parties

    for code in standing:
        if code.casefold() == typed.casefold():
            return code
    own = own_of(session)
    registries = [registry_for(session.language, own), registry_for("en", own)]
    found = find_party(typed, registries)
    if found is None:
        spoken = session.sql("SELECT DISTINCT delegation FROM positions").rows
        found = next((str(code) for (code,) in spoken if str(code).casefold() == typed.casefold()), None)
    if found is None:
        near = nearest_parties(typed, registries)
        hint = f"did you mean {' or '.join(near)}?" if near else "give a code (PK, AFRICAN_GROUP) or a name"
        raise Unusable(f"no delegation, group or role is called {typed!r}", hint)
    return found


def paragraph_in(session: Session, typed: str, round: int | None = None) -> str:
    """The address of the paragraph that is meant, as far as choices or positions stand under it.

    Raises:
        Unusable: nothing stands under such a paragraph.
    """
    known = dict.fromkeys(row.paragraph for row in session.listed(None, round=round))
    known |= dict.fromkeys(str(each) for (each,) in session.sql("SELECT DISTINCT paragraph FROM positions").rows)
    keys = {_key(address): address for address in known if address}
    found = keys.get(_key(typed))
    # A paragraph may have places in its items alone.
    if found is None and any(key.startswith((f"{_key(typed)}(", f"{_key(typed)}.")) for key in keys):
        return typed
    if found is None:
        listed = ", ".join(list(dict.fromkeys(keys.values()))[:12])
        raise Unusable(f"nothing is under negotiation in a paragraph {typed!r}", f"paragraphs are {listed}, …")
    return found


def _key(address: str) -> str:
    folded = "".join(unicodedata.normalize("NFKC", address).casefold().split())
    return _SAID.sub("", folded).rstrip(".:")
