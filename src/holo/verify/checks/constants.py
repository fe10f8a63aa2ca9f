"""Constants that a body changes: what all functions share is a value, and values do not change.

The child is asked for them once more after the inputs; what they should be stays on this side.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from holo.codes import Code
from holo.expr.stopped import Stopped
from holo.expr.values import Record
from holo.ir import model as ir
from holo.sandbox.outcome import Kind
from holo.verify.checks.checked import finding
from holo.verify.contract import alike

if TYPE_CHECKING:
    from holo.expr.world import World
    from holo.sandbox.program import Program
    from holo.verify.order import Lookup
    from holo.verify.trial import Trial
    from holo.verify.verdict import Finding

_MODULE = "holo_constants"
_ASKED = "~constants"


def watched(program: Program, world: World, lookup: Lookup) -> tuple[Program, tuple[str, ...]]:
    """Return a program that can be asked for its constants, and the ids of those that a body could change."""
    keys = tuple(
        key for key in sorted(program.entries) if isinstance(lookup(key), ir.Const) and _changeable(world, key)
    )
    if not keys:
        return program, ()
    places = [program.entries[key] for key in keys]
    lines = [f"from {module} import {name} as c{at}" for at, (module, name) in enumerate(places)]
    text = "\n".join([*lines, "def constants():", f"    return [{', '.join(f'c{at}' for at in range(len(keys)))}]", ""])
    made = replace(
        program,
        modules={**program.modules, _MODULE: text},
        entries={**program.entries, _ASKED: (_MODULE, "constants")},
    )
    return made, keys


def changed_constant(trial: Trial, name: str) -> Finding | None:
    """Return a finding against a body after whose calls a constant is another value, or none at all."""
    if not trial.constants:
        return None
    outcome = trial.session.call(_ASKED, ())
    for at, key in enumerate(trial.constants):
        came = outcome.value[at] if outcome.kind is Kind.RETURNED and isinstance(outcome.value, list) else None
        if alike(trial.world.constant(key), came):
            continue
        shown = trial.came(replace(outcome, value=came) if outcome.kind is Kind.RETURNED else outcome)
        message = f"The constant `{key.rpartition('.')[2]}` is changed"
        return finding(name, Code.ARGUMENT_CHANGED, trial.function, message, got=shown)
    return None


def _changeable(world: World, key: str) -> bool:
    try:
        return _holds_changeable(world.constant(key))
    except Stopped:
        return False


def _holds_changeable(value: object) -> bool:
    match value:
        case list() | dict() | set():
            return True
        case tuple():
            return any(map(_holds_changeable, value))
        case Record():
            return any(_holds_changeable(getattr(value, name)) for name in type(value)._fields)
        case _:
            return False
