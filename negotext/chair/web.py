"""The chair's screen, or the room's, in a browser: textual-serve runs the program once for each window.

Everybody who reaches the port is at the screen. So it listens on this machine alone unless another address is
asked for, and answers only pages that it has served itself: a page from elsewhere that is open in the same browser
can neither read the screen nor press its keys.
"""

from __future__ import annotations

import logging
import shlex
import socket
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from aiohttp import web
from textual_serve.server import Server

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
"""Hosts that only this machine reaches."""

_CLOSING = 1.0
"""For how many seconds at the end open windows are waited for."""

_PAGE = Path(__file__).parent / "page"


class CannotServe(Exception):
    """The port cannot be had; the message is a sentence."""


def command(arguments: Sequence[str]) -> str:
    """What a shell runs for each window: this Python with this negotext, each argument as it is."""
    words = [sys.executable, "-m", "negotext", *arguments]
    return subprocess.list2cmdline(words) if sys.platform == "win32" else shlex.join(words)


def listening(host: str, port: int) -> socket.socket:
    """A socket that listens.

    Args:
        host: a name or an address of this machine.
        port: 0 for any that is free.

    Raises:
        CannotServe: the port is taken or not allowed, or the host is not this machine.
    """
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        opened = socket.socket(family, kind, protocol)
    except OSError as error:
        raise CannotServe(f"{host} is no address of this machine ({error.strerror})") from error
    try:
        if sys.platform != "win32":
            opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        opened.bind(address)
        opened.listen()
    except OSError as error:
        opened.close()
        raise CannotServe(f"port {port} of {host} cannot be used: {error.strerror or error}") from error
    return opened


class WebServer(Server):
    """Serves a command of negotext to browsers."""

    def __init__(self, arguments: Sequence[str], opened: socket.socket, *, host: str, title: str) -> None:
        """Make a server; nothing is served yet.

        Args:
            arguments: of negotext, for each window.
            opened: listens.
            host: as it was asked for.
            title: of the page.
        """
        self._socket = opened
        port = opened.getsockname()[1]
        super().__init__(
            command(arguments),
            host=host,
            port=port,
            title=title,
            public_url=_address(host, port),
            templates_path=_PAGE,
        )
        self._hosts = frozenset(f"{each}:{port}" for each in ("localhost", "127.0.0.1", "[::1]"))
        self._ready: Callable[[str], None] = lambda _: None

    @property
    def address(self) -> str:
        """What to type in a browser."""
        return _address("localhost" if self.host in ("0.0.0.0", "::") else self.host, self.port)

    def run(self, ready: Callable[[str], None]) -> None:
        """Serve until Ctrl-C.

        Args:
            ready: is called with the address once it can be opened.
        """
        self._ready = ready
        logging.basicConfig(level=logging.ERROR, format="negotext: %(message)s")
        web.run_app(self._make_app(), sock=self._socket, shutdown_timeout=_CLOSING, print=None, access_log=None)

    async def on_startup(self, app: web.Application) -> None:
        """Say where it is."""
        self._ready(self.address)

    async def handle_index(self, request: web.Request) -> web.StreamResponse:
        """The page; it speaks to the address under which it was asked for, and fetches nothing from elsewhere."""
        self._check(request)
        # Nothing is awaited between this and its use.
        self.public_url = f"{request.scheme}://{request.host}"
        page: web.StreamResponse = await super().handle_index(request)
        return page

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """A window; only for pages of this server."""
        self._check(request)
        origin = request.headers.get("Origin")
        if origin is not None and urlsplit(origin).netloc != request.host:
            raise web.HTTPForbidden(text="This screen cannot be opened from a page of another site.")
        return await super().handle_websocket(request)

    def _check(self, request: web.Request) -> None:
        """Somebody else's name for this machine could be that of a page that wants to look like one of ours."""
        if self.host in LOOPBACK and request.host not in self._hosts:
            raise web.HTTPForbidden(text=f"Open it as {self.address}")


def _address(host: str, port: int) -> str:
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def serve(arguments: Sequence[str], *, host: str, port: int, title: str, ready: Callable[[str], None]) -> None:
    """Serve a command of negotext to browsers until Ctrl-C.

    Args:
        arguments: of negotext, for each window.
        host: where to listen.
        port: 0 for any that is free.
        title: of the page.
        ready: is called with the address once it can be opened.

    Raises:
        CannotServe: the port cannot be had.
    """
    with listening(host, port) as opened:
        WebServer(arguments, opened, host=host, title=title).run(ready)
