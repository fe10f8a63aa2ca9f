"""What a package of hand-written Python holds, as values: the inventory.

Texts of expressions and types are Python source as `ast.unparse` spells it, so that layout never counts. Nothing here
knows Griffe, a hologram or a file's text.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

POSITIONAL_ONLY: Final = "positional_only"
PLAIN: Final = "positional_or_keyword"
VAR_POSITIONAL: Final = "var_positional"
KEYWORD_ONLY: Final = "keyword_only"
VAR_KEYWORD: Final = "var_keyword"
VARIADIC: Final = frozenset({VAR_POSITIONAL, VAR_KEYWORD})
"""The five kinds of parameters, by Python's own words."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter; `annotation` and `default` are empty where there is none."""

    name: str
    kind: str = PLAIN
    annotation: str = ""
    default: str = ""

    @property
    def required(self) -> bool:
        """Say whether a call must give it."""
        return not self.default and self.kind not in VARIADIC


@dataclass(frozen=True, slots=True)
class Raised:
    """One `raise E(...)` of a body, or an error that a docstring names (`line` is 0 then).

    `guard` is the condition of the `if` right around it, in words of the parameters: set only where the statements
    before it are such guards, too, so that nothing has been changed or returned by then.
    """

    error: str
    guard: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Doctest:
    """One `>>> source` of a docstring and what it says is printed; `line` counts from 0 within the docstring."""

    source: str
    want: str
    line: int
    fails: bool = False  # what is printed is a traceback, or it is marked to be skipped


@dataclass(frozen=True, slots=True)
class Function:
    """A function or method. `qualname` is `Cart.total`; `owner` the class, empty for a function of the module.

    `binding` is `instance`, `class` or `static` for a method; `first` is what a method calls its own first parameter,
    which is not among `parameters`. `digest` is the body's fingerprint: layout, comments and docstrings do not count.
    """

    name: str
    qualname: str
    parameters: tuple[Parameter, ...] = ()
    returns: str = ""
    owner: str = ""
    binding: str = ""
    first: str = ""
    is_async: bool = False
    is_generator: bool = False
    decorators: tuple[str, ...] = ()
    overloads: tuple[str, ...] = ()
    type_parameters: tuple[str, ...] = ()
    doc: str = ""
    doctests: tuple[Doctest, ...] = ()
    raises: tuple[Raised, ...] = ()
    line: int = 0
    end_line: int = 0
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute or property of a class, a member of an enum, or a constant of a module.

    `kind` is `attribute`, `property`, `instance` (set on `self`) or `class` (a `ClassVar`); `value` is the source of its value, if it has one.
    """

    name: str
    annotation: str = ""
    value: str = ""
    doc: str = ""
    kind: str = "attribute"
    line: int = 0


@dataclass(frozen=True, slots=True)
class Class:
    """A class. `kind`: `dataclass`, `namedtuple`, `enum`, `exception`, `protocol` or `class`.

    `methods` are its own; `inherited` the names of public methods that come from bases within the package. `plain` says
    that a dataclass or named tuple is nothing but its fields, in their order, with an `__init__` made from them.
    """

    name: str
    qualname: str
    kind: str
    bases: tuple[str, ...] = ()
    attributes: tuple[Attribute, ...] = ()
    methods: tuple[Function, ...] = ()
    inherited: tuple[str, ...] = ()
    inherited_attributes: tuple[str, ...] = ()
    plain: bool = False
    doc: str = ""
    line: int = 0
    end_line: int = 0


@dataclass(frozen=True, slots=True)
class Alias:
    """A name for a type. `kind` is `alias`, `typevar` (`bound` if it is bound or constrained) or `newtype`."""

    name: str
    value: str
    kind: str = "alias"
    bound: bool = False
    line: int = 0


@dataclass(frozen=True, slots=True)
class Reexport:
    """A name that a module has from elsewhere: `target` is the path of what it names, as far as it is known."""

    name: str
    target: str


@dataclass(frozen=True, slots=True)
class Module:
    """One file. `name` is relative to the package: `text.words`, empty for the package or file itself.

    `exports` is `__all__`, None where there is none or it cannot be read without running the code.
    """

    name: str
    path: str
    doc: str = ""
    functions: tuple[Function, ...] = ()
    classes: tuple[Class, ...] = ()
    constants: tuple[Attribute, ...] = ()
    aliases: tuple[Alias, ...] = ()
    exports: tuple[str, ...] | None = None
    reexports: tuple[Reexport, ...] = ()
    imports: dict[str, str] = field(default_factory=dict)
    is_package: bool = False

    def every_function(self) -> tuple[Function, ...]:
        """Return the functions and all methods."""
        return (*self.functions, *(method for one in self.classes for method in one.methods))

    def declared(self) -> frozenset[str]:
        """Return every name that the module defines itself, at its top."""
        groups = (self.functions, self.constants, self.aliases)
        names = {one.name for group in groups for one in group}
        return frozenset(names | {one.qualname for one in self.classes})

    def public_names(self) -> frozenset[str]:
        """Return what the module offers: `__all__`, else what has no leading underscore, re-exports included."""
        if self.exports is not None:
            return frozenset(self.exports)
        # What a module that is no package imports is for its own use.
        names = {*self.declared(), *(one.name for one in self.reexports if self.is_package)}
        return frozenset(name for name in names if is_public(name) and "." not in name)


@dataclass(frozen=True, slots=True)
class Broken:
    """A file that is no Python: why, and on which line from 1."""

    path: str
    message: str
    line: int


@dataclass(frozen=True, slots=True)
class Inventory:
    """A package or file: its modules by name, the empty one first; `broken` are the files that could not be read.

    `root` is the folder or file as it was named; `single` says that it is one file.
    """

    name: str
    root: str
    modules: tuple[Module, ...]
    broken: tuple[Broken, ...] = ()
    single: bool = False

    def module(self, name: str) -> Module | None:
        """Return a module by its name relative to the package."""
        return next((one for one in self.modules if one.name == name), None)


def is_public(name: str) -> bool:
    """Say whether the last part of a name is public: without a leading underscore, or special to Python."""
    last = name.rpartition(".")[2]
    return not last.startswith("_") or (last.startswith("__") and last.endswith("__") and len(last) > 4)


def is_public_path(name: str) -> bool:
    """Say whether every part of a dotted name is public; the empty name is."""
    return all(map(is_public, name.split("."))) if name else True
