"""The generated index: which package, function or file of the generated Python each declaration becomes.

Paths count from the root hologram's package; what is used lies in a folder of its own below it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from holo.ir import model as ir

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def index_of(root: str, holograms: Iterable[ir.Hologram]) -> tuple[ir.Entry, ...]:
    """Return the index of a project, in order of path and id."""
    entries = [entry for hologram in holograms for entry in entries_of(hologram, root)]
    return tuple(sorted(entries, key=lambda one: (one.path, one.id)))


def entries_of(hologram: ir.Hologram, root: str) -> Iterator[ir.Entry]:
    """Yield the entries of one hologram as part of the project of `root`."""
    base = "" if hologram.name == root else f"{hologram.name}/"
    for package in hologram.packages:
        folder = f"{base}{package.name}/" if package.name else base
        yield ir.Entry(id=package.id, kind="package", path=f"{folder}__init__.py", doc=package.doc)
        if any((package.aliases, package.consts, package.enums, package.records, package.errors, package.ports)):
            yield ir.Entry(
                id=f"{package.id}.types",
                kind="file",
                path=f"{folder}types.py",
                doc=f"The types of {package.name or hologram.name}",
            )
        for function in package.functions:
            doc = function.doc.partition("\n")[0]
            yield ir.Entry(id=function.id, kind="function", path=f"{folder}{function.name}.py", doc=doc)
