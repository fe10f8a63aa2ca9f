"""Measure `holo drift` on a built project: nothing changed, one body changed, one file laid out anew, one line of a hologram.

`python drift.py [COUNT] [--runs 5] [--folder DIR]`. Writes a project of COUNT derived functions, builds it (minutes for
10,000, no model is asked) and prints CPU and wall of whole processes. Asserts nothing; never collected as a test.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from pathlib import Path

import bench

PER_FILE = 50
DRIFT = [sys.executable, "-m", "holo", "drift"]


def hologram(part: int, count: int) -> str:
    """Return a file of derived functions, each with an example."""
    lines = [f'hologram part{part} "0.1.0" language 1', ""]
    for start in range(0, count, 10):
        lines.append(f'package group{start} "Ten of them" {{')
        for number in range(start, min(start + 10, count)):
            lines += [
                f"  function step{part}_{number}(n: int) -> int {{",
                f'    "Add {number} and double."',
                "    requires 0 <= n < 1000",
                f"    returns (n + {number}) * 2",
                f"    example step{part}_{number}(1) == {(1 + number) * 2}",
                "  }",
                "",
            ]
        lines[-1] = "}"
        lines.append("")
    return "\n".join(lines)


def write(count: int, folder: Path) -> None:
    """Write a project of so many functions."""
    folder.mkdir(parents=True, exist_ok=True)
    parts = -(-count // PER_FILE)
    for part in range(parts):
        text = hologram(part, min(PER_FILE, count - part * PER_FILE))
        (folder / f"part{part}.holo").write_text(text, encoding="utf-8")
    uses = "\n".join(f'use "part{part}.holo" as part{part}' for part in range(parts))
    keep = "\n".join(f"const N{part}: int = part{part}.group0.step{part}_0(1)" for part in range(parts))
    (folder / "main.holo").write_text(f'hologram main "0.1.0" language 1\n\n{uses}\n\n{keep}\n', encoding="utf-8")
    limits = "[limits]\ninputs = 5\n"
    (folder / "holo.toml").write_text(
        f'[project]\nspecs = ["main.holo"]\n\n{limits}\n[check]\ntypes = "off"\n', encoding="utf-8"
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Measure drift")
    parser.add_argument("count", type=int, nargs="?", default=2000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--folder", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="holo-drift-") as place:
        folder = options.folder or Path(place)
        if not (folder / "generated").is_dir():
            write(options.count, folder)
            built = bench.run([sys.executable, "-m", "holo", "build"], folder)
            print(f"built {options.count} functions: {built.cpu:.1f} s of CPU, exit {built.code}")
        rows = measure(folder, options.runs)
    print(f"{'case':<44} {'wall s':>8} {'CPU s':>8} {'MiB':>6} {'exit':>5}")
    for case, runs in rows:
        wall, cpu = (statistics.median(getattr(one, name) for one in runs) for name in ("wall", "cpu"))
        memory = statistics.median(one.memory for one in runs)
        print(f"{case:<44} {wall:>8.3f} {cpu:>8.3f} {memory:>6.0f} {runs[0].code:>5}")


def measure(folder: Path, runs: int) -> list[tuple[str, list[bench.Run]]]:
    """Return the runs of every case."""
    body = folder / "generated" / "main" / "src" / "main" / "part0" / "group0" / "step0_3.py"
    text = body.read_text(encoding="utf-8")
    first = [bench.run(DRIFT, folder)]
    bench.run(DRIFT, folder)
    same, touched, changed, back = [], [], [], []
    for number in range(runs):
        same.append(bench.run(DRIFT, folder))
        body.write_text(f"{text}# {number}\n", encoding="utf-8")
        touched.append(bench.run(DRIFT, folder))
        body.write_text(text.replace("* 2", f"* {number + 3}"), encoding="utf-8")
        changed.append(bench.run(DRIFT, folder))
        body.write_text(text, encoding="utf-8")
        back.append(bench.run(DRIFT, folder))
    spec = folder / "part0.holo"
    spec.write_text(spec.read_text(encoding="utf-8").replace("Add 3 and", "Now add 3 and"), encoding="utf-8")
    moved = [bench.run(DRIFT, folder)]
    spec.write_text(spec.read_text(encoding="utf-8").replace("Now add 3 and", "Add 3 and"), encoding="utf-8")
    bench.run(DRIFT, folder)
    return [
        ("first look, all of it", first),
        ("nothing changed", same),
        ("one file with a new comment", touched),
        ("one body changed, and judged", changed),
        ("the same put back", back),
        ("one hologram changed", moved),
    ]


if __name__ == "__main__":
    main()
