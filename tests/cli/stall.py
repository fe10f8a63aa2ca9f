"""A small project for the tests of commands: a stall at a fair, its bodies, and `holo` run as a user would run it."""

from __future__ import annotations

import contextlib
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any
from unittest import mock

from holo.cli.again import Witness
from holo.cli.app import perform
from holo.provenance import recordings
from holo.provenance.recordings import Recording

SECONDS = 120
SPEC = "specs/stall.holo"
CONFIG = f'[project]\nspecs = ["{SPEC}"]\n\n[limits]\ninputs = 40\n'
TEXT = (Path(__file__).parent / "stall.holo").read_text(encoding="utf-8")

BODIES = {
    "stall.line.call_out": """\
def call_out(queue: list[str], board: Board) -> int:
    done = 0
    for name in queue:
        try:
            board.write(name)
        except ConnectionError:
            continue
        done += 1
    return done
""",
    "stall.line.even": """\
def even(number: int) -> bool:
    return True if number == 0 else odd(number - 1)
""",
    "stall.line.first": """\
def first(queue: list[str]) -> str:
    if not queue:
        raise Empty(0)
    return queue[0]
""",
    "stall.line.greeting": """\
def greeting(name: str) -> str:
    return f"Hello, {name}"[:90]
""",
    "stall.line.odd": """\
def odd(number: int) -> bool:
    return False if number == 0 else even(number - 1)
""",
    "stall.line.others": """\
def others(queue: list[str]) -> list[str]:
    return queue[1:]
""",
    "stall.line.serve": """\
def serve(queue: list[str], times: int) -> list[str]:
    left = queue
    for _ in range(times):
        left = others(left)
    return left
""",
    "stall.prices.change": """\
def change(paid: int, wares: list[Ware]) -> int:
    return paid - total(wares)
""",
    "stall.prices.total": """\
def total(wares: list[Ware]) -> int:
    return sum(price(ware) for ware in wares)
""",
}
"""A right body for every function that the hologram leaves open, by id."""


def holo(folder: Path, *words: str, stdin: bytes = b"", **more: str) -> subprocess.CompletedProcess[str]:
    """Run `holo` in a folder, in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "holo", *words],
        cwd=folder,
        input=stdin,
        capture_output=True,
        timeout=SECONDS,
        env=surroundings(folder, **more),
        check=False,
    )
    result = subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())
    assert "Traceback" not in result.stdout + result.stderr, result.stdout + result.stderr
    return result


def here(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run `holo` in a folder, in this process: a second less. What starts a command and what ends it is left out."""
    out, err = io.StringIO(), io.StringIO()
    with (
        mock.patch.dict(os.environ, surroundings(folder)),
        contextlib.chdir(folder),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        code = perform(list(words), Witness([]))
    assert "Traceback" not in err.getvalue(), err.getvalue()
    return subprocess.CompletedProcess(words, code, out.getvalue(), err.getvalue())


def surroundings(folder: Path, **more: str) -> dict[str, str]:
    """Return the environment in which `holo` is run: no colour, and a cache folder that is the test's own."""
    return {**os.environ, "XDG_CACHE_HOME": str(folder / ".user-cache"), "NO_COLOR": "1", **more}


def answer(folder: Path, *words: str) -> Any:
    """Run `holo` in this process and return its JSON object."""
    return json.loads(here(folder, *words, "--format", "json").stdout)


def judged(folder: Path) -> set[str]:
    """Build, and return the ids of the functions that were judged in that run."""
    rows = answer(folder, "build")["built"]
    return {one["id"] for built in rows for one in built["functions"] if one["judged"]}


def make(folder: Path, text: str = TEXT, config: str = CONFIG) -> Path:
    """Write the project without any body."""
    (folder / "specs").mkdir(parents=True)
    (folder / SPEC).write_text(text, encoding="utf-8")
    (folder / "holo.toml").write_text(config, encoding="utf-8")
    return folder


def record(folder: Path, *keys: str) -> None:
    """Record the right body of some functions, or of all, as replies to the tickets as they are now."""
    assert here(folder, "compile").returncode == 0
    for key, ticket in tickets(folder).items():
        if not keys or key in keys:
            file = recordings.path(folder / "recordings", "stall", key)
            recordings.write(file, Recording(ticket, "a writer", f"```python\n{BODIES[key]}```\n"))


def tickets(folder: Path) -> dict[str, str]:
    """Return the hash of each ticket that has been written, by function id."""
    index = json.loads((folder / "build" / "stall" / "tickets" / "index.json").read_text(encoding="utf-8"))
    return {row["id"]: row["hash"] for row in index["tickets"]}


def generated(folder: Path, key: str) -> Path:
    """Return the generated file of a function."""
    package, name = key.split(".")[-2:]
    return folder / "generated" / "stall" / "src" / "stall" / package / f"{name}.py"


def snapshot(*folders: Path) -> dict[str, bytes]:
    """Return every file below some folders, or these files, by path relative to the parent."""
    found: dict[str, bytes] = {}
    for folder in folders:
        paths = sorted(folder.rglob("*")) if folder.is_dir() else [folder]
        for path in paths:
            if path.is_file() and not {"__pycache__", ".user-cache", ".pytest_cache"} & set(path.parts):
                found[path.relative_to(folder.parent).as_posix()] = path.read_bytes()
    return found


def kept(folder: Path) -> dict[str, bytes]:
    """Return what is committed of a project: the generated package and the lock."""
    return snapshot(folder / "generated", folder / "holo.lock")
