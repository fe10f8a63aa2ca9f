"""What has a default comes after what has none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from holo.codes import Code
from holo.diagnostics.model import Diagnostic
from holo.syntax import tree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from holo.analysis.facts import Facts


_USUAL: Final = "positional_or_keyword"
_ORDERED: Final = frozenset({_USUAL, "positional_only"})


def defaults(facts: Facts) -> Iterator[Diagnostic]:
    """Report parameters and fields without a default behind one that has it."""
    for placed in facts.whole:
        match placed.item:
            case tree.Function() | tree.Error() as item:
                yield from _order("Parameter", item.parameters)
            case tree.Record() as item:
                yield from _order("Field", item.fields)
            case tree.Port() as item:
                for function in item.functions:
                    yield from _order("Parameter", function.parameters)
            case _:
                pass


def _order(kind: str, parts: tuple[tree.Parameter, ...] | tuple[tree.Field, ...]) -> Iterator[Diagnostic]:
    before = ""
    for part in parts:
        if getattr(part, "kind", _USUAL) not in _ORDERED:
            continue
        if part.default is not None:
            before = part.name.text
        elif before:
            message = f"{kind} `{part.name.text}` has no default and follows `{before}`, which has one"
            yield Diagnostic(Code.DEFAULT_ORDER, message, part.name.span, "Move it to the front, or give it a default")
