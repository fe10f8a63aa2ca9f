"""What expressions may use of Python's modules."""

from __future__ import annotations

import importlib

import pytest

from holo.expr.modules import MODULES
from holo.expr.world import Undefined, World
from holo.ir import model as ir

WORLD = World(lambda _: None)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('re.fullmatch("[a-z]+[0-9]*", "abc12") is not None', "True"),
        ('re.match(r"(\\d+)-(\\d+)", "12-34").groups()', '("12", "34")'),
        ('re.match(r"(?P<a>\\d)", "1")["a"]', '"1"'),
        ('[m.group() for m in re.finditer("[0-9]", "a1b2")]', '["1", "2"]'),
        ('re.findall("A", "aA", re.I)', '["a", "A"]'),
        ('re.findall("A", "aA", flags=re.IGNORECASE | re.MULTILINE)', '["a", "A"]'),
        ('re.sub("[aeiou]", "*", "banana", count=2)', '"b*n*na"'),
        ('re.fullmatch("(a+)+", "aaa").span()', "(0, 3)"),
        ("math.sqrt(16) + math.floor(2.5)", "6.0"),
        ("math.gcd(12, 18), math.comb(5, 2), math.isqrt(17)", None),
        ("math.isclose(0.1 + 0.2, 0.3)", "True"),
        ("math.prod([2, 3, 7])", "42"),
        ("list(itertools.combinations([1, 2, 3], 2))", "[(1, 2), (1, 3), (2, 3)]"),
        ("[k + str(len(list(g))) for k, g in itertools.groupby('aab')]", '["a2", "b1"]'),
        ("list(itertools.accumulate([1, 2, 3]))", "[1, 3, 6]"),
        ("list(itertools.chain([1], (2,), {3}))", "[1, 2, 3]"),
        ("list(itertools.chain.from_iterable([[1], [2]]))", "[1, 2]"),
        ("list(itertools.takewhile(bool, [1, 0, 1]))", "[1]"),
        ("list(itertools.zip_longest([1, 2], [3], fillvalue=0))", "[(1, 3), (2, 0)]"),
        ("functools.reduce(operator.add, [1, 2, 3], 10)", "16"),
        ("sorted([(1, 2), (0, 3)], key=operator.itemgetter(1), reverse=True)", "[(0, 3), (1, 2)]"),
        ("statistics.mean([1, 2, 3, 4])", "2.5"),
        ("statistics.median({3, 1, 2})", "2"),
        ('collections.Counter("abca").most_common(1)', '[("a", 2)]'),
        ('collections.Counter("ab") == collections.Counter("ba")', "True"),
        ('collections.Counter("aab")["a"]', "2"),
        ('Decimal("1.25").quantize(Decimal("0.1"), rounding=decimal.ROUND_HALF_UP)', 'Decimal("1.3")'),
        ("fractions.Fraction(1, 2)", "Fraction(1, 2)"),
        ('json.dumps({"b": 1, "a": [None]}, sort_keys=True)', '"{\\"a\\": [null], \\"b\\": 1}"'),
        ('json.loads("[1, {}]")', "[1, {}]"),
        ('base64.b64encode(b"abc")', 'b"YWJj"'),
        ('hashlib.sha256(b"abc").hexdigest()[:8]', '"ba7816bf"'),
        ('urllib.parse.quote("a b")', '"a%20b"'),
        ('urllib.parse.urlsplit("http://x/y?z").query', '"z"'),
        ('textwrap.wrap("a b c", 3)', '["a b", "c"]'),
        ('unicodedata.category("A")', '"Lu"'),
        ("bisect.bisect_left([1, 2, 3], 2)", "1"),
        ("heapq.nlargest(2, [1, 5, 3])", "[5, 3]"),
        ("list(heapq.merge([1, 3], [2]))", "[1, 2, 3]"),
        ("string.digits", '"0123456789"'),
        ('html.escape("<")', '"&lt;"'),
        ('zlib.crc32(b"a")', "3904355907"),
        ("calendar.monthrange(2026, 2)[1]", "28"),
    ],
)
def test_pure_functions_can_be_called(source: str, expected: str | None) -> None:
    """What is allowed of a module gives what the module gives."""
    if expected is None:
        source, expected = f"({source})", "(6, 10, 4)"

    assert expected == WORLD.show(WORLD.evaluate(ir.Expr(source=source)))


@pytest.mark.parametrize(
    "source",
    [
        "os.getcwd()",
        "sys.exit()",
        "random.random()",
        "time.sleep(1)",
        "math.__doc__",
        "re.sre_parse",
        "re.sub('a', len, 'a')",
        "json.dumps(1, default=len)",
        "json.dumps(1, cls=int)",
        "collections.deque()",
        "functools.partial(len)",
        "operator.attrgetter('__class__')",
        "operator.methodcaller('format')",
        "urllib.request",
        "urllib.parse.os",
        "itertools.tee([1])",
        "hashlib.new('md5')",
        "hashlib.sha256(b'a').update(b'b')",
        "json.loads('[1]', object_hook=len)",
        "typing.Any",
        "re.compile('a')",
    ],
)
def test_everything_else_of_modules_is_out_of_reach(source: str) -> None:
    """What is not listed is undefined, whether the module has it or not."""
    with pytest.raises(Undefined):
        WORLD.evaluate(ir.Expr(source=source))


@pytest.mark.parametrize("module", sorted(MODULES))
def test_every_listed_name_exists(module: str) -> None:
    """The lists name nothing that Python does not have."""
    found = importlib.import_module(module)

    assert [] == [name for name in MODULES[module] if not hasattr(found, name)]
