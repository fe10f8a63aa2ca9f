"""The types of one package in one file: names for types, constants, enums, records, errors, ports.

Everything stands after what it needs when Python loads the file. Types modules never import functions at
their top: checks and defaults that call one import it when they run. Constants that need a function have a
module of their own (`constant_file`).
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from holo.emit.checks import Conditions, joined
from holo.emit.function_file import signature_in
from holo.emit.names import FileNames, late_statements
from holo.emit.needs import owners, reached, shape_expressions
from holo.emit.prose import INDENT, block, comment, docstring, first_line, one_line
from holo.ir import model as ir
from holo.ir import prelude
from holo.pycode.imports import expression_names
from holo.pycode.scope import shapes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from holo.emit.layout import Layout, Unit
    from holo.pycode.scope import Lookup

_EMPTY = {"[]": "list", "{}": "dict", "set()": "set"}

Shape = ir.Alias | ir.Const | ir.Enum | ir.Record | ir.Error | ir.Port


def types_file(unit: Unit, layout: Layout) -> tuple[str, frozenset[str]]:
    """Return the text of a package's types before Ruff formats it, and the ids of what it imports."""
    here = [shape for shape in shapes(unit.package) if shape.id not in layout.computed]
    ring = layout.rings.get(unit.package.id, -1)
    in_ring = {other.types for other in layout.units if layout.rings.get(other.package.id) == ring} - {unit.types}
    types = {other.types for other in layout.units} | {layout.prelude}
    writer = _Writer(
        layout,
        FileNames(
            layout,
            unit.types,
            modules=unit.hologram.python,
            taken=[shape.name for shape in here],
            bound=_bound(here),
            late=lambda module: module in in_ring or module not in types,
        ),
    )
    parts = ["\n".join(writer.shape(shape)) for shape in _ordered(here, layout.library.lookup)]
    head = docstring(f"Made by Holo: the types of `{unit.package.id}`.")
    return block([*head, "", writer.names.imports(), "\n\n".join(parts)]), frozenset(writer.names.used)


def constant_file(const: ir.Const, layout: Layout) -> tuple[str, frozenset[str]]:
    """Return the module of a constant whose value a function gives, and the ids of what it imports."""
    place = layout.place(const.id)
    assert place is not None, const.id
    unit = layout.unit_of[const.id]
    names = FileNames(layout, place.module, modules=unit.hologram.python, taken=[const.name], bound=_bound([const]))
    line = _constant(const, names)
    head = docstring(f"Made by Holo: the constant `{const.id}`.")
    return block([*head, "", names.imports(), *comment(const.doc), line]), frozenset(names.used)


def prelude_file(layout: Layout, used: frozenset[str]) -> str:
    """Return the module of the ports that every hologram may name."""
    writer = _Writer(layout, FileNames(layout, layout.prelude))
    parts = ["\n".join(writer.shape(port)) for key, port in sorted(prelude.PORTS.items()) if key in used]
    head = docstring("Made by Holo: time and chance, which come in from outside.")
    return block([*head, "", writer.names.imports(), "\n\n".join(parts)])


def _bound(found: list[Shape]) -> set[str]:
    return {
        name for shape in found for expr in shape_expressions(shape) for name in expression_names(expr.source).bound
    }


def _constant(const: ir.Const, names: FileNames) -> str:
    final = names.standard("typing", "Final")
    return f"{const.name}: {final}[{names.code(const.type, typed=True)}] = {names.code(const.value)}"


def _ordered(found: list[Shape], lookup: Lookup) -> Iterator[Shape]:
    # Depth first: whatever a declaration needs at load time is written before it.
    by_id = {shape.id: shape for shape in found}
    done: set[str] = set()

    def write(shape: Shape) -> Iterator[Shape]:
        if shape.id in done:
            return
        done.add(shape.id)
        for key in owners(_at_load(shape, lookup), by_id):
            yield from write(by_id[key])
        yield shape

    kinds = (ir.Alias, ir.Enum, ir.Const, ir.Record, ir.Error, ir.Port)
    for shape in sorted(found, key=lambda each: kinds.index(type(each))):
        yield from write(shape)


def _at_load(shape: Shape, lookup: Lookup) -> Iterator[str]:
    match shape:
        case ir.Alias():
            yield from shape.base.names.values()
        case ir.Const():
            yield from reached(shape.value, lookup)
        case ir.Record() | ir.Error():
            for field in shape.fields:
                if field.default is not None:
                    yield from reached(field.default, lookup)
        case ir.Port():
            for function in shape.functions:
                for each in function.parameters:
                    if each.default is not None:
                        yield from reached(each.default, lookup)


class _Writer:
    def __init__(self, layout: Layout, names: FileNames) -> None:
        self._layout = layout
        self.names = names
        self._written: set[str] = set()

    def shape(self, shape: Shape) -> list[str]:
        self._written.add(shape.id)
        match shape:
            case ir.Alias():
                return self._alias(shape)
            case ir.Const():
                return [*comment(shape.doc), _constant(shape, self.names)]
            case ir.Enum():
                return self._enum(shape)
            case ir.Record():
                return self._record(shape)
            case ir.Error():
                return self._error(shape)
            case ir.Port():
                return self._port(shape)

    def _alias(self, alias: ir.Alias) -> list[str]:
        where = "" if alias.where is None else f"Holds: {one_line(alias.where.source)} (`it` is the value)."
        base = self.names.code(alias.base, typed=True)
        own = [key for key in alias.base.names.values() if self._waits(key, alias)]
        if own:
            base = f'"{base}"'  # the name comes later, or from a file that needs this one
        head = self.names.standard("typing", "TypeAlias")
        return [*comment("\n".join(filter(None, (alias.doc, where)))), f"{alias.name}: {head} = {base}"]

    def _waits(self, key: str, alias: ir.Alias) -> bool:
        place = self._layout.place(key)
        here = self._layout.place(alias.id)
        if place is None or here is None:
            return False
        if place.module == here.module:
            return key not in self._written or key == alias.id
        return self.names.is_late(place.module)

    def _enum(self, enum: ir.Enum) -> list[str]:
        base = self.names.standard("enum", "Enum")
        lines = [f"class {enum.name}({base}):", *docstring(enum.doc or f"One of {len(enum.members)}.", (), INDENT), ""]
        for member in enum.members:
            lines += [*comment(member.doc, INDENT), f'{INDENT}{member.name} = "{member.name}"']
        return lines

    def _record(self, record: ir.Record) -> list[str]:
        before: list[str] = []
        head = self.names.standard("dataclasses", "dataclass")
        lines = [
            f"@{head}(frozen=True, slots=True)",
            f"class {record.name}:",
            *docstring(record.doc or f"A record: `{record.id}`.", (), INDENT),
            "",
        ]
        for field in record.fields:
            made, default = self._default(record, field)
            before += made
            note = f"  # {first_line(field.doc)}" if field.doc else ""
            lines.append(f"{INDENT}{field.name}: {self.names.code(field.type, typed=True)}{default}{note}")
        return [*before, *lines, *self._checks(record)]

    def _default(self, record: ir.Record, field: ir.RecordField) -> tuple[list[str], str]:
        if field.default is None:
            return [], ""
        lookup = self._layout.library.lookup
        waits = [
            key
            for key in reached(field.default, lookup)
            if isinstance(lookup(key), ir.Function) or key in self._layout.computed or self._is_late(key)
        ]
        if not waits and not _is_mutable(field.type, self._layout):
            return [], f" = {self.names.code(field.default)}"
        made_by = self.names.standard("dataclasses", "field")
        later: dict[str, set[str]] = {}
        value = self.names.code(field.default, later=later)
        if value in _EMPTY:
            return [], f" = {made_by}(default_factory={ {'[]': 'list', '{}': 'dict', 'set()': 'set'}[value] })"
        if not later:
            return [], f" = {made_by}(default_factory=lambda: {value})"
        name = f"_{record.name}_{field.name}".lower()
        type_ = self.names.code(field.type, typed=True)
        imports = [f"{INDENT}{line}" for line in late_statements(later)]
        return [
            f"def {name}() -> {type_}:",
            *imports,
            f"{INDENT}return {value}",
            "",
            "",
        ], f" = {made_by}(default_factory={name})"

    def _is_late(self, key: str) -> bool:
        place = self._layout.place(key)
        return place is not None and self.names.is_late(place.module)

    def _checks(self, record: ir.Record) -> list[str]:
        later: dict[str, set[str]] = {}
        conditions = Conditions(self.names, self._layout.library.lookup, types=False, later=later)
        lines: list[str] = []
        for field in record.fields:
            found = conditions.of(field.type, f"self.{field.name}")
            if found:
                lines += _refusing(joined(found), f"{record.name}.{field.name} is no {one_line(field.type.source)}")
        own = {field.name: f"self.{field.name}" for field in record.fields}
        for invariant in record.invariants:
            text = self.names.code(invariant.expr, stands_for=own, later=later)
            lines += _refusing(text, f"{record.name}: {one_line(invariant.expr.source)}")
        if not lines:
            return []
        imports = [f"{INDENT * 2}{line}" for line in late_statements(later)]
        return ["", f"{INDENT}def __post_init__(self) -> None:", *imports, *(f"{INDENT * 2}{line}" for line in lines)]

    def _error(self, error: ir.Error) -> list[str]:
        lines = [f"class {error.name}(Exception):", *docstring(error.doc or f"An error: `{error.id}`.", (), INDENT)]
        parameters = ["self"]
        for field in error.fields:
            default = "" if field.default is None else f" = {self.names.code(field.default)}"
            parameters.append(f"{field.name}: {self.names.code(field.type, typed=True)}{default}")
        given = ", ".join(field.name for field in error.fields)
        lines += [
            "",
            f"{INDENT}def __init__({', '.join(parameters)}) -> None:",
            f"{INDENT * 2}super().__init__({given})",
        ]
        lines += [f"{INDENT * 2}self.{field.name} = {field.name}" for field in error.fields if field.name != "args"]
        return [
            *lines,
            "",
            f"{INDENT}def __eq__(self, other: object) -> bool:",
            f"{INDENT * 2}return type(other) is type(self) and self.args == other.args",
            "",
            f"{INDENT}def __hash__(self) -> int:",
            f"{INDENT * 2}return hash(type(self))",
        ]

    def _port(self, port: ir.Port) -> list[str]:
        base = self.names.standard("typing", "Protocol")
        lines = [f"class {port.name}({base}):", *docstring(port.doc or f"A port: `{port.id}`.", (), INDENT)]
        for function in port.functions:
            errors = [error.rpartition(".")[2] for error in function.raises]
            lines += [
                "",
                f"{INDENT}{signature_in(function, self.names, 'self')}",
                *docstring(function.doc or f"Carry out `{function.name}`.", [("Raises", errors)], INDENT * 2),
                f"{INDENT * 2}...",
            ]
        return lines if port.functions else [*lines]


def _refusing(condition: str, message: str) -> list[str]:
    return [f"if not ({condition}):", f"{INDENT}raise ValueError({quoted(message)})"]


def quoted(text: str) -> str:
    """Return a text as a Python string in double quotes."""
    made = repr(text)
    return made if '"' in text or made[0] == '"' else f'"{made[1:-1]}"'


def _is_mutable(type_: ir.Expr, layout: Layout) -> bool:
    seen: set[str] = set()
    waiting = [type_]
    while waiting:
        expr = waiting.pop()
        words = {node.id for node in ast.walk(ast.parse(expr.source, mode="eval")) if isinstance(node, ast.Name)}
        if words & {"list", "dict", "set"}:
            return True
        for key in expr.names.values():
            node = layout.library.lookup(key)
            if isinstance(node, ir.Alias) and key not in seen:
                seen.add(key)
                waiting.append(node.base)
    return False
