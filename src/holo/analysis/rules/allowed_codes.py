"""`allow` names codes that exist."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from holo.analysis.allows import allowed
from holo.codes import Code
from holo.diagnostics.model import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from holo.analysis.facts import Facts

NUMBERS: Final = frozenset(code.number for code in Code)


def allowed_codes(facts: Facts) -> Iterator[Diagnostic]:
    """Report every `allow` of a code that is not in the catalogue."""
    for one in allowed(facts.parsed):
        if one.code not in NUMBERS:
            message = f"There is no code `{one.code}`"
            yield Diagnostic(
                Code.UNKNOWN_CODE, message, one.span, "Take the code from the report that it is to silence"
            )
