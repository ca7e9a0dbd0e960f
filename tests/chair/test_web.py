"""The screen in a real browser, and who may reach it."""

import re
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
