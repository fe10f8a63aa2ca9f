"""`holo plan`."""

from __future__ import annotations

from pathlib import Path

import click

from holo.cli.app import options
from holo.cli.screen import Screen, counted


@click.command("plan")
@click.argument("specs", nargs=-1, type=click.Path(path_type=Path))
@options
def command(specs: tuple[Path, ...], form: str) -> int:
    """Show what would be asked: waves of the call graph, groups by package, and the tokens of each ticket. Asks nobody."""
    from holo.cli.report import say_compiled
    from holo.operations.planning import plan_of
    from holo.operations.projects import governing, roots

    screen = Screen(form)
    base = Path.cwd()
    config = governing(specs, base)
    done = [plan_of(spec, config, base) for spec in roots(config, specs, base)]
    for one in done:
        if one.compiled.broken:
            say_compiled(screen, one.compiled)
            continue
        tokens = f", {one.tokens:,} tokens to send ({one.tokenizer})" if one.tickets else ": nobody is asked"
        screen.say(f"{one.compiled.root}: {counted(len(one.tickets), 'ticket')}, {one.derived} derived{tokens}")
        for number, wave in enumerate(one.waves, 1):
            if wave:
                screen.say(f"  wave {number}")
                for key in wave:
                    ticket = one.tickets[key]
                    left = f", without {', '.join(ticket.left_out)}" if ticket.left_out else ""
                    screen.say(f"    {key}  {ticket.tokens} tokens{left}")
        for group, keys in one.groups.items():
            screen.say(f"  group {group}: {counted(len(keys), 'ticket')}")
    rows = [row for one in done for row in one.compiled.diagnostics]
    screen.answer(
        rows,
        plan=[
            {
                "hologram": one.compiled.root,
                "tokenizer": one.tokenizer,
                "tokens": one.tokens,
                "derived": one.derived,
                "waves": [list(wave) for wave in one.waves],
                "groups": {group: list(keys) for group, keys in one.groups.items()},
                "tickets": {
                    key: {"tokens": t.tokens, "hash": t.hash, "left_out": list(t.left_out)}
                    for key, t in one.tickets.items()
                },
            }
            for one in done
        ],
    )
    return 1 if any(one.compiled.broken for one in done) else 0
