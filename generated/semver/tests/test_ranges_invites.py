"""Made by Holo: what is asked of `semver.ranges.invites`."""

from __future__ import annotations

from copy import deepcopy

import pytest

from semver.core import core
from semver.is_release import is_release
from semver.ranges.invites import invites
from semver.types import Comparator, Version


def test_example_1() -> None:
    """An example of the hologram."""
    assert not invites([Comparator(">=", Version(1, 0, 0))], Version(2, 0, 0, ("alpha",)))


CASES = [
    ([Comparator(">=", Version(1, 0, 0))], Version(2, 0, 0)),
    ([Comparator(">=", Version(1, 0, 0))], Version(2, 0, 0, ("alpha",))),
    ([], Version(0, 0, 0)),
    ([], Version(2, 0, 0, ("alpha",))),
    ([Comparator("<=", Version(0, 0, 0))], Version(0, 0, 0)),
    ([Comparator(">=", Version(1, 0, 0))], Version(1, 0, 0, ("alpha",))),
    ([Comparator(">=", Version(1, 0, 0))], Version(3, 0, 0)),
    (
        [Comparator(">=", Version(1, 0, 0)), Comparator(">=", Version(1, 0, 0))],
        Version(2, 0, 0, ("alpha",)),
    ),
    (
        [
            Comparator(">=", Version(6, 758257129245, 1)),
            Comparator(">=", Version(6, 758257129245, 1)),
        ],
        Version(93310044955352027, 93310044955352027, 93310044955352027, (), ("alphaa",)),
    ),
    ([Comparator(">=", Version(1, 0, 0))], Version(3, 0, 0, ("alpha",))),
    ([Comparator(">=", Version(1, 0, 0)), Comparator(">=", Version(1, 0, 0))], Version(2, 0, 0)),
    ([Comparator(">=", Version(1, 0, 0))], Version(2, 1, 0, ("alpha",))),
    ([Comparator(">=", Version(1, 0, 0))], Version(0, 0, 0, (), ("a", "aa"))),
    ([Comparator(">=", Version(1, 0, 0))], Version(2, 0, 1, ("alpha",))),
    (
        [Comparator("=", Version(902086, 902086, 9)), Comparator(">", Version(0, 902086, 9))],
        Version(93310044955352027, 93310044955352027, 93310044955352027, (), ("alphaa",)),
    ),
    ([Comparator(">", Version(1, 0, 0))], Version(2, 0, 0, ("alpha",))),
    ([Comparator("<=", Version(0, 0, 0))], Version(0, 1, 0)),
    (
        [Comparator(">=", Version(1, 0, 0)), Comparator(">", Version(1, 0, 0))],
        Version(2, 0, 0, ("alpha",)),
    ),
    (
        [Comparator("=", Version(902087, 902087, 9)), Comparator(">", Version(0, 902087, 9))],
        Version(93310044955352027, 93310044955352027, 93310044955352027, (), ("alphaa",)),
    ),
    ([Comparator(">=", Version(1, 0, 0))], Version(2, 0, 0, ("alpha", "alpha"))),
    (
        [
            Comparator("=", Version(829212, 420, 420)),
            Comparator("=", Version(829212, 421, 420)),
            Comparator(">=", Version(829212, 829212, 8)),
            Comparator(">=", Version(829212, 829212, 8)),
            Comparator("=", Version(829212, 420, 420)),
        ],
        Version(2, 0, 0),
    ),
    ([Comparator(">=", Version(0, 0, 0))], Version(2, 0, 0, ("alpha",))),
    ([Comparator(">=", Version(0, 0, 0))], Version(0, 0, 0)),
    (
        [Comparator(">=", Version(1, 0, 0)), Comparator(">=", Version(0, 0, 0))],
        Version(2, 0, 0, ("alpha",)),
    ),
    ([Comparator(">=", Version(2, 0, 0))], Version(2, 0, 0, ("alpha",))),
]


@pytest.mark.parametrize(("comparators", "version"), CASES)
def test_contract(comparators: list[Comparator], version: Version) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((comparators, version))
    result = invites(comparators, version)
    assert type(result) is bool
    assert result == (
        (True)
        if (is_release(version))
        else (
            any(
                core(one.version) == core(version) and not is_release(one.version)
                for one in comparators
            )
        )
    )
    assert (comparators, version) == before
