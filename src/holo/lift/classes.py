"""A class of Griffe's as a value: what kind it is, its attributes, its methods."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import griffe

from holo.lift.model import Attribute, Class, Function, is_public
from holo.lift.names import plain_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from holo.lift.bodies import FunctionNode

    Nodes = dict[tuple[str, int], FunctionNode]
    ReadFunction = Callable[[griffe.Function, str, str, Nodes], Function | None]

_ENUMS: Final = frozenset({"Enum", "IntEnum", "StrEnum", "Flag", "IntFlag"})
_PROTOCOLS: Final = frozenset({"Protocol"})
_BUILTIN_ERRORS: Final = ("Error", "Exception", "Warning")
_ERRORS: Final = frozenset({"KeyboardInterrupt", "SystemExit", "StopIteration", "StopAsyncIteration", "GeneratorExit"})
_MADE: Final = frozenset({"__init__", "__new__", "__post_init__"})


def read_class(member: griffe.Class, qualname: str, nodes: Nodes, read_function: ReadFunction) -> list[Class]:
    """Return a class and the classes inside it, outer ones first."""
    attributes: list[Attribute] = []
    methods: list[Function] = []
    inner: list[Class] = []
    for name, one in member.members.items():
        if one.is_alias:
            continue
        path = f"{qualname}.{name}"
        if isinstance(one, griffe.Function):
            found = read_function(one, path, qualname, nodes)
            methods += [] if found is None else [found]
        elif isinstance(one, griffe.Class):
            inner += read_class(one, path, nodes, read_function)
        elif isinstance(one, griffe.Attribute):
            attributes.append(_attribute(one, name))
    above = _inherited(member)
    bases = tuple(plain_text(one) for one in member.bases)
    kind = _kind(member)
    made = any(one.name in _MADE for one in methods)
    return [
        Class(
            name=member.name,
            qualname=qualname,
            kind=kind,
            bases=bases,
            attributes=tuple(attributes),
            methods=tuple(methods),
            inherited=tuple(sorted(name for name, one in above.items() if one.is_function and is_public(name))),
            inherited_attributes=tuple(sorted(name for name, one in above.items() if one.is_attribute)),
            plain=not made and _is_plain(member, kind, attributes),
            doc=member.docstring.value.strip("\n") if member.docstring is not None else "",
            line=member.lineno or 0,
            end_line=member.endlineno or 0,
        ),
        *inner,
    ]


def _attribute(one: griffe.Attribute, name: str) -> Attribute:
    if "property" in one.labels:
        kind = "property"
    elif "instance-attribute" in one.labels and "class-attribute" not in one.labels and one.value is not None:
        kind = "instance"
    elif one.annotation is not None and "instance-attribute" not in one.labels:
        kind = "class"  # a `ClassVar`, which is no field
    else:
        kind = "attribute"
    doc = one.docstring.value.strip("\n") if one.docstring is not None else ""
    value = "" if kind == "property" else plain_text(one.value)
    return Attribute(name, plain_text(one.annotation), value, doc, kind, one.lineno or 0)


def _inherited(member: griffe.Class) -> dict[str, griffe.Object | griffe.Alias]:
    # Only bases within what was read are known; a base from elsewhere may add anything, and nothing is said of it.
    found: dict[str, griffe.Object | griffe.Alias] = {}
    for name, one in member.inherited_members.items():
        try:
            found[name] = one.final_target if isinstance(one, griffe.Alias) else one
        except (griffe.AliasResolutionError, griffe.CyclicAliasError):
            continue
    return found


def _kind(member: griffe.Class) -> str:
    own = {plain_text(base).partition("[")[0].rpartition(".")[2] for base in member.bases}
    if "dataclass" in member.labels:
        return "dataclass"
    if "NamedTuple" in own:
        return "namedtuple"
    if own & _PROTOCOLS:
        return "protocol"
    names = own | _ancestors(member)
    if names & _ENUMS:
        return "enum"
    if any(name in _ERRORS or name.endswith(_BUILTIN_ERRORS) for name in names):
        return "exception"
    return "class"


def _ancestors(member: griffe.Class) -> set[str]:
    """Return the names of all bases of all bases, as far as they are in what was read."""
    names: set[str] = set()
    try:
        lines = member.mro()
    except (ValueError, griffe.AliasResolutionError, griffe.CyclicAliasError):
        return names
    for one in lines:
        names.update(plain_text(base).partition("[")[0].rpartition(".")[2] for base in one.bases)
    return names


def _is_plain(member: griffe.Class, kind: str, attributes: list[Attribute]) -> bool:
    fields = [one for one in attributes if one.kind == "attribute"]
    if kind == "namedtuple":
        return len(member.bases) == 1 and all(one.annotation for one in fields)
    if kind != "dataclass" or any(plain_text(base) != "object" for base in member.bases):
        return False
    settings = "".join(str(one.value) for one in member.decorators)
    odd = ("ClassVar", "InitVar", "KW_ONLY", "Final[ClassVar")
    return (
        "init=" not in settings.replace(" ", "")
        and "kw_only" not in settings
        and all(one.annotation and not any(word in one.annotation for word in odd) for one in fields)
        and not any("init=False" in one.value.replace(" ", "") or "kw_only" in one.value for one in fields)
    )
