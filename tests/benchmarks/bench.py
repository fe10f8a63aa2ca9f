"""Measure whole `holo` processes on generated projects: wall, CPU, peak memory, lines a second.

`python bench.py [--sizes 100,1000,10000] [--runs 3] [--json]`. CPU is that of the process and of those it
waited for. Prints medians; asserts nothing, and is never collected as a test.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path

import generate

HOLO = [sys.executable, "-m", "holo"]
CHECK = [*HOLO, "compile", "--check", "main.holo"]
WRITE = [*HOLO, "compile", "main.holo", "--out", "build"]


@dataclass(frozen=True)
class Run:
    """One process: seconds of wall and CPU, peak MiB, exit code."""

    wall: float
    cpu: float
    memory: float
    code: int


@dataclass(frozen=True)
class Row:
    """The medians of several runs of one case."""

    case: str
    functions: int
    lines: int
    wall: float
    cpu: float
    memory: float
    lines_per_second: float
    code: int


def run(command: list[str], folder: Path) -> Run:
    """Run a process to its end and ask the system what it cost; modules are compiled to bytecode as in any install."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    began = time.perf_counter()
    with subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - began
    scale = 1024 * 1024 if sys.platform == "darwin" else 1024
    return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / scale, process.returncode)


def row(case: str, functions: int, lines: int, runs: list[Run]) -> Row:
    """Return the medians of some runs; the worst exit code speaks for all."""
    wall = statistics.median(one.wall for one in runs)
    return Row(
        case,
        functions,
        lines,
        round(wall, 4),
        round(statistics.median(one.cpu for one in runs), 4),
        round(statistics.median(one.memory for one in runs), 1),
        round(lines / wall) if lines else 0,
        max(one.code for one in runs),
    )


def forget(folder: Path) -> None:
    """Remove what earlier runs left, so that the next one is cold."""
    for name in (".holo", "build"):
        shutil.rmtree(folder / name, ignore_errors=True)


def measure(count: int, runs: int, folder: Path) -> list[Row]:
    """Measure every case on one project."""
    lines = generate.write(count, folder)
    cold, typed, written, same, changed, rewritten = [], [], [], [], [], []
    for _ in range(runs):
        types(folder, "off")
        forget(folder)
        cold.append(run(CHECK, folder))
        run(CHECK, folder)
        same.append(run(CHECK, folder))
        generate.change_one(folder, count)
        changed.append(run(CHECK, folder))
        forget(folder)
        written.append(run(WRITE, folder))
        generate.change_one(folder, count)
        rewritten.append(run(WRITE, folder))
        types(folder, "auto")
        forget(folder)
        typed.append(run(CHECK, folder))
    return [
        row("compile --check, cold", count, lines, cold),
        row("  the same with types (ty)", count, lines, typed),
        row("  nothing changed", count, lines, same),
        row("  one function changed", count, lines, changed),
        row("compile, all written, cold", count, lines, written),
        row("  one function changed", count, lines, rewritten),
    ]


def types(folder: Path, setting: str) -> None:
    """Say in the project's `holo.toml` whether `ty` runs, where it is installed."""
    path = folder / "holo.toml"
    kept = path.read_text(encoding="utf-8").partition("[check]")[0].rstrip()
    path.write_text(f'{kept}\n\n[check]\ntypes = "{setting}"\n', encoding="utf-8")


def table(rows: list[Row]) -> str:
    """Return the rows as text."""
    lines = [
        f"{'case':<28}{'functions':>10}{'lines':>9}{'wall s':>9}{'CPU s':>9}{'MiB':>8}{'lines/s':>11}{'exit':>6}",
        "-" * 90,
    ]
    lines += [
        f"{one.case:<28}{one.functions or '':>10}{one.lines or '':>9}{one.wall:>9.3f}{one.cpu:>9.3f}{one.memory:>8.0f}"
        f"{one.lines_per_second or '':>11}{one.code:>6}"
        for one in rows
    ]
    return "\n".join(lines)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Measure the compiler on generated projects")
    parser.add_argument("--sizes", default="100,1000,10000", help="numbers of functions, by comma")
    parser.add_argument("--runs", type=int, default=3, help="runs of each case; the median is shown")
    parser.add_argument("--json", action="store_true", help="print JSON in place of a table")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="holo-bench-") as name:
        folder = Path(name)
        bare = [run([sys.executable, "-c", "pass"], folder) for _ in range(max(5, options.runs))]
        rows = [row("python -c pass", 0, 0, bare)]
        for size in options.sizes.split(","):
            rows += measure(int(size), options.runs, folder / size)
            if not options.json:
                print(table(rows) if len(rows) == 7 else table(rows[-6:]).split("\n", 2)[2], flush=True)
    if options.json:
        print(json.dumps([asdict(one) for one in rows], indent=2))


if __name__ == "__main__":
    main()
