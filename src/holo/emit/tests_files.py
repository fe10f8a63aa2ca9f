"""The tests of a package: plain pytest, one file a function or law.

Examples, failure scenarios with recording fakes, and stored inputs that are held against the contract. An
open function has no tests, and nothing is tested that would run one. Sealed examples appear only once their
function is accepted.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from holo import resources
from holo.emit.blocks import FAKES, Blocks
from holo.emit.layout import TESTS, Layout, Unit
from holo.ir import model as ir
from holo.ir import prelude
from holo.pycode.scope import port_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from holo.emit.draft import Draft


@dataclass(frozen=True, slots=True)
class Evidence:
    """What judging left for the tests.

    `stored` are inputs by id of function or law, each argument as an expression in the hologram's words (an
    argument that is a port may be anything: tests make a fake of it). `accepted` are the functions whose sealed
    examples may be shown.
    """

    stored: Mapping[str, Sequence[Sequence[str]]] = field(default_factory=dict)
    accepted: frozenset[str] = frozenset()


def tests_of(draft: Draft, evidence: Evidence) -> dict[str, str]:
    """Return the files under `tests`, before Ruff lays them out."""
    files: dict[str, str] = {}
    taken: set[str] = set()
    for unit in draft.layout.units:
        scenarios = _scenarios(unit)
        for function in unit.package.functions:
            if not draft.is_open(function):
                blocks = Blocks(draft, unit, function)
                found = blocks.function(
                    scenarios.get(function.id, ()),
                    evidence.stored.get(function.id, ()),
                    sealed=function.id in evidence.accepted,
                )
                _add(files, taken, unit, function, blocks, found)
        for law in unit.package.laws:
            blocks = Blocks(draft, unit, law)
            _add(files, taken, unit, law, blocks, blocks.law(evidence.stored.get(law.id, ())))
    if any(f"from {FAKES} import" in text for text in files.values()):
        files[f"{TESTS}/{FAKES}.py"] = fakes_file(draft)
    return files


def fakes_file(draft: Draft) -> str:
    """Return the module of recording fakes."""
    ports = [*prelude.PORTS.values()]
    ports += [port for unit in draft.layout.units for port in unit.package.ports]
    named = draft.layout.fakes()
    rows = [
        {
            "name": named[port.id],
            "port": port.id,
            "functions": [
                {
                    "name": each.name,
                    "is_async": each.is_async,
                    "answers": each.returns.source != "None",
                    "parameters": [
                        {"name": p.name, "default": "..." if p.default is not None else ""} for p in each.parameters
                    ],
                }
                for each in port.functions
            ],
        }
        for port in ports
        if port.id not in prelude.PORTS or _names_port(draft, port)
    ]
    return resources.template("package/fakes.py.jinja").render(fakes=rows)


def _names_port(draft: Draft, port: ir.Port) -> bool:
    lookup = draft.layout.library.lookup
    return any(port_of(each.type, lookup) is port for function in draft.functions() for each in function.parameters)


def _scenarios(unit: Unit) -> dict[str, list[ir.Failure]]:
    found: dict[str, list[ir.Failure]] = {}
    for failure in unit.hologram.failures:
        found.setdefault(failure.function, []).append(failure)
    return found


def tests_path(layout: Layout, key: str) -> str:
    """Return the file of a function's tests, where no other function's has the same name."""
    return f"{TESTS}/{_name(layout.unit_of[key], key.rpartition('.')[2])}.py"


def _name(unit: Unit, name: str) -> str:
    return "_".join(["test", *unit.module.split(".")[1:], name])


def _add(
    files: dict[str, str],
    taken: set[str],
    unit: Unit,
    node: ir.Function | ir.Law,
    blocks: Blocks,
    found: Sequence[str],
) -> None:
    if not found:
        return
    name = _name(unit, node.name)
    while name.lower() in taken:
        name += "_"
    taken.add(name.lower())
    files[f"{TESTS}/{name}.py"] = resources.template("package/test.py.jinja").render(
        id=node.id, imports=blocks.imports(), blocks=found
    )
