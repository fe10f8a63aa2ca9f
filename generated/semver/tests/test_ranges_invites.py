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
    (
        [
            Comparator("<", Version(0, 0, 0)),
            Comparator("<", Version(0, 0, 0, ("5",))),
            Comparator(">", Version(0, 0, 0, ("5",))),
        ],
        Version(
            0,
            0,
            0,
            ("tXXG33pp", "tt3pp", "ttXXG", "ttXXG33pp", "ttXXG33pp", "x00x"),
            ("ttXXG33pp", "alph", "ALPHA"),
        ),
    ),
    ([], Version(2, 0, 0, ("alpha",))),
    (
        [
            Comparator("<", Version(0, 0, 0, ("5",))),
            Comparator(">", Version(0, 0, 0, ("5",))),
            Comparator("<", Version(0, 0, 0)),
        ],
        Version(
            0,
            0,
            0,
            ("tXXG33pp", "tt3pp", "ttXXG", "ttXXG33pp", "ttXXG33pp", "x00x"),
            ("ttXXG33pp", "alph", "ALPHA"),
        ),
    ),
    ([Comparator(">=", Version(1, 0, 0))], Version(1, 0, 0, ("alpha",))),
    ([], Version(0, 0, 0)),
    (
        [Comparator(">=", Version(1, 0, 0)), Comparator(">=", Version(1, 0, 0))],
        Version(2, 0, 0, ("alpha",)),
    ),
    ([Comparator("<=", Version(0, 0, 0))], Version(0, 0, 0)),
    ([Comparator(">=", Version(1, 0, 0))], Version(3, 0, 0, ("alpha",))),
    (
        [
            Comparator("=", Version(12, 12, 747451783192)),
            Comparator("=", Version(3, 747451783192, 12)),
            Comparator("=", Version(747451783193, 747451783193, 1)),
        ],
        Version(12, 12, 12, (), ("cW",)),
    ),
    ([Comparator(">=", Version(1, 0, 0))], Version(2, 1, 0, ("alpha",))),
    (
        [
            Comparator("<", Version(919997, 5, 5)),
            Comparator("<", Version(919997, 5, 5)),
            Comparator("<=", Version(1, 5, 498889)),
            Comparator("<", Version(586, 919997, 498889)),
        ],
        Version(5, 919998, 5, (), ("6", "4tTLwd13x2-", "ba", "d13x2-")),
    ),
    ([Comparator(">=", Version(1, 0, 0))], Version(2, 0, 1, ("alpha",))),
    (
        [
            Comparator("<=", Version(797153, 797152, 797153)),
            Comparator("<=", Version(797153, 797152, 797153)),
            Comparator("<=", Version(8589934592, 797152, 797152)),
        ],
        Version(797153, 797153, 7971530, (), ("E", "KKo", "KKoKKo")),
    ),
    ([Comparator(">", Version(1, 0, 0))], Version(2, 0, 0, ("alpha",))),
    ([Comparator("<=", Version(4, 1, 9))], Version(0, 0, 0, (), ("wyD9U", "wwyD9UU"))),
    (
        [Comparator(">=", Version(1, 0, 0)), Comparator(">", Version(1, 0, 0))],
        Version(2, 0, 0, ("alpha",)),
    ),
    (
        [
            Comparator(">=", Version(0, 627421, 0)),
            Comparator(">=", Version(0, 627420, 10)),
            Comparator("<=", Version(0, 627421, 0)),
        ],
        Version(0, 0, 0, (), ("dm", "0", "V")),
    ),
    ([Comparator(">=", Version(1, 0, 0))], Version(2, 0, 0, ("alpha", "alpha"))),
    (
        [
            Comparator("<", Version(365, 230593, 3)),
            Comparator("<", Version(364, 230593, 3)),
            Comparator("<", Version(365, 230593, 3)),
            Comparator("<", Version(364, 230593, 3)),
        ],
        Version(797153, 797153, 7971530, (), ("E", "KKo", "KKoKKo")),
    ),
    ([Comparator(">=", Version(0, 0, 0))], Version(2, 0, 0, ("alpha",))),
    (
        [
            Comparator("<=", Version(797153, 797152, 797153)),
            Comparator("<=", Version(797153, 797152, 797153)),
            Comparator("<=", Version(8589934592, 797152, 797152)),
        ],
        Version(797153, 797153, 7971529, (), ("E", "KKo", "KKoKKo")),
    ),
    (
        [Comparator(">=", Version(1, 0, 0)), Comparator(">=", Version(0, 0, 0))],
        Version(2, 0, 0, ("alpha",)),
    ),
    (
        [
            Comparator("<=", Version(0, 523975, 8192)),
            Comparator(">=", Version(0, 4, 8191)),
            Comparator("=", Version(32768, 8189, 523975)),
            Comparator(">", Version(523974, 3, 1056767)),
        ],
        Version(0, 0, 0),
    ),
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
