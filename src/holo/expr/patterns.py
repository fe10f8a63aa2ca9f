"""Regular expressions, kept from running away.

A pattern that cannot backtrack much is run by `re`, and charged for the worst it can do. Any other is
run by the `regex` module, which stops after a time: the one place where an expression is timed, since
no count of steps exists inside a match.
"""

from __future__ import annotations

import re
import warnings
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from holo.expr.stopped import OutOfFuel

if TYPE_CHECKING:
    from collections.abc import Callable

    from holo.expr.run import Run

__all__ = ["searching"]

_SECONDS: Final = 0.01
_TIMED: Final = 4_000  # what a timed match costs: about its time
_ANCHORED: Final = frozenset({"match", "fullmatch"})
_MAX_PATTERN: Final = 1_000
_FEW: Final = 4  # a repeat of at most so many is no loop
_REPEATS: Final = frozenset({"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"})


def searching(native: Callable[..., Any]) -> Callable[[Run, list[Any], dict[str, Any]], Any]:
    """Wrap a function of `re` so that it ends."""
    name = native.__name__

    def work(run: Run, args: list[Any], kwargs: dict[str, Any]) -> Any:
        run.spend(5)
        if name == "escape" or not args or type(args[0]) not in {str, bytes}:
            return run.grown(native(*args, **kwargs))
        pattern = args[0]
        if len(pattern) > _MAX_PATTERN:
            raise OutOfFuel
        named = {key: value for key, value in kwargs.items() if key != "flags"}
        text = named.get(
            "string", args[2] if name in {"sub", "subn"} and len(args) > 2 else args[1] if args[1:] else ""
        )
        if name in {"sub", "subn"}:
            if type(args[1] if args[1:] else kwargs.get("repl")) not in {str, bytes}:
                raise TypeError(f"`re.{name}` takes a string to put in place")
            run.spend(len(text) * (1 + len(args[1] if args[1:] else "")) >> 6)
        size = len(text) if isinstance(text, str | bytes) else 0
        loops = _loops(pattern, int(kwargs.get("flags", 0)))
        # A match at one place can take a step for each way to share the text among the loops; a search has all places.
        worst = None if loops is None else (1 + size) ** (loops + (name not in _ANCHORED)) >> 7
        if worst is not None and worst <= min(run.fuel, _TIMED * 4):
            run.spend(worst)
            return _kept(run, native(*args, **kwargs))
        run.spend(_TIMED if size > 12 else 1 << size)
        return _kept(run, _timed(name, args, kwargs))

    return work


def _kept(run: Run, found: Any) -> Any:
    # `finditer` is lazy and would outlive the protection.
    return run.grown(
        found if found is None or isinstance(found, list | tuple | str | bytes | re.Match) else _all(found)
    )


def _all(found: Any) -> Any:
    return list(found) if hasattr(found, "__next__") else found


def _timed(name: str, args: list[Any], kwargs: dict[str, Any]) -> Any:
    import regex  # type: ignore[import-untyped] # slow to import, and few patterns need it

    if "flags" in kwargs:
        kwargs = {
            **kwargs,
            "flags": int(kwargs["flags"])
            & (re.ASCII | re.IGNORECASE | re.MULTILINE | re.DOTALL | re.VERBOSE | re.UNICODE),
        }
    try:
        found = getattr(regex, name)(*args, **kwargs, timeout=_SECONDS)
        return _all(found) if name == "finditer" else found
    except TimeoutError:
        raise OutOfFuel from None


@lru_cache(maxsize=512)
def _loops(pattern: str | bytes, flags: int) -> int | None:
    """Count the loops of a pattern that stand side by side; None where one stands in another."""
    from re import _parser

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            tree = _parser.parse(pattern, flags)
        except (re.error, OverflowError, RecursionError):
            return 0  # `re` itself says what is wrong with it
    return _count(tree)


def _count(tree: Any) -> int | None:
    total = 0
    for operation, argument in tree:
        name = str(operation)
        inner = [each for each in _parts(argument) if hasattr(each, "data")]
        if name in {"GROUPREF", "GROUPREF_EXISTS"}:
            return None
        counts = [_count(each) for each in inner]
        if None in counts:
            return None
        inside = sum(count for count in counts if count)
        if (name in _REPEATS and argument[1] != argument[0]) or (
            name in _REPEATS and int(argument[1]) > _FEW and inside
        ):
            if inside or (name == "BRANCH" and inside):
                return None
            if _branches(inner):
                return None
            inside = 1
        total += inside
    return total


def _branches(parts: list[Any]) -> bool:
    """Whether one round of a loop can be gone through in more than one way."""
    for part in parts:
        for operation, argument in part:
            if str(operation) == "BRANCH":
                return True
            if _branches([each for each in _parts(argument) if hasattr(each, "data")]):
                return True
    return False


def _parts(argument: Any) -> list[Any]:
    """Flatten what the parser nests: sequences of patterns inside tuples and lists."""
    if hasattr(argument, "data"):
        return [argument]
    if isinstance(argument, tuple | list):
        return [part for each in argument for part in _parts(each)]
    return []
