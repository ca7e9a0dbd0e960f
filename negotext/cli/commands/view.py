"""`negotext view`: a session on the projector, for reading."""

from __future__ import annotations

import click

from ..errors import complain
from ..session_options import session_argument
from ..web_options import Web, check, need_terminal, serve, web_options

_POWER = "reads the session"


@click.command("view")
@session_argument
@click.option("--follow", "-f", is_flag=True, help="Go where the chair goes, within half a second.")
@click.option(
    "--names/--no-names", default=None, help="Show who asked for what, or nobody; as the chair has it when left out."
)
@click.option("--theme", type=click.Choice(["dark", "light", "high-contrast"]), help="Colours to begin with.")
@web_options
def command(
    session: str,
    *,
    follow: bool,
    names: bool | None,
    theme: str | None,
    web: bool,
    host: str,
    port: int,
    open_to_network: bool,
) -> None:
    """Show a session to the room, large and read only.

    A second terminal, for the projector: the text in a narrow column, the place that is discussed with its
    alternatives below it, and how far the negotiation is. With --follow it goes where the chair goes, and decisions
    appear in the text as they are taken. What is being read stays where it is as long as the place is on the screen.

    Nobody's name is shown unless the chair shows them (R in `negotext chair`), or --names is given: no delegations,
    no statements, no attributions in the brackets.

    \b
    Keys where one looks around:
      j k            next and previous place; the wheel and PgUp, PgDn scroll
      f              follow the chair, or look around
      R T q          names, colours, quit

    Keys and colours are those of the chair's terminal: `negotext chair --keys` prints the file to change them in.

    It is never in the way of the chair, and can be open as often as there are screens. Make the letters large in the
    terminal itself, mostly Ctrl-plus; with --web in the browser.

    \b
    Examples:
      negotext view harbour --follow
      negotext view harbour --follow --no-names --theme high-contrast
      negotext view harbour --names
      negotext view harbour --follow --web --port 8080
    """
    from ..sessions import opened, session_path, told

    asked = Web(web, host, port, open_to_network)
    check(asked, _POWER)
    if not web:
        need_terminal("the screen for the room", "run it in a terminal; for scripts: negotext show, list, log")
    with opened(session):
        # A name that is mistyped is told as everywhere.
        pass
    path = session_path(session)
    if web:
        shown = [] if names is None else ["--names" if names else "--no-names"]
        options = [*(["--follow"] if follow else []), *shown, *([f"--theme={theme}"] if theme else [])]
        serve(asked, ["view", *options, "--", str(path)], f"The room's screen of {path.stem}", _POWER)
        return
    with told(session):
        from negotext.chair.room_app import make_room_app
        from negotext.chair.settings import load_settings

        settings = load_settings()
        # The room need not read them; whoever started it finds them where it was started.
        for fault in settings.faults:
            complain(fault)
        app = make_room_app(path, follow=follow, names=names, theme=theme or "", settings=settings)
    try:
        with told(session):
            app.run()
            if app.failure is not None:
                raise app.failure
    finally:
        app.room.close()
