"""What every hologram may name without declaring it.

The closed lists of `language.md`, in one place: the front end resolves by them, the evaluator
implements them, the emitter imports them. The ports `Clock` and `Random` are ordinary IR ports.
"""

from __future__ import annotations

from typing import Final

from holo.ir import model as ir
from holo.ir.trusted import trusted

BUILTINS: Final = frozenset(
    "abs all any bool bytes chr dict divmod enumerate float frozenset int isinstance len list max min ord pow range "
    "repr reversed round set sorted str sum tuple zip".split()
)
"""Builtin functions that expressions may call."""

PRELUDE_MODULES: Final = {
    "date": "datetime",
    "datetime": "datetime",
    "time": "datetime",
    "timedelta": "datetime",
    "Decimal": "decimal",
    "Fraction": "fractions",
    "replace": "dataclasses",
}
"""Prelude names and the standard module that each comes from."""

CALLS: Final = "calls"
"""The name that reads what a recording fake was told; contracts and scenarios only."""

EXCEPTIONS: Final = frozenset(
    "ArithmeticError AssertionError AttributeError BufferError ConnectionError ConnectionAbortedError "
    "ConnectionRefusedError ConnectionResetError BrokenPipeError EOFError FileExistsError FileNotFoundError "
    "IndexError InterruptedError IsADirectoryError KeyError LookupError NotADirectoryError NotImplementedError "
    "OSError OverflowError PermissionError RuntimeError TimeoutError TypeError UnicodeError ValueError "
    "ZeroDivisionError Exception".split()
)
"""Python's built-in exceptions that `raises` may name."""

TYPES: Final = frozenset(
    "int str bool float bytes None list dict set frozenset tuple date datetime time timedelta Decimal Fraction".split()
)
"""Type names that need no declaration, besides the prelude's ports."""

ANY: Final = "prelude.Any"
"""The id of `Any`, which only holograms of described code may name."""

CLOCK: Final = "prelude.Clock"
RANDOM: Final = "prelude.Random"


# Validation would make pydantic build four schemas in every process.
_make_port = trusted(ir.Port)
_make_function = trusted(ir.PortFunction)
_make_parameter = trusted(ir.Parameter)
_make_expr = trusted(ir.Expr)


def _port(port: str, doc: str, *functions: tuple[str, tuple[tuple[str, str], ...], str, str]) -> ir.Port:
    name = port.rpartition(".")[2]
    return _make_port(
        id=port,
        name=name,
        doc=doc,
        functions=tuple(
            _make_function(
                id=f"{port}.{function}",
                name=function,
                parameters=tuple(_make_parameter(name=n, type=_make_expr(source=t)) for n, t in parameters),
                returns=_make_expr(source=returns),
                doc=says,
            )
            for function, parameters, returns, says in functions
        ),
    )


OPAQUE: Final = trusted(ir.Opaque)(id=ANY, name="Any", python="typing.Any", doc="Any value.")
"""`Any`: what has no annotation, or that one."""

PORTS: Final = {
    CLOCK: _port(
        CLOCK,
        "What time it is: outside this program.",
        ("now", (), "datetime", "The moment of the call."),
        ("today", (), "date", "The day of the call."),
    ),
    RANDOM: _port(
        RANDOM,
        "Chance: outside this program.",
        ("randint", (("low", "int"), ("high", "int")), "int", "A whole number from low to high, both included."),
        ("random", (), "float", "A number from 0.0 up to, but not including, 1.0."),
    ),
}
"""The ports of the prelude by id; in a hologram their names are `Clock` and `Random`."""
