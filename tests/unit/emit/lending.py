"""A small project by hand: two holograms, several packages, one of everything that is emitted."""

from __future__ import annotations

from holo.ir import model as ir
from holo.pycode.imports import expression_names

WORDS = {
    "Cents": "money.Cents",
    "rounding.half_up": "money.rounding.half_up",
    "half_up": "money.rounding.half_up",
    "CopyId": "lending.CopyId",
    "Member": "lending.Member",
    "Day": "lending.Day",
    "MAX_LOANS": "lending.MAX_LOANS",
    "MAX_RENEWALS": "lending.MAX_RENEWALS",
    "TERM": "lending.TERM",
    "LATEST": "lending.LATEST",
    "Shelf": "lending.Shelf",
    "Loan": "lending.Loan",
    "Desk": "lending.Desk",
    "LimitReached": "lending.LimitReached",
    "RenewedTooOften": "lending.RenewedTooOften",
    "Post": "lending.Post",
    "Shop": "lending.Shop",
    "DAILY": "lending.fines.DAILY",
    "Bill": "lending.fines.Bill",
    "fine": "lending.fines.fine",
    "fines.fine": "lending.fines.fine",
    "discount": "lending.fines.discount",
    "weekly": "lending.fines.weekly",
    "WEEK": "lending.fines.WEEK",
    "count_loans": "lending.loans.count_loans",
    "open_loan": "lending.loans.open_loan",
    "renew": "lending.loans.renew",
    "close_loan": "lending.loans.close_loan",
    "is_even": "lending.loans.is_even",
    "is_odd": "lending.loans.is_odd",
    "first": "lending.loans.first",
    "price": "lending.loans.price",
    "overdue": "lending.letters.overdue",
    "members": "lending.letters.members",
    "to_write": "lending.letters.to_write",
    "remind": "lending.letters.remind",
    "stamp": "lending.letters.stamp",
}


def expr(source: str, **others: str) -> ir.Expr:
    """Return an expression whose names are resolved by `WORDS`."""
    names: dict[str, str] = {}
    for use in expression_names(source).free:
        for word in use.prefixes():
            key = others.get(word, WORDS.get(word))
            if key:
                names[word] = key
                break
    return ir.Expr(source=source, names=names)


def parameters(text: str) -> tuple[ir.Parameter, ...]:
    """Return parameters from `name: type; name: type = default`."""
    found = []
    for part in filter(None, text.split("; ")):
        name, _, rest = part.partition(": ")
        type_, _, default = rest.partition(" = ")
        found.append(ir.Parameter(name=name, type=expr(type_), default=expr(default) if default else None))
    return tuple(found)


def function(key: str, takes: str, gives: str, **more: object) -> ir.Function:
    """Return a function; clauses are given as texts."""
    made: dict[str, object] = {}
    for clause in ("requires", "ensures"):
        texts = more.pop(clause, ())
        made[clause] = tuple(ir.Condition(id=f"{key}/{clause}/{n}", expr=expr(t)) for n, t in enumerate(texts))
    raising = more.pop("raises", ())
    made["raises"] = tuple(
        ir.Raises(
            id=f"{key}/raises/{n}",
            error=WORDS.get(error, error),
            payload=expr(payload) if payload else None,
            when=expr(when) if when else None,
        )
        for n, (error, payload, when) in enumerate(raising)
    )
    examples = [(text, False) for text in more.pop("examples", ())] + [(text, True) for text in more.pop("sealed", ())]
    made["examples"] = tuple(
        ir.Example(id=f"{key}/example/{n}", expr=expr(text), sealed=sealed) for n, (text, sealed) in enumerate(examples)
    )
    returns = more.pop("returns", None)
    table = more.pop("table", None)
    if returns is not None:
        made["body"] = ir.Returns(expr=expr(returns))
    if table is not None:
        made["body"] = ir.Table(
            rows=tuple(ir.Row(when=expr(when) if when else None, value=expr(value)) for when, value in table)
        )
    return ir.Function(
        id=key, name=key.rpartition(".")[2], parameters=parameters(takes), returns=expr(gives), **made, **more
    )


def fields(text: str) -> tuple[ir.RecordField, ...]:
    """Return fields of a record or error."""
    return tuple(ir.RecordField(name=p.name, type=p.type, default=p.default) for p in parameters(text))


MONEY = ir.Hologram(
    name="money",
    version="0.3.0",
    language=1,
    prose=("What things cost.",),
    packages=(
        ir.Package(
            id="money",
            name="",
            aliases=(ir.Alias(id="money.Cents", name="Cents", base=expr("int"), where=expr("it >= 0"), doc="Money."),),
        ),
        ir.Package(
            id="money.rounding",
            name="rounding",
            functions=(
                function(
                    "money.rounding.half_up",
                    "value: Decimal",
                    "int",
                    doc="To the nearest whole number.",
                    returns="int(value + Decimal('0.5'))",
                ),
            ),
        ),
    ),
)

TOP = ir.Package(
    id="lending",
    name="",
    aliases=(
        ir.Alias(id="lending.CopyId", name="CopyId", base=expr("int"), where=expr("it > 0")),
        ir.Alias(id="lending.Day", name="Day", base=expr("date"), where=expr("it.year < 9000")),
        ir.Alias(id="lending.Member", name="Member", base=expr("str"), where=expr('it.strip() != ""')),
    ),
    consts=(
        ir.Const(id="lending.LATEST", name="LATEST", type=expr("Loan"), value=expr('Loan(1, "ada", date(2026, 1, 1))')),
        ir.Const(id="lending.MAX_LOANS", name="MAX_LOANS", type=expr("int"), value=expr("5")),
        ir.Const(id="lending.MAX_RENEWALS", name="MAX_RENEWALS", type=expr("int"), value=expr("2")),
        ir.Const(id="lending.TERM", name="TERM", type=expr("timedelta"), value=expr("timedelta(days=21)")),
    ),
    enums=(
        ir.Enum(
            id="lending.Shelf",
            name="Shelf",
            members=(ir.Member(name="shelved"), ir.Member(name="lent", doc="Out."), ir.Member(name="lost")),
        ),
    ),
    records=(
        ir.Record(
            id="lending.Desk",
            name="Desk",
            fields=fields(
                "loans: list[Loan] = []; copies: dict[CopyId, Member | None] = {}; last: Bill | None = None; shelf: Shelf = Shelf.lent"
            ),
        ),
        ir.Record(
            id="lending.Loan",
            name="Loan",
            doc="A copy in a member's hands.",
            fields=fields("copy: CopyId; member: Member; due: date; renewals: int = 0"),
            invariants=(ir.Condition(id="lending.Loan/invariant/0", expr=expr("0 <= renewals <= MAX_RENEWALS")),),
        ),
    ),
    errors=(
        ir.Error(id="lending.LimitReached", name="LimitReached", fields=fields("member: Member"), doc="Enough."),
        ir.Error(id="lending.RenewedTooOften", name="RenewedTooOften", fields=fields("copy: CopyId")),
    ),
    ports=(
        ir.Port(
            id="lending.Post",
            name="Post",
            doc='The letter service: outside "this" program.',
            functions=(
                ir.PortFunction(
                    id="lending.Post.send",
                    name="send",
                    parameters=parameters("member: Member; text: str"),
                    returns=expr("None"),
                    raises=("ConnectionError",),
                ),
            ),
        ),
        ir.Port(
            id="lending.Shop",
            name="Shop",
            functions=(
                ir.PortFunction(
                    id="lending.Shop.price",
                    name="price",
                    is_async=True,
                    parameters=parameters("copy: CopyId"),
                    returns=expr("Cents"),
                ),
            ),
        ),
    ),
)

FINES = ir.Package(
    id="lending.fines",
    name="fines",
    doc="What lateness costs",
    consts=(
        ir.Const(id="lending.fines.DAILY", name="DAILY", type=expr("Cents"), value=expr("20")),
        ir.Const(id="lending.fines.WEEK", name="WEEK", type=expr("Cents"), value=expr("weekly(DAILY)")),
    ),
    records=(
        ir.Record(
            id="lending.fines.Bill",
            name="Bill",
            fields=fields("loan: Loan; cents: Cents = weekly(1); parts: list[Cents] = [WEEK]"),
            invariants=(ir.Condition(id="lending.fines.Bill/invariant/0", expr=expr("cents <= weekly(1000)")),),
        ),
    ),
    functions=(
        function(
            "lending.fines.discount",
            "age: int; student: bool",
            "int",
            requires=("age >= 0",),
            table=(("age < 12", "100"), ("age < 26 and student", "50"), ("", "0")),
        ),
        function(
            "lending.fines.fine",
            "loan: Loan; returned: date",
            "Cents",
            doc="The fine for a copy given back on a day.",
            returns="max(0, (returned - loan.due).days) * DAILY",
            ensures=("result == 0 or returned > loan.due",),
            examples=('fine(Loan(7, "ada", date(2026, 1, 1)), date(2026, 1, 4)) == 60',),
        ),
        function("lending.fines.weekly", "cents: Cents", "Cents", returns="cents * 7"),
    ),
    laws=(
        ir.Law(
            id="lending.fines.later_costs_more",
            name="later_costs_more",
            parameters=parameters("loan: Loan; day: Day"),
            ensures=(
                ir.Condition(
                    id="lending.fines.later_costs_more/ensures/0",
                    expr=expr("fine(loan, day) <= fine(loan, day + timedelta(days=1))"),
                ),
            ),
        ),
    ),
)

LOANS = ir.Package(
    id="lending.loans",
    name="loans",
    functions=(
        function(
            "lending.loans.close_loan",
            "loans: list[Loan]; copy: CopyId",
            "list[Loan]",
            requires=("any(loan.copy == copy for loan in loans)",),
            ensures=("result == [loan for loan in loans if loan.copy != copy]",),
        ),
        function(
            "lending.loans.count_loans",
            "loans: list[Loan]; member: Member",
            "int",
            returns="sum(loan.member == member for loan in loans)",
        ),
        function(
            "lending.loans.first",
            "items: list[T]",
            "T | None",
            type_parameters=("T",),
            returns="items[0] if items else None",
        ),
        function(
            "lending.loans.is_even",
            "n: int",
            "bool",
            requires=("n >= 0",),
            returns="n == 0 or is_odd(n - 1)",
            examples=("is_even(4)",),
        ),
        function(
            "lending.loans.is_odd",
            "n: int",
            "bool",
            requires=("n >= 0",),
            ensures=("result != is_even(n)",),
            examples=("is_odd(3)",),
        ),
        function(
            "lending.loans.open_loan",
            "loans: list[Loan]; copy: CopyId; member: Member; today: Day",
            "list[Loan]",
            doc="Lend a copy to a member for three weeks.",
            requires=("all(loan.copy != copy for loan in loans)",),
            raises=(("LimitReached", "LimitReached(member)", "count_loans(loans, member) >= MAX_LOANS"),),
            ensures=("result[:-1] == loans", "result[-1] == Loan(copy, member, today + TERM)"),
            examples=('open_loan([], 7, "ada", date(2026, 1, 1))[0].copy == 7',),
            sealed=('open_loan([], 1, "bob", date(2026, 2, 28))[0].due == date(2026, 3, 21)',),
        ),
        function(
            "lending.loans.price",
            "copy: CopyId; shop: Shop",
            "Cents",
            is_async=True,
            uses=("lending.Shop.price",),
            ensures=("result >= 0",),
        ),
        function(
            "lending.loans.renew",
            "loan: Loan; today: Day",
            "Loan",
            raises=(("RenewedTooOften", "", "loan.renewals == MAX_RENEWALS"),),
            ensures=("result == replace(loan, due=today + TERM, renewals=loan.renewals + 1)",),
        ),
    ),
)

LETTERS = ir.Package(
    id="lending.letters",
    name="letters",
    functions=(
        function(
            "lending.letters.fine",
            "loan: Loan; day: Day",
            "Cents",
            returns="fines.fine(loan, day) + half_up(Decimal('0.4'))",
            doc="With postage.",
            requires=('f"{fines.fine(loan, day)}" != ""',),
        ),
        function(
            "lending.letters.members",
            "loans: list[Loan]",
            "list[Member]",
            returns="sorted({loan.member for loan in loans})",
        ),
        function(
            "lending.letters.overdue",
            "loans: list[Loan]; today: Day",
            "list[Loan]",
            returns="[loan for loan in loans if loan.due < today]",
        ),
        function(
            "lending.letters.remind",
            "loans: list[Loan]; today: Day; post: Post",
            "list[Member]",
            doc="Send one letter to every member with something overdue; says who could not be reached.",
            uses=("lending.letters.to_write", "lending.Post.send"),
            ensures=(
                "[call.member for call in calls(post.send)] == to_write(loans, today)",
                "set(result) <= set(to_write(loans, today))",
            ),
        ),
        function("lending.letters.stamp", "clock: Clock", "str", uses=("prelude.Clock.today",)),
        ir.Function(
            id="lending.letters.to_write",
            name="to_write",
            doc="Who gets a letter today",
            parameters=parameters("loans: list[Loan]; today: Day"),
            returns=expr("list[Member]"),
            body=ir.Flow(
                source=expr("loans"),
                steps=(
                    ir.Step(function="lending.letters.overdue", arguments=(expr("today"),)),
                    ir.Step(function="lending.letters.members"),
                ),
                expr=expr("members(overdue(loans, today))"),
            ),
        ),
    ),
)

ADA = 'Loan(7, "ada", date(2026, 1, 1))'

LENDING = ir.Hologram(
    name="lending",
    version="0.1.0",
    language=1,
    prose=("A town library lends copies of books to its members.",),
    uses=(ir.Use(hologram="money", path="money.holo", only=("Cents",)),),
    python=("math",),
    packages=(TOP, FINES, LETTERS, LOANS),
    failures=(
        ir.Failure(
            id="lending.F1",
            name="F1",
            title="A sixth book",
            function="lending.loans.open_loan",
            given=(
                ir.GivenValue(name="loans", value=expr('[Loan(i, "ada", date(2026, 1, 22)) for i in range(1, 6)]')),
            ),
            when=expr('open_loan(loans, 9, "ada", date(2026, 1, 1))'),
            then=(ir.ThenRaises(error="lending.LimitReached"),),
        ),
        ir.Failure(
            id="lending.F2",
            name="F2",
            title="The post is down",
            function="lending.letters.remind",
            given=(
                ir.GivenPort(name="post", port="lending.Post"),
                ir.GivenFault(name="post", function="send", error="ConnectionError"),
            ),
            when=expr(f"remind([{ADA}], date(2026, 2, 1), post)"),
            then=(ir.ThenHolds(expr=expr('result == ["ada"]')), ir.ThenHolds(expr=expr("len(calls(post.send)) == 1"))),
        ),
        ir.Failure(
            id="lending.F3",
            name="F3",
            title="A price",
            function="lending.loans.price",
            given=(
                ir.GivenPort(name="shop", port="lending.Shop"),
                ir.GivenReply(name="shop", function="price", value=expr("120")),
            ),
            when=expr("price(3, shop)"),
            then=(ir.ThenHolds(expr=expr("result == 120")),),
        ),
        ir.Failure(
            id="lending.F4",
            name="F4",
            title="A day",
            function="lending.letters.stamp",
            given=(
                ir.GivenPort(name="clock", port="prelude.Clock"),
                ir.GivenReply(name="clock", function="today", value=expr("date(2026, 3, 1)")),
            ),
            when=expr("stamp(clock)"),
            then=(ir.ThenHolds(expr=expr('result == "2026-03-01"')),),
        ),
    ),
)

PROJECT = ir.Project(root="lending", holograms=(LENDING, MONEY))

BODIES = {
    "lending.loans.open_loan": """\
def open_loan(loans: list[Loan], copy: CopyId, member: Member, today: Day) -> list[Loan]:
    # Count first.
    if count_loans(loans, member) >= MAX_LOANS:
        raise LimitReached(member)
    return [*loans, Loan(copy, member, today + TERM)]
""",
    "lending.loans.renew": """\
def renew(loan: Loan, today: Day) -> Loan:
    if loan.renewals == MAX_RENEWALS:
        raise RenewedTooOften(loan.copy)
    return replace(loan, due=today + TERM, renewals=loan.renewals + math.floor(1.5))
""",
    "lending.loans.is_odd": """\
def is_odd(n: int) -> bool:
    return n != 0 and is_even(n - 1)
""",
    "lending.loans.price": """\
async def price(copy: CopyId, shop: Shop) -> Cents:
    return await shop.price(copy)
""",
    "lending.letters.remind": """\
def remind(loans: list[Loan], today: Day, post: Post) -> list[Member]:
    unreached = []
    for member in to_write(loans, today):
        try:
            post.send(member, "Please bring it back.")
        except ConnectionError:
            unreached.append(member)
    return unreached
""",
    "lending.letters.stamp": """\
def stamp(clock: Clock) -> str:
    return clock.today().isoformat()
""",
}

STORED = {
    "lending.loans.open_loan": (
        ("[]", "7", '"ada"', "date(2026, 1, 1)"),
        (f"[{ADA}]", "8", '"bob"', "date(2026, 1, 1)"),
        ('[Loan(i, "ada", date(2026, 1, 1)) for i in range(1, 6)]', "8", '"ada"', "date(2026, 1, 1)"),
    ),
    "lending.loans.renew": ((ADA, "date(2026, 1, 1)"), ('Loan(7, "ada", date(2026, 1, 1), 2)', "date(2026, 1, 1)")),
    "lending.loans.is_odd": (("0",), ("1",), ("6",)),
    "lending.loans.first": (("[]",), ('["a"]',)),
    "lending.fines.discount": (("11", "False"), ("20", "True"), ("40", "True")),
    "lending.fines.fine": ((ADA, "date(2026, 1, 4)"),),
    "lending.fines.later_costs_more": ((ADA, "date(2025, 1, 4)"), (ADA, "date(2026, 1, 4)")),
    "lending.letters.remind": ((f"[{ADA}]", "date(2026, 2, 1)", "<Post>"),),
    "lending.letters.fine": ((ADA, "date(2026, 1, 4)"),),
}
