"""Several candidates of one function: verdicts, groups, and where groups part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from holo.config import CheckTable, Config
from holo.operations.judge import judge_files
from holo.operations.workshop import Workshop
from holo.verify.verdict import Outcome, Verdict

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from holo.operations.judge import Compared
    from holo.verify.prepare import Prepared

TEXT = """hologram shop "0.1.0" language 1

function half(n: int) -> int {
  "Half of it, rounded."
  requires n >= 0
  ensures abs(2 * result - n) <= 1
  example half(4) == 2
}

function twice(n: int) -> int {
  "Twice as much."
  requires n >= 0
  ensures result >= n
  example twice(3) == 7
}

function both(n: int) -> int {
  "Calls what is open."
  uses half
  requires n >= 0
  ensures result >= 0
}
"""
DOWN = "def half(n: int) -> int:\n    return n // 2\n"
DOWN_TOO = "def half(n: int) -> int:\n    return n >> 1\n"
UP = "def half(n: int) -> int:\n    return (n + 1) // 2\n"
WRONG = "def half(n: int) -> int:\n    return n - 2\n"
NOTHING = "def half(n: int) -> int:\n    return (\n"
TWICE = ("2 * n", "n + n", "n * 2", "n << 1")


def judged(folder: Path, name: str, *bodies: str) -> Compared | None:
    """Judge some bodies and return how they compare."""
    (folder / "shop.holo").write_text(TEXT, encoding="utf-8")
    files = []
    for number, body in enumerate(bodies):
        files.append(folder / f"c{number}.py")
        files[-1].write_text(body, encoding="utf-8")
    config = Config(folder, found=True, check=CheckTable(types="off"))
    return judge_files(folder / "shop.holo", name, files, config, folder).compared


def test_one_candidate_is_compared_with_nobody(tmp_path: Path) -> None:
    """There is its verdict alone."""
    assert judged(tmp_path, "half", DOWN) is None


def test_candidates_that_behave_alike_are_one_group(tmp_path: Path) -> None:
    """Rejected ones are grouped too; what has no form is not run."""
    found = judged(tmp_path, "half", UP, DOWN, WRONG, DOWN_TOO, NOTHING)

    assert found is not None
    assert ((1, 3), (0,), (2,)) == found.groups
    assert (4,) == found.not_run
    assert () == found.incomplete
    assert 300 == found.inputs


def test_every_pair_of_groups_is_parted_by_a_small_input(tmp_path: Path) -> None:
    """With what each makes of it."""
    found = judged(tmp_path, "half", DOWN, UP, WRONG)

    assert found is not None
    rows = [(one.groups, one.call, one.answers) for one in found.partings]
    assert ((0, 1), "half(1)", ("`0`", "`1`")) == rows[0]
    assert [(0, 1), (0, 2), (1, 2)] == [row[0] for row in rows]
    assert 3 == found.pairs


def test_an_example_that_nobody_passes_is_the_suspect(tmp_path: Path) -> None:
    """Three that differ as texts agree, and keep the rest of the contract."""
    found = judged(tmp_path, "twice", *(f"def twice(n: int) -> int:\n    return {one}\n" for one in TWICE))

    assert found is not None
    assert [("H725", "shop.twice/example/0", "hologram")] == [
        (one.code, one.clause, one.suspect) for one in found.findings
    ]


def test_those_that_break_the_rest_speak_against_nothing(tmp_path: Path) -> None:
    """They agree with each other, and are wrong together."""
    wrong = ("n - 1", "-1 + n", "n - 2 + 1")
    found = judged(tmp_path, "twice", *(f"def twice(n: int) -> int:\n    return {one}\n" for one in wrong))

    assert found is not None
    assert ((0, 1, 2),) == found.groups
    assert () == found.findings


def test_what_was_accepted_may_be_wrong_on_more_inputs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The comparison draws more than the judge, who lets everything pass here."""

    def lenient(_shop: Workshop, key: str, _text: str, _group: object, prepared: Prepared) -> Verdict:
        return Verdict(function=key, outcome=Outcome.ACCEPTED, source=prepared.source or "")

    monkeypatch.setattr(Workshop, "judge", lenient)
    late = "def half(n: int) -> int:\n    return n // 2 if n < 7 else 0\n"

    found = judged(tmp_path, "half", DOWN, late)

    assert found is not None
    assert [1] == list(found.wrong)
    call, message = found.wrong[1]
    assert call.startswith("half(")
    assert "`abs(2 * result - n) <= 1` is ensured and does not hold" == message


def test_what_waits_for_others_is_not_compared(tmp_path: Path) -> None:
    """An open body has no behaviour."""
    body = "def both(n: int) -> int:\n    return half(n){}\n"
    found = judged(tmp_path, "both", body.format(""), body.format(" + 1"))

    assert found is not None
    assert () == found.groups
    assert (0, 1) == found.not_run
