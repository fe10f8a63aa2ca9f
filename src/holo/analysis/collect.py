"""First pass: every name that a hologram declares, and where it is visible.

Looks at declarations alone, never into an expression. What is declared twice is kept as a pair for the
rule that reports it; the first one keeps the name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from holo.analysis.methods import binding_of, defined, nest, taken
from holo.analysis.symbols import DESCRIBED_NAMES, OWNERS, PRELUDE_NAMES, Kind, Slot, Symbol
from holo.diagnostics.model import Severity
from holo.syntax import tree

if TYPE_CHECKING:
    from collections.abc import Mapping

    from holo.analysis.exports import Exports
    from holo.syntax.parse import Parsed

_DECLARED = re.compile(
    r"^[ \t]*(?:async[ \t]+)?(?:function|flow|law|record|class|type|const|enum|error|port|package|failure|requirement|decision)"
    r"[ \t]+([^\W\d]\w*)",
    re.MULTILINE,
)
_TERM = re.compile(r'^[ \t]*"?([^"\n]+?)"?[ \t]+"', re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Placed:
    """A declaration and the package that it stands in (empty at top level)."""

    package: str
    item: tree.Declaration


@dataclass(slots=True)
class Table:
    """All names of one file.

    `visible` has for each package what a bare name means in it: own package, file, prelude. `elsewhere` lists
    what packages declare under a name. `broken` are names whose declarations could not be read: they mean
    something, but nobody knows what.
    """

    hologram: str
    header: tree.Header | None = None
    code: str = ""  # the folder or file that the hologram describes, as `holo.toml` has it
    modules: dict[str, tuple[tree.Name, Symbol]] = field(default_factory=dict)  # packages, by their whole names
    orphans: list[tuple[tree.Name, str]] = field(default_factory=list)  # methods without a class, and its name
    items: list[Placed] = field(default_factory=list)
    top: dict[str, Symbol] = field(default_factory=dict)
    packages: dict[str, dict[str, Symbol]] = field(default_factory=dict)
    visible: dict[str, dict[str, Symbol]] = field(default_factory=dict)
    elsewhere: dict[str, list[Symbol]] = field(default_factory=dict)
    by_id: dict[str, Symbol] = field(default_factory=dict)
    declared: dict[int, Symbol] = field(default_factory=dict)  # by the start of the declaration
    terms: dict[str, tree.Term] = field(default_factory=dict)
    uses: list[tuple[tree.Use, Exports | None]] = field(default_factory=list)
    not_exported: list[tuple[tree.Name, Exports]] = field(default_factory=list)
    repeats: list[tuple[tree.Name, Symbol | tree.Term]] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)
    broken_terms: set[str] = field(default_factory=set)
    partial: set[int] = field(default_factory=set)  # starts of declarations in which something could not be read
    near: dict[tuple[str, str], str] = field(default_factory=dict)  # what is nearest to an unknown name of a package
    shapes: dict[tuple[str, str, tuple[str, ...]], Symbol | str | None] = field(
        default_factory=dict
    )  # what `known` read


def collect(parsed: Parsed, used: Mapping[str, Exports], code: str = "") -> Table:
    """Return the names of a file; `used` has the exports of the holograms that it uses, by path as written.

    `code` is where the code lies that the file describes; nothing for an ordinary hologram.
    """
    file = parsed.file
    header = next((item for item in file.items if isinstance(item, tree.Header)), None)
    table = Table(name_of(file), header, code)
    for exports in used.values():
        for symbol in exports.symbols:
            table.by_id[symbol.id] = symbol
            table.by_id.update((one.id, one) for one in symbol.functions.values() if symbol.kind in OWNERS)
    dotted: list[tuple[Placed, dict[str, Symbol]]] = []
    for item in file.items:
        if isinstance(item, tree.Package):
            _package(table, item, dotted)
        else:
            _item(table, Placed("", item), table.top, dotted)
    # Those with fewer dots first, so that a class in a class is there before its methods are.
    for placed, scope in sorted(dotted, key=lambda one: (type(one[0].item) is tree.Function, _dots(one[0]))):
        _inside(table, placed, scope)
    for name, (head, _) in table.modules.items():
        above, dot, last = name.rpartition(".")
        twin = table.packages.get(above, {}).get(last) if dot else None
        if twin is not None:  # one id would be two things
            table.repeats.append((head, twin))
    nest({name: symbol for name, (_, symbol) in table.modules.items()}, table.top, table.hologram)
    _broken(parsed, table)
    for use in (item for item in file.items if isinstance(item, tree.Use)):
        _use(table, use, used.get(use.path.text))
    base = PRELUDE_NAMES | DESCRIBED_NAMES | table.top if code else PRELUDE_NAMES | table.top
    table.visible[""] = base
    for name, own in table.packages.items():
        table.visible[name] = base | own
        for symbol in own.values():
            if symbol.kind is not Kind.PACKAGE:
                table.elsewhere.setdefault(symbol.name, []).append(symbol)
    return table


def name_of(file: tree.File) -> str:
    """Return what a hologram is called: by its header, or else by its file."""
    header = next((item for item in file.items if isinstance(item, tree.Header)), None)
    return header.name.text if header is not None else _stem(file.path)


def _stem(path: str) -> str:
    """Return a name for a hologram without a header."""
    stem = re.sub(r"\W", "_", path.replace("\\", "/").rpartition("/")[2].removesuffix(".holo"))
    return stem if stem.isidentifier() else "unnamed"


def _package(table: Table, package: tree.Package, dotted: list[tuple[Placed, dict[str, Symbol]]]) -> None:
    table.items.append(Placed("", package))
    name = package.name.text
    symbol = Symbol(Kind.PACKAGE, f"{table.hologram}.{name}", name, span=package.name.span)
    if name in table.packages or name in table.top:
        table.repeats.append((package.name, table.top.get(name) or table.by_id[symbol.id]))
    else:
        # A module in a package is found through that package.
        scope = table.top if "." not in name else {}
        _declare(table, symbol, scope, package.name, package.span.start)
    table.modules.setdefault(name, (package.name, symbol))
    own = table.packages.setdefault(name, {})
    for item in package.items:
        _item(table, Placed(name, item), own, dotted)
    symbol.functions = own


def _dots(placed: Placed) -> int:
    item = placed.item
    return item.name.text.count(".") if isinstance(item, tree.Function | tree.Class) else 0


def _inside(table: Table, placed: Placed, scope: dict[str, Symbol]) -> None:
    """Declare a method, or a class in a class."""
    item = placed.item
    assert isinstance(item, tree.Function | tree.Class)
    symbol = _symbol(table, placed)
    assert symbol is not None
    *path, last = item.name.text.split(".")
    owner = scope.get(path[0])
    for part in path[1:]:
        owner = owner.functions.get(part) if owner is not None else None
    table.declared[item.span.start] = symbol
    table.by_id.setdefault(symbol.id, symbol)
    if owner is None or owner.kind not in OWNERS:
        table.orphans.append((item.name, ".".join(path)))
        return
    if last in owner.functions:
        table.repeats.append((item.name, owner.functions[last]))
        return
    owner.functions[last] = symbol


def _item(
    table: Table, placed: Placed, scope: dict[str, Symbol], dotted: list[tuple[Placed, dict[str, Symbol]]]
) -> None:
    item = placed.item
    table.items.append(placed)
    if isinstance(item, tree.Glossary):
        for term in item.terms:
            key = term.name.text.lower()
            if key in table.terms:
                table.repeats.append((term.name, table.terms[key]))
            else:
                table.terms[key] = term
        return
    if isinstance(item, tree.Python):
        for module in item.modules:
            scope.setdefault(module.text.partition(".")[0], Symbol(Kind.MODULE, "", module.text, span=module.span))
        return
    if (type(item) is tree.Function or type(item) is tree.Class) and "." in item.name.text:
        dotted.append((placed, scope))
        return
    symbol = _symbol(table, placed)
    if symbol is not None:
        _declare(table, symbol, scope, item.name, item.span.start)  # type: ignore[union-attr]  # each item with a symbol has a name


def _declare(table: Table, symbol: Symbol, scope: dict[str, Symbol], name: tree.Name, start: int) -> None:
    table.declared[start] = symbol
    if symbol.name in scope:
        table.repeats.append((name, scope[symbol.name]))
        return
    scope[symbol.name] = symbol
    table.by_id[symbol.id] = symbol


def _slots(parts: tuple[tree.Parameter, ...] | tuple[tree.Field, ...]) -> tuple[Slot, ...]:
    return tuple([Slot(one.name.text, one.type.text, one.default is None) for one in parts])


def _symbol(table: Table, placed: Placed) -> Symbol | None:
    item, package = placed.item, placed.package
    if not isinstance(item, _NAMED):
        return None
    name, span = item.name.text, item.name.span
    id_ = f"{table.hologram}.{package}.{name}" if package else f"{table.hologram}.{name}"
    match item:
        case tree.Function(kind="law"):
            return Symbol(Kind.LAW, id_, name, package, span, _slots(item.parameters))
        case tree.Function():
            binding = binding_of(item)
            return Symbol(
                Kind.FUNCTION,
                id_,
                name,
                package,
                span,
                taken(item.parameters)[binding == "class" :],
                returns=item.returns.text if item.returns else "",
                computable=defined(item),
                is_async=item.is_async,
                generic=tuple([one.text for one in item.type_parameters]),
                binding=binding,
            )
        case tree.Class():
            return Symbol(Kind.CLASS, id_, name, package, span, _slots(item.fields))
        case tree.Opaque():
            return Symbol(Kind.OPAQUE, id_, name, package, span)
        case tree.Record():
            return Symbol(Kind.RECORD, id_, name, package, span, _slots(item.fields))
        case tree.Error():
            return Symbol(Kind.ERROR, id_, name, package, span, _slots(item.parameters))
        case tree.Alias():
            return Symbol(Kind.ALIAS, id_, name, package, span, returns=item.base.text)
        case tree.Const():
            return Symbol(Kind.CONST, id_, name, package, span, returns=item.type.text)
        case tree.Enum():
            return Symbol(Kind.ENUM, id_, name, package, span, members=tuple([one.name.text for one in item.members]))
        case tree.Port():
            functions: dict[str, Symbol] = {}
            for one in item.functions:
                functions.setdefault(one.name.text, _port_function(id_, package, one))
            for function in functions.values():
                table.by_id[function.id] = function
            return Symbol(Kind.PORT, id_, name, package, span, functions=functions)
        case tree.Failure():
            return Symbol(Kind.FAILURE, id_, name, package, span)
        case tree.Requirement():
            return Symbol(Kind.REQUIREMENT, id_, name, package, span)
        case tree.Decision():
            return Symbol(Kind.DECISION, id_, name, package, span)


_NAMED = (
    tree.Function,
    tree.Record,
    tree.Class,
    tree.Opaque,
    tree.Error,
    tree.Alias,
    tree.Const,
    tree.Enum,
    tree.Port,
    tree.Failure,
    tree.Requirement,
    tree.Decision,
)


def _port_function(port: str, package: str, item: tree.PortFunction) -> Symbol:
    name = item.name.text
    return Symbol(
        Kind.FUNCTION,
        f"{port}.{name}",
        name,
        package,
        item.name.span,
        _slots(item.parameters),
        returns=item.returns.text,
        is_async=item.is_async,
    )


def _use(table: Table, use: tree.Use, exports: Exports | None) -> None:
    """Bring the names of a `use` into the file's scope; without exports they are names of unknown meaning."""
    table.uses.append((use, exports))
    if exports is None:
        table.broken.update(name.text.rpartition(".")[2] for name in use.only)
        if use.alias is not None:
            table.broken.add(use.alias.text)
        return
    whole = _contents(exports)
    for name in use.only:
        symbol = _exported(whole, name.text)
        if symbol is not None:
            _bring(table, symbol, symbol.name, name)
        elif name.text in exports.broken:
            table.broken.add(name.text)
        else:
            table.not_exported.append((name, exports))
            table.broken.add(name.text)
    if not use.only:
        name = use.alias or tree.Name(exports.name, use.path.span)
        whole.span = name.span
        _bring(table, whole, name.text, name)


def _bring(table: Table, symbol: Symbol, word: str, name: tree.Name) -> None:
    if word in table.top:
        table.repeats.append((name, table.top[word]))
    else:
        table.top[word] = symbol


def _contents(exports: Exports) -> Symbol:
    """Return a hologram as one symbol that holds all its names."""
    whole = Symbol(Kind.HOLOGRAM, exports.name, exports.name, foreign=True)
    packages: dict[str, Symbol] = {}
    for one in exports.symbols:
        if one.kind is Kind.PACKAGE:
            package = Symbol(Kind.PACKAGE, one.id, one.name, foreign=True)
            packages[one.name] = package
            if "." not in one.name:
                whole.functions[one.name] = package
    for one in exports.symbols:
        if one.kind is not Kind.PACKAGE:
            (packages[one.package] if one.package else whole).functions[one.name] = one
    nest(packages, whole.functions, exports.name)
    return whole


def _exported(whole: Symbol, text: str) -> Symbol | None:
    """Return what a name after `only` means: at top level, or in the one package that has it."""
    head, _, rest = text.rpartition(".")
    if head:
        package: Symbol | None = whole
        for part in head.split("."):
            package = package.functions.get(part) if package is not None else None
        return package.functions.get(rest) if package is not None and package.kind is Kind.PACKAGE else None
    found = whole.functions.get(text)
    if found is not None:
        return found
    inside = [
        package.functions[text]
        for package in whole.functions.values()
        if package.kind is Kind.PACKAGE and text in package.functions
    ]
    return inside[0] if len(inside) == 1 else None


def _hides(item: tree.Declaration, text: str, place: int) -> bool:
    """Say whether a mistake at a place may hide a field, member or parameter: not one in a clause or an invariant."""
    if isinstance(item, tree.Function):
        head = item.returns.span.stop if item.returns is not None else item.name.span.stop
        return place <= text.find("{", head)
    if isinstance(item, tree.Record):
        return not text[text.rfind("\n", 0, place) + 1 : place + 9].lstrip().startswith("invariant")
    return True


def _broken(parsed: Parsed, table: Table) -> None:
    """Keep the names of declarations that did not parse, so that those who name them are not blamed."""
    places = [one.span.start for one in parsed.diagnostics if one.severity is Severity.ERROR]
    if not places:
        return
    text = parsed.source.text
    for placed in table.items:
        _, start, stop = placed.item.span
        if not isinstance(placed.item, tree.Package) and any(start <= place < stop for place in places):
            table.partial.add(start)
            symbol = table.declared.get(start)
            if symbol is not None:
                symbol.computable = True
                symbol.partial = any(_hides(placed.item, text, place) for place in places if start <= place < stop)
    known = table.top.keys() | {name for own in table.packages.values() for name in own}
    table.broken.update(name for name in _DECLARED.findall(text) if name not in known)
    table.broken_terms.update(name.lower() for name in _TERM.findall(text))
