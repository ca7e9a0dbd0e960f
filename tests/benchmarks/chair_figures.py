"""Measures the chair's screen in a process of its own: `python chair_figures.py SESSION`, or `-` for an empty app.

Prints JSON: seconds to open the session and to the first paint (imports left out), milliseconds of processor time a
key and a resize take, and the most memory the process had, in MB. A pilot waits after each key, so that only
processor time says what a key costs.
"""

import asyncio
import json
import re
import sys
import time
from importlib import import_module
from pathlib import Path

SIZE = (140, 45)
KEYS = {"next choice": "j", "page": "pagedown", "next open choice": "J", "outcome": "t", "marked up": "m"}
ROUNDS = 12


def app_on(name: str):
    if name == "-":
        from textual.app import App

        return App()
    from negotext.chair.app import make_app

    return make_app(name, by="bench")


MODULES = ("textual.app", "textual.pilot", "negotext.chair.app", "negotext.chair.screens.draft")


def memory() -> float:
    """The most memory this process has had, in MB; `getrusage` would count what its parent had when it forked."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(re.search(r"VmHWM:\s+(\d+)", status)[1]) / 1000


async def measure(name: str) -> dict[str, float]:
    # What a command imports once is not measured here.
    for module in MODULES[:2] if name == "-" else MODULES:
        import_module(module)
    figures: dict[str, float] = {}
    started = time.perf_counter()
    app = app_on(name)
    figures["open"] = time.perf_counter() - started
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        figures["first paint"] = time.perf_counter() - started
        for what, key in KEYS.items():
            spent = []
            for _ in range(ROUNDS):
                before = time.process_time()
                await pilot.press(key)
                spent.append(time.process_time() - before)
            figures[what] = 1000 * sorted(spent)[ROUNDS // 2]
        sizes = []
        for width in (110, 90, 140):
            before = time.process_time()
            await pilot.resize_terminal(width, 40)
            await pilot.pause()
            sizes.append(time.process_time() - before)
        figures["resize"] = 1000 * max(sizes)
    if name != "-":
        app.desk.close()
    figures["memory"] = memory()
    return figures


if __name__ == "__main__":
    print(json.dumps(asyncio.run(measure(sys.argv[1]))))
