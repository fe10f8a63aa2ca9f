"""What a body must leave alone, and what it must not hang on: constants, the time zone; and scenarios that end in an error."""

from __future__ import annotations

from typing import TYPE_CHECKING

from holo.verify.verdict import Outcome
from tests.unit.verify.spoken import heard

if TYPE_CHECKING:
    from holo.sandbox.pool import Pool

TABLE = """
record Rate { name: str  steps: list[int] }
const STEPS: list[int] = [3, 1, 2]
const RATES: dict[str, Rate] = {"a": Rate("a", [1])}
function count(n: int) -> int {
  "One more than n."
  ensures result == n + 1
}
function steps() -> list[int] {
  "All steps."
  returns STEPS
}
function low(n: int) -> int {
  "The lowest step, and n."
  uses steps
  ensures result == n + 1
}
"""
TABLE = TABLE.replace("{ name: str  steps: list[int] }", "{\n  name: str\n  steps: list[int]\n}")

HOURS = """
function hours(a: datetime, b: datetime) -> int {
  "Whole hours from one moment to a later one."
  requires a.tzinfo is None and b.tzinfo is None and a <= b
  ensures timedelta(hours=result) <= b - a
  ensures b - a < timedelta(hours=result) + timedelta(hours=1)
}
"""

BOTH = """
port Disk "d" { function write(line: str) -> None raises OSError }
port Net "n" { function send(line: str) -> None raises ConnectionError }
function both(line: str, disk: Disk, net: Net) -> None {
  "Write first, then send; what is not written is not sent."
  uses Disk.write, Net.send
  raises OSError
  raises ConnectionError
  ensures [call.line for call in calls(disk.write)] == [line]
  ensures [call.line for call in calls(net.send)] == [line]
}
failure F1 "The disk is full" {
  given disk: Disk
  given net: Net
  given disk.write raises OSError
  when both("a", disk, net)
  then raises OSError
  then len(calls(net.send)) == 0
}
"""


def test_a_constant_that_is_sorted_is_changed(pool: Pool) -> None:
    """All functions share it: what one of them does to it the others would see."""
    verdict = heard(TABLE, "count", "def count(n: int) -> int:\n    STEPS.sort()\n    return n + 1\n", pool)

    found = verdict.findings[0]
    assert (Outcome.REJECTED, "H710", "The constant `STEPS` is changed", "`[1, 2, 3]`") == (
        verdict.outcome,
        found.code,
        found.message,
        found.got,
    )


def test_a_constant_is_changed_from_within(pool: Pool) -> None:
    """A record is frozen, and a list in it is not."""
    body = 'def count(n: int) -> int:\n    RATES["a"].steps.append(n)\n    return n + 1\n'

    assert "The constant `RATES` is changed" == heard(TABLE, "count", body, pool).findings[0].message


def test_a_constant_that_another_function_gives_away_is_changed(pool: Pool) -> None:
    """Its name stands nowhere in the body that changes it."""
    body = "def low(n: int) -> int:\n    found = steps()\n    found.sort()\n    return found[0] + n\n"
    beside = {"steps": "def steps() -> list[int]:\n    return STEPS\n"}

    assert "The constant `STEPS` is changed" == heard(TABLE, "low", body, pool, beside=beside).findings[0].message


def test_a_constant_that_is_read_is_left_alone(pool: Pool) -> None:
    """Sorting a copy changes nothing."""
    body = "def count(n: int) -> int:\n    return n + sorted(STEPS)[0]\n"

    assert Outcome.ACCEPTED is heard(TABLE, "count", body, pool).outcome


def test_the_time_zone_is_no_input(pool: Pool) -> None:
    """An hour that a summer takes away is missing elsewhere."""
    body = "def hours(a: datetime, b: datetime) -> int:\n    return int((b.timestamp() - a.timestamp()) // 3600)\n"

    verdict = heard(HOURS, "hours", body, pool)

    assert (Outcome.REJECTED, "H711") == (verdict.outcome, verdict.findings[0].code)
    assert "in another time zone" in verdict.findings[0].message.lower()


def test_what_ends_in_an_error_may_be_asked_what_was_told(pool: Pool) -> None:
    """`then raises` says how the call ends, and the other lines what must hold then."""
    body = "def both(line: str, disk: Disk, net: Net) -> None:\n    disk.write(line)\n    net.send(line)\n"

    assert Outcome.ACCEPTED is heard(BOTH, "both", body, pool).outcome


def test_what_was_told_before_an_error_is_held_to_it(pool: Pool) -> None:
    """The error is right, and what was sent before it is not."""
    body = "def both(line: str, disk: Disk, net: Net) -> None:\n    net.send(line)\n    disk.write(line)\n"

    found = heard(BOTH, "both", body, pool).findings[0]

    assert ("H705", "F1 “The disk is full”: `len(calls(net.send)) == 0` does not hold") == (found.code, found.message)


def test_an_error_leaves_no_result_to_ask_for(pool: Pool) -> None:
    """A scenario that asks for both is at fault, and no body."""
    text = BOTH.replace("then len(calls(net.send)) == 0", "then result is None")
    body = "def both(line: str, disk: Disk, net: Net) -> None:\n    disk.write(line)\n    net.send(line)\n"

    verdict = heard(text, "both", body, pool)

    assert (Outcome.UNDECIDED, "hologram") == (verdict.outcome, verdict.findings[0].suspect)


def test_an_error_without_a_condition_makes_a_contract_weak(pool: Pool) -> None:
    """A body may raise it everywhere but in the examples."""
    text = """
error No "n"
function more(n: int) -> int {
  "One more."
  raises No
  ensures result == n + 1
  example more(1) == 2
}
"""
    body = "def more(n: int) -> int:\n    return n + 1\n"

    pinned = text.replace("example more(1) == 2", "example more(1) == 2\n  sealed example more(7) == 8")

    assert (True, False) == (heard(text, "more", body, pool).weak, heard(pinned, "more", body, pool).weak)
