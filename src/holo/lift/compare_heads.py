"""How the signature of a function differs from the described one, a finding a difference."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from holo.codes import Code
from holo.lift.annotations import shape
from holo.lift.expected import ANY, as_parameter, is_stream, parameters
from holo.lift.finding import Finding
from holo.lift.model import KEYWORD_ONLY, VARIADIC
from holo.lift.names import spelled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from holo.ir import model as ir
    from holo.lift.expected import Types
    from holo.lift.model import Function, Module, Parameter

    Tell = Callable[..., Finding]

_WAYS = {
    "positional_only": "by position only",
    "positional_or_keyword": "by position or by name",
    "var_positional": "as `*`",
    "keyword_only": "by name only",
    "var_keyword": "as `**`",
}


def compare_heads(described: ir.Function, module: Module, found: Function, types: Types) -> Iterator[Finding]:
    """Yield how the head of a function differs from what is described."""
    said = {one.name: one for one in parameters(described)}
    old = {name: as_parameter(one, types) for name, one in said.items()}
    new = {one.name: one for one in found.parameters}

    def tell(code: Code, message: str, was: str = "", now: str = "") -> Finding:
        return Finding(code, described.id, module.path, found.line, f"`{found.qualname}`: {message}", was, now)

    if described.binding != found.binding:
        kinds = {"": "a function", "instance": "a method", "class": "a class method", "static": "a static method"}
        message = f"it is {kinds[found.binding]} and was {kinds[described.binding]}"
        yield tell(Code.DESCRIBED_BINDING, message, described.binding, found.binding)
    renamed = renames(list(old.values()), list(new.values()))
    for name, one in old.items():
        if name in renamed:
            yield tell(
                Code.DESCRIBED_PARAMETER_RENAMED,
                f"the parameter `{name}` is now called `{renamed[name]}`",
                name,
                renamed[name],
            )
        elif name not in new:
            yield tell(Code.DESCRIBED_PARAMETER_GONE, f"the parameter `{name}` is gone", _written(one))
    for name, one in new.items():
        if name not in old and name not in renamed.values():
            needed = "must be given" if one.required else "may be given"
            yield tell(Code.DESCRIBED_PARAMETER_ADDED, f"the parameter `{name}` is new and {needed}", now=_written(one))
    yield from _order(tell, list(old.values()), list(new.values()))
    for name, one in old.items():
        today = new.get(renamed.get(name, name))
        if today is not None:
            yield from _parameter(tell, one, today, said[name], types)
    yield from _result(tell, described, found, types)


def renames(old: list[Parameter], new: list[Parameter]) -> dict[str, str]:
    """Return the parameters that have another name at the same place and are passed alike, old to new."""
    if len(old) != len(new):
        return {}
    before, after = {one.name for one in old}, {one.name for one in new}
    return {
        one.name: other.name
        for one, other in zip(old, new, strict=True)
        if one.name != other.name and one.name not in after and other.name not in before and one.kind == other.kind
    }


def _order(tell: Tell, old: list[Parameter], new: list[Parameter]) -> Iterator[Finding]:
    place = {one.name: number for number, one in enumerate(one for one in new if one.kind != KEYWORD_ONLY)}
    stay = [one.name for one in old if one.kind != KEYWORD_ONLY and one.name in place]
    sorted_now = sorted(stay, key=place.__getitem__)
    if stay != sorted_now:
        said, now = ", ".join(f"`{name}`" for name in stay), ", ".join(f"`{name}`" for name in sorted_now)
        yield tell(Code.DESCRIBED_PARAMETERS_REORDERED, f"the parameters stand in another order: {now}", said, now)
        return
    # What comes in before a parameter moves it for whoever passes it by position.
    before = [one.name for one in old if one.kind not in {KEYWORD_ONLY, *VARIADIC}]
    after = [one.name for one in new if one.kind not in {KEYWORD_ONLY, *VARIADIC}]
    moved = [name for name in before if name in after and before.index(name) != after.index(name)]
    if moved:
        now = ", ".join(f"`{name}`" for name in after)
        message = f"{', '.join(f'`{name}`' for name in moved)} {'has' if len(moved) == 1 else 'have'} another position"
        yield tell(Code.DESCRIBED_PARAMETERS_REORDERED, message, ", ".join(f"`{name}`" for name in before), now)


def _parameter(tell: Tell, old: Parameter, new: Parameter, said: ir.Parameter, types: Types) -> Iterator[Finding]:
    if old.kind != new.kind:
        message = f"`{new.name}` is passed {_WAYS[new.kind]} and was passed {_WAYS[old.kind]}"
        yield tell(Code.DESCRIBED_PARAMETER_KIND, message, old.kind, new.kind)
    open_ = not new.annotation or shape(new.annotation) == ANY
    same = open_ if said.untyped else types.fits(types.shapes(said.type), new.annotation)
    if not same:
        was = f"`{old.annotation}`" if old.annotation else "without annotation"
        now = f"`{new.annotation}`" if new.annotation else "without annotation"
        yield tell(Code.DESCRIBED_ANNOTATION, f"`{new.name}` is {now} and was {was}", old.annotation, new.annotation)
    if bool(old.default) != bool(new.default):
        message = (
            f"`{new.name}` has the default `{new.default}`" if new.default else f"`{new.name}` has no default any more"
        )
        yield tell(Code.DESCRIBED_DEFAULT, message, old.default, new.default)
    elif old.default and old.default != "..." and not same_value(old.default, new.default):
        message = f"the default of `{new.name}` is `{new.default}` and was `{old.default}`"
        yield tell(Code.DESCRIBED_DEFAULT, message, old.default, new.default)


def _result(tell: Tell, described: ir.Function, found: Function, types: Types) -> Iterator[Finding]:
    if described.is_async != found.is_async:
        yield tell(Code.DESCRIBED_ASYNC, "it is `async` now" if found.is_async else "it is no longer `async`")
    shapes = types.shapes(described.returns)
    stream = is_stream(shapes)
    untold = stream and not found.returns  # a generator without annotation is described by what it gives
    if stream and untold and not found.is_generator:
        yield tell(Code.DESCRIBED_GENERATOR, "it yields nothing any more", described.returns.source)
    elif not stream and found.is_generator and not found.returns and ANY in shapes:
        yield tell(Code.DESCRIBED_GENERATOR, "it is a generator now", described.returns.source)
    elif not untold and not types.fits(shapes, found.returns):
        now = f"`{found.returns}`" if found.returns else "without annotation"
        was = types.text(described.returns)
        yield tell(Code.DESCRIBED_RESULT, f"the result is {now} and was `{was}`", was, found.returns)


def same_value(one: str, other: str) -> bool:
    """Say whether two sources of values are the same value, or the same expression."""
    if spelled(one) == spelled(other):
        return True
    try:
        left, right = ast.literal_eval(one), ast.literal_eval(other)
    except (ValueError, SyntaxError, TypeError, MemoryError, RecursionError):
        return False
    return type(left) is type(right) and bool(left == right) and repr(left) == repr(right)


def _written(one: Parameter) -> str:
    annotation = f": {one.annotation}" if one.annotation else ""
    return f"{one.name}{annotation}" + (f" = {one.default}" if one.default else "")
