"""The command line: parse arguments, call an operation, render. No logic.

`main` first asks whether this very command has just been run on these very files; if so it repeats the
answer and leaves before anything of weight is imported.
"""

from __future__ import annotations

import codecs
import sys


def main() -> None:
    """Run `holo`; the entry point of the console script."""
    # What a terminal has no letters for is written as `\u2603`, which JSON understands, too.
    codecs.register_error("holo", _escaped)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="holo")
    from holo.cli.again import answer  # os and json alone: a no-op must not import click

    said = answer(sys.argv[1:])
    if said is not None:
        sys.stdout.write(said.out)
        sys.stderr.write(said.err)
        sys.stdout.flush()
        raise SystemExit(said.code)
    from holo.cli.app import run  # click costs 30 ms

    run()


def _escaped(error: UnicodeError) -> tuple[str, int]:
    """Return characters that cannot be encoded as escapes, in pairs where JSON takes two."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    data = error.object[error.start : error.end].encode("utf-16-be", "surrogatepass")
    units = (int.from_bytes(data[at : at + 2], "big") for at in range(0, len(data), 2))
    return "".join(f"\\u{unit:04x}" for unit in units), error.end
