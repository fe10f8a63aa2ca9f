"""Expressions that would run, or grow, without end: each is stopped by fuel alone."""

from __future__ import annotations

from decimal import Decimal

import pytest

from holo.expr.stopped import OutOfFuel
from holo.expr.world import Undefined, World
from holo.ir import model as ir

WORLD = World(lambda _: None)

ENDLESS = [
    "9**9**9",
    "2**10**10",
    "(-3)**10**6",
    "10**5000 * 10**5000 * 10**5000",
    "1 << 10**10",
    '"x" * 10**12',
    "[0] * 10**9",
    "(1, 2) * 10**9",
    'b"x" * 10**12',
    "10**9 * [0]",
    "[y for x in range(10**6) for y in range(10**6)]",
    "[[0] * 1000 for x in range(10**6)]",
    "{x for x in range(10**9)}",
    "{x: x for x in range(10**9)}",
    "sum(x for x in range(10**18))",
    "sum(range(10**18))",
    "sorted(range(10**9))",
    "min(range(10**9))",
    "max(range(10**9), key=lambda x: -x)",
    "any(x < 0 for x in range(10**18))",
    "all(range(1, 10**18))",
    "any([0] * 1000 for x in []) or any(range(0, 1, 1)) or all(x >= 0 for x in range(10**9))",
    "list(range(10**9))",
    "tuple(range(10**9))",
    "set(range(10**9))",
    "dict(enumerate(range(10**9)))",
    "list(zip(range(10**9), range(10**9)))",
    "list(enumerate(range(10**9)))",
    "list(reversed(range(10**9)))",
    "0.5 in range(10**9)",
    "[*range(10**9)]",
    "max(*range(10**9))",
    '",".join(str(x) for x in range(10**9))',
    '"%1000000000d" % 1',
    '"%.1000000000f" % 1.5',
    '"%*d" % (10**9, 1)',
    'f"{1:>1000000000}"',
    'f"{1.5:.100000000f}"',
    'f"{1:1000000000d}"',
    '"a".ljust(10**12)',
    '"a".rjust(10**12)',
    '"a".center(10**12)',
    '"a".zfill(10**12)',
    '"\\t".expandtabs(10**12)',
    '("a" * 10000).replace("", "b" * 10000)',
    '("a" * 10000).replace("a", "b" * 10000)',
    '("a" * 10000).translate({97: "b" * 10000})',
    '("a" * 100000).rfind("b" + "a" * 50000)',
    '("ab" * 100000).strip("ab" * 50000)',
    '("x" * 10000).join(["y"] * 10000)',
    "bytes(10**10)",
    "pow(3, 10**9)",
    "pow(3, 10**9000, 10**9000 + 1)",
    "pow(10**9000, -1, 10**9000 + 7) ** 100",
    "divmod(10**9000, 3)[0] ** 9",
    "int(Decimal('1e1000000'))",
    "Decimal('1e100000') + 1",
    "Decimal('1' * 100000)",
    "Decimal(10) ** 100000",
    "round(Decimal('1e999999'))",
    "Fraction('1e1000000000')",
    "Fraction(1, 3) ** 10**9",
    "Fraction('1' + '0' * 9000) ** 100",
    "round(5, -10**10)",
    "round(Fraction(1, 3), 10**9)",
    "(1).to_bytes(10**10, 'big')",
    "sum([[0] * 100] * 10000, [])",
    "[x == y for a in [[0] * 300] for b in [[a] * 300] for x in [[b] * 300] for c in [[0] * 300] for d in [[c] * 300] for y in [[d] * 300]]",
    "[str(c) for a in [[0] * 300] for b in [[a] * 300] for c in [[b] * 300]]",
    "[h for a in [(0,) * 300] for b in [(a,) * 300] for c in [(b,) * 300] for h in {c}]",
    "len({i * (2**61 - 1) for i in range(20000)})",
    "{float(2**i) for i in range(61, 900)} and [{float(2**i) for i in range(61, 900)} for x in range(10**6)]",
    "math.factorial(10**6)",
    "math.comb(10**6, 10**5)",
    "math.perm(10**6)",
    "math.prod(range(1, 10**5))",
    "math.lcm(*[10**4000 + i for i in range(40)])",
    "[d * d for d in [Decimal('1' * 9000)] for i in range(10**6)]",
    "[d + d for d in [Fraction(10**3000, 7)] for i in range(10**6)]",
    "[t in xs for xs in [['a' * 100000 + 'b'] * 5000] for t in ['a' * 100000 + 'c'] for i in range(100)]",
    "[xs.count(t) for xs in [['a' * 100000 + 'b'] * 5000] for t in ['a' * 100000 + 'c'] for i in range(100)]",
    "(',' * 3000000).split(',')",
    "[(' a' * 50000).split() for i in range(1000)]",
    "[re.fullmatch('(a|aa)+b', 'a' * 25) for i in range(10**6)]",
    "[re.search('a*a*b', 'a' * 200) for i in range(10**6)]",
    "list(itertools.count())",
    "sum(itertools.repeat(1))",
    "list(itertools.product(range(100), repeat=10))",
    "list(itertools.product([1], repeat=10**9))",
    "list(itertools.permutations(range(20)))",
    "list(itertools.combinations(range(10**9), 2))",
    "list(itertools.islice(range(10**18), 10**17, None))",
    "list(itertools.cycle([1]))",
    "list(itertools.chain.from_iterable(itertools.repeat([1])))",
    "functools.reduce(operator.mul, [10**4000] * 1000)",
    "list(itertools.accumulate([2] * 40, operator.pow))",
    're.fullmatch("(a+)+b", "a" * 5000)',
    're.fullmatch("(a|aa)+$", "a" * 5000 + "b")',
    're.fullmatch("(x+x+)+y", "x" * 3000)',
    're.sub("", "x" * 10000, "y" * 10000)',
    "json.dumps([[1]], indent=10**9)",
    'unicodedata.normalize("NFC", "\\u0301\\u0316" * 100000)',
    'textwrap.fill("a " * 100000, 10**9)',
    "statistics.mean([10**9000] * 10000)",
    "statistics.fmean(range(10**9))",
]


@pytest.mark.parametrize("text", ENDLESS)
def test_what_does_not_end_is_stopped(text: str) -> None:
    """The expression is undefined, after little work and without much memory."""
    with pytest.raises(Undefined):
        WORLD.evaluate(ir.Expr(source=text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("range(10**18)[5]", "5"),
        ("len(range(10**18))", "1000000000000000000"),
        ("5 in range(10**18)", "True"),
        ("any(x > 5 for x in range(10**18))", "True"),
        ("list(zip(range(10**18), [1, 2]))", "[(0, 1), (1, 2)]"),
        ("any(range(10**18))", "True"),
        ("[x for x in range(10**18)[:3]]", "[0, 1, 2]"),
        ("pow(3, 10**9, 7)", "4"),
        ("len(str(9**99))", "95"),
        ("2**1000 % 1000", "376"),
        ("sum(range(10000))", "49995000"),
        ('len("x" * 100000)', "100000"),
        ("math.factorial(100) % 1000007", "323756"),
        ("list(itertools.islice(itertools.count(5), 2))", "[5, 6]"),
        ('re.fullmatch(r"[A-Z]{2}[0-9]+", "AB12") is not None', "True"),
        ('re.fullmatch("(a|b)+c", "abababc") is not None', "True"),
        ('re.fullmatch("(a|a)*b", "a" * 5000)', "None"),
        ('re.findall("a*a*a*a*a*b", "a" * 20000)', "[]"),
        ('re.sub(r"(\\w+) (\\w+)", r"\\2 \\1", "a b")', '"b a"'),
    ],
)
def test_what_is_large_only_in_name_is_computed(text: str, expected: str) -> None:
    """Laziness and size are told apart."""
    assert expected == WORLD.show(WORLD.evaluate(ir.Expr(source=text)))


def test_fuel_is_deterministic() -> None:
    """The least fuel that suffices is the same in every run."""
    expr = ir.Expr(source="sorted({x * x % 7 for x in range(20)})")

    def suffices(fuel: int) -> bool:
        try:
            World(lambda _: None).evaluate(expr, fuel=fuel)
        except OutOfFuel:
            return False
        return True

    least = [next(fuel for fuel in range(1000) if suffices(fuel)) for _ in range(3)]

    assert 1 == len(set(least))


def test_a_large_value_from_outside_is_no_way_around() -> None:
    """Values that a candidate returned are bounded where they are used."""
    for text, value in (
        ("int(x)", Decimal("1e999999")),
        ("x * x", 1 << 10**6),
        ("str(x)", 1 << 10**6),
        ("x ** 2", 1 << 10**5),
        ('f"{x:f}"', Decimal("1e999999")),
    ):
        with pytest.raises(Undefined):
            WORLD.evaluate(ir.Expr(source=text), {"x": value})
