"""Which of what an inventory holds is public, and so belongs into a hologram unless more is asked for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from holo.lift.model import Class, Inventory, is_public, is_public_path

if TYPE_CHECKING:
    from collections.abc import Mapping

    from holo.lift.model import Module


def select(inventory: Inventory, *, private: bool = False) -> Inventory:
    """Return what is public of an inventory; with `private`, all of it.

    Public is what has no leading underscore, in a module without one; and what a public module takes from a private one.
    """
    if private:
        return inventory
    shared = shared_names(inventory)
    modules = [_public(one, shared) for one in inventory.modules]
    known = homes(inventory)
    return replace(inventory, modules=tuple(one for one in modules if not (is_empty(one) and not _offers(one, known))))


def shared_names(inventory: Inventory) -> frozenset[str]:
    """Return the full paths of what public modules offer of other modules of the package."""
    known = homes(inventory)
    found = set()
    for module in inventory.modules:
        if not is_public_path(module.name):
            continue
        offered = module.public_names()
        found |= {known[one.target] for one in module.reexports if one.name in offered and one.target in known}
    return frozenset(found)


def homes(inventory: Inventory) -> Mapping[str, str]:
    """Return every path under which a name of the package can be found, to `MODULE:NAME`, where it is defined."""
    found: dict[str, str] = {}
    for module in inventory.modules:
        path = full_path(inventory.name, module.name)
        found.update((f"{path}.{name}", f"{module.name}:{name}") for name in module.declared())
    # A name may come by way of several modules; each round takes one step of the way.
    for _ in range(8):
        steps = {
            f"{full_path(inventory.name, module.name)}.{one.name}": found[one.target]
            for module in inventory.modules
            for one in module.reexports
            if one.target in found
        }
        if steps.keys() <= found.keys():
            break
        found = {**steps, **found}
    return found


def full_path(package: str, module: str) -> str:
    """Return the path by which Python imports a module of a package."""
    return f"{package}.{module}" if module else package


def _offers(module: Module, known: Mapping[str, str]) -> bool:
    # A package may hold nothing of its own and still be where names are taken from.
    return module.is_package and any(one.target in known and is_public(one.name) for one in module.reexports)


def is_empty(module: Module) -> bool:
    """Say whether a module holds nothing to write down."""
    return not (module.functions or module.classes or module.constants or module.aliases or module.exports)


def _public(module: Module, shared: frozenset[str]) -> Module:
    hidden = not is_public_path(module.name)

    def chosen(name: str) -> bool:
        outer = name.partition(".")[0]
        if hidden:
            return f"{module.name}:{outer}" in shared and is_public_path(name)
        return is_public_path(name) or f"{module.name}:{outer}" in shared

    return replace(
        module,
        functions=tuple(one for one in module.functions if chosen(one.name)),
        classes=tuple(public_class(one) for one in module.classes if chosen(one.qualname)),
        constants=tuple(one for one in module.constants if chosen(one.name)),
        aliases=tuple(one for one in module.aliases if chosen(one.name)),
        exports=None if hidden else module.exports,
        reexports=() if hidden else module.reexports,
    )


def public_class(one: Class) -> Class:
    """Return a class with its public attributes and methods; the fields of a plain record are all its own."""
    keeps_all = one.plain or one.kind == "enum"
    return replace(
        one,
        attributes=tuple(each for each in one.attributes if keeps_all or is_public(each.name)),
        methods=tuple(each for each in one.methods if is_public(each.name)),
    )
