"""Has this very command been run on these very files? Then its answer is known.

Imports `os`, `sys` and `json` alone: what finds nothing to do must cost next to nothing. A command says what it
read and wrote (`Witness.saw`); the next run of the same words in the same place compares stamps and, where nothing
has moved, repeats what was said.
"""

from __future__ import annotations

import json
import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from holo.provenance import stamps

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

REMEMBERED = frozenset({"compile", "build", "drift"})
"""Commands that do nothing where nothing has changed; `check` judges anew whenever it is asked."""


UNCHANGED = "Nothing has changed since the last run: nothing to do.\n"


class Said(NamedTuple):
    """What a command printed, and its exit code."""

    out: str
    err: str
    code: int


def answer(words: list[str]) -> Said | None:
    """Return what the same command said on the same files, or None where it must run."""
    if not words or words[0] not in REMEMBERED:
        return None
    path = _path(words)
    kept = stamps.load(path)
    if kept is None or not stamps.unchanged(path, _key(words), list(kept.files)):
        return None
    try:
        with open(f"{path}.said", encoding="utf-8") as stream:  # noqa: PTH123  (pathlib costs 5 ms)
            out, err, code = json.load(stream)
    except (OSError, ValueError):
        return None
    if words[0] == "drift" or any(form in word for word in words for form in ("sarif", "github")):
        return Said(out, err, code)  # nothing was to do in any case, or whoever reads it takes nothing else
    if "json" not in words and "--format=json" not in words:
        return Said(out + UNCHANGED, err, code)
    body = json.loads(out)
    for built in body.get("built", ()):
        for function in built["functions"]:
            function["judged"] = False
    return Said(json.dumps({**body, "unchanged": True}, ensure_ascii=False) + "\n", err, code)


class Witness:
    """Watches one command: what it printed, what it read and wrote."""

    def __init__(self, words: list[str]) -> None:
        """Watch the command of these words."""
        self._words = words
        self._files: dict[str, None] = {}
        self._folders: dict[str, None] = {}
        self._names: dict[str, None] = {}
        self._worth = False
        self.out: list[str] = []

    def saw(self, files: Iterable[object], folders: Iterable[object] = (), names: Iterable[object] = ()) -> None:
        """Say what the answer depends on; a file that is not there counts, too.

        Of `folders` every file counts, of `names` which files there are: what is written into them is not looked at,
        which takes a fifth of the time.
        """
        self._worth = True
        for kept, paths in ((self._files, files), (self._folders, folders), (self._names, names)):
            kept.update((os.path.abspath(str(path)), None) for path in paths)  # noqa: PTH100

    def keep(self, code: int) -> None:
        """Remember the answer, if the command said what it depends on."""
        if not self._worth or not self._words or self._words[0] not in REMEMBERED:
            return
        path = _path(self._words)
        stamps.keep(path, stamps.take(_key(self._words), list(self._files), list(self._folders), list(self._names)))
        try:
            with open(f"{path}.said", "w", encoding="utf-8") as stream:  # noqa: PTH123
                json.dump(["".join(self.out), "", code], stream)
        except OSError:
            return


class Tee:
    """Standard output that is remembered while it is written; news are true once and not repeated."""

    def __init__(self, stream: object, kept: list[str]) -> None:
        """Write to a stream and to a list."""
        self._stream = stream
        self._kept = kept
        self._news = False

    def write(self, text: str) -> int:
        """Write and remember, unless it is news."""
        if not self._news:
            self._kept.append(text)
        return self._stream.write(text)  # type: ignore[attr-defined,no-any-return]  # any text stream

    def flush(self) -> None:
        """Send on what the stream still holds."""
        self._stream.flush()  # type: ignore[attr-defined]  # any text stream

    @contextmanager
    def fleeting(self) -> Iterator[None]:
        """Write news meanwhile."""
        self._news = True
        try:
            yield
        finally:
            self._news = False

    def __getattr__(self, name: str) -> object:
        """Be the stream in everything else."""
        return getattr(self._stream, name)


def _key(words: list[str]) -> str:
    """Return all that an answer depends on besides files: words, place, terminal, and Holo itself."""
    here = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120
    seen = [os.environ.get(name, "") for name in ("NO_COLOR", "TERM", "COLUMNS")]
    return "\n".join([os.getcwd(), *words, *seen, str(sys.stdout.isatty()), sys.version, here, _newest(here)])  # noqa: PTH109


def tool() -> str:
    """Return what stands for this Holo."""
    return _newest(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))  # noqa: PTH100, PTH120


def _newest(here: str) -> str:
    """Return the version of an installed Holo; of a checkout, when its newest module was written."""
    from holo import __version__

    if os.path.isdir(os.path.join(here, "_shipped")):  # noqa: PTH112, PTH118
        return __version__
    newest = 0
    waiting = [here]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if entry.name.endswith(".py"):
                    newest = max(newest, entry.stat().st_mtime_ns)
                elif entry.is_dir() and not entry.name.startswith("__"):
                    waiting.append(entry.path)
    return f"{__version__}+{newest}"


def _path(words: list[str]) -> str:
    """Return where the answer to some words is kept: by the project, else by the user's cache folder."""
    from zlib import crc32

    folder = os.getcwd()  # noqa: PTH109
    name = f"{crc32(json.dumps([folder, words]).encode()):08x}.json"
    above = folder
    while not os.path.isfile(os.path.join(above, "holo.toml")):  # noqa: PTH113, PTH118
        parent = os.path.dirname(above)  # noqa: PTH120
        if parent == above:
            home = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")  # noqa: PTH111, PTH118
            return os.path.join(home, "holo", "again", name)  # noqa: PTH118
        above = parent
    return os.path.join(above, ".holo", "again", name)  # noqa: PTH118
