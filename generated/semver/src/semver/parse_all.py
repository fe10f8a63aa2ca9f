"""Made by Holo from `semver.parse_all`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations

from semver.invalid_among import invalid_among
from semver.parse import parse
from semver.types import NotAVersion, Version


def parse_all(texts: list[str]) -> list[Version]:
    """The versions that some texts say, in their order. The first text that is no version is to blame.

    Raises:
        NotAVersion(invalid_among(texts)[0]): when invalid_among(texts) != []

    Ensures:
        [print_version(version) for version in result] == texts
    """
    invalid = invalid_among(texts)
    if invalid != []:
        raise NotAVersion(invalid[0])
    return [parse(text) for text in texts]
