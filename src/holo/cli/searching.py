"""What a search for counterexamples says: one line a function, and the input where there is one."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from holo.cli.report import finding_rows, say_findings
from holo.cli.screen import Screen, counted, paint
from holo.verify.deep import Ending

if TYPE_CHECKING:
    from holo.operations.deep import Searched

TINTS = {
    Ending.CONFIRMED: "32",
    Ending.NOTHING: "36",
    Ending.BROKEN: "31",
    Ending.DOUBTFUL: "33",
    Ending.UNSUPPORTED: "33",
}


def say_searched(screen: Screen, done: Searched) -> None:
    """Print what became of each function, then the sums; silent where the hologram has errors, which are said already."""
    if done.compiled.broken:
        return
    width = max((len(one.function) for one in done.found), default=0)
    for one in done.found:
        why = f" ({one.why})" if one.why else ""
        screen.say(f"  deep {one.function:<{width}}  {paint(one.ending.value, TINTS[one.ending], sys.stdout)}{why}")
        if one.finding is not None:
            say_findings(screen, (one.finding,), done.compiled.sources)
    counts = {ending: sum(1 for one in done.found if one.ending is ending) for ending in Ending}
    parts = [f"{number} {ending.value}" for ending, number in counts.items() if number]
    levels = sorted({one.level for one in done.found if one.level})
    level = f", sandbox {', '.join(levels)}" if levels else ""
    screen.say(
        f"{done.compiled.root}: {counted(len(done.found), 'function')} searched: {', '.join(parts) or 'none'}{level}"
    )
    if done.derived:
        screen.say(
            f"  not searched: {counted(done.derived, 'body', 'bodies')} in the hologram's own words that promise nothing else"
        )
    for key in done.left:
        screen.say(f"  not searched: {key}: no body stands as it was accepted")


def searched_row(done: Searched) -> dict[str, Any]:
    """Return a search over one hologram as a JSON object."""
    return {
        "hologram": done.compiled.root,
        "functions": [
            {
                "id": one.function,
                "ending": one.ending.value,
                "why": one.why,
                "sandbox": one.level,
                "findings": finding_rows((one.finding,), done.compiled.sources) if one.finding is not None else [],
            }
            for one in done.found
        ],
        "not_searched": list(done.left),
        "derived": done.derived,
    }
