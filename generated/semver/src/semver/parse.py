"""Made by Holo from `semver.parse`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations

from semver.is_valid import is_valid
from semver.types import Identifier, NotAVersion, Version


def parse(text: str) -> Version:
    """The version that a text says.

    Raises:
        NotAVersion(text): when not is_valid(text)

    Ensures:
        print_version(result) == text
    """
    if not is_valid(text):
        raise NotAVersion(text)

    def number(digits: str) -> int:
        # Digit by digit: int() refuses very long texts.
        value = 0
        for digit in digits:
            value = value * 10 + int(digit)
        return value

    def identifiers(part: str) -> tuple[Identifier, ...]:
        return tuple(part.split(".")) if part else ()

    before_plus, _, build = text.partition("+")
    core, _, prerelease = before_plus.partition("-")
    major, minor, patch = core.split(".")
    return Version(
        number(major),
        number(minor),
        number(patch),
        identifiers(prerelease),
        identifiers(build),
    )
