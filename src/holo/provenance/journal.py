"""The journal: every attempt, reply, cost and verdict, written before anything follows from it.

SQLite in write-ahead mode below the project's `.holo/`, shared by builds that run at the same time. An answer
that is in it is never paid for twice. A database that cannot be read is set aside, not deleted. Never committed,
and nothing that must be reproduced rests on it.
"""

from __future__ import annotations

import contextlib
import json
import sqlite3
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from holo.errors import HoloError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import TracebackType
    from typing import Self

NAME = "journal.db"
BAD_JOURNAL = "H905"
WAIT = 30.0
"""Seconds that one build waits for another's write."""

_TABLES = """
CREATE TABLE IF NOT EXISTS attempts (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  function TEXT NOT NULL, ticket TEXT NOT NULL, agent TEXT NOT NULL, model TEXT NOT NULL,
  step TEXT NOT NULL DEFAULT '', prompt TEXT NOT NULL, prompt_digest TEXT NOT NULL, reply TEXT, error TEXT NOT NULL DEFAULT '',
  tokens_in INTEGER NOT NULL DEFAULT 0, tokens_out INTEGER NOT NULL DEFAULT 0,
  cost REAL NOT NULL DEFAULT 0, seconds REAL NOT NULL DEFAULT 0, at TEXT NOT NULL DEFAULT ''
);
CREATE INDEX IF NOT EXISTS attempts_by_ticket ON attempts (ticket);
CREATE TABLE IF NOT EXISTS verdicts (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  attempt INTEGER, function TEXT NOT NULL, body TEXT NOT NULL, outcome TEXT NOT NULL, detail TEXT NOT NULL DEFAULT '{}',
  at TEXT NOT NULL DEFAULT ''
);
CREATE INDEX IF NOT EXISTS verdicts_by_attempt ON verdicts (attempt);
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """One call of a model, or one reply from elsewhere; `reply` is None while nothing has come back.

    `prompt_digest` tells a first question from a repair of the same ticket.
    """

    function: str
    ticket: str
    agent: str
    model: str
    prompt: str
    prompt_digest: str
    step: str = ""
    reply: str | None = None
    error: str = ""
    tokens_in: int = 0
    tokens_out: int = 0
    cost: float = 0.0
    seconds: float = 0.0
    at: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Judged:
    """One verdict as it was given."""

    function: str
    body: str
    outcome: str
    attempt: int | None = None
    detail: dict[str, Any] = field(default_factory=dict)
    at: str = ""


class Journal:
    """An open journal; usable from one thread, by any number of processes."""

    def __init__(self, folder: Path, now: str = "") -> None:
        """Open the journal in a folder, making both if need be; `now` is written beside what is recorded.

        `set_aside` names the file to which a broken database was moved, or is None.
        """
        self.path = folder / NAME
        self.now = now
        self.set_aside: Path | None = None
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._base = self._open()
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.OperationalError) and not _corrupt(error):
                raise self._refused(error) from None
            self.set_aside = self._put_aside()
            try:
                self._base = self._open()
            except sqlite3.Error as again:
                raise self._refused(again) from None
        except OSError as error:
            raise self._refused(error) from None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the database; everything recorded is on disk already."""
        self._base.close()

    def begin(self, entry: Entry) -> int:
        """Record that a question is about to be asked; return its number."""
        columns = {name: getattr(entry, name) for name in Entry.__slots__ if name != "number"}
        columns["at"] = entry.at or self.now
        names, marks = ", ".join(columns), ", ".join("?" * len(columns))
        done = self._run(f"INSERT INTO attempts ({names}) VALUES ({marks})", tuple(columns.values()))  # noqa: S608  (names of our own fields)
        assert done.lastrowid is not None
        return done.lastrowid

    def answer(
        self,
        number: int,
        reply: str | None,
        *,
        error: str = "",
        tokens_in: int = 0,
        tokens_out: int = 0,
        cost: float = 0.0,
        seconds: float = 0.0,
    ) -> None:
        """Record what came back: a reply, or the error in its place."""
        self._run(
            "UPDATE attempts SET reply = ?, error = ?, tokens_in = ?, tokens_out = ?, cost = ?, seconds = ? WHERE number = ?",
            (reply, error, tokens_in, tokens_out, cost, seconds, number),
        )

    def judged(self, verdict: Judged) -> None:
        """Record a verdict."""
        self._run(
            "INSERT INTO verdicts (attempt, function, body, outcome, detail, at) VALUES (?, ?, ?, ?, ?, ?)",
            (
                verdict.attempt,
                verdict.function,
                verdict.body,
                verdict.outcome,
                json.dumps(verdict.detail, sort_keys=True),
                verdict.at or self.now,
            ),
        )

    def answered(self, ticket: str) -> tuple[Entry, ...]:
        """Return the answers that were paid for a ticket, oldest first."""
        rows = self._run("SELECT * FROM attempts WHERE ticket = ? AND reply IS NOT NULL ORDER BY number", (ticket,))
        return tuple(_entry(rows, row) for row in rows)

    def attempts(self, function: str = "") -> tuple[Entry, ...]:
        """Return all attempts, or those for one function, oldest first; those without answer too."""
        rows = self._run("SELECT * FROM attempts WHERE ? IN ('', function) ORDER BY number", (function,))
        return tuple(_entry(rows, row) for row in rows)

    def verdicts(self, function: str = "") -> tuple[Judged, ...]:
        """Return all verdicts, or those on one function, oldest first."""
        rows = self._run(
            "SELECT function, body, outcome, attempt, detail, at FROM verdicts WHERE ? IN ('', function) ORDER BY number",
            (function,),
        )
        return tuple(
            Judged(name, body, outcome, attempt, json.loads(detail), at)
            for name, body, outcome, attempt, detail, at in rows
        )

    def cost(self) -> float:
        """Return what all answers have cost, in dollars."""
        return float(self._run("SELECT coalesce(sum(cost), 0) FROM attempts").fetchone()[0])

    def _open(self) -> sqlite3.Connection:
        base = sqlite3.connect(self.path, timeout=WAIT, isolation_level=None)
        try:
            self._until_free(base)
        except BaseException:
            base.close()
            raise
        return base

    def _until_free(self, base: sqlite3.Connection) -> None:
        base.execute("PRAGMA journal_mode=WAL")
        # A reply that was paid for survives a power cut, not only a killed process.
        base.execute("PRAGMA synchronous=FULL")
        base.execute("BEGIN IMMEDIATE")
        for statement in filter(str.strip, _TABLES.split(";")):
            base.execute(statement)
        base.execute("COMMIT")
        if base.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            raise sqlite3.DatabaseError("malformed")

    def _run(self, statement: str, values: tuple[object, ...] = ()) -> sqlite3.Cursor:
        try:
            return self._base.execute(statement, values)
        except sqlite3.Error as error:
            raise self._refused(error) from None

    def _put_aside(self) -> Path:
        taken = 1
        while (target := self.path.with_name(f"journal.broken-{taken}.db")).exists():
            taken += 1
        self.path.replace(target)
        for tail in ("-wal", "-shm"):
            with contextlib.suppress(FileNotFoundError):
                self.path.with_name(NAME + tail).unlink()
        return target

    def _refused(self, error: Exception) -> HoloError:
        return HoloError(
            f"The journal `{self.path}` cannot be used: {error}",
            "Check permissions and space, or wait for the other build",
            BAD_JOURNAL,
        )


def _corrupt(error: sqlite3.OperationalError) -> bool:
    return getattr(error, "sqlite_errorcode", 0) in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


def _entry(rows: sqlite3.Cursor, row: tuple[Any, ...]) -> Entry:
    return Entry(**{column[0]: value for column, value in zip(rows.description, row, strict=True)})


def totals(entries: tuple[Entry, ...]) -> Iterator[tuple[str, int, float]]:
    """Yield each model with the number of its answers and their cost, by name."""
    found: dict[str, tuple[int, float]] = {}
    for entry in entries:
        if entry.reply is not None:
            number, cost = found.get(entry.model, (0, 0.0))
            found[entry.model] = (number + 1, cost + entry.cost)
    for model in sorted(found):
        yield (model, *found[model])
