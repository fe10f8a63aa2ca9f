"""Contracts that might hold of a function: a fixed catalogue, tried on inputs and results that were observed.

A candidate is offered where it held on every input, at least `ENOUGH` of them, and some input could have broken it. What
a stronger one says already is left out. Nothing here runs anybody's code: whether an expression is true is asked.
"""

from __future__ import annotations

from collections.abc import Sized
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

ENOUGH: Final = 20
"""Inputs on which a candidate must have held."""
MOST: Final = 6
"""Candidates offered for one function."""


@dataclass(frozen=True, slots=True)
class Observed:
    """One call that returned: its arguments by name, and the result."""

    arguments: Mapping[str, object]
    result: object


@dataclass(frozen=True, slots=True)
class Candidate:
    """An `ensures` that held; `weaker` are candidates that it makes idle."""

    text: str
    weaker: tuple[str, ...] = ()


def candidates(
    rows: Sequence[Observed], *, typed: bool, true: Callable[[str, Mapping[str, object]], bool]
) -> list[str]:
    """Return the candidates that held on all rows, the most telling first; `typed` says that the result has a type."""
    if len(rows) < ENOUGH or len({repr(row.result) for row in rows}) < 3:
        return [] if typed or len(rows) < ENOUGH else list(_type_of(rows))
    kept: list[Candidate] = []
    idle: set[str] = set()
    for one in _catalogue(rows):
        if one.text in idle:
            continue
        if all(true(one.text, {**row.arguments, "result": row.result}) for row in rows):
            kept.append(one)
            idle.update(one.weaker)
    texts = [one.text for one in kept if one.text not in idle and could_break(one.text, rows, true)][:MOST]
    return texts if typed else [*_type_of(rows), *texts]


def _type_of(rows: Sequence[Observed]) -> Iterator[str]:
    kinds = {type(row.result) for row in rows}
    if len(kinds) == 1:
        (kind,) = kinds
        if kind.__name__ in {"int", "str", "bool", "float", "bytes", "list", "dict", "set", "tuple"}:
            yield f"isinstance(result, {kind.__name__})"


def _catalogue(rows: Sequence[Observed]) -> Iterator[Candidate]:
    result = _kind(row.result for row in rows)
    names = list(rows[0].arguments)
    kinds = {name: _kind(row.arguments[name] for row in rows) for name in names}
    for name, kind in kinds.items():
        if kind == result and kind:
            yield Candidate(
                f"result == {name}",
                (
                    f"sorted(result) == sorted({name})",
                    f"len(result) == len({name})",
                    f"set(result) <= set({name})",
                    f"len(result) <= len({name})",
                    f"len(result) >= len({name})",
                    f"result >= {name}",
                    f"result <= {name}",
                    f"len({name}) > 0 or result == {name}",
                    "result >= 0",
                ),
            )
    if result == "number":
        yield from _numbers([name for name, kind in kinds.items() if kind == "number"])
        yield from (
            Candidate(f"0 <= result <= len({name})", ("result >= 0",))
            for name, kind in kinds.items()
            if kind in _SIZED and all(isinstance(row.result, int) for row in rows)
        )
    if result in _SIZED:
        yield from _sized(result, kinds)
    for name, kind in kinds.items():
        if kind == "list" and result in {"number", "text"}:
            yield Candidate(f"result in {name}")


_SIZED: Final = frozenset({"list", "text", "dict", "set", "tuple"})


def _numbers(names: list[str]) -> Iterator[Candidate]:
    if len(names) == 2:
        one, two = names
        between = (f"result >= {one}", f"result <= {one}", f"result >= {two}", f"result <= {two}")
        yield Candidate(f"result == max({one}, {two})", (f"min({one}, {two}) <= result <= max({one}, {two})", *between))
        yield Candidate(f"result == min({one}, {two})", (f"min({one}, {two}) <= result <= max({one}, {two})", *between))
        yield Candidate(f"min({one}, {two}) <= result <= max({one}, {two})")
    if len(names) == 3:
        first, low, high = names
        yield Candidate(
            f"min({low}, {high}) <= result <= max({low}, {high})", (f"result >= {low}", f"result <= {high}")
        )
        yield Candidate(f"result in ({first}, {low}, {high})")
    for name in names:
        yield Candidate(f"result == abs({name})", ("result >= 0", f"result >= {name}"))
        yield Candidate(f"result >= {name}")
        yield Candidate(f"result <= {name}")
    yield Candidate("result > 0", ("result >= 0",))
    yield Candidate("result >= 0")
    yield Candidate("result <= 0")


def _sized(result: str, kinds: Mapping[str, str]) -> Iterator[Candidate]:
    for name, kind in kinds.items():
        if kind == "number":
            yield Candidate(f"len(result) == {name}", (f"len(result) <= {name}",))
            yield Candidate(f"len(result) <= {name}")
        if kind not in _SIZED:
            continue
        same, fewer, more = f"len(result) == len({name})", f"len(result) <= len({name})", f"len(result) >= len({name})"
        among, empty = f"set(result) <= set({name})", f"len({name}) > 0 or result == {name}"
        if result != "dict" and kind not in {"dict", "set"} and result != "set":
            yield Candidate(f"sorted(result) == sorted({name})", (same, fewer, more, among, empty))
        if {result, kind} != {"text", "list"} or result == kind:
            yield Candidate(among)
        yield Candidate(same, (fewer, more, empty))
        yield Candidate(fewer, (empty,))
        yield Candidate(more)
        if kind == result and kind != "dict":
            yield Candidate(empty)
    if result == "list":
        yield Candidate("result == sorted(result)")
        yield Candidate("len(set(result)) == len(result)")
    if result == "text":
        yield Candidate("result == result.strip()")
        yield Candidate("result == result.lower()")
        yield Candidate("result == result.upper()")
    yield Candidate("len(result) > 0")


def _kind(values: Any) -> str:
    """Return the one kind of some values, or nothing where they are of several."""
    found = {_kind_of(value) for value in values}
    return found.pop() if len(found) == 1 else ""


def _kind_of(value: object) -> str:
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, int | float):
        return "number"
    if isinstance(value, str):
        return "text"
    return type(value).__name__ if isinstance(value, Sized) and type(value).__name__ in _SIZED else ""


def could_break(text: str, rows: Sequence[Observed], true: Callable[[str, Mapping[str, object]], bool]) -> bool:
    """Say whether a candidate is more than an accident of the inputs: with other results some row would break it."""
    results = [row.result for row in rows]
    shifted = results[len(results) // 2 :] + results[: len(results) // 2]
    return any(
        not true(text, {**row.arguments, "result": other}) for row, other in zip(rows, [*shifted], strict=True)
    ) or any(
        not true(text, {**row.arguments, "result": odd}) for row in rows[:10] for odd in _ODD.get(type(row.result), ())
    )


_ODD: Final[Mapping[type, tuple[object, ...]]] = {
    int: (-1_000_003, 1_000_003),
    float: (-1e9, 1e9),
    str: (" Z z ", ""),
    list: ([2, 1, 1], []),
    tuple: ((2, 1, 1), ()),
    set: ({-99},),
    dict: ({-99: 1},),
}
