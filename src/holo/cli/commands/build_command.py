"""`holo build`."""

from __future__ import annotations

from pathlib import Path

import click

from holo.cli.again import Witness
from holo.cli.app import options
from holo.cli.screen import Screen


@click.command("build")
@click.argument("specs", nargs=-1, type=click.Path(path_type=Path))
@click.option("--record", is_flag=True, help="Keep accepted replies of models under `recordings`.")
@options
@click.pass_obj
def command(witness: Witness, specs: tuple[Path, ...], record: bool, form: str) -> int:  # noqa: FBT001  (click's flags)
    """Compile, fill, judge and write the package: all of it, for SPECS or for those of `holo.toml`.

    Exit 0: every function is accepted. 1: something is wrong or still open. 2: it could not be done.
    """
    from holo.cli.running import run_build

    return run_build(Screen(form), specs, witness, record=record)
