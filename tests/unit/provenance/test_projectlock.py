"""One build at a time in one project."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from holo.errors import HoloError
from holo.provenance.projectlock import alone

ROOT = Path(__file__).parents[3]

_HOLDER = """
import sys
from pathlib import Path
from holo.provenance.projectlock import alone
with alone(Path(sys.argv[1]), print):
    print("held", flush=True)
    sys.stdin.readline()
"""


def _holder(folder: Path) -> subprocess.Popen[bytes]:
    holder = subprocess.Popen(
        [sys.executable, "-c", _HOLDER, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT
    )
    assert holder.stdout is not None
    assert b"held" == holder.stdout.readline().strip()
    return holder


def test_a_free_project_is_held_without_a_word(tmp_path: Path) -> None:
    """And free again afterwards."""
    said: list[str] = []
    for _ in range(2):
        with alone(tmp_path / ".holo", said.append):
            pass

    assert [] == said


def test_a_second_build_waits_and_says_so(tmp_path: Path) -> None:
    """It goes on when the first has ended."""
    folder = tmp_path / ".holo"
    holder = _holder(folder)
    said: list[str] = []

    def end_the_other(text: str) -> None:
        said.append(text)
        holder.communicate(b"\n")

    with alone(folder, end_the_other):
        pass

    assert [f"Another build works in `{tmp_path}`: waiting until it has ended"] == said


def test_patience_ends(tmp_path: Path) -> None:
    """With a message, not with a traceback."""
    folder = tmp_path / ".holo"
    holder = _holder(folder)
    try:
        with pytest.raises(HoloError, match="Another build holds"), alone(folder, lambda _: None, patience=0.05):
            pass
    finally:
        holder.communicate(b"\n")


def test_a_killed_build_holds_nothing(tmp_path: Path) -> None:
    """The lock is the system's."""
    folder = tmp_path / ".holo"
    holder = _holder(folder)
    holder.kill()
    holder.communicate()
    said: list[str] = []

    with alone(folder, said.append):
        pass

    assert [] == said


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    """In words."""
    (tmp_path / ".holo").write_text("x")

    with pytest.raises(HoloError, match="cannot be written"), alone(tmp_path / ".holo", lambda _: None):
        pass
