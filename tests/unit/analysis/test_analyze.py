"""Analysis as a whole: it never fails, and what is broken is left out."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from holo.analysis.analyze import analyze
from holo.analysis.facts import Role
from holo.lowering.lower import lower
from holo.source import SourceFile
from holo.syntax.parse import parse

CASES = Path(__file__).parents[2] / "golden" / "cases" / "analyze"
CLEAN = (CASES / "clean.holo").read_text(encoding="utf-8").partition("\n# expect:")[0] + "\n"


@settings(max_examples=40, deadline=None, database=None, derandomize=True)
@given(st.data())
def test_any_damage_gives_a_result(data: st.DataObject) -> None:
    """A hologram from which any piece is missing is analyzed and lowered without an exception."""
    start = data.draw(st.integers(0, len(CLEAN) - 1))
    width = data.draw(st.integers(1, 60))
    text = (
        CLEAN[:start]
        + data.draw(st.sampled_from(["", "x", "(", "{", "}", '"', "result", "fines"]))
        + CLEAN[start + width :]
    )

    analyzed = analyze(parse(SourceFile("a.holo", text)), {})
    lowered = lower(analyzed)

    assert lowered.hologram.packages
    assert all(0 <= one.span.start <= one.span.stop <= len(text) for one in analyzed.diagnostics)


@settings(max_examples=25, deadline=None, database=None, derandomize=True)
@given(st.data())
def test_one_misspelt_word_gives_few_reports(data: st.DataObject) -> None:
    """A word that is changed at one place in an expression is reported there, and nearly nothing else is."""
    clean = analyze(parse(SourceFile("a.holo", CLEAN)), {})
    uses = [
        (bound, use)
        for bound in clean.facts.expressions.values()
        for use in bound.reading.free
        if bound.role is not Role.STEP
    ]
    bound, use = data.draw(st.sampled_from(uses))
    start = bound.span(use.node).start
    text = f"{CLEAN[:start]}zzzzz{CLEAN[start + len(use.root) :]}"

    found = analyze(parse(SourceFile("a.holo", text)), {}).diagnostics

    assert start in {one.span.start for one in found if one.code.number == "H101"}
    assert len(found) <= 2


def test_reports_are_in_order() -> None:
    """Reports stand in the order of their places."""
    text = 'hologram demo "x" language 2\nconst B: int = "b"\nconst A: int = c\nrequirement R1 "Why?"\n'

    found = analyze(parse(SourceFile("a.holo", text)), {}).diagnostics

    starts = [one.span.start for one in found]
    assert sorted(starts) == starts
    assert len(starts) == 6
