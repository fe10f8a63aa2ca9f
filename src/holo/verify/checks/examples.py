"""Examples, visible and sealed: expressions that are true of the finished program.

The judge evaluates; only the calls travel, never what they should give. What a sealed example says is in no
finding, since findings are shown to writers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from holo.codes import Code
from holo.expr.stopped import NotComputable, Stopped
from holo.verify.checks.checked import Checked, failed, finding, not_run, passed, undecided

if TYPE_CHECKING:
    from holo.ir import model as ir
    from holo.verify.trial import Trial
    from holo.verify.verdict import Finding

VISIBLE = "examples"
SEALED = "sealed examples"


def examples(trial: Trial) -> Checked:
    """Run the examples that writers see."""
    return _check(trial, VISIBLE, [each for each in trial.function.examples if not each.sealed])


def sealed_examples(trial: Trial) -> Checked:
    """Run the examples that writers do not see."""
    return _check(trial, SEALED, [each for each in trial.function.examples if each.sealed])


def _check(trial: Trial, name: str, chosen: list[ir.Example]) -> Checked:
    if not chosen:
        return not_run(name, "the hologram has none")
    waiting: Finding | None = None
    for runs, example in enumerate(chosen, 1):
        found = _one(trial, name, example)
        if not example.sealed:  # an input of a sealed one would be shown if it failed
            trial.remember()
        if found is None:
            continue
        if found.suspect == "candidate":
            return failed(name, runs, found)
        waiting = waiting or found
    if waiting is not None:
        return undecided(name, len(chosen), waiting.message, waiting)
    return passed(name, len(chosen))


def _one(trial: Trial, name: str, example: ir.Example) -> Finding | None:
    trial.log.clear()
    said = "A sealed example" if example.sealed else f"`{example.expr.source}`"
    try:
        value = trial.evaluate(example.expr, {})
    except NotComputable as stopped:
        message = f"{said} needs the body of `{stopped.function}`, which is open"
        return finding(name, Code.BODY_OPEN, example, message, suspect="surroundings")
    except Stopped as stopped:
        asked = any(each.function.id == trial.function.id for each in trial.log)
        if not asked:
            message = f"{said} cannot be computed: {stopped.message}"
            return finding(name, Code.UNDEFINED_WHEN_JUDGED, example, message, suspect="hologram")
        return _broken(trial, name, example, f"{said} is not true: {stopped.message}")
    if value is True:
        return None
    return _broken(trial, name, example, f"{said} is not true")


def _broken(trial: Trial, name: str, example: ir.Example, message: str) -> Finding:
    if example.sealed:
        return finding(name, Code.SEALED_BROKEN, example, "A sealed example is not true")
    mine = [each for each in trial.log if each.function.id == trial.function.id] or trial.log
    call = trial.shown(mine[-1].function, mine[-1].arguments) if mine else ""
    got = trial.came(mine[-1].outcome) if mine else ""
    return finding(name, Code.EXAMPLE_BROKEN, example, message, call=call, got=got)
