"""Measures the chair's screen in a process of its own: `python chair_figures.py SESSION`, or `-` for an empty app.

Prints JSON: seconds to open the session and to the first paint (imports left out), the most memory the process had, in
MB, and milliseconds of processor time that a resize and each key takes. A pilot waits after each key, so that only
processor time says what a key costs; of several times a key is pressed, the middle one counts.
"""

import asyncio
import gc
import json
import re
import sys
import time
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path

from chair_keys import AWAY, DRAFT, FIRST, LISTS, Press

SIZE = (140, 45)
# In so long what is likely to be opened has been made.
READY_SECONDS = 3.0
MODULES = ("textual.app", "textual.pilot", "negotext.chair.app", "negotext.chair.screens.draft")
EMPTY = (Press("a key", "x"), Press("a dialog", "d", after=("escape",)), Press("a screen", "s", after=("escape",)))


def empty_app():
    from textual.app import App
    from textual.containers import Vertical
    from textual.screen import ModalScreen, Screen
    from textual.widgets import Input, Static

    class Asking(ModalScreen):
        BINDINGS = (("escape", "dismiss"),)

        def compose(self):
            with Vertical():
                yield Static("?")
                yield Input()

    class Other(Screen):
        BINDINGS = (("escape", "dismiss"),)

        def compose(self):
            yield Static("other")

    class Empty(App):
        BINDINGS = (("d", "asking"), ("s", "other"))

        def compose(self):
            yield Static("○ open")

        def action_asking(self):
            self.push_screen(Asking())

        def action_other(self):
            self.push_screen(Other())

    return Empty()


def app_on(name: str):
    if name == "-":
        return empty_app()
    from negotext.chair.app import make_app

    return make_app(name, by="bench")


def memory() -> float:
    """The most memory this process has had, in MB; `getrusage` would count what its parent had when it forked."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(re.search(r"VmHWM:\s+(\d+)", status)[1]) / 1000


async def spent(pilot, presses: Iterable[Press]) -> dict[str, float]:
    """Milliseconds that each key takes."""
    found = {}
    for press in presses:
        times = []
        for _ in range(press.many):
            for key in press.before:
                await pilot.press(key)
            before = time.process_time()
            await pilot.press(press.key)
            times.append(time.process_time() - before)
            for key in press.after:
                await pilot.press(key)
        found[press.what] = 1000 * sorted(times)[len(times) // 2]
    return found


async def resized(pilot) -> float:
    """Milliseconds that the slowest of some resizes takes."""
    times = []
    for width in (110, 90, 140):
        before = time.process_time()
        await pilot.resize_terminal(width, 40)
        await pilot.pause()
        times.append(time.process_time() - before)
    await pilot.resize_terminal(*SIZE)
    return 1000 * max(times)


async def first_times(name: str) -> dict[str, float]:
    """Milliseconds that keys take which open something for the first time in a new app."""
    app = app_on(name)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause(READY_SECONDS)
        found = await spent(pilot, FIRST)
    app.desk.close()
    return found


async def measure(name: str) -> dict[str, object]:
    # What a command imports once is not measured here.
    for module in MODULES[:2] if name == "-" else MODULES:
        import_module(module)
    # As `negotext` itself does.
    gc.set_threshold(50_000)
    figures: dict[str, object] = {}
    started = time.perf_counter()
    app = app_on(name)
    gc.freeze()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        figures["first paint"] = time.perf_counter() - started
        figures["resize"] = await resized(pilot)
        figures["memory"] = memory()
        figures["keys"] = await spent(pilot, EMPTY if name == "-" else DRAFT)
        if name != "-":
            figures["away"] = await spent(pilot, AWAY)
            figures["lists"] = {}
            for opens, presses in LISTS.values():
                await pilot.press(opens)
                figures["lists"] |= await spent(pilot, presses)
                await pilot.press("escape")
    figures["memory, all"] = memory()
    if name != "-":
        app.desk.close()
        figures["first"] = await first_times(name)
    return figures


if __name__ == "__main__":
    print(json.dumps(asyncio.run(measure(sys.argv[1]))))
