"""Where choices come from: a seeded generator of our own.

Values are built by `make` from a few kinds of choice; this one answers them from `random.Random`, fast and
the same on every machine.
"""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Final, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

T = TypeVar("T")

LETTERS: Final = "ab Az09-_.,é\n\"'\\ßλ漢🎲\t٣²"
"""What texts are made of; the last two are digits to Python, and to `int` the first of them is a number."""
DIGITS: Final = "0123456789"


class Choice(Protocol):
    """The kinds of choice that values are made of."""

    def chance(self, percent: int) -> bool:
        """Say yes about so many times in a hundred."""
        ...

    def pick(self, values: Sequence[T]) -> T:
        """Take one of some values."""
        ...

    def integer(self, low: int | None, high: int | None) -> int:
        """Take a whole number between two ends, both included; None is no end."""
        ...

    def real(self, low: float | None, high: float | None) -> float:
        """Take a finite number between two ends, both included; None is no end."""
        ...

    def text(self, low: int, high: int) -> str:
        """Make a text of so many characters."""
        ...

    def deal(self, letters: str) -> str:
        """Take one of some letters, each in turn, in an order of chance: none comes again before all were there."""
        ...


class Seeded:
    """Choices of a seeded generator."""

    def __init__(self, seed: int) -> None:
        """Take every choice from one seeded generator."""
        self.random = Random(seed)  # noqa: S311 values to try, no secrets
        self._decks: dict[str, list[str]] = {}

    def chance(self, percent: int) -> bool:
        """Say yes about so many times in a hundred."""
        return self.random.random() * 100 < percent

    def pick(self, values: Sequence[T]) -> T:
        """Take one of some values, each as likely."""
        return values[int(self.random.random() * len(values))]

    def integer(self, low: int | None, high: int | None) -> int:
        """Take a whole number: mostly near zero or near an end, now and then far away, or beside a power of two."""
        if self.random.random() < 0.05:
            value = (1 << int(self.random.random() * 41)) + self.pick((-1, 0, 0, 1))
            if (low is None or low <= value) and (high is None or value <= high):
                return value
        reach = self.pick((3, 12, 12, 100, 1_000, 10**6, 2**40, 10**17))
        if low is None and high is None:
            return self.random.randint(-reach, reach)
        if low is None:
            assert high is not None
            return high - self.random.randint(0, reach)
        if high is None:
            return low + self.random.randint(0, reach)
        if high - low > reach and self.random.random() < 0.7:
            step = self.random.randint(0, reach)
            return low + step if self.random.random() < 0.5 else high - step
        return self.random.randint(low, high)

    def real(self, low: float | None, high: float | None) -> float:
        """Take a finite number: halves and quarters as often as long fractions."""
        reach = self.pick((1.0, 10.0, 1000.0, 1e9))
        low, high = (
            (-reach if high is None else high - reach) if low is None else low,
            (reach if low is None else low + reach) if high is None else high,
        )
        value = low + (high - low) * self.random.random()
        rounded = round(value * 4) / 4
        return rounded if low <= rounded <= high and self.random.random() < 0.5 else min(max(value, low), high)

    def text(self, low: int, high: int) -> str:
        """Make a text: mostly letters, with blanks, quotes, accents and wide characters between."""
        length = self.random.randint(low, high)
        few = self.pick((LETTERS, LETTERS, LETTERS[:2], DIGITS))
        return "".join(self.random.choice(few) for _ in range(length))

    def deal(self, letters: str) -> str:
        """Take one of some letters, each in turn, in an order of chance."""
        deck = self._decks.get(letters)
        if not deck:
            deck = self._decks[letters] = list(letters)
            self.random.shuffle(deck)
        return deck.pop()
