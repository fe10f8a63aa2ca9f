"""Ruff over many files in one process: safe fixes, format, and what makes code wrong.

Style never rejects anybody: it is fixed, or left. The one place that starts Ruff. Files live in a temporary
folder for the length of the call.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import sysconfig
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePosixPath
from shutil import which
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from holo.errors import HoloError

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

LINE_LENGTH = 100

TIDY = ("E4", "F", "I", "UP", "W")
"""Rules whose safe fixes are applied to what a writer hands in."""

WRONG = ("E9", "F5", "F631", "F633", "F7", "F821", "F822", "F823", "PLE")
"""Rules that say that code is wrong and not merely untidy."""

_CONFIG = f"""\
line-length = {LINE_LENGTH}
target-version = "py311"
src = ["src", "tests", "."]
[lint]
select = {json.dumps([*TIDY, *WRONG])}
"""


@dataclass(frozen=True, slots=True)
class RuffFinding:
    """One thing that makes code wrong: Ruff's code (`syntax` where it is no Python), its sentence, the line."""

    code: str
    message: str
    line: int


@dataclass(frozen=True, slots=True)
class RuffResult:
    """The files after fixes and formatting, and what is wrong with each; a file without findings is not listed."""

    files: Mapping[str, str]
    findings: Mapping[str, tuple[RuffFinding, ...]]


def format_and_lint(files: Mapping[str, str], known: Mapping[str, Collection[str]] | None = None) -> RuffResult:
    """Fix what is safely fixed, format, then report what makes code wrong.

    `known` lists, for files that are no whole modules, the names that stand around them.
    """
    if not files:
        return RuffResult({}, {})
    with TemporaryDirectory(prefix="holo-ruff-") as name:
        folder = Path(name)
        _write(folder, files, _CONFIG)
        _run(folder, "check", "--fix-only", "--exit-zero", "--quiet")
        _run(folder, "format")
        report = _run(folder, "check", "--exit-zero", "--output-format", "json", "--select", ",".join(WRONG))
        done = {path: (folder / path).read_text(encoding="utf-8") for path in files}
        return RuffResult(done, _findings(report, folder, known or {}))


def format_files(files: Mapping[str, str], config: str = _CONFIG) -> dict[str, str]:
    """Sort imports, drop idle brackets and format; nothing that changes the code itself. `config` is the text of a `ruff.toml`."""
    python = {path: text for path, text in files.items() if path.endswith(".py")}
    if not python:
        return dict(files)
    with TemporaryDirectory(prefix="holo-ruff-") as name:
        folder = Path(name)
        _write(folder, python, config)
        _run(folder, "check", "--fix-only", "--exit-zero", "--quiet", "--select", "I,RUF022,UP034")
        _run(folder, "format")
        return {path: (folder / path).read_text(encoding="utf-8") if path in python else files[path] for path in files}


def _write(folder: Path, files: Mapping[str, str], config: str) -> None:
    (folder / "ruff.toml").write_text(config, encoding="utf-8")
    made = {folder}
    for path, text in files.items():
        assert not PurePosixPath(path).is_absolute(), path
        assert ".." not in PurePosixPath(path).parts, path
        target = folder / path
        if target.parent not in made:
            target.parent.mkdir(parents=True, exist_ok=True)
            made.add(target.parent)
        target.write_text(text, encoding="utf-8", errors="surrogatepass")


def _run(folder: Path, *arguments: str) -> str:
    command = [_program(), *arguments, "--no-cache", "--config", str(folder / "ruff.toml"), "."]
    try:
        done = subprocess.run(
            command, cwd=folder, capture_output=True, text=True, encoding="utf-8", timeout=300, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise HoloError(
            f"Ruff could not be run: {error}", "Install it anew: `pip install --force-reinstall ruff`"
        ) from None
    # Code 2 is also how `format` says that one file is no Python; `check` reports that file by itself.
    if done.returncode not in {0, 1} and not (arguments[0] == "format" and "Failed to parse" in done.stderr):
        reason = done.stderr.strip().splitlines()[-1:] or ["no message"]
        raise HoloError(f"Ruff failed: {reason[0]}", "Check its version with `ruff --version`; Holo needs 0.9 or later")
    return done.stdout


@lru_cache(maxsize=1)
def _program() -> str:
    for folder in (Path(sys.executable).parent, Path(sysconfig.get_path("scripts"))):
        found = which("ruff", path=str(folder))
        if found is not None:
            return found
    found = which("ruff")
    if found is None:
        raise HoloError("Ruff is not installed", "Install it: `pip install ruff`")
    return found


_UNDEFINED = re.compile(r"`([^`]+)`")


def _findings(report: str, folder: Path, known: Mapping[str, Collection[str]]) -> dict[str, tuple[RuffFinding, ...]]:
    found: dict[str, list[RuffFinding]] = {}
    base = folder.resolve()
    for row in json.loads(report or "[]"):
        path = Path(row["filename"]).resolve().relative_to(base).as_posix()
        code = row["code"] if row["code"] not in {None, "invalid-syntax"} else "syntax"
        message = str(row["message"])
        if code == "F821":
            name = _UNDEFINED.search(message)
            if name is not None and name.group(1) in known.get(path, ()):
                continue
        found.setdefault(path, []).append(RuffFinding(code, message, int(row["location"]["row"])))
    return {path: tuple(sorted(rows, key=lambda row: row.line)) for path, rows in found.items()}
