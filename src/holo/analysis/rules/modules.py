"""Only pure modules of Python's library may be imported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from holo.analysis.nearest import did_you_mean
from holo.codes import Code
from holo.diagnostics.model import Diagnostic
from holo.expr.modules import MODULES
from holo.syntax import tree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from holo.analysis.facts import Facts


def modules(facts: Facts) -> Iterator[Diagnostic]:
    """Report every module after `python` that is not among the pure ones."""
    for placed in facts.whole:
        if isinstance(placed.item, tree.Python):
            for name in placed.item.modules:
                if name.text not in MODULES:
                    hint = did_you_mean(name.text, MODULES) or "Bring effects in through a port"
                    message = f"Module `{name.text}` is not among the pure ones"
                    yield Diagnostic(Code.IMPURE_MODULE, message, name.span, hint)
