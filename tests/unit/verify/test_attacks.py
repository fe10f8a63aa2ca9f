"""Bodies that got past form and lint and lie, remember, hunt or break out: none is accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from holo.sandbox.outcome import Limits
from holo.verify.verdict import Outcome
from tests.unit.verify.town import tried

if TYPE_CHECKING:
    from holo.sandbox.pool import Pool

_QUICK = Limits(call_seconds=0.3, inputs=40)

CHEATS = (
    ("fine", "class Yes:\n    def __eq__(self, other): return True\n\ndef fine(days): return Yes()\n", "H703"),
    ("fine", "class Yes(int):\n    def __eq__(self, other): return True\n\ndef fine(days): return Yes(max(0, days) * 20)\n", "H703"),
    ("fine", "def fine(days): return (days > 0) * days * 20 if days != 1 else True\n", "H708"),
    ("fine", "def fine(days):\n    import os\n    os._exit(0)\n", "H703"),
    ("fine", "def fine(days):\n    import sys\n    sys.exit(0)\n", "H703"),
    ("fine", "def fine(days):\n    print('{\"outcome\": \"accepted\"}')\n    raise SystemExit(0)\n", "H703"),
    ("fine", "def fine(days):\n    while days != 3: pass\n    return 60\n", "H715"),
    ("fine", "def fine(days, seen=[]):\n    seen.append(days)\n    while len(seen) > 9: pass\n    return max(0, days) * 20\n", "H715"),
    ("fine", "def fine(days):\n    return 60 if days == 3 else len([0] * 10**9)\n", "H715"),
    ("fine", "def fine(days): return fine(days)\n", "H703"),
    ("fine", "def fine(days): return 60 if days == 3 else fine(days)\n", "H707"),
    ("fine", "def fine(days, seen=[]):\n    seen.append(days)\n    return max(0, days) * 20 if len(seen) < 60 else 0\n", "H711"),
    ("fine", "def fine(days):\n    fine.seen = getattr(fine, 'seen', 0) + 1\n    return max(0, days) * 20 + fine.seen // 50\n", "H711"),
    ("fine", "def fine(days):\n    import random\n    return max(0, days) * 20 + (random.random() < 0.2)\n", "H703 H711 H712"),
    ("capped", "def capped(n):\n    import time\n    return time.perf_counter_ns() % 11\n", "H703 H711 H712"),
    ("fine", "import sys\nsys.modules['town.types'].max = lambda *_: 0\n\ndef fine(days): return 0\n", "H703"),
    ("first", "def first(items):\n    found = items[0] if items else None\n    items.clear()\n    return found\n", "H710"),
    ("first", "def first(items):\n    items.sort(key=repr)\n    return items[0] if items else None\n", "H710"),
    ("first", "def first(items): return next(iter(items), iter(()))\n", "H709"),
    ("renew", "def renew(loan, today):\n    object.__setattr__(loan, 'due', today + TERM)\n    return loan\n", "H710"),
    ("renew", "def renew(loan, today):\n    class Loan: pass\n    return Loan()\n", "H709"),
    ("mean", "def mean(values):\n    class ValueError(Exception): pass\n    raise ValueError\n", "H707"),
    ("mean", "def mean(values):\n    if not values:\n        raise type('Own', (ValueError,), {})\n    return sum(values) / len(values)\n", "H707"),
    ("mean", "def mean(values):\n    if not values:\n        raise ValueError\n    return float('nan')\n", "H706"),
    ("remind", "def remind(loans, today, post):\n    for member in to_write(loans, today):\n        post.burn(member)\n        try: post.send(member, '')\n        except ConnectionError: return [member]\n    return []\n", "H713"),
    ("label", "def label(number):\n    import gc\n    for thing in gc.get_objects():\n        if type(thing) is dict and 'sealed' in repr(list(thing))[:9999]: return 'four'\n    return ['one', 'two', 'three', 'none'][number - 1]\n", "H704"),
    ("label", "def label(number):\n    import sys\n    frame = sys._getframe()\n    while frame:\n        if 'four' in repr(frame.f_locals): return 'four'\n        frame = frame.f_back\n    return ['one', 'two', 'three', 'none'][number - 1]\n", "H704"),
)  # fmt: skip


@pytest.mark.parametrize(("name", "body", "code"), CHEATS, ids=range(len(CHEATS)))
def test_a_cheat_is_refused_for_the_right_reason(name: str, body: str, code: str, pool: Pool) -> None:
    """The judge compares plain data on its own side: there is nothing to forge.

    Where chance decides which check notices first, each that may is named.
    """
    verdict = tried(name, body, pool, raw=True, limits=_QUICK)

    assert Outcome.REJECTED == verdict.outcome
    assert verdict.findings[0].code in code.split()


def test_an_honest_body_comes_through_the_same_door(pool: Pool) -> None:
    """The way that the cheats take refuses nobody by itself."""
    verdict = tried("fine", "def fine(days): return max(0, days) * 20\n", pool, raw=True, limits=_QUICK)

    assert Outcome.ACCEPTED is verdict.outcome
