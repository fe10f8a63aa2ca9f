"""Values that were chosen to have one hash: a set of a few ten thousand of them would take minutes to build.

Python hashes numbers, and what is made of numbers, without a seed, so that a body can answer with as many as it likes.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MOST = 64
"""So many different values may share a hash: honest data has no more than a handful."""

FEW = 512
"""Fewer values than this are harmless whatever their hashes are."""

SHORT = 1 << 14
"""In an answer of fewer characters there is no room for a crowd."""

_NUMBERS = re.compile(r'\["(i|N)","([^"]{1,20000})"')


def crowded(values: Sequence[object]) -> bool:
    """Say whether more than `MOST` different values among these have one hash. Takes linear time."""
    if len(values) < FEW:
        return False
    counts: dict[int, int] = {}
    hashed: list[tuple[int, object]] = []
    for value in values:
        try:
            hashed.append((hash(value), value))
        except TypeError:
            continue  # a list is in no set
        counts[hashed[-1][0]] = counts.get(hashed[-1][0], 0) + 1
    suspect = {number for number, count in counts.items() if count > MOST}
    different: dict[int, list[object]] = {number: [] for number in suspect}
    for number, value in hashed:
        if number in suspect and all(value != other for other in different[number]):
            different[number].append(value)
            if len(different[number]) > MOST:
                return True
    return False


def crowded_numbers(text: str) -> bool:
    """Say the same of all long numbers of an answer, wherever they stand: a contract may make a set of them."""
    if len(text) < SHORT:
        return False
    return crowded(list(_numbers(_NUMBERS.findall(text))))


def _numbers(found: Iterable[tuple[str, str]]) -> Iterable[object]:
    for tag, digits in found:
        try:
            yield int(digits, 16) if tag == "i" else Decimal(digits)
        except (ValueError, ArithmeticError):
            continue  # the reader of the answer will say so
