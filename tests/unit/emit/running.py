"""Run a tool on an emitted package, as its user would."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def run(folder: Path, *command: str) -> tuple[int, str]:
    """Return exit code and output of a Python tool in a folder."""
    made = [sys.executable, "-m", *command]
    if command[0] == "ruff":
        made = [str(Path(sys.executable).parent / "ruff"), *command[1:]]
    done = subprocess.run(made, cwd=folder, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def run_tests(folder: Path, *more: str) -> tuple[int, str]:
    """Run the tests of a package."""
    return run(folder, "pytest", "-q", "-p", "no:cacheprovider", *more)


def python(folder: Path, code: str) -> tuple[int, str]:
    """Run a line of Python with the package on its path."""
    text = f"import sys; sys.path.insert(0, 'src')\n{code}"
    done = subprocess.run([sys.executable, "-c", text], cwd=folder, capture_output=True, text=True, check=False)
    return done.returncode, (done.stdout + done.stderr).strip()
