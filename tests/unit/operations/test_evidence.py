"""What of a lock counts as evidence, and what a build says of a package that does not hold what was judged."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from holo.config import LimitsTable
from holo.operations.build import Built, build, check
from holo.pycode.digest import body_digest
from tests.unit.operations.built import Town, town

if TYPE_CHECKING:
    from pathlib import Path

SPEC = """
function double(n: int) -> int {
  "Twice n."
  requires 0 <= n <= 1000
  ensures result == n + n
}
function quad(n: int) -> int {
  "Four times n."
  uses double
  requires 0 <= n <= 500
  ensures result == 4 * n
}
"""
BODIES = {
    "double": "def double(n: int) -> int:\n    return n * 2\n",
    "quad": "def quad(n: int) -> int:\n    return double(double(n))\n",
}


@pytest.fixture
def made(tmp_path: Path) -> Town:
    """Return a project of two functions that stand."""
    return town(tmp_path, SPEC, inputs=20, **BODIES)


def again(made: Town) -> Built:
    """Build once more."""
    return build(made.spec, made.config, made.folder, lambda *_: None, lambda _: None)


def edit(made: Town, key: str, **changes: Any) -> None:
    """Change the evidence of a function by hand."""
    path = made.folder / "holo.lock"
    data = json.loads(path.read_text(encoding="utf-8"))
    data["functions"][key]["evidence"] |= changes
    path.write_text(json.dumps(data), encoding="utf-8")


def judged(built: Built) -> list[str]:
    """Return the functions that were judged in a run, or taken from the journal."""
    return sorted(key for key, stand in built.stands.items() if stand.fresh)


def test_what_stands_is_left_alone(made: Town) -> None:
    """Nothing has changed: nothing is judged."""
    assert [] == judged(again(made))


@pytest.mark.parametrize(
    "changes",
    [{"outcome": "rejected"}, {"ran": {}}, {"ran": {"town.quad": "0" * 32}}, {"seed": 5}],
    ids=["outcome", "nothing ran", "what it uses did not run", "seed"],
)
def test_a_record_that_is_no_evidence_is_not_believed(made: Town, changes: dict[str, Any]) -> None:
    """A verdict names the bodies that it ran; what a hand left of it speaks for nothing."""
    edit(made, "town.quad", **changes)

    assert ["town.quad"] == judged(again(made))
    assert not check(made.spec, made.config, made.folder, lambda *_: None).differs


def test_another_seed_is_other_evidence(made: Town) -> None:
    """Else a check would find the lock out of date, and no build would mend it."""
    other = Town(made.folder, replace(made.config, limits=LimitsTable(seconds=0.5, inputs=20, seed=3)))

    assert ["town.double", "town.quad"] == judged(again(other))
    assert not check(other.spec, other.config, other.folder, lambda *_: None).differs


def test_a_package_that_holds_another_body_is_not_complete(made: Town) -> None:
    """The lock was made to vouch for it, a better answer was handed in: what was judged is not what lies there."""
    file = made.folder / "generated/town/src/town/double.py"
    file.write_text(file.read_text(encoding="utf-8").replace("n * 2", "n * 3"), encoding="utf-8")
    lock = made.folder / "holo.lock"
    forged = body_digest(BODIES["double"].replace("n * 2", "n * 3"))
    text = lock.read_text(encoding="utf-8")
    lock.write_text(text.replace(body_digest(BODIES["double"]), forged), encoding="utf-8")

    built = again(made)

    assert ("src/town/double.py",) == built.other
    assert not built.complete
