"""How classes, records, enums, errors, constants and public names differ from what is described."""

from __future__ import annotations

from typing import TYPE_CHECKING

from holo.codes import Code
from holo.lift.annotations import shape
from holo.lift.compare_heads import same_value
from holo.lift.finding import Finding
from holo.lift.selection import full_path
from holo.lift.text_shapes import default_of, fields, members

if TYPE_CHECKING:
    from collections.abc import Container, Generator, Iterator

    from holo.ir import model as ir
    from holo.lift.expected import Types
    from holo.lift.finder import Finder
    from holo.lift.model import Class, Module


def compare_shapes(
    package: ir.Package, module: Module, finder: Finder, types: Types, known: Container[str]
) -> Iterator[Finding]:
    """Yield how everything of a package that is no function differs from the module of today.

    `known` are ids of names for types that the code had when it was last accepted.
    """
    for one in package.classes:
        found = yield from _class(package, module, finder, one.id, one.name)
        if found is not None:
            yield from _bases(one, *found)
            yield from _attributes(one, *found, package, finder, types)
    for record in package.records:
        found = yield from _class(package, module, finder, record.id, record.name)
        if found is not None:
            yield from _fields(record, *found, types)
    for enum in package.enums:
        found = yield from _class(package, module, finder, enum.id, enum.name)
        if found is not None:
            yield from _members(enum, *found)
    for error in package.errors:
        found = yield from _class(package, module, finder, error.id, error.name)
        if found is not None and found[1].kind != "exception" and not _may_be_error(found[1], finder, found[0]):
            message = f"`{error.name}` is no exception any more"
            yield Finding(Code.DESCRIBED_KIND, error.id, found[0].path, found[1].line, message, "error", found[1].kind)
    named: list[ir.Alias | ir.Opaque] = [*package.aliases, *package.opaques]
    for alias in named:
        # Only a name that the code is known to have had is missed: others are the hologram's own.
        if alias.id in known and not finder.kind_of(package.name, alias.name):
            message = f"`{alias.name}`, a name for a type, is gone"
            yield Finding(Code.DESCRIBED_TYPE_GONE, alias.id, module.path, 1, message, alias.name)
    for const in package.consts:
        if const.name == "__all__":
            yield from _public_names(package, module, finder, const)
        else:
            yield from _constant(package, module, finder, const)


def _class(
    package: ir.Package, module: Module, finder: Finder, id_: str, name: str
) -> Generator[Finding, None, tuple[Module, Class] | None]:
    """Return the class of a name; where there is none, say so, and return None."""
    found = finder.class_(package.name, name)
    if found is not None:
        return found
    kind = finder.kind_of(package.name, name)
    if kind in {"", "module", "attribute"}:
        message = f"The class `{name}` is gone"
        yield Finding(Code.DESCRIBED_CLASS_GONE, id_, module.path, 1, message, name)
    else:
        message = (
            f"`{name}` is no class any more: it is {'imported from elsewhere' if kind == 'import' else f'a {kind}'}"
        )
        yield Finding(Code.DESCRIBED_KIND, id_, module.path, 1, message, "class", kind)
    return None


def _may_be_error(one: Class, finder: Finder, module: Module) -> bool:
    return finder.has_foreign_base(module.name, one.qualname)


def _bases(described: ir.Class, module: Module, found: Class) -> Iterator[Finding]:
    was = [shape(one.source) for one in described.bases]
    now = [shape(base) for base in found.bases if base != "object"]
    if was != now:
        said, today = (", ".join(f"`{one}`" for one in listed) or "none" for listed in (was, now))
        message = f"The bases of `{found.qualname}` are {today} and were {said}"
        yield Finding(Code.DESCRIBED_BASES, described.id, module.path, found.line, message, said, today)


def _attributes(
    described: ir.Class, module: Module, found: Class, package: ir.Package, finder: Finder, types: Types
) -> Iterator[Finding]:
    for field in described.fields:
        today = finder.attribute(package.name, described.name, field.name)
        if today is None:
            if finder.kind_of(package.name, f"{described.name}.{field.name}") == "function":
                message = f"`{found.qualname}.{field.name}` is a method now and no attribute"
                yield Finding(
                    Code.DESCRIBED_KIND, described.id, module.path, found.line, message, "attribute", "function"
                )
                continue
            message = f"The attribute `{found.qualname}.{field.name}` is gone"
            yield Finding(Code.DESCRIBED_ATTRIBUTE_GONE, described.id, module.path, found.line, message, field.name)
        elif field.type is not None and not getattr(field, "untyped", False):
            shapes = types.shapes(field.type)
            if not types.fits(shapes, today.annotation):
                yield _typed(
                    described.id, module, found, field.name, types.text(field.type), today.annotation, today.line
                )


def _typed(id_: str, module: Module, found: Class, name: str, was: str, now: str, line: int) -> Finding:
    says = f"`{now}`" if now else "without annotation"
    message = f"The attribute `{found.qualname}.{name}` is {says} and was `{was}`"
    return Finding(Code.DESCRIBED_ATTRIBUTE_TYPE, id_, module.path, line or found.line, message, was, now)


def _fields(described: ir.Record, module: Module, found: Class, types: Types) -> Iterator[Finding]:
    today = {one.name: one for one in fields(found)}
    said = {one.name: one for one in described.fields}
    for name in said:
        if name not in today:
            message = f"The field `{found.qualname}.{name}` is gone"
            yield Finding(Code.DESCRIBED_ATTRIBUTE_GONE, described.id, module.path, found.line, message, name)
    for name, one in today.items():
        if name not in said:
            message = f"The field `{found.qualname}.{name}` is new"
            code = Code.DESCRIBED_FIELD_ADDED
            yield Finding(code, described.id, module.path, one.line or found.line, message, now=name)
    stay = [name for name in said if name in today]
    if stay != [name for name in today if name in said]:
        message = f"The fields of `{found.qualname}` stand in another order"
        now = ", ".join(f"`{name}`" for name in today)
        yield Finding(Code.DESCRIBED_FIELDS_REORDERED, described.id, module.path, found.line, message, now=now)
    for name in stay:
        field, one = said[name], today[name]
        if not types.fits(types.shapes(field.type), one.annotation):
            yield _typed(described.id, module, found, name, types.text(field.type), one.annotation, one.line)
        was = field.default.source if field.default is not None else ""
        now = default_of(one)
        if bool(was) != bool(now) or (was and was != "..." and not same_value(was, now)):
            message = f"The default of `{found.qualname}.{name}` is `{now or 'none'}` and was `{was or 'none'}`"
            yield Finding(Code.DESCRIBED_DEFAULT, described.id, module.path, one.line or found.line, message, was, now)


def _members(described: ir.Enum, module: Module, found: Class) -> Iterator[Finding]:
    said = [one.name for one in described.members]
    today = {one.name: one for one in members(found)}
    for name in said:
        if name not in today:
            message = f"The member `{found.qualname}.{name}` is gone"
            yield Finding(Code.DESCRIBED_ATTRIBUTE_GONE, described.id, module.path, found.line, message, name)
    for name, one in today.items():
        if name not in said:
            message = f"The member `{found.qualname}.{name}` is not described"
            code = Code.DESCRIBED_MEMBER_EXTRA
            yield Finding(code, described.id, module.path, one.line or found.line, message, now=name)


def _constant(package: ir.Package, module: Module, finder: Finder, const: ir.Const) -> Iterator[Finding]:
    found = finder.constant(package.name, const.name)
    if found is None:
        kind = finder.kind_of(package.name, const.name)
        if kind in {"", "module", "attribute"}:
            message = f"The constant `{const.name}` is gone"
            yield Finding(Code.DESCRIBED_CONSTANT_GONE, const.id, module.path, 1, message, const.name)
        elif const.value.source != "...":
            message = f"`{const.name}` is no constant any more"
            yield Finding(Code.DESCRIBED_KIND, const.id, module.path, 1, message, "constant", kind)
        return
    home, today = found
    was = const.value.source
    if was != "..." and not same_value(was, today.value):
        message = f"The value of `{const.name}` is `{_short(today.value)}` and was `{_short(was)}`"
        yield Finding(Code.DESCRIBED_CONSTANT, const.id, home.path, today.line or 1, message, was, today.value)


def _public_names(package: ir.Package, module: Module, finder: Finder, const: ir.Const) -> Iterator[Finding]:
    """Compare the public names: each that is described must be offered still."""
    import ast

    try:
        names = ast.literal_eval(const.value.source)
    except (ValueError, SyntaxError):
        return  # `...`: they could not be read when they were described, either
    offered = module.public_names()
    below = {
        one.name.rpartition(".")[2] for one in finder.modules.values() if one.name.rpartition(".")[0] == module.name
    }
    for name in names:
        if name not in offered and not (module.exports is None and name in below):
            where = full_path(finder.inventory.name, package.name)
            message = f"`{name}` is no public name of `{where}` any more"
            yield Finding(Code.PUBLIC_NAME_GONE, const.id, module.path, 1, message, name)


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:57]}..."
