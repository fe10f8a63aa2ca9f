"""The rules of analysis, one a file: each reads `Facts` and yields what is wrong.

`RULES` is the order in which they run; it decides nothing, since reports are sorted by place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from holo.analysis.rules.allowed_codes import allowed_codes
from holo.analysis.rules.arguments import arguments
from holo.analysis.rules.attributes import attributes
from holo.analysis.rules.bodies import bodies
from holo.analysis.rules.broken_references import broken_references
from holo.analysis.rules.comparisons import comparisons
from holo.analysis.rules.contracts import contracts
from holo.analysis.rules.defaults import defaults
from holo.analysis.rules.described import described
from holo.analysis.rules.duplicates import duplicates
from holo.analysis.rules.endless_calls import endless_calls
from holo.analysis.rules.endless_types import endless_types
from holo.analysis.rules.foreign_examples import foreign_examples
from holo.analysis.rules.generics import generics
from holo.analysis.rules.header import header
from holo.analysis.rules.kinds import kinds
from holo.analysis.rules.literals import literals
from holo.analysis.rules.modules import modules
from holo.analysis.rules.ports import ports
from holo.analysis.rules.requirements import requirements
from holo.analysis.rules.reserved import reserved
from holo.analysis.rules.scenarios import scenarios
from holo.analysis.rules.terms import terms
from holo.analysis.rules.used_names import used_names

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from holo.analysis.facts import Facts
    from holo.diagnostics.model import Diagnostic

Rule: TypeAlias = "Callable[[Facts], Iterator[Diagnostic]]"

RULES: Final[tuple[Rule, ...]] = (
    header,
    described,
    duplicates,
    reserved,
    used_names,
    modules,
    allowed_codes,
    # what stands where
    kinds,
    bodies,
    defaults,
    generics,
    ports,
    contracts,
    scenarios,
    foreign_examples,
    # what fits
    arguments,
    attributes,
    literals,
    comparisons,
    endless_calls,
    endless_types,
    # the words
    terms,
    broken_references,
    requirements,
)
