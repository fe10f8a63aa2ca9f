"""Compile a hologram and write what a writer of bodies needs: IR, tickets, open bodies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from holo.operations.compile import Compiled, compile_project, without_collector
from holo.operations.sources import shown

if TYPE_CHECKING:
    from pathlib import Path

    from holo.config import Config
    from holo.emit.writer import Written


@dataclass(frozen=True, slots=True)
class CompiledTo:
    """A compiled hologram, and what was written where: `written` is None where nothing was to be."""

    compiled: Compiled
    shown: str = ""
    written: Written | None = None
    tickets: int = 0
    folders: tuple[Path, ...] = ()


def compile_to(spec: Path, config: Config, base: Path, out: Path | None, *, write: bool) -> CompiledTo:
    """Compile one root; write its tickets unless it has errors or nothing is to be written."""
    compiled = compile_project(spec, config, base)
    if compiled.broken or not write:
        return CompiledTo(compiled)
    # The back end loads Ruff, LibCST and Jinja, and a check needs none of them.
    from holo.emit.writer import write_files
    from holo.ir import model as ir
    from holo.operations.publish import ticket_files
    from holo.operations.stands import folders
    from holo.operations.workshop import Workshop
    from holo.sandbox.pool import Pool

    with without_collector():
        where = folders(compiled, config, out)
        if compiled.code:  # its IR is all that there is to write
            project = ir.Project(root=compiled.root, holograms=compiled.holograms())
            text = project.model_dump_json(exclude_defaults=True) + "\n"
            written = write_files(where.build, {"hologram.json": text})
            return CompiledTo(compiled, shown(where.build, base), written, 0, (where.build,))
        shop = Workshop(compiled, config, where, {}, None, Pool(1))
        written = write_files(where.build, ticket_files(shop))
    return CompiledTo(compiled, shown(where.build, base), written, len(shop.planned.tickets), (where.build,))
