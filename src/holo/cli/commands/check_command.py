"""`holo check`."""

from __future__ import annotations

from pathlib import Path

import click

from holo.cli.app import reporting_options
from holo.cli.screen import Screen


@click.command("check")
@click.argument("specs", nargs=-1, type=click.Path(path_type=Path))
@click.option("--offline", is_flag=True, help="Promise that no model is asked and no key is read (it never is).")
@click.option("--deep", is_flag=True, help="Also search for counterexamples with CrossHair, on symbols (slow).")
@click.option(
    "--deep-seconds",
    type=click.FloatRange(0, min_open=True),
    default=10.0,
    show_default=True,
    help="Of the processor, for the search of one function.",
)
@reporting_options
def command(specs: tuple[Path, ...], offline: bool, deep: bool, deep_seconds: float, form: str) -> int:  # noqa: FBT001  (click's flags)
    """Judge every body that stands in the generated package anew, and compare package and lock with the hologram.

    Code that holograms describe is compared with them, and not run. Writes nothing. Exit 0: all that stands is right;
    open functions are counted. 1: something is wrong. 2: it could not be judged.
    """
    from holo.cli.running import run_check

    del offline  # checking asks nobody in any case; the flag says so in a pipeline
    return run_check(Screen(form), specs, deep=deep_seconds if deep else None)
