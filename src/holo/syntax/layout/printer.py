"""Prints declarations as lines of canonical text.

A statement is a row of pieces, each with its place in the source; it is one line, unless a comment stands
between two pieces: then it breaks there.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias, assert_never

from holo.syntax import tree
from holo.syntax.build.parts import Later
from holo.syntax.layout.heads import class_head, marked
from holo.syntax.layout.lines import INDENT, WIDTH, Line, fitted
from holo.syntax.literals import prose_literal, string_literal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

Piece: TypeAlias = tuple[str, int]
"""Text, and where it begins in the source."""


class Printer:
    """Lines of one file; `canonical` spells an expression, `consumed` are the comments that stand inside one."""

    def __init__(self, source: str, comments: Sequence[tree.Comment], canonical: Callable[[str], str]) -> None:
        """Begin a file."""
        self.source = source
        self.lines: list[Line] = []
        self.consumed: set[int] = set()
        self._canonical = canonical
        self._comments = [one.span.start for one in comments]

    # -- pieces -----------------------------------------------------------------------------

    def raw(self, raw: tree.Raw) -> str:
        """Return an expression in its canonical spelling; one with comments inside stays as it was written."""
        inside = self._between(raw.span.start, raw.span.stop)
        if inside:
            self.consumed.update(inside)
            return raw.text
        return self._canonical(raw.text)

    def call(self, name: tree.Name, whole: tree.Raw | None) -> str:
        """Return `name` or `name(payload)`."""
        return name.text if whole is None else self.raw(whole)

    def text(self, text: tree.Text, depth: int) -> str:
        """Return a string or prose."""
        return prose_literal(text.text, INDENT * depth) if text.block else string_literal(text.text)

    def doc(self, doc: tree.Text | None) -> str:
        """Return a doc for the end of a head line."""
        return "" if doc is None else f" {string_literal(doc.text)}"

    def names(self, before: Piece, names: Iterable[tree.Name], after: str = "") -> list[Piece]:
        """Return the pieces of a list of names."""
        listed = list(names)
        pieces = [before]
        for number, name in enumerate(listed):
            end = "," if number < len(listed) - 1 else after
            pieces.append((f" {name.text}{end}", name.span.start))
        return pieces

    def group(self, before: Piece, parameters: Sequence[tree.Parameter], after: Piece) -> list[Piece]:
        """Return the pieces of `before(parameters)after`."""
        pieces = [(f"{before[0]}(", before[1])]
        for one, text in zip(parameters, marked(parameters, [self._slot(one) for one in parameters]), strict=True):
            end = "" if one is parameters[-1] else ","
            pieces.append((f"{' ' if len(pieces) > 1 else ''}{text}{end}", one.span.start))
        pieces.append((f"){after[0]}", after[1]))
        return pieces

    def _slot(self, one: tree.Parameter | tree.Field) -> str:
        """Return `name: type = default`; without a type there are no blanks around the `=`, as in Python."""
        text = one.name.text if one.untyped else f"{one.name.text}: {self.raw(one.type)}"
        if one.default is None:
            return text
        return f"{text}{'=' if one.untyped else ' = '}{self.raw(one.default)}"

    def _between(self, start: int, stop: int) -> list[int]:
        return self._comments[bisect_left(self._comments, start) : bisect_left(self._comments, stop)]

    def _has_comment(self, start: int, stop: int) -> bool:
        return any(one not in self.consumed for one in self._between(start, stop))

    # -- lines ------------------------------------------------------------------------------

    def put(self, depth: int, *pieces: Piece, opens: bool = False, closes: bool = False) -> None:
        """Add a statement: one line, or several where comments stand between its pieces."""
        rows: list[list[Piece]] = [[pieces[0]]]
        for before, piece in pairwise(pieces):
            if self._has_comment(before[1], piece[1]):
                rows.append([piece])
            else:
                rows[-1].append(piece)
        for number, row in enumerate(rows):
            text = "".join(piece for piece, _ in row).strip()
            back = number > 0 and text.startswith(")")
            extra = 0 if number == 0 or back else 1
            last = number == len(rows) - 1
            self.lines.append(
                Line(
                    depth + extra,
                    fitted(text, depth + extra),
                    row[0][1],
                    opens=opens and last,
                    closes=closes or back,
                )
            )

    def allows(self, allows: Iterable[tree.Allow], depth: int) -> None:
        """Add the `allow`s above a statement."""
        for one in allows:
            self.put(depth, (f"allow {one.code.text} {string_literal(one.why.text)}", one.span.start))

    def end(self, depth: int, span_stop: int) -> None:
        """Add the `}` of a block that ends at a place."""
        self.put(depth, ("}", span_stop - 1), closes=True)

    # -- declarations -----------------------------------------------------------------------

    def declarations(self, items: Iterable[tree.Declaration | Later], depth: int) -> None:
        """Add declarations, each marked at its first line."""
        for item in items:
            first = len(self.lines)
            self.allows(item.allows, depth)
            self._declaration(item, depth)
            self.lines[first].declares = True
            lines = self.lines[first:]
            self.lines[first].tall = len(lines) - len(item.allows) > 1 or any("\n" in one.text for one in lines)

    def _declaration(self, item: tree.Declaration | Later, depth: int) -> None:
        start = item.span.start
        match item:
            case tree.Header():
                version = string_literal(item.version.text)
                self.put(depth, (f"hologram {item.name.text} {version} language {item.language}", start))
            case tree.Prose():
                self.put(depth, (self.text(item.text, depth), start))
            case tree.Use():
                path = string_literal(item.path.text)
                if item.alias is not None:
                    self.put(depth, (f"use {path} as {item.alias.text}", start))
                else:
                    self.put(depth, *self.names((f"use {path} only", start), item.only))
            case tree.Python():
                self.put(depth, *self.names(("python", start), item.modules))
            case tree.Package():
                self.put(depth, (f"package {item.name.text}{self.doc(item.doc)} {{", start), opens=True)
                self.declarations(item.items, depth + 1)
                self.end(depth, item.span.stop)
            case tree.Glossary():
                self.put(depth, ("glossary {", start), opens=True)
                for term in item.terms:
                    self.allows(term.allows, depth + 1)
                    self._term(term, depth + 1)
                self.end(depth, item.span.stop)
            case tree.Alias():
                where = f" where {self.raw(item.where)}" if item.where is not None else ""
                self.put(depth, (f"type {item.name.text} = {self.raw(item.base)}{where}{self.doc(item.doc)}", start))
            case tree.Opaque():
                text = f"type {item.name.text} = python {string_literal(item.python.text)}{self.doc(item.doc)}"
                self.put(depth, (text, start))
            case tree.Const():
                text = f"const {item.name.text}: {self.raw(item.type)} = {self.raw(item.value)}{self.doc(item.doc)}"
                self.put(depth, (text, start))
            case tree.Enum():
                self._enum(item, depth)
            case tree.Record():
                self._record(item, depth)
            case tree.Class():
                self.put(depth, *class_head(item, self.doc(item.doc)), opens=True)
                self._fields(item.fields, depth + 1)
                self.end(depth, item.span.stop)
            case tree.Error():
                self._error(item, depth)
            case tree.Port():
                self._port(item, depth)
            case tree.Function():
                self._function(item, depth)
            case tree.Failure():
                self._failure(item, depth)
            case tree.Requirement():
                pieces: list[Piece] = [(f"requirement {item.name.text} {string_literal(item.text.text)}", start)]
                if item.by:
                    pieces += self.names((" by", item.by[0].span.start), item.by)
                if item.shown:
                    pieces += self.names((" shown by", item.shown[0].span.start), item.shown)
                self.put(depth, *pieces)
            case tree.Decision():
                self.put(depth, (f"decision {item.name.text} {string_literal(item.title.text)} {{", start), opens=True)
                self.put(depth + 1, (self.text(item.prose, depth + 1), item.prose.span.start))
                if item.rejects:
                    texts = [f"{string_literal(one.text)}" for one in item.rejects]
                    self.put(
                        depth + 1,
                        ("rejects", item.rejects[0].span.start),
                        *(
                            (f" {text}{',' if number < len(texts) - 1 else ''}", one.span.start)
                            for number, (text, one) in enumerate(zip(texts, item.rejects, strict=True))
                        ),
                    )
                self.end(depth, item.span.stop)
            case tree.Chapter():
                self.put(depth, (f"chapter {string_literal(item.title.text)} {{", start), opens=True)
                self.put(depth + 1, (self.text(item.prose, depth + 1), item.prose.span.start))
                self.end(depth, item.span.stop)
            case tree.Open():
                pieces = [(f"open {string_literal(item.question.text)}", start)]
                if item.about:
                    pieces += self.names((" about", item.about[0].span.start), item.about)
                self.put(depth, *pieces)
            case tree.Ticket():
                self.put(depth, (f"ticket {item.function.text} {self.text(item.text, depth)}", start))
            case Later():
                self.consumed.update(self._between(start, item.span.stop))
                self.lines.append(Line(depth, self.source[start : item.span.stop], start))
            case _:
                assert_never(item)

    def _term(self, term: tree.Term, depth: int) -> None:
        said = self.source[term.name.span.start]
        name = string_literal(term.name.text) if said == '"' else term.name.text
        pieces: list[Piece] = [(f"{name} {string_literal(term.definition.text)}", term.span.start)]
        if term.see:
            quoted = [
                tree.Name(string_literal(one.text) if self.source[one.span.start] == '"' else one.text, one.span)
                for one in term.see
            ]
            pieces += self.names((" see", term.see[0].span.start), quoted)
        self.put(depth, *pieces)

    def _enum(self, enum: tree.Enum, depth: int) -> None:
        head = f"enum {enum.name.text}{self.doc(enum.doc)} {{"
        line = f"{head} {', '.join(one.name.text for one in enum.members)} }}" if enum.members else f"{head} }}"
        docs = any(one.doc is not None for one in enum.members)
        if not docs and len(line) + depth * 2 <= WIDTH and not self._has_comment(enum.span.start, enum.span.stop):
            self.put(depth, (line, enum.span.start))
            return
        self.put(depth, (head, enum.span.start), opens=True)
        for one in enum.members:
            self.put(depth + 1, (f"{one.name.text}{self.doc(one.doc)}", one.span.start))
        self.end(depth, enum.span.stop)

    def _record(self, record: tree.Record, depth: int) -> None:
        self.put(depth, (f"record {record.name.text}{self.doc(record.doc)} {{", record.span.start), opens=True)
        parts: list[tree.Field | tree.Invariant] = [*record.fields, *record.invariants]
        self._fields(sorted(parts, key=lambda part: part.span.start), depth + 1)
        self.end(depth, record.span.stop)

    def _fields(self, parts: Iterable[tree.Field | tree.Invariant], depth: int) -> None:
        for one in parts:
            self.allows(one.allows, depth)
            if isinstance(one, tree.Invariant):
                text = f"invariant {self.raw(one.condition)}"
            else:
                text = f"{self._slot(one)}{self.doc(one.doc)}"
            self.put(depth, (text, one.span.start))

    def _error(self, error: tree.Error, depth: int) -> None:
        before = (f"error {error.name.text}", error.span.start)
        if not error.parameters:
            self.put(depth, (f"{before[0]}{self.doc(error.doc)}", before[1]))
            return
        stop = error.doc.span.start if error.doc is not None else error.span.stop - 1
        self.put(depth, *self.group(before, error.parameters, (self.doc(error.doc), stop)))

    def _port(self, port: tree.Port, depth: int) -> None:
        self.put(depth, (f"port {port.name.text}{self.doc(port.doc)} {{", port.span.start), opens=True)
        for one in port.functions:
            self.allows(one.allows, depth + 1)
            word = "async function" if one.is_async else "function"
            pieces = self.group(
                (f"{word} {one.name.text}", one.span.start),
                one.parameters,
                (f" -> {self.raw(one.returns)}", one.returns.span.start),
            )
            if one.raises:
                pieces += self.names((" raises", one.raises[0].span.start), one.raises)
            if one.doc is not None:
                pieces.append((self.doc(one.doc), one.doc.span.start))
            self.put(depth + 1, *pieces)
        self.end(depth, port.span.stop)

    # -- functions --------------------------------------------------------------------------

    def _function(self, function: tree.Function, depth: int) -> None:
        word = "async function" if function.is_async else function.kind
        generic = f"[{', '.join(one.text for one in function.type_parameters)}]" if function.type_parameters else ""
        doc = function.doc
        on_head = function.kind == "flow" and doc is not None and not doc.block
        after = f" -> {self.raw(function.returns)}" if function.returns is not None else ""
        stop = function.returns.span.start if function.returns is not None else self._closing(function)
        if on_head:
            after += self.doc(doc)
        pieces = self.group(
            (f"{word} {function.name.text}{generic}", function.span.start), function.parameters, (f"{after} {{", stop)
        )
        self.put(depth, *pieces, opens=True)
        if doc is not None and not on_head:
            self.put(depth + 1, (self.text(doc, depth + 1), doc.span.start))
        for clause in function.clauses:
            self.allows(clause.allows, depth + 1)
            self._clause(clause, depth + 1)
        self.end(depth, function.span.stop)

    def _closing(self, function: tree.Function) -> int:
        """Return where the `)` of a law is."""
        start = function.parameters[-1].span.stop if function.parameters else function.name.span.stop
        at = start
        while (found := self.source.find(")", at)) >= 0:
            if not any(one <= found < self.source.find("\n", one) for one in self._between(start, found)):
                return found
            at = found + 1
        return start

    def _clause(self, clause: tree.Clause, depth: int) -> None:
        start = clause.span.start
        match clause:
            case tree.Logic():
                self.put(depth, (f"logic {self.text(clause.text, depth)}", start))
            case tree.Uses():
                self.put(depth, *self.names(("uses", start), clause.names))
            case tree.Requires():
                self.put(depth, (f"requires {self.raw(clause.condition)}", start))
            case tree.Ensures():
                self.put(depth, (f"ensures {self.raw(clause.condition)}", start))
            case tree.Raises():
                when = f" when {self.raw(clause.when)}" if clause.when is not None else ""
                self.put(depth, (f"raises {self.call(clause.error, clause.payload)}{when}", start))
            case tree.Example():
                word = "sealed example" if clause.sealed else "example"
                self.put(depth, (f"{word} {self.raw(clause.expression)}", start))
            case tree.Returns():
                self.put(depth, (f"returns {self.raw(clause.expression)}", start))
            case tree.Table():
                self._table(clause, depth)
            case tree.Pipeline():
                self.put(depth, (self.raw(clause.source) + "".join(map(self._step, clause.steps)), start))
            case _:
                assert_never(clause)

    def _table(self, table: tree.Table, depth: int) -> None:
        self.put(depth, ("table {", table.span.start), opens=True)
        rows = [
            ("otherwise" if one.condition is None else self.raw(one.condition), self.raw(one.value), one.span.start)
            for one in table.rows
        ]
        width = max((len(condition) for condition, _, _ in rows if "\n" not in condition), default=0)
        widest = max((len(value) for _, value, _ in rows), default=0)
        if width + widest + 4 + (depth + 1) * len(INDENT) > WIDTH:
            width = 0
        for condition, value, start in rows:
            self.put(depth + 1, (f"{condition.ljust(width)} -> {value}", start))
        self.end(depth, table.span.stop)

    def _step(self, step: tree.Step) -> str:
        if step.arguments is None:
            return f" -> {step.function.text}"
        inside = self._between(step.arguments.span.start, step.arguments.span.stop)
        if inside:
            self.consumed.update(inside)
            end = "\n" if inside[-1] > step.arguments.span.start + step.arguments.text.rfind("\n") else ""
            return f" -> {step.function.text}({step.arguments.text}{end})"
        return f" -> {self._canonical(f'{step.function.text}({step.arguments.text})')}"

    # -- failures ---------------------------------------------------------------------------

    def _failure(self, failure: tree.Failure, depth: int) -> None:
        head = f"failure {failure.name.text} {string_literal(failure.title.text)} {{"
        self.put(depth, (head, failure.span.start), opens=True)
        for one in failure.given:
            self.allows(one.allows, depth + 1)
            self.put(depth + 1, (f"given {self._given(one)}", one.span.start))
        self.put(depth + 1, (f"when {self.raw(failure.when)}", failure.when.span.start))
        for then in failure.then:
            self.allows(then.allows, depth + 1)
            if isinstance(then, tree.ThenRaises):
                text = f"raises {self.call(then.error, then.payload)}"
            else:
                text = self.raw(then.condition)
            self.put(depth + 1, (f"then {text}", then.span.start))
        self.end(depth, failure.span.stop)

    def _given(self, given: tree.Given) -> str:
        match given:
            case tree.GivenValue():
                return f"{given.name.text} = {self.raw(given.value)}"
            case tree.GivenPort():
                return f"{given.name.text}: {self.raw(given.type)}"
            case tree.GivenFault():
                return f"{given.target.text} raises {self.call(given.error, given.payload)}"
            case tree.GivenReply():
                return f"{given.target.text} returns {self.raw(given.value)}"
            case _:
                assert_never(given)
