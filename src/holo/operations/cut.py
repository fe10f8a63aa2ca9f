"""A compiled project cut down to what some functions need, from the cache: what looking at one of ten thousand costs.

Holograms that none of them needs are there by name alone, so that everything has the place that it has in the whole.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from holo.ir import model as ir
from holo.ir.library import Library
from holo.operations.compile import Compiled, CompiledFile, cache_folder
from holo.provenance.cache import Cache
from holo.source import Unreadable, read

if TYPE_CHECKING:
    from collections.abc import Iterable

    from holo.config import Config
    from holo.source import SourceFile


def cut_down(
    spec: Path, config: Config, root: str, holograms: dict[str, list[object]], keys: Iterable[str]
) -> Compiled | None:
    """Return a project with the holograms that some functions rest on; None where the cache does not have them.

    `holograms` maps every name to its file and the names of its packages, as they were when all of it was compiled.
    """
    cache = Cache(cache_folder(config, spec) / "cache")
    library = Library()
    paths = {name: Path(str(row[0])) for name, row in holograms.items()}
    files: list[CompiledFile] = []
    sources: dict[str, SourceFile] = {}
    waiting = sorted({key.partition(".")[0] for key in keys})
    done: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name in done or name not in paths:
            continue
        done.add(name)
        path = paths[name]
        entry = cache.head(path)
        if entry is None or entry.name != name:
            return None
        library.add_unread(name, partial(cache.ir, path))
        hologram = library.hologram(name)
        assert hologram is not None, name
        waiting += [use.hologram for use in hologram.uses]
        shown = str(holograms[name][1])
        files.append(CompiledFile(path, shown, name, entry.diagnostics, entry.facts, fresh=False))
        try:
            sources[shown] = read(path, shown)
        except (OSError, Unreadable):
            return None
    for name, row in holograms.items():
        if name not in done:
            library.add(_shell(name, [str(one) for one in row[2:]]))
            files.append(CompiledFile(paths[name], str(row[1]), name, (), {}, fresh=False))
    return Compiled(root, spec, tuple(files), library, types_checked=True, sources=sources)


def _shell(name: str, packages: list[str]) -> ir.Hologram:
    made = tuple(ir.Package(id=f"{name}.{one}" if one else name, name=one) for one in packages)
    return ir.Hologram(name=name, version="0.0.0", language=1, packages=made)
