"""Forked processes of the judge's own, for work on several cores: bytes in, bytes out, one task at a time each.

They run no body and hold no secret that their parent does not hold: bodies run where they always do, in servers that
each hand starts for itself. What they give back is taken in the order in which it is asked for, so that nothing depends
on which hand was quicker. A hand that dies gives nothing; whoever asked does that work itself.
"""

from __future__ import annotations

import os
import select
import signal
import socket
import struct
import sys
import threading
import time
from collections import deque
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType
    from typing import NoReturn, Self

    Make = Callable[[], Callable[[bytes], bytes]]
    """Called in a new hand, it gives what the hand does with each task."""
    Write = Callable[[int], bytes]
    """Writes a task for a hand, by the hand's number, when it is sent."""

_SIZE = struct.Struct("<Q")
_PR_SET_PDEATHSIG = 1
_PATIENCE = 100  # times 5 ms
_AHEAD = 2  # tasks that a hand has at once, so that it never waits for the next one


def hands() -> int:
    """Return how many hands are worth having here: as many as cores, and none where a process cannot be copied.

    A process with several threads is not: locks that another thread holds are held in the copy for ever.
    """
    if not hasattr(os, "fork") or not hasattr(os, "sched_getaffinity") or threading.active_count() > 1:
        return 0
    cores = len(os.sched_getaffinity(0))
    return cores if cores > 1 else 0


class _Hand:
    """The parent's end of one process."""

    def __init__(self, pid: int, control: socket.socket) -> None:
        self.pid = pid
        self.control = control
        self.tasks: deque[int] = deque()  # sent, and not answered
        self.out = b""
        self.received = bytearray()


class Crew:
    """Some hands, forked at once. Close it, or use `with`: then none is left."""

    def __init__(self, count: int, make: Make, end: Callable[[], None] | None = None) -> None:
        """Fork `count` hands. Whatever `make` and the hands do in them is not seen here.

        `end` is called in a hand that has nothing to do when the crew is closed: its time to end its own processes.
        """
        self._hands: dict[int, _Hand] = {}
        self._waiting: deque[tuple[int, Write]] = deque()
        self._answers: dict[int, bytes | None] = {}
        self._asked = 0
        with suppress(OSError):  # with fewer hands, or none, all is done all the same
            for number in range(count):
                self._hands[number] = self._forked(make, end)

    def __enter__(self) -> Self:
        """Return the crew."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End all hands."""
        self.close()

    def ask(self, write: Write) -> int:
        """Queue a task; return the number under which its answer is fetched."""
        number = self._asked
        self._asked += 1
        self._waiting.append((number, write))
        self._share_out()
        return number

    def answer(self, number: int) -> bytes | None:
        """Wait for the answer of a task; None where its hand died, or where there is no hand left to do it."""
        while number not in self._answers:
            self._share_out()
            if not self._hands:
                return None
            self._move()
        return self._answers.pop(number)

    def close(self) -> None:
        """End all hands, at once where they are at work."""
        self._waiting.clear()
        for number in tuple(self._hands):
            self._end(number)

    # -- the hands ------------------------------------------------------------------------------------

    def _forked(self, make: Make, end: Callable[[], None] | None) -> _Hand:
        ours, theirs = socket.socketpair()
        parent = os.getpid()
        pid = os.fork()
        if pid == 0:
            _end_with(parent)
            ours.close()
            for other in self._hands.values():
                other.control.close()  # or it would not see its parent go away
            _serve(theirs, make, end)
        theirs.close()
        ours.settimeout(0)
        return _Hand(pid, ours)

    def _end(self, number: int) -> None:
        """End one hand; what it had to do has no answer."""
        hand = self._hands.pop(number)
        self._answers.update(dict.fromkeys(hand.tasks))
        hand.control.close()
        if not hand.tasks and _ended(hand.pid):
            return
        with suppress(OSError):
            # Its servers see it go away, and end with what they run.
            os.kill(hand.pid, signal.SIGKILL)
        with suppress(OSError):
            os.waitpid(hand.pid, 0)

    def _share_out(self) -> None:
        """Give waiting tasks to the hands that have the fewest."""
        while self._waiting and self._hands:
            number, hand = min(self._hands.items(), key=lambda pair: len(pair[1].tasks))
            if len(hand.tasks) >= _AHEAD:
                return
            task, write = self._waiting.popleft()
            data = write(number)
            hand.tasks.append(task)
            hand.out += _SIZE.pack(len(data)) + data
            self._send(number, hand)

    def _move(self) -> None:
        """Wait until something comes or can be sent."""
        poll = select.poll()
        by_descriptor = {}
        for number, hand in self._hands.items():
            by_descriptor[hand.control.fileno()] = number
            poll.register(hand.control, select.POLLIN | (select.POLLOUT if hand.out else 0))
        for descriptor, events in poll.poll():
            number = by_descriptor[descriptor]
            if events & ~select.POLLOUT:
                self._receive(number, self._hands[number])
            if events & select.POLLOUT and number in self._hands:
                self._send(number, self._hands[number])

    def _send(self, number: int, hand: _Hand) -> None:
        try:
            while hand.out:
                hand.out = hand.out[hand.control.send(hand.out) :]
        except BlockingIOError:
            return
        except OSError:
            self._end(number)

    def _receive(self, number: int, hand: _Hand) -> None:
        try:
            part = hand.control.recv(1 << 15)
        except BlockingIOError:
            return
        except OSError:
            part = b""
        if not part:
            self._end(number)
            return
        hand.received += part
        while len(hand.received) >= _SIZE.size:
            stop = _SIZE.size + _SIZE.unpack_from(hand.received)[0]
            if len(hand.received) < stop:
                return
            self._answers[hand.tasks.popleft()] = bytes(hand.received[_SIZE.size : stop])
            del hand.received[:stop]


def _serve(control: socket.socket, make: Make, end: Callable[[], None] | None) -> NoReturn:
    """Be a hand until the parent goes away. Whatever goes wrong ends it in silence: the parent does the work then."""
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent is told, and ends its hands
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        work = make()
        while True:
            data = _read(control, _SIZE.unpack(_read(control, _SIZE.size))[0])
            answer = work(data)
            control.sendall(_SIZE.pack(len(answer)) + answer)
    except EOFError:
        if end is not None:
            end()
    finally:
        os._exit(0)  # nothing of the parent's is to run on in the copy: no handler, no clean-up, no traceback


def _end_with(parent: int) -> None:
    """End when the parent does, however that comes about: one at work would see it only when it is done."""
    if sys.platform.startswith("linux"):
        import ctypes  # only where there are hands

        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:
            os._exit(0)


def _ended(pid: int) -> bool:
    """Wait a moment for a process that is about to end; say whether it has."""
    with suppress(OSError):
        for _ in range(_PATIENCE):
            if os.waitpid(pid, os.WNOHANG)[0]:
                return True
            time.sleep(0.005)
    return False


def _read(control: socket.socket, size: int) -> bytes:
    data = bytearray()
    while len(data) < size:
        part = control.recv(min(size - len(data), 1 << 18))
        if not part:
            raise EOFError
        data += part
    return bytes(data)
