"""Judge one candidate: cheapest check first, stop at the first that fails.

The comparison is made on this side; the candidate's process gets inputs and gives plain data. A verdict says what
was run and what was not: skipped, timed out and empty are never passed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from holo.codes import Code
from holo.provenance.digest import digest
from holo.pycode.digest import body_digest
from holo.sandbox.outcome import Limits
from holo.sandbox.wire import Wire
from holo.verify import order, stored
from holo.verify.checks.again import elsewhere
from holo.verify.checks.by_heart import by_heart
from holo.verify.checks.checked import Checked, finding, not_run
from holo.verify.checks.constants import watched
from holo.verify.checks.examples import SEALED, VISIBLE, examples, sealed_examples
from holo.verify.checks.failures import NAME as FAILURES
from holo.verify.checks.failures import failures
from holo.verify.checks.faults import NAME as FAULTS
from holo.verify.checks.faults import concerns, faults
from holo.verify.checks.laws import laws, laws_of
from holo.verify.checks.properties import NAME as PROPERTIES
from holo.verify.checks.properties import properties
from holo.verify.prepare import FORM, LINT, Prepared, prepare
from holo.verify.trial import Trial
from holo.verify.verdict import Check, Outcome, Status, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from holo.expr.world import World
    from holo.ir import model as ir
    from holo.pycode.rules import FormRules
    from holo.sandbox.pool import Pool
    from holo.sandbox.program import Program
    from holo.verify.given import Draws
    from holo.verify.order import Lookup

CHECKS = (FORM, LINT, VISIBLE, SEALED, FAILURES, PROPERTIES)
"""The order; `faults` follows where a function takes a port, and then laws, each by its name."""

_BEFORE = "a check before it failed"


def judge(
    function: ir.Function,
    candidate: str,
    *,
    rules: FormRules,
    world: World,
    lookup: Lookup,
    compose: Callable[[str], Program],
    pool: Pool,
    limits: Limits | None = None,
    seed: int = 0,
    bodies: Mapping[str, str] | None = None,
    scenarios: Sequence[ir.Failure] = (),
    laws_beside: Sequence[ir.Law] = (),
    weak: Sequence[str] = (),
    prepared: Prepared | None = None,
    draws: Draws | None = None,
) -> Verdict:
    """Return the verdict on one candidate.

    `compose` makes the whole program around the candidate's final text. `bodies` are the hashes of the bodies that
    stand, by id: accepted ones, and those on trial together with this one. `scenarios` and `laws_beside` are those of
    the file; the ones that concern the function are chosen here. `weak` are trivial bodies that the contract admits.
    `prepared` spares form and lint when many candidates were prepared at once. `draws` is a dictionary to keep inputs in
    from one candidate to the next, of one world, one seed and the same limits. A world is for one thread at a time.
    """
    limits = limits or Limits()
    bodies = {key: value for key, value in (bodies or {}).items() if key != function.id}
    ready = prepared if prepared is not None else prepare([(candidate, rules)])[0]
    if ready.source is None:
        rest = [_later(name) for name in listed(function, lookup) if all(name != check.name for check in ready.checks)]
        return Verdict(
            function=function.id,
            outcome=Outcome.REJECTED,
            findings=ready.findings,
            checks=(*ready.checks, *rest),
            seed=seed,
        )
    concerned = laws_of(function, laws_beside, lookup)
    missing = [key for key, each in needs(function, lookup).items() if each.body is None and key not in bodies]
    if missing:
        return _waiting(function, ready, missing, seed, listed(function, lookup))
    done: list[Checked] = []
    program, constants = watched(compose(ready.source), world, lookup)
    wire = Wire(world, lookup)
    with pool.session(program, limits, wire=wire) as session:
        trial = Trial(function, world, lookup, session, limits, seed, bodies)
        trial.draws = trial.draws if draws is None else draws
        trial.constants = constants
        trial.where = elsewhere(ready.source, program)
        if trial.where:
            trial.elsewhere = lambda: pool.otherwise().session(program, limits, wire=wire)
        for checked in _run(trial, scenarios, concerned):
            done.append(checked)
            if checked.check.status is Status.FAILED:
                break
        ran = [law for law in concerned if _status(done, f"law {law.name}") in {Status.PASSED, Status.FAILED}]
        outcome = _outcome(done)
        thin = by_heart(trial, ran) if outcome is Outcome.ACCEPTED and not weak else None
        level = session.level
        shared = trial.draws
    expressions = [example.expr for example in function.examples]
    expressions += [scenario.when for scenario in scenarios if scenario.function == function.id]
    expressions += [clause.expr for law in ran for clause in (*law.requires, *law.ensures)]
    names = (*listed(function, lookup)[2:], *(f"law {law.name}" for law in concerned))
    drawn = next((each for each in done if each.check.name == PROPERTIES), None)
    held = {each.check.name: each for each in done if each.check.status is Status.PASSED}
    return Verdict(
        function=function.id,
        outcome=outcome,
        weak=outcome is Outcome.ACCEPTED and (bool(weak) or thin is not None),
        findings=tuple(found for each in done for found in each.findings),
        checks=(*ready.checks, *(each.check for each in (*done, *([thin] if thin else []))), *_unreached(done, names)),
        seed=seed,
        inputs=0 if drawn is None else drawn.check.runs,
        bodies=_hashes(function, ready.source, expressions, lookup, bodies),
        sandbox=level,
        source=ready.source,
        stored=() if drawn is None else _stored(shared, function.id, drawn, world),
        laws={
            law.id: _stored(shared, law.id, each, world)
            for law in concerned
            if (each := held.get(f"law {law.name}")) is not None
        },
    )


def needs(function: ir.Function, lookup: Lookup) -> dict[str, ir.Function]:
    """Return the functions that a body may come to call, itself left out."""
    reached = order.reach(order.calls(function), lookup)
    reached.pop(function.id, None)
    return reached


def listed(function: ir.Function, lookup: Lookup) -> tuple[str, ...]:
    """Return the checks of a function, its laws left out: without a port there is nothing to fail."""
    return (*CHECKS, FAULTS) if concerns(function, lookup) else CHECKS


def _stored(shared: Draws, key: str, checked: Checked, world: World) -> tuple[tuple[str, ...], ...]:
    """Return the inputs of a check that are worth keeping, as they were chosen before for the same branches."""
    kept = shared[key].stored if key in shared and shared[key].inputs is checked.inputs else {}
    found = kept.get(checked.branches)
    if found is None:
        found = kept[checked.branches] = stored.chosen(checked.inputs, checked.branches, world.show)
    return found


def _run(trial: Trial, scenarios: Sequence[ir.Failure], concerned: Sequence[ir.Law]) -> Iterator[Checked]:
    yield examples(trial)
    yield sealed_examples(trial)
    yield failures(trial, scenarios)
    yield properties(trial)
    if concerns(trial.function, trial.lookup):
        yield faults(trial)
    yield from laws(trial, concerned)


def _outcome(done: Sequence[Checked]) -> Outcome:
    statuses = [each.check.status for each in done]
    if Status.FAILED in statuses:
        return Outcome.REJECTED
    if Status.UNDECIDED in statuses or Status.PASSED not in statuses:
        return Outcome.UNDECIDED
    return Outcome.ACCEPTED


def _status(done: Sequence[Checked], name: str) -> Status | None:
    return next((each.check.status for each in done if each.check.name == name), None)


def _later(name: str) -> Check:
    return not_run(name, _BEFORE).check


def _unreached(done: Sequence[Checked], names: Sequence[str]) -> list[Check]:
    reached = {each.check.name for each in done}
    return [_later(name) for name in names if name not in reached]


def _waiting(
    function: ir.Function, ready: Prepared, missing: Sequence[str], seed: int, names: Sequence[str]
) -> Verdict:
    """Return the verdict on a candidate that calls what nobody has written yet."""
    assert ready.source is not None
    keys = ", ".join(f"`{key}`" for key in missing)
    message = f"`{function.name}` may call {keys}, which {'is' if len(missing) == 1 else 'are'} open"
    return Verdict(
        function=function.id,
        outcome=Outcome.UNDECIDED,
        findings=(finding(VISIBLE, Code.BODY_OPEN, function, message, suspect="surroundings"),),
        checks=(*ready.checks, *(not_run(name, message).check for name in names[2:])),
        seed=seed,
        source=ready.source,
    )


def _hashes(
    function: ir.Function, source: str, expressions: Sequence[ir.Expr], lookup: Lookup, bodies: Mapping[str, str]
) -> dict[str, str]:
    """Return the hash of every body that the checks could run."""
    reached = {**needs(function, lookup), **order.named(expressions, lookup)}
    hashes = {function.id: body_digest(source)}
    for key, each in reached.items():
        if key in bodies:
            hashes.setdefault(key, bodies[key])
        elif each.body is not None:
            hashes.setdefault(key, said(each))
    return dict(sorted(hashes.items()))


def said(function: ir.Function) -> str:
    """Return what evidence has for a function that ran as the hologram says it, empty where it says no body."""
    return "" if function.body is None else digest(function.body.model_dump_json(exclude_defaults=True))
