"""What the rules of the file itself and of its shapes build: header, packages, types, records, errors, ports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from holo.codes import Code
from holo.diagnostics.model import Diagnostic, Severity
from holo.source import Span
from holo.syntax import tree
from holo.syntax.build.parts import Later, Parts

if TYPE_CHECKING:
    from holo.syntax.machine import Token, Values


class ShapeRules(Parts):
    """Rules of header, packages, and shapes."""

    def file(self, c: Values) -> tuple[tree.Declaration, ...]:
        """All declarations."""
        return self._declarations(c[1])

    def _declarations(self, statements: Values) -> tuple[tree.Declaration, ...]:
        found = self.whole(statements, None)
        return tuple(found if self.keep_later else [one for one in found if type(one) is not Later])

    def header(self, c: Values) -> tree.Header:
        """`hologram NAME VERSION language N`."""
        word, name, version, _, number, _ = c
        stop = number[0] + len(number[1])
        return tree.Header(self.name(name), self.text(version), int(number[1][:9]), Span(self.path, word[0], stop))

    def prose(self, c: Values) -> tree.Prose:
        """Markdown between declarations."""
        text = self.text(c[0])
        return tree.Prose(text, text.span)

    def use_only(self, c: Values) -> tree.Use:
        """`use "x.holo" only A, B`."""
        word, path, _, listed, _ = c
        names = self.names(listed)
        return tree.Use(self.text(path), names, None, Span(self.path, word[0], names[-1].span.stop))

    def use_as(self, c: Values) -> tree.Use:
        """`use "x.holo" as x`."""
        word, path, _, alias, _ = c
        name = self.name(alias)
        return tree.Use(self.text(path), (), name, Span(self.path, word[0], name.span.stop))

    def python(self, c: Values) -> tree.Python:
        """`python math, re`."""
        names = self.names(c[1])
        return tree.Python(names, Span(self.path, c[0][0], names[-1].span.stop))

    def package(self, c: Values) -> tree.Package:
        """`package NAME "doc" { … }`."""
        word, name, doc, _, items, close, _ = c
        return tree.Package(
            self.name(name),
            None if doc is None else self.text(doc),
            self._declarations(items),
            Span(self.path, word[0], close[0] + 1),
        )

    def later(self, c: Values) -> Later:
        """A declaration whose meaning is not built yet: said once."""
        start, text = c[0]
        word = text.split(None, 1)[0].partition("{")[0]
        self.problems.append(not_built(self.path, start, word))
        return Later(Span(self.path, start, start + len(text.rstrip())))

    # -- glossary ---------------------------------------------------------------------------

    def glossary(self, c: Values) -> tree.Glossary:
        """`glossary { … }`."""
        word, _, terms, last, close, _ = c
        return tree.Glossary(tuple(self.whole(terms, last)), Span(self.path, word[0], close[0] + 1))

    def term(self, c: Values) -> tree.Term:
        """`copy "One physical book." see loan`."""
        name, definition, _, see = c
        text = self.text(definition)
        others = tuple(see) if see else ()
        stop = others[-1].span.stop if others else text.span.stop
        return tree.Term(name, text, others, Span(self.path, name.span.start, stop))

    def word(self, c: Values) -> tree.Name:
        """A term, as a name or as a string."""
        token: Token = c[0]
        if token[1].startswith('"'):
            text = self.text(token)
            return tree.Name(text.text, text.span)
        return self.name(token)

    # -- shapes -----------------------------------------------------------------------------

    def alias(self, c: Values) -> tree.Alias:
        """`type NAME = BASE where CONDITION "doc"`."""
        word, name, _, base, _, where, doc, _ = c
        stop = _stop(doc or where or base)
        return tree.Alias(
            self.name(name),
            self.raw(base),
            None if where is None else self.raw(where),
            None if doc is None else self.text(doc),
            Span(self.path, word[0], stop),
        )

    def opaque(self, c: Values) -> tree.Opaque:
        """`type NAME = python "ANNOTATION" "doc"`."""
        word, name, _, _, python, doc, _ = c
        return tree.Opaque(
            self.name(name),
            self.text(python),
            None if doc is None else self.text(doc),
            Span(self.path, word[0], _stop(doc or python)),
        )

    def const(self, c: Values) -> tree.Const:
        """`const NAME: TYPE = VALUE "doc"`."""
        word, label, type_, _, value, doc, _ = c
        return tree.Const(
            self.label(label),
            self.raw(type_),
            self.raw(value),
            None if doc is None else self.text(doc),
            Span(self.path, word[0], _stop(doc or value)),
        )

    def enum(self, c: Values) -> tree.Enum:
        """`enum NAME "doc" { a, b }`."""
        word, name, doc, _, members, last, close, _ = c
        return tree.Enum(
            self.name(name),
            None if doc is None else self.text(doc),
            tuple(self.whole(members, last)),
            Span(self.path, word[0], close[0] + 1),
        )

    def member(self, c: Values) -> tree.Member:
        """One member of an enum, with its doc."""
        name = self.name(c[0])
        if c[1] is None:
            return tree.Member(name, None, name.span)
        doc = self.text(c[1])
        return tree.Member(name, doc, Span(self.path, name.span.start, doc.span.stop))

    def record(self, c: Values) -> tree.Record:
        """`record NAME "doc" { fields and invariants }`."""
        word, name, doc, _, statements, last, close, _ = c
        body = self.whole(statements, last)
        return tree.Record(
            self.name(name),
            None if doc is None else self.text(doc),
            tuple([one for one in body if type(one) is tree.Field]),
            tuple([one for one in body if type(one) is tree.Invariant]),
            Span(self.path, word[0], close[0] + 1),
        )

    def field(self, c: Values) -> tree.Field:
        """`name: type = default "doc"`."""
        label, type_, _, default, doc = c
        return tree.Field(
            self.label(label),
            self.raw(type_),
            None if default is None else self.raw(default),
            None if doc is None else self.text(doc),
            Span(self.path, label[0], _stop(doc or default or type_)),
        )

    def invariant(self, c: Values) -> tree.Invariant:
        """`invariant CONDITION`."""
        condition = self.raw(c[1])
        return tree.Invariant(condition, Span(self.path, c[0][0], condition.span.stop))

    def described_class(self, c: Values) -> tree.Class:
        """`class NAME(bases) "doc" { attributes }`."""
        word, name, bases, doc, _, attributes, last, close, _ = c
        return tree.Class(
            self.name(name),
            bases or (),
            None if doc is None else self.text(doc),
            tuple(self.whole(attributes, last)),
            Span(self.path, word[0], close[0] + 1),
        )

    def bases(self, c: Values) -> tuple[tree.Name | tree.Text, ...]:
        """`(Base, "typing.Generic[T]")`."""
        return tuple(c[1])

    def base(self, c: Values) -> tree.Name | tree.Text:
        """A declared name, or Python's text."""
        token: Token = c[0]
        return self.text(token) if token[1].startswith('"') else self.name(token)

    def attribute(self, c: Values) -> tree.Field:
        """`name: type "doc"`."""
        label, type_, doc = c
        return tree.Field(
            self.label(label),
            self.raw(type_),
            None,
            None if doc is None else self.text(doc),
            Span(self.path, label[0], _stop(doc or type_)),
        )

    def bare_attribute(self, c: Values) -> tree.Field:
        """`name "doc"`."""
        token, doc = c
        name = self.name(token)
        return tree.Field(
            name,
            self.any(name),
            None,
            None if doc is None else self.text(doc),
            Span(self.path, token[0], _stop(doc or token)),
            untyped=True,
        )

    def error(self, c: Values) -> tree.Error:
        """`error NAME(parameters) "doc"`."""
        word, name, group, doc, _ = c
        parameters, stop = group or ((), _stop(name))
        return tree.Error(
            self.name(name),
            parameters,
            None if doc is None else self.text(doc),
            Span(self.path, word[0], stop if doc is None else _stop(doc)),
        )

    def port(self, c: Values) -> tree.Port:
        """`port NAME "doc" { functions }`."""
        word, name, doc, _, functions, last, close, _ = c
        return tree.Port(
            self.name(name),
            None if doc is None else self.text(doc),
            tuple(self.whole(functions, last)),
            Span(self.path, word[0], close[0] + 1),
        )

    def port_function(self, c: Values) -> tree.PortFunction:
        """`function NAME(parameters) -> TYPE raises E, F "doc"`."""
        word, name, group, _, returns, _, raises, doc = c
        return tree.PortFunction(
            word[1].startswith("async"),
            self.name(name),
            group[0],
            self.raw(returns),
            () if raises is None else self.names(raises),
            None if doc is None else self.text(doc),
            Span(self.path, word[0], _stop(doc or raises or returns)),
        )


def _stop(token: Any) -> int:
    return token[0] + len(token[1])  # type: ignore[no-any-return]


def not_built(path: str, start: int, word: str) -> Diagnostic:
    """Say that a declaration is read over."""
    return Diagnostic(
        Code.NOT_BUILT_YET,
        f"`{word}` is not built yet",
        Span(path, start, start + len(word)),
        "Leave it out for now; it is read over",
        Severity.WARNING,
    )
