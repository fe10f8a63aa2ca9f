"""`holo export`."""

from __future__ import annotations

from pathlib import Path

import click

from holo.cli.app import options
from holo.cli.screen import Screen

TOOLS = ("claude-code", "cursor", "codex", "copilot", "markdown")


@click.command("export")
@click.argument("specs", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--for", "tools", multiple=True, required=True, type=click.Choice(TOOLS), help="Who reads it; may be repeated."
)
@click.option("--out", type=click.Path(path_type=Path), help="The folder to write below, instead of the project's.")
@click.option("--check", is_flag=True, help="Write nothing; exit 1 where a file is stale.")
@options
def command(specs: tuple[Path, ...], tools: tuple[str, ...], out: Path | None, check: bool, form: str) -> int:  # noqa: FBT001  (click hands flags over by name)
    """Write the working rules, the tickets and the address of `holo mcp` where a coding agent looks for them.

    In a file that is yours only Holo's marked block, or its one entry, is replaced; all else stays as it is.
    """
    from holo.cli.report import say_compiled
    from holo.operations.export import Tool, export
    from holo.operations.projects import governing, roots

    screen = Screen(form)
    base = Path.cwd()
    config = governing(specs, base)
    done = export(
        roots(config, specs, base),
        [Tool(name) for name in dict.fromkeys(tools)],
        config,
        base,
        None if out is None else base / out,
        write=not check,
    )
    rows = [row for one in done.compiled for row in one.diagnostics]
    if done.broken:
        for one in done.compiled:
            say_compiled(screen, one)
    for name in done.stale:
        screen.say(f"stale {name}")
    for name in done.written:
        screen.say(f"wrote {name}")
    for name in done.unchanged:
        screen.say(f"as it should be: {name}")
    if done.stale:
        screen.say("`holo export` without `--check` brings them up to date")
    screen.answer(rows, written=list(done.written), unchanged=list(done.unchanged), stale=list(done.stale))
    return 1 if done.broken or done.stale else 0
