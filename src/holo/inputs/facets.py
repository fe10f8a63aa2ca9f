"""What a contract asks of its arguments with yes or no: the questions whose rare answer must be among the inputs.

`ensures result == any(is_prime(n) for n in numbers)` asks one. What stands in bodies that the hologram says is asked
with the arguments put in. Only questions that can be asked before there is a result.
"""

from __future__ import annotations

import ast
import copy
from typing import TYPE_CHECKING, Final

from holo.expr.parse import ExprError, parse
from holo.inputs.hints import Replaced
from holo.ir import model as ir

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

MOST: Final = 6
"""Questions that are kept of one function: each is asked of every input."""
_DEEP: Final = 2


def facets(function: ir.Function | ir.Law, node: Callable[[str], object]) -> tuple[ir.Expr, ...]:
    """Return the questions of a function's `ensures`; `node` finds declarations."""
    roots = frozenset(parameter.name for parameter in function.parameters)
    found: dict[str, ir.Expr] = {}
    reader = _Reader(roots, node)
    exprs = [condition.expr for condition in function.ensures]
    if isinstance(function, ir.Function) and isinstance(function.body, ir.Table):
        exprs += [row.value for row in function.body.rows]
    for expr in exprs:
        try:
            parsed = parse(expr.source)
        except ExprError:
            continue
        for asked in reader.read(parsed, expr.names, frozenset(), 0):
            found.setdefault(asked.source, asked)
            if len(found) == MOST:
                return tuple(found.values())
    return tuple(found.values())


class _Reader:
    def __init__(self, roots: frozenset[str], node: Callable[[str], object]) -> None:
        self.roots = roots
        self.node = node

    def read(self, node: ast.AST, names: Mapping[str, str], inner: frozenset[str], deep: int) -> Iterator[ir.Expr]:
        match node:
            case ast.Lambda() | ast.Constant() | ast.Name():
                return
            case ast.Compare() | ast.Call(func=ast.Name(id="any" | "all")) if self.free(node, inner):
                yield _question(node, names)
                return
            case ast.Call(func=ast.Name() | ast.Attribute() as called, args=args) if self.free(node, inner):
                function = self.node(names.get(ast.unparse(called), ""))
                if isinstance(function, ir.Function) and isinstance(function.body, ir.Returns):
                    if function.returns.source == "bool":
                        yield _question(node, names)
                    if deep < _DEEP:
                        yield from self.inlined(function, args, names, deep)
                    return
            case ast.GeneratorExp(generators=made) | ast.ListComp(generators=made) | ast.SetComp(generators=made):
                yield from self.chosen(made, names, inner)
                inner = inner | _bound(made)
            case ast.DictComp(generators=made):
                inner = inner | _bound(made)
            case _:
                pass
        for child in ast.iter_child_nodes(node):
            yield from self.read(child, names, inner, deep)

    def chosen(
        self, made: list[ast.comprehension], names: Mapping[str, str], inner: frozenset[str]
    ) -> Iterator[ir.Expr]:
        """Yield whether the first test of a comprehension takes all elements, and whether it takes any."""
        if made[0].ifs and len(made) == 1:
            over = ast.comprehension(made[0].target, made[0].iter, [], 0)
            for word in ("all", "any"):
                asked = ast.Call(ast.Name(word, ast.Load()), [ast.GeneratorExp(made[0].ifs[0], [over])], [])
                if self.free(asked, inner):
                    yield _question(asked, names)

    def inlined(
        self, function: ir.Function, args: list[ast.expr], names: Mapping[str, str], deep: int
    ) -> Iterator[ir.Expr]:
        """Yield the questions that the body of a helper asks, of the arguments that it is called with."""
        assert isinstance(function.body, ir.Returns)
        expr = function.body.expr
        words = [parameter.name for parameter in function.parameters]
        if len(args) != len(words) or any(names.get(word, key) != key for word, key in expr.names.items()):
            return  # what is left out is unknown; one word may have two meanings
        try:
            parsed = parse(expr.source)
        except ExprError:
            return
        given = {each.id for arg in args for each in ast.walk(arg) if isinstance(each, ast.Name)}
        bound = {each.id for each in ast.walk(parsed) if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store)}
        if bound & (given | set(words)):
            return
        put_in = Replaced(dict(zip(words, args, strict=True))).visit(copy.deepcopy(parsed))
        yield from self.read(put_in, {**names, **expr.names}, frozenset(), deep + 1)

    def free(self, node: ast.AST, inner: frozenset[str]) -> bool:
        """Whether a question speaks of the arguments, and of nothing that is known only inside or afterwards."""
        words = {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}
        bound = {each.id for each in ast.walk(node) if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store)}
        return bool(words & self.roots) and "result" not in words and not (words - bound) & inner


def _bound(made: list[ast.comprehension]) -> frozenset[str]:
    return frozenset(each.id for one in made for each in ast.walk(one.target) if isinstance(each, ast.Name))


def _question(node: ast.expr, names: Mapping[str, str]) -> ir.Expr:
    return ir.Expr(source=ast.unparse(node), names=dict(names))
