"""The screen in a real browser, and who may reach it."""

import asyncio
import json
import re
import shlex
import signal
import subprocess
import sys
import urllib.error
import urllib.request

import pytest
from chair.browser import CHROMIUM, browsing

from negotext.chair.web import CannotServe, command, listening
from negotext.model import State
from negotext.store import Shown, open_session

NEGOTEXT = [sys.executable, "-m", "negotext"]
needs_browser = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")


@pytest.fixture
def serve(tmp_path):
    """Runs negotext with --web and gives its process and address; it is ended with Ctrl-C."""
    running = []

    def start(*arguments: str) -> tuple[subprocess.Popen, str]:
        process = subprocess.Popen(
            [*NEGOTEXT, *arguments, "--web"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=tmp_path
        )
        running.append(process)
        line = process.stdout.readline()
        found = re.search(r"http://\S+", line)
        assert found, line + (process.stderr.read() if process.poll() is not None else "")
        return process, found[0]

    yield start
    for process in running:
        if process.poll() is None:
            process.kill()
        process.communicate()


def stop(process: subprocess.Popen) -> str:
    """Press Ctrl-C; what was printed on stderr."""
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 0, errors
    return errors


def status(address: str, **headers: str) -> int:
    request = urllib.request.Request(
        address, headers={name.replace("_", "-"): value for name, value in headers.items()}
    )
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status
    except urllib.error.HTTPError as error:
        with error:
            return error.code


@needs_browser
@pytest.mark.asyncio
async def test_the_chair_decides_in_a_browser(serve, make_session, tmp_path):
    path = make_session("city-water.zh.txt")
    process, address = serve("chair", str(path), "--by", 'Chair O\'Neil; "x" $(y)')
    async with browsing(tmp_path / "browser") as browser:
        await browser.open(address)
        await browser.wait("城市供水分配方案")
        await browser.shown()
        picture = await browser.picture()
        (tmp_path / "chair.png").write_bytes(picture)
        found = await browser.colours(picture)
        # The colours of the dark theme fill the screen; those of the page that is loading are gone.
        assert found.get("22,24,31", 0) > 100_000
        assert len(found) > 50
        await browser.type("1")
        await browser.wait("Accept 1 at 2:1.")
        await browser.type("Enter")
        await browser.wait("1 agreed")
        assert all(each.startswith((address, "data:", "about:", "blob:")) for each in browser.asked), browser.asked
    assert stop(process) == ""
    with open_session(path) as session:
        assert session.choice("2:1").state is State.AGREED
        assert session.choice("2:1").decided_by == 'Chair O\'Neil; "x" $(y)'
        assert session.verify() == []


@needs_browser
@pytest.mark.asyncio
async def test_a_screen_that_is_closed_says_that_nothing_is_lost_and_opens_again(serve, session, tmp_path):
    process, address = serve("chair", str(session), "--by", "Chair")
    async with browsing(tmp_path / "browser") as browser:
        await browser.open(address)
        await browser.wait("The Committee notes")
        await browser.shown()
        assert await browser.run("document.title") == f"The chair's screen of {session.stem}"
        # Only what is in front is among the words of the page; a bar to scroll with would stand beside the last column.
        assert "closed" not in await browser.run("document.body.innerText")
        assert await browser.run("getComputedStyle(document.querySelector('.xterm-viewport')).overflowY") == "hidden"
        await browser.type("q")
        while not await browser.run("document.body.classList.contains('-closed')"):
            await asyncio.sleep(0.1)
        words = await browser.run("document.body.innerText")
        assert "This screen is closed. What was decided is in the session." in words
        assert "Session ended" not in words
        (tmp_path / "closed.png").write_bytes(await browser.picture())
        browser.told = ""
        await browser.run("document.querySelector('button').click()")
        await browser.wait("The Committee notes")
    assert stop(process) == ""


@needs_browser
@pytest.mark.asyncio
async def test_the_chair_merges_in_a_browser(serve, session, tmp_path):
    process, address = serve("chair", str(session), "--by", "Chair")
    async with browsing(tmp_path / "browser") as browser:
        await browser.open(address)
        await browser.wait("The Committee notes")
        await browser.shown()
        await browser.type("g", *"10:2", "Enter", "e")
        await browser.wait("2 collisions of 2 undecided")
        # The cursor is at the first collision: the other side of it, and then words of the chair's own.
        await browser.control("o")
        await browser.wait("1 collision of 2 undecided")
        await browser.type(*"first ")
        await browser.wait("so it reads")
        await browser.wait("on the basis of first a costed inventory of needs")
        (tmp_path / "merge.png").write_bytes(await browser.picture())
        await browser.control("s")
        await browser.wait("1 collision undecided: the words of the draft stand. Overrides CN.")
        await browser.type(*"met halfway", "Enter")
        await browser.wait("Chair merged 10:2")
    assert stop(process) == ""
    with open_session(session) as opened:
        standing = opened.choice("10:2")
        assert standing.state is State.AGREED
        assert standing.decision.text == "first a costed inventory of needs"
        assert standing.why == "met halfway"
        assert opened.unfinished("Chair") == []
        assert opened.verify() == []


@needs_browser
@pytest.mark.asyncio
async def test_the_room_follows_in_a_browser(serve, session, tmp_path):
    process, address = serve("view", str(session), "--follow", "--no-names")
    async with browsing(tmp_path / "browser") as browser:
        await browser.open(address)
        await browser.wait("The chair has not put anything up yet.")
        await browser.shown()
        waiting = await browser.picture()
        with open_session(session) as chair:
            chair.show_room(Shown(1, "5:1", names=True))
        await browser.wait("5:1   ○ under discussion")
        await browser.shown()
        (tmp_path / "room.png").write_bytes(await browser.picture())
        assert await browser.picture() != waiting
        assert "Norway" not in browser.told
    # A window that is still open does not hold the end up.
    assert stop(process) == ""


def handshake(address: str, **headers: str) -> int:
    """The answer to somebody who wants a window."""
    key = {"Sec_WebSocket_Version": "13", "Sec_WebSocket_Key": "dGhlIHNhbXBsZSBub25jZQ=="}
    return status(f"{address}/ws", Connection="Upgrade", Upgrade="websocket", **key, **headers)


def test_pages_of_other_sites_are_kept_out(serve, session):
    process, address = serve("chair", str(session), "--by", "Chair")
    assert status(address) == 200
    port = address.rpartition(":")[2]
    assert status(address, Host=f"localhost:{port}") == 200
    assert status(address, Host=f"elsewhere.example:{port}") == 403
    assert handshake(address, Origin="http://elsewhere.example") == 403
    assert handshake(address, Origin=f"http://elsewhere.example:{port}") == 403
    assert handshake(address, Host=f"elsewhere.example:{port}", Origin=f"http://elsewhere.example:{port}") == 403
    stop(process)


def test_the_page_fetches_nothing_from_elsewhere(serve, session):
    process, address = serve("view", str(session))
    with urllib.request.urlopen(address) as answer:
        page = answer.read().decode()
    links = re.findall(r"(?:https?|wss?):(?:\\?/){2}[^\"'\s<>]+", page)
    links = [link for link in links if not link.startswith("http://www.w3.org/")]
    assert links
    assert all(link.split("://")[1].startswith(address.split("://")[1]) for link in links), links
    stop(process)


def test_only_this_machine_unless_it_is_said_otherwise(serve, session):
    process, address = serve("view", str(session))
    assert address.startswith("http://127.0.0.1:")
    stop(process)
    process, address = serve("chair", str(session), "--host", "0.0.0.0", "--open-to-network")
    assert status(address) == 200
    port = address.rpartition(":")[2]
    assert stop(process) == f"negotext: anyone who reaches port {port} decides in the chair's name\n"


def test_a_port_that_is_taken_is_told(session, tmp_path):
    with listening("127.0.0.1", 0) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(CannotServe, match=f"port {port} of 127.0.0.1 cannot be used"):
            listening("127.0.0.1", port)
        typed = [*NEGOTEXT, "view", str(session), "--web", "--port", str(port)]
        ran = subprocess.run(typed, capture_output=True, text=True, check=False)
    assert ran.returncode == 2
    assert f"port {port} of 127.0.0.1 cannot be used" in ran.stderr
    assert "leave --port out" in ran.stderr


def test_a_host_that_is_not_here():
    with pytest.raises(CannotServe, match=r"192\.0\.2\.1"):
        listening("192.0.2.1", 0)
    with pytest.raises(CannotServe, match="no address of this machine"):
        listening("no such host.invalid", 0)


@pytest.mark.skipif(sys.platform == "win32", reason="quoting of POSIX shells")
def test_arguments_reach_the_program_as_they_are(tmp_path):
    odd = ["--by=O'Neil; touch harm", "$(touch harm)", "a b", "", "`x`", '"', "\\", "*", "-"]
    words = shlex.split(command(odd))
    assert words == [sys.executable, "-m", "negotext", *odd]
    show = [sys.executable, "-c", "import json, sys; print(json.dumps(sys.argv[1:]))"]
    run = f"{shlex.join(show)} {shlex.join(odd)}"
    told = subprocess.run(run, shell=True, capture_output=True, cwd=tmp_path, check=True).stdout
    assert json.loads(told) == odd
    assert list(tmp_path.iterdir()) == []
