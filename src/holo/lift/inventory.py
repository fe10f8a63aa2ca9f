"""Read a package or file into an `Inventory`, statically: the one home of Griffe.

Griffe says what each module holds and where each name comes from; what stands in the bodies is read from Python's own
tree. The code is never imported. The same files give the same inventory.
"""

from __future__ import annotations

import ast
import logging
from typing import TYPE_CHECKING

import griffe

from holo.lift.bodies import body_digest, doctests, functions_of, is_generator, raised
from holo.lift.classes import read_class
from holo.lift.files import read_sources
from holo.lift.model import PLAIN, Alias, Attribute, Class, Function, Inventory, Module, Parameter, Reexport
from holo.lift.names import alias_of, plain_text

if TYPE_CHECKING:
    from pathlib import Path

    from holo.lift.bodies import FunctionNode
    from holo.lift.files import SourceModule, Sources


def take_inventory(path: Path, shown: str = "") -> Inventory:
    """Return what a package's folder or one file holds; `shown` is its path as messages name it.

    Files that cannot be read are in `broken`. Raises `HoloError` where there is no Python to read.
    """
    sources = read_sources(path, shown)
    read = _griffe_modules(sources)
    modules = tuple(_module(read[one.name], one) for one in sources.modules)
    return Inventory(sources.name, shown or path.as_posix(), modules, sources.broken, sources.single)


def _griffe_modules(sources: Sources) -> dict[str, griffe.Module]:
    """Return Griffe's modules by their name relative to the package, with `*` imports and `__all__` put in."""
    logging.getLogger("griffe").setLevel(logging.CRITICAL)  # what it cannot resolve is a name from elsewhere
    loader = griffe.GriffeLoader(allow_inspection=False, store_source=False)
    extensions = griffe.load_extensions()
    found: dict[str, griffe.Module] = {}
    by_name = {one.name: one for one in sources.modules}
    for name in sorted({*by_name, *_parents(by_name), ""}, key=lambda each: (each.count("."), each != "", each)):
        source = by_name.get(name)
        last = name.rpartition(".")[2] or sources.name
        parent = found[name.rpartition(".")[0]] if name else None
        if source is None:
            module = griffe.Module(last, parent=parent, modules_collection=loader.modules_collection)
        else:
            module = griffe.visit(
                last,
                filepath=source.file,
                code=source.text,
                extensions=extensions,
                parent=parent,
                lines_collection=loader.lines_collection,
                modules_collection=loader.modules_collection,
            )
        found[name] = module
        if parent is None:
            loader.modules_collection.set_member(last, module)
        elif last not in parent.members or parent.members[last].is_alias or parent.members[last].is_module:
            # A function may have the name of a module beside it; then the function is what the package offers.
            parent.set_member(last, module)
    loader.expand_exports(found[""])
    loader.expand_wildcards(found[""], external=False)
    return found


def _parents(names: dict[str, SourceModule]) -> set[str]:
    parts = [name.split(".") for name in names]
    return {".".join(each[:count]) for each in parts for count in range(1, len(each))}


def _module(module: griffe.Module, source: SourceModule) -> Module:
    nodes = functions_of(source.tree)
    functions: list[Function] = []
    classes: list[Class] = []
    constants: list[Attribute] = []
    aliases: list[Alias] = []
    # A submodule may have taken the place of what was imported under its name.
    elsewhere = {name: target for name, target in module.imports.items() if not name.endswith("*")}
    for name, member in module.members.items():
        if isinstance(member, griffe.Alias):
            if not name.endswith("*"):
                elsewhere[name] = member.target_path
        elif isinstance(member, griffe.Function):
            found = read_function(member, name, "", nodes)
            functions += [] if found is None else [found]
        elif isinstance(member, griffe.Class):
            classes += read_class(member, name, nodes, read_function)
        elif isinstance(member, griffe.Attribute) and name != "__all__":
            alias = alias_of(member)
            if alias is not None:
                aliases.append(alias)
            else:
                constants.append(
                    Attribute(
                        name,
                        plain_text(member.annotation),
                        plain_text(member.value),
                        docstring_of(member),
                        line=member.lineno or 0,
                    )
                )
        elif isinstance(member, griffe.TypeAlias):
            aliases.append(Alias(name, plain_text(member.value), line=member.lineno or 0))
    own = {one.name for group in (functions, classes, constants, aliases) for one in group}
    exports = module.exports
    listed = None if exports is None else tuple(dict.fromkeys(str(one) for one in exports if isinstance(one, str)))
    return Module(
        source.name,
        source.path,
        docstring_of(module),
        tuple(functions),
        tuple(classes),
        tuple(constants),
        tuple(aliases),
        listed if exports is None or all(isinstance(one, str) for one in exports) else None,
        tuple(Reexport(name, target) for name, target in sorted(elsewhere.items()) if name not in own),
        dict(module.imports),
        source.is_package,
    )


def docstring_of(member: griffe.Object) -> str:
    """Return the docstring of anything, without its margin; empty where there is none."""
    return member.docstring.value.strip("\n") if member.docstring is not None else ""


def read_function(
    member: griffe.Function, qualname: str, owner: str, nodes: dict[tuple[str, int], FunctionNode]
) -> Function | None:
    """Return a function or method; None for one whose text is not in the file."""
    node = nodes.get((qualname, member.endlineno or 0))
    if node is None:
        return None
    parameters = tuple(_parameter(one) for one in member.parameters)
    binding, first = "", ""
    if owner:
        if "staticmethod" in member.labels:
            binding = "static"
        elif parameters and parameters[0].kind in {PLAIN, "positional_only"}:
            binding = "class" if "classmethod" in member.labels or member.name in _OF_CLASS else "instance"
            first, parameters = parameters[0].name, parameters[1:]
        else:
            binding = "instance" if "classmethod" not in member.labels else "class"  # `def f(*args)` takes it in
    doc = docstring_of(member)
    return Function(
        name=member.name,
        qualname=qualname,
        parameters=parameters,
        returns=plain_text(member.returns),
        owner=owner,
        binding=binding,
        first=first,
        is_async=isinstance(node, ast.AsyncFunctionDef),
        is_generator=is_generator(node),
        decorators=tuple(plain_text(one.value) for one in member.decorators),
        overloads=tuple(_signature(one) for one in member.overloads or ()),
        type_parameters=tuple(one.name for one in member.type_parameters),
        doc=doc,
        doctests=doctests(doc),
        raises=raised(node, doc),
        line=node.lineno,
        end_line=node.end_lineno or node.lineno,
        digest=body_digest(node),
    )


_OF_CLASS = frozenset({"__new__", "__init_subclass__", "__class_getitem__"})


def _parameter(one: griffe.Parameter) -> Parameter:
    kind = one.kind.name if one.kind is not None else PLAIN
    default = "" if kind in {"var_positional", "var_keyword"} else plain_text(one.default)
    return Parameter(one.name, kind, plain_text(one.annotation), default)


def _signature(function: griffe.Function) -> str:
    return function.signature()
