"""Declarations as values, and calls by their contract."""

from __future__ import annotations

import copy
from datetime import date
from typing import Any

import pytest

from holo.expr.values import same_error
from holo.expr.world import NotComputable, Raised, Stopped, Undefined
from holo.ir.prelude import CLOCK
from tests.unit.expr.library import expr, library

ADA = 'Loan(7, "ada", date(2026, 1, 1))'


def shown(source: str, **variables: object) -> str:
    """Return the value of an expression in the hologram's words."""
    world = library()
    return world.show(world.evaluate(expr(source), variables))


def why_not(source: str, **variables: object) -> str:
    """Return why an expression has no value."""
    with pytest.raises(Undefined) as undefined:
        library().evaluate(expr(source), variables)
    return undefined.value.message


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (ADA, ADA),
        ('Loan(member="ada", copy=7, due=date(2026, 1, 1), renewals=0)', ADA),
        (f"replace({ADA}, renewals=2)", 'Loan(7, "ada", date(2026, 1, 1), 2)'),
        (f"{ADA}.due + TERM", "date(2026, 1, 22)"),
        (f"{ADA} == {ADA}", "True"),
        (f"{ADA} != replace({ADA}, copy=8)", "True"),
        (f"{ADA} == Shelved(7)", "False"),
        (f"len({{{ADA}, {ADA}}})", "1"),
        (f"{{{ADA}: 1}}[{ADA}]", "1"),
        ("Empty() == Empty()", "True"),
        ("Empty()", "Empty()"),
        ("Tree(1, [Tree(2.5)])", "Tree(1, [Tree(2.5)])"),
        ("Shelved(7)", "Shelved(7)"),
        ("Shelved(7, Shelf.lost)", "Shelved(7, Shelf.lost)"),
        ("Shelf.lent", "Shelf.lent"),
        ("list(Shelf)", "[Shelf.shelved, Shelf.lent, Shelf.lost]"),
        ("[shelf.name for shelf in Shelf]", '["shelved", "lent", "lost"]'),
        ("len(Shelf)", "3"),
        ("Shelf.lent == Shelf.lent, Shelf.lent == Shelf.lost", None),
        ("Shelf.lent in {Shelf.lost, Shelf.shelved}", "False"),
        ("{shelf: 1 for shelf in Shelf}[Shelf.lost]", "1"),
        ("sorted(str(s) for s in {Shelf.lent, Shelf.lost})", '["Shelf.lent", "Shelf.lost"]'),
        ('LimitReached("ada")', 'LimitReached("ada")'),
        ('LimitReached("ada") == LimitReached(member="ada")', "True"),
        ('LimitReached("ada") == LimitReached("bob")', "False"),
        ('LimitReached("ada").member', '"ada"'),
        ("Plain() == Plain()", "True"),
        ("isinstance(Plain(), Plain)", "True"),
        ("isinstance(ConnectionError(), OSError)", "True"),
        (f"isinstance({ADA}, Loan)", "True"),
        (f"isinstance({ADA}, Shelved | None)", "False"),
        (f"isinstance({ADA}, Payment)", "True"),
        ("isinstance(1, Payment)", "False"),
        ("isinstance(True, int)", "False"),
        ("isinstance(True, bool | str)", "True"),
        ("isinstance(1, (str, int))", "True"),
        ("isinstance(1, CopyId)", "True"),
        ("isinstance(Shelf.lent, Shelf)", "True"),
        ("isinstance(None, None)", "True"),
        ("CopyId(3)", "3"),
        (f"fines.fine({ADA}, date(2026, 1, 4))", "60"),
        (f"fines.fine(returned=date(2026, 1, 4), loan={ADA})", "60"),
        ("discount(11), discount(20, True), discount(30)", None),
        ("discount(20, student=True)", "50"),
        ("total(10)", "55"),
        ("total(150)", "11325"),
        ("first([3, 4])", "3"),
        ("first([])", "None"),
        ("take(7)", "7"),
        ("[MAX for MAX in [5]] + [MAX]", "[5, 2]"),
        ("max([3, 1], key=half) if half(1) else 0", "1"),
    ],
)
def test_expressions_over_declarations(source: str, expected: str | None) -> None:
    """Records, enums, errors and functions mean what the language says."""
    if expected is None:
        source = f"({source})"
    value = shown(source)

    assert (expected or {"S": "(True, False)", "d": "(100, 50, 0)"}[source[1]]) == value


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("1 / 0", "`1 / 0`: division by zero"),
        ("xs[3]", "`xs[3]`: index out of range"),
        ('{"a": 1}["b"]', 'no key "b"'),
        ('Loan(7, "ada", date(2026, 1, 1), 3)', "breaks the invariant `0 <= renewals <= MAX`"),
        ('Loan(0, "ada", date(2026, 1, 1))', "`Loan.copy`: 0 is no `CopyId`: `it > 0` is false"),
        ('Loan("7", "ada", date(2026, 1, 1))', "`Loan.copy`: expected int, got str"),
        ("Loan(7)", "`Loan` needs `member`"),
        ("Loan(7, 7, 7, 7, 7)", "`Loan` has 4 fields, not 5"),
        ("Loan(7, copy=7)", "given twice"),
        (f"{ADA}.colour", "`Loan` has no field `colour`"),
        (f"replace({ADA}, colour=1)", "`Loan` has no field `colour`"),
        (f"replace({ADA}, renewals=9)", "breaks the invariant"),
        ("replace(1)", "`replace` takes a record"),
        (f"{ADA} < {ADA}", "not supported"),
        ("Shelf.lent < Shelf.lost", "not supported"),
        ("Shelf.burnt", "`Shelf` has no member `burnt`"),
        ("Shelf.mro", "`Shelf` has no member `mro`"),
        ("discount(-1)", "outside the contract of `discount`: requires age >= 0"),
        ("discount(20)", "in `discount`: no row of the table holds for age = 20, student = False"),
        ('discount("a")', "outside the contract of `discount`: `age`: expected int, got str"),
        ("discount()", "`discount` needs `age`"),
        ("discount(1, True, 2)", "takes 2 arguments, not 3"),
        ("discount(1, age=2)", "is given `age`"),
        ("half(0)", "in `half`: `1 // n`: division by zero"),
        ("forever(0)", "nest more than 200 deep"),
        ("total(300)", "nest more than 200 deep"),
        ("sum(total(100) for i in range(10**6))", "needs more than the fuel allowed"),
        ("LOOP", "`LOOP` is defined by itself"),
        ("CopyId(0)", "0 is no `CopyId`"),
        ("LimitReached()", "`LimitReached` needs `member`"),
        ("isinstance(1, 1)", "takes a type"),
        ("calls(1)", "`calls` takes one function of a port"),
        ("post.send('ada', 'hi')", "is an effect"),
        ("post.burn", "`Post` has no function `burn`"),
        ("calls(post.send)[0].colour", "has no argument `colour`"),
        ("Post", "`Post` is no value"),
        ("nothing", "`nothing` is not known here"),
        ("xs()", "cannot be called"),
        ("xs.append(1)", "Build a new value"),
        ("zip(xs, xs)", "an iterator is no value"),
        ("[x for x in 5]", "`5`: it cannot be iterated over"),
        ("[a for a, b in [(1, 2, 3)]]", "3 values for 2 names"),
        ("f(**{1: 2})", "not known"),
    ],
)
def test_what_has_no_value_says_why(source: str, says: str) -> None:
    """Undefined is not false: the message names the words of the expression and the reason."""
    post = library().fake("lending.Post")
    post.send.record("ada", "hello")

    assert says in why_not(source, xs=[1], post=post)


def test_a_declared_error_passes_through() -> None:
    """A function that raises what it declares is no failure of the expression."""
    world = library()
    source = f'open_loan([{ADA}, {ADA}], "ada")'

    with pytest.raises(Raised) as raised:
        world.evaluate(expr(source))

    assert "lending.LimitReached" == raised.value.error
    assert world.error("lending.LimitReached")("ada") == raised.value.value


def test_the_first_raises_that_holds_wins() -> None:
    """Errors are tried from top to bottom; Python's own have their bare name."""
    world = library()

    with pytest.raises(Raised) as first:
        world.run("lending.take", (-1,))
    with pytest.raises(Raised) as second:
        world.run("lending.take", (1,))

    assert ("ValueError", "lending.Plain") == (first.value.error, second.value.error)
    assert same_error(ValueError(), first.value.value)  # type: ignore[arg-type]


def test_a_function_without_body_is_not_computable() -> None:
    """What needs a body that does not exist says which."""
    with pytest.raises(NotComputable) as missing:
        library().evaluate(expr('open_loan([], "ada")'))

    assert "lending.open_loan" == missing.value.function


def test_a_call_answers_for_a_body() -> None:
    """Arguments come in declared order, defaults filled in, and the contract's errors are not assumed."""
    asked: list[tuple[str, tuple[object, ...]]] = []

    def call(function: str, args: tuple[object, ...]) -> object:
        asked.append((function, args))
        return args[0]

    world = library()
    loans = world.evaluate(expr(f"[{ADA}, {ADA}]"))

    value = world.evaluate(expr('open_loan(member="ada", loans=loans)'), {"loans": loans}, call=call)

    assert loans == value
    assert [("lending.open_loan", (loans, "ada"))] == asked


def test_a_derived_function_is_called_out_only_when_replaced() -> None:
    """What the hologram says itself is an oracle, unless a body is to be judged in its place."""
    world = library()

    derived = world.run("lending.total", (3,), call=lambda _f, _a: -1)
    replaced = world.run("lending.total", (3,), call=lambda _f, _a: -1, replaced={"lending.total"})

    assert (6, -1) == (derived, replaced)


def test_a_called_function_still_has_its_contract() -> None:
    """Outside `requires` nothing is asked of a body."""
    with pytest.raises(Undefined, match="outside the contract of `open_loan`"):
        library().evaluate(
            expr('open_loan([Loan(7, "ada", date(2026, 1, 1), 1)], "ada")'),
            call=lambda _f, _a: pytest.fail("was asked"),
        )


def test_deep_recursion_leaves_the_interpreter_as_it_was() -> None:
    """Room for more frames is given back."""
    import sys

    before = sys.getrecursionlimit()

    why_not("forever(0)")

    assert before == sys.getrecursionlimit()


def test_records_are_frozen_and_checked_when_made_from_outside() -> None:
    """A class of the World is as strict as an expression."""
    world = library()
    record: Any = world.record("lending.Loan")
    loan = record(7, "ada", date(2026, 1, 1))

    with pytest.raises(AttributeError, match="does not change"):
        loan.copy = 8
    with pytest.raises(ValueError, match="breaks the invariant"):
        record(7, "ada", date(2026, 1, 1), 3)
    with pytest.raises(ValueError, match="`Member`"):
        record(7, " ", date(2026, 1, 1))
    assert ADA == repr(loan) == str(loan)
    assert loan == copy.deepcopy(loan) == copy.copy(loan)
    assert hash(loan) == hash(record(7, "ada", date(2026, 1, 1)))
    assert record is world.record("lending.Loan")


def test_a_fake_records_before_it_raises() -> None:
    """Calls are noted in order, with their arguments by name, whatever comes of them."""
    world = library()
    post = world.fake("lending.Post", faults={"send": ConnectionError()}, replies={"count": 3})

    with pytest.raises(ConnectionError):
        post.send("ada", text="hi")
    counted = post.count()

    assert 3 == counted
    assert '["ada"]' == world.show(world.evaluate(expr("[call.member for call in calls(post.send)]"), {"post": post}))
    assert 'send("ada", "hi")'.replace('"', "'") == repr(post.log[0])
    assert ["send", "count"] == [call._function for call in post.log]


def test_a_fake_without_a_reply_says_so() -> None:
    """Nothing is made up for a function that returns something."""
    clock = library().fake(CLOCK)

    with pytest.raises(LookupError, match="has no reply"):
        clock.today()


def test_names_of_the_hologram_come_before_variables() -> None:
    """A name that the IR resolved means its declaration."""
    assert "2" == shown("MAX", MAX=9)
    assert "9" == library().show(library().evaluate(expr("most"), {"most": 9}))


def test_a_hologram_that_names_nothing_real_is_undefined() -> None:
    """An id without a declaration has no value and is no crash."""
    world = library()

    with pytest.raises(Stopped):
        world.evaluate(expr("Ghost").model_copy(update={"names": {"Ghost": "lending.Ghost"}}))
    with pytest.raises(Stopped):
        world.run("lending.ghost", ())
    with pytest.raises(Stopped):
        world.record("lending.Shelf")


@pytest.mark.parametrize(
    "source",
    [
        'Loan(7, "ada", date(2026, 1, 1), 1)',
        "Shelf.lost",
        '{"a": (1,), "b": [None, True]}',
        "frozenset({1, 2})",
        "set()",
        "timedelta(days=1, seconds=2)",
        "datetime(2026, 1, 1, 12, 30)",
        "time(8, 0)",
        'Decimal("1.50")',
        "Fraction(1, 3)",
        'float("inf")',
        'b"a\\xff"',
        r'r"\d+"',
        '"a\\n\\"b\\""',
        "range(0, 5)",
    ],
)
def test_what_is_shown_is_an_expression_of_the_value(source: str) -> None:
    """A shown value evaluates to itself and is shown alike again."""
    assert source == shown(source)
