"""A search for one input that breaks one contract, with CrossHair, in a process of its own.

The judge's half of `symbolic_worker.py`. What comes back is a hint that nobody vouches for: values by exact type,
never a verdict. CrossHair is an extra: `installed` says whether it is there, and nothing here imports it.
"""

from __future__ import annotations

import importlib.util
import json
import os
import select
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from holo.expr.stopped import Stopped
from holo.sandbox.wire import Malformed, TooLarge, Wire

if TYPE_CHECKING:
    from holo.sandbox.outcome import Limits
    from holo.sandbox.program import Program

_WORKER = Path(__file__).with_name("symbolic_worker.py")
_MODULES = ("crosshair", "z3", "typing_inspect", "typing_extensions", "mypy_extensions", "typeshed_client", "packaging")
_START_SECONDS = 30.0  # to load the solver, on a machine that is busy with other things
_SLACK = 2.0  # CrossHair counts seconds of the processor; the wall's are longer
MEMORY = 2048  # MiB that a search may take; the solver alone maps several hundred
_MOST = 1 << 22  # bytes of one answer


class State(Enum):
    """How a search ended."""

    ALL = "all"  # every path was followed
    NONE = "none"  # nothing was found in the time there was
    FOUND = "found"
    UNABLE = "unable"


@dataclass(frozen=True, slots=True)
class Explored:
    """What a search says: `arguments` are the input found, `reached` how often the body was run.

    It is below 0 where that is not known; `level` is that of the sandbox.
    """

    state: State
    words: str = ""
    arguments: tuple[object, ...] = ()
    reached: int = 0
    level: str = ""


def installed() -> bool:
    """Say whether CrossHair is there."""
    return importlib.util.find_spec("crosshair") is not None and importlib.util.find_spec("z3") is not None


def explore(program: Program, seconds: float, limits: Limits, wire: Wire) -> Explored:
    """Search for an input for which the program's `check` is false, for so many seconds of the processor."""
    wall = _SLACK * seconds + 5
    limits = replace(limits, session_seconds=wall, memory=max(limits.memory, MEMORY))
    opening = json.loads(wire.opening(program, limits)[4:])
    text = json.dumps({**opening, "search": seconds}).encode("ascii")
    ours, theirs = socket.socketpair()
    with ours:
        with theirs:
            process = subprocess.Popen(
                [sys.executable, "-S", "-s", "-P", "-B", str(_WORKER), *_folders()],
                stdin=theirs.fileno(),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env={"PYTHONHASHSEED": "0"},
                cwd="/",
                start_new_session=True,
            )
        level = ""
        try:
            ours.settimeout(_START_SECONDS)
            ours.sendall(len(text).to_bytes(4, "little") + text)
            stands = _answer(ours, _START_SECONDS)
            level = str(stands[0]) if isinstance(stands, list) and stands else ""
            return _read(_answer(ours, wall), level, wire)
        except TimeoutError:
            return Explored(State.NONE, "it was ended from outside", (), -1, level)
        except (OSError, ValueError) as error:
            return Explored(State.UNABLE, f"the search ended: {error}", level=level)
        finally:
            with suppress(OSError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _read(answer: object, level: str, wire: Wire) -> Explored:
    """Return the answer as a value; whatever is not in the form agreed on is none."""
    match answer:
        case [str(state), str(words), None | ["t", *_] as data, int(reached)]:
            pass
        case _:
            raise ValueError("the answer is not in the form agreed on")
    words = "".join(c if c.isprintable() else " " for c in words)
    if data is None:
        return Explored(State(state), words, (), reached, level)
    try:
        found = wire.into(data)
    except (
        Stopped,
        Malformed,
        TooLarge,
        LookupError,
        TypeError,
        AttributeError,
        ArithmeticError,
        RecursionError,
    ) as error:
        return Explored(State.UNABLE, f"the input found cannot be read: {type(error).__name__}", (), reached, level)
    assert isinstance(found, tuple), "a `t` is a tuple"
    return Explored(State(state), words, found, reached, level)


def _answer(judge: socket.socket, seconds: float) -> object:
    """Return the next answer. Raises `TimeoutError`, or `ValueError` where there is none."""
    until = time.monotonic() + seconds
    data = b""
    size = 1 << 62
    while len(data) < size + 4:
        left = until - time.monotonic()
        if left <= 0 or not select.select([judge], [], [], left)[0]:
            raise TimeoutError
        part = judge.recv(1 << 16)
        if not part:
            raise ValueError("its process died")
        data += part
        size = int.from_bytes(data[:4], "little") if len(data) >= 4 else size
        if len(data) >= 4 and size > _MOST:
            raise ValueError("its answer is too long")
        if len(data) >= size + 4:
            break
    return json.loads(data[4 : 4 + size])


def _folders() -> list[str]:
    """Return the folders from which CrossHair and what it needs are loaded."""
    found: dict[str, None] = {}
    for name in _MODULES:
        spec = importlib.util.find_spec(name)
        if spec is not None and spec.origin is not None:
            origin = Path(spec.origin)
            found[str(origin.parents[1] if origin.name == "__init__.py" else origin.parent)] = None
    return list(found)
