"""Tells in a few milliseconds that nothing has changed since the last run.

One JSON with size and time of every input and output. A file whose stamp moved is read, and counts as
changed only if its bytes did. Imports `os` and `json` alone, since a run that finds nothing to do pays for
little else. What cannot be read is no stamp: then everything is looked at again.
"""

from __future__ import annotations

import json
import os

TYPE_CHECKING = False  # typing itself costs 4 ms
if TYPE_CHECKING:
    from collections.abc import Iterable

NAME = "stamps.json"
_FORM = 1


class Stamps:
    """What a run saw: files by path, folders by path with all that lies below, and folders by names alone.

    `key` is whatever else the run depended on (version, settings, arguments): another key is another run.
    """

    def __init__(
        self, key: str, files: dict[str, list[object]], below: dict[str, list[object]], names: dict[str, list[object]]
    ) -> None:
        """Keep the rows; `take` and `load` make them."""
        self.key = key
        self.files = files
        self.below = below
        self.names = names


def take(key: str, files: Iterable[str], below: Iterable[str] = (), names: Iterable[str] = ()) -> Stamps:
    """Return the stamps of a run.

    `files` are known by their bytes; one that is not there has a stamp, too. Folders in `below` are known by
    names, sizes and times of all files in them (2.5 ms for 1,000). Folders in `names` are known by the names of what
    lies in them (0.5 ms for 1,000): files that come and go are seen, those that are written over in place are not.
    """
    return Stamps(
        key,
        {path: _file(path) for path in files},
        {path: _below(path) for path in below},
        {path: _names(path) for path in names},
    )


def unchanged(path: str, key: str, files: Iterable[str]) -> bool:
    """Say whether the stamps kept at `path` are of this key and these files, and still hold.

    False also where they cannot be read.
    """
    kept = load(path)
    if kept is None or kept.key != key or kept.files.keys() != set(files):
        return False
    return (
        all(_same(name, row) for name, row in kept.files.items())
        and all(_names(name) == row for name, row in kept.names.items())
        and all(_below(name) == row for name, row in kept.below.items())
    )


def load(path: str) -> Stamps | None:
    """Return the stamps kept at `path`, or None where there are none that can be read."""
    try:
        with open(path, "rb") as stream:  # noqa: PTH123  (pathlib costs 5 ms of the 15)
            data = json.loads(stream.read())
        if data["form"] != _FORM:
            return None
        return Stamps(data["key"], data["files"], data["below"], data["names"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def keep(path: str, stamps: Stamps) -> None:
    """Keep stamps at `path`; where that is not possible the next run looks at everything."""
    data = {"form": _FORM, "key": stamps.key, "files": stamps.files, "below": stamps.below, "names": stamps.names}
    fresh = f"{path}.{os.getpid()}"
    try:
        os.makedirs(os.path.dirname(path) or ".", exist_ok=True)  # noqa: PTH103, PTH120  (the same)
        with open(fresh, "w", encoding="utf-8") as stream:  # noqa: PTH123
            json.dump(data, stream, separators=(",", ":"))
        os.replace(fresh, path)  # noqa: PTH105
    except OSError:
        return


def _file(path: str) -> list[object]:
    try:
        seen = os.stat(path)  # noqa: PTH116
        with open(path, "rb") as stream:  # noqa: PTH123
            data = stream.read()
    except OSError:
        return []
    return [seen.st_size, seen.st_mtime_ns, _digest(data)]


def _same(path: str, row: list[object]) -> bool:
    try:
        seen = os.stat(path)  # noqa: PTH116
    except OSError:
        return not row
    if not row or seen.st_size != row[0]:
        return False
    return seen.st_mtime_ns == row[1] or _file(path)[2:] == row[2:]


def _below(path: str) -> list[object]:
    """Return how many entries lie below a folder and a digest of their names, sizes and times, in the system's order."""
    names: list[str] = []
    numbers: list[int] = []
    waiting = [path]
    while waiting:
        folder = waiting.pop()
        try:
            with os.scandir(folder) as entries:
                for entry in entries:
                    name = entry.name
                    if name == "__pycache__":
                        continue
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(entry.path)
                    else:
                        seen = entry.stat(follow_symlinks=False)
                        numbers += (seen.st_size, seen.st_mtime_ns)
                    names.append(name)
        except OSError:
            names.append("/")  # no folder at all; no entry has this name
        names.append("/")
    return [len(names), _digest(f"{'|'.join(names)} {numbers}".encode("utf-8", "surrogatepass"))]


def _names(path: str) -> list[object]:
    """Return the same without looking at any file: names, and the times of the folders."""
    names: list[str] = []
    waiting = [path]
    while waiting:
        folder = waiting.pop()
        try:
            names.append(str(os.stat(folder).st_mtime_ns))  # noqa: PTH116
            with os.scandir(folder) as entries:
                for entry in entries:
                    if entry.name == "__pycache__":
                        continue
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(entry.path)
                    names.append(entry.name)
        except OSError:
            names.append("/")
        names.append("/")
    return [len(names), _digest("|".join(names).encode("utf-8", "surrogatepass"))]


def _digest(data: bytes) -> str:
    # hashlib loads OpenSSL, which takes longer than all else here; this module of the interpreter does not.
    from _blake2 import blake2b

    return blake2b(data, digest_size=16).hexdigest()
