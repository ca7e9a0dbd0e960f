"""A real Chromium without a window, driven through its DevTools protocol."""

import asyncio
import base64
import itertools
import re
import shutil
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
PATIENCE = 30
_FLAGS = (
    "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --remote-debugging-port=0 --window-size=1280,900"
).split()
_ESCAPES = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[ -/]*[0-~])")

_COUNT = """(async () => {
  const blob = await (await fetch("data:image/png;base64,%s")).blob();
  const image = await createImageBitmap(blob);
  const pen = new OffscreenCanvas(image.width, image.height).getContext("2d");
  pen.drawImage(image, 0, 0);
  const data = pen.getImageData(0, 0, image.width, image.height).data;
  const found = {};
  for (let i = 0; i < data.length; i += 4) {
    const colour = [data[i], data[i + 1], data[i + 2]].join(",");
    found[colour] = (found[colour] || 0) + 1;
  }
  return found;
})()"""


class Browser:
    """One page of a browser."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket
        self._numbers = itertools.count(1)
        self._answers: dict[int, asyncio.Future] = {}
        self.told = ""
        """What the terminal in the page was sent so far, without colours and movements."""
        self.asked: list[str] = []
        """Addresses that the page has asked for."""

    async def listen(self) -> None:
        """Take what the browser says until it ends."""
        async for message in self._socket:
            said = message.json()
            if "id" in said:
                self._answers.pop(said["id"]).set_result(said)
            elif said["method"] == "Network.webSocketFrameReceived":
                self._frame(said["params"]["response"])
            elif said["method"] == "Network.requestWillBeSent":
                self.asked.append(said["params"]["request"]["url"])

    def _frame(self, frame: dict) -> None:
        if frame["opcode"] == 2:
            words = base64.b64decode(frame["payloadData"]).decode("utf-8", "replace")
            self.told += _ESCAPES.sub(" ", words)

    async def do(self, method: str, **parameters) -> dict:
        """Ask the browser for something."""
        number = next(self._numbers)
        self._answers[number] = asyncio.get_running_loop().create_future()
        await self._socket.send_json({"id": number, "method": method, "params": parameters})
        answer = await asyncio.wait_for(self._answers[number], PATIENCE)
        assert "error" not in answer, answer
        return answer["result"]

    async def open(self, address: str) -> None:
        """Go to a page."""
        for domain in ("Network", "Page", "Runtime"):
            await self.do(f"{domain}.enable")
        await self.do("Page.navigate", url=address)

    async def run(self, code: str) -> Any:
        """The value of an expression in the page."""
        done = await self.do("Runtime.evaluate", expression=code, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in done, done
        return done["result"].get("value")

    async def colours(self, picture: bytes) -> dict[str, int]:
        """How often each colour is in a picture, as the browser itself reads it."""
        return await self.run(_COUNT % base64.b64encode(picture).decode())

    async def type(self, *keys: str) -> None:
        """Press keys: characters, or `Enter`."""
        for key in keys:
            text = "\r" if key == "Enter" else key
            more = {"key": key, "text": text, "windowsVirtualKeyCode": 13 if key == "Enter" else ord(key.upper())}
            await self.do("Input.dispatchKeyEvent", type="keyDown", **more)
            await self.do("Input.dispatchKeyEvent", type="keyUp", key=key)

    async def control(self, *letters: str) -> None:
        """Press letters with Ctrl held."""
        for letter in letters:
            more = {"key": letter, "code": f"Key{letter.upper()}", "windowsVirtualKeyCode": ord(letter.upper())}
            await self.do("Input.dispatchKeyEvent", type="rawKeyDown", modifiers=2, **more)
            await self.do("Input.dispatchKeyEvent", type="keyUp", modifiers=2, **more)

    async def picture(self) -> bytes:
        """What is on the screen, as PNG."""
        return base64.b64decode((await self.do("Page.captureScreenshot", format="png"))["data"])

    async def until(self, done: Callable[[], bool], what: str) -> None:
        """Wait until something is so."""
        end = time.monotonic() + PATIENCE
        while not done():
            assert time.monotonic() < end, f"{what} did not appear:\n{' '.join(self.told.split())[-3000:]}"
            await asyncio.sleep(0.1)

    async def wait(self, words: str) -> None:
        """Wait until the terminal in the page is sent some words."""
        wanted = " ".join(words.split())
        await self.until(lambda: wanted in " ".join(self.told.split()), repr(wanted))

    async def shown(self) -> None:
        """Wait until the terminal is in front of the page that says that it is loading."""
        end = time.monotonic() + PATIENCE
        while not await self.run("document.body.classList.contains('-first-byte')"):
            assert time.monotonic() < end, "the terminal did not appear"
            await asyncio.sleep(0.1)
        await self.do("Emulation.setFocusEmulationEnabled", enabled=True)
        await self.run("document.querySelector('.xterm-helper-textarea').focus()")
        # It comes to the front by and by.
        await asyncio.sleep(1)


@asynccontextmanager
async def browsing(folder: Path) -> AsyncIterator[Browser]:
    """A browser with an empty page; its files are in `folder`."""
    process = await asyncio.create_subprocess_exec(
        CHROMIUM, *_FLAGS, f"--user-data-dir={folder}", "about:blank", stderr=asyncio.subprocess.DEVNULL
    )
    try:
        port = await _port(folder / "DevToolsActivePort")
        async with aiohttp.ClientSession() as client:
            async with client.get(f"http://127.0.0.1:{port}/json") as answer:
                pages = await answer.json()
            page = next(each for each in pages if each["type"] == "page")
            async with client.ws_connect(page["webSocketDebuggerUrl"], max_msg_size=0) as socket:
                browser = Browser(socket)
                listening = asyncio.create_task(browser.listen())
                try:
                    yield browser
                finally:
                    listening.cancel()
    finally:
        process.terminate()
        await process.wait()


async def _port(path: Path) -> int:
    """The port that the browser has chosen."""
    end = time.monotonic() + PATIENCE
    while not path.exists() or not path.read_text().strip():
        assert time.monotonic() < end, "the browser did not start"
        await asyncio.sleep(0.1)
    return int(path.read_text().split()[0])
