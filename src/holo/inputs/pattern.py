r"""Make texts that a regular expression matches, from Python's own reading of it.

What looks around (`(?=…)`, `\b`) is passed over: whoever takes a text asks the pattern again.
"""

from __future__ import annotations

import importlib
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from holo.inputs.letters import UNIVERSE, written
from holo.inputs.range import Reject

if TYPE_CHECKING:
    from holo.inputs.choice import Choice

_MORE: Final = (0, 0, 1, 1, 2, 3, 6)
"""How often more than it must a part is repeated that has no end, or a far one."""


def matching(pattern: str, choice: Choice) -> str:
    """Return a text that a pattern matches as a whole, as far as can be seen; `Reject` where the pattern is none."""
    return _Writer(choice).sequence(_tree(pattern))


@lru_cache(maxsize=256)
def _tree(pattern: str) -> Any:
    try:
        # The one reader of patterns that agrees with `re`; its home has moved before, so it is asked for by name.
        return importlib.import_module("re._parser").parse(pattern)
    except (re.error, RecursionError, OverflowError):
        raise Reject from None


class _Writer:
    def __init__(self, choice: Choice) -> None:
        self.choice = choice
        self.groups: dict[int, str] = {}

    def sequence(self, items: Any) -> str:
        return "".join([self.item(str(op), args) for op, args in items])

    def item(self, op: str, args: Any) -> str:
        match op:
            case "LITERAL":
                return chr(args)
            case "NOT_LITERAL":
                return self.choice.deal(UNIVERSE.replace(chr(args), ""))
            case "ANY":
                return self.choice.deal(UNIVERSE.replace("\n", ""))
            case "IN":
                return self.choice.deal(self.letters(args))
            case "BRANCH":
                return self.sequence(self.choice.pick(args[1]))
            case "SUBPATTERN":
                made = self.sequence(args[3])
                if args[0] is not None:
                    self.groups[args[0]] = made
                return made
            case "ATOMIC_GROUP":
                return self.sequence(args)
            case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
                return self.repeated(*args)
            case "GROUPREF":
                return self.groups.get(args, "")
            case "GROUPREF_EXISTS":
                return self.sequence((args[1] if args[0] in self.groups else args[2]) or ())
            case _:
                return ""

    @staticmethod
    def letters(args: Any) -> str:
        found = _class(tuple((str(kind), what) for kind, what in args))
        if not found:
            raise Reject
        return found

    def repeated(self, least: int, most: int, items: Any) -> str:
        if most - least <= 8:
            count = least + self.choice.integer(0, int(most) - least) if most > least else least
        elif self.choice.chance(5):
            count = min(int(most), least + 20)
        else:
            count = least + self.choice.pick(_MORE)
        if len(items) == 1 and str(items[0][0]) == "IN" and count > 1:
            # Letters of one kind: with runs, pieces that come again and the rest of what texts are made of.
            return written(self.letters(items[0][1]), min(count, 200), self.choice)
        if count > 3 and self.choice.chance(25):
            return self.sequence(items) * count  # all of one piece
        return "".join([self.sequence(items) for _ in range(min(count, 200))])


@lru_cache(maxsize=512)
def _class(parts: tuple[tuple[str, Any], ...]) -> str:
    """Return the letters of a class `[…]`."""
    kept: list[str] = []
    negated = any(kind == "NEGATE" for kind, _ in parts)
    for kind, what in parts:
        if kind == "LITERAL":
            kept.append(chr(what))
        elif kind == "RANGE":
            low, high = what
            ends = {low, high, *range(low, min(high + 1, low + 128))}
            kept += map(chr, sorted(ends))
        elif kind == "CATEGORY":
            asked = _CATEGORIES.get(str(what))
            kept += [letter for letter in UNIVERSE if asked is not None and re.match(asked, letter)]
    found = [letter for letter in UNIVERSE if letter not in kept] if negated else kept
    return "".join(dict.fromkeys(found))


_CATEGORIES: Final = {
    "CATEGORY_DIGIT": r"\d",
    "CATEGORY_NOT_DIGIT": r"\D",
    "CATEGORY_WORD": r"\w",
    "CATEGORY_NOT_WORD": r"\W",
    "CATEGORY_SPACE": r"\s",
    "CATEGORY_NOT_SPACE": r"\S",
}
