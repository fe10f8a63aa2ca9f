"""What other holograms see of one."""

from __future__ import annotations

import json

from holo.analysis.analyze import Analyzed, analyze
from holo.analysis.exports import Exports, exports_of
from holo.analysis.symbols import Kind
from holo.lowering.lower import lower
from holo.source import SourceFile
from holo.syntax.parse import parse

MONEY = """\
hologram money "0.1.0" language 1

type Cents = int where it >= 0
enum Coin { one, two }
record Price { cents: Cents
  parts: list[Cents] = [] }
error TooMuch(cents: Cents)
port Bank { function pay(cents: Cents) -> bool raises TooMuch }

package rounding {
  function rounded(cents: Cents, to: int = 5) -> Cents { returns cents // to * to }
  function guessed(cents: Cents) -> Cents { ensures result >= 0 }
  flow twice(cents: Cents) -> Cents { cents -> rounded -> rounded }
  flow unsure(cents: Cents) -> Cents { cents -> guessed -> rounded }
}
"""


def exported(text: str) -> Exports:
    """Return the exports of a text without errors."""
    parsed = parse(SourceFile("money.holo", text))
    analyzed = analyze(parsed, {})
    assert () == (*parsed.diagnostics, *analyzed.diagnostics)
    return exports_of(lower(analyzed).hologram, "money.holo", words=parsed.words)


def use(text: str, path: str = "money.holo") -> Analyzed:
    """Analyze a hologram that uses the one above."""
    body = f'hologram shop "0.1.0" language 1\n\n{text}'
    return analyze(parse(SourceFile("shop.holo", body)), {path: exported(MONEY)})


def said(analyzed: Analyzed) -> list[str]:
    """Return codes and messages."""
    return [f"{one.code.number} {one.message}" for one in analyzed.diagnostics]


def test_exports_survive_json() -> None:
    """Exports come back from JSON as they were."""
    exports = exported(MONEY)

    again = Exports.of(json.loads(json.dumps(exports.data())))

    assert exports.data() == again.data()
    assert [one.id for one in exports.symbols] == [one.id for one in again.symbols]


def test_exports_say_what_can_be_computed() -> None:
    """A flow can be computed where every step of it can."""
    known = {one.name: one.computable for one in exported(MONEY).symbols if one.kind is Kind.FUNCTION}

    assert {"rounded": True, "guessed": False, "twice": True, "unsure": False} == known


def test_foreign_records_are_known_by_their_fields() -> None:
    """A misspelt field of a used record is found, by way of the ids in its types."""
    found = said(use('use "money.holo" only Price\nfunction f(price: Price) -> int { returns price.cent }\n'))

    assert ["H221 Record `Price` has no field `cent`"] == found


def test_foreign_names_become_ids() -> None:
    """Names taken with `only` and dotted names lead to the ids of the used hologram."""
    analyzed = use(
        'use "money.holo" as cash\nfunction f(cents: cash.Cents) -> cash.Cents { returns cash.rounding.twice(cents) }\n'
    )

    function = lower(analyzed).hologram.packages[0].functions[0]

    assert [] == said(analyzed)
    assert {"cash.Cents": "money.Cents"} == function.returns.names
    assert function.body is not None
    assert {"cash.rounding.twice": "money.rounding.twice"} == getattr(function.body, "expr").names  # noqa: B009 - any body


def test_foreign_functions_without_body_are_not_called_by_contracts() -> None:
    """A contract cannot call what another hologram leaves open."""
    found = said(
        use('use "money.holo" only rounding\nfunction f(a: int) -> int { ensures result == rounding.unsure(a) }\n')
    )

    assert ["H129 `ensures` calls `unsure`, which the hologram does not define"] == found


def test_broken_names_are_not_missed() -> None:
    """A name that the used hologram declares with errors is not reported by those who use it."""
    broken = Exports("money", "money.holo", broken=("Cents",))
    text = 'hologram shop "0.1.0" language 1\nuse "money.holo" only Cents\nfunction f(a: Cents) -> int { returns 1 }\n'

    found = analyze(parse(SourceFile("shop.holo", text)), {"money.holo": broken}).diagnostics

    assert () == found


def test_analysis_names_what_it_leaves_out() -> None:
    """Declarations with errors are named, so that their users are not blamed."""
    text = 'hologram demo "0.1.0" language 1\nconst A: int = "a"\nrecord B {\n  copy int\n}\nconst C: int = 1\n'

    analyzed = analyze(parse(SourceFile("demo.holo", text)), {})

    assert frozenset({"A", "B"}) == analyzed.broken_names
    assert ["C"] == [one.name for one in lower(analyzed).hologram.packages[0].consts]
