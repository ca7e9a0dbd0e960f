"""How much memory a reading takes, measured in a process of its own."""

import subprocess
import sys
from pathlib import Path

import pytest
from benchmarks.board import MEGABYTE, repeated

BAR = 40
# The peak that Linux keeps for a program, not the one it inherits from the process that started it (ru_maxrss does).
READ = """
import re, sys
from pathlib import Path
from negotext.reading import read_bytes

def peak():
    return int(re.search(r"VmHWM:\\s+(\\d+) kB", Path("/proc/self/status").read_text())[1]) * 1024

data = Path(sys.argv[1]).read_bytes()
read_bytes(data[: data.index(b"\\n") + 1])
before = peak()
draft = read_bytes(data)
print((peak() - before) / len(data))
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="measured by what Linux says of a process")
@pytest.mark.parametrize("megabytes", [1, 10])
def test_peak_memory(board, drafts, tmp_path, megabytes):
    for name in sorted(drafts)[:: max(1, len(drafts) - 1)]:
        path = tmp_path / name
        path.write_bytes(repeated(drafts[name], megabytes * MEGABYTE))
        done = subprocess.run([sys.executable, "-c", READ, path], capture_output=True, check=True, text=True)
        figure = float(done.stdout)
        board.put(f"memory, {megabytes} MB of {name[:16]}", figure, BAR, "x")
        assert figure <= BAR
