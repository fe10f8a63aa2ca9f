"""Judge candidates for one function: what a coding agent runs after it wrote one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from holo.errors import HoloError
from holo.operations.compile import Compiled, compile_project, without_collector
from holo.operations.filling import fill, first_offers
from holo.operations.stands import folders
from holo.operations.workshop import Workshop
from holo.provenance import lock as locks

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from holo.config import Config
    from holo.verify.verdict import Verdict


@dataclass(frozen=True, slots=True)
class JudgedFile:
    """One candidate file and the verdict on it."""

    path: str
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class JudgedAll:
    """All verdicts; none where the hologram itself has errors."""

    compiled: Compiled
    function: str
    files: tuple[JudgedFile, ...]


def judge_files(spec: Path, name: str, paths: Sequence[Path], config: Config, base: Path) -> JudgedAll:
    """Judge candidate files for one function, each by itself, beside the bodies that stand in the project.

    Raises `HoloError` for an unknown function or a file that cannot be read.
    """
    from holo.sandbox.pool import Pool

    texts = {path: _text(path) for path in paths}
    with Pool(1) as pool:
        pool.start()
        compiled = compile_project(spec, config, base, needs_spans=True)
        if compiled.broken:
            return JudgedAll(compiled, name, ())
        with without_collector():
            where = folders(compiled, config)
            lock = locks.read(where.lock)
            shop = Workshop(compiled, config, where, lock, None, pool)
            key = find(shop, name)
            turn = shop.called_in_turn(key)
            _stand_by(shop, key)
            _, beside = first_offers(shop, turn, config.agents.order)
            found = []
            for path, text in texts.items():
                found.append(JudgedFile(str(path), shop.judge(key, shop.from_file(key, text), beside)))
            return JudgedAll(compiled, key, tuple(found))


def find(shop: Workshop, name: str) -> str:
    """Return the id that a name means: an id, `package.function`, or a bare name where it is unique."""
    keys = list(shop.planned.slices)
    exact = [key for key in keys if name in {key, key.partition(".")[2]}]
    bare = exact or [key for key in keys if key.rpartition(".")[2] == name]
    if len(bare) == 1:
        return bare[0]
    if bare:
        listed = ", ".join(f"`{key}`" for key in sorted(bare))
        raise HoloError(f"`{name}` may be {listed}", "Name one of them in full", "H903")
    from difflib import get_close_matches  # only on the way out

    words = {word: key for key in keys for word in (key, key.partition(".")[2], key.rpartition(".")[2])}
    near = get_close_matches(name, list(words), 1)
    hint = f"Did you mean `{words[near[0]]}`?" if near else "`holo status` lists the functions"
    raise HoloError(f"`{shop.compiled.root}` has no function `{name}`", hint, "H903")


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n")
    except OSError as error:
        raise HoloError(f"`{path}` cannot be read: {error.strerror}", "Check the path", "H903") from None


def _stand_by(shop: Workshop, key: str) -> None:
    """Let everything that the candidate may call stand, from the lock, the hologram or the recordings."""
    wanted = shop.around(key)
    shop.only(wanted)
    fill(shop, shop.config.agents.order, lambda _done, _total, _what: None)
    shop.stands.pop(key, None)
