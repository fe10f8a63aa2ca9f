"""`holo fmt`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from holo.cli.app import reporting_options
from holo.cli.screen import FORMS, Screen, counted


@click.command("fmt")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, allow_dash=True))
@click.option("--check", is_flag=True, help="Write nothing; exit 1 where a file would change.")
@click.option("--diff", is_flag=True, help="Write nothing; print what would change.")
@reporting_options
def command(paths: tuple[Path, ...], check: bool, diff: bool, form: str) -> int:  # noqa: FBT001  (click's flags)
    """Print holograms in their one form, in place; `-` reads standard input and prints to standard output.

    Without PATHS: the holograms that `holo.toml` names, with everything they use.
    """
    from holo.operations import fmt

    screen = Screen(form)
    if paths == (Path("-"),):
        return _standard_input(screen, check=check, diff=diff)
    results = fmt.format_paths(paths, Path.cwd(), write=not (check or diff))
    rows = tuple(row for result in results for row in result.diagnostics)
    screen.diagnostics(rows)
    changed = [result for result in results if result.changed]
    for result in changed:
        if diff:
            screen.say(result.diff().rstrip("\n"))
        else:
            screen.say(f"{'would reformat' if check else 'formatted'} {result.path}")
    broken = sum(1 for result in results if result.broken)
    done = len(results) - len(changed) - broken
    said = [counted(len(changed), "file") + (" would change" if check or diff else " formatted")] if changed else []
    said += [counted(done, "file") + " already in form"] if done else []
    said += [counted(broken, "file") + " left alone: it has errors"] if broken else []
    screen.say(", ".join(said))
    if screen.form in FORMS and (check or diff):
        rows += tuple(fmt.unformatted(result) for result in changed)
    screen.answer(rows, changed=[result.path for result in changed], files=[result.path for result in results])
    return 1 if broken or (changed and (check or diff)) else 0


def _standard_input(screen: Screen, *, check: bool, diff: bool) -> int:
    from holo.operations import fmt

    result = fmt.format_bytes(sys.stdin.buffer.read(), "<stdin>")
    if result.broken:
        # Standard output is the formatted text and nothing else: reports go to standard error.
        from holo.diagnostics.render import as_text

        if not screen.json:
            print(as_text(result.diagnostics, colour=False), file=sys.stderr)
            if not (check or diff):
                sys.stdout.write(result.before)
        screen.answer(result.diagnostics, changed=[], text=result.before)
        return 1
    if diff:
        screen.say(result.diff().rstrip("\n"))
    elif not check and not screen.json:
        sys.stdout.write(result.after)
    screen.answer((), changed=["<stdin>"] if result.changed else [], text=result.after)
    return 1 if result.changed and (check or diff) else 0
