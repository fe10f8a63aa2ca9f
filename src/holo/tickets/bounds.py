"""A number of tokens that a ticket cannot exceed, from sums that are kept by declaration.

No slice is cut and nothing is rendered: most functions are far below the limit, and for them this is a tenth of
the work. It counts all that the ticket could show, some of it twice: bytes, since a token is at least one, and
better bounds for prose and for what many tickets share. Only functions that no scenario, law, flow, term or
module is shown with are asked here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from holo.ir import model as ir
from holo.ir.prelude import CLOCK, RANDOM
from holo.tickets import rules
from holo.tickets.render import meaning
from holo.tickets.tokens import at_most

if TYPE_CHECKING:
    from holo.tickets.meaning import Meanings
    from holo.tickets.stubs import Stubs

_ALWAYS: Final = sum(
    rules.FIXED[text]
    for text in (
        *(rules.PAGE, rules.FENCE, rules.REQUIRES, rules.RAISES, rules.OTHERWISE, rules.NOTHING_ELSE),
        *(rules.EXAMPLES, rules.NAMES, rules.FENCE, rules.ANSWER, rules.PURE),
    )
)
# What is written around words. A text may be bounded in stretches that begin with a space.
_HEAD: Final = at_most("# Write one Python function:") + at_most("It belongs to") + len(" ``\n\n `` ().\n")
_SIGNATURE: Final = len("async def () -> :\n")
_CLAUSE: Final = len("- ``\n\n")
_RAISES: Final = len("000. if ``: `raise `\n\n")
_MAYBE: Final = len("It may raise ``.\n")
_GENERIC: Final = len(' = TypeVar("")\n')
_WRITE: Final = len("  # write ``. ")
_MENTIONED: Final = len("# not for you to call: \n")
_PORT: Final = rules.FIXED[rules.PORTS] + len("    # pass it on; no function of it is for you to call\n")
_SECTIONS: Final = 8  # the empty lines between them
_ENDLESS: Final = 1 << 40


class Bounds:
    """Bounds of the tickets of one project."""

    def __init__(self, meanings: Meanings, stubs: Stubs) -> None:
        """Start with none."""
        self._meanings = meanings
        self._stubs = stubs
        self._shown: dict[str, int] = {}

    def ticket(self, function: ir.Function, package: ir.Package) -> int:
        """Return a bound of the ticket of a function."""
        total = _ALWAYS + _HEAD + _SIGNATURE + _SECTIONS + 2 * _size(function.name) + _size(package.id)
        if package.name and package.doc:
            total += at_most(package.doc)
        for prose in (function.doc, function.logic, *function.notes):
            if prose:
                total += at_most(f"Note: {prose}\n\n")
        for word in function.type_parameters:
            total += _GENERIC + 3 * _size(word)
        if function.is_async:
            total += rules.FIXED[rules.ASYNC]
        named = dict(function.returns.names)
        total += _size(function.returns.source)
        for parameter in function.parameters:
            total += len(": , ") + _size(parameter.name) + self._expr(parameter.type, named)
            if parameter.default is not None:
                total += len(" = ") + self._expr(parameter.default, named)
        for condition in function.requires:
            total += _CLAUSE + self._expr(condition.expr, named)
        for clause in function.raises:
            if clause.payload is not None:
                total += self._expr(clause.payload, named)
            else:
                total += _size(clause.error)
                named.setdefault(clause.error, clause.error)
            total += _MAYBE if clause.when is None else _RAISES + self._expr(clause.when, named)
        for condition in function.ensures:
            total += _CLAUSE + self._expr(condition.expr, named)
            if "calls(" in condition.expr.source:
                total += rules.FIXED[rules.CALLS]
        if not function.ensures:
            total += rules.FIXED[rules.OTHERWISE_TASK]
        for example in function.examples:
            total += _CLAUSE + self._expr(example.expr, named)
        for key in function.uses:
            if key not in named.values():
                named[key] = key
        return total + sum([self._with(key, word) for word, key in named.items() if key != function.id])

    def _expr(self, expr: ir.Expr, named: dict[str, str]) -> int:
        """Return the size of an expression, and note what it names."""
        source = expr.source
        if expr.names:
            named.update(expr.names)
        elif source == "Clock":
            named[source] = CLOCK
        elif source == "Random":
            named[source] = RANDOM
        return _size(source)

    def _with(self, key: str, word: str) -> int:
        """Return what showing a declaration costs, with all that it rests on, under a word that may be dotted."""
        shown = self._shown.get(key)
        if shown is None:
            self._shown[key] = _ENDLESS  # where it comes back to itself, only the ticket can tell
            shown = self._shown[key] = self._all(key)
        return shown + _WRITE + _size(word) if "." in word else shown

    def _all(self, key: str) -> int:
        node = self._meanings.find(key)
        if node is None:
            return 0
        total = self._stubs.bounds[self._stubs.text(node, node.name)]
        if isinstance(node, ir.Function):
            total += _MENTIONED + _WRITE + _size(key) + rules.FIXED[rules.MEANINGS] + at_most(meaning(node))
            rests = self._meanings.signed(key)
        else:
            total += _PORT if isinstance(node, ir.Port) else 0
            rests = self._meanings.edges(key)
        words = self._meanings.dotted(key) if rests else {}
        return total + sum([self._with(one, words.get(one, "")) for one in rests])


def _size(text: str) -> int:
    """Return as many bytes as a text may have."""
    return len(text) if text.isascii() else 4 * len(text)
