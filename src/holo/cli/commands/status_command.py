"""`holo status`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from holo.cli.app import options
from holo.cli.screen import Screen, counted, paint, per_cent

if TYPE_CHECKING:
    from holo.operations.status import StatusRow

TINTS = {"accepted": "32", "weak": "33", "open": "36", "written": "36", "stale": "35", "edited": "33"}


@click.command("status")
@click.argument("specs", nargs=-1, type=click.Path(path_type=Path))
@options
def command(specs: tuple[Path, ...], form: str) -> int:
    """Say what is filled and by whom, what is weak, open or stale. Judges nothing.

    Written: an answer that no build has judged. Stale: the contract, or something it rests on, has changed since the body was accepted. Edited: the body in the
    package is not the one that was accepted.
    """
    from holo.cli.report import described, say_compiled, why_weak
    from holo.operations.projects import governing, roots
    from holo.operations.status import status

    screen = Screen(form)
    base = Path.cwd()
    config = governing(specs, base)
    done = [status(spec, config, base) for spec in roots(config, specs, base)]
    for one in done:
        if one.compiled.broken:
            say_compiled(screen, one.compiled)
            continue
        if one.compiled.code:
            screen.say(described(one.compiled))
            continue
        screen.say(f"{one.compiled.root}")
        width = max((len(row.id) for row in one.rows), default=0)
        for row in one.rows:
            by = row.agent + (f" ({row.model})" if row.model else "")
            said = f"{row.state:<8}" if row.told else row.state
            badge = f"  {badge_of(row.caught, row.told)}" if row.told else ""
            why = f"  {why_weak(one.compiled, row.id)}" if row.state == "weak" else ""
            screen.say(f"  {row.id:<{width}}  {paint(said, TINTS[row.state], sys.stdout)}  {by}{badge}{why}".rstrip())
        counts = {state: sum(1 for row in one.rows if row.state == state) for state in TINTS}
        screen.say("  " + ", ".join(f"{number} {state}" for state, number in counts.items() if number))
        told, caught = sum(row.told for row in one.rows), sum(row.caught for row in one.rows)
        if told:
            known = sum(1 for row in one.rows if row.told)
            screen.say(f"  {badge_of(caught, told)} ({counted(known, 'function')} measured)")
        for question in one.questions:
            screen.say(f"  open question: {question}")
        for asked in one.asked:
            screen.say(f"  asked about {asked.function} by {asked.by}: {asked.question}")
    rows = [row for one in done for row in one.compiled.diagnostics]
    screen.answer(
        rows,
        status=[
            {
                "hologram": one.compiled.root,
                **({"described": one.compiled.described, "code": one.compiled.code} if one.compiled.code else {}),
                "functions": [
                    {
                        "id": r.id,
                        "state": r.state,
                        "agent": r.agent,
                        "model": r.model,
                        "ticket": r.ticket,
                        "strength": round(100 * r.caught / r.told, 1) if r.told else None,
                    }
                    for r in one.rows
                ],
                "strength": _overall(one.rows),
                "questions": list(one.questions),
                "asked": [{"function": row.function, "by": row.by, "question": row.question} for row in one.asked],
            }
            for one in done
        ],
    )
    return 1 if any(one.compiled.broken for one in done) else 0


def badge_of(caught: int, told: int) -> str:
    """Return what is known of the strength of a contract."""
    return f"strength {per_cent(caught, told)} %"


def _overall(rows: tuple[StatusRow, ...]) -> float | None:
    told = sum(row.told for row in rows)
    return round(100 * sum(row.caught for row in rows) / told, 1) if told else None
