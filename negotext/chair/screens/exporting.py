"""Asking for a document and writing it while the chair goes on working."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from ..dialogs.export import Exportable, ExportDialog
from ..exporting import ExportError, Wanted, export
from .base import ChairScreen


def begin_export(screen: ChairScreen) -> None:
    """Ask which document is wanted; it is written in a thread, and what came of it is told on the screen in front."""
    with screen.attempt(refresh=False):
        screen.app.push_screen(export_dialog(screen), partial(_begin, screen))


def export_dialog(screen: ChairScreen) -> ExportDialog:
    """The question which document is wanted.

    Raises:
        StoreError: the session cannot be read.
    """
    desk = screen.desk
    rounds = len(desk.session.rounds())
    try:
        folder = Path.cwd()
    except OSError:
        # It was deleted.
        folder = desk.session.path.absolute().parent
    exportable = Exportable(desk.session.path, desk.party, rounds, folder)
    return ExportDialog(exportable, keymap=screen.chair.settings.keymap)


def _begin(screen: ChairScreen, wanted: Wanted | None) -> None:
    if wanted is None:
        return
    screen.tell(f"writing {wanted.out.name} …")
    # Of the app, so that leaving the screen does not end it; one after the other would only keep people waiting.
    path = screen.desk.session.path
    screen.app.run_worker(partial(_write, screen, path, wanted), thread=True, exit_on_error=False)


def _write(screen: ChairScreen, session: Path, wanted: Wanted) -> None:
    """The work of the thread."""
    try:
        told, kind = export(session, wanted), "info"
    except ExportError as error:
        told, kind = str(error), "error"
    screen.app.call_from_thread(screen.chair.tell_in_front, told, kind)
