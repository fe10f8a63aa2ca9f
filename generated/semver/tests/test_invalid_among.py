"""Made by Holo: what is asked of `semver.invalid_among`."""

from __future__ import annotations

from copy import deepcopy

import pytest

from semver.invalid_among import invalid_among
from semver.is_valid import is_valid

CASES = [
    ([],),
    (["a"],),
    (["a", ""],),
    ([""],),
    (["", "a", "a"],),
    (["+a"],),
    (["a", "", "b", "ab", "A"],),
    (["+"],),
    (["593824219", " ٣", " ٣a", ".a", " ٣", ",² 9漢--zλ'", ",² 9漢--zλ'"],),
    (["λ09\n漢.azz_,,é² ,🎲bb_"],),
    (["+a", "+aa"],),
    (["-"],),
    (["39694775", "39694775"],),
    ([".a"],),
    (["+a", "-a"],),
    (["9é,\\"],),
    (["-a", "10"],),
    (["+A"],),
    (["", "-", "a", ""],),
    (["ba"],),
    (["58419", "-a", "428071"],),
    (["ß"],),
    (["ab", "ab", "ab"],),
    (["-a"],),
    (["027", "027"],),
]


@pytest.mark.parametrize(("texts",), CASES)
def test_contract(texts: list[str]) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((texts,))
    result = invalid_among(texts)
    assert type(result) is list
    assert all(type(_each) is str for _each in result)
    assert result == ([text for text in texts if not is_valid(text)])
    assert (texts,) == before
