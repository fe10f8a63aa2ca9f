"""Made by Holo: what is asked of `semver.parse_all`."""

from __future__ import annotations

from copy import deepcopy

import pytest

from semver.invalid_among import invalid_among
from semver.parse_all import parse_all
from semver.print_version import print_version
from semver.types import VALID, NotAVersion, Version


def test_example_1() -> None:
    """An example of the hologram."""
    assert parse_all(["1.0.0", "0.0.4"]) == [Version(1, 0, 0), Version(0, 0, 4)]


def test_example_2() -> None:
    """A sealed example of the hologram."""
    assert len(parse_all(VALID)) == len(VALID)


def test_scenario_F2() -> None:
    """One bad text among good ones"""
    with pytest.raises(NotAVersion) as caught:
        parse_all(["1.0.0", "1.0", "1"])
    assert type(caught.value) is NotAVersion
    assert caught.value.args == (NotAVersion("1.0")).args


CASES = [
    (["1.0.0", "1.0", "1"],),
    ([],),
    (["1.0.0"],),
    (["1.0.0", "0.0.4"],),
    (["1.0.0a", "1.0", "1"],),
    (["0.0.4"],),
    (["1.0.0", "0.0.4", "0.0.4"],),
    (["1.0.0", "1.0", "1", "1.0.0a"],),
    (["1.0.0", "0.0.4", "1.0.0"],),
    (["1.0.0", "1.0", "1", "1.0.0"],),
    (["0.0.4", "1.0.0"],),
    (["1.0.0 ", "1.0", "1"],),
    (["1.0.0-alpha+001", "1.0.0-alpha+001"],),
    (["1.0.0", "1.0", "1", "1.0.0 "],),
    (["1.0.0-rc.1+build.1", "1.0.0-rc.1+build.1", "1.0.0-rc.1+build.1"],),
    (["1.0.", "0.0.4"],),
    (["1.1.7", "1.1.7"],),
    (["1.0.0", "1.", "1"],),
    (["1.0.0-alpha0.vali", "1.2.3-beta", "1.2.9-beta"],),
    (["1.0.0", "0.0.4", "1.0."],),
    (["1.0.0", "2.0.0+build.1848a"],),
    (["1.0.0", "1.0", "1", "1."],),
    (["a"],),
    (["a", ""],),
    ([""],),
]


@pytest.mark.parametrize(("texts",), CASES)
def test_contract(texts: list[str]) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((texts,))
    if invalid_among(texts) != []:
        with pytest.raises(NotAVersion) as caught:
            parse_all(texts)
        assert type(caught.value) is NotAVersion
        assert caught.value.args == (NotAVersion(invalid_among(texts)[0])).args
        return
    result = parse_all(texts)
    assert type(result) is list
    assert all(type(_each) is Version for _each in result)
    assert [print_version(version) for version in result] == texts
    assert (texts,) == before
