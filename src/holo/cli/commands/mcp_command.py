"""`holo mcp`."""

from __future__ import annotations

import gc
import sys
from importlib.util import find_spec
from pathlib import Path

import click

from holo.errors import HoloError


@click.command("mcp")
@click.argument("specs", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--project", type=click.Path(path_type=Path), help="The project's folder, where it is not the working folder."
)
def command(specs: tuple[Path, ...], project: Path | None) -> int:
    """Serve tickets to a coding agent, as the Model Context Protocol on standard input and output.

    Six tools: next_ticket, submit, status, read, ask, explain. `holo export` registers the server with an agent. It ends with its input.
    """
    if find_spec("mcp") is None:
        raise HoloError(
            "`holo mcp` needs the package `mcp`, which is not installed", "Install Holo with it: `holo[mcp]`", "H901"
        )
    base = Path.cwd() if project is None else Path.cwd() / project
    if not base.is_dir():
        raise HoloError(f"`{project}` is no folder", "Name the folder that holds `holo.toml`", "H903")
    sys.stdout = sys.__stdout__ or sys.stdout  # the protocol is nothing to remember
    gc.disable()  # the library makes some thousand classes, a sixth of its time is looking through them
    from holo.serve.mcp_server import serve

    gc.freeze()
    gc.enable()
    serve(specs, base)
    return 0
