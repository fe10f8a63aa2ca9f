"""`holo adopt FILE::FUNCTION…`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from holo.cli.app import options
from holo.cli.screen import Screen, counted

if TYPE_CHECKING:
    from holo.operations.adopt import Adopted


@click.command("adopt")
@click.argument("targets", nargs=-1, required=True, metavar="FILE::FUNCTION…")
@click.option("--no-run", is_flag=True, help="Run no code: offer no contracts that were only observed.")
@options
def command(targets: tuple[str, ...], no_run: bool, form: str) -> int:  # noqa: FBT001  (click's flags)
    """Describe single functions that exist: signature, doc, doctests, errors, and contracts that held when tried.

    The functions are run on generated inputs in your own interpreter, with limits and without the sandbox. Each contract
    that was found so stands under a comment: keep it or strike it.
    """
    from holo.operations.adopt import adopt
    from holo.operations.projects import governing

    screen = Screen(form)
    base = Path.cwd()
    done = adopt(targets, governing((), base), base, run=not no_run)
    for one in done:
        _say(screen, one)
    screen.answer((), adopted=[_row(one) for one in done])
    return 0


def _say(screen: Screen, done: Adopted) -> None:
    new = done.tally.functions + done.tally.methods
    for name in done.already:
        screen.say(f"`{name}` is described already")
    if not new and not done.tally.left_out:
        return
    verb = "made" if done.made else "changed"
    screen.say(
        f"{verb} {done.path}: {counted(new, 'function')}, {counted(done.tally.examples, 'example')} from doctests"
    )
    for left in done.tally.left_out:
        screen.say(f"  left out {left.name}: {left.reason}")
    if done.python:
        screen.say("ran your code with your interpreter, in a process with limits and without the sandbox")
    for one in done.entries:
        if one.tried:
            screen.say(f"\n{one.function}: returned on {one.returned} of {one.tried} inputs")
        else:
            screen.say(f"\n{one.function}")
        for _, text in (*one.clauses, *one.laws):
            screen.say(f"  {text.partition(' {')[0] if text.startswith('law ') else text}")
        if one.reason:
            screen.say(f"  no contract offered: {one.reason}")
    if any(one.clauses or one.laws for one in done.entries):
        screen.say("\nEach stands under a comment in the hologram: keep it or strike it.")
    if done.settings_written:
        screen.say("made holo.toml")
    elif done.settings:
        screen.say("\nPut this into holo.toml, in place of the same lines there:\n")
        screen.say(done.settings.rstrip("\n"))


def _row(done: Adopted) -> dict[str, object]:
    return {
        "path": done.path,
        "made": done.made,
        "lifted": done.tally.as_json(),
        "already": list(done.already),
        "ran": bool(done.python),
        "functions": [
            {
                "name": one.function,
                "tried": one.tried,
                "returned": one.returned,
                "clauses": [text for _, text in one.clauses],
                "laws": [text for _, text in one.laws],
                "reason": one.reason,
            }
            for one in done.entries
        ],
        "settings": done.settings,
        "settings_written": done.settings_written,
    }
