"""What rules of all kinds share: spans, names, texts, lists, and `allow`."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from holo.codes import Code
from holo.diagnostics.model import Diagnostic
from holo.source import Span
from holo.syntax import tree
from holo.syntax.literals import prose_value, string_value

if TYPE_CHECKING:
    from holo.syntax.machine import Token, Values

_DOTTED = re.compile(r"[^\W\d][\w.]*")
_COMMENT = re.compile(r"\#[^\n]*")


@dataclass(frozen=True, slots=True)
class Later:
    """A declaration whose meaning is not built yet. Only the formatter sees it: it is in no tree."""

    span: Span
    allows: tuple[tree.Allow, ...] = ()


class Parts:
    """The pieces that rules are made of."""

    def __init__(self, path: str, *, keep_later: bool = False) -> None:
        """Begin a file, under the path that its spans name."""
        self.path = path
        self.keep_later = keep_later
        self.problems: list[Diagnostic] = []
        self.marked = False  # set by `*`, `**` and `/` among the parameters that are read now
        self.allowed = False  # set by the first `allow`, so that files without one pay nothing for it

    # -- pieces -----------------------------------------------------------------------------

    def span(self, start: int, stop: int) -> Span:
        """Return a range of this file."""
        return Span(self.path, start, stop)

    def name(self, token: Token) -> tree.Name:
        """Return the name that a token is."""
        start, text = token
        return tree.Name(text, Span(self.path, start, start + len(text)))

    def label(self, token: Token) -> tree.Name:
        """Return the name of `name:`."""
        start, text = token
        text = text[:-1].rstrip()
        return tree.Name(text, Span(self.path, start, start + len(text)))

    def raw(self, token: Token) -> tree.Raw:
        """Return the expression or type that a token is."""
        start, text = token
        return tree.Raw(text, Span(self.path, start, start + len(text)))

    def any(self, name: tree.Name) -> tree.Raw:
        """Return the type of what has none."""
        return tree.Raw("Any", Span(self.path, name.span.stop, name.span.stop))

    def text(self, token: Token) -> tree.Text:
        """Return the string or prose that a token is."""
        start, text = token
        span = Span(self.path, start, start + len(text))
        if text.startswith('"""'):
            return tree.Text(prose_value(text), span, block=True, body=start + 3)
        value = string_value(text) if "\\" in text else text[1:-1]
        return tree.Text(value, span, block=False, body=start + 1)

    def doc(self, c: Values) -> tree.Text:
        """`"…"` or prose: first inside a function or law, or what a chapter says."""
        return self.text(c[0])

    def names(self, token: Token) -> tuple[tree.Name, ...]:
        """Return the names of a list in one token, `a, b.c, d`."""
        start, text = token
        if "," not in text:
            return (tree.Name(text, Span(self.path, start, start + len(text))),)
        if "#" in text:
            text = _COMMENT.sub(lambda found: " " * len(found.group()), text)
        path = self.path
        return tuple(
            [
                tree.Name(found.group(), Span(path, start + found.start(), start + found.end()))
                for found in _DOTTED.finditer(text)
            ]
        )

    def thrown(self, token: Token) -> tuple[tree.Name, tree.Raw | None]:
        """Split `name(payload)`; the payload is the whole of it."""
        start, text = token
        bare, bracket, _ = text.partition("(")
        bare = bare.rstrip()
        name = tree.Name(bare, Span(self.path, start, start + len(bare)))
        return name, self.raw(token) if bracket else None

    # -- lists ------------------------------------------------------------------------------

    def none(self, c: Values) -> Values:
        """Begin a list."""
        return c

    def first(self, c: Values) -> Values:
        """Begin a list with its first element."""
        return c

    def more(self, c: Values) -> Values:
        """Add a statement to a list."""
        found: Values = c[0]
        if c[1] is not None:
            found.append(c[1])
        return found

    def follow(self, c: Values) -> Values:
        """Add an element to a list that has no separators."""
        found: Values = c[0]
        found.append(c[1])
        return found

    def further(self, c: Values) -> Values:
        """Add an element that follows a comma."""
        found: Values = c[0]
        found.append(c[2])
        return found

    def whole(self, statements: Values, last: Any) -> Values:
        """Return a block's statements, with the one that shares the line of its `}`, each under its `allow`s."""
        if last is not None:
            statements.append(last)
        return self.attached(statements) if self.allowed else statements

    # -- allow ------------------------------------------------------------------------------

    def allow(self, c: Values) -> tree.Allow:
        """`allow H412 "why"`."""
        self.allowed = True
        (start, text), why = c
        code = text[5:].lstrip()
        reason = self.text(why)
        at = start + len(text)
        return tree.Allow(
            tree.Name(code, Span(self.path, at - len(code), at)), reason, Span(self.path, start, reason.span.stop)
        )

    def allow_line(self, c: Values) -> tree.Allow:
        """An `allow` above a declaration."""
        return c[0]  # type: ignore[no-any-return]

    def attached(self, statements: Values) -> Values:
        """Return the statements that are no `allow`, each with those that stand above it."""
        found: Values = []
        waiting: list[tree.Allow] = []
        for one in statements:
            if type(one) is tree.Allow:
                waiting.append(one)
                continue
            if waiting:
                if hasattr(one, "allows"):
                    one = replace(one, allows=tuple(waiting))  # noqa: PLW2901  (the same statement, with its allows)
                else:
                    self.idle(waiting)
                waiting = []
            found.append(one)
        self.idle(waiting)
        return found

    def idle(self, allows: list[tree.Allow]) -> None:
        """Report each `allow` that stands above nothing it could silence."""
        for one in allows:
            self.problem(
                "This `allow` stands above nothing that it could silence", one.span, "Move it above its statement"
            )

    def problem(self, message: str, span: Span, hint: str = "", code: Code = Code.SYNTAX) -> None:
        """Note a mistake."""
        self.problems.append(Diagnostic(code, message, span, hint))
