"""Make texts within bounds: of given letters, of a pattern, of pieces between signs, or cut out of another text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from holo.inputs.letters import OTHERS, UNIVERSE, phrase, written
from holo.inputs.narrow import EACH, LETTERS, MATCH, PARTS
from holo.inputs.pattern import matching
from holo.inputs.range import Reject, below, lengths, read

if TYPE_CHECKING:
    from collections.abc import Sequence

    from holo.inputs.choice import Choice
    from holo.inputs.range import Bound

LONGEST: Final = 400
"""The longest text that is made because a bound asks for it."""
_SOME_LETTERS: Final = frozenset({LETTERS, MATCH})


def shaped(bounds: Sequence[Bound]) -> bool:
    """Whether bounds say more of a text than its ends and its length."""
    return any(
        op in _SOME_LETTERS or (op == "in" and isinstance(value, str)) or path[:1] == (EACH,) or _parts(path)
        for path, op, value in bounds
    )


def text(bounds: Sequence[Bound], choice: Choice, named: str) -> str:
    """Return a text; `named` are letters that the contract speaks of, for texts that may have any.

    Raises `Reject` where no text is within the bounds, or none was found.
    """
    low, high = lengths(bounds, LONGEST) if bounds else (0, None)
    if not bounds or not shaped(bounds):
        size = _size(low, high, choice, (1, 3, 8, 20))
        if named and choice.chance(40):
            return (
                written(named, size, choice)
                if choice.chance(70)
                else phrase(named if choice.chance(50) else _COMMON, size, choice)
            )
        return choice.text(size, size)
    for path, op, value in bounds:
        if op == MATCH and not path and isinstance(value, tuple):
            return _matched(value, low, high, choice)
        if op == "in" and not path and isinstance(value, str):
            return _piece(value, low, high, choice)
    step = next((path[0] for path, _, _ in bounds if _parts(path)), None)
    if step is not None:
        return _joined(step, below(bounds, step), choice, named)
    common, whole = alphabet(bounds)
    letters = common if common == whole or choice.chance(85) else whole
    if not letters and low:
        raise Reject
    return written(letters, _size(low, high, choice, (1, 2, 3, 5, 8, 12, 20)), choice)


_COMMON: Final = "abcdeABCDE01239.,-'"


def alphabet(bounds: Sequence[Bound]) -> tuple[str, str]:
    """Return the letters that a text within bounds may have, none twice: those of every day, and all of them."""
    listed: list[str] | None = None
    sieved: list[str] | None = None
    forbidden: set[object] = set()
    for path, op, value in bounds:
        if op == LETTERS and not path and isinstance(value, list):
            sieved = value if sieved is None else [one for one in sieved if one in value]
        elif path == (EACH,) and op in {"in", "=="}:
            letters = [one for one in _each(value) if isinstance(one, str) and len(one) == 1]
            listed = letters if listed is None else [one for one in listed if one in letters]
        elif path == (EACH,) and op in {"!=", "not in"}:
            forbidden.update(_each(value))
    if listed is not None:
        # A sieve knows common letters alone: of others it says nothing.
        fitting = [one for one in dict.fromkeys(listed) if sieved is None or one in sieved or one not in UNIVERSE]
        whole = "".join([one for one in fitting if one not in forbidden])
        return whole, whole
    whole = "".join([one for one in (UNIVERSE if sieved is None else sieved) if one not in forbidden])
    common = "".join([one for one in whole if one not in OTHERS])
    return common or whole, whole


def _each(value: object) -> list[object]:
    if isinstance(value, str | list | tuple):
        return list(value)
    if isinstance(value, set | frozenset | dict):
        return sorted(value, key=repr)
    return []


def _parts(path: tuple[str, ...]) -> bool:
    return bool(path) and path[0].startswith(PARTS)


def _size(low: int, high: int | None, choice: Choice, reach: tuple[int, ...]) -> int:
    if high is not None and high <= LONGEST and choice.chance(6):
        return high
    most = low + choice.pick(reach)
    return choice.integer(low, most if high is None else min(high, most))


def _matched(asked: tuple[object, ...], low: int, high: int | None, choice: Choice) -> str:
    way, pattern = asked
    if not isinstance(pattern, str):
        raise Reject
    for _ in range(4):
        made = matching(pattern, choice)
        if way in {"match", "search"} and choice.chance(50):
            made += choice.text(0, 3)
        if way == "search" and choice.chance(50):
            made = choice.text(0, 3) + made
        if low <= len(made) and (high is None or len(made) <= high):
            return made
    raise Reject


def _piece(whole: str, low: int, high: int | None, choice: Choice) -> str:
    """Return a piece of a text: every single letter of it is as likely."""
    most = len(whole) if high is None else min(high, len(whole))
    if low > most:
        raise Reject
    size = choice.integer(low, most)
    if size <= 1:
        return choice.deal(whole) * size if whole else ""
    at = choice.integer(0, len(whole) - size)
    return whole[at : at + size]


def _joined(step: str, bounds: Sequence[Bound], choice: Choice, named: str) -> str:
    sign = step[len(PARTS) :]
    low, high = lengths(bounds, LONGEST)
    most = max(low, 1) + choice.pick((0, 1, 1, 2, 3, 5))
    count = choice.integer(max(low, 1), most if high is None else max(1, min(high, most)))
    each = below(bounds, EACH)
    parts: list[str] = []
    exact = read(each).exact
    for _ in range(count):
        if parts and choice.chance(20):
            parts.append(choice.pick(parts))
        elif exact is not None:
            words = [word for word in exact if isinstance(word, str)]
            if not words:
                raise Reject
            parts.append(words[int(choice.deal(_numbers(len(words))), 36)] if len(words) <= 36 else choice.pick(words))
        else:
            parts.append(text(each, choice, named.replace(sign, "")))
    return sign.join(parts)


def _numbers(count: int) -> str:
    return "0123456789abcdefghijklmnopqrstuvwxyz"[:count]
