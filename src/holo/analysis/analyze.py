"""Parsed file in, facts and diagnostics out: names resolved, every rule run.

Works on one file and the exports of those that it uses; loads nothing and changes no node.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from holo.analysis.allows import AllowSpan, allowed, silence
from holo.analysis.collect import collect
from holo.analysis.methods import NOWHERE, about_code
from holo.analysis.references import refer
from holo.analysis.resolve import resolve
from holo.analysis.rules import RULES
from holo.codes import Code
from holo.diagnostics.model import Severity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from holo.analysis.exports import Exports
    from holo.analysis.facts import Facts
    from holo.diagnostics.model import Diagnostic
    from holo.syntax.parse import Parsed

UNSILENT = frozenset({Code.UNKNOWN_NAME, Code.AMBIGUOUS_NAME, Code.DUPLICATE_NAME, Code.BAD_EXPRESSION})
"""What leaves a hole in the meaning: an `allow` may silence the report, the declaration stays out of the IR."""


@dataclass(frozen=True, slots=True)
class Analyzed:
    """One file with its facts.

    `broken` are the starts of the declarations that have errors; `diagnostics` are analysis' own, in order of
    place, before any `allow`.
    """

    parsed: Parsed
    facts: Facts
    allows: tuple[AllowSpan, ...]
    broken: frozenset[int]
    diagnostics: tuple[Diagnostic, ...]

    @property
    def broken_names(self) -> frozenset[str]:
        """Return names that the file declares and its IR lacks, for its exports."""
        table = self.facts.table
        out = {symbol.name for start, symbol in table.declared.items() if start in self.broken}
        return frozenset(out | table.broken)

    @property
    def whole(self) -> bool:
        """Say whether nothing was left out, here and in all that is used."""
        table = self.facts.table
        if self.broken or table.broken:
            return False
        return all(exports is not None and exports.whole for _, exports in table.uses)


def analyze(parsed: Parsed, used: Mapping[str, Exports], code: str = "") -> Analyzed:
    """Return what a file means; `used` has the exports of each hologram it uses, by the path as written.

    `code` is the folder or file that it describes, if it describes code that exists. Names taken from a path that is not in `used` mean something unknown: they are not reported here.
    """
    table = collect(parsed, used, code or (NOWHERE if about_code(parsed.file) else ""))
    facts, found = resolve(parsed, table)
    refer(facts)
    for rule in RULES:
        found.extend(rule(facts))
    allows = allowed(parsed)
    found.sort(key=_place)
    return Analyzed(parsed, facts, allows, _broken(facts, found, allows), tuple(found))


def _place(diagnostic: Diagnostic) -> tuple[int, str]:
    return diagnostic.span.start, diagnostic.code.number


def _broken(facts: Facts, found: list[Diagnostic], allows: tuple[AllowSpan, ...]) -> frozenset[int]:
    """Return the starts of the declarations that hold an error."""
    errors = [one for one in found if one.severity is Severity.ERROR]
    if not errors:
        return frozenset(facts.table.partial)
    kept, _ = silence([one for one in errors if one.code not in UNSILENT], allows)
    places = sorted(one.span.start for one in (*kept, *(one for one in errors if one.code in UNSILENT)))
    spans = sorted(
        (placed.item.span.start, placed.item.span.stop)
        for placed in facts.table.items
        if not hasattr(placed.item, "items")
    )
    broken = set(facts.table.partial)
    at = 0
    for place in places:
        while at < len(spans) and spans[at][1] <= place:
            at += 1
        if at < len(spans) and spans[at][0] <= place:
            broken.add(spans[at][0])
    return frozenset(broken)
