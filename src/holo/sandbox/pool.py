"""Warm servers for sessions: as many as asked for, one session a server at a time, shared by threads.

Start the pool before anything of weight, keys or threads exist: `start` returns at once and the servers warm up
meanwhile. Says nothing about any body.
"""

from __future__ import annotations

import os
import threading
from typing import TYPE_CHECKING

from holo.errors import HoloError
from holo.expr.world import World
from holo.sandbox import bubblewrap
from holo.sandbox.level import STRONG, best_allowed
from holo.sandbox.outcome import Limits
from holo.sandbox.program import Program
from holo.sandbox.server import Server
from holo.sandbox.session import Session
from holo.sandbox.wire import Wire

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self


class Pool:
    """`workers` warm servers; threads may share a pool, each with one session at a time."""

    def __init__(self, workers: int | None = None, best: str | None = None, hash_seed: int = 0) -> None:
        """Start nothing yet: `start`, or the first session, does.

        `best` is the level above which no layer is put up: the environment's `HOLO_SANDBOX`, or all there is.
        """
        self.workers = max(1, workers if workers is not None else _cores())
        self.best = best_allowed(os.environ) if best is None else best
        self._bwrap = bubblewrap.program() if self.best == STRONG else None
        self._hash_seed = hash_seed
        self._other: Pool | None = None
        self._idle: list[Server] = []
        self._count = 0
        self._closed = False
        self._change = threading.Condition()
        self._layers: tuple[str, ...] = ()

    def __enter__(self) -> Self:
        """Return the pool; it starts at first use."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End all servers."""
        self.close()

    def start(self) -> None:
        """Start all servers without waiting for them."""
        with self._change:
            while self._count < self.workers and not self._closed:
                self._idle.append(self._started())
                self._count += 1

    def close(self) -> None:
        """End all idle servers; those in use end with their session."""
        with self._change:
            self._closed = True
            idle, self._idle = self._idle, []
            other, self._other = self._other, None
        for server in idle:
            server.close()
        if other is not None:
            other.close()

    def forget(self) -> None:
        """Let go of all servers without ending them: for a copy of the process that they serve."""
        self._closed = True
        for server in self._idle:
            server.forget()
        self._idle.clear()
        if self._other is not None:
            self._other.forget()

    def session(self, program: Program, limits: Limits | None = None, *, wire: Wire) -> Session:
        """Open a session for one program; waits for a server when all are in use. Close it, or use `with`."""
        return Session(self, program, limits or Limits(), wire)

    def otherwise(self) -> Pool:
        """Return a pool of servers in which sets are gone through in another order; it starts at first use.

        What a body makes of the order of a set differs between the two. It ends with this pool.
        """
        with self._change:
            assert not self._closed, "the pool is closed"
            if self._other is None:
                self._other = Pool(self.workers, self.best, self._hash_seed + 1)
            return self._other

    def level(self) -> str:
        """Return the level of the sandbox on this machine, as a child finds it: `strong`, `good` or `weak`."""
        return self.layers()[0]

    def layers(self) -> tuple[str, ...]:
        """Return the level, and the layers that stand around a child, as it finds them."""
        if not self._layers:
            world = World(lambda _: None)
            with self.session(Program({}, {}), wire=Wire(world, world.node)) as session:
                session.call("", ())
                self._layers = (session.level, *session.layers)
        return self._layers

    def take(self) -> Server:
        """Return a server for one session's use."""
        with self._change:
            while True:
                assert not self._closed, "the pool is closed"
                if self._idle:
                    server = self._idle.pop()
                    break
                if self._count < self.workers:
                    self._count += 1
                    server = self._started()
                    break
                self._change.wait()
        if server.ready() or not server.wrapped:
            return server
        # Bubblewrap is there and does not work here: the level that each child reports says so. A body cannot bring
        # this about, since none has run in a server that has not answered yet.
        server.close()
        self._bwrap = None
        return self._started()

    def give(self, server: Server | None) -> None:
        """Take a server back; None for one that is gone."""
        with self._change:
            if server is None or self._closed:
                self._count -= 1
            else:
                self._idle.append(server)
                server = None
            self._change.notify()
        if server is not None:
            server.close()

    def _started(self) -> Server:
        try:
            return Server(self.best, self._bwrap, self._hash_seed)
        except OSError as error:
            raise HoloError(
                f"No process for running bodies could be started: {error.strerror}", "Check the limits on processes"
            ) from None


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
