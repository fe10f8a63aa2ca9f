"""`allow` above a statement."""

from __future__ import annotations

from holo.analysis.allows import allowed, silence
from holo.analysis.analyze import analyze
from holo.source import SourceFile
from holo.syntax.parse import parse

TEXT = """\
hologram demo "0.1.0" language 1

allow H122 "not yet"
requirement R1 "Nobody does it."

allow H224 "it is so"
const A: int = "a"

record B {
  allow H102 "twice"
  copy: int
}
"""


def test_allow_silences_its_code_in_its_statement() -> None:
    """One code in one statement is silenced, and nothing else."""
    analyzed = analyze(parse(SourceFile("a.holo", TEXT)), {})

    left, _ = silence(analyzed.diagnostics, analyzed.allows)

    assert ["H123"] == [one.code.number for one in left]


def test_idle_allow_is_reported() -> None:
    """An `allow` that silences nothing is a finding, where its code is written."""
    analyzed = analyze(parse(SourceFile("a.holo", TEXT)), {})

    _, idle = silence(analyzed.diagnostics, analyzed.allows)

    assert [("H121", "`allow H102` silences nothing")] == [(one.code.number, one.message) for one in idle]
    assert ["H102"] == [TEXT[one.span.start : one.span.stop] for one in idle]


def test_file_without_allow_has_none() -> None:
    """Nothing is looked for where the word does not stand."""
    assert () == allowed(parse(SourceFile("a.holo", 'hologram demo "0.1.0" language 1\n')))
