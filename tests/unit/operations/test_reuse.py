"""What is compiled anew when one file of several changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from holo.config import CheckTable, Config
from holo.operations.compile import compile_project

if TYPE_CHECKING:
    from pathlib import Path

LOW = """hologram low "0.1.0" language 1

function half(x: int) -> int {
  "Half of it, rounded down."
  requires x >= 0
  ensures  result <= x
  example  half(4) == 2
}
"""
HIGH = """hologram high "0.1.0" language 1

use "low.holo" as low

function quarter(x: int) -> int {
  "A quarter of it, rounded down."
  uses     low.half
  requires x >= 0
  ensures  result <= x
  example  quarter(8) == 2
}
"""


def compiled_anew(folder: Path, before: str, after: str) -> list[str]:
    """Return the files that are compiled when a text in the lower one changes."""
    config = Config(folder, found=True, check=CheckTable(types="off"))
    (folder / "low.holo").write_text(LOW, encoding="utf-8")
    (folder / "high.holo").write_text(HIGH, encoding="utf-8")
    compile_project(folder / "high.holo", config, folder)
    assert before in LOW
    (folder / "low.holo").write_text(LOW.replace(before, after), encoding="utf-8")
    return [file.name for file in compile_project(folder / "high.holo", config, folder).files if file.fresh]


@pytest.mark.parametrize(
    ("before", "after"),
    [("result <= x", "result < x + 1"), ("half(4) == 2", "half(6) == 3")],
    ids=["ensures", "example"],
)
def test_what_users_cannot_see_compiles_its_own_file_alone(tmp_path: Path, before: str, after: str) -> None:
    """What a function ensures is judged where its body is."""
    assert ["low"] == compiled_anew(tmp_path, before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [("requires x >= 0", "requires x > 0"), ("half(x: int)", "half(x: int, y: int = 2)"), ("Half of it", "The half")],
    ids=["requires", "signature", "doc"],
)
def test_what_users_see_compiles_them_too(tmp_path: Path, before: str, after: str) -> None:
    """A ticket shows when a function may be called, and what it is for."""
    assert ["low", "high"] == compiled_anew(tmp_path, before, after)
