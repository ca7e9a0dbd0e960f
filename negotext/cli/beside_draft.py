"""The session beside a draft: `draft.txt` has `draft.db`, which is made where there is none."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from .errors import Unusable

if TYPE_CHECKING:
    from negotext.store import Round, Session

    from .manner import Manner


def session_beside(
    draft: str, *, by: str, language: str | None, parties: str | None, manner: Manner, read_only: bool
) -> tuple[Path, str]:
    """The session of a draft, made where there is none.

    Args:
        draft: path of a file that is no session.
        by: who brings it in.
        language: code of its language; guessed when None.
        parties: file of delegations of one's own.
        manner: how a Word file is read.
        read_only: whether nothing may be made.

    Returns:
        Where it is, and that in a sentence; which says, too, that the draft has other words than its last round.

    Raises:
        Unusable: there is none and none can be made, or the one that is there is that of another draft.
    """
    from .own_delegations import kept_by
    from .sessions import is_session

    path = Path(draft).with_suffix(".db")
    if is_session(str(path)):
        kept_by(str(path), parties)
        manner.refused(str(path), "the session of this draft, which is read already")
        return path, _known(draft, path)
    if read_only:
        raise Unusable(f"{draft} has no session yet", f"make one: negotext new {path} --draft {draft}")
    _make(draft, path, by=by, language=language, parties=parties, manner=manner)
    return path, f"made the session {path}"


def _make(draft: str, path: Path, *, by: str, language: str | None, parties: str | None, manner: Manner) -> None:
    from negotext.outcome import choices_of
    from negotext.store import create

    from .loading import load
    from .own_delegations import load_own
    from .sessions import told

    own = load_own(parties)
    read = load(draft, language, own=own, manner=manner)
    kept = own.text if own is not None else ""
    with told(str(path)), create(path, read, choices_of(read), name=path.stem, by=by, delegations=kept):
        pass


def _known(draft: str, path: Path) -> str:
    """What there is to say of a session that is there already."""
    from .sessions import opened

    with opened(str(path)) as session:
        rounds = session.rounds()
        names = dict.fromkeys(Path(each.source_name).name for each in rounds)
        if Path(draft).name not in names:
            raise Unusable(
                f"{path} is the session of {', '.join(names)}, not of {draft}",
                f"open it: negotext chair {path}; or make another one: negotext new NAME --draft {draft}",
            )
        if _is_other(draft, session, rounds):
            bring = f"negotext round {path} --draft {draft}"
            return f"{draft} has other words than round {rounds[-1].number} of {path}; as a new round: {bring}"
    return f"the session of this draft is {path}"


def _is_other(draft: str, session: Session, rounds: tuple[Round, ...]) -> bool:
    """Whether a draft was written again since the last round, and has words that no round has."""
    from .loading import load

    since = datetime.fromisoformat(rounds[-1].added_at)
    if datetime.fromtimestamp(Path(draft).stat().st_mtime, UTC) <= since:
        return False
    text = load(draft, rounds[-1].language).source.text
    return all(session.source(each.number).text != text for each in rounds)
