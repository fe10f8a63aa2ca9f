"""One warm server: a process with a clean environment that forks one child a session.

The judge's half of the control socket. With `bubblewrap` the one place that starts processes for bodies; it never
reads what a child says.
"""

from __future__ import annotations

import json
import os
import select
import signal
import socket
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from holo.sandbox import bubblewrap
from holo.sandbox.level import STRONG

if TYPE_CHECKING:
    from collections.abc import Mapping

_ZONES = ("UTC0", "HOL3:30HOM,M3.2.0,M11.1.0")  # the second is half an hour off, and has a summer
_NOTHING: Mapping[str, str] = {}
_WORKER = Path(__file__).with_name("worker.py")
_OPTIONS = ["-S", "-s", "-P", "-B"]  # no site packages, no folder of its own on the path, no files written
_ANSWER_SECONDS = 10.0  # a server that says nothing for so long is gone
_START_SECONDS = 30.0  # on a machine that is busy with other things


class Gone(Exception):
    """A server that died or fell silent."""


class Server:
    """One warm process. It serves one session at a time."""

    def __init__(self, best: str = STRONG, bwrap: str | None = None, hash_seed: int = 0) -> None:
        """Start the process, through `bwrap` where one is given; nobody waits for it here.

        `best` is the level above which no layer is put up; `hash_seed` decides in which order sets are gone through, and
        whether it is UTC there.
        """
        self.wrapped = bwrap is not None
        command = [sys.executable, *_OPTIONS, str(_WORKER), best]
        if bwrap is not None:
            inside = [bubblewrap.interpreter(), *_OPTIONS, f"{bubblewrap.HOME}/{_WORKER.name}", best, "inside"]
            command = bubblewrap.wrapped(bwrap, inside)
        ours, theirs = socket.socketpair()
        with theirs:
            # The hash seed and the time zone are fixed, so that the same body gives the same verdict; there is no other
            # variable. Where sets have another order it is another time, too.
            self._process = subprocess.Popen(
                command,
                stdin=theirs.fileno(),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env={"PYTHONHASHSEED": str(hash_seed), "TZ": _ZONES[bool(hash_seed)]},
                cwd="/",
                start_new_session=True,
            )
        self._control = ours
        self._control.settimeout(_START_SECONDS)
        self._ready = False
        self._open = False
        self._loop = False
        self._known: set[int] = set()  # of modules that it was told of together

    def ready(self) -> bool:
        """Wait until the process answers for the first time; say whether it does."""
        if not self._ready:
            try:
                self._control.sendall(b"L")
                self._answer()
            except (OSError, Gone):
                return False
            self._control.settimeout(_ANSWER_SECONDS)
            self._ready = True
        return True

    def fork(self, *, loop: bool, shared: Mapping[str, str] = _NOTHING) -> socket.socket:
        """Fork a child, with an event loop at hand or not, and return the socket that it serves. Raises `Gone`.

        `shared` are modules that other programs have, too: they are compiled here, and loaded where that computes nothing, once.
        """
        ours, theirs = socket.socketpair()
        with theirs:
            try:
                if loop and not self._loop:
                    self._control.sendall(b"A")
                    self._loop = True
                known = hash(frozenset(shared.items()))
                if shared and known not in self._known:
                    data = json.dumps(dict(shared)).encode("ascii")
                    self._control.sendall(b"W" + len(data).to_bytes(4, "little") + data)
                    self._known.add(known)
                socket.send_fds(self._control, [b"O"], [theirs.fileno()])
                self._answer()
            except (OSError, Gone):
                ours.close()
                raise Gone from None
        self._open = True
        return ours

    def end(self) -> int:
        """End the child and all that it left behind; return its wait status. Raises `Gone`."""
        if not self._open:
            return 0
        self._open = False
        try:
            self._control.sendall(b"E")
            return self._answer()
        except OSError:
            raise Gone from None

    def forget(self) -> None:
        """Let go of a process that is another one's, in a copy of that one: it ends when nobody holds its socket."""
        self._control.close()

    def close(self) -> None:
        """End the process."""
        self._control.close()
        if not _ended(self._process, 1.0):
            # The group, since bubblewrap is two processes and the one that we know is not the one that matters.
            with suppress(OSError):
                os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()

    def _answer(self) -> int:
        data = b""
        while len(data) < 4:
            part = self._control.recv(4 - len(data))
            if not part:
                raise Gone
            data += part
        return int.from_bytes(data, sys.byteorder)


def _ended(process: subprocess.Popen[bytes], seconds: float) -> bool:
    """Wait for the end of a process, at most so long; say whether it came."""
    try:
        # `wait` with a time-out sleeps up to 45 ms too long: it asks again and again. A pidfd is told.
        descriptor = os.pidfd_open(process.pid)
    except (AttributeError, OSError):
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            return False
        return True
    try:
        poll = select.poll()
        poll.register(descriptor, select.POLLIN)
        ended = bool(poll.poll(seconds * 1000))
    finally:
        os.close(descriptor)
    if ended:
        process.wait()
    return ended
