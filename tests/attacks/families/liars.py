"""Answers that are not what they say they are."""

from __future__ import annotations

from tests.attacks.attack import HONEST, NOT_PLAIN, WRONG, Attack

_LIES = "H703 H708 H709"


def _answers(name: str, declared: str, value: str) -> Attack:
    return Attack(name, f"{declared.strip()}\nreturn {value}", NOT_PLAIN, codes=_LIES, form=not declared)


ATTACKS = (
    _answers(
        "equal to everything",
        """
class Yes:
    def __eq__(self, other): return True
    def __ne__(self, other): return False
    def __hash__(self): return hash(60)
""",
        "Yes()",
    ),
    _answers("an int that equals everything", "class Yes(int):\n    def __eq__(self, other): return True", "Yes(0)"),
    _answers("an int that shows another", "class Sixty(int):\n    def __repr__(self): return '60'", "Sixty(0)"),
    _answers(
        "a string that equals everything", "class Yes(str):\n    def __eq__(self, other): return True", "Yes('x')"
    ),
    _answers("a list that equals everything", "class Yes(list):\n    def __eq__(self, other): return True", "Yes()"),
    _answers("a class that says it is `int`", "class Liar:\n    __class__ = property(lambda self: int)", "Liar()"),
    _answers(
        "a class of classes that equals `list`",
        """
class Same(type):
    def __eq__(cls, other): return True
    def __hash__(cls): return hash(list)
class Liar(metaclass=Same):
    def __iter__(self): return iter([60])
""",
        "Liar()",
    ),
    _answers(
        "a shape that runs code to show itself",
        "class Loud:\n    def __repr__(self):\n        while True: pass\n    __str__ = __hash__ = __repr__",
        "Loud()",
    ),
    _answers(
        "a pickle that runs a command",
        """
import os
class Runs:
    def __reduce__(self): return (os.system, ('true',))
""",
        "Runs()",
    ),
    Attack(
        "the bytes of such a pickle",
        """
        import pickle
        return pickle.dumps(print)
        """,
        WRONG,
        codes=_LIES,
    ),
    _answers("a member of an enum that is a number", "import enum\nclass N(enum.IntEnum):\n    sixty = 60", "N.sixty"),
    _answers("a tuple with names", "import collections", "collections.namedtuple('P', 'x')(60)"),
    _answers("a dictionary with an order of its own", "import collections", "collections.OrderedDict(x=60)"),
    _answers("a generator", "", "(each for each in [60])"),
    _answers("a function", "", "fine"),
    _answers("an error as a value", "", "ValueError(60)"),
    _answers(
        "a time zone that runs code",
        "import datetime\nclass Zone(datetime.tzinfo):\n    def utcoffset(self, _): return datetime.timedelta(0)",
        "datetime.datetime(2026, 1, 1, tzinfo=Zone())",
    ),
    Attack("a float for an int", "return 60.0", WRONG, codes=_LIES, form=True),
    Attack("a bool for an int", "return days > 0", WRONG, codes=_LIES, form=True),
    Attack("a number that is none", "return float('nan')", WRONG, codes=_LIES, form=True),
    Attack(
        "a Decimal for an int",
        "import decimal\nreturn decimal.Decimal(60)",
        WRONG,
        codes=_LIES,
        form=True,
        modules=("decimal",),
    ),
    Attack(
        "a dictionary whose keys change",
        """
        class Key:
            count = 0
            def __hash__(self): return 1
            def __eq__(self, other):
                Key.count += 1
                return Key.count % 2 == 0
        return {Key(): 1, Key(): 2}
        """,
        NOT_PLAIN,
        codes=_LIES,
    ),
    Attack(
        "the right answer, and another for whoever looks twice",
        """
        class Sixty(int):
            def __index__(self): return 0
            __int__ = __index__
        return int.__add__(Sixty(60), 0) if days == 3 else Sixty(0)
        """,
        HONEST,
        codes="H709 H712 H708",
    ),
)
