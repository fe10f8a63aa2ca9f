"""What the rules of functions, laws and flows build, and those of their clauses."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from holo.codes import Code
from holo.source import Span
from holo.syntax import tree
from holo.syntax.build.parts import Parts

if TYPE_CHECKING:
    from holo.syntax.machine import Token, Values

_NAME = re.compile(r"[^\W\d]\w*")
_EITHER: Final = "positional_or_keyword"
POSITIONAL_ONLY: Final = "positional_only"
KEYWORD_ONLY: Final = "keyword_only"
VAR_POSITIONAL: Final = "var_positional"
VAR_KEYWORD: Final = "var_keyword"
_STARRED: Final = {"*": VAR_POSITIONAL, "**": VAR_KEYWORD}


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
        return self._kinds(c[1]) if self.marked else tuple(c[1]), close[0] + len(close[1])

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

    def untyped(self, c: Values) -> tree.Parameter:
        """`name=default`."""
        token, _, default = c
        name = self.name(token)
        value = None if default is None else self.raw(default)
        stop = name.span.stop if value is None else value.span.stop
        return tree.Parameter(name, self.any(name), value, Span(self.path, token[0], stop), untyped=True)

    def starred(self, c: Values) -> tree.Parameter:
        """`*name: type`, `**name: type`."""
        self.marked = True
        stars, label, type_ = c
        raw = self.raw(type_)
        return tree.Parameter(
            self.label(label), raw, None, Span(self.path, stars[0], raw.span.stop), _STARRED[stars[1]]
        )

    def starred_untyped(self, c: Values) -> tree.Parameter:
        """`*name`, `**name`."""
        self.marked = True
        stars, token = c
        name = self.name(token)
        span = Span(self.path, stars[0], name.span.stop)
        return tree.Parameter(name, self.any(name), None, span, _STARRED[stars[1]], untyped=True)

    def mark(self, c: Values) -> Token:
        """`*` or `/` between parameters."""
        self.marked = True
        return c[0]  # type: ignore[no-any-return]  # the token

    def _kinds(self, parts: list[Any]) -> tuple[tree.Parameter, ...]:
        """Return the parameters, each with the kind that `/`, `*` and `**` make it; report marks out of place."""
        self.marked = False
        found: list[tree.Parameter] = []
        kind = _EITHER
        for number, one in enumerate(parts):
            if type(one) is tree.Parameter:
                if found and found[-1].kind == VAR_KEYWORD:
                    self.problem("A parameter follows `**`", one.span, "Write the `**` parameter last")
                elif one.kind == _EITHER:
                    one = one if kind == _EITHER else replace(one, kind=kind)  # noqa: PLW2901  (the same, with its kind)
                elif one.kind == VAR_POSITIONAL:
                    self._second_star(kind, one.span)
                    kind = KEYWORD_ONLY
                found.append(one)
                continue
            span = self.span(one[0], one[0] + len(one[1]))
            if one[1] == "/":
                if not found or kind == KEYWORD_ONLY or any(each.kind == POSITIONAL_ONLY for each in found):
                    self.problem(
                        "This `/` stands where Python has none",
                        span,
                        "Write it once, behind a parameter, before any `*`",
                    )
                else:
                    found = [replace(each, kind=POSITIONAL_ONLY) for each in found]
                continue
            self._second_star(kind, span)
            after = parts[number + 1] if number + 1 < len(parts) else None
            if one[1] == "**" or type(after) is not tree.Parameter or after.kind != _EITHER:
                self.problem(f"No parameter follows `{one[1]}`", span, f"Write its name, or remove the `{one[1]}`")
            kind = KEYWORD_ONLY
        return tuple(found)

    def _second_star(self, kind: str, span: Span) -> None:
        if kind == KEYWORD_ONLY:
            self.problem("A second `*` stands among the parameters", span, "Keep one")

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
