from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from holo.operations import ahead
from holo.sandbox.crew import Crew
from holo.sandbox.pool import Pool

if TYPE_CHECKING:
    from collections.abc import Callable


COUNT = 12
SPEC = "\n".join(
    f'function f{number}(value: int) -> int {{\n  """Count."""\n  example f{number}(1) == 1\n}}\n'
    for number in range(COUNT)
)


def processes() -> dict[int, tuple[int, str]]:
    """Return all processes that are there and no zombies, with their parents and commands."""
    found = {}
    for path in Path("/proc").glob("[0-9]*"):
        try:
            words = (path / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()
            command = (path / "cmdline").read_text(encoding="utf-8").replace("\0", " ")
        except OSError:
            continue
        if words[0] != "Z":
            found[int(path.name)] = (int(words[1]), command)
    return found


def under(top: int) -> dict[int, str]:
    """Return the processes that one started, and those that they started."""
    rows = processes()
    inside = {top}
    while more := {pid for pid, (parent, _) in rows.items() if parent in inside} - inside:
        inside |= more
    return {pid: rows[pid][1] for pid in inside - {top} if pid in rows}


def until(holds: Callable[[], bool], seconds: float) -> bool:
    """Wait until something holds, at most so long; say whether it does."""
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            return False
        time.sleep(0.02)
    return True


@pytest.fixture
def busy(tmp_path: Path) -> subprocess.Popen[bytes]:
    """Return a build whose hands are all busy with bodies that never end."""
    (tmp_path / "town.holo").write_text(f'hologram town "0.1.0" language 1\n{SPEC}', encoding="utf-8")
    (tmp_path / "holo.toml").write_text(
        '[project]\nspecs = ["town.holo"]\n\n[check]\ntypes = "off"\n\n[limits]\nseconds = 60.0\n', encoding="utf-8"
    )
    home = tmp_path / "build" / "town" / "bodies"
    home.mkdir(parents=True)
    for number in range(COUNT):
        text = f"def f{number}(value: int) -> int:\n    while value:\n        value += 1\n    return value\n"
        (home / f"town.f{number}.py").write_text(text, encoding="utf-8")
    # Two cores as far as the process can tell: with one there are no hands.
    start = "import os, sys; os.sched_getaffinity = lambda _: {0, 1}; from holo.cli import main; main()"
    process = subprocess.Popen(
        [sys.executable, "-c", start, "build", "town.holo"],
        cwd=tmp_path,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    started = until(lambda: len(copies(process.pid)) == 2 and len(bodies(process.pid)) >= 2, 60)
    assert started, (process.poll(), under(process.pid))
    return process


def copies(top: int) -> list[int]:
    """Return the hands of a build: its own children that have its own command."""
    rows = processes()
    return [pid for pid, (parent, command) in rows.items() if parent == top and command == rows[top][1]]


def bodies(top: int) -> list[int]:
    """Return the children of hands' servers, in which bodies run."""
    rows = processes()
    hands = set(copies(top))
    servers = {pid for pid in under(top) if "worker.py" in rows.get(pid, (0, ""))[1]}
    found = [pid for pid in servers if rows[pid][0] in servers and "bwrap" not in rows[pid][1]]

    def line(pid: int) -> set[int]:
        above = set()
        while pid in rows:
            above.add(pid := rows[pid][0])
        return above

    return [pid for pid in found if line(pid) & hands and "bwrap" not in rows[rows[pid][0]][1]]


def test_ctrl_c_with_hands_at_work_leaves_nothing_running(busy: subprocess.Popen[bytes]) -> None:
    """Whoever stops a build has stopped it: hands, servers, and the bodies that run in them."""
    there = under(busy.pid)
    assert len(there) >= 6

    os.killpg(busy.pid, signal.SIGINT)
    said, _ = busy.communicate(timeout=30)

    assert 130 == busy.returncode, said.decode()
    assert b"Traceback" not in said
    assert until(lambda: not any(pid in processes() for pid in there), 10), there


def test_a_build_that_is_killed_takes_its_hands_with_it(busy: subprocess.Popen[bytes]) -> None:
    """Hands at work are ended with it, and servers see that their hand is gone."""
    there = under(busy.pid)

    os.kill(busy.pid, signal.SIGKILL)
    busy.communicate(timeout=30)

    assert until(lambda: not any(pid in processes() for pid in there), 10), there


def sockets() -> list[int]:
    """Return the inodes of this process's sockets."""
    found = []
    for path in Path("/proc/self/fd").iterdir():
        try:
            target = str(path.readlink())
        except OSError:
            continue
        if target.startswith("socket:["):
            found.append(int(target[8:-1]))
    return found


def test_hands_hold_no_server_but_their_own() -> None:
    """A server ends when its socket is closed, so nobody else may hold it open."""
    before = set(sockets())  # of those who run the tests
    with Pool(2) as pool:
        pool.start()
        assert pool.level()
        own = {os.fstat(server._control.fileno()).st_ino for server in pool._idle}
        shop: Any = SimpleNamespace(pool=pool, journal=None, stands={})

        def make() -> Callable[[bytes], bytes]:
            ahead._hand(shop)
            return lambda _: json.dumps(sockets()).encode()

        with Crew(2, make) as crew:
            numbers = [crew.ask(lambda _: b"") for _ in range(2)]
            one, two = (set(json.loads(crew.answer(number) or b"[]")) - before for number in numbers)
            began = time.monotonic()
            pool.close()
            took = time.monotonic() - began

    assert len(own) == 2
    assert one
    assert two
    assert not one & two
    assert not (one | two) & own
    assert took < 0.9  # and no server had to be killed
