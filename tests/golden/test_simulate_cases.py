"""Golden cases of `simulate`: a hologram, and at its end what its own statements say about each other.

`pytest --update-golden` rewrites the last block of each case.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from holo.analysis.analyze import analyze
from holo.expr.world import World
from holo.ir.library import Library
from holo.lowering.lower import lower
from holo.simulate.simulate import simulate
from holo.source import SourceFile
from holo.syntax.parse import parse

if TYPE_CHECKING:
    from holo.simulate.simulate import Simulated

CASES = sorted((Path(__file__).parent / "cases" / "simulate").glob("*.holo"))
MARK = "# expect:\n"


def run(source: SourceFile) -> Simulated:
    """Take a hologram without mistakes of form through the front end and simulate it."""
    parsed = parse(source)
    analyzed = analyze(parsed, {})
    lowered = lower(analyzed)
    wrong = [*parsed.diagnostics, *analyzed.diagnostics, *lowered.diagnostics]
    assert [] == [one.message for one in wrong if one.severity.value == "error"]
    library = Library()
    library.add(lowered.hologram)
    return simulate(lowered.hologram, World(library.lookup))


def block(source: SourceFile, found: Simulated) -> str:
    """Write what was found as the last block of a case."""
    lines = []
    for one in found.diagnostics:
        place = source.position(one.span.start)
        lines.append(f"# {place.line}:{place.column} {one.code.number} {one.message}")
    lines.append(f"# checked {found.checked}, not checked {found.not_checked}")
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_case_says_what_it_expects(case: Path, update_golden: bool) -> None:  # noqa: FBT001 a fixture
    """Findings, their places and the counts are those of the case's last block."""
    text, mark, expected = case.read_text(encoding="utf-8").partition(MARK)
    source = SourceFile(case.name, text)

    found = run(source)
    if update_golden:
        case.write_text(text + MARK + block(source, found), encoding="utf-8")
        return

    assert mark
    assert expected == block(source, found)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_findings_stand_in_the_text(case: Path) -> None:
    """Every span lies inside the case, and saying it twice says the same."""
    source = SourceFile(case.name, case.read_text(encoding="utf-8").partition(MARK)[0])

    found = run(source)

    assert [] == [one for one in found.diagnostics if not 0 <= one.span.start < one.span.stop <= len(source.text)]
    assert found == run(source)
