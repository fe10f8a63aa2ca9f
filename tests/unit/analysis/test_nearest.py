"""The name that was probably meant."""

from __future__ import annotations

import pytest

from holo.analysis.nearest import did_you_mean, nearest


@pytest.mark.parametrize(
    ("word", "candidates", "expected"),
    [
        ("tody", ["total", "today", "body"], "today"),
        ("usd", ["used", "abs"], "used"),
        ("ValueErorr", ["IndexError", "ValueError"], "ValueError"),
        ("limit", ["LIMIT"], "LIMIT"),
        ("g", ["f", "h"], ""),
        ("price", ["member", "loan"], ""),
        ("lona", ["loan", "load"], "loan"),
        ("Stor", ["str", "Store"], "Store"),
        ("COUNTRYS", ["country", "COUNTRIES"], "COUNTRIES"),
    ],
)
def test_nearest(word: str, candidates: list[str], expected: str) -> None:
    """Letters that change, swap, come or go are counted, and how it begins; short words need more in common."""
    found = nearest(word, candidates)

    assert expected == found


def test_the_first_of_equals_wins() -> None:
    """The order of the candidates decides between two that are equally near."""
    assert "Did you mean `bat`?" == did_you_mean("cat", ["bat", "hat"])


def test_a_word_is_not_near_itself() -> None:
    """A name that exists elsewhere is no help where it is not visible."""
    assert not did_you_mean("cat", ["cat"])
