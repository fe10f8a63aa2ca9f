"""The evaluator means what Python means."""

from __future__ import annotations

import warnings
from types import GeneratorType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from holo.expr.parse import ExprError, parse
from holo.expr.world import Undefined, World
from holo.ir import model as ir
from tests.unit.expr.expressions import IN_ORDER, expressions

WORLD = World(lambda _: None)
FAILED = object()


def ours(text: str, variables: dict[str, object]) -> Any:
    """Return the evaluator's value, or that it has none."""
    try:
        return WORLD.evaluate(ir.Expr(source=text), variables)
    except Undefined:
        return FAILED


def pythons(text: str, variables: dict[str, object]) -> Any:
    """Return Python's value, or that it raised."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            value = eval(f"({text}\n)", dict(variables))
    except Exception:  # noqa: BLE001 - whatever Python raises, there is no value
        return FAILED
    return FAILED if isinstance(value, GeneratorType) else value


def alike(left: Any, right: Any) -> bool:
    """Equal by exact type, all the way down; sets by their elements, numbers that are none by their text."""
    if type(left) is not type(right):
        return False
    if isinstance(left, list | tuple):
        return len(left) == len(right) and all(map(alike, left, right))
    if isinstance(left, dict):
        return alike(list(left.items()), list(right.items()))
    return bool(left == right) or repr(left) == repr(right) == "nan"


@settings(max_examples=400, deadline=None)
@given(
    text=expressions(shapes=IN_ORDER),
    x=st.one_of(st.integers(-9, 9), st.text("ab", max_size=3), st.none(), st.booleans()),
    xs=st.lists(st.integers(-3, 3), max_size=4),
    d=st.dictionaries(st.text("ab", max_size=1), st.integers(0, 3), max_size=2),
)
def test_random_expressions_have_pythons_value(text: str, x: object, xs: list[int], d: dict[str, int]) -> None:
    """The same value of the same type, or no value in both."""
    variables: dict[str, object] = {"x": x, "xs": xs, "d": d}
    try:
        parse(text)
    except ExprError:
        return

    expected = pythons(text, variables)

    assert alike(expected, ours(text, variables)), text


@pytest.mark.parametrize(
    "text",
    [
        "7 // -2, 7 % -2, -7 // 2, divmod(-7, 2)",
        "0.1 + 0.2, 1e308 * 10, 2 ** -1, 2 ** 0.5, round(2.5), round(-1.25, 1)",
        "True + True, 1 == True, 1.5 < 2, 'a' * 0, [1] * 3",
        "'abc'[::-1], [1, 2, 3][-2:], (1, 2)[5:], 'abc'[1]",
        "'a,b'.split(','), ' a '.strip(), 'aBc'.swapcase(), 'abc'.replace('b', 'xx', 1), 'a'.center(5, '-')",
        "'%05.1f|%-4s|%x' % (3.14159, 'a', 255)",
        "'%s' % [1], '%r' % ('a',), '%d%%' % 5, '%(a)s-%(b)d' % {'a': 'x', 'b': 2}, b'%d' % 3",
        'f\'{3.14159:.2f} {1_000_000:,} {"x":>3} {5:03d} {255:#x} {True} {None} {[1, "a"]} {1.5!r:>6}\'',
        "sorted([3, 1, 2], reverse=True), sorted(['b', 'A'], key=str.lower), min(3, 1), max([1, 5], default=0)",
        "max([], default=7), sum([[1], [2]], []), sum([0.1] * 3), sum([True, 2]), sum([], 5)",
        "{1: 'a', **{2: 'b'}} | {1: 'c'}, {1, 2} & {2, 3}, {1} <= {1, 2}, {1: 2}.get(5, 0), frozenset([1]) | {2}",
        "list(range(5)), list(range(5, 0, -2)), range(10)[2:5], len(range(0, 10, 3)), 4 in range(0, 10, 2)",
        "[(i, c) for i, c in enumerate('ab', 1)], list(zip([1, 2], 'ab')), list(reversed([1, 2])), dict(a=1, **{'b': 2})",
        "[[y for y in range(x)] for x in range(3)], {x % 2: x for x in range(5)}, [x for x in range(9) if x % 2 if x > 3]",
        "[a + sum(b) for a, *b in [(1, 2, 3), (4,)]], [x for x in 'ab' for y in x + 'c']",
        "any(1 / x > 1 for x in [0.5, 0]), all(x for x in [0, 1]), any([]), all([])",
        "1 < 2 < 3, 1 < 3 < 2, not 1, 0 or 'x', 1 and 0, None is None, 'a' in 'cat', 3 not in [1]",
        "int('12'), int('ff', 16), int(3.9), float('1.5'), str(1.0), bool([]), chr(97), ord('a'), abs(-2), pow(2, 10, 7)",
        "bytes(3), bytes([1, 2]), b'ab'.hex(), 'é'.encode(), b'a'.decode(), 'ab'.encode('latin-1')",
        "'a-b'.partition('-'), 'x'.join(['a', 'b']), 'abc'.find('c'), 'aXb'.lower().title(), 'a\\tb'.expandtabs(4)",
        "(1).bit_length(), (0.5).is_integer(), (10).numerator, -5 >> 1, 5 & 3, 5 ^ 1, ~5, 1 << 3",
        "isinstance(1, int), isinstance('a', str | int), isinstance(None, None | int), isinstance([], (dict, list))",
        "repr('a'), repr([1, 'b', (2,), {3: None}, 1.5, b'x']), str({'a': [1]}), repr(set()), str({1}), repr(())",
        "'abc'.translate({97: 'x', 98: None}), 'abc'.translate(str.maketrans('ab', 'xy')), dict.fromkeys('ab', 0)",
        "[1, 2].index(2), (1, 1).count(1), [1, 2].copy(), {'a': 1}.items() == {'a': 1}.items()",
    ],
)
def test_values_of_the_builtins_are_pythons(text: str) -> None:
    """Each call and operator gives what Python gives, with the same types."""
    text = f"({text})"

    expected = pythons(text, {})

    assert expected is not FAILED
    assert alike(expected, ours(text, {}))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("date(2026, 1, 31) + timedelta(days=1)", "date(2026, 2, 1)"),
        ("(date(2026, 1, 4) - date(2026, 1, 1)).days", "3"),
        ('date.fromisoformat("2026-02-03").month', "2"),
        ("date.max.year", "9999"),
        ("datetime(2026, 1, 1, 12, 30).date()", "date(2026, 1, 1)"),
        ("datetime.combine(date(2026, 1, 1), time(8)).isoformat()", '"2026-01-01T08:00:00"'),
        ("timedelta(hours=36) // timedelta(days=1)", "1"),
        ("timedelta(days=1, hours=12).total_seconds()", "129600.0"),
        ("date(2026, 1, 1).replace(day=5).weekday()", "0"),
        ("date(2026, 1, 1).isocalendar().week", "1"),
        ('f"{date(2026, 1, 2):%d.%m.%Y}"', '"02.01.2026"'),
        ('date(2026, 1, 2).strftime("%Y%m%d")', '"20260102"'),
        ('datetime.strptime("2026-01-02", "%Y-%m-%d")', "datetime(2026, 1, 2)"),
        ('Decimal("1.10") + Decimal("2.2")', 'Decimal("3.30")'),
        ('Decimal("2.675").quantize(Decimal("0.01"))', 'Decimal("2.68")'),
        ("Fraction(1, 3) + Fraction(1, 6)", "Fraction(1, 2)"),
        ("Fraction(3, 4).denominator", "4"),
        ("round(Fraction(7, 2))", "4"),
        ("min(date(2026, 1, 1), date(2025, 1, 1))", "date(2025, 1, 1)"),
        ("sum([timedelta(days=1), timedelta(days=2)], timedelta())", "timedelta(days=3)"),
        ('sum([Decimal("0.1")] * 3)', 'Decimal("0.3")'),
        ('time(8, 30) < time.fromisoformat("09:00")', "True"),
        ('f"{Fraction(1, 2)}"', '"1/2"'),
    ],
)
def test_the_prelude_works(text: str, expected: str) -> None:
    """Dates, times and exact numbers behave as their modules say."""
    assert expected == WORLD.show(WORLD.evaluate(ir.Expr(source=text)))


def test_sets_are_gone_through_in_one_order() -> None:
    """Whatever order Python's hashing gives, an expression sees one."""
    names = [f"n{i}" for i in range(50)]
    text = "[list(set(xs)), [x for x in frozenset(xs)], ','.join(set(xs)), str(set(xs[:3]))]"

    value = WORLD.evaluate(ir.Expr(source=text), {"xs": names[::-1]})

    assert [sorted(names), sorted(names), ",".join(sorted(names)), "{'n47', 'n48', 'n49'}"] == value


@pytest.mark.parametrize(
    "text",
    [
        "x.__class__",
        "open('a')",
        "eval('1')",
        "getattr(x, 'y')",
        "print(1)",
        "x.y",
        "undefined",
        "isinstance(1)",
        "int.mro()",
        "[].sort",
        "(1).to_string()",
        "date.today",
        "'{0.__class__}'.format(1)",
        "len.__self__",
        "xs.append(1)",
        "d.update({})",
        "datetime(2026, 1, 1).timestamp()",
        "datetime(2026, 1, 1).astimezone()",
        "ValueError('a').with_traceback",
        "'a'.encode('idna')",
        "b'a'.decode('rot13')",
        "zip([1], [2])",
        "(-8) ** 0.5",
        "len",
        "f'{date(2026, 1, 1):%10000000d}'",
    ],
)
def test_nothing_else_can_be_reached(text: str) -> None:
    """What is not on an allow-list has no value, or is only a name."""
    value = ours(text, {"x": 1, "xs": [], "d": {}})

    assert value is FAILED or repr(value) == text


@pytest.mark.parametrize("name", ["xs", "d"])
def test_variables_are_not_changed(name: str) -> None:
    """An evaluation leaves its variables as they were."""
    variables: dict[str, object] = {"xs": [3, 1], "d": {"a": [1]}}
    text = "[sorted(xs), [x for x in xs], {**d, 'b': 1}, xs + [4], [xs for xs in [1]], d | {'a': 0}]"

    WORLD.evaluate(ir.Expr(source=text), variables)

    assert {"xs": [3, 1], "d": {"a": [1]}}[name] == variables[name]
