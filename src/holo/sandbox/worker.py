"""The server that forks, and the child that runs code nobody trusts.

Started as a script with a clean environment; standard library only, nothing of Holo. It holds no expectation
and gives no verdict: it turns plain data into a call and what came of it into plain data. The form of that data
is written down in `wire.py`, whose other half this is.

The server reads one byte at a time from its control socket: `L` (answers 0: it is ready), `O` with a descriptor
(fork a child that serves that socket; answers its process id), `A` (the next children need an event loop),
`W` with a length and texts by module (compile them for the children to come, and load those that compute nothing), `E` (end the
child and everything it left behind; answers its wait status).

Its arguments are the best level to reach (`strong`, `good`, `weak`: layers above it are left out) and `inside`, where it
was started through bubblewrap.
"""

from __future__ import annotations

import array
import collections
import contextlib
import dataclasses
import functools
import gc
import importlib.abc
import importlib.util
import itertools
import json
import math
import os
import re
import signal
import socket
import string
import struct
import sys
import typing

# What programs import is loaded once, here, and not in every child.
LOADED = (collections, contextlib, dataclasses, functools, itertools, math, re, string)

_HEAD = struct.Struct("<II")  # length of the text, number of the call
_SIZE = struct.Struct("<I")


def _beside(name: str) -> typing.Any:
    """Load a module that stands beside this file; nothing else can be imported from there."""
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), f"{name}.py")  # noqa: PTH100, PTH118, PTH120  pathlib is not loaded here
    spec = importlib.util.spec_from_file_location(f"holo_{name}", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


layers = _beside("layers")
plain = _beside("plain")
warm = _beside("warm")
ready = _beside("ready")


def _text(data: list[typing.Any]) -> str:
    return str(plain.dumps(data))


class Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Finds the program's modules in a dictionary; writes and reads no file."""

    def __init__(self, modules: dict[str, str]) -> None:
        """Take source text by dotted name; what a name stands in is a package."""
        self.modules = modules
        self.packages = {name[:at] for name in modules for at, letter in enumerate(name) if letter == "."}

    def find_spec(self, name: str, *_: typing.Any) -> typing.Any:
        """Return how to load a module of the program; None for all others."""
        if name not in self.modules and name not in self.packages:
            return None
        return importlib.util.spec_from_loader(name, self, is_package=name in self.packages)

    def create_module(self, _: typing.Any) -> None:
        """Leave the making of the module object to Python."""

    def exec_module(self, module: typing.Any) -> None:
        """Run the text of a module."""
        name = module.__name__
        exec(warm.code_of(self.modules.get(name, ""), f"<{name}>"), module.__dict__)  # noqa: S102  running the program is what this process is for


class Child:
    """Serves the calls of one session over one socket."""

    def __init__(self, descriptor: int) -> None:
        """Take the descriptor of the socket."""
        self.descriptor = descriptor
        self.most = 0
        self.ahead = b""

    def message(self) -> typing.Any:
        """Return the next message of the judge; end when the judge went away."""
        while True:
            size = _SIZE.unpack_from(self.ahead)[0] if len(self.ahead) >= 4 else 1 << 62
            if len(self.ahead) >= 4 + size:
                text, self.ahead = self.ahead[4 : 4 + size], self.ahead[4 + size :]
                return json.loads(text)
            part = os.read(self.descriptor, 1 << 16)
            if not part:
                os._exit(0)
            self.ahead += part

    def answer(self, number: int, text: str) -> None:
        """Send an answer under its call's number."""
        data = text.encode("ascii")
        data = _HEAD.pack(len(data), number) + data
        while data:
            data = data[os.write(self.descriptor, data) :]

    def serve(self, wall: typing.Callable[[int, int], list[str]]) -> None:
        """Put up the wall, then answer calls for ever."""
        opened = self.message()
        limits = opened["limits"]
        self.most = limits["answer"]
        self.answer(0, _text(wall(limits["seconds"], limits["memory"])))
        wire = plain.Wire(opened["entries"], opened["fields"])
        late = frozenset(opened["asynchronous"])
        finder = Finder(opened["modules"])
        sys.meta_path.insert(0, finder)
        ready.take(finder)
        del opened
        while True:
            number, key, arguments, ports = self.message()
            self.answer(number, self.call(wire, key, arguments, ports, key in late))

    def call(self, wire: typing.Any, key: str, arguments: list[typing.Any], ports: typing.Any, late: object) -> str:
        """Call a function of the program; return in three lines what came of it, its arguments, and words about it."""
        told: dict[str, list[typing.Any]] = {at: [] for at in ports}
        values: list[typing.Any] = []
        try:
            function = wire.find(key)
            values = [wire.into(argument) for argument in arguments]
            for at, (port, functions, script) in ports.items():
                values[int(at)] = wire.fake(port, functions, script, told[at])
        except BaseException as error:  # noqa: BLE001  loading runs the candidate's text: anything may come out
            return _none("crashed", f"cannot be loaded: {_words(error)}")
        try:
            kind, value = "returned", _finished(function(*values)) if late else function(*values)
        except MemoryError:
            return _none("memory", "")
        except (SystemExit, KeyboardInterrupt, GeneratorExit) as error:
            return _none("crashed", f"`{type(error).__name__}` was raised")
        except BaseException as error:  # noqa: BLE001  whatever a body raises is its answer
            kind, value = "raised", error
        try:
            words: list[typing.Any] = ["", None]
            if kind == "raised":
                name, payload, loose = wire.raised(value)
                words = [_words(value), loose]
            else:
                name, payload = "", wire.out(value)
            for at in ports:
                values[int(at)] = None
                for call in told[at]:
                    if type(call) is str:
                        return _none("protocol", f"not plain data: {call}")
            after = [wire.out(value) for value in values]
            text = f"{_text([kind, payload, name, told])}\n{_text(after)}\n{_text(words)}"
        except plain.NotPlain as error:
            return _none("protocol", f"not plain data: {error}")
        except RecursionError:
            return _none("protocol", "not plain data: nested too deeply, or in a circle")
        except MemoryError:
            return _none("memory", "")
        except BaseException as error:  # noqa: BLE001  attributes of a candidate's class may raise anything
            return _none("protocol", f"not plain data: {type(error).__name__}")
        return text if len(text) <= self.most else _none("protocol", f"the answer has {len(text)} characters")


def _none(kind: str, words: str) -> str:
    """Return the answer of a call without a result."""
    return f"{_text([kind, None, '', {}])}\n[]\n{_text([words, None])}"


def _finished(awaitable: typing.Any) -> typing.Any:
    """Run a coroutine to its end."""
    import asyncio  # loaded by the server before it forks children that need it

    return asyncio.run(awaitable)


def _words(error: BaseException) -> str:
    """Say an error in a line; a candidate's `__str__` may itself fail."""
    try:
        return f"{type(error).__name__}: {error}"[:300]
    except BaseException:  # noqa: BLE001  see above
        return type(error).__name__


# -- the server -----------------------------------------------------------------------------------


def _child(descriptor: int, null: int, rules: int, *, filtered: bool, wrapped: bool) -> typing.NoReturn:
    os.setsid()
    for standard in (0, 1, 2):
        os.dup2(null, standard)
    top = max(descriptor, rules, 3) + 3
    os.dup2(descriptor, top)
    kept = -1
    if rules >= 0:
        kept = top + 1
        os.dup2(rules, kept, inheritable=False)
    os.closerange(3, top)
    os.closerange(top + 2, top + 64)
    try:
        Child(top).serve(lambda seconds, memory: layers.wall(kept, seconds, memory, filtered=filtered, wrapped=wrapped))
    finally:
        os._exit(70)


def _end(pid: int, *, wrapped: bool) -> int:
    """End a child, its group, and what it left behind; return its wait status."""
    for end in (os.kill, os.killpg):
        with contextlib.suppress(OSError):
            end(pid, signal.SIGKILL)
    status = os.waitpid(pid, 0)[1]
    for _ in range(200):  # Orphans come to this process, which adopted them; more may come while it ends some.
        if not (_end_all() if wrapped else _end_orphans()):
            break
    return status


def _end_all() -> bool:
    """End every other process of this namespace: there is nobody in it but what children left behind."""
    with contextlib.suppress(OSError):
        os.kill(-1, signal.SIGKILL)
    found = False
    with contextlib.suppress(ChildProcessError):
        while os.waitpid(-1, 0)[0] > 0:
            found = True
    return found


def _end_orphans() -> bool:
    """End what has come to this process; say whether there was anything."""
    try:
        with open("/proc/thread-self/children", encoding="ascii") as listed:  # noqa: PTH123  pathlib is not loaded here
            left = [int(word) for word in listed.read().split()]
    except OSError:
        return False
    for orphan in left:
        with contextlib.suppress(OSError):
            os.kill(orphan, signal.SIGKILL)
        with contextlib.suppress(OSError):
            os.waitpid(orphan, 0)
    return bool(left)


def _load_loop() -> None:
    """Load the event loop, without OpenSSL: it makes every later fork dearer, so only who needs it asks for it."""
    held = sys.modules.setdefault("ssl", typing.cast("typing.Any", None))
    importlib.import_module("asyncio")
    if held is None:
        del sys.modules["ssl"]
    gc.collect()
    gc.freeze()


def _received(control: socket.socket) -> bytes:
    """Return what follows an order, by its length."""
    data = b""
    size = _SIZE.size
    while len(data) < size:
        part = control.recv(size - len(data))
        if not part:
            sys.exit()
        data += part
        if size == _SIZE.size == len(data):
            size += _SIZE.unpack(data)[0]
    return data[_SIZE.size :]


def serve(best: str, *, wrapped: bool) -> None:
    """Answer the judge until it goes away."""
    filtered = best != layers.WEAK
    layers.adopt()
    control = socket.socket(fileno=0)
    null = os.open(os.devnull, os.O_RDWR)
    rules = layers.ruleset() if filtered else -1
    layers.prepared()
    gc.collect()
    gc.freeze()
    child = 0
    while True:
        ends = array.array("i")
        order, ancillary, _, _ = control.recvmsg(1, socket.CMSG_SPACE(ends.itemsize))
        for _, _, data in ancillary:
            ends.frombytes(data[: len(data) - len(data) % ends.itemsize])
        if order == b"O":
            pid = os.fork()
            if pid == 0:
                _child(ends[0], null, rules, filtered=filtered, wrapped=wrapped)
            child = pid
            os.close(ends[0])
            control.sendall(_SIZE.pack(pid))
        elif order == b"A":
            _load_loop()
        elif order == b"W":
            texts = json.loads(_received(control))
            for name, text in texts.items():
                warm.learn(text, f"<{name}>")
            if ready.load(texts, Finder):
                gc.collect()
            gc.freeze()
        elif order == b"L":
            control.sendall(_SIZE.pack(0))
        elif order == b"E":
            status = _end(child, wrapped=wrapped) if child else 0
            child = 0
            control.sendall(_SIZE.pack(status))
        else:
            if child:
                _end(child, wrapped=wrapped)
            return


if __name__ == "__main__":
    # The first process of the namespace is bubblewrap's own: elsewhere nobody else may be ended with one call.
    serve((*sys.argv, layers.STRONG)[1], wrapped="inside" in sys.argv and os.getppid() == 1)
