"""One session: a child that holds one program and answers calls.

Measures the time itself, with a poll on the child's socket, and trusts nothing that comes back: `wire` reads it.
A child that dies, falls silent or says nonsense gives an outcome, and the next call gets a fresh child. What a
program keeps between calls therefore lasts no longer than its child.
"""

from __future__ import annotations

import os
import select
import signal
import struct
import time
from typing import TYPE_CHECKING

from holo.sandbox.level import weakest
from holo.sandbox.outcome import Kind, Limits, Outcome
from holo.sandbox.server import Gone

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable, Iterable, Sequence
    from types import TracebackType
    from typing import Self

    from holo.sandbox.pool import Pool
    from holo.sandbox.program import Program
    from holo.sandbox.server import Server
    from holo.sandbox.wire import Asked, Wire

_HEAD = struct.Struct("<II")
_SIZE = struct.Struct("<I")
_SETUP_SECONDS = 10.0  # a server that starts on a busy machine is not the candidate's time
_ANSWERS = 32  # so many of the largest answers are taken from one session
_PART = 1 << 15  # bytes read at once: larger blocks of memory would be got from the system each time
_SLACK = 1 << 16  # what an answer carries besides the value


class Stopped(Exception):
    """No answer: `kind` and `message` say why."""

    def __init__(self, kind: Kind, message: str) -> None:
        """Keep the kind."""
        super().__init__(message)
        self.kind = kind
        self.message = message


class Session:
    """Calls into one program. Not for two threads at once."""

    def __init__(self, pool: Pool, program: Program, limits: Limits, wire: Wire) -> None:
        """Fork nothing yet: the first call does."""
        self._pool = pool
        self._limits = limits
        self._wire = wire
        self._loop = bool(program.asynchronous)
        self._shared = {name: program.modules[name] for name in program.shared}
        self._opening = wire.opening(program, limits)
        self._server: Server | None = None
        self._socket: socket.socket | None = None
        self._number = 0
        self._spent = 0.0
        self._received = 0
        self.level = ""  # of the sandbox; known after the first call, and the weakest of all its children's
        self.layers: tuple[str, ...] = ()  # by name, around the last child
        self.children = 0  # forked so far

    def __enter__(self) -> Self:
        """Return the session."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the child and give the server back."""
        self.close()

    def call(self, function: str, arguments: Sequence[object]) -> Outcome:
        """Call a function with its arguments in declared order."""
        return self.call_many([(function, arguments)])[0]

    def call_many(self, calls: Iterable[tuple[str, Sequence[object]]]) -> list[Outcome]:
        """Call one after another; the list ends with the first call that gave no answer."""
        return self.ask_many([self._wire.call(function, arguments) for function, arguments in calls])

    def asked(self, function: str, arguments: Sequence[object]) -> Asked:
        """Return a call as it travels: it may be made again, here and in any other session of the same declarations."""
        return self._wire.call(function, arguments)

    def ask_many(self, asked: Sequence[Asked]) -> list[Outcome]:
        """Do the same with calls that are ready to travel."""
        answers: list[tuple[bytes, float]] = []
        outcomes: list[Outcome] = []
        stopped: Stopped | None = None

        def read() -> None:
            """Read what has come: done while the child is at work on the next call."""
            while len(outcomes) < len(answers):
                outcomes.append(self._wire.answer(asked[len(outcomes)], *answers[len(outcomes)]))

        began = time.perf_counter()
        try:
            self._exchange([call.body for call in asked], answers, read)
        except Stopped as error:
            stopped = error
            self._end_child()
        except Gone:
            stopped = Stopped(Kind.CRASHED, "the process that runs bodies died")
            self._lose()
        finally:
            self._spent += time.perf_counter() - began
        read()
        if stopped is not None:
            outcomes.append(Outcome(stopped.kind, message=stopped.message))
        return outcomes

    def close(self) -> None:
        """End the child and give the server back."""
        self._end_child()
        if self._server is not None:
            self._pool.give(self._server)
            self._server = None

    # -- the child ------------------------------------------------------------------------------

    def _fork(self) -> None:
        """Get a server, and a child from it; one dead server is replaced in silence."""
        for last in (False, True):
            if self._server is None:
                self._server = self._pool.take()
            try:
                self._socket = self._server.fork(loop=self._loop, shared=self._shared)
            except Gone:
                self._lose()
                if last:
                    raise
            else:
                self._socket.settimeout(0)
                self._number = 0
                self.children += 1
                return

    def _end_child(self) -> int:
        """End the child, if there is one; return its wait status."""
        if self._socket is not None:
            self._socket.close()
            self._socket = None
        if self._server is None:
            return 0
        try:
            return self._server.end()
        except Gone:
            self._lose()
            return 0

    def _lose(self) -> None:
        """Forget a server that is gone."""
        if self._socket is not None:
            self._socket.close()
            self._socket = None
        if self._server is not None:
            self._server.close()
            self._pool.give(None)
            self._server = None

    # -- the wire ---------------------------------------------------------------------------------

    def _exchange(
        self, bodies: Sequence[str], answers: list[tuple[bytes, float]], meanwhile: Callable[[], None]
    ) -> None:
        """Send calls and collect their answers with the seconds of each. Raises `Stopped` or `Gone`.

        `meanwhile` is called when an answer is there and the next one is not; what that takes is not the child's time.
        """
        fresh = self._socket is None
        if fresh:
            self._fork()
        assert self._socket is not None
        parts = [self._opening] if fresh else []
        first = self._number + 1
        for number, body in enumerate(bodies, first):
            message = f"[{number},{body}]".encode("ascii")
            parts += [_SIZE.pack(len(message)), message]
        self._number += len(bodies)
        wanted = range(first - 1 if fresh else first, self._number + 1)
        pending = self._send(memoryview(b"".join(parts)))
        received = bytearray()
        poll = select.poll()
        poll.register(self._socket, select.POLLIN | (select.POLLOUT if pending else 0))
        since = time.perf_counter()
        left = max(0.05, self._limits.session_seconds - self._spent)
        session_end = since + left + (_SETUP_SECONDS if fresh else 0.0)
        looked_at = len(answers)
        for number in wanted:
            seconds = _SETUP_SECONDS if number == 0 else self._limits.call_seconds
            while (text := _frame(received, number, self._limits.answer * 1024 * 1024)) is None:
                ready = poll.poll(0)
                now = time.perf_counter()
                if not ready and looked_at < len(answers):
                    looked_at = len(answers)
                    meanwhile()
                    own, now = time.perf_counter() - now, time.perf_counter()
                    since, session_end, self._spent = since + own, session_end + own, self._spent - own
                until = min(since + seconds, session_end)
                if not ready and now < until:
                    ready = poll.poll((until - now) * 1000 + 1)
                if not ready:
                    whole = "" if until < session_end else ", and the session with it"
                    raise Stopped(Kind.TIMED_OUT, f"no answer within {seconds:g} seconds{whole}")
                waiting, pending = pending, self._move(ready[0][1], pending, received)
                if waiting and not pending:
                    poll.modify(self._socket, select.POLLIN)
            now = time.perf_counter()
            self._received += len(text)
            if self._received > _ANSWERS * self._limits.answer * 1024 * 1024:
                raise Stopped(
                    Kind.PROTOCOL, f"the answers together have more than {_ANSWERS * self._limits.answer} MiB"
                )
            if number == 0:
                level, *stands = self._wire.level(text)
                self.level, self.layers = weakest(self.level, level), tuple(stands)
            else:
                answers.append((text, now - since))
            since = now

    def _move(self, events: int, pending: memoryview, received: bytearray) -> memoryview:
        """Read and write what can be read and written now."""
        assert self._socket is not None
        try:
            if events & (select.POLLIN | select.POLLHUP | select.POLLERR):
                part = self._socket.recv(_PART)
                if not part:
                    raise self._died()
                received += part
        except BlockingIOError:
            pass
        except OSError:
            raise self._died() from None
        return self._send(pending) if pending and events & select.POLLOUT else pending

    def _send(self, pending: memoryview) -> memoryview:
        """Write what can be written now; return what is left."""
        assert self._socket is not None
        try:
            return pending[self._socket.send(pending[: 1 << 18]) :]
        except BlockingIOError:
            return pending
        except OSError:
            return memoryview(b"")  # nobody listens any more; what was answered before is still to be read

    def _died(self) -> Stopped:
        status = self._end_child()
        if os.WIFSIGNALED(status):
            number = os.WTERMSIG(status)
            if number == signal.SIGXCPU:
                return Stopped(Kind.TIMED_OUT, "the session used up its processor time")
            return Stopped(Kind.CRASHED, f"the process was ended by {signal.Signals(number).name}")
        return Stopped(Kind.CRASHED, f"the process ended itself with status {os.WEXITSTATUS(status)}")


def _frame(received: bytearray, number: int, most: int) -> bytes | None:
    """Take the next answer off the bytes received, or None while it is not complete."""
    if len(received) < _HEAD.size:
        return None
    size, given = _HEAD.unpack_from(received)
    if given != number or size > most + _SLACK:
        raise Stopped(Kind.PROTOCOL, "the answer is not in the form agreed on")
    if len(received) < _HEAD.size + size:
        return None
    text = bytes(received[_HEAD.size : _HEAD.size + size])
    del received[: _HEAD.size + size]
    return text
