"""Where a described name is in today's code: by its module, by way of imports, or in a base class."""

from __future__ import annotations

import ast
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from holo.lift.annotations import parsed
from holo.lift.selection import full_path, homes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from holo.lift.model import Alias, Attribute, Class, Function, Inventory, Module


@dataclass(slots=True)
class Finder:
    """Looks things up in one inventory; every answer says in which module the thing is defined."""

    inventory: Inventory
    modules: dict[str, Module] = field(init=False)
    _functions: dict[str, tuple[Module, Function]] = field(init=False)
    _classes: dict[str, tuple[Module, Class]] = field(init=False)
    _constants: dict[str, tuple[Module, Attribute]] = field(init=False)
    _aliases: dict[str, tuple[Module, Alias]] = field(init=False)
    _homes: Mapping[str, str] = field(init=False)
    _expanded: dict[tuple[str, str], str] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        """Index the inventory once."""
        self.modules = {one.name: one for one in self.inventory.modules}
        modules = self.inventory.modules
        self._functions = {f"{m.name}:{f.qualname}": (m, f) for m in modules for f in m.every_function()}
        self._classes = {f"{m.name}:{c.qualname}": (m, c) for m in modules for c in m.classes}
        self._constants = {f"{m.name}:{c.name}": (m, c) for m in modules for c in m.constants}
        self._aliases = {f"{m.name}:{a.name}": (m, a) for m in modules for a in m.aliases}
        self._homes = homes(self.inventory)

    def function(self, module: str, qualname: str) -> tuple[Module, Function] | None:
        """Return a function or method: defined there, imported from within the package, or inherited."""
        owner, _, name = qualname.rpartition(".")
        if not owner:
            return self._functions.get(self._home(module, qualname))
        found = self.class_(module, owner)
        return None if found is None else self._method(found, name, set())

    def class_(self, module: str, qualname: str) -> tuple[Module, Class] | None:
        """Return a class: defined there, or imported from within the package."""
        outer, dot, inner = qualname.partition(".")
        return self._classes.get(f"{self._home(module, outer)}{dot}{inner}")

    def constant(self, module: str, name: str) -> tuple[Module, Attribute] | None:
        """Return a constant of a module."""
        return self._constants.get(self._home(module, name))

    def kind_of(self, module: str, qualname: str) -> str:
        """Say what stands under a name today: `function`, `class`, `constant`, `type`, `module`, or nothing."""
        home = self._home(module, qualname)
        if self.function(module, qualname) is not None:
            return "function"
        if self.class_(module, qualname) is not None:
            return "class"
        if home in self._constants:
            return "constant"
        if home in self._aliases:
            return "type"
        path = f"{module}.{qualname}" if module else qualname
        if path in self.modules:
            return "module"
        here = self.modules.get(module)
        if here is not None and any(one.name == qualname for one in here.reexports):
            return "import"
        owner, _, name = qualname.rpartition(".")
        return "attribute" if owner and self.attribute(module, owner, name) is not None else ""

    def attribute(self, module: str, owner: str, name: str) -> Attribute | None:
        """Return an attribute of a class, or of its bases within the package."""
        found = self.class_(module, owner)
        seen: set[str] = set()
        waiting = [found] if found is not None else []
        while waiting:
            home, one = waiting.pop(0)
            for each in one.attributes:
                if each.name == name:
                    return each
            if f"{home.name}:{one.qualname}" not in seen:
                seen.add(f"{home.name}:{one.qualname}")
                waiting += self._bases(home, one)
        return None

    def has_foreign_base(self, module: str, owner: str) -> bool:
        """Say whether a class has a base outside the package, from which it may have anything."""
        found = self.class_(module, owner)
        waiting, seen = [found] if found is not None else [], set()
        while waiting:
            home, one = waiting.pop()
            known = self._bases(home, one)
            if len(known) < len([base for base in one.bases if base != "object"]):
                return True
            if f"{home.name}:{one.qualname}" not in seen:
                seen.add(f"{home.name}:{one.qualname}")
                waiting += known
        return False

    def error_home(self, module: Module, name: str) -> str:
        """Return `MODULE:NAME` of an error that the package defines, by the name that a module calls it; else nothing."""
        if f"{module.name}:{name}" in self._classes:
            return f"{module.name}:{name}"
        root, dot, rest = name.partition(".")
        target = module.imports.get(root)
        return self._homes.get(f"{target}{dot}{rest}", "") if target else ""

    def type_name(self, module: str, name: str) -> bool:
        """Say whether a module defines a name for a type, or imports it from within the package."""
        return self._home(module, name) in self._aliases

    def expanded(self, module: Module, annotation: str) -> str:
        """Return an annotation with the package's own names for types replaced by what they stand for.

        What an import renames has its own name again. Two annotations that mean the same may be compared then.
        """
        key = (module.name, annotation)
        if key not in self._expanded:
            node = parsed(annotation)
            self._expanded[key] = annotation if node is None else ast.unparse(_Through(self, module, 0).visit(node))
        return self._expanded[key]

    def alias(self, module: Module, name: str) -> tuple[Module, Alias] | None:
        """Return what a name for a type stands for, and the module in which that is to be read."""
        found = self._aliases.get(self._home(module.name, name))
        return found if found is not None and found[1].kind == "alias" else None

    def all_functions(self) -> list[tuple[Module, Function]]:
        """Return every function and method, by module and place."""
        return list(self._functions.values())

    def _home(self, module: str, name: str) -> str:
        own = f"{module}:{name}"
        if any(own in table for table in (self._functions, self._classes, self._constants, self._aliases)):
            return own
        return self._homes.get(f"{full_path(self.inventory.name, module)}.{name}", own)

    def _method(self, found: tuple[Module, Class], name: str, seen: set[str]) -> tuple[Module, Function] | None:
        module, one = found
        key = f"{module.name}:{one.qualname}"
        own = self._functions.get(f"{key}.{name}")
        if own is not None or key in seen:
            return own
        seen.add(key)
        for base in self._bases(module, one):
            inherited = self._method(base, name, seen)
            if inherited is not None:
                return inherited
        return None

    def _bases(self, module: Module, one: Class) -> list[tuple[Module, Class]]:
        found = []
        for base in one.bases:
            home = self.error_home(module, base.partition("[")[0])
            if home in self._classes:
                found.append(self._classes[home])
        return found


_DEEPEST = 8


class _Through(ast.NodeTransformer):
    """Goes through names for types to what they stand for."""

    def __init__(self, finder: Finder, module: Module, depth: int) -> None:
        self.finder, self.module, self.depth = finder, module, depth

    def visit_Constant(self, node: ast.Constant) -> ast.expr:
        inner = parsed(node.value) if isinstance(node.value, str) else None
        return node if inner is None else ast.parse(ast.unparse(self.visit(inner)), mode="eval").body

    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:
        # What a `Literal` lists is a value, and no annotation in quotes.
        if ast.unparse(node.value).rpartition(".")[2] != "Literal":
            node.slice = self.visit(node.slice)
        node.value = self.visit(node.value)
        return node

    def visit_Name(self, node: ast.Name) -> ast.expr:
        found = self.finder.alias(self.module, node.id) if self.depth < _DEEPEST else None
        if found is not None:
            inner = parsed(found[1].value)
            if inner is not None:
                replaced: ast.expr = _Through(self.finder, found[0], self.depth + 1).visit(inner)
                return replaced
        target = self.module.imports.get(node.id, "")
        return ast.copy_location(ast.Name(target.rpartition(".")[2], node.ctx), node) if target else node
