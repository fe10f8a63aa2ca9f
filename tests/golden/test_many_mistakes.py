"""Files with twenty independent mistakes each, of the kinds that authors make, and how many one run finds.

Beside those of `cases/parse`, which are mistakes of form alone: here names, types, contracts, examples and
scenarios are wrong. What only `ty` can tell counts as not found.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from holo.operations.compile import check_text
from holo.source import SourceFile

CASES = Path(__file__).parent / "cases" / "mistakes"

SEEDED = {
    "shop": (2, 5, 15, 18, 19, 25, 26, 53, 61, 68, 76, 77, 82, 91, 101, 103, 108, 110, 116, 120),
    "parking": (4, 6, 11, 22, 26, 30, 45, 50, 57, 59, 65, 74, 75, 81, 82, 86, 88, 89, 95, 99, 102),
    "wiki": (4, 8, 11, 35, 42, 47, 57, 64, 69, 76, 84, 89, 93, 98, 103, 109, 114, 117, 120, 121),
}
"""Where mistakes were put, by line."""


@pytest.mark.parametrize("name", SEEDED)
def test_independent_mistakes_are_reported_in_one_run(name: str) -> None:
    """At least eighteen of twenty seeded mistakes are reported at their lines, and at most two reports are about nothing."""
    text = (CASES / f"{name}.holo").read_text(encoding="utf-8")
    source = SourceFile(f"{name}.holo", text)

    found = check_text(text, source.path)

    lines = {source.position(one.span.start).line for one in found}
    seeded = set(SEEDED[name])
    assert len(seeded & lines) >= 0.9 * len(seeded), sorted(seeded - lines)
    assert len(lines - seeded) <= 2, sorted(lines - seeded)


@pytest.mark.parametrize("name", SEEDED)
def test_reports_of_mistakes_say_what_to_do(name: str) -> None:
    """Nearly every report has a hint; only a name that is near nothing has none."""
    found = check_text((CASES / f"{name}.holo").read_text(encoding="utf-8"))

    silent = [one.message for one in found if not one.hint]
    assert len(silent) <= 5, silent
