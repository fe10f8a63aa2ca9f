"""`[[name]]` in prose leads somewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from holo.analysis.nearest import did_you_mean
from holo.codes import Code
from holo.diagnostics.model import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from holo.analysis.facts import Facts


def broken_references(facts: Facts) -> Iterator[Diagnostic]:
    """Report every reference that names no term, declaration, field, member or scenario, or names several."""
    table = facts.table
    for one in facts.references:
        if one.target:
            continue
        if not one.closed:
            message = f"`[[{one.text}]` is closed by one bracket"
            yield Diagnostic(Code.BROKEN_REFERENCE, message, one.span, f"Write `[[{one.text}]]`")
            continue
        if one.several:
            where = " and ".join(f"`{name}`" for name in one.several)
            message = f"`[[{one.text}]]` may be {where}"
            yield Diagnostic(Code.BROKEN_REFERENCE, message, one.span, f"Write `[[{one.several[0]}]]`")
            continue
        near = [*(term.name.text for term in table.terms.values()), *table.top, *table.elsewhere]
        hint = did_you_mean(one.text, near) or "Declare it, or write it without the brackets"
        yield Diagnostic(Code.BROKEN_REFERENCE, f"`[[{one.text}]]` leads nowhere", one.span, hint)
