"""The process in which CrossHair looks for an input that breaks a contract.

Started as a script with a clean environment, once for each function; knows nothing of Holo but the three scripts
beside it. It has the walls of `worker.py`, wider by what the solver needs: threads that keep time (no processes) and
more memory; and it may read CrossHair's own modules. The contract is in one process with the body
here, as nowhere else: what it says is a hint and no verdict, and the judge asks the body again.

Its arguments are the folders that its modules come from. It reads one message from its socket (as `wire.opening`
makes it, followed by one call) and answers twice: which walls stand, and what was found.
"""

from __future__ import annotations

import dataclasses
import gc
import importlib
import importlib.util
import json
import linecache
import os
import socket
import struct
import sys
import typing

_SIZE = struct.Struct("<I")
_CLONE3, _CLONE = (435, 435), (56, 220)  # x86-64, aarch64
_OWN = ("crosshair", "z3", "typeshed_client")
_THREAD = 0x3D0F00  # the one form of `clone` that makes a thread and no process
_ENTRY = "_holo_check"  # the module of `emit.symbolic_file`


def _beside(name: str) -> typing.Any:
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), f"{name}.py")  # noqa: PTH100, PTH118, PTH120  as in `worker.py`
    spec = importlib.util.spec_from_file_location(f"holo_{name}", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def with_threads(layers: typing.Any) -> None:
    """Widen the filter of calls by threads: the solver keeps its time in one."""
    if not layers._has_filter():  # noqa: SLF001  the scripts of this folder are one program
        return
    narrow = layers._filter()  # noqa: SLF001  the same
    column, _ = layers._MACHINES[os.uname().machine]  # noqa: SLF001  the same

    def step(code: int, yes: int, no: int, value: int) -> bytes:
        return struct.pack("=HBBI", code, yes, no, value & 0xFFFFFFFF)

    load, equal, leave = 0x20, 0x15, 0x06
    allow, refuse, unknown = 0x7FFF0000, 0x00050001, 0x00050026
    steps = [
        step(equal, 0, 1, _CLONE3[column]),
        step(leave, 0, 0, unknown),  # its flags lie in memory: the C library goes on with `clone`
        step(equal, 0, 4, _CLONE[column]),
        step(load, 0, 0, 16),
        step(equal, 0, 1, _THREAD),
        step(leave, 0, 0, allow),
        step(leave, 0, 0, refuse),
        step(equal, 0, 1, (273, 99)[column]),  # set_robust_list, the first call of a thread
        step(leave, 0, 0, allow),
    ]
    head = 8 * (6 if column == 0 else 4)  # behind the checks of the machine
    wide = narrow[:head] + b"".join(steps) + narrow[head:]
    layers._filter = lambda: wide  # noqa: SLF001  the same
    # A limit on processes counts threads, too. The filter lets none but threads be made.
    vars(layers.resource).pop("RLIMIT_NPROC", None)


class Connection:
    """The judge, at the other end of a socket."""

    def __init__(self) -> None:
        """Take the socket that stands where standard input would."""
        self.socket = socket.socket(fileno=os.dup(0))

    def message(self) -> typing.Any:
        """Return the next message; end when the judge went away."""
        size = _SIZE.unpack(self._bytes(_SIZE.size))[0]
        return json.loads(self._bytes(size))

    def answer(self, data: object) -> None:
        """Send plain data."""
        text = json.dumps(data).encode("ascii")
        self.socket.sendall(_SIZE.pack(len(text)) + text)

    def _bytes(self, size: int) -> bytes:
        data = b""
        while len(data) < size:
            part = self.socket.recv(size - len(data))
            if not part:
                os._exit(0)
            data += part
        return data


def explore(module: typing.Any, seconds: float, wire: typing.Any) -> list[object]:
    """Return what CrossHair says of a module's `check`: state, words, the input, and how often the body was reached."""
    core = importlib.import_module("crosshair.core")
    options = importlib.import_module("crosshair.options")
    found: list[typing.Any] = []
    reached = 0

    def told(holds: object, arguments: tuple[object, ...]) -> object:
        if not holds:
            found.append(core.deep_realize(arguments))
            return False
        return True

    def reaches() -> None:
        nonlocal reached
        reached += 1

    undefined = False

    def undefines() -> bool:
        nonlocal undefined
        undefined = True
        return True

    module._undefined = undefines  # noqa: SLF001  as below
    module._told, module._reaches = told, reaches  # noqa: SLF001  what the checker's text leaves open
    chosen = options.AnalysisOptionSet(
        analysis_kind=[options.AnalysisKind.PEP316],
        per_condition_timeout=seconds,
        per_path_timeout=max(1.0, seconds / 4),
        max_uninteresting_iterations=sys.maxsize,  # the limit is time; a few dull paths are no reason to stop
        report_all=True,
    )
    checkables = list(core.analyze_function(module.check, chosen))
    said = [(each.state.name, each.message) for each in core.run_checkables(checkables)]
    if found:
        words = next((message for state, message in said if state not in {"CONFIRMED", "CANNOT_CONFIRM"}), "")
        return ["found", words[:300], wire.out(found[-1]), reached]
    state, words = said[0] if said else ("NOTHING", "CrossHair finds nothing to look at")
    # Where the contract has no value on a path, nothing is confirmed there.
    if state == "CONFIRMED" and undefined:
        return ["none", words[:300], None, reached]
    return [{"CONFIRMED": "all", "CANNOT_CONFIRM": "none"}.get(state, "unable"), words[:300], None, reached]


def _threads() -> int:
    """Return how many threads there are; 1 where the system does not say and there can be no walls either."""
    try:
        return len(os.listdir("/proc/self/task"))  # noqa: PTH208  pathlib is not loaded here
    except OSError:
        return 1


def _lines(name: str, text: str) -> None:
    # CrossHair looks for the source of what it runs where tracebacks look for it.
    linecache.cache[name] = (len(text), None, text.splitlines(keepends=True), name)


def main(folders: list[str]) -> None:
    """Load the solver, put up the walls, look once."""
    worker = _beside("worker")
    layers, plain = worker.layers, worker.plain
    vars(dataclasses).pop("exec", None)  # CrossHair looks through what `dataclasses` itself runs, not what `warm` kept
    sys.path += folders
    # Loaded, and not run once: a thread of the solver that is older than the walls would stand outside them.
    importlib.import_module("crosshair.core_and_libs")
    # Some of it is loaded when it is needed; the other packages that are installed beside it stay closed.
    standard = layers.readable()
    own = [f"{folder}/{name}" for folder in folders for name in _OWN]
    layers.readable = lambda: (*standard, *filter(os.path.isdir, own))
    layers._prctl(layers._PR_SET_DUMPABLE, 0)  # noqa: SLF001  the scripts of this folder are one program
    with_threads(layers)
    rules = layers.ruleset()
    judge = Connection()
    null = os.open(os.devnull, os.O_RDWR)
    os.dup2(null, 0)
    opened = judge.message()
    limits = opened["limits"]
    gc.collect()
    stands = layers.wall(rules, limits["seconds"], limits["memory"])
    judge.answer(stands if _threads() == 1 else [layers.WEAK, *stands])
    wire = plain.Wire(opened["entries"], opened["fields"])
    for name, text in opened["modules"].items():
        _lines(f"<{name}>", text)
    sys.meta_path.insert(0, worker.Finder(opened["modules"]))
    try:
        module = importlib.import_module(_ENTRY)
        answer = explore(module, float(opened["search"]), wire)
    except MemoryError:
        answer = ["unable", "the search takes more memory than it may", None, 0]
    except BaseException as error:  # noqa: BLE001  the candidate's text and CrossHair may raise anything
        answer = ["unable", f"{type(error).__name__}: {error}"[:300], None, 0]
    judge.answer(answer)


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    finally:
        os._exit(0)
