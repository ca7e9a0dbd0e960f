"""`negotext chair`: the terminal in which the chair works."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..errors import Unusable, complain
from ..manner import Manner, manner_options
from ..options import language_option
from ..own_delegations import delegations_option, kept_by
from ..session_options import by_option, draft_or_session_argument
from ..web_options import Web, check, need_terminal, serve, web_options

if TYPE_CHECKING:
    from negotext.chair.settings import Settings


def _print_keys(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    """Print the keys as they are now, as the file in which they can be changed; its faults on stderr, exit code 1."""
    if not asked or ctx.resilient_parsing:
        return
    from negotext.chair.settings_text import settings_text

    settings = _settings()
    for fault in settings.faults:
        complain(fault)
    click.echo(settings_text(settings), nl=False)
    ctx.exit(1 if settings.faults else 0)


def _settings() -> Settings:
    """What the person at this terminal has set."""
    from negotext.chair.settings import load_settings

    return load_settings()


@click.command("chair")
@draft_or_session_argument
@by_option
@click.option("--read-only", is_flag=True, help="Look only: nothing can be decided.")
@click.option("--theme", type=click.Choice(["dark", "light", "high-contrast"]), help="Colours to begin with.")
@click.option(
    "--keys",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_keys,
    help="Print all keys as they are now, as the file to change them in, and exit.",
)
@language_option
@delegations_option
@manner_options
@web_options
def command(
    draft: str,
    *,
    by: str,
    read_only: bool,
    theme: str | None,
    language: str | None,
    parties: str | None,
    manner: Manner,
    web: bool,
    host: str,
    port: int,
    open_to_network: bool,
) -> None:
    """Settle a draft place by place, on one screen.

    The text with its open places is on the left, who supports, opposes and reserves on the place you look at beside
    or below it. Everything is saved as it is decided; there is nothing to save at the end, and closing the terminal
    loses nothing.

    Of a DRAFT a session is made beside it first (draft.txt gives draft.db), or the one that is there already is
    opened; a draft that has other words by now is offered as a new round.

    \b
    Keys to begin with:
      j k            next and previous place (also the arrow keys); J K only open ones
      0-9            accept that alternative, 0 leaves the words out; Enter confirms, a reason may be typed
      e              write the words yourself, beginning with what the alternatives give
      p r u Ctrl-R   park, reopen, undo, redo
      :              take down what is being said: RU, IR: delete; US supports
      m o t          the draft with decisions marked up, as brought in, the text that results
      g / f          go to 5:2, search, only open places or those of a delegation
      w W            who stands where on this place; each delegation and what it holds up
      O L C          what is still open, the log, the two latest rounds side by side
      R T            names on the projector or nobody's, colours
      x              write a Word file, a web page or Markdown
      ? Ctrl-P       all keys; find an action, a place or a delegation
      q              quit

    Keys, colours and the width of the text are changed in a file, on Linux ~/.config/negotext/chair.toml; --keys
    prints it as it is now. A fault in it keeps nobody out: what it is about stays as it was, and that is said.

    Decisions that others take in the same session meanwhile appear by themselves. If somebody decides the place you
    look at while you do, you are told who, what and when, and nothing is overwritten.

    For the projector: `negotext view SESSION --follow` in a second terminal goes where you go; R shows or hides there
    who asked for what. With --web the screen is in a browser of this machine.

    \b
    Examples:
      negotext chair harbour --by "Chair"
      negotext chair draft.txt
      negotext chair harbour --read-only --theme light
      negotext chair harbour --web --port 8000
      negotext chair --keys
    """
    from ..sessions import is_session, session_path, told

    power = "reads the session" if read_only else "decides in the chair's name"
    asked = Web(web, host, port, open_to_network)
    check(asked, power)
    if draft == "-":
        raise Unusable(
            "the chair's screen has its keys from standard input, and cannot have the draft from there, too",
            "make a session of it: negotext new SESSION --draft -",
        )
    if not web:
        need_terminal("the chair's screen", "run it in a terminal; for scripts: negotext list, accept, park, undo")
    greeting = ""
    if is_session(draft):
        kept_by(draft, parties)
        manner.refused(draft, "a session")
        path = session_path(draft) if not Path(draft).is_file() else Path(draft)
    elif Path(draft).is_file():
        from ..beside_draft import session_beside

        path, greeting = session_beside(
            draft, by=by, language=language, parties=parties, manner=manner, read_only=read_only
        )
        click.echo(f"negotext: {greeting}", err=True)
    else:
        path = _missing(draft)
    if web:
        with _opened(draft):
            from negotext.store import open_session

            open_session(path, read_only=read_only).close()
        told_by = [f"--by={by}", *(["--read-only"] if read_only else []), *([f"--theme={theme}"] if theme else [])]
        serve(asked, ["chair", *told_by, "--", str(path)], f"The chair's screen of {path.stem}", power)
        return
    with _opened(draft):
        from negotext.chair.app import make_app

        app = make_app(path, by=by, read_only=read_only, theme=theme or "", greeting=greeting, settings=_settings())
    with told(draft), app.desk:
        app.run()
        if app.failure is not None:
            click.echo("negotext: the screen has ended early; everything decided is in the session", err=True)
            raise app.failure


@contextmanager
def _opened(name: str) -> Iterator[None]:
    """What `told` says of a session that cannot be opened; of one that can be read, how to look at it."""
    from negotext.store import ReadOnly

    from ..sessions import told

    try:
        with told(name):
            yield
    except Unusable as error:
        if isinstance(error.__cause__, ReadOnly):
            error.hint = f"to look only: negotext chair {name} --read-only; to decide, {error.hint}"
        raise


def _missing(name: str) -> Path:
    """Where a session would be that is not there; of a draft that is not there, that is said at once."""
    from ..loading import load
    from ..sessions import SUFFIX, session_path

    if Path(name).suffix not in ("", SUFFIX):
        load(name)
    return session_path(name)
