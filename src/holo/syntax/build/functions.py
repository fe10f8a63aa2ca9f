"""What the rules of functions, laws and flows build, and those of their clauses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from holo.codes import Code
from holo.source import Span
from holo.syntax import tree
from holo.syntax.build.parts import Parts

if TYPE_CHECKING:
    from holo.syntax.machine import Token, Values

_NAME = re.compile(r"[^\W\d]\w*")


class FunctionRules(Parts):
    """Rules of functions and their clauses."""

    def function(self, c: Values) -> tree.Function:
        """`function NAME[T](parameters) -> TYPE { … }`."""
        return self._function("function", c)

    def flow(self, c: Values) -> tree.Function:
        """`flow NAME(parameters) -> TYPE "doc" { … }`."""
        return self._function("flow", c)

    def law(self, c: Values) -> tree.Function:
        """`law NAME(parameters) { … }`."""
        word, name, group, *rest = c
        return self._function("law", [word, name, None, group, None, None, *rest])

    def _function(self, kind: str, c: Values) -> tree.Function:
        word, name, generic, group, _, returns, head_doc, _, clauses, last, close, _ = c
        body = self.whole(clauses, last)
        doc = None if head_doc is None else self.text(head_doc)
        both = doc is not None and bool(body) and type(body[0]) is tree.Text
        if doc is not None and kind != "flow" and not both:
            self.problem(
                f"The doc of a {kind} stands first inside it", doc.span, "Move it below the `{`", Code.MISPLACED_DOC
            )
        if body and type(body[0]) is tree.Text:
            inner = body.pop(0)
            if doc is not None:
                self.problem(
                    f"A {kind} has one doc, and this is the second", inner.span, "Keep one", Code.MISPLACED_DOC
                )
            doc = doc or inner
        others = [one for one in body if type(one) is tree.Text]
        if others:
            for one in others:
                self.problem(
                    f"The doc of a {kind} stands first inside it, once",
                    one.span,
                    "Move it to the top, or write `logic` before it",
                    Code.MISPLACED_DOC,
                )
            body = [one for one in body if type(one) is not tree.Text]
        return tree.Function(
            kind,
            word[1].startswith("async"),
            self.name(name),
            () if generic is None else self._generic(generic),
            group[0],
            None if returns is None else self.raw(returns),
            doc,
            tuple(body),
            Span(self.path, word[0], close[0] + 1),
        )

    def _generic(self, token: Token) -> tuple[tree.Name, ...]:
        start, text = token
        return tuple(
            [
                tree.Name(found.group(), Span(self.path, start + found.start(), start + found.end()))
                for found in _NAME.finditer(text)
            ]
        )

    def group(self, c: Values) -> tuple[tuple[tree.Parameter, ...], int]:
        """`(parameters)`, and where it ends."""
        close = c[3]
        return tuple(c[1]), close[0] + len(close[1])

    def no_group(self, c: Values) -> tuple[tuple[tree.Parameter, ...], int]:
        """`()`, and where it ends."""
        close = c[1]
        return (), close[0] + len(close[1])

    def parameter(self, c: Values) -> tree.Parameter:
        """`name: type = default`."""
        label, type_, _, default = c
        raw = self.raw(type_)
        if default is None:
            return tree.Parameter(self.label(label), raw, None, Span(self.path, label[0], raw.span.stop))
        value = self.raw(default)
        return tree.Parameter(self.label(label), raw, value, Span(self.path, label[0], value.span.stop))

    # -- clauses ----------------------------------------------------------------------------

    def logic(self, c: Values) -> tree.Logic:
        """`logic "…"`."""
        text = self.text(c[1])
        return tree.Logic(text, Span(self.path, c[0][0], text.span.stop))

    def uses(self, c: Values) -> tree.Uses:
        """`uses a, b.c`."""
        names = self.names(c[1])
        return tree.Uses(names, Span(self.path, c[0][0], names[-1].span.stop))

    def requires(self, c: Values) -> tree.Requires:
        """`requires CONDITION`."""
        raw = self.raw(c[1])
        return tree.Requires(raw, Span(self.path, c[0][0], raw.span.stop))

    def ensures(self, c: Values) -> tree.Ensures:
        """`ensures CONDITION`."""
        raw = self.raw(c[1])
        return tree.Ensures(raw, Span(self.path, c[0][0], raw.span.stop))

    def raises(self, c: Values) -> tree.Raises:
        """`raises E(payload) when CONDITION`."""
        word, thrown, _, condition = c
        name, payload = self.thrown(thrown)
        when = None if condition is None else self.raw(condition)
        stop = when.span.stop if when is not None else thrown[0] + len(thrown[1])
        return tree.Raises(name, payload, when, Span(self.path, word[0], stop))

    def example(self, c: Values) -> tree.Example:
        """`example EXPRESSION`."""
        raw = self.raw(c[1])
        return tree.Example(raw, False, Span(self.path, c[0][0], raw.span.stop))  # noqa: FBT003  (the field says what)

    def sealed(self, c: Values) -> tree.Example:
        """`sealed example EXPRESSION`."""
        raw = self.raw(c[1])
        return tree.Example(raw, True, Span(self.path, c[0][0], raw.span.stop))  # noqa: FBT003  (the field says what)

    def returns(self, c: Values) -> tree.Returns:
        """`returns EXPRESSION`."""
        raw = self.raw(c[1])
        return tree.Returns(raw, Span(self.path, c[0][0], raw.span.stop))

    def table(self, c: Values) -> tree.Table:
        """`table { condition -> value }`."""
        word, _, rows, last, close = c
        return tree.Table(tuple(self.whole(rows, last)), Span(self.path, word[0], close[0] + 1))

    def row(self, c: Values) -> tree.Row:
        """`condition -> value`, or `otherwise -> value`."""
        condition, _, value = c
        raw = self.raw(value)
        when = None if condition[1] == "otherwise" else self.raw(condition)
        return tree.Row(when, raw, Span(self.path, condition[0], raw.span.stop))

    def pipeline(self, c: Values) -> tree.Pipeline:
        """`x -> f(a) -> g`."""
        source = self.raw(c[0])
        steps = tuple(c[1])
        return tree.Pipeline(source, steps, Span(self.path, source.span.start, steps[-1].span.stop))

    def step(self, c: Values) -> tree.Step:
        """`-> f(a)`; the arguments are the text between the brackets."""
        arrow, thrown = c
        name, whole = self.thrown(thrown)
        stop = thrown[0] + len(thrown[1])
        return tree.Step(name, None if whole is None else self._inside(whole), Span(self.path, arrow[0], stop))

    def _inside(self, whole: tree.Raw) -> tree.Raw:
        start = whole.span.start + whole.text.index("(") + 1
        inner: Any = whole.text[start - whole.span.start : -1]
        start += len(inner) - len(inner.lstrip())
        return tree.Raw(inner.strip(), Span(self.path, start, start + len(inner.strip())))
