"""Reports of `use` that only the loader of files can make."""

from __future__ import annotations

from holo.analysis.uses import cyclic_use, missing_use, unreadable_use, uses_of
from holo.source import SourceFile
from holo.syntax.parse import parse

TEXT = 'hologram demo "0.1.0" language 1\n\nuse "mony.holo" only Cents\nuse "mony.holo" only Rate\n'


def test_uses_are_found_by_path() -> None:
    """The first statement of a path stands for it."""
    uses = uses_of(parse(SourceFile("a.holo", TEXT)).file.items)

    assert ["mony.holo"] == list(uses)
    assert ["Cents"] == [name.text for name in uses["mony.holo"].only]


def test_reports_point_at_the_path() -> None:
    """Each report points at the path as written, and says what to do."""
    use = uses_of(parse(SourceFile("a.holo", TEXT)).file.items)["mony.holo"]

    missing = missing_use(use, ["money.holo", "shop.holo"])
    cyclic = cyclic_use(use, ["a.holo", "mony.holo", "a.holo"])
    unreadable = unreadable_use(use, "it is binary", "Save it as UTF-8")

    assert {'"mony.holo"'} == {TEXT[one.span.start : one.span.stop] for one in (missing, cyclic, unreadable)}
    assert ["H108", "H109", "H110"] == [one.code.number for one in (missing, cyclic, unreadable)]
    assert "Did you mean `money.holo`?" == missing.hint
    assert "`a.holo` uses `mony.holo` uses `a.holo`" in cyclic.message
