"""Names that get in each other's way, and rings: the package still loads, types and runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from holo.emit.layout import Layout
from holo.emit.package import package_files
from holo.emit.tests_files import Evidence
from holo.emit.writer import write_files
from holo.ir import model as ir
from tests.unit.emit.lending import fields, function, parameters
from tests.unit.emit.running import python, run, run_tests

if TYPE_CHECKING:
    from pathlib import Path


def e(source: str, **names: str) -> ir.Expr:
    """Return an expression with the names it is given; a double underscore stands for a dot."""
    return ir.Expr(source=source, names={word.replace("__", "."): key for word, key in names.items()})


def returning(key: str, takes: str, gives: str, expr: ir.Expr, **more: object) -> ir.Function:
    """Return a function that the hologram says itself."""
    return function(key, takes, gives, **more).model_copy(update={"body": ir.Returns(expr=expr)})


TOP = ir.Package(
    id="odd",
    name="",
    doc='Odd "names" and a \\backslash"',
    consts=(ir.Const(id="odd.field", name="field", type=e("int"), value=e("3"), doc="Like dataclasses' own."),),
    records=(
        ir.Record(id="odd.Final", name="Final", fields=fields("copies: list[int] = []")),
        ir.Record(
            id="odd.Node",
            name="Node",
            fields=(
                ir.RecordField(name="next", type=e("Node | None", Node="odd.Node"), default=e("None")),
                ir.RecordField(name="leaf", type=e("leaves.Leaf | None", leaves__Leaf="odd.leaves.Leaf"), default=e("None")),
            ),
        ),
    ),
    functions=(
        # The package `leaves`, the module of types and a module of Python carry these names, too.
        returning("odd.leaves", "n: int", "int", e("n + 1")),
        returning("odd.types", "n: int", "int", e("leaves(n) + count.size(n) + field", leaves="odd.leaves", count__size="odd.count.size", field="odd.field")),
        returning("odd.run", "check: int", "int", e("check * 2"), examples=()),
        # What pytest would take for a test of its own.
        returning("odd.test_run", "n: int", "int", e("n + 1"), examples=()),
    ),
)  # fmt: skip

COUNT = ir.Package(
    id="odd.count",
    name="count",
    functions=(
        returning("odd.count.size", "size: int", "int", e("size * 2")),
        # Its parameter is called like the function it calls; a comprehension binds the other's name.
        returning("odd.count.total", "size: int", "int", e("sum([size for size in [count.size(size), words.size(size)]])", count__size="odd.count.size", words__size="odd.words.size")),
        returning("odd.count.text", "n: int", "str", e("f\"{count.size(n)} {'é'} {words.size(n)}\"", count__size="odd.count.size", words__size="odd.words.size")),
        returning("odd.count.floor", "x: float", "int", e("math.floor(x) + words.math(1)", words__math="odd.words.math")),
        returning("odd.count.wait", "n: int", "int", e("later(later(n)) + later(1)", later="odd.count.later"), is_async=True),
        returning("odd.count.later", "n: int", "int", e("n + 1"), is_async=True),
    ),
)  # fmt: skip

WORDS_PACKAGE = ir.Package(
    id="odd.words",
    name="words",
    functions=(
        returning("odd.words.size", "n: int", "int", e("n if n < 2 else total(n - 2)", total="odd.count.total")),
        returning("odd.words.math", "n: int", "int", e("n")),
        function("odd.words.quote", "text: str", "str", doc='Says "so" \\d', ensures=('len(result) >= 2 and result[0] == "\\""',)),
    ),
)  # fmt: skip

LEAVES = ir.Package(
    id="odd.leaves",
    name="leaves",
    aliases=(
        ir.Alias(id="odd.leaves.Tree", name="Tree", base=e("int | list[Tree]", Tree="odd.leaves.Tree")),
        ir.Alias(id="odd.leaves.Roots", name="Roots", base=e("list[Node]", Node="odd.Node")),
    ),
    consts=(ir.Const(id="odd.leaves.ROOT", name="ROOT", type=e("Node", Node="odd.Node"), value=e("Node()", Node="odd.Node")),),
    records=(
        ir.Record(
            id="odd.leaves.Leaf",
            name="Leaf",
            fields=(
                ir.RecordField(name="of", type=e("Node", Node="odd.Node"), default=e("Node()", Node="odd.Node")),
                ir.RecordField(name="tree", type=e("Tree", Tree="odd.leaves.Tree"), default=e("0")),
            ),
            invariants=(ir.Condition(id="", expr=e("of != Node(None, None) or tree == 0", Node="odd.Node")),),
        ),
    ),
    functions=(returning("odd.leaves.grow", "leaf: Leaf", "Leaf", e("replace(leaf, tree=[leaf.tree, 1])")),),
)  # fmt: skip
LEAVES = LEAVES.model_copy(
    update={
        "functions": (
            ir.Function(
                id="odd.leaves.grow",
                name="grow",
                parameters=(ir.Parameter(name="root", type=e("Node", Node="odd.Node"), default=e("ROOT", ROOT="odd.leaves.ROOT")),),
                returns=e("Leaf", Leaf="odd.leaves.Leaf"),
                body=ir.Returns(expr=e("Leaf(root, 0)", Leaf="odd.leaves.Leaf")),
            ),
        )
    }
)  # fmt: skip

ODD = ir.Hologram(
    name="odd", version="1.0.0", language=1, python=("math",), packages=(TOP, COUNT, LEAVES, WORDS_PACKAGE)
)
PROJECT = ir.Project(root="odd", holograms=(ODD,))
BODIES = {
    "odd.words.quote": 'def quote(text: str) -> str:\n\tmark = "\\""  # é\n\treturn f"{mark}{text}{mark}"\n',
}


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The odd package on disk."""
    folder = tmp_path_factory.mktemp("odd")
    stored = {
        "odd.words.quote": (('"a"',),),
        "odd.count.wait": (("1",),),
        "odd.run": (("4",),),
        "odd.test_run": (("4",),),
        "odd.leaves": (("4",),),
    }
    write_files(folder, package_files(PROJECT, BODIES, Evidence(stored)))
    return folder


def test_odd_package_is_clean(odd: Path, tmp_path: Path) -> None:
    """Formatters, linters and type checkers find nothing in it, and its tests pass."""
    assert run(odd, "ruff", "format", "--check", "--no-cache", ".")[0] == 0
    assert run(odd, "ruff", "check", "--no-cache", ".")[0] == 0
    code, said = run(odd, "mypy", "--cache-dir", str(tmp_path))
    assert code == 0, said
    code, said = run_tests(odd)
    assert code == 0, said


@pytest.mark.parametrize(
    ("code", "value"),
    [
        ("from odd.leaves_ import leaves; print(leaves(1))", "2"),
        ("from odd import types; print(types(1))", "7"),
        ("from odd.count import floor; print(floor(1.5))", "2"),
        ("from odd.count import total; print(total(1))", "3"),
        ("from odd.count import text; print(text(3))", "6 é 3"),
        ("import asyncio; from odd.count import wait; print(asyncio.run(wait(1)))", "5"),
        ("from odd.words import size; print(size(5))", "9"),
        ("from odd.leaves import ROOT, grow, Leaf; print(grow() == Leaf(ROOT))", "True"),
        ("from odd.leaves import Leaf; from odd import Node; print(Leaf(Node(Node())).tree)", "0"),
        ("from odd import *; print(run(Final().copies.__len__()) + field)", "3"),
        ("import odd.words.size, odd.count.size; print(odd.words.size(1), odd.count.size(1))", "1 2"),
    ],
)
def test_odd_names_mean_what_they_say(odd: Path, code: str, value: str) -> None:
    """Whatever is imported first, each name is what the hologram means."""
    assert (0, value) == python(odd, code)


def test_module_names_differ_where_case_does_not_count() -> None:
    """Two functions whose names differ in case have two files on every disk."""
    package = ir.Package(
        id="odd", name="", functions=tuple(function(f"odd.{name}", "", "int") for name in ("Fine", "fine"))
    )

    layout = Layout(ir.Project(root="odd", holograms=(ODD.model_copy(update={"packages": (package,)}),)))

    assert {"odd.Fine", "odd.fine_"} == {place.module for place in layout.places_in(layout.units[0])}


def test_parameters_helper_reads_defaults() -> None:
    """The builder of these tests builds what it says."""
    assert ["1"] == [p.default.source for p in parameters("n: int = 1") if p.default]
