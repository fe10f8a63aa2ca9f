"""Every attack at every level: how it ends, what it leaves behind, and what the next judgement makes of that.

A level that the machine has not is asked for all the same: the pool says which one it has instead, and the attack
is held to what that one promises. Nothing is skipped.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from holo.pycode.form import check_form
from holo.pycode.rules import rules_for
from holo.sandbox.level import LEVELS, WEAK
from holo.sandbox.outcome import Kind, Limits
from holo.verify.verdict import Outcome
from tests.attacks.conftest import below, tree
from tests.attacks.families import (
    answers,
    exits,
    files,
    floods,
    forging,
    hunting,
    leftovers,
    liars,
    loops,
    processes,
    sockets,
    writing,
)
from tests.unit.sandbox.cases import opened
from tests.unit.verify.town import library, tried

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from holo.sandbox.pool import Pool
    from tests.attacks.attack import Attack
    from tests.attacks.conftest import Surroundings

FAMILIES = (files, writing, sockets, processes, floods, loops, exits, forging, hunting, liars, leftovers, answers)
ATTACKS = [
    pytest.param(attack, id=f"{family.__name__.rpartition('.')[2]}: {attack.name}")
    for family in FAMILIES
    for attack in family.ATTACKS
]
LIMITS = Limits(call_seconds=0.4, session_seconds=3.0, memory=256, inputs=20)
HONEST = "def fine(days: int) -> int:\n    return max(0, days) * 20\n"
SOON = 8.0
"""Seconds within which the next judgement is there, on a machine that is busy with other things, too."""


def _server(pool: Pool) -> int:
    """Return the process id of a pool's one server; there is another one where an attack has ended it."""
    if not pool._idle:
        with opened(pool, HONEST) as session:
            session.call("fine", [3])
    return pool._idle[0]._process.pid


def _nothing_is_left(
    pool: Pool, before: list[int], surroundings: Surroundings, home: Mapping[str, tuple[int, str]]
) -> None:
    """Hold what must be true after every attack, at every level."""
    assert len(before) == len(below(_server(pool))), "a process is left behind"
    assert surroundings.bystander.poll() is None, "a bystander was ended"
    assert home == tree(surroundings.folder), "files of others have changed"
    since = time.monotonic()
    with opened(pool, HONEST, limits=LIMITS) as session:
        after = session.call("fine", [3])
        assert 1 == session.children
    assert (Kind.RETURNED, 60) == (after.kind, after.value)
    assert time.monotonic() - since < SOON


@pytest.mark.parametrize("best", LEVELS)
@pytest.mark.parametrize("attack", ATTACKS)
def test_the_sandbox_alone(
    attack: Attack, best: str, pools: Mapping[str, Pool], surroundings: Surroundings, scratch: Path
) -> None:
    """A call ends as its level promises, and the next one finds everything as it was."""
    pool = pools[best]
    level = pool.level()
    before, home, spoiled = below(_server(pool)), tree(surroundings.folder), tree(scratch)
    source = attack.source(surroundings.places(scratch))
    surroundings.heard()

    began = time.monotonic()
    with opened(pool, source, limits=LIMITS) as session:
        outcome = session.call(attack.function, [attack.argument])
        seen = session.level
    took = time.monotonic() - began

    assert any(end.holds(outcome) for end in attack.ends(level)), f"at {level}: {outcome}"
    assert seen in {level, ""}
    assert took < SOON
    heard = surroundings.heard()
    if level != WEAK:
        assert [] == heard
    if level != WEAK or not attack.spoils:
        assert spoiled == tree(scratch)
    _nothing_is_left(pool, before, surroundings, home)


@pytest.mark.parametrize("best", LEVELS)
@pytest.mark.parametrize("attack", ATTACKS)
def test_the_judge_with_form_out_of_the_way(
    attack: Attack, best: str, pools: Mapping[str, Pool], surroundings: Surroundings, scratch: Path
) -> None:
    """No attack is accepted, whatever it reached: the judge says why, and which level it judged at."""
    pool = pools[best]
    level = pool.level()
    before, home = below(_server(pool)), tree(surroundings.folder)
    source = attack.source(surroundings.places(scratch))

    verdict = tried(attack.function, source, pool, raw=True, limits=LIMITS)

    surroundings.heard()
    codes = attack.codes.split()
    if "none" not in codes or verdict.outcome is not Outcome.ACCEPTED:
        assert Outcome.REJECTED is verdict.outcome
        assert verdict.findings[0].code in codes, verdict.findings[0]
    assert level == verdict.sandbox
    assert verdict.model_dump_json(), "a verdict goes to the journal, whatever is in it"
    _nothing_is_left(pool, before, surroundings, home)


@pytest.mark.parametrize("attack", ATTACKS)
def test_form(attack: Attack, surroundings: Surroundings, scratch: Path) -> None:
    """Most attacks do not even have the form of a body; those that have are held by the sandbox alone."""
    found = library()
    node = found.lookup(f"town.{attack.function}")
    rules = rules_for(node, found.lookup, attack.modules)  # type: ignore[arg-type]  # it is a function

    formed = check_form(attack.source(surroundings.places(scratch)), rules)

    assert attack.form == (not formed.findings), formed.findings


def test_there_are_enough_of_them() -> None:
    """Every family that was ever thought of is here, and no two attacks have one name."""
    names = [attack.name for family in FAMILIES for attack in family.ATTACKS]

    assert len(names) >= 60
    assert len(names) == len(set(names))
