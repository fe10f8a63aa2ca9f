"""Texts of given letters: runs, repeated pieces, palindromes, few letters and all of them.

Which letters a text is made of is read from bounds (`alphabet`); how they follow each other is chosen here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from holo.inputs.choice import Choice

PLAIN: Final = "".join(map(chr, range(32, 127)))
OTHERS: Final = "\t\néßλ漢🎲٣²"
"""Signs that careless bodies take for letters, digits and blanks, or do not."""
UNIVERSE: Final = PLAIN + OTHERS
"""The letters that are tried one by one where a condition says which ones a text may have."""

_STYLES: Final = ("any", "any", "any", "few", "few", "run", "runs", "piece", "mirror", "mirror")


def named(constants: Iterable[object]) -> str:
    """Return the letters of the texts among some constants, in both cases, none twice."""
    found: dict[str, None] = {}
    for text in constants:
        if isinstance(text, str):
            for letter in text[:200]:
                found[letter] = None
                other = letter.swapcase()
                if len(other) == 1:
                    found[other] = None
    return "".join(found)[:120]


def written(letters: str, size: int, choice: Choice) -> str:
    """Return a text of so many of some letters."""
    if size <= 0 or not letters:
        return ""
    if size == 1 or len(letters) == 1:
        return choice.deal(letters) * size
    style = choice.pick(_STYLES)
    if style == "any":
        return "".join([choice.deal(letters) for _ in range(size)])
    if style == "run":
        letter = choice.deal(letters)
        if choice.chance(50):
            return letter * size
        at = choice.integer(0, size - 1)
        return letter * at + choice.deal(letters) + letter * (size - at - 1)
    if style == "runs":
        text = ""
        while len(text) < size:
            text += choice.deal(letters) * choice.pick((1, 2, 3, 4))
        return text[:size]
    if style == "piece":
        piece = "".join([choice.deal(letters) for _ in range(choice.pick((2, 2, 3)))])
        return (piece * size)[:size]
    if style == "mirror":
        half = [choice.deal(letters) for _ in range((size + 1) // 2)]
        row = half + half[::-1][size % 2 :]
        if choice.chance(30):  # one letter from being the same from both ends
            row[choice.integer(0, size - 1)] = choice.deal(letters)
        return "".join(row)
    few = [choice.deal(letters) for _ in range(choice.pick((2, 2, 3)))]
    return "".join([choice.pick(few) for _ in range(size)])


def phrase(letters: str, size: int, choice: Choice) -> str:
    """Return words with blanks between, now and then more than one, or some around."""
    text = ""
    while len(text) < size:
        word = "".join([choice.deal(letters) for _ in range(choice.pick((1, 2, 3, 5)))])
        text += word + " " * choice.pick((1, 1, 1, 2, 3, 4))
    text = text[:size]
    return text if choice.chance(30) else text.strip().ljust(1, "a")


def rearranged(text: str, others: Sequence[str], choice: Choice) -> str:
    """Return a text made of the pieces of one that is valid, and of others: wrapped, joined, repeated, exchanged.

    What a predicate says of a text with brackets in it often holds of these, and hardly ever of a new one.
    """
    other = choice.pick(others) if others else text
    at = choice.integer(0, len(text))
    step = choice.pick(("join", "wrap", "wrap", "insert", "double", "cut", "swap", "turn", "back", "around"))
    match step:
        case "join":
            return text + other
        case "wrap":
            half = len(other) // 2
            return other[:half] + text + other[half:]
        case "around":
            return other[:1] + text + other[-1:]
        case "insert":
            return text[:at] + other + text[at:]
        case "double":
            return text * choice.pick((2, 2, 3, 5))
        case "cut":
            upto = choice.integer(at, len(text))
            return text[:at] + text[upto:]
        case "swap":
            return text[at:] + text[:at]
        case "turn":
            letters = list(text)
            for here in range(len(letters) - 1, 0, -1):
                there = choice.integer(0, here)
                letters[here], letters[there] = letters[there], letters[here]
            return "".join(letters)
        case _:
            return text[::-1]


def pieced(text: str, others: Sequence[str], choice: Choice) -> str:
    """Return a text with one of the pieces between its signs left out, doubled, exchanged for another or changed."""
    pieces = _SIGNS.split(text)
    if len(pieces) < 3:
        return rearranged(text, others, choice)
    at = 2 * choice.integer(0, len(pieces) // 2)
    step = choice.pick(("drop", "double", "swap", "other", "other", "new", "new"))
    if step == "drop":
        return "".join(pieces[: at - 1] + pieces[at + 1 :] if at else pieces[2:])
    if step == "double":
        return "".join([*pieces[: at + 1], pieces[1], pieces[at], *pieces[at + 1 :]])
    if step == "swap":
        other = 2 * choice.integer(0, len(pieces) // 2)
        pieces[at], pieces[other] = pieces[other], pieces[at]
    elif step == "other" and others:
        pieces[at] = choice.pick(_SIGNS.split(choice.pick(others))[::2])
    else:
        pieces[at] = choice.pick(("a", "a", "0", "1", "2", "9", "10", "00", "x", ""))
    return "".join(pieces)


_SIGNS: Final = re.compile(r"([^A-Za-z0-9]+)")
