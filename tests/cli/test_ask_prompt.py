"""`holo ask` on a terminal: the questions as a person meets them."""

from __future__ import annotations

import contextlib
import io
import sys
from typing import TYPE_CHECKING

import pytest

from holo.cli.again import Witness
from holo.cli.app import perform

if TYPE_CHECKING:
    from pathlib import Path

TEXT = """hologram shop "0.1.0" language 1

function half(n: int) -> int {
  "Half of it, rounded."
  requires n >= 0
  raises ValueError
  ensures abs(2 * result - n) <= 1
}
"""
DOWN = "def half(n: int) -> int:\n    return n // 2\n"
UP = "def half(n: int) -> int:\n    return (n + 1) // 2\n"


class Keyboard(io.StringIO):
    """A terminal on which somebody has typed ahead."""

    def isatty(self) -> bool:
        """Say yes."""
        return True


def typed(folder: Path, monkeypatch: pytest.MonkeyPatch, *lines: str) -> tuple[int, str, str]:
    """Run `holo ask` with some lines typed; return its exit code, what it said, and the hologram."""
    (folder / "shop.holo").write_text(TEXT, encoding="utf-8")
    (folder / "down.py").write_text(DOWN, encoding="utf-8")
    (folder / "up.py").write_text(UP, encoding="utf-8")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
    words = ["ask", "shop.holo", "half", "--with", "down.py", "--with", "up.py"]
    said = io.StringIO()
    with contextlib.chdir(folder), contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        monkeypatch.setattr(sys, "stdin", Keyboard("".join(f"{line}\n" for line in lines)))
        code = perform(words, Witness(words))
    return code, said.getvalue(), (folder / "shop.holo").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("lines", "statement"),
    [
        (("1",), "  example half(1) == 0\n"),
        (("2",), "  example half(1) == 1\n"),
        (("3", "2 - 1"), "  example half(1) == 2 - 1\n"),
        (("4", "ValueError"), "  when half(1)\n  then raises ValueError\n"),
        (("5", "n % 2 == 0"), "  requires n % 2 == 0\n"),
        (("6",), "  example half(1) in (0, 1)\n"),
        (("3", "9", "1"), "  example half(1) == 0\n"),
        (("9", "1"), "  example half(1) == 0\n"),
    ],
    ids=["first", "second", "another", "error", "never", "either", "contradiction first", "no such number first"],
)
def test_a_reply_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lines: tuple[str, ...], statement: str
) -> None:
    """And what to run next is said."""
    code, said, text = typed(tmp_path, monkeypatch, *lines)

    assert 0 == code
    assert statement in text
    assert "Run `holo build shop.holo`" in said


@pytest.mark.parametrize("lines", [("7",), ("5", "")], ids=["skip", "never, by hand"])
def test_a_question_may_stay_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lines: tuple[str, ...]) -> None:
    """Nothing is written, and the exit code says so."""
    code, said, text = typed(tmp_path, monkeypatch, *lines)

    assert 1 == code
    assert TEXT == text
    assert "1 question open" in said


def test_an_end_of_input_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As Ctrl-D does."""
    code, _, text = typed(tmp_path, monkeypatch)

    assert 130 == code
    assert TEXT == text
