"""Plain data to a child and back, by exact type."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from holo.sandbox.outcome import Kind, Told
from holo.sandbox.wire import Replies
from tests.unit.sandbox.cases import called, opened, world

if TYPE_CHECKING:
    from holo.sandbox.pool import Pool

VALUES = (
    None,
    True,
    0,
    -(10**40),
    2**62,
    1.5,
    -0.0,
    float("inf"),
    "",
    "ä\n\u2028",
    "\ud800",
    b"\x00\xff",
    [1, [2.0, True]],
    (1,),
    (),
    {"b", "a"},
    frozenset({1, (2, 3)}),
    {(1, 2): [None], "k": {}},
    date(2026, 2, 28),
    datetime(2026, 2, 28, 23, 59, 59, 999999, fold=1),  # noqa: DTZ001  without a zone, on purpose
    datetime(2026, 2, 28, tzinfo=timezone(timedelta(hours=5, minutes=30))),
    time(1, 2, 3, 4),
    timedelta(days=-1, microseconds=1),
    Decimal("1.50"),
    Fraction(10**30, 3),
)


def exact(value: object) -> object:
    """Say a value with its types, all the way down."""
    if isinstance(value, list | tuple):
        return type(value), [exact(part) for part in value]
    if isinstance(value, dict):
        return type(value), [(exact(key), exact(part)) for key, part in value.items()]
    if isinstance(value, set | frozenset):
        return type(value), sorted(repr(exact(part)) for part in value)
    return type(value), repr(value)


@pytest.mark.parametrize("at", range(len(VALUES)))
def test_a_value_comes_back_as_it_went(at: int, pool: Pool) -> None:
    """Every kind of plain data keeps value and exact type, there and back."""
    outcome = called(pool, "def f(x): return x", VALUES[at])

    assert exact(VALUES[at]) == exact(outcome.value)


def test_records_enums_and_errors_travel_by_id(pool: Pool) -> None:
    """A record of the judge is one of the program there, and the reverse."""
    item = world().record("shop.Item")("tea", 3)
    large = world().enum("shop.Size")["large"]
    body = "def f(item, size):\n    assert type(item) is Item and size is Size.large\n    return [Item(item.name, 4), Size.small]"

    outcome = called(pool, body, item, large)

    assert [world().record("shop.Item")("tea", 4), world().enum("shop.Size")["small"]] == outcome.value


def test_a_declared_error_comes_back_with_its_payload(pool: Pool) -> None:
    """Raised errors are known by id, and equal by payload."""
    outcome = called(pool, "def f(): raise SoldOut('tea')")

    assert (Kind.RAISED, "shop.SoldOut") == (outcome.kind, outcome.error)
    assert world().error("shop.SoldOut")("tea") == outcome.value


def test_an_error_of_python_comes_back_by_name(pool: Pool) -> None:
    """Built-in errors are known by their bare names."""
    outcome = called(pool, "def f(): raise KeyError('k')")

    assert ("KeyError", ("k",)) == (outcome.error, outcome.value.args)  # type: ignore[union-attr]


def test_an_error_that_only_looks_declared_is_another(pool: Pool) -> None:
    """A class of the same name is not the declared one."""
    outcome = called(pool, "def f():\n    class ValueError(Exception): pass\n    raise ValueError")

    assert "?ValueError" == outcome.error


ALIENS = (
    ("class Me(int): pass\ndef f(): return Me(1)", "`Me`, a class made from `int`"),
    ("class Yes:\n    def __eq__(self, other): return True\ndef f(): return Yes()", "`Yes`"),
    (
        "class Yes(str):\n    def __eq__(self, other): return True\ndef f(): return [Yes()]",
        "`Yes`, a class made from `str`",
    ),
    ("class Item(Item): pass\ndef f(): return Item('a', 1)", "`Item`"),
    ("from dataclasses import dataclass\n@dataclass\nclass Own:\n    x: int\ndef f(): return Own(1)", "`Own`"),
    ("def f(): return (x for x in [1])", "`generator`"),
    ("def f(): return f", "`function`"),
    ("async def f(): return 1", "`coroutine`"),
    ("def f(): return range(3)", "`range`"),
    ("from collections import OrderedDict\ndef f(): return OrderedDict()", "`OrderedDict`, a class made from `dict`"),
    ("def f():\n    x = []\n    x.append(x)\n    return x", "in a circle"),
)


@pytest.mark.parametrize(("body", "words"), ALIENS, ids=range(len(ALIENS)))
def test_what_is_no_plain_data_is_refused_by_name(body: str, words: str, pool: Pool) -> None:
    """Subclasses, own classes and live objects never reach the judge."""
    outcome = called(pool, body)

    assert Kind.PROTOCOL is outcome.kind
    assert "not plain data" in outcome.message
    assert words in outcome.message


def test_a_broken_invariant_is_refused(pool: Pool) -> None:
    """A record that the hologram does not allow cannot be made on the judge's side."""
    outcome = called(pool, "def f(): return Item('tea', -1)")

    assert Kind.PROTOCOL is outcome.kind


def test_a_forged_answer_is_refused(pool: Pool) -> None:
    """An answer with an undeclared record in it is in no agreed form."""
    body = 'def f():\n    Item.__qualname__ = "Size"\n    return Item("a", 1)'

    outcome = called(pool, body)

    assert Kind.PROTOCOL is outcome.kind


def test_changed_arguments_come_back(pool: Pool) -> None:
    """The judge sees which arguments a body changed, and how."""
    outcome = called(pool, "def f(x, y): y.append(x)", 1, [0])

    assert ((1,), (1, [0, 1])) == (outcome.changed, outcome.arguments_after)


def test_a_change_of_type_alone_is_a_change(pool: Pool) -> None:
    """`True` in place of 1 is seen, though both are equal."""
    outcome = called(pool, "def f(x): x[0] = True", [1])

    assert (0,) == outcome.changed


def test_a_fake_records_before_its_fault_raises(pool: Pool) -> None:
    """What a port was told is known, whatever became of it; defaults are filled in."""
    till = world().fake("shop.Till", faults={"pay": TimeoutError()})
    body = "def f(till):\n    try:\n        till.pay([1])\n    except TimeoutError:\n        return till.pay.__name__"

    outcome = called(pool, body, till)

    assert {0: (Told("pay", {"amount": [1], "note": "none"}),)} == outcome.calls


def test_a_fake_answers_in_order_and_repeats_the_last(pool: Pool) -> None:
    """Scripted replies are given one by one."""
    till = world().fake("shop.Till")
    till.answers("pay", Replies([10, 20]))

    outcome = called(pool, "def f(till): return [till.pay([n], note='x') for n in range(4)]", till)

    assert [10, 20, 20, 20] == outcome.value


def test_a_fake_keeps_what_it_was_told_at_the_time(pool: Pool) -> None:
    """An argument that is changed later does not change the record."""
    till = world().fake("shop.Till", replies={"pay": 0})
    body = "def f(till):\n    amount = [1]\n    till.pay(amount)\n    amount.append(2)"

    outcome = called(pool, body, till)

    assert [1] == outcome.calls[0][0].arguments["amount"]


def test_a_fake_refuses_what_the_port_does_not_take(pool: Pool) -> None:
    """A call with the wrong arguments is a TypeError, as with any function."""
    outcome = called(pool, "def f(till): till.pay(1, 2, 3)", world().fake("shop.Till", replies={"pay": 0}))

    assert "TypeError" == outcome.error


def test_a_call_that_nobody_awaits_is_no_effect(pool: Pool) -> None:
    """Asynchronous port functions record when they run."""
    body = "async def f(till):\n    till.ring()\n    await till.ring()"

    with opened(pool, body, "f") as session:
        outcome = session.call("f", [world().fake("shop.Till")])

    assert (Kind.RETURNED, 1) == (outcome.kind, len(outcome.calls[0]))


def test_expectations_are_nowhere_in_a_message() -> None:
    """A call that travels holds its function and its arguments, and nothing else."""
    from holo.sandbox.wire import Wire

    asked = Wire(world(), world().node).call("f", [1, "a"])

    assert '"f",[1,"a"],{}' == asked.body
