"""Made by Holo: what is asked of `semver.parse`."""

from __future__ import annotations

from copy import deepcopy

import pytest

from semver.compare import compare
from semver.is_valid import is_valid
from semver.parse import parse
from semver.print_version import print_version
from semver.types import IN_ORDER, VALID, NotAVersion, Version


def test_example_1() -> None:
    """An example of the hologram."""
    assert parse("1.0.0-0.3.7") == Version(1, 0, 0, ("0", "3", "7"))


def test_example_2() -> None:
    """An example of the hologram."""
    assert parse("1.0.0-beta+exp.sha.5114f85") == Version(
        1, 0, 0, ("beta",), ("exp", "sha", "5114f85")
    )


def test_example_3() -> None:
    """An example of the hologram."""
    assert parse("1.0.0-x-y-z.--") == Version(1, 0, 0, ("x-y-z", "--"))


def test_example_4() -> None:
    """A sealed example of the hologram."""
    assert all(print_version(parse(text)) == text for text in VALID)


def test_example_5() -> None:
    """A sealed example of the hologram."""
    assert all(compare(parse(a), parse(b)) == -1 for a, b in zip(IN_ORDER, IN_ORDER[1:]))


def test_scenario_F1() -> None:
    """A version with a v in front"""
    with pytest.raises(NotAVersion) as caught:
        parse("v1.2.3")
    assert type(caught.value) is NotAVersion
    assert caught.value.args == (NotAVersion("v1.2.3")).args


CASES = [
    ("v1.2.3",),
    ("1.0.0-0.3.7",),
    ("1.0.0-0.3.",),
    ("1.0.0-beta+exp.sha.5114f85",),
    (" 1.0.0-beta+exp.sha.5114f85",),
    ("1.0.0-x-y-z.--",),
    ("v1.2.",),
    ("0.0.4",),
    (" 0.0.4",),
    ("1.2.3",),
    (" 1.1.2-prerelease+meta",),
    ("10.20.30",),
    (" 1.0.0-alpha",),
    ("1.1.2-prerelease+meta",),
    (" 1.0.0-alpha.beta.1",),
    ("1.1.2+meta",),
    (" 1.0.0-alpha.0valid",),
    ("1.1.2+meta-valid",),
    ("1.0.0-rc.1+build.",),
    ("1.0.0-alpha",),
    (" 2.0.0-rc.1+build.123",),
    ("1.0.0-beta",),
    (" 1.2.3-SNAPSHOT-123",),
    ("1.0.0-alpha.beta",),
    ("1.0.00000000",),
]


@pytest.mark.parametrize(("text",), CASES)
def test_contract(text: str) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((text,))
    if not is_valid(text):
        with pytest.raises(NotAVersion) as caught:
            parse(text)
        assert type(caught.value) is NotAVersion
        assert caught.value.args == (NotAVersion(text)).args
        return
    result = parse(text)
    assert type(result) is Version
    assert print_version(result) == text
    assert (text,) == before
