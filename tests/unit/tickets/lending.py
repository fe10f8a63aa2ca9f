"""A small library's hologram as IR, and builders that make IR in one line."""

from __future__ import annotations

from holo.ir import model as ir
from holo.ir.library import Library
from holo.source import Span
from holo.tickets.meaning import Meanings
from holo.tickets.slice import Slice, Slicer

NAMES = {
    "CopyId": "lending.CopyId",
    "Member": "lending.Member",
    "Day": "lending.Day",
    "MAX_LOANS": "lending.MAX_LOANS",
    "TERM": "lending.TERM",
    "Loan": "lending.Loan",
    "Post": "lending.Post",
    "LimitReached": "lending.LimitReached",
    "count_loans": "lending.loans.count_loans",
    "open_loan": "lending.loans.open_loan",
    "to_write": "lending.letters.to_write",
    "overdue": "lending.letters.overdue",
    "members": "lending.letters.members",
    "remind": "lending.letters.remind",
}


def expr(source: str, **names: str) -> ir.Expr:
    """Return an expression whose names are those of the hologram that stand in it as words."""
    words = {word.strip(".,()[]{}:=<>") for word in source.replace("(", " ").replace("[", " ").split()}
    words |= {word.rstrip("])},") for word in words}
    found = {name: key for name, key in NAMES.items() if name in words}
    return ir.Expr(source=source, names={**found, **names})


def params(text: str) -> tuple[ir.Parameter, ...]:
    """Return parameters from `name: type; name: type`."""
    pairs = [one.partition(": ") for one in text.split("; ") if one]
    return tuple(ir.Parameter(name=name, type=expr(type_)) for name, _, type_ in pairs)


def conditions(key: str, kind: str, *sources: str) -> tuple[ir.Condition, ...]:
    """Return the conditions of one kind."""
    return tuple(ir.Condition(id=f"{key}/{kind}/{n}", expr=expr(s)) for n, s in enumerate(sources))


def function(
    key: str,
    parameters: str,
    returns: str,
    doc: str = "",
    *,
    requires: tuple[str, ...] = (),
    ensures: tuple[str, ...] = (),
    raises: tuple[ir.Raises, ...] = (),
    examples: tuple[str, ...] = (),
    sealed: tuple[str, ...] = (),
    body: ir.Returns | ir.Table | ir.Flow | None = None,
    uses: tuple[str, ...] = (),
    logic: str = "",
    notes: tuple[str, ...] = (),
    is_async: bool = False,
) -> ir.Function:
    """Return a function in one line."""
    shown = [ir.Example(id=f"{key}/example/{n}", expr=expr(s)) for n, s in enumerate(examples)]
    hidden = [ir.Example(id=f"{key}/sealed/{n}", expr=expr(s), sealed=True) for n, s in enumerate(sealed)]
    return ir.Function(
        id=key,
        name=key.rpartition(".")[2],
        doc=doc,
        logic=logic,
        is_async=is_async,
        parameters=params(parameters),
        returns=expr(returns),
        uses=uses,
        requires=conditions(key, "requires", *requires),
        ensures=conditions(key, "ensures", *ensures),
        raises=raises,
        examples=(*shown, *hidden),
        body=body,
        notes=notes,
        span=Span("lending.holo", 10, 20),
    )


def returns(source: str) -> ir.Returns:
    """Return a derived body."""
    return ir.Returns(expr=expr(source))


LIMIT = ir.Raises(
    id="lending.loans.open_loan/raises/0",
    error="lending.LimitReached",
    payload=expr("LimitReached(member)"),
    when=expr("count_loans(loans, member) >= MAX_LOANS"),
)

COUNT = function(
    "lending.loans.count_loans",
    "loans: list[Loan]; member: Member",
    "int",
    "How many of the loans are the member's.",
    body=returns("sum(loan.member == member for loan in loans)"),
)

OPEN = function(
    "lending.loans.open_loan",
    "loans: list[Loan]; copy: CopyId; member: Member; today: Day",
    "list[Loan]",
    "Lend a copy to a member for three weeks.",
    requires=("all(loan.copy != copy for loan in loans)",),
    raises=(LIMIT,),
    ensures=("result[:-1] == loans", "result[-1] == Loan(copy, member, today + TERM)"),
    examples=('open_loan([], 7, "ada", date(2026, 1, 1))[0].copy == 7',),
    sealed=('open_loan([], 1, "bob", date(2026, 2, 28))[0].due == date(2026, 3, 21)',),
    logic="Count first, then build a new list.",
    notes=("Build a new list; never append to the given one.",),
)

OVERDUE = function(
    "lending.letters.overdue",
    "loans: list[Loan]; today: Day",
    "list[Loan]",
    "The loans whose due day has passed.",
    body=returns("[loan for loan in loans if loan.due < today]"),
)

MEMBERS = function(
    "lending.letters.members",
    "loans: list[Loan]",
    "list[Member]",
    "Each member once, by name.",
    body=returns("sorted({loan.member for loan in loans})"),
)

TO_WRITE = function(
    "lending.letters.to_write",
    "loans: list[Loan]; today: Day",
    "list[Member]",
    "Who gets a letter today",
    body=ir.Flow(
        source=expr("loans"),
        steps=(
            ir.Step(function=OVERDUE.id, arguments=(expr("today"),)),
            ir.Step(function=MEMBERS.id),
        ),
        expr=expr("members(overdue(loans, today))"),
    ),
)

REMIND = function(
    "lending.letters.remind",
    "loans: list[Loan]; today: Day; post: Post",
    "list[Member]",
    "Send one letter to every member with something overdue; says who could not be reached.",
    uses=(TO_WRITE.id, "lending.Post.send"),
    ensures=(
        "[call.member for call in calls(post.send)] == to_write(loans, today)",
        "set(result) <= set(to_write(loans, today))",
    ),
)

SEND = ir.PortFunction(
    id="lending.Post.send",
    name="send",
    parameters=params("member: Member; text: str"),
    returns=expr("None"),
    raises=("ConnectionError",),
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
        ir.Const(id="lending.MAX_LOANS", name="MAX_LOANS", type=expr("int"), value=expr("5")),
        ir.Const(id="lending.TERM", name="TERM", type=expr("timedelta"), value=expr("timedelta(days=21)")),
    ),
    records=(
        ir.Record(
            id="lending.Loan",
            name="Loan",
            doc="A copy in a member's hands.",
            fields=(
                ir.RecordField(name="copy", type=expr("CopyId")),
                ir.RecordField(name="member", type=expr("Member")),
                ir.RecordField(name="due", type=expr("date"), doc="Last day without a fine."),
                ir.RecordField(name="renewals", type=expr("int"), default=expr("0")),
            ),
            invariants=conditions("lending.Loan", "invariant", "0 <= renewals <= 2"),
        ),
    ),
    errors=(
        ir.Error(
            id="lending.LimitReached",
            name="LimitReached",
            doc="The member already holds the most loans allowed.",
            fields=(ir.RecordField(name="member", type=expr("Member")),),
        ),
    ),
    ports=(ir.Port(id="lending.Post", name="Post", doc="The letter service.", functions=(SEND,)),),
)

DOWN = ir.Failure(
    id="lending.F2",
    name="F2",
    title="The post is down",
    function=REMIND.id,
    given=(
        ir.GivenPort(name="post", port="lending.Post"),
        ir.GivenFault(name="post", function="send", error="ConnectionError"),
    ),
    when=expr('remind([Loan(7, "ada", date(2026, 1, 1))], date(2026, 2, 1), post)'),
    then=(ir.ThenHolds(expr=expr('result == ["ada"]')),),
)


def hologram(
    *functions: ir.Function,
    top: ir.Package = TOP,
    terms: tuple[ir.Term, ...] | None = None,
    python: tuple[str, ...] = (),
) -> ir.Hologram:
    """Return the library's hologram, with functions replaced or added by id."""
    known = {one.id: one for one in (COUNT, OPEN, OVERDUE, MEMBERS, TO_WRITE, REMIND)}
    known.update((one.id, one) for one in functions)
    grouped: dict[str, list[ir.Function]] = {}
    for key in sorted(known):
        grouped.setdefault(key.rpartition(".")[0], []).append(known[key])
    packages = [top.model_copy(update={"functions": tuple(grouped.pop("lending", ()))})]
    packages += [
        ir.Package(id=key, name=key.rpartition(".")[2], functions=tuple(group))
        for key, group in sorted(grouped.items())
    ]
    if terms is None:
        terms = (
            ir.Term(name="copy", definition="One physical book."),
            ir.Term(name="due day", definition="The last day on which a loan costs nothing."),
            ir.Term(name="shelf", definition="Where copies stand."),
        )
    return ir.Hologram(
        name="lending",
        version="0.1.0",
        language=1,
        python=python,
        terms=terms,
        packages=tuple(packages),
        failures=(DOWN,),
    )


def cut(key: str, holo: ir.Hologram | None = None) -> Slice:
    """Return the slice of one function of a hologram."""
    holo = holo or hologram()
    library = Library()
    library.add(holo)
    node = library.lookup(key)
    assert isinstance(node, ir.Function)
    return Slicer(holo, Meanings(library.lookup)).cut(node)
