"""`holo accept FUNCTION`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from holo.cli.app import options
from holo.cli.deciding import decided, say_diff
from holo.cli.screen import Screen

if TYPE_CHECKING:
    from holo.operations.accept import Proposal


@click.command("accept")
@click.argument("function")
@click.option("--yes", is_flag=True, help="Write without asking.")
@options
def command(function: str, yes: bool, form: str) -> int:  # noqa: FBT001  (click's flags)
    """Write into the hologram what a changed body of the generated package does.

    Signature and defaults, errors that it raises, a `returns` that is one expression, examples that came out otherwise, and
    the example at the smallest input that tells the new body from the accepted one. Statements that the code breaks are
    struck. The diff is shown first; without a terminal nothing is written unless `--yes` says so. A patch that would
    not compile, or by which the judge would not accept the body, is never written.

    Exit 0: written, package and lock are up to date. 1: nothing was written. 2: there is nothing to accept.
    """
    from holo.cli.report import built_row
    from holo.operations.accept import carry_out, propose
    from holo.operations.projects import governing, roots

    screen = Screen(form)
    base = Path.cwd()
    config = governing((), base)
    with screen.progress("reading the code"):
        found = propose(roots(config, (), base), function, config)
    if found.reason:
        screen.say(f"`{found.function}` cannot be accepted: {found.reason}")
        screen.say(
            f"  help: change `{found.shown}` by hand, or `holo restore {found.function}` puts the accepted body back"
        )
        screen.answer((), **_row(found, written=False))
        return 1
    _show(screen, found)
    if not decided(screen, f"Write this into {found.shown}?", yes=yes):
        screen.answer((), **_row(found, written=False))
        return 1
    with screen.progress(f"building {found.spec.stem}") as advance:
        built = carry_out(found, config, base, advance, lambda text: print(text, file=sys.stderr))
    stand = built.stands.get(found.function)
    accepted = stand is not None and stand.stands
    screen.say(f"`{found.function}` is {'accepted' if accepted else 'not accepted'}; package and lock are up to date")
    screen.answer((), **_row(found, written=True), built=built_row(built, base))
    return 0 if accepted else 1


def _show(screen: Screen, found: Proposal) -> None:
    if not found.diff:
        screen.say(f"`{found.shown}` says what `{found.function}` does: only package and lock would be written")
    say_diff(screen, found.diff)
    for text, why in found.struck:
        screen.say(f"struck: {text}" + (f"  ({why})" if why else ""))


def _row(found: Proposal, *, written: bool) -> dict[str, object]:
    return {
        "function": found.function,
        "path": found.shown,
        "written": written,
        "diff": found.diff,
        "struck": [{"statement": text, "why": why} for text, why in found.struck],
        "reason": found.reason,
    }
