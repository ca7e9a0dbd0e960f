"""That everybody who speaks in a statement a person typed is known."""

from __future__ import annotations

from collections.abc import Sequence

from negotext.languages import OwnDelegations
from negotext.positions import Spoken
from negotext.query.hearing import likeliest, unknown_speakers

from .errors import Unusable


def unknown(spoken: Sequence[Spoken], language: str, own: OwnDelegations | None = None) -> None:
    """That everybody who speaks is known.

    Raises:
        Unusable: somebody is not; names the likeliest.
    """
    names = unknown_speakers(spoken)
    if not names:
        return
    near = likeliest(names[0], language, own)
    likely = f"did you mean {' or '.join(near)}? " if near else ""
    raise Unusable(
        f"nobody knows a delegation called {', '.join(names)}; nothing was taken down",
        f"{likely}To take the name down as it is, add --as-is",
    )
