"""One warm server: a process with a clean environment that forks one child a session.

The judge's half of the control socket. The one place that starts processes for bodies; it never reads what a
child says.
"""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path

_WORKER = Path(__file__).with_name("worker.py")
_ANSWER_SECONDS = 10.0  # a server that says nothing for so long is gone


class Gone(Exception):
    """A server that died or fell silent."""


class Server:
    """One warm process. It serves one session at a time."""

    def __init__(self) -> None:
        """Start the process; it is ready when it answers, and nobody waits for that here."""
        ours, theirs = socket.socketpair()
        with theirs:
            # The hash seed is fixed, so that the same body gives the same verdict; there is no other variable.
            self._process = subprocess.Popen(
                [sys.executable, "-S", "-s", "-P", "-B", str(_WORKER)],
                stdin=theirs.fileno(),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env={"PYTHONHASHSEED": "0"},
                cwd="/",
                start_new_session=True,
            )
        self._control = ours
        self._control.settimeout(_ANSWER_SECONDS)
        self._open = False
        self._loop = False

    def fork(self, *, loop: bool) -> socket.socket:
        """Fork a child, with an event loop at hand or not, and return the socket that it serves. Raises `Gone`."""
        ours, theirs = socket.socketpair()
        with theirs:
            try:
                if loop and not self._loop:
                    self._control.sendall(b"A")
                    self._loop = True
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

    def close(self) -> None:
        """End the process."""
        self._control.close()
        try:
            self._process.wait(1.0)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _answer(self) -> int:
        data = b""
        while len(data) < 4:
            part = self._control.recv(4 - len(data))
            if not part:
                raise Gone
            data += part
        return int.from_bytes(data, sys.byteorder)
