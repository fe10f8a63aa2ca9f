"""What one expression says: the names it uses, its comparisons, its reads of fields.

One walk an expression, whatever the scope around it; all passes and rules look at its result. It
resolves nothing.
"""

from __future__ import annotations

import ast
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias

from holo.expr.parse import parse

if TYPE_CHECKING:
    from collections.abc import Mapping

    Inner: TypeAlias = Mapping[str, ast.expr | None]


@lru_cache(maxsize=2048)
def read(text: str) -> Reading:
    """Return what an expression says; raise `ExprError` for what is none.

    The same conditions stand at many places, so that a reading is shared: nobody changes it.
    """
    return Reading(parse(text))


class Use(NamedTuple):
    """One name with what is read from it: `root.attributes…`, called or not.

    `inner` are the variables of the comprehensions and lambdas around it, each with what it runs over.
    """

    root: str
    attributes: tuple[str, ...]
    node: ast.expr
    call: ast.Call | None
    inner: Inner


class Pair(NamedTuple):
    """Two neighbours in a comparison: `a < b` and `b < c` of `a < b < c`, which is `node`."""

    left: ast.expr
    operator: type[ast.cmpop]
    right: ast.expr
    node: ast.Compare
    inner: Inner


class Reading:
    """The facts of one expression, in the order of its text.

    `free` are names that come from outside; of these `marked` have attributes or are called, and `plain` are the
    names of the others. `bound` are reads of its own variables' attributes, `fields` attributes of anything but a
    name, `pairs` what is compared.
    """

    __slots__ = ("bound", "fields", "free", "marked", "node", "pairs", "plain")

    def __init__(self, node: ast.expr) -> None:
        """Walk the expression."""
        self.node = node
        self.free: list[Use] = []
        self.bound: list[Use] = []
        self.fields: list[tuple[ast.Attribute, Inner]] = []
        self.pairs: list[Pair] = []
        self._walk(node, _NONE, None)
        self.marked = [use for use in self.free if use.attributes or use.call is not None]
        self.plain = frozenset([use.root for use in self.free if not use.attributes and use.call is None])

    def _walk(self, node: Any, inner: Inner, call: ast.Call | None) -> None:
        # One comparison of classes a node, the commonest first: this is the hottest loop of analysis.
        kind = node.__class__
        if kind is ast.Constant:
            return
        if kind is ast.Name:
            if node.id not in inner:
                self.free.append(Use(node.id, (), node, call, inner))
        elif kind is ast.Attribute:
            self._attribute(node, inner, call)
        elif kind is ast.Call:
            self._walk(node.func, inner, node)
            for one in node.args:
                self._walk(one, inner, None)
            for keyword in node.keywords:
                self._walk(keyword.value, inner, None)
        elif kind is ast.Compare:
            left = node.left
            self._walk(left, inner, None)
            for operator, one in zip(node.ops, node.comparators, strict=True):
                self.pairs.append(Pair(left, operator.__class__, one, node, inner))
                self._walk(one, inner, None)
                left = one
        elif kind is ast.BinOp:
            self._walk(node.left, inner, None)
            self._walk(node.right, inner, None)
        elif kind is ast.Subscript:
            self._walk(node.value, inner, None)
            self._walk(node.slice, inner, None)
        elif kind is ast.UnaryOp:
            self._walk(node.operand, inner, None)
        elif kind is ast.BoolOp:
            for one in node.values:
                self._walk(one, inner, None)
        elif kind in _SCOPES:
            self._scope(node, inner)
        else:
            for one in ast.iter_child_nodes(node):
                if isinstance(one, ast.expr):
                    self._walk(one, inner, None)

    def _attribute(self, node: ast.Attribute, inner: Inner, call: ast.Call | None) -> None:
        attributes = [node.attr]
        value = node.value
        while type(value) is ast.Attribute:
            attributes.append(value.attr)
            value = value.value
        if type(value) is ast.Name:
            attributes.reverse()
            into = self.bound if value.id in inner else self.free
            into.append(Use(value.id, tuple(attributes), node, call, inner))
            return
        self.fields.append((node, inner))
        self._walk(node.value, inner, None)

    def _scope(self, node: ast.expr, inner: Inner) -> None:
        if isinstance(node, ast.Lambda):
            own = dict.fromkeys((one.arg for one in node.args.args), None)
            self._walk(node.body, {**inner, **own}, None)
            return
        for generator in node.generators:  # type: ignore[attr-defined]  # the four comprehensions have it
            self._walk(generator.iter, inner, None)
            inner = {**inner, **_targets(generator.target, generator.iter)}
            for condition in generator.ifs:
                self._walk(condition, inner, None)
        if isinstance(node, ast.DictComp):
            self._walk(node.key, inner, None)
            self._walk(node.value, inner, None)
        else:
            self._walk(node.elt, inner, None)  # type: ignore[attr-defined]  # the other three have it


_NONE: Final[Inner] = {}
_SCOPES: Final = frozenset({ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp, ast.Lambda})


def _targets(target: ast.expr, over: ast.expr) -> dict[str, ast.expr | None]:
    """Return the variables of a target; only a plain name is known to be an element."""
    if isinstance(target, ast.Name):
        return {target.id: over}
    return {one.id: None for one in ast.walk(target) if isinstance(one, ast.Name)}
