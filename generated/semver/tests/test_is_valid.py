"""Made by Holo: what is asked of `semver.is_valid`."""

from __future__ import annotations

from copy import deepcopy

import pytest

from semver.grammar.build_text import build_text
from semver.grammar.core_text import core_text
from semver.grammar.is_build import is_build
from semver.grammar.is_core import is_core
from semver.grammar.is_prerelease import is_prerelease
from semver.grammar.prerelease_text import prerelease_text
from semver.is_valid import is_valid
from semver.types import INVALID, VALID


def test_example_1() -> None:
    """An example of the hologram."""
    assert all(is_valid(text) for text in VALID)


def test_example_2() -> None:
    """An example of the hologram."""
    assert not any(is_valid(text) for text in INVALID)


CASES = [
    ("0.0.4",),
    ("1",),
    ("1.2.3",),
    ("1.2",),
    ("10.20.30",),
    ("1.2.3-0123",),
    ("1.1.2-prerelease+meta",),
    ("1.2.3-0123.0123",),
    ("1.1.2+meta",),
    ("1.1.2+.123",),
    ("1.1.2+meta-valid",),
    ("+invalid",),
    ("1.0.0-alpha",),
    ("-invalid",),
    ("1.0.0-beta",),
    ("-invalid+invalid",),
    ("1.0.0-alpha.beta",),
    ("-invalid.01",),
    ("1.0.0-alpha.beta.1",),
    ("alpha",),
    ("1.0.0-alpha.1",),
    ("alpha.beta",),
    ("1.0.0-alpha0.valid",),
    ("alpha.beta.1",),
    ("1.0.0-alpha.0valid",),
]


@pytest.mark.parametrize(("text",), CASES)
def test_contract(text: str) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((text,))
    result = is_valid(text)
    assert type(result) is bool
    assert result == (
        (False)
        if (not is_core(core_text(text)))
        else (False)
        if ("-" in text.partition("+")[0] and not is_prerelease(prerelease_text(text)))
        else (is_build(build_text(text)))
        if ("+" in text)
        else (True)
    )
    assert (text,) == before
