"""Hand edits in a generated package: judged, never overwritten, and told from mere layout; verdicts and tests agree."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.cli import stall

if TYPE_CHECKING:
    from pathlib import Path


def edit(folder: Path, key: str, old: str, new: str) -> bytes:
    """Change a generated body in one place; return the file as it is then."""
    path = stall.generated(folder, key)
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, text
    path.write_text(text.replace(old, new), encoding="utf-8")
    return path.read_bytes()


def states(folder: Path, command: str = "build") -> dict[str, tuple[str, str]]:
    """Run a command and return state and agent of each function."""
    rows = stall.answer(folder, command)["built"]
    return {one["id"]: (one["state"], one["agent"]) for built in rows for one in built["functions"]}


def failing(folder: Path) -> set[str]:
    """Run the tests of the generated package with plain pytest; return the files in which one fails."""
    package = folder / "generated" / "stall"
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-p",
            "no:cacheprovider",
            "-p",
            "no:hypothesispytest",
            "--tb=no",
            "-rfE",
        ],
        cwd=package,
        env=stall.surroundings(folder, PYTHONDONTWRITEBYTECODE="1"),
        capture_output=True,
        text=True,
        timeout=stall.SECONDS,
        check=False,
    )
    lines = [line for line in done.stdout.splitlines() if line.startswith(("FAILED ", "ERROR "))]
    assert bool(lines) == bool(done.returncode), done.stdout
    return {line.split()[1].partition("::")[0].rpartition("/")[2] for line in lines}


def test_a_right_body_by_hand_is_accepted_as_the_hands(built: Path) -> None:
    """A hand's body is judged like any other, stands under its own name, and stays as it was written."""
    after = edit(built, "stall.line.others", "return queue[1:]", "return [*queue][1:]  # mine")

    found = states(built)

    assert ("accepted", "hand") == found["stall.line.others"]
    assert after == stall.generated(built, "stall.line.others").read_bytes()
    assert set() == stall.judged(built)


def test_a_wrong_body_by_hand_is_rejected_with_the_input_and_left_alone(built: Path) -> None:
    """Build and check say what is wrong with it, as often as they are asked, and nobody writes over it."""
    after = edit(built, "stall.line.others", "return queue[1:]", "return queue[2:]")

    first = stall.here(built, "build")
    second = stall.here(built, "build")
    check = stall.here(built, "check", "--offline")

    for done in (first, second, check):
        assert done.returncode == 1
        assert "rejected stall.line.others" in done.stdout
        assert "input:    others([" in done.stdout
        assert "got:      `[]`" in done.stdout
    assert after == stall.generated(built, "stall.line.others").read_bytes()


def test_a_wrong_body_by_hand_is_told_what_can_be_done(built: Path) -> None:
    """Build names the ways out; check, which cannot take any, claims nothing of the package."""
    edit(built, "stall.line.others", "return queue[1:]", "return queue[2:]")

    build = stall.here(built, "build").stdout
    check = stall.here(built, "check").stdout

    assert "`holo accept stall.line.others` if the code is right, `holo restore stall.line.others`" in build
    assert "all else as built" in check
    assert "package and lock as built" not in check


def test_the_readme_does_not_call_a_wrong_body_open(built: Path) -> None:
    """It raises nothing, and is nothing to rely on."""
    edit(built, "stall.line.others", "return queue[1:]", "return queue[2:]")

    stall.here(built, "build")

    text = (built / "generated" / "stall" / "README.md").read_text(encoding="utf-8")
    assert "NotImplementedError" not in text
    assert "- `stall.line.others`" in text.partition("## Not accepted")[2]


def test_check_reports_a_body_that_is_gone(built: Path) -> None:
    """A file that a build would write again is missing from the package."""
    stall.generated(built, "stall.line.others").unlink()

    done = stall.here(built, "check", "--offline")

    assert done.returncode == 1
    assert "differs generated/stall/src/stall/line/others.py" in done.stdout
    assert "package and lock as built" not in done.stdout


def test_a_wrong_body_that_is_mended_stands_again(built: Path) -> None:
    """What was judged before is known: going back asks nobody and changes no byte."""
    before = stall.kept(built)
    edit(built, "stall.line.others", "return queue[1:]", "return queue[2:]")
    stall.here(built, "build")

    edit(built, "stall.line.others", "return queue[2:]", "return queue[1:]")
    done = stall.here(built, "build")

    assert (0, before) == (done.returncode, stall.kept(built))


def test_a_wrong_body_costs_its_callers_nothing(built: Path) -> None:
    """What cannot be judged meanwhile stays where it is, even where no journal and no recording remembers it."""
    before = stall.kept(built)
    shutil.rmtree(built / ".holo")
    shutil.rmtree(built / "recordings")
    shutil.rmtree(built / "build")
    edit(built, "stall.line.others", "return queue[1:]", "return queue[2:]")

    wrong = states(built)
    edit(built, "stall.line.others", "return queue[2:]", "return queue[1:]")
    right = stall.here(built, "build")

    assert ("undecided", "replay") == wrong["stall.line.serve"]
    assert (0, before) == (right.returncode, stall.kept(built))


def test_a_hands_body_is_not_replaced_when_its_contract_changes(built: Path) -> None:
    """A recording that fits the new contract does not push a hand's body aside."""
    edit(built, "stall.line.others", "return queue[1:]", "return [*queue][1:]")
    stall.here(built, "build")
    path = built / stall.SPEC
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("ensures result == queue[1:]", "ensures result == queue[1:][::-1]"), encoding="utf-8")
    before = stall.generated(built, "stall.line.others").read_bytes()

    found = states(built)

    assert ("rejected", "hand") == found["stall.line.others"]
    assert before == stall.generated(built, "stall.line.others").read_bytes()


def test_an_open_body_filled_in_the_package_is_the_hands(tmp_path: Path) -> None:
    """Who writes into the package itself, in place of the open body, is heard before any recording."""
    folder = stall.make(tmp_path / "fresh" / "project")
    stall.here(folder, "build")
    edit(folder, "stall.line.others", 'raise NotImplementedError("`stall.line.others` is open")', "return queue[1:]")
    stall.record(folder)

    found = states(folder)

    assert ("accepted", "hand") == found["stall.line.others"]
    assert ("accepted", "replay") == found["stall.line.first"]


def test_a_hands_body_that_is_no_python_is_rejected(built: Path) -> None:
    """A slip of the hand is a finding, not the end of the run."""
    after = edit(built, "stall.line.others", "return queue[1:]", "return queue[1:")

    found = states(built)

    assert ("rejected", "hand") == found["stall.line.others"]
    assert after == stall.generated(built, "stall.line.others").read_bytes()


def test_layout_and_comments_raise_no_alarm(built: Path) -> None:
    """Check and build see no change where only the looks have changed."""
    edit(built, "stall.line.others", "return queue[1:]", "# all but one\n    return (\n        queue[1:]\n    )")
    edit(built, "stall.line.first", '"""Who is next.', '"""Who is next, in other words.')

    check = stall.here(built, "check", "--offline")

    assert check.returncode == 0, check.stdout
    assert "10 judged, package and lock as built" in check.stdout
    assert set() == stall.judged(built)
    assert "edited" not in stall.here(built, "build").stdout


def test_check_reports_a_file_that_differs(built: Path) -> None:
    """What is generated is held against what a build would write."""
    types = built / "generated" / "stall" / "src" / "stall" / "types.py"
    types.write_text(types.read_text(encoding="utf-8").replace("WAFFLE: Final[int] = 250", "WAFFLE: Final[int] = 1"))
    (built / "generated" / "stall" / "tests" / "test_line_even.py").unlink()

    done = stall.here(built, "check", "--offline")

    assert done.returncode == 1
    assert "differs generated/stall/src/stall/types.py" in done.stdout
    assert "differs generated/stall/tests/test_line_even.py" in done.stdout


def test_check_reports_a_lock_that_does_not_fit(built: Path) -> None:
    """A lock that vouches for something else is reported, function by function."""
    lock = built / "holo.lock"
    data = json.loads(lock.read_text(encoding="utf-8"))
    known = data["functions"]["stall.line.first"]["slice"]
    lock.write_text(lock.read_text(encoding="utf-8").replace(known, "0"), encoding="utf-8")

    done = stall.here(built, "check", "--offline")

    assert (1, True) == (done.returncode, "differs holo.lock: stall.line.first" in done.stdout)


def test_check_writes_nothing(built: Path) -> None:
    """Checking leaves no trace but what it remembers of the hologram for the next time."""
    shutil.rmtree(built / ".holo")
    before = stall.snapshot(built)

    stall.here(built, "check")

    shutil.rmtree(built / ".holo")
    assert before == stall.snapshot(built)


MUTANTS = (
    {
        "stall.prices.price": ("return WAFFLE", "return WAFFLE + 1"),
        "stall.prices.change": ("return paid - total(wares)", "return paid - total(wares) - 1"),
        "stall.line.first": ("return queue[0]", "return queue[-1]"),
        "stall.line.call_out": ("done += 1", "done += 2"),
        "stall.line.odd": ("False if number == 0", "True if number == 0"),
    },
    {
        "stall.prices.price": ("return 180", "return 181"),
        "stall.line.first": ("raise Empty(0)", "raise Empty(1)"),
        "stall.line.others": ("return queue[1:]", "return queue[:-1]"),
        "stall.line.call_out": ("board.write(name)", "board.write(name.strip())"),
        "stall.line.even": ("odd(number - 1)", "not odd(number - 1)"),
    },
    {
        "stall.prices.total": ("return sum(price(ware) for ware in wares)", "return sum(map(price, set(wares)))"),
        "stall.line.serve": ("range(times)", "range(min(times, 3))"),
        "stall.line.call_out": ("continue", "break"),
    },
)
"""Small mistakes, in rounds: what is wrong in one round does not hide another."""


@pytest.mark.parametrize("number", range(len(MUTANTS)))
def test_verdicts_and_generated_tests_say_the_same(number: int, built: Path) -> None:
    """What `check` rejects fails plain pytest, too; and before, nothing fails."""
    calm = failing(built) if number == 0 else set()
    for key, (old, new) in MUTANTS[number].items():
        edit(built, key, old, new)

    found = states(built, "check")
    fails = failing(built)

    assert set() == calm
    assert dict.fromkeys(MUTANTS[number], "rejected") == {key: found[key][0] for key in MUTANTS[number]}
    assert {f"test_{'_'.join(key.split('.')[1:])}.py" for key in MUTANTS[number]} <= fails
