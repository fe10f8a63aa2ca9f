"""Bubblewrap around a warm server: how it is started in namespaces of its own, with nothing of this machine to see.

Inside there is the interpreter, its standard library, what both are linked against, the worker's five files and
`/dev/null`; no `/proc`, no network, no other process, no writable folder. That `bwrap` is installed says little
(a kernel or a container may refuse namespaces): it counts when a server answers through it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

HOME = "/holo"  # where the worker's files lie inside
WORKER_FILES = ("worker.py", "layers.py", "plain.py", "warm.py", "ready.py")
_HERE = Path(__file__).parent
_STORES = ("/nix/store", "/gnu/store")
_PROBE_SECONDS = 20


def program() -> str | None:
    """Return the path of `bwrap`, or None where it is not installed."""
    return shutil.which("bwrap") if sys.platform.startswith("linux") else None


def interpreter() -> str:
    """Return the interpreter itself: inside there is no virtual environment that could name it."""
    return os.path.realpath(sys.executable)


def wrapped(bwrap: str, command: list[str]) -> list[str]:
    """Return a command as it is started inside; its paths are those of the inside."""
    words = [bwrap, "--unshare-user", "--unshare-ipc", "--unshare-pid", "--unshare-net", "--unshare-uts"]
    words += ["--unshare-cgroup-try", "--cap-drop", "ALL", "--hostname", "sandbox", "--chdir", "/"]
    for path in _shown():
        words += ["--ro-bind", path, path]
    for name in WORKER_FILES:
        words += ["--ro-bind", str(_HERE / name), f"{HOME}/{name}"]
    return [*words, "--dev-bind", "/dev/null", "/dev/null", "--", *command]


def refusal(bwrap: str) -> str:
    """Try it: return why nothing runs inside, in one line; empty where it works."""
    command = wrapped(bwrap, [interpreter(), "-I", "-S", "-c", "pass"])
    try:
        done = subprocess.run(
            command, env={}, capture_output=True, text=True, errors="replace", timeout=_PROBE_SECONDS, check=False
        )
    except OSError as error:
        return f"it cannot be started: {error.strerror}"
    except subprocess.TimeoutExpired:
        return f"it said nothing within {_PROBE_SECONDS} seconds"
    if done.returncode == 0:
        return ""
    lines = done.stderr.strip().splitlines()
    return lines[-1][:200] if lines else f"it ended with status {done.returncode}"


def _shown() -> list[str]:
    """Return the paths of this machine that are there inside, to be read."""
    python = interpreter()
    standard = os.path.dirname(os.path.realpath(os.__file__))  # noqa: PTH120  as the worker finds it
    wanted = [python, standard, str(Path(python).parent.parent / "lib"), "/lib", "/usr/lib", "/lib64", "/usr/lib64"]
    wanted += ["/etc/ld.so.cache", *(store for store in _STORES if python.startswith(f"{store}/"))]
    return [path for path in dict.fromkeys(wanted) if Path(path).exists()]
