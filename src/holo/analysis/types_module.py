"""One typed Python module that says what the types of a hologram's expressions must be.

Every function becomes a function whose statements are its contract in the order in which it is judged, so
that what `requires` rules out is ruled out for `ensures` too. Each expression stands on a line of its own, and
`Module.find` leads from a column of that line back to the hologram. Runs nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from holo.expr.canonical import canonical
from holo.expr.names import free_names
from holo.expr.parse import parse, parse_type
from holo.ir import model as ir
from holo.ir import prelude
from holo.ir.library import declarations
from holo.source import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

HEAD: Final = """\
from __future__ import annotations
import builtins as b__
import datetime as dt__
import decimal as de__
import fractions as fr__
from dataclasses import dataclass as dataclass__, replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum as Enum__
from fractions import Fraction
from typing import Any as Any__, Protocol as Protocol__, TypeAlias as TypeAlias__
d__: Any__ = None
def calls(function: b__.object) -> b__.list[Any__]: raise b__.NotImplementedError
"""

_MODULES: Final = {"datetime": "dt__", "decimal": "de__", "fractions": "fr__"}


@dataclass(frozen=True, slots=True)
class Line:
    """Where the expression of one generated line comes from.

    `pieces` are (start in the line, start in the file, length in the line, length in the file), in order; empty where
    only the whole expression is known.
    """

    span: Span
    pieces: tuple[tuple[int, int, int, int], ...]


@dataclass(frozen=True, slots=True)
class Module:
    """The text, the lines that hold expressions (counted from 1), and the names that stand for ids."""

    text: str
    lines: dict[int, Line]
    names: dict[str, str]

    def find(self, line: int, start: int, stop: int) -> Span | None:
        """Return the place in a hologram that a range of columns (counted from 0) of a line comes from."""
        found = self.lines.get(line)
        if found is None:
            return None
        if not found.pieces:
            return found.span
        begin = _back(found.pieces, start, last=False)
        end = _back(found.pieces, stop, last=True)
        return found.span if begin is None or end is None else Span(found.span.path, begin, max(begin, end))


def _back(pieces: tuple[tuple[int, int, int, int], ...], column: int, *, last: bool) -> int | None:
    for at, offset, length, width in pieces:
        inside = column - at
        if 0 <= inside < length or (last and inside == length):
            return offset + inside if length == width else offset + (width if last else 0)
    return None


def types_module(
    holograms: Iterable[ir.Hologram], lookup: Callable[[str], ir.Node | None], texts: Mapping[str, str]
) -> Module:
    """Return the module that checks some holograms; `lookup` finds what they name, `texts` their files by path."""
    writer = _Writer(lookup, texts)
    for hologram in holograms:
        writer.hologram(hologram)
    return writer.finish()


@dataclass(slots=True)
class _Writer:
    """Writes checks as it goes, and afterwards the declarations that they turned out to need."""

    lookup: Callable[[str], ir.Node | None]
    texts: Mapping[str, str]
    out: list[str] = field(default_factory=list)
    lines: dict[int, Line] = field(default_factory=dict)
    mangled: dict[str, str] = field(default_factory=dict)
    wanted: list[str] = field(default_factory=list)
    modules: set[str] = field(default_factory=set)
    types: dict[tuple[str, str], str] = field(default_factory=dict)
    count: int = 0

    # -- checks --------------------------------------------------------------------------------

    def hologram(self, hologram: ir.Hologram) -> None:
        """Write the checks of one file."""
        self.modules.update(hologram.python)
        for _, node in declarations(hologram):
            match node:
                case ir.Function():
                    self.function(node)
                case ir.Law():
                    self.begin(self.parameters(node.parameters))
                    for condition in node.requires:
                        self.line("    assert (", condition.expr)
                    for condition in node.ensures:
                        self.line("    (", condition.expr)
                case ir.Record():
                    self.fields(node.fields)
                    if node.invariants:
                        self.begin(self.parameters(node.fields))
                        for condition in node.invariants:
                            self.line("    (", condition.expr)
                case ir.Error():
                    self.fields(node.fields)
                case ir.Alias() if node.where is not None:
                    self.begin(f"it: {self.type(node.base)}")
                    self.line("    (", node.where)
                case ir.Const():
                    self.begin("", self.type(node.type))
                    self.line("    return (", node.value)
                case ir.Port():
                    for function in node.functions:
                        self.fields(function.parameters)
                case ir.Failure():
                    self.failure(node)
                case _:
                    pass

    def begin(self, parameters: str, result: str = "None", generic: Sequence[str] = ()) -> None:
        """Begin a function that is never called."""
        self.count += 1
        bound = f"[{', '.join(generic)}]" if generic else ""
        self.out.append(f"def f__{self.count}{bound}({parameters}) -> {result}:")
        self.out.append("    pass")

    def fields(self, parts: Iterable[ir.RecordField | ir.Parameter], generic: Sequence[str] = ()) -> None:
        """Check defaults against the types beside them."""
        for one in parts:
            if one.default is not None:
                self.begin("", self.type(one.type, generic), generic)
                self.line("    return (", one.default)

    def function(self, node: ir.Function) -> None:
        """Check a contract in the order in which a call is judged, then the body."""
        generic = node.type_parameters
        self.fields(node.parameters, generic)
        result = self.type(node.returns, generic)
        inside = self.parameters(node.parameters, generic)
        if node.requires or node.raises or node.ensures or node.body is not None:
            self.begin(f"{inside}, result: {result}" if inside else f"result: {result}", result, generic)
            for condition in node.requires:
                self.line("    assert (", condition.expr)
            for raises in node.raises:
                if raises.when is not None:
                    self.line("    if (", raises.when, "):")
                if raises.payload is not None:
                    self.line("        (" if raises.when is not None else "    (", raises.payload)
                if raises.when is not None:
                    self.out.append("        raise b__.Exception")
            for condition in node.ensures:
                self.line("    (", condition.expr)
            self.body(node.body)
        for example in node.examples:
            self.begin("")
            self.line("    (", example.expr)

    def body(self, body: ir.Body | None) -> None:
        """Check that a body is of the type of the result; where there is none, `result` is."""
        match body:
            case ir.Returns() | ir.Flow():
                self.line("    return (", body.expr)
            case ir.Table():
                for row in body.rows:
                    if row.when is None:
                        self.line("    return (", row.value)
                    else:
                        self.line("    if (", row.when, "):")
                        self.line("        return (", row.value)
                self.out.append("    return result")
            case None:
                self.out.append("    return result")

    def failure(self, node: ir.Failure) -> None:
        """Check a scenario from top to bottom."""
        ports = {one.name: one.port for one in node.given if isinstance(one, ir.GivenPort)}
        self.begin(", ".join(f"{name}: {self.name(port)}" for name, port in ports.items()))
        for given in node.given:
            match given:
                case ir.GivenValue():
                    self.line(f"    {given.name} = (", given.value)
                case ir.GivenReply():
                    function = self.lookup(f"{ports.get(given.name, '')}.{given.function}")
                    if isinstance(function, ir.PortFunction):
                        self.count += 1
                        self.line(f"    r__{self.count}: {self.type(function.returns)} = (", given.value)
                case ir.GivenFault() if given.payload is not None:
                    self.line("    (", given.payload)
                case _:
                    pass
        self.line("    result = (", node.when)
        for then in node.then:
            if isinstance(then, ir.ThenHolds):
                self.line("    (", then.expr)
            elif then.payload is not None:
                self.line("    (", then.payload)

    # -- one expression, one type --------------------------------------------------------------

    def line(self, before: str, expr: ir.Expr, after: str = ")") -> None:
        """Write one expression on a line of its own, and keep where each part comes from."""
        original = self.original(expr)
        source = expr.source if original is None else original
        start = expr.span.start if expr.span is not None else 0
        parts: list[str] = []
        pieces: list[tuple[int, int, int, int]] = []
        column, at = len(before), 0
        for use in free_names(parse(source), source):
            id_, width = _named(use.text, expr.names)
            if not id_ or source[use.start : use.start + width] != use.text[:width]:
                continue
            if use.start > at:
                parts.append(source[at : use.start])
                pieces.append((column, start + at, use.start - at, use.start - at))
                column += use.start - at
            name = self.name(id_)
            parts.append(name)
            pieces.append((column, start + use.start, len(name), width))
            column += len(name)
            at = use.start + width
        parts.append(source[at:])
        pieces.append((column, start + at, len(source) - at, len(source) - at))
        self.out.append(f"{before}{''.join(parts)}{after}")
        if expr.span is not None:
            self.lines[len(self.out)] = Line(expr.span, tuple(pieces) if original is not None else ())

    def original(self, expr: ir.Expr) -> str | None:
        """Return an expression as written, on one line; `None` where that is not to be had."""
        text = self.texts.get(expr.span.path) if expr.span is not None else None
        if text is None or expr.span is None:
            return None
        found = text[expr.span.start : expr.span.stop]
        if "\n" in found:
            if "#" in found or "\\" in found:
                return None
            found = found.replace("\n", " ")
        return found if found == expr.source or canonical(found) == expr.source else None

    def type(self, expr: ir.Expr, generic: Sequence[str] = ()) -> str:
        """Return a type in the module's own names."""
        source = expr.source
        key = (source, expr.names.get(source, "") if len(expr.names) < 2 and source in expr.names else repr(expr.names))
        known = self.types.get(key)
        if known is not None and not generic:
            return known
        parts: list[str] = []
        at = 0
        for use in free_names(parse_type(source), source):
            id_, width = _named(use.text, expr.names)
            if id_:
                name = self.name(id_)
            elif use.root in generic:
                name, width = use.root, len(use.root)
            elif use.root in {"Clock", "Random"}:
                name, width = self.name(f"prelude.{use.root}"), len(use.root)
            else:
                module = _MODULES.get(prelude.PRELUDE_MODULES.get(use.root, ""), "b__")
                name, width = f"{module}.{use.root}", len(use.root)
            parts += (source[at : use.start], name)
            at = use.start + width
        found = "".join((*parts, source[at:]))
        if not generic:
            self.types[key] = found
        return found

    def parameters(self, parts: Iterable[ir.Parameter | ir.RecordField], generic: Sequence[str] = ()) -> str:
        """Return the parameters of a check: all of them are given."""
        return ", ".join(f"{one.name}: {self.type(one.type, generic)}" for one in parts)

    def name(self, id_: str) -> str:
        """Return the name that stands for an id, and see to it that it is declared."""
        known = self.mangled.get(id_)
        if known is None:
            known = self.mangled[id_] = f"{id_.replace('.', '__')}__{len(self.mangled)}"
            self.wanted.append(id_)
        return known

    # -- declarations --------------------------------------------------------------------------

    def finish(self) -> Module:
        """Put the declarations that are needed before the checks."""
        classes: list[str] = []
        aliases: dict[str, str] = {}
        functions: list[str] = []
        while self.wanted:
            id_ = self.wanted.pop()
            self.declare(id_, classes, aliases, functions)
        head = [HEAD.rstrip("\n"), *(f"import {name}" for name in sorted(self.modules)), *classes]
        head += [f"{self.mangled[id_]}: TypeAlias__ = {aliases[id_]}" for id_ in self.in_order(aliases)]
        text = "\n".join((*head, *functions))
        before = text.count("\n") + 1
        lines = {number + before: line for number, line in self.lines.items()}
        names = {name: id_.rpartition(".")[2] for id_, name in self.mangled.items()}
        return Module("\n".join((text, *self.out, "")), lines, names)

    def in_order(self, aliases: dict[str, str]) -> list[str]:
        """Return aliases so that each stands behind those it is made of."""
        done: dict[str, None] = {}
        stack = sorted(aliases, reverse=True)
        while stack:
            id_ = stack[-1]
            below = [one for one in aliases if one not in done and one != id_ and self.mangled[one] in aliases[id_]]
            if below and len(stack) <= len(aliases) * 2:
                stack += below
                continue
            stack.pop()
            done[id_] = None
        return list(done)

    def declare(self, id_: str, classes: list[str], aliases: dict[str, str], functions: list[str]) -> None:
        """Write what an id is."""
        name, node = self.mangled[id_], self.lookup(id_)
        match node:
            case ir.Alias():
                aliases[id_] = self.type(node.base)
            case ir.Const():
                functions.append(f"{name}: {self.type(node.type)} = d__")
            case ir.Enum():
                members = "; ".join(f'{one.name} = "{one.name}"' for one in node.members)
                classes.append(f"class {name}(Enum__): {members or 'pass'}")
            case ir.Record():
                classes += ("@dataclass__(frozen=True)", f"class {name}:", "    pass")
                classes += (
                    f"    {one.name}: {self.type(one.type)}{' = d__' if one.default is not None else ''}"
                    for one in node.fields
                )
            case ir.Error():
                classes += (f"class {name}(b__.Exception):", "    pass")
                classes += (f"    {one.name}: {self.type(one.type)}" for one in node.fields)
                classes.append(f"    def __init__(self, {self.signature(node.fields)}) -> None: pass")
            case ir.Port():
                classes += (f"class {name}(Protocol__):", "    pass")
                classes += (
                    f"    def {one.name}(self, {self.signature(one.parameters)}) -> {self.type(one.returns)}: ..."
                    for one in node.functions
                )
            case ir.Function():
                generic = node.type_parameters
                bound = f"[{', '.join(generic)}]" if generic else ""
                functions.append(
                    f"def {name}{bound}({self.signature(node.parameters, generic)}) -> "
                    f"{self.type(node.returns, generic)}: raise b__.NotImplementedError"
                )
            case _:
                functions.append(f"{name}: Any__ = d__")

    def signature(self, parts: Iterable[ir.Parameter | ir.RecordField], generic: Sequence[str] = ()) -> str:
        """Return the parameters of a declaration, defaults included."""
        return ", ".join(
            f"{one.name}: {self.type(one.type, generic)}{' = d__' if one.default is not None else ''}" for one in parts
        )


def _named(text: str, names: Mapping[str, str]) -> tuple[str, int]:
    """Return the id of the longest beginning of a dotted chain that is a declared name, and its length."""
    if not names:
        return "", 0
    while text:
        if text in names:
            return names[text], len(text)
        text = text.rpartition(".")[0]
    return "", 0
