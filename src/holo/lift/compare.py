"""What a described hologram says against what the code holds today: the structural half of drift.

Pure: the IR and an inventory in, findings out. It compares what is written, and runs nothing; layout, comments,
docstrings and the order of definitions and imports never count.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from holo.codes import Code
from holo.ir.prelude import EXCEPTIONS
from holo.lift.compare_heads import compare_heads
from holo.lift.compare_shapes import compare_shapes
from holo.lift.expected import as_parameter, parameters, types_of
from holo.lift.finder import Finder
from holo.lift.finding import Finding, Seen
from holo.lift.model import is_public_path
from holo.lift.prose import first_paragraph
from holo.lift.selection import full_path, select

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from holo.ir import model as ir
    from holo.lift.expected import Types
    from holo.lift.model import Function, Inventory, Module


def compare(
    holograms: ir.Hologram | Sequence[ir.Hologram],
    inventory: Inventory,
    before: Mapping[str, Seen] | None = None,
) -> tuple[Finding, ...]:
    """Return what differs, by path, line and code.

    Several holograms may describe one package: what one of them says counts for all. `before` is what `seen` returned
    when the code was last accepted, by id; without it a function that was renamed is found by its parameters and its
    doc, and that a builtin error is no longer raised is not known.
    """
    listed = (holograms,) if not isinstance(holograms, (list, tuple)) else tuple(holograms)
    work = _Work(listed, inventory, before or {})
    found = dict.fromkeys(work.findings())
    return tuple(sorted(found, key=lambda one: (one.path, one.line, one.code.number, one.id, one.message)))


def seen(holograms: Sequence[ir.Hologram], inventory: Inventory) -> dict[str, Seen]:
    """Return what is worth remembering of each described function's body, by its id; and which types have a name there."""
    finder = Finder(inventory)
    known: dict[str, Seen] = {}
    for hologram in holograms:
        for package in hologram.packages:
            named: list[ir.Alias | ir.Opaque] = [*package.aliases, *package.opaques]
            known.update((one.id, Seen("")) for one in named if finder.type_name(package.name, one.name))
            for function in package.functions:
                found = finder.function(package.name, function.name)
                if found is not None:
                    known[function.id] = Seen(found[1].digest, _raised(found[1]))
    return known


def _raised(function: Function) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.error for one in function.raises))


class _Work:
    """One comparison."""

    def __init__(self, holograms: tuple[ir.Hologram, ...], inventory: Inventory, before: Mapping[str, Seen]) -> None:
        self.holograms = holograms
        self.inventory = inventory
        self.before = before
        self.finder = Finder(inventory)
        self.types = types_of(holograms)
        self.described = {f"{p.name}:{f.name}" for h in holograms for p in h.packages for f in p.functions}
        self.broken = {one.path: one for one in inventory.broken}
        self.taken: set[str] = set()  # functions that were found to be described ones under other names

    def findings(self) -> Iterator[Finding]:
        for hologram in self.holograms:
            for package in hologram.packages:
                module = self.finder.modules.get(package.name)
                if module is None:
                    yield from self._module_gone(package)
                    continue
                gone = set()
                for finding in compare_shapes(package, module, self.finder, self._types(module), self.before):
                    gone |= {finding.id} if finding.code is Code.DESCRIBED_CLASS_GONE else set()
                    yield finding
                for function in package.functions:
                    if function.owner not in gone:
                        yield from self._function(hologram, package, module, function)
        yield from self._extra()

    def _types(self, module: Module, owner: str = "") -> Types:
        def spell(annotation: str) -> str:
            text = self.finder.expanded(module, annotation)
            return re.sub(r"\bSelf\b", owner, text) if owner else text

        return self.types.within(spell)

    def _module_gone(self, package: ir.Package) -> Iterator[Finding]:
        declared = (package.functions, package.classes, package.records, package.enums, package.errors, package.consts)
        if not package.name and not any(declared):
            return
        path = self._path_of(package.name)
        broken = next(
            (one for one in self.inventory.broken if path in {one.path, one.path.replace("/__init__.py", ".py")}), None
        )
        if broken is not None:
            message = f"`{full_path(self.inventory.name, package.name)}` cannot be read: {broken.message}"
            yield Finding(Code.DESCRIBED_MODULE_BROKEN, package.id, broken.path, broken.line, message)
            return
        name = full_path(self.inventory.name, package.name)
        yield Finding(Code.DESCRIBED_MODULE_GONE, package.id, path, 1, f"The module `{name}` is gone", name)
        for function in package.functions:
            if not function.owner:
                yield from self._lost(package, None, function, quiet=True)

    def _path_of(self, module: str) -> str:
        if self.inventory.single:
            return self.inventory.root
        inner = f"{module.replace('.', '/')}.py" if module else "__init__.py"
        return f"{self.inventory.root.rstrip('/')}/{inner}"

    def _function(
        self, hologram: ir.Hologram, package: ir.Package, module: Module, function: ir.Function
    ) -> Iterator[Finding]:
        found = self.finder.function(package.name, function.name)
        if found is None:
            yield from self._lost(package, module, function)
            return
        yield from compare_heads(function, *found, self._types(found[0], function.name.rpartition(".")[0]))
        yield from self._raises(hologram, function, *found)

    def _lost(
        self, package: ir.Package, module: Module | None, function: ir.Function, *, quiet: bool = False
    ) -> Iterator[Finding]:
        """Say what became of a function that is not where it is described; `quiet` where its module is gone, too."""
        path = module.path if module is not None else self._path_of(package.name)
        kind = self.finder.kind_of(package.name, function.name) if module is not None else ""
        if kind:
            message = f"`{function.name}` is no function any more: it is {_WITH_ARTICLE[kind]}"
            yield Finding(Code.DESCRIBED_KIND, function.id, path, 1, message, "function", kind)
            return
        moved = self._moved(package, function)
        if moved is not None:
            home, today, same_name = moved
            self.taken.add(f"{home.name}:{today.qualname}")
            where = full_path(self.inventory.name, home.name)
            code = Code.DESCRIBED_FUNCTION_MOVED if same_name else Code.DESCRIBED_FUNCTION_RENAMED
            message = f"`{function.name}` now is `{where}.{today.qualname}`"
            yield Finding(code, function.id, home.path, today.line, message, function.id, f"{where}.{today.qualname}")
        elif not quiet:
            yield Finding(
                Code.DESCRIBED_FUNCTION_GONE, function.id, path, 1, f"`{function.name}` is gone", function.name
            )

    def _moved(self, package: ir.Package, function: ir.Function) -> tuple[Module, Function, bool] | None:
        free = [
            (home, one)
            for home, one in self.finder.all_functions()
            if f"{home.name}:{one.qualname}" not in self.described | self.taken
        ]
        digest = self.before[function.id].digest if function.id in self.before else ""
        alike = [
            (home, one) for home, one in free if digest and one.digest == digest and self._same_head(function, one)
        ]
        if len(alike) == 1:
            return (*alike[0], alike[0][1].qualname == function.name)
        named = [(home, one) for home, one in free if one.qualname == function.name and not one.owner]
        if len(named) == 1 and not function.owner:
            return (*named[0], True)
        if digest:
            return None
        near = [
            (home, one)
            for home, one in free
            if home.name == package.name
            and one.owner == function.name.rpartition(".")[0]
            and self._is_twin(function, one)
        ]
        return (*near[0], False) if len(near) == 1 else None

    def _same_head(self, function: ir.Function, one: Function) -> bool:
        said = [as_parameter(each, self.types).name for each in parameters(function)]
        return said == [each.name for each in one.parameters]

    def _is_twin(self, function: ir.Function, one: Function) -> bool:
        # Without the body, only a doc that is the same and the same parameters tell that a name was changed.
        doc = first_paragraph(one.doc)
        return bool(doc) and first_paragraph(function.doc) == doc and self._same_head(function, one)

    def _raises(
        self, hologram: ir.Hologram, function: ir.Function, module: Module, found: Function
    ) -> Iterator[Finding]:
        declared = {f"{p.name}:{e.name}": e.id for p in hologram.packages for e in p.errors}
        said = {one.error for one in function.raises}
        now: dict[str, int] = {}
        for one in found.raises:
            home = self.finder.error_home(module, one.error)
            error = declared.get(home) if home else (one.error if one.error in EXCEPTIONS else None)
            if error is not None:
                now.setdefault(error, one.line)
        for error, line in now.items():
            if error not in said:
                message = f"`{found.qualname}` raises `{_last(error)}`, which is not described"
                place = line or found.line
                yield Finding(Code.DESCRIBED_RAISES_ADDED, function.id, module.path, place, message, now=_last(error))
        memory = self.before.get(function.id)
        for error in sorted(said - now.keys()):
            if memory is not None:
                known = _last(error) in {_last(each) for each in memory.raises}
            else:
                known = error in declared.values() and not self._raised_anywhere(error)
            if known:
                message = f"`{found.qualname}` does not raise `{_last(error)}` any more"
                yield Finding(
                    Code.DESCRIBED_RAISES_GONE, function.id, module.path, found.line, message, was=_last(error)
                )

    def _raised_anywhere(self, error: str) -> bool:
        # An error of the package may come from a function that this one calls.
        name = _last(error)
        return any(
            _last(each.error) == name for _, one in self.finder.all_functions() for each in one.raises if each.line
        )

    def _extra(self) -> Iterator[Finding]:
        """Yield the public functions of described modules that no hologram knows."""
        names = {
            package.name for hologram in self.holograms for package in hologram.packages if _says_something(package)
        }
        known = {self._home_of(each) for each in self.described}
        for module in select(self.inventory).modules:
            if module.name not in names:
                continue
            for one in module.every_function():
                key = f"{module.name}:{one.qualname}"
                if key not in known | self.taken and is_public_path(one.qualname) and _can_be_said(one):
                    message = f"`{one.qualname}` is described nowhere"
                    id_ = f"{full_path(self.inventory.name, module.name)}.{one.qualname}"
                    yield Finding(Code.UNDESCRIBED_FUNCTION, id_, module.path, one.line, message, now=one.qualname)

    def _home_of(self, key: str) -> str:
        module, _, name = key.partition(":")
        found = self.finder.function(module, name)
        return key if found is None else f"{found[0].name}:{found[1].qualname}"


_WITH_ARTICLE = {
    "function": "a function",
    "class": "a class",
    "constant": "a constant",
    "type": "a name for a type",
    "module": "a module",
    "import": "imported from elsewhere",
    "attribute": "an attribute or property",
}


def _can_be_said(one: Function) -> bool:
    return not (one.binding == "static" and one.parameters and one.parameters[0].name in {"self", "cls"})


def _says_something(package: ir.Package) -> bool:
    return bool(package.functions or package.classes or package.records or package.enums or package.errors)


def _last(name: str) -> str:
    return name.rpartition(".")[2]
