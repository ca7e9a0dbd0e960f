"""Measures the room's screen in a process of its own: `python room_figures.py SESSION`.

Prints JSON: seconds to the first paint (imports left out) and from a chair's deed until the room shows it, milliseconds
of processor time that following takes, and the share of a processor that it takes while nothing happens, in percent.
"""

import asyncio
import gc
import json
import sys
import time
from collections.abc import Callable
from importlib import import_module

from negotext.chair.desk import Desk
from negotext.chair.room_app import RoomApp, make_room_app
from negotext.model import Act
from negotext.store import Shown

SIZE = (140, 45)
TIMES = 6
IDLE = 3.0
PATIENCE = 5.0


def put_up(desk: Desk, view: str = "marked") -> None:
    desk.session.show_room(Shown(desk.round, desk.current, False, view))


def accept(desk: Desk) -> None:
    desk.decide(desk.decision(Act.ACCEPT, 1))


async def followed(app: RoomApp, deed: Callable[[], None], done: Callable[[], bool]) -> tuple[float, float]:
    """Seconds until a deed is shown, and milliseconds of processor time that this takes here."""
    deed()
    started, before = time.perf_counter(), time.process_time()
    while not done():
        assert time.perf_counter() - started < PATIENCE
        await asyncio.sleep(0.01)
    delay = time.perf_counter() - started
    # What is drawn afterwards.
    await asyncio.sleep(0.2)
    return delay, 1000 * (time.process_time() - before)


async def measure(name: str) -> dict[str, float]:
    import_module("textual.pilot")
    gc.set_threshold(50_000)
    desk = Desk.opened(name, by="bench")
    put_up(desk)
    figures: dict[str, float] = {}
    started = time.perf_counter()
    app = make_room_app(name, follow=True)
    gc.freeze()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        figures["first paint"] = time.perf_counter() - started
        room = app.room
        found: dict[str, list[tuple[float, float]]] = {"place": [], "decision": [], "view": []}
        for number in range(TIMES):
            desk.step(1)
            at = desk.current
            found["place"].append(await followed(app, lambda: put_up(desk), lambda at=at: app.shown.text.current == at))
            found["decision"].append(
                await followed(app, lambda: accept(desk), lambda at=at: at in room.places.decisions)
            )
            view = ("outcome", "marked")[number % 2]
            found["view"].append(
                await followed(
                    app, lambda view=view: put_up(desk, view), lambda view=view: room.view.name.lower() == view
                )
            )
        for what, each in found.items():
            figures[f"{what}: delay"] = sorted(delay for delay, _ in each)[len(each) // 2]
            figures[f"{what}: processor time"] = sorted(spent for _, spent in each)[len(each) // 2]
        await asyncio.sleep(1)
        before = time.process_time()
        await asyncio.sleep(IDLE)
        figures["idle"] = 100 * (time.process_time() - before) / IDLE
    app.room.close()
    desk.close()
    return figures


if __name__ == "__main__":
    print(json.dumps(asyncio.run(measure(sys.argv[1]))))
