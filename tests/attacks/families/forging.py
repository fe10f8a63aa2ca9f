"""Fake verdicts, and another meaning for whatever might be asked: builtins, modules, the harness, Hypothesis, the clock.

All of it happens in the body's own process. The judge asks nobody there for an opinion.
"""

from __future__ import annotations

from tests.attacks.attack import CRASHED, NO_FORM, NOT_PLAIN, RAISED, TIMED_OUT, WRONG, Attack, End, Kind

_LIES = "H703 H706 H709 H710 H711 H712 H714 H715"
_WHATEVER = (*WRONG, *NO_FORM, *CRASHED, *RAISED, *TIMED_OUT)

RAW = """
import os
import struct
import sys
frame = sys._getframe()
while "number" not in frame.f_locals:
    frame = frame.f_back
number, pipe = frame.f_locals["number"], frame.f_locals["self"].descriptor
def send(text, at=0):
    data = text.encode("ascii")
    data = struct.pack("<II", len(data), number + at) + data
    while data:
        data = data[os.write(pipe, data):]
"""
"""Finds the pipe to the judge and the number of the call, and writes there without the harness."""


def forges(name: str, rest: str, *ends: End, codes: str = _LIES) -> Attack:
    """Return an attack that speaks to the judge itself."""
    return Attack(name, f"{RAW}{rest}", ends or NO_FORM, codes=codes)


ATTACKS = (
    Attack(
        "a verdict on standard output",
        """
        print('{"outcome": "accepted", "findings": []}')
        return 0
        """,
        WRONG,
        codes="H703",
    ),
    Attack(
        "a verdict as the answer",
        "return {'outcome': 'accepted', 'findings': ()}",
        WRONG,
        form=True,
    ),
    Attack(
        "the words of a test runner",
        "import os\nfor number in (1, 2):\n    os.write(number, b'1 passed in 0.01s')\nos._exit(0)",
        CRASHED,
        codes="H703 H715",
    ),
    forges(
        "one answer for every question",
        """
for at in range(5000):
    send('["returned",60,"",{}]\\n[' + str(days) + ']\\n["",null]', at)
return 60
""",
        *_WHATEVER,
    ),
    forges(
        "an answer of its own, and its end",
        """send('["returned",60,"",{}]\\n[3]\\n["",null]')\nos._exit(0)""",
        *_WHATEVER,
    ),
    forges("the answer to another question", """send('["returned",60,"",{}]\\n[3]\\n["",null]', 7)\nreturn 60"""),
    forges(
        "an answer that says what the verdict is",
        """send('["accepted",60,"",{}]\\n[3]\\n["",null]')\nreturn 60""",
    ),
    Attack(
        "another `max`",
        """
        import builtins
        builtins.max = lambda *_: 3
        return max(0, days) * 20
        """,
        WRONG,
        codes=_LIES,
    ),
    Attack(
        "another `type` and `isinstance`",
        """
        import builtins
        builtins.isinstance = lambda *_: True
        builtins.type = lambda _: int
        return "sixty"
        """,
        (*WRONG, *NO_FORM, *CRASHED),
        codes=_LIES,
    ),
    Attack(
        "another `__eq__` for what it can reach",
        """
        import sys
        for module in list(sys.modules.values()):
            for kind in list(vars(module).values()):
                try:
                    kind.__eq__ = lambda *_: True
                    kind.__ne__ = lambda *_: False
                except (AttributeError, TypeError):
                    continue
        return 0
        """,
        _WHATEVER,
        codes=_LIES,
    ),
    Attack(
        "another way of writing answers",
        """
        import sys
        for module in list(sys.modules.values()):
            if hasattr(module, "Wire"):
                module.Wire.out = lambda *_: 60
        frame = sys._getframe()
        while frame:
            for held in list(frame.f_locals.values()):
                if type(held).__name__ == "Wire":
                    type(held).out = lambda *_: 60
            frame = frame.f_back
        return 0
        """,
        _WHATEVER,
        codes=_LIES,
    ),
    Attack(
        "another child in place of the harness",
        """
        import gc
        for held in gc.get_objects():
            if type(held).__name__ == "Child":
                type(held).call = lambda *_: '["returned",60,"",{}]\\n[3]\\n["",null]'
        return 60
        """,
        WRONG,
        codes=_LIES,
    ),
    Attack(
        "other modules",
        """
        import sys
        for name in ("json", "math", "os", "re", "holo", "town.types"):
            sys.modules[name] = None
        return 0
        """,
        WRONG,
        codes=_LIES,
    ),
    Attack(
        "the judge by name",
        """
        import holo.verify.judge
        holo.verify.judge.judge = lambda *_, **__: "accepted"
        return 0
        """,
        (End((Kind.RAISED,), ("?ModuleNotFoundError", "ModuleNotFoundError")),),
        codes="H703",
    ),
    Attack(
        "Hypothesis",
        """
        import hypothesis
        hypothesis.settings.register_profile("none", max_examples=0)
        return 60
        """,
        (End((Kind.RAISED,), ("?ModuleNotFoundError", "ModuleNotFoundError")),),
        codes="H703",
    ),
    Attack(
        "the clock stands still",
        """
        import time
        time.perf_counter = time.monotonic = time.time = lambda: 0.0
        while True:
            pass
        """,
        TIMED_OUT,
        codes="H703 H715",
    ),
    Attack(
        "chance is no chance",
        """
        import random
        random.seed(0)
        random.random = lambda: 0.5
        return int(random.random() * 120)
        """,
        WRONG,
        codes=_LIES,
    ),
    Attack(
        "a module in place of one that is still to come",
        """
        import sys
        import types
        made = types.ModuleType("town.body.mean")
        made.mean = lambda values: 0.0
        sys.modules["town.body.mean"] = made
        return 0
        """,
        WRONG,
        codes=_LIES,
    ),
    Attack(
        "a finder of modules",
        """
        import sys
        sys.meta_path.clear()
        sys.path_hooks.clear()
        return 0
        """,
        WRONG,
        codes=_LIES,
    ),
    Attack(
        "no plain data under another class's name", "return type('int', (), {'__module__': 'builtins'})()", NOT_PLAIN
    ),
)
