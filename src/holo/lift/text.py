"""The text of one module as a package of a hologram, and of a whole hologram."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from holo.lift import prose
from holo.lift.annotations import Words
from holo.lift.model import is_public
from holo.lift.selection import full_path, homes
from holo.lift.text_function import Scope, function_text
from holo.lift.text_shapes import alias_text, class_text, constant_text, form_of, names_text, type_of_value
from holo.syntax.literals import prose_literal, string_literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from holo.lift.model import Attribute, Function, Inventory, Module
    from holo.lift.tally import Tally

INDENT: Final = "  "


@dataclass(frozen=True, slots=True)
class Part:
    """One file to be: the name of its hologram, and what it says of which modules."""

    name: str
    modules: tuple[Module, ...]


@dataclass(frozen=True, slots=True)
class Setting:
    """What all files of one lift share. `refused` are parts by `PACKAGE:NAME/KIND/TEXT` that do not compile, and why.

    `whole` is the inventory as it is, private names included: by it a name is followed to where it is defined.
    """

    whole: Inventory
    version: str = "0.1.0"
    refused: Mapping[str, str] = field(default_factory=dict)
    known: Mapping[str, str] = field(default_factory=dict)
    present: frozenset[str] = frozenset()  # `MODULE:NAME` of what the hologram says already
    opaque: Mapping[str, Mapping[str, str]] = field(
        default_factory=dict
    )  # by module, opaque types it has: text to name


def setting_of(whole: Inventory, version: str = "0.1.0") -> Setting:
    """Return the setting of a lift; following every name to its home takes a while, and is done once."""
    return Setting(whole, version, known=homes(whole))


def hologram_text(part: Part, setting: Setting, tally: Tally) -> str:
    """Return the text of one hologram, not yet in canonical form."""
    lines = [f"hologram {part.name} {string_literal(setting.version)} language 1", ""]
    types = _types_of(part)
    chapters: list[str] = []
    for module in part.modules:
        depth = 1 if module.name else 0
        body = _module_text(module, part, setting, types, tally, depth)
        if module.name:
            lines += [f"package {module.name}{prose.head(module.doc)} {{", body, "}", ""]
            chapters += _chapter(module.name, module.doc)
        else:
            doc = prose.plain(module.doc)
            lines += [prose_literal(doc, ""), ""] if doc.strip() else []
            lines += [body, ""]
        for one in module.classes:
            chapters += _chapter(f"{module.name}.{one.qualname}".lstrip("."), one.doc)
    return "\n".join([*lines, *chapters]).rstrip() + "\n"


def _chapter(title: str, doc: str) -> list[str]:
    # A head line holds a sentence; what a docstring says beyond it is a page of the textbook.
    if not prose.is_longer(doc):
        return []
    return [
        f"chapter {string_literal(title)} {{",
        f"{INDENT}{prose_literal(prose.plain(doc).strip(), INDENT)}",
        "}",
        "",
    ]


def _types_of(part: Part) -> dict[str, str]:
    """Return what the file declares as a type: `MODULE:NAME` to the name by which other packages call it."""
    found: dict[str, str] = {}
    for module in part.modules:
        prefix = f"{module.name}." if module.name else ""
        names = [one.qualname for one in module.classes]
        names += [one.name for one in module.aliases]
        found.update((f"{module.name}:{name}", f"{prefix}{name}") for name in names)
    return found


def module_text(module: Module, part: Part, setting: Setting, tally: Tally, depth: int) -> str:
    """Return the declarations of one module, as they stand in its package."""
    return _module_text(module, part, setting, _types_of(part), tally, depth)


def _module_text(module: Module, part: Part, setting: Setting, types: dict[str, str], tally: Tally, depth: int) -> str:
    module = _without_refused(module, setting, tally)
    scope = _scope(module, part, setting, types, tally)
    blocks: list[str] = []
    if module.exports is not None or _offers(module, setting):
        names = module.exports if module.exports is not None else _offers(module, setting)
        assert names is not None
        blocks += [names_text(names, depth)] if names else []
    new = _New(module.name, setting.present)
    aliases = [one for one in module.aliases if one.kind != "typevar" or one.bound]
    shapes = [alias_text(one, scope, depth) for one in aliases if new.is_new(one.name)]
    constants = [constant_text(one, scope, depth) for one in _constants(module, scope) if new.is_new(one.name)]
    chosen = [one for one in _functions(module, scope) if new.is_new(one.qualname)]
    functions: list[str] = []
    for shape in module.classes:
        functions += [class_text(shape, scope, depth)] if new.is_new(shape.qualname) else []
        functions += [function_text(one, scope, depth) for one in chosen if one.owner == shape.qualname]
    functions += [function_text(one, scope, depth) for one in chosen if not one.owner]
    opaque = [
        f"{INDENT * depth}type {name} = python {string_literal(text)}"
        for text, name in sorted(scope.words.opaque.items())
        if text not in setting.opaque.get(module.name, {})
    ]
    tally.opaque_types += len(opaque) + sum(" = python " in one for one in shapes)
    tally.literal_types += scope.words.literals
    groups = ("\n".join([*opaque, *shapes]), "\n".join([*blocks, *constants]), "\n\n".join(functions))
    return "\n\n".join(group for group in groups if group)


@dataclass(frozen=True, slots=True)
class _New:
    """Tells what a module's text does not say yet."""

    module: str
    present: frozenset[str]

    def is_new(self, name: str) -> bool:
        return f"{self.module}:{name}" not in self.present


def _without_refused(module: Module, setting: Setting, tally: Tally) -> Module:
    """Return a module without the declarations that do not compile; they are left out with the compiler's reason."""
    whole = {
        key.partition(":")[2].removesuffix("/whole/"): why
        for key, why in setting.refused.items()
        if key.endswith("/whole/") and key.partition(":")[0] == module.name
    }
    if not whole:
        return module
    known = {one.qualname for one in module.every_function()}
    known |= {one.qualname for one in module.classes} | {one.name for one in module.constants}
    for name in sorted(whole.keys() & known):
        tally.leave(f"{full_path(setting.whole.name, module.name)}.{name}", f"it would not compile: {whole[name]}")
    return replace(
        module,
        functions=tuple(one for one in module.functions if one.name not in whole),
        classes=tuple(
            replace(one, methods=tuple(each for each in one.methods if each.qualname not in whole))
            for one in module.classes
            if one.qualname not in whole
        ),
        constants=tuple(one for one in module.constants if one.name not in whole),
    )


def _offers(module: Module, setting: Setting) -> tuple[str, ...]:
    """Return the public names of a package's own module without `__all__`, where it takes some from other modules."""
    known = setting.known
    original = setting.whole.module(module.name)
    if original is None or original.exports is not None or not original.is_package:
        return ()
    if not any(one.target in known for one in module.reexports):
        return ()
    taken = [one.name for one in module.reexports if one.target in known and is_public(one.name)]
    own = [name for name in module.declared() if is_public(name) and "." not in name]
    return tuple(sorted({*taken, *own}))


def _scope(module: Module, part: Part, setting: Setting, types: dict[str, str], tally: Tally) -> Scope:
    known = setting.known
    here: dict[str, str] = {}
    errors: dict[str, str] = {}
    forms = {f"{one.name}:{shape.qualname}": form_of(shape) for one in part.modules for shape in one.classes}
    names = {name: f"{module.name}:{name}" for name in module.declared()}
    names |= {name: known[target] for name, target in module.imports.items() if target in known}
    for name, home in names.items():
        if home in types:
            spelled = types[home].removeprefix(f"{module.name}.") if home.startswith(f"{module.name}:") else types[home]
            if forms.get(home) == "error":
                errors[name] = spelled
            if "._" in f".{spelled.rpartition('.')[0]}":
                continue  # the name of a private module stands in no type
            here[name] = spelled
    variables = frozenset(one.name for one in module.aliases if one.kind == "typevar" and not one.bound)
    here = {name: spelled for name, spelled in here.items() if name not in variables}
    functions = {one.name for one in module.functions}
    constants = frozenset(one.name for one in module.constants if type_of_value(one.value))
    opened = {one.owner for one in module.every_function() if one.name in {"__init__", "__new__"}}
    made = {one.qualname for one in module.classes if form_of(one) == "record"} | opened
    taken = (
        functions | variables | {one.name for one in module.constants} | {one.name for one in part.modules if one.name}
    )
    prefix = f"{module.name}:"
    taken |= {one.removeprefix(prefix) for one in setting.present if one.startswith(prefix)} - here.keys()
    return Scope(
        package=full_path(setting.whole.name, module.name),
        words=Words(here, module.imports, set(taken), opaque=dict(setting.opaque.get(module.name, {}))),
        errors=errors,
        constants=constants,
        callables=frozenset(name for name in functions | made | set(constants) if not name.startswith("_")),
        type_variables=variables,
        tally=tally,
        refused=frozenset(one.removeprefix(prefix) for one in setting.refused if one.startswith(prefix)),
    )


def _constants(module: Module, scope: Scope) -> list[Attribute]:
    found: dict[str, Attribute] = {}
    for one in module.constants:
        if one.name in {each.name for each in module.functions} | {each.name for each in module.classes}:
            scope.tally.leave(f"{scope.package}.{one.name}", "a function or class of the same module has its name, too")
        else:
            found[one.name] = one
    return list(found.values())


def _functions(module: Module, scope: Scope) -> list[Function]:
    chosen = []
    for one in module.every_function():
        if one.binding == "static" and one.parameters and one.parameters[0].name in {"self", "cls"}:
            reason = "it is a static method whose first parameter is called `self` or `cls`, which marks another kind"
            scope.tally.leave(f"{scope.package}.{one.qualname}", reason)
        else:
            chosen.append(one)
    return chosen
