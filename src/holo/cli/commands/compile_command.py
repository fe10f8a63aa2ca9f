"""`holo compile SPEC`."""

from __future__ import annotations

from pathlib import Path

import click

from holo.cli.again import Witness
from holo.cli.app import reporting_options
from holo.cli.screen import Screen, counted


@click.command("compile")
@click.argument("specs", nargs=-1, metavar="[SPEC]...", type=click.Path(path_type=Path))
@click.option("--out", type=click.Path(path_type=Path), help="Where to write; `build/NAME` if not given.")
@click.option("--check", is_flag=True, help="Write nothing.")
@reporting_options
@click.pass_obj
def command(witness: Witness, specs: tuple[Path, ...], out: Path | None, check: bool, form: str) -> int:  # noqa: FBT001  (click's flags)
    """Check a hologram; write its IR, its tickets and typed open bodies.

    Exit 0: no errors. 1: the hologram has errors. 2: it could not be read or written.
    """
    from holo import config as configs
    from holo.cli.report import say_compiled
    from holo.operations.projects import governing, roots
    from holo.operations.tickets import compile_to

    screen = Screen(form)
    base = Path.cwd()
    config = governing(specs, base)
    found = roots(config, specs, base)
    if out is not None and len(found) > 1:
        raise click.UsageError("--out takes one hologram")
    done = []
    for spec in found:
        made = compile_to(
            spec, config, base, None if check else (base / out if out is not None else None), write=not check
        )
        done.append(made)
        # Bodies that somebody writes into the build folder change nothing for this command.
        inputs = (*made.compiled.inputs, config.root / configs.NAME, base / configs.NAME)
        witness.saw(inputs, names=made.folders)
        say_compiled(screen, made.compiled)
        if made.written is not None:
            written = made.written
            screen.say(f"  {counted(made.tickets, 'ticket')} in {made.shown}")
            screen.news(f"  {counted(len(written.written), 'file')} written, {len(written.unchanged)} unchanged")
            if written.edited:
                screen.say(f"  {counted(len(written.edited), 'file')} written into by others, left alone")
    rows = [row for made in done for row in made.compiled.diagnostics]
    screen.answer(
        rows,
        compiled=[
            {
                "hologram": made.compiled.root,
                "types_checked": made.compiled.types_checked,
                "files": [{"path": file.shown, **file.facts} for file in made.compiled.files],
                "out": made.shown,
                "tickets": made.tickets,
            }
            for made in done
        ],
    )
    return 1 if any(made.compiled.broken for made in done) else 0
