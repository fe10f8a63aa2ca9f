"""What compiling one file found, kept between runs.

One small text a hologram below the project's `.holo/cache/` (or the user's cache folder where there is no
project): a line of JSON with what the next run needs at once, and the file's canonical IR in a second line,
read only when somebody asks for it. A cache that cannot be read or written is no cache; nothing depends on it.
"""

from __future__ import annotations

import json
import os
import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from holo.diagnostics.render import Placed

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Entry:
    """What is known of one compiled file.

    `key` covers its text, the interfaces of what it uses, the settings and Holo itself; `interface` is the
    digest of what its users can see of it. `ir` is its canonical JSON.
    """

    key: str
    name: str
    interface: str
    exports: dict[str, Any]
    diagnostics: tuple[Placed, ...]
    facts: dict[str, Any] = field(default_factory=dict)
    ir: str = ""


class Cache:
    """Entries by the path of their hologram, below one folder."""

    def __init__(self, folder: Path) -> None:
        """Use a folder that may not exist yet."""
        self._folder = folder

    def _path(self, path: Path) -> Path:
        return self._folder / f"{path.stem}-{zlib.crc32(os.fsencode(str(path))):08x}.json"

    def head(self, path: Path) -> Entry | None:
        """Return the entry of a file without its IR, or None."""
        try:
            with self._path(path).open(encoding="utf-8") as stream:
                row = json.loads(stream.readline())
            row["diagnostics"] = tuple(Placed(**one) for one in row["diagnostics"])
            return Entry(**row)
        except (OSError, ValueError, TypeError, KeyError):
            return None

    def ir(self, path: Path) -> str:
        """Return the canonical IR of a file whose `head` has just been found."""
        with self._path(path).open(encoding="utf-8") as stream:
            stream.readline()
            return stream.readline().rstrip("\n")

    def keep(self, path: Path, entry: Entry) -> None:
        """Store an entry; a folder that cannot be written is left alone."""
        head = {
            "key": entry.key,
            "name": entry.name,
            "interface": entry.interface,
            "exports": entry.exports,
            "diagnostics": [{name: getattr(one, name) for name in Placed.__slots__} for one in entry.diagnostics],
            "facts": entry.facts,
        }
        target = self._path(path)
        fresh = target.with_suffix(f".{os.getpid()}")
        try:
            if not self._folder.is_dir():
                self._folder.mkdir(parents=True, exist_ok=True)
                (self._folder / ".gitignore").write_text("*\n", encoding="utf-8")
            fresh.write_text(f"{json.dumps(head, separators=(',', ':'))}\n{entry.ir}\n", encoding="utf-8")
            fresh.replace(target)
        except OSError:
            return
