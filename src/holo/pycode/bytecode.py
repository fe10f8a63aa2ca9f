"""Say of two sources whether Python compiles them to the same instructions: then they are the same, provably.

Constants are folded and dead branches dropped by Python's own compiler. Compiles, and never runs.
"""

from __future__ import annotations

import dis
import warnings
from types import CodeType


def same_bytecode(one: str, other: str) -> bool:
    """Say whether two sources compile to the same instructions; False where one does not compile."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # `1 is 2` is odd, and no matter of comparing
            codes = [compile(text, "<body>", "exec", dont_inherit=True, optimize=0) for text in (one, other)]
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return _facts(codes[0]) == _facts(codes[1])


def _facts(code: CodeType) -> tuple[object, ...]:
    """Return what a code object does, without where it stands."""
    steps = [(each.opname, _argument(each.argval)) for each in dis.get_instructions(code)]
    return (*steps, code.co_varnames[: code.co_argcount], code.co_flags, code.co_exceptiontable)


def _argument(value: object) -> object:
    # `1`, `1.0` and `True` are equal, and not the same constant.
    return _facts(value) if isinstance(value, CodeType) else (type(value), repr(value))
