"""Run hand-written code that its owner trusts: in the owner's own interpreter, with limits, without walls.

The one use of it is to try functions of a project on inputs. Whoever calls this says so to the user.
"""

from __future__ import annotations

import ast
import json
import os
import signal
import subprocess
import sys
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_WORKER = Path(__file__).with_name("trusted_worker.py")


@dataclass(frozen=True, slots=True)
class TrustedCall:
    """One call: a qualified name within the module, and the arguments as texts of a tuple and of a dict."""

    function: str
    arguments: str
    keywords: str = "{}"


@dataclass(frozen=True, slots=True)
class Reply:
    """What came of a call: a plain `value`; else the name of the `error`, or of the type of an `other` result.

    `ran` is false where the process ended before it, or in it; `late` where the call took too long.
    """

    ran: bool
    value: object = None
    error: str = ""
    other: str = ""
    late: bool = False

    @property
    def plain(self) -> bool:
        """Say whether the call returned plain data."""
        return self.ran and not (self.error or self.other or self.late)


@dataclass(frozen=True, slots=True)
class TrustedRun:
    """The replies, in the order of the calls; `trouble` says why the code could not even be imported."""

    replies: tuple[Reply, ...]
    trouble: str = ""


def interpreter(root: Path) -> Path:
    """Return the user's interpreter: that of the active environment, else of the project's `.venv`, else Holo's own."""
    inside = Path("Scripts/python.exe") if os.name == "nt" else Path("bin/python")
    active = os.environ.get("VIRTUAL_ENV", "")
    for folder in (*([Path(active)] if active else []), root / ".venv"):
        if (folder / inside).exists():
            return folder / inside
    return Path(sys.executable)


def run_trusted(
    python: Path,
    root: Path,
    module: str,
    calls: Sequence[TrustedCall],
    *,
    file: Path | None = None,
    seconds: float = 2.0,
    total: float = 30.0,
    memory_mb: int = 1024,
) -> TrustedRun:
    """Import a module with `root` on the path and make the calls, each within `seconds`, all within `total`.

    `file` is the module's file where it belongs to no package. The process sees the user's environment and folder.
    """
    request = {
        "root": str(root),
        "module": module,
        "file": str(file) if file is not None else "",
        "calls": [[one.function, one.arguments, one.keywords] for one in calls],
        "seconds": seconds,
        "total": total,
        "memory": memory_mb,
    }
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(
            [str(python), "-B", str(_WORKER)],
            stdin=subprocess.PIPE,
            stdout=said,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            process.communicate(json.dumps(request).encode(), timeout=total + 5)
        except subprocess.TimeoutExpired:
            pass
        finally:
            with suppress(OSError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        said.seek(0)
        lines = said.read().decode("ascii", "replace").splitlines()
    return _read(lines, len(calls))


def _read(lines: list[str], wanted: int) -> TrustedRun:
    rows = []
    for line in lines:
        try:
            rows.append(json.loads(line))
        except ValueError:
            break
    none = tuple(Reply(ran=False) for _ in range(wanted))
    if not rows:
        return TrustedRun(none, "its process ended before it could be imported")
    if rows[0].get("import"):
        return TrustedRun(none, str(rows[0]["import"]))
    replies = [_reply(row) for row in rows[1 : wanted + 1]]
    return TrustedRun((*replies, *none[len(replies) :]))


def _reply(row: dict[str, object]) -> Reply:
    if "value" in row:
        return Reply(ran=True, value=ast.literal_eval(str(row["value"])))
    return Reply(ran=True, error=str(row.get("error", "")), other=str(row.get("other", "")), late=bool(row.get("late")))
