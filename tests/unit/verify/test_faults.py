"""Faults of ports, at every call, alone and in pairs: bodies that break only then are refused."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from holo.verify.verdict import Outcome, Status
from tests.unit.verify.spoken import LIMITS, heard

if TYPE_CHECKING:
    from holo.sandbox.pool import Pool
    from holo.verify.verdict import Check, Verdict

POST = """
port Post "Letters." {
  function send(name: str) -> None raises ConnectionError
}

function tell(names: list[str], post: Post) -> list[str] {
  "Tell everybody; the answer is who could not be reached."
  uses Post.send
  ensures [call.name for call in calls(post.send)] == names
  ensures len(result) <= len(names)
}
"""

SHOPS = """
error NoPrice(item: str) "Neither shop says a price."

port Near "A shop." { function price(item: str) -> int raises ConnectionError }
port Far "Another shop." { function price(item: str) -> int raises ConnectionError, TimeoutError }

function price(item: str, near: Near, far: Far) -> int {
  "What the near shop says, or else the far one."
  uses Near.price, Far.price
  raises NoPrice(item)
  ensures len(calls(near.price)) == 1
}
"""

KEEP = """
error Full(size: int) "No room."

port Disk "Files." {
  async function write(text: str) -> None raises Full
  async function close() -> None
}

async function keep(texts: list[str], disk: Disk) -> int {
  "Write until the disk is full; closes it in any case. The answer is how many were written."
  uses Disk.write, Disk.close
  ensures len(calls(disk.close)) == 1
  ensures 0 <= result <= len(calls(disk.write))
}
"""

TELL = """
def tell(names: list[str], post: Post) -> list[str]:
    missed = []
    for name in names:
        try:
            post.send(name)
        except ConnectionError:
            missed.append(name)
    return missed
"""

PRICE = """
def price(item: str, near: Near, far: Far) -> int:
    try:
        return near.price(item)
    except ConnectionError:
        try:
            return far.price(item)
        except (ConnectionError, TimeoutError):
            raise NoPrice(item) from None
"""

WRITE = """
async def keep(texts: list[str], disk: Disk) -> int:
    done = 0
    try:
        for text in texts:
            await disk.write(text)
            done += 1
    except Full:
        return done
    finally:
        await disk.close()
    return done
"""

RIGHT = {"tell": (POST, TELL), "price": (SHOPS, PRICE), "keep": (KEEP, WRITE)}


def _check(verdict: Verdict) -> Check:
    found = verdict.check("faults")
    assert found is not None
    return found


@pytest.mark.parametrize("name", sorted(RIGHT))
def test_a_body_that_stands_every_fault_is_accepted(name: str, pool: Pool) -> None:
    """Faults were injected, and nothing was found."""
    text, body = RIGHT[name]

    verdict = heard(text, name, body, pool)

    assert (Outcome.ACCEPTED, ()) == (verdict.outcome, verdict.findings)
    assert (Status.PASSED, True) == (_check(verdict).status, _check(verdict).runs > 20)


def test_a_fault_at_one_call_is_found(pool: Pool) -> None:
    """A body that stands it when all calls fail may yet fall when the first one works."""
    body = """
    def tell(names: list[str], post: Post) -> list[str]:
        missed = []
        for name in names:
            try:
                post.send(name)
            except ConnectionError:
                if len(missed) < names.index(name):
                    raise
                missed.append(name)
        return missed
    """

    verdict = heard(POST, "tell", body, pool)

    assert ("H719", "faults", "`ConnectionError` is raised, but the contract does not name it") == (
        verdict.findings[0].code,
        verdict.findings[0].check,
        verdict.findings[0].message,
    )
    assert 'tell(["a", ""], post) given post.send raises ConnectionError at call 2' == verdict.findings[0].input


def test_a_pair_of_faults_is_found(pool: Pool) -> None:
    """One fault is stood, and all of them are; two with a call between them are not, and the finding names both."""
    body = """
    def tell(names: list[str], post: Post) -> list[str]:
        missed = []
        for at, name in enumerate(names):
            try:
                post.send(name)
            except ConnectionError:
                if missed and missed[-1] < at - 1:
                    raise
                missed.append(at)
        return [names[at] for at in missed]
    """

    verdict = heard(POST, "tell", body, pool)

    assert ("H719", "faults", "`ConnectionError` is raised, but the contract does not name it") == (
        verdict.findings[0].code,
        verdict.findings[0].check,
        verdict.findings[0].message,
    )
    assert verdict.findings[0].input.endswith(
        "given post.send raises ConnectionError at call 1 and post.send raises ConnectionError at call 3"
    )


def test_two_ports_that_fail_together_are_found(pool: Pool) -> None:
    """A body that leans on a second port must stand it when that one fails too."""
    body = PRICE.replace("(ConnectionError, TimeoutError)", "ConnectionError")

    verdict = heard(SHOPS, "price", body, pool)

    assert ("H719", "`TimeoutError` is raised, but the contract does not name it") == (
        verdict.findings[0].code,
        verdict.findings[0].message,
    )


def test_an_error_of_a_port_that_the_contract_does_not_list_must_not_escape(pool: Pool) -> None:
    """What a port raises is the body's to handle, even where the contract says nothing of it."""
    text = """
    port Bell "A bell." { function ring() -> None raises ConnectionError }
    function call(bell: Bell) -> bool {
      "Ring."
      uses Bell.ring
      ensures result
    }
    """

    verdict = heard(text, "call", "def call(bell: Bell) -> bool:\n    bell.ring()\n    return True\n", pool)

    assert Outcome.REJECTED is verdict.outcome
    assert "call(bell) given bell.ring raises ConnectionError" == verdict.findings[0].input


def test_an_error_of_a_port_that_the_contract_lists_may_escape(pool: Pool) -> None:
    """`raises E` alone: it may."""
    text = """
    port Bell "A bell." { function ring() -> None raises ConnectionError }
    function call(bell: Bell) -> bool {
      "Ring."
      uses Bell.ring
      raises ConnectionError
      ensures result
    }
    """

    verdict = heard(text, "call", "def call(bell: Bell) -> bool:\n    bell.ring()\n    return True\n", pool)

    assert (Outcome.ACCEPTED, Status.PASSED) == (verdict.outcome, _check(verdict).status)


def test_what_is_ensured_of_calls_holds_in_failure_too(pool: Pool) -> None:
    """A body that forgets to close the disk when a later write fails is refused."""
    body = """
    async def keep(texts: list[str], disk: Disk) -> int:
        done = 0
        for text in texts:
            try:
                await disk.write(text)
            except Full:
                if done:
                    return done
                break
            done += 1
        await disk.close()
        return done
    """

    verdict = heard(KEEP, "keep", body, pool)

    assert ("H719", "`len(calls(disk.close)) == 1` is ensured and does not hold") == (
        verdict.findings[0].code,
        verdict.findings[0].message,
    )
    assert "given disk.write raises Full(1) at call 2" in verdict.findings[0].input


def test_the_error_must_carry_what_the_contract_says(pool: Pool) -> None:
    """An error made of a fault is judged by its payload."""
    verdict = heard(SHOPS, "price", PRICE.replace("NoPrice(item)", 'NoPrice("bread")'), pool)

    assert (Outcome.REJECTED, "H719") == (verdict.outcome, verdict.findings[0].code)
    assert "must be raised" in verdict.findings[0].message


def test_a_body_that_tries_for_ever_is_refused(pool: Pool) -> None:
    """A port that is down stays down: a body must come to an end."""
    body = TELL.replace("for name in names:", "for name in names:\n      while True:").replace(
        "post.send(name)", "post.send(name)\n            break"
    )
    body = body.replace("            missed.append(name)", "            missed.append(name)\n            missed.pop()")
    text = POST.replace("ensures [call.name for call in calls(post.send)] == names", "ensures len(names) >= 0")

    verdict = heard(text, "tell", body, pool)

    assert (Outcome.REJECTED, True) == (verdict.outcome, verdict.findings[0].code in {"H715", "H719"})


def test_a_port_without_errors_leaves_nothing_to_inject(pool: Pool) -> None:
    """The check is listed as not run, with its reason, and is not passed."""
    text = """
    port Bell "A bell." { function ring() -> None }
    function call(bell: Bell) -> bool {
      "Ring."
      uses Bell.ring
      ensures result and len(calls(bell.ring)) == 1
    }
    """

    verdict = heard(text, "call", "def call(bell: Bell) -> bool:\n    bell.ring()\n    return True\n", pool)

    assert Outcome.ACCEPTED is verdict.outcome
    assert (Status.NOT_RUN, "its ports list no errors") == (_check(verdict).status, _check(verdict).reason)


def test_a_body_that_calls_nothing_leaves_nothing_to_inject(pool: Pool) -> None:
    """A port that is never used cannot fail."""
    text = """
    port Bell "A bell." { function ring() -> None raises ConnectionError }
    function call(bell: Bell) -> bool {
      "Ring."
      uses Bell.ring
      ensures result
    }
    """

    verdict = heard(text, "call", "def call(bell: Bell) -> bool:\n    return True\n", pool)

    assert (Status.NOT_RUN, "no input made a call that can fail") == (_check(verdict).status, _check(verdict).reason)


def test_a_function_without_a_port_has_no_such_check(pool: Pool) -> None:
    """There is nothing to fail."""
    text = 'function twice(n: int) -> int {\n"Twice."\nensures result == 2 * n\n}'

    verdict = heard(text, "twice", "def twice(n: int) -> int:\n    return n + n\n", pool)

    assert verdict.check("faults") is None


def test_a_bound_that_cut_is_said(pool: Pool) -> None:
    """What was left out is counted in the evidence."""
    verdict = heard(POST, "tell", TELL, pool, limits=replace(LIMITS, inputs=20))

    assert 40 == _check(verdict).runs
    assert "were left out: 40 are run" in _check(verdict).reason


def test_a_contract_that_is_undefined_in_failure_blames_the_hologram(pool: Pool) -> None:
    """An `ensures` that only a fault leaves without a value is neither passed nor failed."""
    text = """
    port Box "A box." { function take() -> int raises LookupError }
    function last(box: Box) -> list[int] {
      "What came out."
      uses Box.take
      ensures result[0] == result[-1]
    }
    """
    body = """
    def last(box: Box) -> list[int]:
        try:
            return [box.take()]
        except LookupError:
            return []
    """

    verdict = heard(text, "last", body, pool)

    assert (Outcome.UNDECIDED, "hologram") == (verdict.outcome, verdict.findings[0].suspect)
    assert "given box.take raises LookupError" in verdict.findings[0].input


def test_what_scenarios_set_up_is_made_to_fail(pool: Pool) -> None:
    """The inputs of written scenarios are among those whose calls fail: no other one may reach the call."""
    text = """
    port Bell "A bell." { function ring() -> None raises ConnectionError }
    function call(word: str, bell: Bell) -> bool {
      "Ring at one word."
      uses Bell.ring
      ensures result
    }
    failure F1 "The word" {
      given bell: Bell
      when call("0cc175b9c0f1b6a831c399e269772661", bell)
      then result
    }
    """
    body = """
    def call(word: str, bell: Bell) -> bool:
        if word.startswith("0cc175b9c0f1b6a8") and word.endswith("31c399e269772661"):
            bell.ring()
        return True
    """

    verdict = heard(text, "call", body, pool)

    assert (Outcome.REJECTED, "H719") == (verdict.outcome, verdict.findings[0].code)
