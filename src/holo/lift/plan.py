"""How a package is divided into holograms: each at most as long as one mind holds at once."""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from holo.lift.tally import Tally
from holo.lift.text import Part, Setting, hologram_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from holo.lift.model import Inventory, Module

WORDS: Final = 3_400
"""Words of one file: the language's 3,500, less what the printer may add."""


def divide(inventory: Inventory, name: str, setting: Setting) -> tuple[Part, ...]:
    """Return the files of a lift: one if all of it fits, else several by module, in the order of their names.

    A module that is longer than a file is divided by groups of its functions; a class and its methods stay together.
    """
    whole = Part(name, inventory.modules)
    if _words(whole, setting) <= WORDS:
        return (whole,)
    groups: list[list[Module]] = []
    size = 0
    for module in (piece for one in inventory.modules for piece in _pieces(one, setting)):
        words = _words(Part(name, (module,)), setting)
        together = groups and size + words <= WORDS and all(one.name != module.name for one in groups[-1])
        if together and _family(groups[-1][-1]) == _family(module):
            groups[-1].append(module)
            size += words
        else:
            groups.append([module])
            size = words
    taken: set[str] = set()
    return tuple(Part(_part_name(name, group, taken), tuple(group)) for group in groups)


def _family(module: Module) -> bool:
    # Tests that lie inside a package are not read together with it.
    return "tests" in module.name.split(".")


def _words(part: Part, setting: Setting) -> int:
    return len(hologram_text(part, setting, Tally()).split())


def _pieces(module: Module, setting: Setting) -> Iterator[Module]:
    if _words(Part("x", (module,)), setting) <= WORDS:
        yield module
        return
    empty = replace(module, functions=(), classes=(), constants=(), aliases=(), exports=None, reexports=(), doc="")
    at = replace(empty, constants=module.constants, aliases=module.aliases, exports=module.exports, doc=module.doc)
    at = replace(at, reexports=module.reexports)
    size = _words(Part("x", (at,)), setting)
    blocks = [replace(empty, classes=(one,)) for one in module.classes if "." not in one.qualname]
    inner = {one.qualname: one for one in module.classes if "." in one.qualname}
    blocks = [
        replace(
            one, classes=(*one.classes, *(c for n, c in inner.items() if n.startswith(f"{one.classes[0].qualname}.")))
        )
        for one in blocks
    ]
    for block in (*blocks, *(replace(empty, functions=(one,)) for one in module.functions)):
        words = _words(Part("x", (block,)), setting)
        if size + words > WORDS and size:
            yield at
            at, size = empty, 0
        at = replace(at, classes=at.classes + block.classes, functions=at.functions + block.functions)
        size += words
    yield at


def _part_name(name: str, group: list[Module], taken: set[str]) -> str:
    first = re.sub(r"\W+", "_", group[0].name, flags=re.ASCII).strip("_") or "top"
    free, number = f"{name}_{first}", 2
    while free in taken or free in sys.stdlib_module_names:
        free, number = f"{name}_{first}_{number}", number + 1
    taken.add(free)
    return free
