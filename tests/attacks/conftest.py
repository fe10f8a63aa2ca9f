from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from holo.sandbox.level import LEVELS
from holo.sandbox.pool import Pool

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

SECRET = "s3cret"
FILES = {
    ".ssh/id_ed25519": SECRET,
    ".env": f"API_KEY={SECRET}",
    "holo.lock": "{}",
    "build/tickets/fine.md": "a ticket",
    "specs/town.holo": 'sealed label(4) == "four"',
    "planted.py": 'WORD = "reached"\n',
}


@dataclass(frozen=True)
class Surroundings:
    """What there is to steal, to spoil and to talk to."""

    folder: Path
    bystander: subprocess.Popen[bytes]
    sockets: Mapping[str, socket.socket]
    names: Mapping[str, object]

    def places(self, scratch: Path) -> dict[str, object]:
        """Return what the capital names of an attack stand for."""
        return {"FOLDER": str(self.folder), "SCRATCH": str(scratch), "PID": self.bystander.pid, **self.names}

    def heard(self) -> list[str]:
        """Return the listeners to which somebody has spoken since the last time."""
        found = []
        for name, listener in self.sockets.items():
            with suppress(BlockingIOError):
                while True:
                    if listener.type == socket.SOCK_STREAM:
                        listener.accept()[0].close()
                    else:
                        listener.recv(1024)
                    found.append(name)
        return found


def tree(folder: Path) -> dict[str, tuple[int, str]]:
    """Return everything below a folder: kinds and permissions, and the text of files."""
    found = {}
    for path in sorted(folder.rglob("*")):
        plain = path.is_file() and not path.is_symlink()
        found[str(path.relative_to(folder))] = (path.lstat().st_mode, path.read_text("utf-8") if plain else "")
    return found


def below(pid: int) -> list[int]:
    """Return all processes that descend from one."""
    parents: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with suppress(OSError):
                parent = int((entry / "stat").read_text("utf-8", "replace").rpartition(")")[2].split()[1])
                parents.setdefault(parent, []).append(int(entry.name))
    found: list[int] = []
    left = [pid]
    while left:
        children = parents.get(left.pop(), [])
        found += children
        left += children
    return sorted(found)


@pytest.fixture(scope="session")
def surroundings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Surroundings]:
    """Lay out files, a process and listeners, on the loopback and in a folder of the test."""
    folder = tmp_path_factory.mktemp("home")
    for name, text in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    short = Path(os.path.relpath(tmp_path_factory.mktemp("s")))  # the name of a Unix socket has 107 characters at most
    with ExitStack() as stack:

        def listen(family: int, kind: int, address: object) -> socket.socket:
            made = stack.enter_context(socket.socket(family, kind))
            made.bind(address)  # type: ignore[arg-type]  # each family has addresses of its own
            made.settimeout(0)
            if kind == socket.SOCK_STREAM:
                made.listen()
            return made

        names: dict[str, object] = {"STREAM": str((short / "a").absolute()), "DATAGRAM": str((short / "b").absolute())}
        names["ABSTRACT"] = f"\0holo-attack-{os.getpid()}"
        sockets = {
            "TCP": listen(socket.AF_INET, socket.SOCK_STREAM, ("127.0.0.1", 0)),
            "UDP": listen(socket.AF_INET, socket.SOCK_DGRAM, ("127.0.0.1", 0)),
            "STREAM": listen(socket.AF_UNIX, socket.SOCK_STREAM, str(short / "a")),
            "DATAGRAM": listen(socket.AF_UNIX, socket.SOCK_DGRAM, str(short / "b")),
            "ABSTRACT": listen(socket.AF_UNIX, socket.SOCK_STREAM, names["ABSTRACT"]),
        }
        names |= {name: sockets[name].getsockname()[1] for name in ("TCP", "UDP")}
        bystander = subprocess.Popen(
            [sys.executable, "-S", "-c", "import time; time.sleep(3600)"], env={"API_KEY": SECRET}
        )
        try:
            yield Surroundings(folder, bystander, sockets, names)
        finally:
            bystander.kill()
            bystander.wait()


@pytest.fixture
def scratch(tmp_path: Path) -> Iterator[Path]:
    """Lay out what may be spoiled."""
    folder = tmp_path / "scratch"
    (folder / "folder").mkdir(parents=True)
    (folder / "victim").write_text("whole", encoding="utf-8")
    (folder / "folder" / "file").write_text("whole", encoding="utf-8")
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def pools() -> Iterator[Mapping[str, Pool]]:
    """One warm server for each level that may be asked for; each says which level it really has."""
    with ExitStack() as stack, pytest.MonkeyPatch.context() as patch:
        patch.setenv("API_KEY", SECRET)
        made = {best: stack.enter_context(Pool(1, best)) for best in LEVELS}
        for pool in made.values():
            pool.level()
        yield made
