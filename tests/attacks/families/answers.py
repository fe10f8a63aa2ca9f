"""Answers that are aimed at the judge itself: to make it hang, fall over, or run out of memory."""

from __future__ import annotations

from tests.attacks.attack import CRASHED, NO_FORM, NOT_PLAIN, RAISED, TIMED_OUT, WRONG, Attack, End
from tests.attacks.families.forging import forges

_REFUSED = (*NO_FORM, *TIMED_OUT, *CRASHED)
_CODES = "H703 H709 H715 H708"


def _sends(name: str, text: str, *ends: End) -> Attack:
    return forges(name, f"send({text})\nwhile True:\n    pass\n", *(ends or _REFUSED), codes=_CODES)


def _value(name: str, data: str, *ends: End) -> Attack:
    """Return an attack whose value is JSON that the harness would never write."""
    return _sends(name, f"""'["returned",' + {data} + ',"",{{}}]\\n[3]\\n["",null]'""", *ends)


ATTACKS = (
    Attack("a number of a million bits", "return 1 << 1000000", NOT_PLAIN, codes=_CODES, form=True),
    Attack("a number of four million bits", "return (1 << 4000000) - 1", NO_FORM, codes=_CODES, form=True),
    Attack(
        "numbers that share a hash, in a set",
        "prime = 2**61 - 1\nreturn {prime * number for number in range(1, 5000)}",
        (*NOT_PLAIN, *TIMED_OUT),
        codes=_CODES,
        form=True,
    ),
    Attack(
        "numbers that share a hash, in a list that a contract may make a set of",
        "prime = 2**61 - 1\nreturn [prime * number for number in range(2, 30000)]",
        NOT_PLAIN,
        codes=_CODES,
        form=True,
    ),
    Attack(
        "Decimals that share a hash",
        "import decimal\nreturn [decimal.Decimal((2**61 - 1) * number) for number in range(2, 20000)]",
        NOT_PLAIN,
        codes=_CODES,
        form=True,
        modules=("decimal",),
    ),
    Attack(
        "a Decimal with a billion zeros",
        "import decimal\nreturn decimal.Decimal('1E+999999999')",
        NOT_PLAIN,
        codes=_CODES,
        form=True,
        modules=("decimal",),
    ),
    Attack(
        "a Decimal that may not be compared",
        "import decimal\nreturn decimal.Decimal('sNaN')",
        NOT_PLAIN,
        codes=_CODES,
        form=True,
        modules=("decimal",),
    ),
    Attack(
        "a fraction of more digits than Python writes",
        "import fractions\nreturn fractions.Fraction(1, 1 << 30000)",
        WRONG,
        codes=_CODES,
        form=True,
        modules=("fractions",),
    ),
    Attack("half a character", "return '\\ud800' * 3", WRONG, codes=_CODES, form=True),
    Attack(
        "an error with half a character", "raise ValueError('\\ud800\\x1b[2J\\n' * 3)", RAISED, codes=_CODES, form=True
    ),
    Attack(
        "a list as deep as it is let",
        """
        kept = []
        for _ in range(140):
            kept = [kept]
        return kept
        """,
        (*WRONG, *NOT_PLAIN),
        codes=_CODES,
        form=True,
    ),
    _value(
        "numbers that share a hash, past the harness",
        """'["s",' + ','.join('["i","' + hex((2**61 - 1) * n) + '"]' for n in range(2, 25000)) + ']'""",
    ),
    _value(
        "pairs that are made of them",
        """'["l",' + ','.join('["t",["i","' + hex((2**61 - 1) * n) + '"],0]' for n in range(2, 20000)) + ']'""",
    ),
    _value("a number of a million digits", "'1' * 1000000"),
    _value("brackets without end", "'[' * 900000"),
    _value("lists as deep as brackets go", """'["l",' * 100000 + '1' + ']' * 100000"""),
    _value("a dictionary that is no tagged value", """'{"a": 1}'"""),
    _value("a tag that is none", """'["z",1]'"""),
    _value("a tag that is a list", """'[["l"],1]'"""),
    _value("a list without a tag", """'[]'"""),
    _value("a record of a class that is not declared", """'["r","os.system","true"]'"""),
    _value("a record with a field too many", """'["r","town.Loan",1,2,3,4,5,6,7,8,9]'"""),
    _value("a member that an enum has not", """'["e","town.Shelf","__class__"]'"""),
    _value("an error that is no error", """'["x","__import__","os"]'"""),
    _value("a date that is none", """'["D",2026,2,31]'"""),
    _value("a date from a pickle's bytes", """'["D",["b","x"]]'"""),
    _value("a time zone a million years away", """'["C",1,2,3,4,0,99999999999999999999]'"""),
    _value("a fraction of nothing", """'["Q",1,0]'"""),
    _value("a fraction from a string", """'["Q","1e999999999",null]'"""),
    _value("bytes that are none", """'["b","\\\\u1234"]'"""),
    _value("a length where a number is", """'["i",["0x1"]]'"""),
    _value("a number beyond all numbers", "'1e999'", *WRONG, *_REFUSED),
    _sends("no JSON", "'accepted'"),
    _sends("one line for three", """'["returned",60,"",{}]'"""),
    _sends("a hundred lines for three", """'["returned",60,"",{}]\\n' * 100"""),
    _sends("a kind that is a list", """'[["returned"],60,"",{}]\\n[3]\\n["",null]'"""),
    _sends("a name that is a number", """'["raised",null,5,{}]\\n[3]\\n[5,null]'"""),
    _sends(
        "a name of a million letters",
        """'["raised",null,"' + 'x' * 500000 + '",{}]\\n[3]\\n["' + 'y' * 400000 + '",null]'""",
        *RAISED,
    ),
    _sends(
        "calls of a port that is none",
        """'["returned",60,"",{"0":[["burn","x",1]]}]\\n[3]\\n["",null]'""",
        *WRONG,
        *_REFUSED,
    ),
    _sends("arguments that have become an object", """'["returned",60,"",{}]\\n{"0":1}\\n["",null]'"""),
    _sends("arguments that are gone", """'["returned",60,"",{}]\\n[]\\n["",null]'"""),
    forges(
        "a length of four gigabytes",
        """os.write(pipe, struct.pack("<II", 0xFFFFFFFF, number))\nwhile True:\n    pass\n""",
        *_REFUSED,
        codes=_CODES,
    ),
    forges("half a length, and silence", """os.write(pipe, b"xx")\nwhile True:\n    pass\n""", *_REFUSED, codes=_CODES),
    forges(
        "one byte at a time",
        """
import time
data = b'["returned",60,"",{}]\\n[3]\\n["",null]'
for byte in struct.pack("<II", len(data), number) + data:
    os.write(pipe, bytes([byte]))
    time.sleep(0.1)
""",
        *_REFUSED,
        codes=_CODES,
    ),
)
