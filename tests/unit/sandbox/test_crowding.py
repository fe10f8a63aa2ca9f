"""Values that share a hash are noticed before a set is made of them, and honest ones are let through."""

from __future__ import annotations

from decimal import Decimal

import pytest

from holo.sandbox.crowding import FEW, crowded, crowded_numbers

PRIME = 2**61 - 1


def test_numbers_that_share_a_hash_are_a_crowd() -> None:
    """So many multiples of Python's prime were not found by chance."""
    assert crowded([PRIME * number for number in range(2, 2000)])


def test_pairs_of_them_are_a_crowd() -> None:
    """What is made of such numbers hashes alike, too."""
    assert crowded([(PRIME * number, 1) for number in range(2, 2000)])


@pytest.mark.parametrize(
    "values",
    [
        list(range(-5000, 5000)),
        [0] * 10000,
        [number / 7 for number in range(5000)],
        [f"{number}" for number in range(5000)],
        [Decimal(number) / 100 for number in range(5000)],
        [[number] for number in range(5000)],
        [1 << number for number in range(2000)],
        [PRIME * number for number in range(FEW - 1)],
    ],
    ids=range(8),
)
def test_honest_values_are_none(values: list[object]) -> None:
    """Repeated values, powers of two, lists that no set takes, and too few to matter are let through."""
    assert not crowded(values)


def test_numbers_are_found_wherever_they_stand() -> None:
    """A contract may take them out of records and make a set of them."""
    rows = ",".join(f'["r","shop.Item","a",["i","{PRIME * number:#x}"]]' for number in range(2, 1000))

    assert crowded_numbers(f'["returned",["l",{rows}],"",{{}}]')
    assert not crowded_numbers(f'["returned",["l",{rows[:200]}],"",{{}}]')
