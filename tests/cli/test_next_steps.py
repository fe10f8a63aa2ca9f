"""What commands say is to be done next, and what they name when something is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli import stall

if TYPE_CHECKING:
    from pathlib import Path

TEXT = """hologram shop "0.1.0" language 1

function half(n: int) -> int {
  "Half of it, rounded."
  requires n >= 0
  ensures abs(2 * result - n) <= 1
  example half(4) == 2
}

function twice(n: int) -> int {
  "Twice as much."
  ensures result == 2 * n
}

function fee(age: int) -> str {
  "Free below six."
  requires 0 <= age <= 130
  ensures result in ["free", "full"]
  example fee(3) == "free"
  example fee(30) == "full"
}

function corner(left: bool) -> int {
  "The next corner."
  ensures 1 <= result <= 4
}

function shelf(n: int) -> int {
  "Any shelf."
  ensures 0 <= result
}
"""
COMMANDS = ("build", "status", "check")
BODIES = {
    "down": "def half(n: int) -> int:\n    return n // 2\n",
    "up": "def half(n: int) -> int:\n    return (n + 1) // 2\n",
    "shift": "def half(n: int) -> int:\n    return n >> 1\n",
    "wrong": "def half(n: int) -> int:\n    return n - 2\n",
    "fee": 'def fee(age: int) -> str:\n    return "free" if age < 6 else "full"\n',
    "double": "def twice(n: int) -> int:\n    return 2 * n\n",
}


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """A project with some candidates beside it."""
    (tmp_path / "shop.holo").write_text(TEXT, encoding="utf-8")
    for name, text in BODIES.items():
        (tmp_path / f"{name}.py").write_text(text, encoding="utf-8")
    return tmp_path


def hand_in(folder: Path, key: str, text: str) -> None:
    """Write an answer, and build."""
    home = folder / "build" / "shop" / "bodies"
    home.mkdir(parents=True, exist_ok=True)
    (home / f"shop.{key}.py").write_text(text, encoding="utf-8")
    stall.here(folder, "build", "shop.holo")


def line_of(text: str, key: str) -> str:
    """Return the one line of an output that is about a function."""
    (line,) = [line for line in text.splitlines() if key in line and "warning" not in line]
    assert " weak" in line
    return line


def test_candidates_that_part_are_to_be_asked_about(shop: Path) -> None:
    """One of each group that was accepted is named; what is rejected is not."""
    done = stall.here(shop, "judge", "shop.holo", "half", "down.py", "up.py", "shift.py", "wrong.py")

    assert "`holo ask shop.holo half --with down.py --with up.py` asks which is right" in done.stdout


def test_a_candidate_that_is_accepted_is_told_where_it_goes(shop: Path) -> None:
    """A verdict alone changes nothing."""
    done = stall.here(shop, "judge", "shop.holo", "half", "down.py")

    assert "copy down.py to build/shop/bodies/shop.half.py and run `holo build shop.holo`" in done.stdout


def test_those_that_behave_alike_are_told_where_one_goes(shop: Path) -> None:
    """One is enough."""
    done = stall.here(shop, "judge", "shop.holo", "half", "shift.py", "down.py", "wrong.py")

    assert "copy shift.py to build/shop/bodies/shop.half.py" in done.stdout


@pytest.mark.parametrize("file", ["down.py", "build/shop/bodies/shop.half.py", "generated/shop/src/shop/half.py"])
def test_what_stands_has_nowhere_to_go(file: str, shop: Path) -> None:
    """Neither the answer itself, nor the package's file, nor another file with the same body."""
    hand_in(shop, "half", BODIES["down"])

    done = stall.here(shop, "judge", "shop.holo", "half", file)

    assert (0, False) == (done.returncode, "help:" in done.stdout)


def test_what_is_rejected_has_nowhere_to_go(shop: Path) -> None:
    """There is nothing to hand in."""
    assert "copy" not in stall.here(shop, "judge", "shop.holo", "half", "wrong.py").stdout


def test_a_rejected_candidate_is_named_by_ask(shop: Path) -> None:
    """It is no question, and not nothing either."""
    done = stall.here(shop, "ask", "shop.holo", "half", "--with", "down.py", "--with", "wrong.py")

    assert done.returncode == 1
    assert "left out wrong.py: not accepted: " in done.stdout
    assert "shop: nothing to ask of what was compared" in done.stdout


def test_a_lone_candidate_is_judged_by_ask(shop: Path) -> None:
    """Even where there is nothing to compare it with."""
    found = stall.answer(shop, "ask", "shop.holo", "half", "--with", "wrong.py")
    fine = stall.here(shop, "ask", "shop.holo", "half", "--with", "down.py")

    assert ["wrong.py"] == [row["file"] for row in found["left_out"]]
    assert (0, False) == (fine.returncode, "left out" in fine.stdout)


def test_what_is_no_python_is_named_by_ask(shop: Path) -> None:
    """A file without any body is left out by name, too."""
    (shop / "slip.py").write_text("def half(n: int) -> int:\n    return (\n", encoding="utf-8")

    done = stall.here(shop, "ask", "shop.holo", "half", "--with", "slip.py")

    assert (1, True) == (done.returncode, "left out slip.py: not accepted: " in done.stdout)


def test_a_question_that_is_open_still_names_what_is_left_out(shop: Path) -> None:
    """Both are said."""
    done = stall.here(shop, "ask", "shop.holo", "half", *"--with down.py --with up.py --with wrong.py".split())

    assert (1, 1) == (done.stdout.count("left out wrong.py"), done.stdout.count("question shop.half-"))


def test_a_strength_that_lacks_a_function_names_it(shop: Path) -> None:
    """What was not measured is why the command fails, not the share of the others."""
    hand_in(shop, "half", BODIES["down"])
    hand_in(shop, "twice", BODIES["double"])
    text = TEXT.replace("ensures abs(2 * result - n) <= 1", "ensures abs(2 * result - n) <= 2")
    (shop / "shop.holo").write_text(text, encoding="utf-8")

    done = stall.here(shop, "strength", "shop.holo", "half", "twice", "--fail-under", "1")

    assert done.returncode == 1
    assert "error not measured: shop.half; of the others strength 100.0 %, 1 % are asked for" in done.stdout


def test_what_strength_has_written_is_to_be_built(shop: Path) -> None:
    """The accepted bodies are not accepted by the new text yet."""
    hand_in(shop, "fee", BODIES["fee"])

    done = stall.here(shop, "strength", "shop.holo", "fee", "--write")

    assert "added to shop.holo:" in done.stdout
    assert "Now `holo build shop.holo`" in done.stdout


def test_weak_says_why(shop: Path) -> None:
    """In a build that judges, in one that remembers, and in the status."""
    hand_in(shop, "shelf", "def shelf(n: int) -> int:\n    return n * n\n")

    for command in ("build", "status"):
        assert "would pass, too" in line_of(stall.here(shop, command, "shop.holo").stdout, "shop.shelf")


def test_weak_names_the_command_that_says_why(shop: Path) -> None:
    """What judging alone has found is remembered as a word, so that who judges anew is named."""
    hand_in(shop, "corner", "def corner(left: bool) -> int:\n    return 1 if left else 2\n")

    found = {command: line_of(stall.here(shop, command, "shop.holo").stdout, "shop.corner") for command in COMMANDS}

    assert ["`holo check` says why" in line for line in found.values()] == [True, True, False]
    assert "passes, too" in found["check"]
