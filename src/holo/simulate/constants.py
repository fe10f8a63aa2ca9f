"""Constants and defaults: each has a value, and it fits the declared type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from holo.codes import Code
from holo.simulate.report import NOT_RUN, source, span_of, why

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from holo.ir import model as ir
    from holo.simulate.report import Report


def constants(package: ir.Package, report: Report) -> None:
    """Check the consts of a package and the defaults of its fields and parameters."""
    for const in package.consts:
        _check(f"`{const.name}`", const.type, const.value, report)
    for owner, type_, default, generic in _defaults(package):
        _check(owner, type_, default, report, generic)


def _defaults(package: ir.Package) -> Iterator[tuple[str, ir.Expr, ir.Expr, Sequence[str]]]:
    owners = [(record.name, record.fields) for record in package.records]
    owners += [(error.name, error.fields) for error in package.errors]
    for name, fields in owners:
        for field in fields:
            if field.default is not None:
                yield f"The default of `{field.name}` of `{name}`", field.type, field.default, ()
    for function in package.functions:
        for parameter in function.parameters:
            if parameter.default is not None:
                yield (
                    f"The default of `{parameter.name}` of `{function.name}`",
                    parameter.type,
                    parameter.default,
                    function.type_parameters,
                )


def _check(what: str, type_: ir.Expr, value: ir.Expr, report: Report, generic: Sequence[str] = ()) -> None:
    if not report.whole.names((type_, value)):
        report.not_checked += 1
        return
    report.checked += 1
    try:
        made = report.world.evaluate(value, {})
    except NOT_RUN as stopped:
        report.find(
            Code.UNFIT_VALUE,
            f"{what} has no value: {why(stopped)}",
            span_of(value),
            "Write an expression that has a value",
        )
        return
    reason = report.world.fits(made, report.world.type(type_, generic))
    if reason:
        report.find(
            Code.UNFIT_VALUE,
            f"{what} does not fit `{source(type_)}`: {reason}",
            span_of(value),
            f"Give a value of type `{source(type_)}`",
        )
