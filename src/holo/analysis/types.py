"""Types of all expressions, checked by `ty` in one process, where `ty` is installed.

`run_ty` is the one place that starts it: in an empty folder, with an empty environment. Without it nothing is
checked, and the result says so.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from holo.analysis.types_module import Module, types_module
from holo.codes import Code
from holo.diagnostics.model import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from holo.ir import model as ir

SECONDS: Final = 120
_CHECK: Final = re.compile(r"@f__\d+")
"""What `ty` says behind a type parameter: the check that it stands in."""
RULES: Final = frozenset(
    {
        "call-non-callable",
        "index-out-of-bounds",
        "invalid-argument-type",
        "invalid-assignment",
        "invalid-explicit-return",
        "invalid-key",
        "invalid-return-type",
        "missing-argument",
        "missing-attribute",
        "missing-union-attribute",
        "no-matching-overload",
        "non-subscriptable",
        "not-iterable",
        "not-subscriptable",
        "parameter-already-assigned",
        "possibly-missing-attribute",
        "positional-only-parameter-as-kwarg",
        "too-many-positional-arguments",
        "unknown-argument",
        "unresolved-attribute",
        "unsupported-bool-conversion",
        "unsupported-operator",
    }
)
"""What means that types do not fit, under the names of several versions of `ty`."""


@dataclass(frozen=True, slots=True)
class TypeFinding:
    """One report of `ty`: lines and columns from 1, the end column behind the last character."""

    rule: str
    message: str
    line: int
    start: int
    end_line: int
    stop: int


@dataclass(frozen=True, slots=True)
class TypeChecked:
    """What does not fit, in order of place; `ran` is False where `ty` is missing or did not answer."""

    diagnostics: tuple[Diagnostic, ...]
    ran: bool


def check_types(
    holograms: Iterable[ir.Hologram],
    lookup: Callable[[str], ir.Node | None],
    texts: Mapping[str, str],
) -> TypeChecked:
    """Check the expressions of any number of holograms at once.

    `lookup` finds the declaration behind an id, `texts` has the files by the path in the IR's spans; what
    has no spans is not reported.
    """
    module = types_module(holograms, lookup, texts)
    if not module.lines:
        return TypeChecked((), find_ty() is not None)
    findings = run_ty(module.text)
    if findings is None:
        return TypeChecked((), ran=False)
    return TypeChecked(_diagnostics(module, findings), ran=True)


def find_ty() -> str | None:
    """Return the `ty` beside this interpreter, or else the one on the path."""
    beside = Path(sys.executable).parent / ("ty.exe" if os.name == "nt" else "ty")
    return str(beside) if beside.is_file() else shutil.which("ty")


def run_ty(text: str) -> list[TypeFinding] | None:
    """Return what `ty` says of one module; `None` where it is missing or fails."""
    program = find_ty()
    if program is None:
        return None
    with tempfile.TemporaryDirectory(prefix="holo-types-") as folder:
        Path(folder, "m.py").write_text(text, encoding="utf-8")
        environment = {"HOME": folder, "XDG_CONFIG_HOME": folder, "APPDATA": folder, "PATH": os.defpath}
        command = [program, "check", "--project", folder, "--output-format", "gitlab", "--exit-zero", "--no-progress"]
        command += ["--color", "never", "--python-version", "3.13", "--python", sys.base_prefix, "m.py"]
        try:
            done = subprocess.run(
                command, cwd=folder, env=environment, capture_output=True, timeout=SECONDS, check=False
            )
            rows = json.loads(done.stdout)
        except (OSError, ValueError, subprocess.SubprocessError):
            return None
    return [_finding(row) for row in rows] if isinstance(rows, list) else None


def _finding(row: dict[str, Any]) -> TypeFinding:
    rule = row["check_name"]
    begin, end = row["location"]["positions"]["begin"], row["location"]["positions"]["end"]
    message = row["description"].removeprefix(f"{rule}: ").rstrip(".")
    return TypeFinding(rule, message, begin["line"], begin["column"], end["line"], end["column"])


def _hint(message: str) -> str:
    """Return what helps against the two faults that types of unions bring."""
    if "None" in message and ("| None" in message or "`None`" in message):
        return "Ask whether it is `None` first: `… if x is not None else …`, or a row of a table"
    return "Tell its members apart with `isinstance`" if "in union" in message else ""


def _diagnostics(module: Module, findings: list[TypeFinding]) -> tuple[Diagnostic, ...]:
    found: list[Diagnostic] = []
    places: set[tuple[int, int, int]] = set()
    # The innermost report of a line is the cause; what stands around it follows from it.
    for one in sorted(findings, key=lambda one: (one.line, one.stop - one.start)):
        if one.rule not in RULES or one.line != one.end_line:
            continue
        if any(line == one.line and one.start <= start and stop <= one.stop for line, start, stop in places):
            continue
        span = module.find(one.line, one.start - 1, one.stop - 1)
        if span is None:
            continue
        places.add((one.line, one.start, one.stop))
        message = one.message
        for name, word in module.names.items():
            if name in message:
                message = message.replace(name, word)
        found.append(Diagnostic(Code.TYPE_ERROR, _CHECK.sub("", message), span, _hint(message)))
    return tuple(sorted(found, key=lambda one: (one.span.path, one.span.start)))
