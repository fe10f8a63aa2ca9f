"""What `use` takes exists, and is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from holo.analysis.nearest import did_you_mean
from holo.codes import Code
from holo.diagnostics.model import Diagnostic, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from holo.analysis.facts import Facts
    from holo.source import Span


def used_names(facts: Facts) -> Iterator[Diagnostic]:
    """Report names that a used hologram does not declare, and those that nothing here names."""
    table = facts.table
    for name, source in table.not_exported:
        known = [symbol.id[len(source.name) + 1 :] for symbol in source.symbols]
        near = [*(one.rpartition(".")[2] for one in known), *known]
        message = f"Hologram `{source.name}` does not declare `{name.text}`"
        yield Diagnostic(Code.NOT_EXPORTED, message, name.span, did_you_mean(name.text, near))
    missing = {name.span.start for name, _ in table.not_exported}
    seen: dict[str, bool] = {}
    for use, exports in table.uses:
        if exports is None:
            continue
        if use.path.text in seen:
            message = f'`use "{use.path.text}"` stands here twice'
            joined = bool(use.only) and seen[use.path.text]
            hint = "Join the two statements" if joined else "Keep one of the two"
            yield Diagnostic(Code.DUPLICATE_NAME, message, use.path.span, hint)
        seen[use.path.text] = bool(use.only)
        for name in use.only:
            symbol = table.top.get(name.text.rpartition(".")[2])
            if name.span.start in missing or symbol is None or not symbol.foreign:
                continue
            if not _mentioned(facts, symbol.id):
                yield _unused(f"`{name.text}` is used from `{exports.name}` and never named", name.span)
        if not use.only and not _mentioned(facts, exports.name):
            yield _unused(f"Nothing of `{exports.name}` is ever named", use.path.span)


def _mentioned(facts: Facts, id_: str) -> bool:
    inside = id_ + "."
    return id_ in facts.mentioned or any(one.startswith(inside) for one in facts.mentioned)


def _unused(message: str, span: Span) -> Diagnostic:
    return Diagnostic(Code.UNUSED_USE, message, span, "Remove it", Severity.WARNING)
