"""Somebody carries each requirement out, and something shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from holo.codes import Code
from holo.diagnostics.model import Diagnostic, Severity
from holo.syntax import tree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from holo.analysis.facts import Facts


def requirements(facts: Facts) -> Iterator[Diagnostic]:
    """Warn of requirements without `by` and without `shown by`."""
    for placed in facts.whole:
        item = placed.item
        if not isinstance(item, tree.Requirement):
            continue
        name = item.name.text
        if not item.by:
            message = f"Nothing carries requirement `{name}` out"
            yield Diagnostic(Code.UNCARRIED, message, item.name.span, "Name the functions: `by …`", Severity.WARNING)
        if not item.shown:
            message = f"Nothing shows requirement `{name}`"
            hint = "Name a failure or a law: `shown by …`"
            yield Diagnostic(Code.UNSHOWN, message, item.name.span, hint, Severity.WARNING)
