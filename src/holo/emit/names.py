"""The names in one generated file: what each id is called there, and the imports that follow.

Rewrites expressions of the hologram into the words of the file. Bare names stay as they are wherever they
can; a dotted name (`fines.fine`) is imported under its last part, or under both parts where that is taken.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from holo.ir import model as ir
from holo.ir import prelude
from holo.pycode.imports import Free, MisplacedError, Names, expression_names, rewrite

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from holo.emit.layout import Layout, Place

PORT_NAMES = {port.name: key for key, port in prelude.PORTS.items()}
_PYTHON = prelude.BUILTINS | prelude.PRELUDE_MODULES.keys() | prelude.EXCEPTIONS | prelude.TYPES | {"self", "cls"}


class FileNames:
    """What one file calls the declarations that it needs.

    `taken` are names that mean something else in the whole file; `bound` those that some expression or body binds
    for itself. `late` says which modules this file must not import at its top. `fakes` is the module that offers
    `calls`, where the file may ask for it.
    """

    def __init__(
        self,
        layout: Layout,
        module: str,
        *,
        modules: Iterable[str] = (),
        taken: Iterable[str] = (),
        bound: Iterable[str] = (),
        late: Callable[[str], bool] = lambda module: False,  # noqa: ARG005  (the default is: nothing is late)
        fakes: str = "",
    ) -> None:
        """Begin a file that imports nothing."""
        self._layout = layout
        self._module = module
        self._modules = frozenset(modules)
        self._taken = set(taken)
        self._bound = set(bound)
        self._late = late
        self._fakes = fakes
        self._locals: dict[tuple[str, bool], str] = {}
        self._from: dict[str, set[str]] = {}
        self._typing: dict[str, set[str]] = {}
        self._whole: set[str] = set()
        self._standard: dict[tuple[str, str], str] = {}
        self.used: set[str] = set()
        """Ids of what the file names, its own excluded."""

    # -- names ------------------------------------------------------------------------------

    def is_late(self, module: str) -> bool:
        """Say whether this file must not import a module at its top."""
        return self._late(module)

    def standard(self, module: str, name: str) -> str:
        """Import a name of a standard module, under another name where the hologram has one like it."""
        if (module, name) not in self._standard:
            free = name not in self._taken or name in prelude.PRELUDE_MODULES
            self._standard[module, name] = name if free else f"_{name}"
            self._taken.add(name)
        local = self._standard[module, name]
        self._from.setdefault(module, set()).add(name if local == name else f"{name} as {local}")
        return local

    def whole(self, module: str) -> None:
        """Import a module by its own name."""
        self._whole.add(module)

    def local(
        self, key: str, written: str = "", *, typed: bool = False, later: dict[str, set[str]] | None = None
    ) -> str:
        """Return what the file calls a declaration, and import it.

        `typed` names stand in annotations alone. `later` collects the imports of a function's body where the top
        of the file cannot have them.
        """
        found = self._layout.owner(key)
        assert found is not None, f"`{key}` has no place"
        place, rest = found
        if place.module == self._module:
            self._locals[place.id, True] = place.name
            return place.name + rest
        bare = bool(written) and "." not in written.removesuffix(rest)
        name = self._name(place, bare=bare)
        line = place.name if name == place.name else f"{place.name} as {name}"
        if not self._late(place.module):
            self._from.setdefault(place.module, set()).add(line)
        elif typed:
            self._typing.setdefault(place.module, set()).add(line)
        elif later is not None:
            later.setdefault(place.module, set()).add(line)
        else:
            self._from.setdefault(place.module, set()).add(line)
        self.used.add(place.id)
        return name + rest

    def _name(self, place: Place, *, bare: bool) -> str:
        known = self._locals.get((place.id, bare))
        if known is not None:
            return known
        other = self._locals.get((place.id, not bare))
        refused = self._taken if bare else self._taken | self._bound | _PYTHON | self._modules
        if other is not None and other not in refused:
            self._locals[place.id, bare] = other
            return other
        name = place.name
        if name in refused:
            name = f"{place.id.split('.')[-2]}_{place.name}"
        if self._fakes and name.lower().startswith("test"):
            name = f"the_{name}"  # pytest would run it as a test of its own
        while name in self._taken or (name != place.name and name in self._bound | _PYTHON):
            name += "_"
        self._taken.add(name)
        self._locals[place.id, bare] = name
        return name

    # -- expressions ------------------------------------------------------------------------

    def code(
        self,
        expr: ir.Expr,
        *,
        stands_for: Mapping[str, str] | None = None,
        typed: bool = False,
        later: dict[str, set[str]] | None = None,
        awaited: bool = False,
    ) -> str:
        """Return an expression or type in the words of the file.

        `stands_for` puts text in the place of variables (`it`, fields of a record). `awaited` puts `await` before
        calls of async functions.
        """
        return self.text(expr.source, expr.names, stands_for=stands_for, typed=typed, later=later, awaited=awaited)

    def text(
        self,
        source: str,
        names: Mapping[str, str],
        *,
        stands_for: Mapping[str, str] | None = None,
        typed: bool = False,
        later: dict[str, set[str]] | None = None,
        awaited: bool = False,
    ) -> str:
        """Return the text of an expression in the words of the file; `names` say what its words mean."""
        found = expression_names(source)
        replace = self.replacing(names, stands_for=stands_for, typed=typed, later=later)
        try:
            made = rewrite(source, found, replace)
        except MisplacedError:
            made = _unparsed(source, found, replace)
        return self._awaited(made) if awaited else made

    def replacing(
        self,
        names: Mapping[str, str],
        *,
        variables: Collection[str] = (),
        stands_for: Mapping[str, str] | None = None,
        typed: bool = False,
        later: dict[str, set[str]] | None = None,
    ) -> Callable[[Free], tuple[int, str] | None]:
        """Return what puts the words of the file in the place of free names."""
        given = stands_for or {}

        def replace(use: Free) -> tuple[int, str] | None:
            if use.root in given:
                return 1, given[use.root]
            if use.root in variables:
                return None
            for count, written in zip(range(len(use.parts), 0, -1), use.prefixes(), strict=True):
                key = names.get(written)
                if key is not None and self._layout.owner(key) is not None:
                    name = self.local(key, written, typed=typed, later=later)
                    return None if name == written else (count, name)
            return self._outside(use, typed=typed, later=later)

        return replace

    def _outside(self, use: Free, *, typed: bool, later: dict[str, set[str]] | None) -> tuple[int, str] | None:
        root = use.root
        if root in PORT_NAMES:
            name = self.local(PORT_NAMES[root], root, typed=typed, later=later)
            return None if name == root else (1, name)
        if root in prelude.PRELUDE_MODULES:
            self.standard(prelude.PRELUDE_MODULES[root], root)
        elif root == prelude.CALLS and self._fakes:
            name = self.standard(self._fakes, root)
            return None if name == root else (1, name)
        elif root not in prelude.BUILTINS:
            module = next((each for each in use.prefixes() if each in self._modules), "")
            if module:
                self._whole.add(module)
        return None

    def _awaited(self, text: str) -> str:
        # Where an async function is called in an expression, its value is meant.
        waiting = {name for (key, _), name in self._locals.items() if is_async(self._layout, key)}
        found = expression_names(text)
        calls = [use.call for use in found.free if use.call is not None and len(use.parts) == 1 and use.root in waiting]
        data = text.encode()
        for start, stop in sorted(calls, reverse=True):
            inner = [each for each in calls if start < each[0] and each[1] <= stop]
            end = stop + len("(await )") * len(inner)  # what stands inside was written before
            data = data[:start] + b"(await " + data[start:end] + b")" + data[end:]
        return data.decode()

    # -- imports ----------------------------------------------------------------------------

    def imports(self) -> str:
        """Return the import statements of the file, sorted as `isort` sorts them; Ruff has the last word."""
        lines = ["from __future__ import annotations", ""]
        typing = dict(self._from)
        if self._typing:
            typing["typing"] = typing.get("typing", set()) | {"TYPE_CHECKING"}
        own = {module for module in typing if module.partition(".")[0] in {self._layout.root, self._fakes or None}}
        lines += [f"import {module}" for module in sorted(self._whole)]
        lines += _statements({module: typing[module] for module in typing if module not in own})
        lines += ["", *_statements({module: typing[module] for module in own})]
        if self._typing:
            lines += ["", "if TYPE_CHECKING:", *(f"    {line}" for line in _statements(self._typing))]
        return "\n".join(lines).strip("\n") + "\n"


def is_async(layout: Layout, key: str) -> bool:
    """Say whether an id is that of an async function."""
    node = layout.library.lookup(key)
    return isinstance(node, ir.Function | ir.PortFunction) and node.is_async


def late_statements(later: Mapping[str, set[str]]) -> list[str]:
    """Return the import statements that stand inside a function."""
    return _statements(later)


def _statements(found: Mapping[str, Iterable[str]]) -> list[str]:
    return [f"from {module} import {', '.join(sorted(names))}" for module, names in sorted(found.items())]


def _unparsed(source: str, found: Names, replace: Callable[[Free], tuple[int, str] | None]) -> str:
    # Python 3.11 misplaces names inside some f-strings: the tree is changed instead of the text.
    changes = {use.parts: new for use in found.free if (new := replace(use)) is not None}

    class Change(ast.NodeTransformer):
        def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
            return self._change(node) or self.generic_visit(node)

        def visit_Name(self, node: ast.Name) -> ast.AST:
            return self._change(node) or node

        @staticmethod
        def _change(node: ast.expr) -> ast.AST | None:
            parts = tuple(ast.unparse(node).split("."))
            for whole, (count, text) in changes.items():
                if parts == whole[:count]:
                    return ast.parse(text, mode="eval").body
            return None

    return ast.unparse(
        Change().visit(ast.parse(source if source.lstrip().startswith(("def ", "async ")) else f"({source}\n)"))
    )
