"""What bodies do on the same inputs: alike, or parted by a small one."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest

from holo.expr.world import World
from holo.ir import model as ir
from holo.sandbox.outcome import Kind, Limits, Outcome, Told
from holo.sandbox.pool import Pool
from holo.sandbox.wire import Wire
from holo.verify.fingerprint import Difference, Fingerprint, differing, draw_for, fingerprint, groups, same, separate
from holo.verify.trial import Trial
from tests.unit.verify import town

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

WORLD = World(town.library().lookup)
LIMITS = Limits(call_seconds=0.3)


@pytest.fixture(scope="module")
def servers() -> Iterator[Pool]:
    """Two servers: bodies are held against each other side by side."""
    with Pool(2) as pool:
        pool.start()
        yield pool


def node(name: str) -> ir.Function:
    """Return a function of the town."""
    found = town.library().lookup(f"town.{name}")
    assert isinstance(found, ir.Function)
    return found


def on_trial(name: str, body: str, pool: Pool, stack: ExitStack) -> Trial:
    """Return a body in a session of its own."""
    session = stack.enter_context(
        pool.session(town.program({name: body}), LIMITS, wire=Wire(WORLD, town.library().lookup))
    )
    return Trial(node(name), WORLD, town.library().lookup, session, LIMITS, 1, {})


def prints(name: str, pool: Pool, *bodies: str, count: int = 60) -> tuple[Fingerprint, ...]:
    """Return the fingerprints of some bodies."""
    inputs = draw_for(node(name), WORLD, count=count).inputs
    found = []
    for body in bodies:
        with ExitStack() as stack:
            found.append(fingerprint(on_trial(name, body, pool, stack), inputs))
    return tuple(found)


def parted(name: str, pool: Pool, left: str, right: str, *, count: int = 60) -> Difference | None:
    """Return the smallest input on which two bodies part."""
    inputs = draw_for(node(name), WORLD, count=count).inputs
    with ExitStack() as stack:
        one, two = on_trial(name, left, pool, stack), on_trial(name, right, pool, stack)
        return separate(one, two, inputs, (fingerprint(one, inputs), fingerprint(two, inputs)))


FINE = "def fine(days: int) -> int:\n    return days * 20 if days > 0 else 0\n"
FINE_TOO = "def fine(days: int) -> int:\n    return 20 * max(days, 0)\n"
FINE_BELOW = "def fine(days: int) -> int:\n    return 20 * days\n"
MEAN = "def mean(values: list[int]) -> float:\n    if not values:\n        raise ValueError('none')\n    return {}\n"
REMIND = "def remind(loans, today, post):\n    for member in {}:\n        post.send(member, {})\n    return []\n"
ORDER = "to_write(loans, today)"


def test_bodies_that_do_the_same_are_one_group(servers: Pool) -> None:
    """However they are written; the largest group comes first."""
    found = prints("fine", servers, FINE_BELOW, FINE, FINE_TOO)

    assert ((1, 2), (0,)) == groups(found)
    assert found[1].digest == found[2].digest != found[0].digest
    assert all(one.complete for one in found)


def test_the_same_seed_gives_the_same_digest(servers: Pool) -> None:
    """In every run."""
    assert prints("fine", servers, FINE)[0].digest == prints("fine", servers, FINE)[0].digest


def test_a_sum_in_another_order_is_the_same(servers: Pool) -> None:
    """A float may differ in its last digits: the digests do, the behaviour does not."""
    one, two = prints(
        "mean",
        servers,
        MEAN.format("sum(abs(v) / len(values) for v in values)"),
        MEAN.format("sum(abs(v) / len(values) for v in reversed(values))"),
        count=200,
    )

    assert one.digest != two.digest
    assert ((0, 1),) == groups((one, two))


def test_the_words_of_a_python_error_are_no_behaviour(servers: Pool) -> None:
    """They are prose."""
    found = prints("mean", servers, MEAN.format("1.0"), MEAN.format("1.0").replace("none", "nothing there"))

    assert ((0, 1),) == groups(found)


def test_the_payload_of_a_declared_error_is_behaviour() -> None:
    """It is data."""
    error = WORLD.error("town.LimitReached")

    def raised(who: str) -> Outcome:
        return Outcome(Kind.RAISED, error(who), "town.LimitReached", text=who)

    assert same(raised("ada"), raised("ada"))
    assert not same(raised("ada"), raised("bob"))


def test_what_a_port_is_told_is_behaviour(servers: Pool) -> None:
    """In its words and in its order."""
    ways = ((ORDER, "'late'"), (f"list({ORDER})", "'late'"), (ORDER, "'now'"), (f"reversed({ORDER})", "'late'"))
    found = prints("remind", servers, *(REMIND.format(*way) for way in ways), count=120)

    assert ((0, 1), (2,), (3,)) == groups(found)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (Outcome(Kind.RETURNED, 1, text="a"), Outcome(Kind.RETURNED, value=True, text="b")),
        (Outcome(Kind.RETURNED, 1, text="a"), Outcome(Kind.RAISED, None, "ValueError", text="b")),
        (Outcome(Kind.RAISED, None, "KeyError", text="a"), Outcome(Kind.RAISED, None, "ValueError", text="b")),
        (Outcome(Kind.RETURNED, 1, changed=(0,), arguments_after=([],)), Outcome(Kind.RETURNED, 1)),
        (
            Outcome(Kind.RETURNED, 1, changed=(0,), arguments_after=([1],), text="a"),
            Outcome(Kind.RETURNED, 1, changed=(0,), arguments_after=([2],), text="a"),
        ),
        (
            Outcome(Kind.RETURNED, 1, calls={0: (Told("send", {"text": "a"}),)}, text="a"),
            Outcome(Kind.RETURNED, 1, calls={0: ()}, text="b"),
        ),
        (Outcome(Kind.TIMED_OUT), Outcome(Kind.TIMED_OUT)),
    ],
    ids=["type", "error", "which error", "changed", "changed to", "told", "no answer"],
)
def test_outcomes_that_differ(left: Outcome, right: Outcome) -> None:
    """Time that ran out is no behaviour, and no agreement either."""
    assert not same(left, right)


def test_a_dictionary_in_another_order_is_the_same() -> None:
    """Its text is not, its value is."""
    left = Outcome(Kind.RETURNED, {1: 2, 3: 4}, text="a")
    right = Outcome(Kind.RETURNED, {3: 4, 1: 2}, text="b")

    assert same(left, right)


ENDLESS = "def fine(days: int) -> int:\n    while days > 3:\n        pass\n    return max(0, days) * 20\n"


def test_a_body_that_gives_no_answer_is_like_nobody(servers: Pool) -> None:
    """Not even like itself; and it is soon asked nothing more."""
    one, two = prints("fine", servers, ENDLESS, ENDLESS)

    assert ((0,), (1,)) == groups((one, two))
    assert not one.complete
    assert len(one.outcomes) < one.inputs


def test_where_an_answer_is_missing_is_shown_as_such(servers: Pool) -> None:
    """Since they part nowhere else."""
    found = parted("fine", servers, FINE, ENDLESS)

    assert found is not None
    assert found.unanswered
    assert Kind.TIMED_OUT is found.right.kind


@pytest.mark.parametrize(
    ("name", "left", "right", "arguments", "answers"),
    [
        ("fine", FINE, FINE_BELOW, (-1,), (0, -20)),
        (
            "capped",
            "def capped(n: int) -> int:\n    return min(n, 10)\n",
            "def capped(n: int) -> int:\n    return min(n, 10) if n < 7 else 10\n",
            (7,),
            (7, 10),
        ),
    ],
)
def test_the_input_that_separates_is_small(
    servers: Pool, name: str, left: str, right: str, arguments: tuple[object, ...], answers: tuple[object, object]
) -> None:
    """It comes with what each body makes of it."""
    found = parted(name, servers, left, right)

    assert found is not None
    assert arguments == found.arguments
    assert answers == (found.left.value, found.right.value)


def test_bodies_alike_have_no_difference(servers: Pool) -> None:
    """There is nothing to show."""
    assert parted("fine", servers, FINE, FINE_TOO) is None


def test_an_input_counts_where_both_answers_are_admitted(servers: Pool) -> None:
    """An answer that breaks the contract asks nobody anything."""
    inputs = draw_for(node("fine"), WORLD, count=60).inputs

    def found(admitted: Callable[[Trial, tuple[object, ...], Outcome], bool]) -> Difference | None:
        with ExitStack() as stack:
            one, two = on_trial("fine", FINE, servers, stack), on_trial("fine", FINE_BELOW, servers, stack)
            return separate(one, two, inputs, (fingerprint(one, inputs), fingerprint(two, inputs)), admitted)

    few = found(lambda _trial, arguments, _outcome: arguments[0] < -4)  # type: ignore[operator]  # it is a number

    assert few is not None
    assert (-5,) == few.arguments
    assert found(lambda _trial, _arguments, outcome: outcome.value == 0) is None


def test_fakes_of_the_inputs_are_their_own() -> None:
    """What the judge keeps from candidate to candidate stays as it is."""
    first, second = (draw_for(node("remind"), WORLD, count=20).inputs for _ in range(2))

    assert all(one[2] is not two[2] for one, two in zip(first, second, strict=True))


def test_differing_names_the_inputs(servers: Pool) -> None:
    """Those that both answered."""
    inputs = draw_for(node("fine"), WORLD, count=60).inputs
    one, two = prints("fine", servers, FINE, FINE_BELOW)

    assert [at for at, (days,) in enumerate(inputs) if days < 0] == differing(one, two)  # type: ignore[operator]  # they are numbers
