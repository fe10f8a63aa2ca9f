"""A small library in IR: what the tests of the World evaluate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from holo.expr.world import World
from holo.ir import model as ir

if TYPE_CHECKING:
    from collections.abc import Mapping

NAMES = {
    "CopyId": "lending.CopyId",
    "Member": "lending.Member",
    "MAX": "lending.MAX",
    "TERM": "lending.TERM",
    "Shelf": "lending.Shelf",
    "Loan": "lending.Loan",
    "Shelved": "lending.Shelved",
    "Tree": "lending.Tree",
    "Empty": "lending.Empty",
    "Payment": "lending.Payment",
    "LimitReached": "lending.LimitReached",
    "Plain": "lending.Plain",
    "Post": "lending.Post",
    "fines.fine": "lending.fines.fine",
    "discount": "lending.discount",
    "total": "lending.total",
    "forever": "lending.forever",
    "open_loan": "lending.open_loan",
    "take": "lending.take",
    "first": "lending.first",
    "half": "lending.half",
    "LOOP": "lending.LOOP",
}


def expr(source: str) -> ir.Expr:
    """Make an expression in which every name of the library may stand."""
    return ir.Expr(source=source, names={name: key for name, key in NAMES.items() if name.split(".")[-1] in source})


def parameter(name: str, type_: str, default: str | None = None) -> ir.Parameter:
    """Make a parameter."""
    return ir.Parameter(name=name, type=expr(type_), default=None if default is None else expr(default))


def field(name: str, type_: str, default: str | None = None) -> ir.RecordField:
    """Make a field."""
    return ir.RecordField(name=name, type=expr(type_), default=None if default is None else expr(default))


def condition(source: str) -> ir.Condition:
    """Make a condition."""
    return ir.Condition(id="c", expr=expr(source))


def function(
    name: str, *parameters: ir.Parameter, returns: str = "int", body: str | None = None, **more: object
) -> ir.Function:
    """Make a function; `body` is what it `returns`."""
    fields: dict[str, object] = {"body": ir.Returns(expr=expr(body))} if body is not None else {}
    return ir.Function.model_validate(
        {
            "id": f"lending.{name}",
            "name": name.rpartition(".")[2],
            "parameters": parameters,
            "returns": expr(returns),
            **fields,
            **more,
        }
    )


NODES: tuple[ir.Node, ...] = (
    ir.Alias(id="lending.CopyId", name="CopyId", base=expr("int"), where=expr("it > 0")),
    ir.Alias(id="lending.Member", name="Member", base=expr("str"), where=expr('it.strip() != ""')),
    ir.Alias(id="lending.Odd", name="Odd", base=expr("int"), where=expr("1 / it > 0")),
    ir.Alias(id="lending.Payment", name="Payment", base=expr("Loan | Shelved | None")),
    ir.Const(id="lending.MAX", name="MAX", type=expr("int"), value=expr("2")),
    ir.Const(id="lending.TERM", name="TERM", type=expr("timedelta"), value=expr("timedelta(days=21)")),
    ir.Const(id="lending.LOOP", name="LOOP", type=expr("int"), value=expr("LOOP + 1")),
    ir.Enum(id="lending.Shelf", name="Shelf", members=tuple(ir.Member(name=n) for n in ("shelved", "lent", "lost"))),
    ir.Record(
        id="lending.Loan",
        name="Loan",
        fields=(
            field("copy", "CopyId"),
            field("member", "Member"),
            field("due", "date"),
            field("renewals", "int", "0"),
        ),
        invariants=(condition("0 <= renewals <= MAX"),),
    ),
    ir.Record(
        id="lending.Shelved", name="Shelved", fields=(field("copy", "CopyId"), field("shelf", "Shelf", "Shelf.lent"))
    ),
    ir.Record(id="lending.Tree", name="Tree", fields=(field("value", "float"), field("children", "list[Tree]", "[]"))),
    ir.Record(id="lending.Empty", name="Empty"),
    ir.Error(id="lending.LimitReached", name="LimitReached", fields=(field("member", "Member"),)),
    ir.Error(id="lending.Plain", name="Plain"),
    ir.Port(
        id="lending.Post",
        name="Post",
        functions=(
            ir.PortFunction(
                id="lending.Post.send",
                name="send",
                parameters=(parameter("member", "Member"), parameter("text", "str")),
                returns=expr("None"),
                raises=("ConnectionError",),
            ),
            ir.PortFunction(id="lending.Post.count", name="count", returns=expr("int")),
        ),
    ),
    function(
        "fines.fine",
        parameter("loan", "Loan"),
        parameter("returned", "date"),
        body="max(0, (returned - loan.due).days) * 20",
    ),
    function(
        "discount",
        parameter("age", "int"),
        parameter("student", "bool", "False"),
        requires=(condition("age >= 0"),),
        body=None,
    ).model_copy(
        update={
            "body": ir.Table(
                rows=(
                    ir.Row(when=expr("age < 12"), value=expr("100")),
                    ir.Row(when=expr("age < 26 and student"), value=expr("50")),
                    ir.Row(when=expr("age >= 26"), value=expr("0")),
                )
            )
        }
    ),
    function("total", parameter("n", "int"), body="0 if n == 0 else n + total(n - 1)"),
    function("forever", parameter("n", "int"), body="forever(n + 1)"),
    function("half", parameter("n", "int"), body="1 // n"),
    function(
        "open_loan",
        parameter("loans", "list[Loan]"),
        parameter("member", "Member"),
        returns="list[Loan]",
        requires=(condition("all(loan.renewals == 0 for loan in loans)"),),
        raises=(
            ir.Raises(
                id="r",
                error="lending.LimitReached",
                payload=expr("LimitReached(member)"),
                when=expr("len(loans) >= MAX"),
            ),
        ),
    ),
    function(
        "take",
        parameter("n", "int"),
        body="n",
        raises=(
            ir.Raises(id="r", error="ValueError", when=expr("n < 0")),
            ir.Raises(id="s", error="lending.Plain", when=expr("n < 5")),
        ),
    ),
    function(
        "first",
        parameter("items", "list[T]"),
        returns="T | None",
        body="items[0] if items else None",
        type_parameters=("T",),
    ),
)


def library(extra: Mapping[str, ir.Node] | None = None) -> World:
    """Make a World of the library."""
    nodes = {node.id: node for node in NODES} | dict(extra or {})  # type: ignore[attr-defined]
    return World(nodes.get)
