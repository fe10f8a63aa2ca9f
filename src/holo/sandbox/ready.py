"""Types modules loaded once in the server, for children to find them made: the part of a program that Holo alone wrote.

Loaded by `worker.py` from its path, in a process that knows nothing of Holo: standard library only. Loading such a module
makes classes and names and computes nothing, and only a text of which that can be seen is run here: assignments of
literals, classes as Holo writes them, functions that nobody calls. Everything else (a constant that is computed, a call, a
base class that might do something) is left to the child, behind its walls, and so is every module of a body.
"""

from __future__ import annotations

import ast
import builtins
import importlib.util
import sys
import typing

_RECORD = "dataclass(frozen=True, slots=True)"
_METHODS = frozenset({"__init__", "__post_init__", "__eq__", "__hash__"})
_BASES = frozenset({"Exception", "Protocol"})
_MAKERS = {
    "Decimal": "decimal",
    "date": "datetime",
    "datetime": "datetime",
    "time": "datetime",
    "timedelta": "datetime",
}
_IMPORTED = {"dataclass": "dataclasses", "field": "dataclasses", "Enum": "enum", "Protocol": "typing", **_MAKERS}
_LITERAL = 4096  # characters of one literal: whole numbers take longer than linear time to read
_WORLDS = 8


class World:
    """Modules that were loaded together: their classes know each other."""

    def __init__(self) -> None:
        """Start empty."""
        self.texts: dict[str, str] = {}
        self.modules: dict[str, typing.Any] = {}

    def fits(self, texts: dict[str, str]) -> bool:
        """Whether no module here has another text there."""
        return all(texts.get(name, text) == text for name, text in self.texts.items())


_worlds: list[World] = []


def load(texts: dict[str, str], finder: typing.Any) -> bool:
    """Load what can be loaded of some modules, for the children to come; say whether there was anything.

    `finder` makes a finder of modules by their texts. What goes wrong here is left to the child, which says it.
    """
    world = next((each for each in _worlds if each.fits(texts)), None)
    if world is None:
        world = World()
        _worlds.append(world)
        del _worlds[:-_WORLDS]
    new = {name: text for name, text in texts.items() if name not in world.texts}
    plain = {name: text for name, text in new.items() if _inert(text, texts)}
    if not plain:
        return False
    known = {**world.modules}
    before = set(sys.modules)
    found = finder({**world.texts, **plain})
    sys.meta_path.insert(0, found)
    sys.modules.update(known)
    try:
        for name in plain:
            # One that needs a module which is not here is not loaded either.
            try:
                importlib.import_module(name)
            except Exception:  # noqa: BLE001, S112  the child meets the same, and says what it is
                continue
        for name, text in plain.items():
            if name in sys.modules:
                world.texts[name] = text
                world.modules[name] = sys.modules[name]
    finally:
        sys.meta_path.remove(found)
        for name in [*plain, *found.packages, *known]:
            if name not in before or name in known:
                sys.modules.pop(name, None)
    return True


def take(finder: typing.Any) -> None:
    """Put the modules that are ready, and have the very text that the program has, where the program looks for them."""
    modules = finder.modules
    fitting = [each for each in _worlds if each.fits(modules)]
    world = max(fitting, key=lambda each: sum(name in modules for name in each.texts), default=None)
    if world is None:
        return
    for name in world.texts:
        if name not in modules:
            continue
        sys.modules[name] = world.modules[name]
        parent, _, leaf = name.rpartition(".")
        if parent and (parent not in finder.packages or _package(parent, finder)):
            setattr(sys.modules[parent], leaf, world.modules[name])


def _package(name: str, finder: typing.Any) -> bool:
    """Make a package that has no text of its own, and those above it; say whether it could be made."""
    if name in sys.modules:
        return True
    if name in finder.modules:
        importlib.import_module(name)
        return True
    parent, _, leaf = name.rpartition(".")
    spec = importlib.util.spec_from_loader(name, finder, is_package=True)
    assert spec is not None
    sys.modules[name] = module = importlib.util.module_from_spec(spec)
    if parent:
        _package(parent, finder)
        setattr(sys.modules[parent], leaf, module)
    return True


# -- what may be run ------------------------------------------------------------------------------


def _inert(text: str, texts: dict[str, str]) -> bool:
    """Whether loading a module of this text makes classes and names and nothing else."""
    try:
        tree = ast.parse(text)
        return _Reader(tree, texts).inert()
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False


class _Reader:
    """Goes through the statements that loading a module runs."""

    def __init__(self, tree: ast.Module, texts: dict[str, str]) -> None:
        self.body = tree.body
        self.texts = texts
        self.standard: dict[str, str] = {}
        for node in tree.body:
            if isinstance(node, ast.ImportFrom) and node.module is not None:
                self.standard |= {each.name: node.module for each in node.names if each.asname is None}
        own = {getattr(node, "name", "") for node in tree.body}
        own |= {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
        # A name that is bound twice is not known to be what it was imported as.
        self.standard = {name: module for name, module in self.standard.items() if name not in own}
        self.own = own

    def inert(self) -> bool:
        """Whether all of it is as Holo writes types."""
        # Without this import annotations would be computed.
        return self.standard.get("annotations") == "__future__" and all(map(self.statement, self.body))

    def statement(self, node: ast.stmt) -> bool:
        match node:
            case ast.Import(names=names):
                return all(each.name in sys.modules for each in names)
            case ast.ImportFrom(module=str(module), level=0, names=names):
                return (module in sys.modules or module in self.texts) and all(each.name != "*" for each in names)
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                return self.function(node)
            case ast.ClassDef():
                return self.type(node)
            case _:
                return self.binding(node)

    def binding(self, node: ast.stmt) -> bool:
        match node:
            case ast.Pass() | ast.Expr(value=ast.Constant()):
                return True
            case ast.AnnAssign(target=ast.Name(), value=value):
                return value is None or self.value(value)
            case ast.Assign(targets=[ast.Name()], value=value):
                return self.value(value)
            case _:
                return False

    def function(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
        """Whether making a function runs nothing; nobody calls it here."""
        defaults = [*node.args.defaults, *(each for each in node.args.kw_defaults if each is not None)]
        return not node.decorator_list and all(map(self.value, defaults))

    def type(self, node: ast.ClassDef) -> bool:
        if node.keywords or any(ast.unparse(each) != _RECORD for each in node.decorator_list):
            return False
        bases = [each.id if isinstance(each, ast.Name) else "" for each in node.bases]
        if bases == ["Enum"] and self.is_standard("Enum") and not node.decorator_list:
            return all(self.member(each) for each in node.body)
        if node.decorator_list and (bases or len(node.decorator_list) > 1 or not self.is_standard("dataclass")):
            return False
        if any(base not in _BASES or not (self.is_standard(base) or self.is_builtin(base)) for base in bases):
            return False
        return len(bases) <= 1 and all(self.part(each) for each in node.body)

    def member(self, node: ast.stmt) -> bool:
        """Whether a statement of an enum is a member as Holo writes it."""
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Constant(value=str())):
                return not name.startswith("_")
            case _:
                return isinstance(node, ast.Pass) or (
                    isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
                )

    def part(self, node: ast.stmt) -> bool:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            return (not node.name.startswith("__") or node.name in _METHODS) and self.function(node)
        target = getattr(node, "target", None) or (node.targets[0] if isinstance(node, ast.Assign) else None)
        return not (isinstance(target, ast.Name) and target.id.startswith("__")) and self.binding(node)

    def value(self, node: ast.expr) -> bool:
        """Whether an expression is a literal, a name, a type, or a call of what makes a value of literals."""
        match node:
            case ast.Constant(value=value):
                return not isinstance(value, int | str | bytes) or _short(value)
            case ast.Name():
                return True
            case ast.Attribute(value=ast.Name(), attr=attr):
                return not attr.startswith("_")
            case ast.Tuple(elts=parts) | ast.List(elts=parts) | ast.Set(elts=parts):
                return all(map(self.value, parts))
            case ast.Dict(keys=keys, values=values):
                return all(each is not None and self.value(each) for each in keys) and all(map(self.value, values))
            case ast.UnaryOp(op=ast.USub() | ast.UAdd(), operand=ast.Constant(value=value)):
                return self.value(node.operand)
            case ast.Subscript(value=ast.Name(), slice=inner):
                return self.value(inner)
            case ast.BinOp(op=ast.BitOr(), left=left, right=right):
                return self.value(left) and self.value(right)
            case ast.Call(
                func=ast.Name(id="field"), args=[], keywords=[ast.keyword(arg="default_factory", value=made)]
            ):
                return self.is_standard("field") and isinstance(made, ast.Name | ast.Lambda)
            case ast.Call(func=ast.Name(id=name), args=args, keywords=keywords):
                given = [*args, *(each.value for each in keywords)]
                return name in _MAKERS and self.is_standard(name) and all(map(self.value, given))
            case _:
                return False

    def is_standard(self, name: str) -> bool:
        """Whether a name is what it is in the standard library."""
        return self.standard.get(name) == _IMPORTED.get(name, "")

    def is_builtin(self, name: str) -> bool:
        """Whether a name is Python's own."""
        return hasattr(builtins, name) and name not in self.own and name not in self.standard


def _short(value: int | str | bytes) -> bool:
    return value.bit_length() <= _LITERAL if isinstance(value, int) else True
