"""Made by Holo: what is asked of `semver.ranges.holds`."""

from __future__ import annotations

from copy import deepcopy

import pytest

from semver.compare import compare
from semver.ranges.holds import holds
from semver.types import SIDES, Comparator, Version

CASES = [
    (Comparator(">=", Version(0, 0, 0)), Version(3, 3, 3, ("b",), ("b",))),
    (Comparator("<=", Version(0, 0, 0)), Version(1, 1, 1, ("a",), ("a",))),
    (Comparator(">", Version(0, 0, 0)), Version(10, 10, 10, ("b", "a", "a"), ("b", "a", "a"))),
    (Comparator("<", Version(0, 0, 0)), Version(0, 0, 0)),
    (Comparator(">=", Version(0, 0, 0)), Version(1, 1, 1, ("a",), ("a",))),
    (Comparator("=", Version(0, 0, 0)), Version(2, 2, 2, ("a", "b"), ("a", "b"))),
    (Comparator(">", Version(0, 0, 0)), Version(1, 1, 1, ("a",), ("a",))),
    (
        Comparator("<=", Version(0, 0, 0)),
        Version(1, 1, 1, ("a", "b", "ab", "A"), ("a", "b", "ab", "A")),
    ),
    (
        Comparator("=", Version(0, 0, 0, ("DDD", "DDD", "EEWW", "eeww"))),
        Version(0, 0, 0, ("DDD", "DDD", "EEWW", "eeww")),
    ),
    (Comparator("<", Version(0, 0, 0)), Version(1, 1, 1, ("a",), ("a",))),
    (
        Comparator(">", Version(0, 0, 0, ("ZUZ", "bUZ", "tSS"))),
        Version(
            84,
            0,
            2,
            ("3px", "GXGGXXG", "G", "ZUZ", "ZUZ", "GXGGXXG"),
            ("SSSS", "SSSS", "SSSS", "SS", "SS", "SSSS"),
        ),
    ),
    (Comparator("=", Version(0, 0, 0)), Version(1, 1, 1, ("a",), ("a",))),
    (
        Comparator("<", Version(844219, 1, 2, ("kk",))),
        Version(1, 0, 8, ("VLVL", "Pjg", "Pjg", "4K4", "PjgPjg", "VLVL")),
    ),
    (
        Comparator("<", Version(291, 1, 32, ("CEm9vn2AWsYruHO",))),
        Version(291, 128, 1, ("CEm9vn2AWsYruHO",), ("lNT", "lNa", "lNa", "66", "67", "Mq1")),
    ),
    (Comparator("<=", Version(0, 0, 1)), Version(0, 0, 1, ("RaI", "RaI", "f", "f", "f", "f"))),
    (
        Comparator(">", Version(2, 2, 2, ("vb", "vb", "7Ws", "b"))),
        Version(2, 2, 2, ("7Ws7Ws", "b")),
    ),
    (
        Comparator(
            "<", Version(2, 749541633710, 1849053261486, ("78HyryH87", "QBJhJBz", "yb", "yb"))
        ),
        Version(
            0,
            2,
            0,
            ("QBJhJBz", "78", "B", "B", "X", "X"),
            ("ge", "QBJhJBz", "QBJhJBz", "A44", "44A"),
        ),
    ),
    (
        Comparator("<", Version(2, 4, 2, ("YYYc",))),
        Version(
            33554432,
            4,
            33554560,
            ("ORO", "YYYc", "ORO"),
            ("ORO", "Y", "-JI0jiGmw", "YYc", "ZKLCnCLKZ"),
        ),
    ),
    (
        Comparator("<", Version(400840928977, 517413, 0, ("3", "33", "33"))),
        Version(0, 2069652, 928, ("3",), ("FhF", "qqqq")),
    ),
    (
        Comparator(">", Version(56243122215448658, 161495, 161495, ("PP", "u", "Vf", "kk"))),
        Version(161495, 3, 56243122215448657, ("Tl", "aotMa", "xE11Ex"), ("DDDppNNS", "Vf")),
    ),
    (
        Comparator(">=", Version(0, 0, 0)),
        Version(
            580114503931,
            580114503931,
            1,
            ("EEEEEEE", "RZRZ", "EEEEEEE", "RZRZRZRZ", "RZRZ"),
            ("EEEEEEE", "EEEEEE", "EEEEEE", "EEEEEEE", "RZRZ"),
        ),
    ),
    (
        Comparator("<", Version(1, 0, 97, ("585", "5855"))),
        Version(97, 2147483745, 48, ("585", "5855", "58555", "585555"), ("2", "22", "585", "5855")),
    ),
    (Comparator("<=", Version(0, 4, 3, ("wwwq",))), Version(0, 0, 710655055428, ("9i4",))),
    (
        Comparator(">", Version(1, 1, 1, ("Qd",))),
        Version(1, 1, 1, ("96z69", "6z699"), ("6z6", "06z6", "Qd", "z6", "k")),
    ),
    (
        Comparator(">=", Version(37, 37, 37, ("Kcc", "Kcc"))),
        Version(37, 1073741861, 0, (), ("ccK", "uglkoOvNX", "KZKZ", "Kcc")),
    ),
]


@pytest.mark.parametrize(("comparator", "version"), CASES)
def test_contract(comparator: Comparator, version: Version) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((comparator, version))
    result = holds(comparator, version)
    assert type(result) is bool
    assert result == (compare(version, comparator.version) in SIDES[comparator.operator])
    assert (comparator, version) == before
