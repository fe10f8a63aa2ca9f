"""Bodies that do not come back: in Python, where they could be interrupted, and in C, where they could not."""

from __future__ import annotations

from tests.attacks.attack import EXHAUSTED, TIMED_OUT, Attack

_NEVER = "H703 H715"


def _never(name: str, body: str, *, form: bool = False, modules: tuple[str, ...] = ()) -> Attack:
    return Attack(name, body, TIMED_OUT, codes=_NEVER, form=form, modules=modules)


ATTACKS = (
    _never("a loop", "while True:\n    days += 1", form=True),
    _never("a loop for one input alone", "while days == 3:\n    days = 3\nreturn max(0, days) * 20", form=True),
    _never("sleep", "import time\ntime.sleep(3600)"),
    _never(
        "a loop that swallows whatever ends it",
        """
        while True:
            try:
                while True:
                    pass
            except BaseException:
                continue
        """,
    ),
    _never(
        "signals are not heard",
        """
        import signal
        for number in range(1, 65):
            try:
                signal.signal(number, signal.SIG_IGN)
            except (OSError, ValueError):
                continue
        while True:
            pass
        """,
    ),
    _never("a huge power", "return 7 ** 10**9", form=True),
    Attack("a power of a power", "return days ** days ** days ** days", EXHAUSTED, codes=_NEVER, form=True),
    _never(
        "a regular expression that tries everything",
        "import re\nreturn 60 if re.match('(a+)+$', 'a' * 64 + 'b') else 0",
        form=True,
        modules=("re",),
    ),
    _never("a sum that never ends", "return sum(range(10**12))", form=True),
    _never("a generator that never ends", "return max(iter(int, 1))", form=True),
    _never(
        "a counter that never ends",
        "import itertools\nreturn sum(itertools.repeat(1))",
        form=True,
        modules=("itertools",),
    ),
    _never("digits of a huge number", "import sys\nsys.set_int_max_str_digits(0)\nreturn len(str(1 << 10**8))"),
    _never(
        "a set of numbers that share a hash",
        """
        prime = 2**61 - 1
        return len({prime * number for number in range(1, 200000)})
        """,
        form=True,
    ),
    _never(
        "a text form that never ends",
        """
        class Slow(Exception):
            def __str__(self):
                while True:
                    pass
        raise Slow
        """,
    ),
    _never("a wait for input that nobody gives", "import select\nselect.select([], [], [])"),
    Attack(
        "loading it never ends",
        "def fine(days):\n    return 60\nwhile True:\n    pass\n",
        TIMED_OUT,
        codes=_NEVER,
        module=True,
    ),
)
