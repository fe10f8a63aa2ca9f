"""A judge that is killed leaves no process behind, not even one that is busy with a body."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from holo.sandbox.level import LEVELS

ROOT = Path(__file__).parents[3]
JUDGE = """
import sys
from threading import Thread
from holo.sandbox.outcome import Limits
from holo.sandbox.pool import Pool
from tests.unit.sandbox.cases import called
pool = Pool(1, sys.argv[1])
called(pool, "def f(): return 1")
print(pool._idle[0]._process.pid, flush=True)
called(pool, "def f():\\n    while True: pass", limits=Limits(call_seconds=60, session_seconds=60))
"""


def _group(leader: int) -> list[int]:
    """Return the processes of a session that a server leads, and those that they have started."""
    found = []
    for entry in Path("/proc").iterdir():
        try:
            words = (entry / "stat").read_text("utf-8", "replace").rpartition(")")[2].split()
        except OSError:
            continue
        if words[0] != "Z" and (
            entry.name == str(leader) or leader in {int(words[1]), int(words[3])} or int(words[1]) in found
        ):
            found.append(int(entry.name))
    return found


@pytest.mark.parametrize("best", LEVELS)
def test_nothing_outlives_a_judge_that_is_killed(best: str) -> None:
    """The server notices that nobody is there any more, and takes its child with it."""
    with subprocess.Popen([sys.executable, "-c", JUDGE, best], cwd=ROOT, stdout=subprocess.PIPE, text=True) as judge:
        assert judge.stdout is not None
        server = int(judge.stdout.readline())
        time.sleep(0.3)
        assert _group(server)
        judge.send_signal(signal.SIGKILL)
        judge.wait()
    until = time.monotonic() + 10
    while _group(server) and time.monotonic() < until:
        time.sleep(0.05)

    assert [] == _group(server)
