"""The command line: parse arguments, call an operation, render. No logic.

`main` first asks whether this very command has just been run on these very files; if so it repeats the
answer and leaves before anything of weight is imported.
"""

from __future__ import annotations

import sys


def main() -> None:
    """Run `holo`; the entry point of the console script."""
    from holo.cli.again import answer  # os and json alone: a no-op must not import click

    said = answer(sys.argv[1:])
    if said is not None:
        sys.stdout.write(said.out)
        sys.stderr.write(said.err)
        sys.stdout.flush()
        raise SystemExit(said.code)
    from holo.cli.app import run  # click costs 30 ms

    run()
