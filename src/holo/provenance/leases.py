"""Who works on which ticket, and until when: the one place that two server processes see.

SQLite below the project's `.holo/`; every change is one transaction, so that no ticket is ever held twice. A lease that has
run out stays written down until somebody else takes its ticket: whoever held it may go on, if nobody came meanwhile. The
clock is an argument. Never committed; a file that cannot be read is begun anew, since all that is lost is who was at work.
"""

from __future__ import annotations

import contextlib
import secrets
import sqlite3
from dataclasses import dataclass
from typing import TYPE_CHECKING

from holo.errors import HoloError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path
    from types import TracebackType
    from typing import Self

NAME = "leases.db"
REFUSED = "H901"
WAIT = 10.0
"""Seconds that one process waits for another's write."""

_TABLE = """
CREATE TABLE IF NOT EXISTS leases (
  function TEXT PRIMARY KEY, id TEXT NOT NULL, ticket TEXT NOT NULL, holder TEXT NOT NULL, until REAL NOT NULL
)
"""


@dataclass(frozen=True, slots=True)
class Lease:
    """One ticket in somebody's hands: `ticket` is the digest of its text, `until` in seconds since the epoch."""

    function: str
    id: str
    ticket: str
    holder: str
    until: float


class Leases:
    """The leases of one project; usable from one thread, by any number of processes."""

    def __init__(self, folder: Path, seconds: float, clock: Callable[[], float]) -> None:
        """Open the file in a project's `.holo`, making both if need be; a lease lasts some seconds."""
        self.path = folder / NAME
        self._seconds = seconds
        self._clock = clock
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._base = self._open()
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.OperationalError):
                raise self._refused(error) from None
            with contextlib.suppress(OSError):
                self.path.unlink()
            self._base = self._open()
        except OSError as error:
            raise self._refused(error) from None

    def __enter__(self) -> Self:
        """Return it."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the file."""
        self.close()

    def close(self) -> None:
        """Close the file; what was taken stays taken."""
        self._base.close()

    def take(self, wanted: Sequence[tuple[str, str]], holder: str) -> Lease | None:
        """Take the first ticket that nobody holds, of pairs of function and digest; None where all are held."""
        now = self._clock()
        with self._changing():
            held = self._held(now)
            for function, ticket in wanted:
                if function not in held:
                    lease = Lease(function, secrets.token_hex(4), ticket, holder, now + self._seconds)
                    self._base.execute(
                        "INSERT OR REPLACE INTO leases VALUES (?, ?, ?, ?, ?)",
                        (lease.function, lease.id, lease.ticket, lease.holder, lease.until),
                    )
                    return lease
        return None

    def renew(self, function: str, lease: str, ticket: str) -> Lease | None:
        """Begin a lease's time anew, for the ticket as it now is; None where it is unknown, or somebody else came."""
        now = self._clock()
        with self._changing():
            row = self._base.execute(
                "SELECT holder FROM leases WHERE function = ? AND id = ?", (function, lease)
            ).fetchone()
            if row is None:
                return None
            until = now + self._seconds
            self._base.execute("UPDATE leases SET until = ?, ticket = ? WHERE id = ?", (until, ticket, lease))
            return Lease(function, lease, ticket, row[0], until)

    def end(self, function: str, lease: str) -> bool:
        """Give a ticket back; say whether the lease was known."""
        with self._changing():
            done = self._base.execute("DELETE FROM leases WHERE function = ? AND id = ?", (function, lease))
            return done.rowcount > 0

    def lapse(self, leases: Sequence[str]) -> None:
        """Let leases run out now: others may take their tickets, and until then their holders may come back."""
        now = self._clock()
        with self._changing():
            self._base.executemany(
                "UPDATE leases SET until = min(until, ?) WHERE id = ?", [(now, one) for one in leases]
            )

    def held(self) -> dict[str, Lease]:
        """Return the leases that have not run out, by function."""
        try:
            return self._held(self._clock())
        except sqlite3.Error as error:
            raise self._refused(error) from None

    def _held(self, now: float) -> dict[str, Lease]:
        rows = self._base.execute("SELECT function, id, ticket, holder, until FROM leases WHERE until > ?", (now,))
        return {row[0]: Lease(*row) for row in rows}

    @contextlib.contextmanager
    def _changing(self) -> Iterator[None]:
        """Hold the file for one change: nobody else reads it to decide anything meanwhile."""
        try:
            self._base.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self._base.execute("ROLLBACK")
                raise
            self._base.execute("COMMIT")
        except sqlite3.Error as error:
            raise self._refused(error) from None

    def _open(self) -> sqlite3.Connection:
        base = sqlite3.connect(self.path, timeout=WAIT, isolation_level=None)
        try:
            base.execute(_TABLE)
        except BaseException:
            base.close()
            raise
        return base

    def _refused(self, error: Exception) -> HoloError:
        return HoloError(
            f"The leases `{self.path}` cannot be used: {error}", "Check permissions and space, then try again", REFUSED
        )
