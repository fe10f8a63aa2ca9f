"""What the last look at a package saw: size, time and digest of each file, and what was found.

With it the next look reads only what has changed. Imports `os` and `json` alone, and is thrown away whenever
anything else has moved: hologram, lock, configuration or Holo.
"""

from __future__ import annotations

import json
import os

from holo.provenance.digest import digest_bytes

TYPE_CHECKING = False  # typing itself costs 4 ms
if TYPE_CHECKING:
    from collections.abc import Iterable

_FORM = 1

Row = list[object]
"""Size, time in nanoseconds, digest of the bytes."""


class Seen:
    """One package as it was seen. `files` has a row a file by its name in the package; `inputs` the same by full path.

    `functions` maps files to the functions that stand in them; `holograms` each hologram to its file and the names of
    its packages; `findings` are rows as JSON has them; `open` are the functions that nobody has written.
    """

    def __init__(
        self,
        key: str,
        root: str,
        inputs: dict[str, Row],
        files: dict[str, Row],
        functions: dict[str, str],
        holograms: dict[str, list[object]],
        findings: list[dict[str, object]],
        opened: list[str],
    ) -> None:
        """Keep what was seen."""
        self.key = key
        self.root = root
        self.inputs = inputs
        self.files = files
        self.functions = functions
        self.holograms = holograms
        self.findings = findings
        self.open = opened


def load(path: str, key: str) -> Seen | None:
    """Return what was seen under a key, or None where nothing was, or where an input has changed since."""
    try:
        with open(path, "rb") as stream:  # noqa: PTH123  (pathlib costs 5 ms)
            data = json.loads(stream.read())
        if data["form"] != _FORM or data["key"] != key:
            return None
        found = Seen(
            key,
            data["root"],
            data["inputs"],
            data["files"],
            data["functions"],
            data["holograms"],
            data["findings"],
            data["open"],
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return found if all(_same(name, row) for name, row in found.inputs.items()) else None


def keep(path: str, seen: Seen) -> None:
    """Keep what was seen; where that is not possible the next look is a whole one."""
    data = {
        "form": _FORM,
        "key": seen.key,
        "root": seen.root,
        "inputs": seen.inputs,
        "files": seen.files,
        "functions": seen.functions,
        "holograms": seen.holograms,
        "findings": seen.findings,
        "open": seen.open,
    }
    fresh = f"{path}.{os.getpid()}"
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH103, PTH120
        with open(fresh, "w", encoding="utf-8") as stream:  # noqa: PTH123
            stream.write(json.dumps(data, separators=(",", ":")))  # `dump` is ten times as slow
        os.replace(fresh, path)  # noqa: PTH105
    except OSError:
        return


def stamp(path: str) -> Row:
    """Return the row of a file; empty where it is not there."""
    try:
        seen = os.stat(path)  # noqa: PTH116
        with open(path, "rb") as stream:  # noqa: PTH123
            return [seen.st_size, seen.st_mtime_ns, digest_bytes(stream.read())]
    except OSError:
        return []


def listed(folder: str) -> dict[str, Row]:
    """Return size and time of every file below a folder, by name from there; without caches and hidden files."""
    found: dict[str, Row] = {}
    waiting = [""]
    while waiting:
        inside = waiting.pop()
        try:
            with os.scandir(os.path.join(folder, inside)) as entries:  # noqa: PTH118
                for entry in entries:
                    name = entry.name
                    if name == "__pycache__" or name[0] == ".":
                        continue
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(f"{inside}{name}/")
                    else:
                        seen = entry.stat(follow_symlinks=False)
                        found[inside + name] = [seen.st_size, seen.st_mtime_ns]
        except OSError:
            continue
    return found


def changed(seen: Seen, folder: str, now: dict[str, Row]) -> tuple[set[str], set[str], set[str]]:
    """Return the files that have other bytes than those seen, those that are gone, and those that have come.

    Rows of files whose stamp alone has moved are brought up to date.
    """
    other: set[str] = set()
    for name, row in seen.files.items():
        stamped = now.get(name)
        if stamped is not None and row[:2] != stamped:
            fresh = stamp(os.path.join(folder, name))  # noqa: PTH118
            if fresh[2:] != row[2:]:
                other.add(name)
            else:
                seen.files[name] = fresh
    return other, seen.files.keys() - now.keys(), now.keys() - seen.files.keys()


def stamps(folder: str, names: Iterable[str]) -> dict[str, Row]:
    """Return the rows of some files of a folder."""
    return {name: stamp(os.path.join(folder, name)) for name in names}  # noqa: PTH118


def _same(path: str, row: Row) -> bool:
    try:
        now = os.stat(path)  # noqa: PTH116
    except OSError:
        return not row
    if not row:
        return False
    return (now.st_size == row[0] and now.st_mtime_ns == row[1]) or stamp(path)[2:] == row[2:]
