"""A town library as IR and as Python, by hand: what the judge needs, without a front end and without an emitter."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from holo.expr.world import World
from holo.ir import model as ir
from holo.ir.library import Library
from holo.pycode.rules import rules_for
from holo.sandbox.outcome import Limits
from holo.sandbox.program import Program
from holo.verify.judge import judge
from holo.verify.prepare import Prepared

if TYPE_CHECKING:
    from collections.abc import Mapping

    from holo.sandbox.pool import Pool
    from holo.verify.given import Draws
    from holo.verify.verdict import Verdict

_WORD = re.compile(r"[A-Za-z_]\w*")
_NAMES = {
    name: f"town.{name}"
    for name in (
        "CopyId Member Day Loan Shelf LimitReached RenewedTooOften Post MAX_LOANS TERM Wire Closed count_loans open_loan renew overdue "
        "members to_write remind shelf_of stamp dice first mean fine is_even is_odd longest later_costs_more label send_all "
        "doubled capped"
    ).split()
}


def expr(source: str) -> ir.Expr:
    """Return an expression; every word that the town declares is one of its names."""
    return ir.Expr(source=source, names={word: _NAMES[word] for word in _WORD.findall(source) if word in _NAMES})


def _parameters(text: str) -> tuple[ir.Parameter, ...]:
    pairs = [one.partition(": ") for one in text.split("; ") if one]
    return tuple(ir.Parameter(name=name, type=expr(type_)) for name, _, type_ in pairs)


def _conditions(key: str, kind: str, sources: tuple[str, ...]) -> tuple[ir.Condition, ...]:
    return tuple(ir.Condition(id=f"{key}/{kind}/{at}", expr=expr(source)) for at, source in enumerate(sources))


def raises(error: str, payload: str = "", when: str = "") -> tuple[str, str, str]:
    """Return a `raises` clause: error, payload, condition."""
    return error, payload, when


def function(
    name: str,
    parameters: str,
    returns: str,
    *,
    requires: tuple[str, ...] = (),
    ensures: tuple[str, ...] = (),
    raises: tuple[tuple[str, str, str], ...] = (),
    examples: tuple[str, ...] = (),
    sealed: tuple[str, ...] = (),
    body: str = "",
    uses: tuple[str, ...] = (),
    is_async: bool = False,
    generic: tuple[str, ...] = (),
) -> ir.Function:
    """Return a function of the town."""
    key = f"town.{name}"
    shown = [ir.Example(id=f"{key}/example/{at}", expr=expr(each)) for at, each in enumerate(examples)]
    hidden = [ir.Example(id=f"{key}/sealed/{at}", expr=expr(each), sealed=True) for at, each in enumerate(sealed)]
    return ir.Function(
        id=key,
        name=name,
        doc=f"{name}.",
        is_async=is_async,
        type_parameters=generic,
        parameters=_parameters(parameters),
        returns=expr(returns),
        uses=tuple(f"town.{each}" if not each.startswith("prelude.") else each for each in uses),
        requires=_conditions(key, "requires", requires),
        ensures=_conditions(key, "ensures", ensures),
        raises=tuple(
            ir.Raises(
                id=f"{key}/raises/{at}",
                error=_NAMES.get(error, error),
                payload=expr(payload) if payload else None,
                when=expr(when) if when else None,
            )
            for at, (error, payload, when) in enumerate(raises)
        ),
        examples=(*shown, *hidden),
        body=ir.Returns(expr=expr(body)) if body else None,
    )


FUNCTIONS = (
    function("count_loans", "loans: list[Loan]; member: Member", "int", body="sum(x.member == member for x in loans)"),
    function(
        "open_loan",
        "loans: list[Loan]; copy: CopyId; member: Member; today: Day",
        "list[Loan]",
        requires=("all(loan.copy != copy for loan in loans)",),
        raises=(raises("LimitReached", "LimitReached(member)", "count_loans(loans, member) >= MAX_LOANS"),),
        ensures=("result[:-1] == loans", "result[-1] == Loan(copy, member, today + TERM)"),
        examples=('open_loan([], 7, "ada", date(2026, 1, 1))[0].copy == 7',),
        sealed=('open_loan([], 1, "bob", date(2026, 2, 28))[0].due == date(2026, 3, 21)',),
        uses=("count_loans",),
    ),
    function(
        "renew",
        "loan: Loan; today: Day",
        "Loan",
        raises=(raises("RenewedTooOften", "RenewedTooOften(loan.copy)", "loan.renewals == 2"),),
        ensures=("result == replace(loan, due=today + TERM, renewals=loan.renewals + 1)",),
    ),
    function("overdue", "loans: list[Loan]; today: Day", "list[Loan]", body="[x for x in loans if x.due < today]"),
    function("members", "loans: list[Loan]", "list[Member]", body="sorted({x.member for x in loans})"),
    function("to_write", "loans: list[Loan]; today: Day", "list[Member]", body="members(overdue(loans, today))"),
    function(
        "remind",
        "loans: list[Loan]; today: Day; post: Post",
        "list[Member]",
        uses=("to_write", "Post.send"),
        ensures=(
            "[call.member for call in calls(post.send)] == to_write(loans, today)",
            "set(result) <= set(to_write(loans, today))",
        ),
    ),
    function("fine", "days: int", "int", body="max(0, days) * 20", examples=("fine(3) == 60",)),
    function(
        "shelf_of",
        "loans: list[Loan]; copy: CopyId",
        "Shelf",
        ensures=("(result == Shelf.lent) == any(loan.copy == copy for loan in loans)",),
        examples=("shelf_of([], 1) == Shelf.shelved",),
    ),
    function("stamp", "clock: Clock", "date", uses=("prelude.Clock.today",), examples=()),
    function("dice", "random: Random", "int", uses=("prelude.Random.randint",), ensures=("1 <= result", "result <= 6")),
    function(
        "first", "items: list[T]", "T | None", ensures=("result == (items[0] if items else None)",), generic=("T",)
    ),
    function(
        "mean",
        "values: list[int]",
        "float",
        raises=(raises("ValueError", "", "not values"),),
        ensures=("abs(result * len(values) - sum(values)) < 1e-6 * (1 + abs(sum(values)))",),
    ),
    function(
        "is_even", "n: int", "bool", uses=("is_odd",), requires=("0 <= n <= 50",), ensures=("result == (n % 2 == 0)",)
    ),
    function(
        "is_odd", "n: int", "bool", uses=("is_even",), requires=("0 <= n <= 50",), ensures=("result == (n % 2 == 1)",)
    ),
    # Its `ensures` has no value where there are no words: the hologram is at fault.
    function(
        "longest",
        "words: list[str]",
        "str",
        ensures=("len(result) >= len(words[0])",),
        examples=('longest(["a"]) == "a"',),
    ),
    function("doubled", "n: int", "int", requires=("n % 1000003 == 999983",), examples=()),
    function("capped", "n: int", "int", requires=("n >= 0",), ensures=("0 <= result <= 10",)),
    function(
        "label",
        "number: int",
        "str",
        examples=('label(1) == "one"', 'label(2) == "two"', 'label(3) == "three"'),
        ensures=("len(result) >= 3",),
        sealed=('label(4) == "four"',),
    ),
    function(
        "send_all",
        "wire: Wire; words: list[str]",
        "int",
        uses=("Wire.put",),
        raises=(raises("Closed", "", ""),),
        ensures=("result == len(words)", "[call.word for call in calls(wire.put)] == words"),
        is_async=True,
    ),
)

LAW = ir.Law(
    id="town.later_costs_more",
    name="later_costs_more",
    parameters=_parameters("days: int"),
    ensures=_conditions("town.later_costs_more", "ensures", ("fine(days) <= fine(days + 1)",)),
)

OPEN_LAW = ir.Law(
    id="town.round_trip",
    name="round_trip",
    parameters=_parameters("loan: Loan; today: Day"),
    requires=_conditions("town.round_trip", "requires", ("loan.renewals < 2",)),
    ensures=_conditions("town.round_trip", "ensures", ("renew(loan, today).copy == loan.copy",)),
)

MORE_LAW = ir.Law(
    id="town.more",
    name="more",
    parameters=_parameters("n: int"),
    requires=_conditions("town.more", "requires", ("n >= 0",)),
    ensures=_conditions("town.more", "ensures", ("capped(n) <= capped(n + 1)",)),
)

PARITY = ir.Law(
    id="town.parity",
    name="parity",
    parameters=_parameters("loan: Loan; today: Day"),
    requires=_conditions("town.parity", "requires", ("loan.renewals < 2",)),
    ensures=_conditions(
        "town.parity", "ensures", ("is_odd(renew(loan, today).renewals) or is_even(loan.renewals + 1)",)
    ),
)

LAWS = (LAW, OPEN_LAW, MORE_LAW)

FAILURES = (
    ir.Failure(
        id="town.F1",
        name="F1",
        title="A sixth book",
        function="town.open_loan",
        given=(ir.GivenValue(name="loans", value=expr('[Loan(i, "ada", date(2026, 1, 22)) for i in range(1, 6)]')),),
        when=expr('open_loan(loans, 9, "ada", date(2026, 1, 1))'),
        then=(ir.ThenRaises(error="town.LimitReached", payload=expr('LimitReached("ada")')),),
    ),
    ir.Failure(
        id="town.F2",
        name="F2",
        title="The post is down",
        function="town.remind",
        given=(
            ir.GivenPort(name="post", port="town.Post"),
            ir.GivenFault(name="post", function="send", error="ConnectionError"),
        ),
        when=expr('remind([Loan(7, "ada", date(2026, 1, 1))], date(2026, 2, 1), post)'),
        then=(ir.ThenHolds(expr=expr('result == ["ada"]')), ir.ThenHolds(expr=expr("len(calls(post.send)) == 1"))),
    ),
    ir.Failure(
        id="town.F3",
        name="F3",
        title="The post works",
        function="town.remind",
        given=(ir.GivenPort(name="post", port="town.Post"),),
        when=expr('remind([Loan(7, "ada", date(2026, 1, 1))], date(2026, 2, 1), post)'),
        then=(ir.ThenHolds(expr=expr("result == []")),),
    ),
    ir.Failure(
        id="town.F4",
        name="F4",
        title="New year",
        function="town.stamp",
        given=(
            ir.GivenPort(name="clock", port="prelude.Clock"),
            ir.GivenReply(name="clock", function="today", value=expr("date(2026, 1, 1)")),
        ),
        when=expr("stamp(clock)"),
        then=(ir.ThenHolds(expr=expr("result == date(2026, 1, 1)")),),
    ),
)


def _field(name: str, type_: str, default: str = "") -> ir.RecordField:
    return ir.RecordField(name=name, type=expr(type_), default=expr(default) if default else None)


def _port_function(port: str, name: str, parameters: str, *errors: str, is_async: bool = False) -> ir.PortFunction:
    return ir.PortFunction(
        id=f"town.{port}.{name}",
        name=name,
        parameters=_parameters(parameters),
        returns=expr("None"),
        raises=errors,
        is_async=is_async,
    )


HOLOGRAM = ir.Hologram(
    name="town",
    version="0.1.0",
    language=1,
    failures=FAILURES,
    packages=(
        ir.Package(
            id="town",
            name="",
            aliases=(
                ir.Alias(id="town.CopyId", name="CopyId", base=expr("int"), where=expr("it > 0")),
                ir.Alias(id="town.Member", name="Member", base=expr("str"), where=expr('it.strip() != ""')),
                ir.Alias(id="town.Day", name="Day", base=expr("date"), where=expr("it.year < 9000")),
            ),
            consts=(
                ir.Const(id="town.MAX_LOANS", name="MAX_LOANS", type=expr("int"), value=expr("5")),
                ir.Const(id="town.TERM", name="TERM", type=expr("timedelta"), value=expr("timedelta(days=21)")),
            ),
            enums=(
                ir.Enum(
                    id="town.Shelf", name="Shelf", members=tuple(ir.Member(name=n) for n in ("shelved", "lent", "lost"))
                ),
            ),
            records=(
                ir.Record(
                    id="town.Loan",
                    name="Loan",
                    fields=(
                        _field("copy", "CopyId"),
                        _field("member", "Member"),
                        _field("due", "date"),
                        _field("renewals", "int", "0"),
                    ),
                    invariants=_conditions("town.Loan", "invariant", ("0 <= renewals <= 2",)),
                ),
            ),
            errors=(
                ir.Error(id="town.Closed", name="Closed"),
                ir.Error(id="town.LimitReached", name="LimitReached", fields=(_field("member", "Member"),)),
                ir.Error(id="town.RenewedTooOften", name="RenewedTooOften", fields=(_field("copy", "CopyId"),)),
            ),
            ports=(
                ir.Port(
                    id="town.Post",
                    name="Post",
                    functions=(
                        _port_function("Post", "send", "member: Member; text: str", "ConnectionError"),
                        _port_function("Post", "burn", "member: Member"),
                    ),
                ),
                ir.Port(
                    id="town.Wire",
                    name="Wire",
                    functions=(_port_function("Wire", "put", "word: str", "town.Closed", is_async=True),),
                ),
            ),
            functions=tuple(sorted(FUNCTIONS, key=lambda each: each.name)),
            laws=LAWS,
        ),
    ),
)

TYPES = """
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Any, Protocol, TypeVar

T = TypeVar("T")
CopyId = int
Member = str
Day = date
Clock = Random = Post = Wire = Any
MAX_LOANS = 5
TERM = timedelta(days=21)


class Shelf(Enum):
    shelved = "shelved"
    lent = "lent"
    lost = "lost"


@dataclass(frozen=True, slots=True)
class Loan:
    copy: CopyId
    member: Member
    due: date
    renewals: int = 0

    def __post_init__(self) -> None:
        if not 0 <= self.renewals <= 2:
            raise ValueError("renewals")


class LimitReached(Exception):
    def __init__(self, member: Member) -> None:
        super().__init__(member)
        self.member = member


class RenewedTooOften(Exception):
    def __init__(self, copy: CopyId) -> None:
        super().__init__(copy)
        self.copy = copy


class Closed(Exception):
    pass
"""

DERIVED = {
    "count_loans": "def count_loans(loans, member): return sum(x.member == member for x in loans)",
    "overdue": "def overdue(loans, today): return [x for x in loans if x.due < today]",
    "members": "def members(loans): return sorted({x.member for x in loans})",
    "to_write": "def to_write(loans, today): return members(overdue(loans, today))",
    "fine": "def fine(days): return max(0, days) * 20",
}


@cache
def library() -> Library:
    """Return the town's declarations."""
    found = Library()
    found.add(HOLOGRAM)
    return found


@cache
def _world() -> World:
    return World(library().lookup)


@cache
def _draws(_count: int) -> Draws:
    return {}


def program(bodies: Mapping[str, str]) -> Program:
    """Return the town as a program: all bodies in one module, those of the hologram first."""
    text = "from __future__ import annotations\nfrom town.types import *\n\n"
    text += "\n\n".join({**DERIVED, **bodies}.values())
    shapes = ("Loan", "Shelf", "LimitReached", "RenewedTooOften", "Closed")
    entries = {f"town.{name}": ("town.types", name) for name in shapes}
    entries |= {f"town.{name}": ("town.bodies", name) for name in {**DERIVED, **bodies}}
    late = frozenset(each.id for each in FUNCTIONS if each.is_async)
    return Program({"town.types": TYPES, "town.bodies": text}, entries, late)


def tried(
    name: str,
    body: str,
    pool: Pool,
    *,
    beside: Mapping[str, str] | None = None,
    weak: tuple[str, ...] = (),
    limits: Limits | None = None,
    raw: bool = False,
    laws: tuple[ir.Law, ...] = LAWS,
) -> Verdict:
    """Return the verdict on a body for one of the town's functions.

    `beside` are bodies that stand; `raw` lets a body past form and lint, to see what the rest makes of it.
    """
    found = library()
    node = found.lookup(f"town.{name}")
    assert isinstance(node, ir.Function)
    stand = dict(beside or {})
    bound = limits or Limits(call_seconds=0.5, inputs=60)
    return judge(
        node,
        body,
        rules=rules_for(node, found.lookup),
        world=_world(),
        lookup=found.lookup,
        compose=lambda text: program({**stand, name: text}),
        pool=pool,
        limits=bound,
        draws=_draws(bound.inputs),
        seed=1,
        bodies={f"town.{key}": f"hash of {key}" for key in stand},
        scenarios=FAILURES,
        laws_beside=laws,
        weak=weak,
        prepared=Prepared(body, ()) if raw else None,
    )
