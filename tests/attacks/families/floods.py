"""Too much of everything: memory, output, answers, descriptors, depth."""

from __future__ import annotations

from tests.attacks.attack import CRASHED, EXHAUSTED, HONEST, MEMORY, NO_FORM, NOT_PLAIN, RAISED, TIMED_OUT, Attack

_RUNS_OUT = "H703 H715"

ATTACKS = (
    Attack("a list of everything", "return [0] * 10**10", MEMORY, codes=_RUNS_OUT, form=True),
    Attack("a string of everything", "return 'x' * 10**11", MEMORY, codes=_RUNS_OUT, form=True),
    Attack(
        "memory bit by bit",
        """
        kept = []
        while True:
            kept.append(bytes(10**6))
        """,
        EXHAUSTED,
        codes=_RUNS_OUT,
        form=True,
    ),
    Attack(
        "memory beside Python's",
        """
        import mmap
        return len(mmap.mmap(-1, 1 << 40))
        """,
        EXHAUSTED,
        codes=_RUNS_OUT,
    ),
    Attack(
        "memory by doubling, with every error taken for an answer",
        """
        kept = [0]
        while True:
            try:
                kept += kept
            except MemoryError:
                kept = [0]
        """,
        EXHAUSTED,
        codes=_RUNS_OUT,
        form=True,
    ),
    Attack("depth", "return fine(days + 1)", RAISED, form=True),
    Attack(
        "depth below Python",
        """
        import sys
        sys.setrecursionlimit(10**9)
        kept = []
        for _ in range(10**6):
            kept = [kept]
        return repr(kept)
        """,
        (*CRASHED, *EXHAUSTED, *RAISED),
        codes=_RUNS_OUT,
    ),
    Attack(
        "a hundred megabytes of print",
        """
        import sys
        for _ in range(100):
            sys.stdout.write("accepted" * 131072)
            sys.stderr.write("accepted" * 131072)
        return max(0, days) * 20
        """,
        (*HONEST, *TIMED_OUT),
        codes="H703 H715 H701 none",
    ),
    Attack("an answer of ten million characters", "return 'x' * 10**7", NO_FORM, form=True),
    Attack("an answer of a million lists", "return [[]] * 10**6", (*NO_FORM, *TIMED_OUT), codes=_RUNS_OUT, form=True),
    Attack("an error of ten million characters", "raise ValueError('x' * 10**7)", (*RAISED, *NO_FORM), form=True),
    Attack(
        "an error with a name of ten million characters",
        "raise type('x' * 10**7, (Exception,), {})",
        (*RAISED, *NO_FORM),
    ),
    Attack(
        "nonsense to every descriptor, without end",
        """
        import os
        while True:
            for number in range(3, 64):
                try:
                    os.write(number, b"x" * 65536)
                except OSError:
                    continue
        """,
        (*NO_FORM, *TIMED_OUT),
        codes=_RUNS_OUT,
    ),
    Attack(
        "all descriptors",
        """
        import os
        while True:
            os.dup(1)
        """,
        RAISED,
    ),
    Attack(
        "an answer nested without end",
        """
        kept = []
        for _ in range(100000):
            kept = [kept]
        return kept
        """,
        (*NOT_PLAIN, *CRASHED),
        form=True,
    ),
    Attack(
        "an answer that holds itself",
        """
        kept = []
        kept.append(kept)
        return kept
        """,
        (*NOT_PLAIN, *CRASHED),
        form=True,
    ),
)
