"""Made by Holo: what is asked of `lending.fines.discount`."""

from __future__ import annotations

from copy import deepcopy

import pytest

from lending.fines.discount import discount


def test_example_1() -> None:
    """An example of the hologram."""
    assert discount(12, True) == 50


def test_example_2() -> None:
    """An example of the hologram."""
    assert discount(26, True) == 0


CASES = [
    (12, True),
    (26, True),
    (11, True),
    (12, False),
    (25, True),
    (26, False),
    (13, True),
    (27, True),
    (15, True),
    (100, False),
    (1, True),
    (50, False),
    (0, False),
    (13, False),
    (2, True),
    (99, True),
    (3, True),
    (101, False),
    (10, False),
    (150, True),
    (1, False),
    (78, False),
    (0, True),
    (2023625020317001, True),
    (2, False),
]


@pytest.mark.parametrize(("age", "student"), CASES)
def test_contract(age: int, student: bool) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((age, student))
    result = discount(age, student)
    assert type(result) is int
    assert 0 <= result <= 100
    assert result == ((100) if (age < 12) else (50) if (age < 26 and student) else (0))
    assert (age, student) == before
