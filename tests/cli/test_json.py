"""With `--format json` every command answers with one JSON object that has `diagnostics`, whatever becomes of it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.cli import stall

if TYPE_CHECKING:
    from pathlib import Path

COMMANDS = {
    "new": "new other",
    "compile": "compile",
    "compile --check": f"compile {stall.SPEC} --check",
    "build": "build",
    "fill": "fill",
    "check": "check --offline",
    "check --deep": "check --deep --deep-seconds 0.2",
    "strength": "strength --mutants 3 --fail-under 50",
    "strength, no such function": "strength nobody",
    "judge": f"judge {stall.SPEC} first generated/stall/src/stall/line/first.py",
    "judge, no such function": f"judge {stall.SPEC} nobody holo.toml",
    "status": "status",
    "plan": "plan",
    "fmt": "fmt",
    "fmt --check": f"fmt --check {stall.SPEC}",
    "explain": "explain H101",
    "explain all": "explain",
    "schema": "schema",
    "export": "export --for markdown",
    "export --check": "export --for codex --check",
    "a missing file": "build nowhere.holo",
    "an unknown command": "biuld",
    "a wrong option": "build --colour",
}


@pytest.mark.parametrize("what", COMMANDS)
def test_one_object_with_diagnostics(what: str, built: Path) -> None:
    """Nothing but the object is on standard output, and nothing on standard error."""
    done = stall.here(built, *COMMANDS[what].split(), "--format", "json")

    assert isinstance(json.loads(done.stdout)["diagnostics"], list)
    assert "" == done.stderr


def test_a_diagnostic_has_its_place(built: Path) -> None:
    """Line and column count from 1, and the end is there, too."""
    found = stall.answer(built, "compile")["diagnostics"]

    assert [("H314", "warning", stall.SPEC)] == [(row["code"], row["severity"], row["path"]) for row in found]
    assert {"line", "column", "end_line", "end_column", "hint", "fix", "message"} <= found[0].keys()


def test_a_finding_has_the_place_of_the_line_that_it_breaks(built: Path) -> None:
    """Who reads the verdict finds the line of the hologram, the input, and what came out."""
    (built / "wrong.py").write_text("def others(queue: list[str]) -> list[str]:\n    return queue\n", encoding="utf-8")

    verdict = stall.answer(built, "judge", stall.SPEC, "others", "wrong.py")["verdicts"][0]
    finding = verdict["findings"][0]
    text = (built / stall.SPEC).read_text(encoding="utf-8").splitlines()[finding["line"] - 1]

    assert ("rejected", "ensures result == queue[1:]") == (verdict["outcome"], text.strip())
    assert ('others([""])', '`[""]`') == (finding["input"], finding["got"])


def test_a_repeated_answer_says_that_nothing_was_done(built: Path) -> None:
    """The second of two builds is told from the first."""
    first = json.loads(stall.holo(built, "build", "--format", "json").stdout)
    second = json.loads(stall.holo(built, "build", "--format", "json").stdout)

    assert (None, True) == (first.get("unchanged"), second["unchanged"])
    assert first["built"][0]["functions"] == second["built"][0]["functions"]


def test_a_survivor_has_what_tells_it_apart(built: Path) -> None:
    """What was changed, the input, both answers, and the statement that would say which is meant."""
    found = stall.answer(built, "strength")

    functions = found["strength"][0]["functions"]
    assert any(row["survivors"] for row in functions)
    for row in functions:
        told = row["caught"] + len(row["survivors"])
        assert row["share"] == (round(100 * row["caught"] / told, 1) if told else None)
        for survivor in row["survivors"]:
            assert {"operator", "line", "before", "after", "call", "right", "wrong", "offer"} <= survivor.keys()
            assert survivor["right"] != survivor["wrong"]
