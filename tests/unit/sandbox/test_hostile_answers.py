"""Whatever comes over the wire gives an outcome, quickly, and one that can be shown: a few thousand answers drawn by seed."""

from __future__ import annotations

import json
import math
import time
from random import Random

import pytest

from holo.sandbox.outcome import Kind
from holo.sandbox.wire import Wire
from tests.unit.sandbox.cases import world

ODD = [
    None, True, 0, -1, 2**70, 10**30, 1.5, math.inf, math.nan, -0.0, "", "a", "0x1f", "1E+99999", "sNaN", "\ud800", "x\x00",
    "0x" + "f" * 9000, "9" * 5000, {"a": 1}, [],
]  # fmt: skip
ATOMS = [
    ["i", hex(2**30000)], ["i", " 0x_1"], ["b", "\xff"], ["D", 9999, 12, 31], ["D", 1.0, 1, 1], ["T", 1, 1, 1, 0, 0, 0, 0, 0, 86399999999],
    ["T", 9999, 12, 31, 23, 59, 59, 999999, 1, -86399999999], ["C", 1, 2, 3, 4, 1, 3600000001], ["P", 999999999, 0, 0], ["P", 10**9, 0, 0],
    ["N", "1E+9999"], ["N", "0E-99999"], ["N", "1_0"], ["N", [0, [1], 999999999]], ["Q", 1, ["i", hex(2**30000)]], ["Q", "1e999999999", None],
    ["e", "shop.Size", "small"], ["e", "shop.Size", "mro"], ["r", "shop.Item", "a", 1], ["r", "shop.Item", "a", -1], ["r", ["l"], 1],
    ["x", "ValueError", ["Q", 1, ["i", hex(2**30000)]]], ["x", "UnicodeError", 1, 2, 3], ["x", "shop.SoldOut"], ["x", "os", 1],
]  # fmt: skip


def _value(random: Random, depth: int = 0) -> object:
    pick = random.random()
    if depth > 5 or pick < 0.3:
        return random.choice(ODD)
    if pick < 0.6:
        return random.choice(ATOMS)
    tag = random.choice([*"ltsfd", *"ltsfd", "z", None, 1, "i", "Q", "x", "r"])
    return [tag, *(_value(random, depth + 1) for _ in range(random.randrange(5)))]


def _answer(random: Random) -> bytes:
    value = _value(random)
    head: list[object] = ["returned", value, "", {}]
    if random.random() < 0.3:
        head = [
            random.choice(["raised", "returned", "crashed", ["x"], 5]),
            value,
            random.choice(["ValueError", "shop.SoldOut", "?X", 7, None]),
        ]
        head.append(random.choice([{}, [], {"x": 1}, {"0": [["pay", "amount", _value(random)]]}, {"0": "`x`"}]))
    after = random.choice([[3, ["l", 1, 2]], [3, ["l", 1, 2]], [_value(random), _value(random)], {}, _value(random)])
    words = random.choice([["", None], ["m" * 10**5, _value(random)], [5, None], [["a"], None], None])
    return "\n".join(json.dumps(part) for part in (head, after, words)).encode("ascii")


@pytest.mark.parametrize("seed", range(4))
def test_every_answer_gives_an_outcome_that_can_be_shown(seed: int) -> None:
    """The reader raises nothing and is never long about it; what it lets through can be written down."""
    wire = Wire(world(), world().node)
    asked = wire.call("f", [3, [1, 2]])
    random = Random(seed)
    kinds = set()
    since = time.monotonic()
    for _ in range(600):
        outcome = wire.answer(asked, _answer(random), 0.0)
        kinds.add(outcome.kind)
        assert len(outcome.message) <= 10 * 300  # each letter may need ten to be written
        if outcome.ran:
            assert world().show(outcome.value).encode("ascii", "backslashreplace")

    assert {Kind.RETURNED, Kind.PROTOCOL} <= kinds
    assert time.monotonic() - since < 60
