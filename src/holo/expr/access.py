"""Attributes of values, and failures in words.

What has an attribute is decided by exact type from the allow-lists; Python's own lookup is never asked first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from holo.expr.costs import FLATTEN
from holo.expr.functions import Native
from holo.expr.methods import ATTRIBUTES, CLASS_ATTRIBUTES, CLASS_METHODS, METHODS, REFUSED
from holo.expr.modules import MODULES, PARTS, module_attribute, result_methods
from holo.expr.run import SCALARS
from holo.expr.show import brief
from holo.expr.stopped import FUEL
from holo.expr.values import Call, DeclaredError, EnumMember, EnumType, Fake, InvalidValue, Module, Record

if TYPE_CHECKING:
    from collections.abc import Callable

    from holo.expr.run import Run

__all__ = ["Bound", "attribute", "describe"]


class Bound:
    """A method on its way to be called, or given as `key=`; `value` is None where the type itself was asked."""

    __slots__ = ("kind", "name", "value", "work")

    def __init__(self, name: str, work: Callable[[Run, Any, list[Any], dict[str, Any]], Any], value: Any) -> None:
        """Remember the value that the method is of."""
        self.name = name
        self.work = work
        self.value = value
        self.kind: type | None = None


def attribute(value: Any, name: str) -> Any:
    """Return an attribute of a value; raise `AttributeError` in the author's words."""
    kind = type(value)
    if isinstance(value, Record):
        if name in kind._fields:
            return getattr(value, name)
        raise AttributeError(f"`{kind.__name__}` has no field `{name}`")
    allowed = ATTRIBUTES.get(kind)
    if allowed is not None and name in allowed:
        return getattr(value, name)
    methods = METHODS.get(kind)
    if methods is not None and name in methods:
        return Bound(name, methods[name], value)
    if isinstance(value, EnumMember):
        if name in {"name", "value"}:
            return getattr(value, name)
    elif isinstance(value, EnumType | Call | Fake):
        return _own(value, name)
    elif isinstance(value, DeclaredError):
        if name in kind._fields or name == "args":
            return getattr(value, name)
    elif isinstance(value, Native) and value.name == "itertools.chain" and name == "from_iterable":
        return FLATTEN
    elif isinstance(value, Module):
        inner = f"{value.name}.{name}"
        return Module(inner) if inner in MODULES else module_attribute(value.name, name)
    elif isinstance(value, type):
        return _of_type(value, name)
    elif name in PARTS and kind.__module__ == "urllib.parse":
        return getattr(value, name)
    elif name in result_methods(kind):
        return Bound(name, result_methods(kind)[name], value)
    elif isinstance(value, BaseException) and name == "args":
        return value.args
    return _missing(value, name)


def _own(value: EnumType | Call | Fake, name: str) -> Any:
    """Return what the hologram declares, whatever Python's class has under the same name."""
    if isinstance(value, EnumType):
        known: Any = value._by_name  # noqa: SLF001 - no public name: it would hide a member
        what = f"`{value.__name__}` has no member"
    elif isinstance(value, Call):
        known, what = value._arguments, f"a call of `{value._function}` has no argument"  # noqa: SLF001 - the same
    else:
        known, what = value.functions, f"`{value.name}` has no function"
    if name in known:
        return known[name]
    raise AttributeError(f"{what} `{name}`")


def _of_type(kind: type, name: str) -> Any:
    methods = CLASS_METHODS.get(kind)
    if methods is not None and name in methods:
        return Bound(name, methods[name], kind)
    if name in CLASS_ATTRIBUTES.get(kind, ()):
        return getattr(kind, name)
    own = METHODS.get(kind)
    if own is not None and name in own and name not in REFUSED:
        bound = Bound(name, own[name], None)
        bound.kind = kind
        return bound
    if name in REFUSED:
        raise AttributeError(f"`{kind.__name__}.{name}` is outside the subset. {REFUSED[name]}")
    raise AttributeError(f"`{kind.__name__}` has no `{name}` here")


def _missing(value: Any, name: str) -> Any:
    kind = type(value).__name__
    if name in REFUSED and hasattr(value, name):
        raise AttributeError(f"`.{name}` is outside the subset. {REFUSED[name]}")
    what = "`None`" if value is None else f"a value of type {kind}"
    raise AttributeError(f"{what} has no attribute `{name}`")


def describe(error: BaseException) -> str:
    """Say in a few words what an operation raised."""
    match error:
        case ZeroDivisionError():
            return "division by zero"
        case IndexError() if "range" in str(error):
            return "index out of range"
        case KeyError():
            key = error.args[0] if error.args else ""
            return f"no key {brief(key)}" if type(key) in SCALARS else "no such key"
        case RecursionError():
            return "nests too deep"
        case MemoryError():
            return FUEL
        case InvalidValue():
            return str(error)
        case _:
            words = " ".join(str(error).split())[:200]
            # The classes of an arithmetic context are no words: [<class 'decimal.InvalidOperation'>].
            return type(error).__name__ if not words or words.startswith("[<class") else words
