"""Made by Holo: the types of `semver`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final, TypeAlias

# Holds: it != "" and all(letter in LETTERS for letter in it) (`it` is the value).
Identifier: TypeAlias = str

# Holds: not it.isdigit() (`it` is the value).
Label: TypeAlias = Identifier

# Holds: it >= 0 (`it` is the value).
Number: TypeAlias = int

# Holds: it in SIDES (`it` is the value).
Operator: TypeAlias = str

Rank: TypeAlias = tuple[int, int, int, bool, list[tuple[bool, int, str]]]


class Part(Enum):
    """What a new version changes"""

    major = "major"
    minor = "minor"
    patch = "patch"


# What it calls invalid.
INVALID: Final[list[str]] = [
    "1",
    "1.2",
    "1.2.3-0123",
    "1.2.3-0123.0123",
    "1.1.2+.123",
    "+invalid",
    "-invalid",
    "-invalid+invalid",
    "-invalid.01",
    "alpha",
    "alpha.beta",
    "alpha.beta.1",
    "alpha.1",
    "alpha+beta",
    "alpha_beta",
    "alpha.",
    "alpha..",
    "beta",
    "1.0.0-alpha_beta",
    "-alpha.",
    "1.0.0-alpha..",
    "1.0.0-alpha..1",
    "1.0.0-alpha...1",
    "1.0.0-alpha....1",
    "1.0.0-alpha.....1",
    "1.0.0-alpha......1",
    "1.0.0-alpha.......1",
    "01.1.1",
    "1.01.1",
    "1.1.01",
    "1.2.3.DEV",
    "1.2-SNAPSHOT",
    "1.2.31.2.3----RC-SNAPSHOT.12.09.1--..12+788",
    "1.2-RC-SNAPSHOT",
    "-1.0.3-gamma+b7718",
    "+justmeta",
    "9.8.7+meta+meta",
    "9.8.7-whatever+meta+meta",
    "v1.2.3",
    "99999999999999999999999.999999999999999999.99999999999999999----RC-SNAPSHOT.12.09.1--------------------------------..12",
]

# Lowest first.
IN_ORDER: Final[list[str]] = [
    "1.0.0-alpha",
    "1.0.0-alpha.1",
    "1.0.0-alpha.beta",
    "1.0.0-beta",
    "1.0.0-beta.2",
    "1.0.0-beta.11",
    "1.0.0-rc.1",
    "1.0.0",
    "1.9.0",
    "1.10.0",
    "1.11.0",
    "2.0.0",
    "2.1.0",
    "2.1.1",
]

# What identifiers are made of.
LETTERS: Final[str] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-"

SIDES: Final[dict[str, list[int]]] = {"<": [-1], "<=": [-1, 0], "=": [0], ">=": [0, 1], ">": [1]}

# What the standard calls valid.
VALID: Final[list[str]] = [
    "0.0.4",
    "1.2.3",
    "10.20.30",
    "1.1.2-prerelease+meta",
    "1.1.2+meta",
    "1.1.2+meta-valid",
    "1.0.0-alpha",
    "1.0.0-beta",
    "1.0.0-alpha.beta",
    "1.0.0-alpha.beta.1",
    "1.0.0-alpha.1",
    "1.0.0-alpha0.valid",
    "1.0.0-alpha.0valid",
    "1.0.0-alpha-a.b-c-somethinglong+build.1-aef.1-its-okay",
    "1.0.0-rc.1+build.1",
    "2.0.0-rc.1+build.123",
    "1.2.3-beta",
    "10.2.3-DEV-SNAPSHOT",
    "1.2.3-SNAPSHOT-123",
    "1.0.0",
    "2.0.0",
    "1.1.7",
    "2.0.0+build.1848",
    "2.0.1-alpha.1227",
    "1.0.0-alpha+beta",
    "1.2.3----RC-SNAPSHOT.12.9.1--.12+788",
    "1.2.3----R-S.12.9.1--.12+meta",
    "1.2.3----RC-SNAPSHOT.12.9.1--.12",
    "1.0.0+0.build.1-rc.10000aaa-kk-0.1",
    "99999999999999999999999.999999999999999999.99999999999999999",
    "1.0.0-0A.is.legal",
    "1.0.0-0.3.7",
    "1.0.0-x.7.z.92",
    "1.0.0-x-y-z.--",
    "1.0.0-alpha+001",
    "1.0.0+20130313144700",
    "1.0.0-beta+exp.sha.5114f85",
    "1.0.0+21AF26D3----117B344092BD",
]

# What stands for any number.
WILDCARDS: Final[list[str]] = ["x", "X", "*"]


@dataclass(frozen=True, slots=True)
class Comparator:
    """The versions on one side of a version."""

    operator: Operator
    version: Version

    def __post_init__(self) -> None:
        if not (self.operator in SIDES):
            raise ValueError("Comparator.operator is no Operator")
        if not (self.version.build == ()):
            raise ValueError("Comparator: version.build == ()")


@dataclass(frozen=True, slots=True)
class Range:
    """Alternatives, of which one must hold; of its comparators, all."""

    alternatives: list[list[Comparator]]

    def __post_init__(self) -> None:
        if not (
            self.alternatives != [] and all(comparators != [] for comparators in self.alternatives)
        ):
            raise ValueError(
                "Range: alternatives != [] and all(comparators != [] for comparators in alternatives)"
            )


@dataclass(frozen=True, slots=True)
class Version:
    """Three numbers, what the version leads up to, and how it was built."""

    major: Number
    minor: Number
    patch: Number
    prerelease: tuple[Identifier, ...] = ()  # Empty for a release.
    build: tuple[Identifier, ...] = ()  # Build metadata: kept, never compared.

    def __post_init__(self) -> None:
        if not (self.major >= 0):
            raise ValueError("Version.major is no Number")
        if not (self.minor >= 0):
            raise ValueError("Version.minor is no Number")
        if not (self.patch >= 0):
            raise ValueError("Version.patch is no Number")
        if not (
            all(
                _each != "" and all(letter in LETTERS for letter in _each)
                for _each in self.prerelease
            )
        ):
            raise ValueError("Version.prerelease is no tuple[Identifier, ...]")
        if not (
            all(_each != "" and all(letter in LETTERS for letter in _each) for _each in self.build)
        ):
            raise ValueError("Version.build is no tuple[Identifier, ...]")
        if not (all(not part.isdigit() or part == str(int(part)) for part in self.prerelease)):
            raise ValueError(
                "Version: all(not part.isdigit() or part == str(int(part)) for part in prerelease)"
            )


class NotARange(Exception):
    """The text is no range."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.args == other.args

    def __hash__(self) -> int:
        return hash(type(self))


class NotAVersion(Exception):
    """The text is no version of Semantic Versioning 2.0.0."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.args == other.args

    def __hash__(self) -> int:
        return hash(type(self))
