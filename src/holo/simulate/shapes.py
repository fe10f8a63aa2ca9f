"""Types on their own: `where` and invariants have a truth for every value, and some value fulfils them.

Asked as if the shape were a law over its parts: a `where` over `it`, invariants over the fields.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from holo.codes import Code
from holo.inputs.small import allowed
from holo.ir import model as ir
from holo.ir.trusted import trusted
from holo.simulate.contract import impossible, undefined_conditions
from holo.simulate.report import source, span_of
from holo.simulate.whole import spoken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from holo.simulate.report import Report

_FEW: Final = 4
_law = trusted(ir.Law)
_condition = trusted(ir.Condition)
_parameter = trusted(ir.Parameter)


def shapes(package: ir.Package, report: Report) -> None:
    """Check the refined types of a package and its records with invariants."""
    for node, word, law in _laws(package):
        if not report.whole.names(spoken(node)):
            continue
        if undefined_conditions(law, report, word) or _fulfilled(law, report) or not impossible(law, report):
            continue
        clauses = " and ".join(f"`{word} {source(condition.expr)}`" for condition in law.requires)
        kind = "type" if isinstance(node, ir.Alias) else "record"
        report.find(
            Code.ENDLESS_TYPE,
            f"No value of {kind} `{node.name}` fulfils {clauses}",
            span_of(law.requires[0], node),
            "Remove or mend one of the conditions",
        )


def _laws(package: ir.Package) -> Iterator[tuple[ir.Alias | ir.Record, str, ir.Law]]:
    for alias in package.aliases:
        if alias.where is not None:
            it = _parameter(name="it", type=alias.base)
            said = _condition(id="", expr=alias.where, span=alias.where.span)
            yield alias, "where", _law(id=alias.id, name=alias.name, parameters=(it,), requires=(said,))
    for record in package.records:
        if record.invariants:
            parts = tuple([_parameter(name=field.name, type=field.type) for field in record.fields])
            yield (
                record,
                "invariant",
                _law(id=record.id, name=record.name, parameters=parts, requires=record.invariants),
            )


def _fulfilled(law: ir.Law, report: Report) -> bool:
    """Whether some value fulfils it, one of the first that come to mind or one that is made to fit."""
    names = [parameter.name for parameter in law.parameters]
    if any(allowed(law, report.world, names, args) for args in islice(report.smalls.candidates(law, {}), _FEW)):
        return True
    return bool(report.smalls.values(report.world.type(ir.Expr(source=law.name, names={law.name: law.id}))))
