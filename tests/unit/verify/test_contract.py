"""When two results are one."""

from __future__ import annotations

import pytest

from holo.verify.contract import alike

SAME = (
    (1, 1),
    (0.1 + 0.2, 0.3),
    (1, 1.0),
    (float("nan"), float("nan")),
    ([0.1 + 0.2], [0.3]),
    ({"a": (1, {2})}, {"a": (1, {2})}),
    (None, None),
)
OTHER = (
    (1, True),
    (1.0, True),
    (1, 2),
    ([1], (1,)),
    ([1], [1, 1]),
    ({"a": 1}, {"a": True}),
    (0.3, 0.31),
    (float("nan"), 0.0),
    (None, 0),
    ({1}, frozenset({1})),
)


@pytest.mark.parametrize("at", range(len(SAME)))
def test_equal_results_are_one(at: int) -> None:
    """Floats may differ in the last digits; an int may stand for a float."""
    left, right = SAME[at]

    assert alike(left, right)


@pytest.mark.parametrize("at", range(len(OTHER)))
def test_results_of_other_types_or_values_are_two(at: int) -> None:
    """Equal by Python is not enough: `True` is not 1."""
    left, right = OTHER[at]

    assert not alike(left, right)
