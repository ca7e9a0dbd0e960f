"""Who stands in the way of the nearest agreement, choice by choice.

Type: python examples/who_blocks.py examples/harbour-air.en.txt
"""

import sys
from pathlib import Path

from negotext.languages import load_registry
from negotext.outcome import choices_of
from negotext.query.holdups import ranked
from negotext.reading import read_bytes

HARBOUR = Path(__file__).with_name("harbour-air.en.txt")


def main(path: Path) -> None:
    draft = read_bytes(path.read_bytes(), path.name)
    groups = load_registry(draft.language).groups
    for holdup in ranked(choices_of(draft), groups):
        if holdup.holders:
            words = holdup.choice.alternatives[holdup.nearest].text or "(leave it out)"
            print(f"{holdup.choice.address:10}{words[:50]:52}pending {', '.join(holdup.holders)}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HARBOUR)
