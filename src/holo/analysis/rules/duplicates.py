"""One scope, one meaning: no name is declared twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from holo.codes import Code
from holo.diagnostics.model import Diagnostic
from holo.syntax import tree

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from holo.analysis.facts import Facts


def duplicates(facts: Facts) -> Iterator[Diagnostic]:
    """Report every name that repeats one of its file, package, glossary, parameters, fields, members or givens."""
    for name, first in facts.table.repeats:
        if isinstance(first, tree.Term):
            yield _say("Term", name, "in the glossary")
        elif first.foreign:
            yield _say("Name", name, f"by `use`, as `{first.id}`")
        else:
            kind = first.kind.value
            line = f"as {'an' if kind[0] in 'aeiou' else 'a'} {kind}"
            if first.span is not None:
                line += f" on line {facts.parsed.source.position(first.span.start).line}"
            yield _say("Name", name, line)
    for placed in facts.whole:
        match placed.item:
            case tree.Function() as item:
                yield from _repeated("Parameter", item.parameters, item.name)
                if item.type_parameters:
                    yield from _twice("Type parameter", item.type_parameters, item.name)
            case tree.Class() as item:
                yield from _repeated("Attribute", item.fields, item.name)
            case tree.Record() as item:
                yield from _repeated("Field", item.fields, item.name)
            case tree.Error() as item:
                yield from _repeated("Parameter", item.parameters, item.name)
            case tree.Enum() as item:
                yield from _repeated("Member", item.members, item.name)
            case tree.Port() as item:
                yield from _repeated("Function", item.functions, item.name)
                for function in item.functions:
                    yield from _repeated("Parameter", function.parameters, function.name)
            case tree.Failure() as item:
                given = [one.name for one in item.given if isinstance(one, tree.GivenValue | tree.GivenPort)]
                yield from _twice("Given", given, item.name)
            case _:
                pass


def _repeated(
    kind: str,
    parts: Iterable[tree.Parameter | tree.Field | tree.Member | tree.PortFunction],
    owner: tree.Name,
) -> Iterator[Diagnostic]:
    return _twice(kind, [part.name for part in parts], owner)


def _twice(kind: str, names: Iterable[tree.Name], owner: tree.Name) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for name in names:
        if name.text in seen:
            yield _say(kind, name, f"in `{owner.text}`")
        seen.add(name.text)


def _say(kind: str, name: tree.Name, where: str) -> Diagnostic:
    return Diagnostic(
        Code.DUPLICATE_NAME, f"{kind} `{name.text}` is already declared {where}", name.span, "Rename one of the two"
    )
