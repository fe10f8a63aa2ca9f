"""Where each declaration of a project stands in the generated package: module, attribute, file.

Pure: ids in, places out. The root hologram is the package; its packages and the holograms that it uses
are packages inside it. Types of a package live in its `types` module, each function in a module of its name,
and so does each constant that only a function's result can give.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from holo.emit.needs import computed_constants, type_rings
from holo.ir import model as ir
from holo.ir import prelude
from holo.ir.library import Library
from holo.pycode.scope import shapes

if TYPE_CHECKING:
    from collections.abc import Iterator

TYPES = "types"
PRELUDE = "prelude"
LAZY = "_package"

SOURCE = "src"
TESTS = "tests"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a declaration stands: `from module import name`."""

    id: str
    module: str
    name: str


@dataclass(frozen=True, slots=True)
class Unit:
    """One package of one hologram with its Python package; `types` is the module of its types."""

    hologram: ir.Hologram
    package: ir.Package
    module: str
    types: str

    @property
    def has_types(self) -> bool:
        """Say whether anything stands in the module of types."""
        return next(shapes(self.package), None) is not None


class Layout:
    """Places of all declarations of a project, worked out once."""

    def __init__(self, project: ir.Project) -> None:
        """Lay a project out; later questions cost a look-up."""
        self.project = project
        self.root = project.root
        self.library = Library()
        for hologram in project.holograms:
            self.library.add(hologram)
        self.units: tuple[Unit, ...] = tuple(self._units())
        self._places: dict[str, Place] = {}
        self._ids: dict[tuple[str, str], str] = {}
        self._fakes: dict[str, str] = {}
        self.unit_of: dict[str, Unit] = {}
        self.rings = type_rings(project)
        self.computed = computed_constants(project, self.library.lookup, self.rings)
        for unit in self.units:
            self._place(unit)
        self.prelude = f"{self.root}.{self._free(PRELUDE, self._root_names())}"
        for port in prelude.PORTS.values():
            self._places[port.id] = Place(port.id, self.prelude, port.name)

    def place(self, key: str) -> Place | None:
        """Return where a declaration stands; None for what is no declaration of its own."""
        return self._places.get(key)

    def owner(self, key: str) -> tuple[Place, str] | None:
        """Return the place of a declaration or of the one it is part of, and the rest: `.lent` for a member."""
        rest = ""
        while key:
            place = self._places.get(key)
            if place is not None:
                return place, rest
            key, _, last = key.rpartition(".")
            rest = f".{last}{rest}"
        return None

    def at(self, module: str, name: str) -> str | None:
        """Return the id of what stands in a module under a name."""
        if not self._ids:
            self._ids = {(place.module, place.name): key for key, place in self._places.items()}
        return self._ids.get((module, name))

    def ids(self) -> tuple[str, ...]:
        """Return the ids of everything that has a place."""
        return tuple(self._places)

    def places_in(self, unit: Unit) -> tuple[Place, ...]:
        """Return the places of what a package declares, types first."""
        found = [*shapes(unit.package), *unit.package.functions]
        return tuple(self._places[each.id] for each in found)

    def fakes(self) -> dict[str, str]:
        """Return the class that fakes each port in the tests, by the port's id."""
        if not self._fakes:
            taken: set[str] = set()
            ports = [*prelude.PORTS.values(), *(port for unit in self.units for port in unit.package.ports)]
            for port in ports:
                name = self._free(f"Fake{port.name}", taken)
                taken.add(name.lower())
                self._fakes[port.id] = name
        return self._fakes

    def packages(self) -> tuple[str, ...]:
        """Return the modules that are packages."""
        return tuple(sorted(self._packages))

    def path(self, module: str) -> str:
        """Return the file of a module, relative to the folder of the distribution."""
        folder = f"{SOURCE}/{module.replace('.', '/')}"
        return f"{folder}/__init__.py" if self.is_package(module) else f"{folder}.py"

    def is_package(self, module: str) -> bool:
        """Say whether a module is a package."""
        return module in self._packages

    def children(self, module: str) -> tuple[str, ...]:
        """Return the last names of the packages directly inside a package."""
        return tuple(self._children.get(module, ()))

    def _units(self) -> Iterator[Unit]:
        self._packages: set[str] = {self.root}
        found = []
        for hologram in self.project.holograms:
            base = self.root if hologram.name == self.root else f"{self.root}.{hologram.name}"
            for package in hologram.packages or (ir.Package(id=hologram.name, name=""),):
                module = f"{base}.{package.name}" if package.name else base
                self._packages |= {base, module}
                found.append((hologram, package, module))
        self._children: dict[str, list[str]] = {}
        for name in sorted(self._packages):
            above, _, last = name.rpartition(".")
            self._children.setdefault(above, []).append(last)
        for hologram, package, module in found:
            yield Unit(hologram, package, module, f"{module}.{self._free(TYPES, set(self.children(module)))}")

    def _root_names(self) -> set[str]:
        taken = set(self.children(self.root))
        taken |= {place.module.rpartition(".")[2] for place in self._places.values() if place.module.count(".") == 1}
        return {name.lower() for name in taken}

    def _place(self, unit: Unit) -> None:
        taken = {name.lower() for name in self.children(unit.module)}
        taken.add(unit.types.rpartition(".")[2])
        for shape in shapes(unit.package):
            self.unit_of[shape.id] = unit
            if shape.id not in self.computed:
                self._places[shape.id] = Place(shape.id, unit.types, shape.name)
        # Functions first, so that a constant never takes the file name of a function.
        alone: list[ir.Function | ir.Const] = [*unit.package.functions]
        alone += [each for each in unit.package.consts if each.id in self.computed]
        for each in alone:
            name = self._free(each.name if isinstance(each, ir.Function) else each.name.lower(), taken)
            taken.add(name.lower())
            self.unit_of[each.id] = unit
            self._places[each.id] = Place(each.id, f"{unit.module}.{name}", each.name)

        self.unit_of.update((law.id, unit) for law in unit.package.laws)

    @staticmethod
    def _free(name: str, taken: set[str]) -> str:
        # Some file systems do not tell `Fine` from `fine`.
        while name.lower() in taken:
            name += "_"
        return name
