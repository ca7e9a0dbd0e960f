"""A process that writes to a session and says so, line by line, after each write; for test_processes.py.

    python writer.py SESSION NAME COUNT

What it prints is what a person has been told is done.
"""

import sys

from negotext.model import Act, Alternative, Decision
from negotext.store import StaleChoice, open_session


def main(path: str, name: str, count: int) -> None:
    with open_session(path, timeout=30) as session:
        addresses = [choice.address for choice in session.listed(None)]
        print("ready", flush=True)
        for number in range(count):
            address = addresses[number % len(addresses)]
            try:
                match number % 4:
                    case 0:
                        entry = session.say(address, f"{name} {number}", (), (Alternative(9, "x"),), by=name)
                    case 1:
                        entry = session.undo(by=name)
                    case _:
                        seen = session.choice(address).seen
                        entry = session.decide(Decision(address, Act.PARK), by=name, why=str(number), seen=seen)
            except StaleChoice:
                print("stale", flush=True)
                continue
            print(entry.id, entry.kind, entry.address, flush=True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
