"""Answers in the files of tickets beside bodies that a hand wrote into the package: which of both counts."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.cli import stall

if TYPE_CHECKING:
    from pathlib import Path

KEY = "stall.line.others"
BODY = stall.BODIES[KEY]
HAND = "return list(queue[1:])"
LATER = BODY.replace("queue[1:]", "[*queue[1:]]")
WRONG = BODY.replace("queue[1:]", "queue[2:]")


def answer(folder: Path, text: str) -> None:
    """Write an answer into the file that the ticket names."""
    (folder / "build" / "stall" / "bodies" / f"{KEY}.py").write_text(text, encoding="utf-8")


def state(folder: Path) -> str:
    """Return what `holo status` says of the function."""
    rows = stall.answer(folder, "status")["status"][0]["functions"]
    return next(f"{row['state']} {row['agent']}" for row in rows if row["id"] == KEY)


def body(folder: Path) -> str:
    """Return the generated file of the function."""
    return stall.generated(folder, KEY).read_text(encoding="utf-8")


@pytest.fixture
def refactored(built: Path) -> Path:
    """The stall with an answer that was accepted, and then a hand's harmless change that was accepted."""
    answer(built, BODY)
    path = stall.generated(built, KEY)
    path.write_text(body(built).replace("return queue[1:]", HAND), encoding="utf-8")
    done = stall.here(built, "build")
    assert done.returncode == 0, done.stdout
    return built


def test_what_a_hand_superseded_is_no_answer(refactored: Path) -> None:
    """The accepted body stands, nothing is judged again, and no word says otherwise."""
    assert "accepted hand" == state(refactored)
    assert set() == stall.judged(refactored)
    assert HAND in body(refactored)


def test_a_change_that_holo_accept_took_supersedes_the_answer(built: Path) -> None:
    """Accepting by command is as good as building."""
    answer(built, BODY)
    path = stall.generated(built, KEY)
    path.write_text(body(built).replace("return queue[1:]", HAND), encoding="utf-8")

    done = stall.here(built, "accept", KEY, "--yes")

    assert (0, "accepted hand", set()) == (done.returncode, state(built), stall.judged(built))


def test_an_answer_that_was_changed_since_is_taken(refactored: Path) -> None:
    """Who writes on in the answer file is heard."""
    answer(refactored, LATER)

    before = state(refactored)
    done = stall.here(refactored, "build")

    assert ("stale hand", 0, "accepted files") == (before, done.returncode, state(refactored))
    assert "return [*queue[1:]]" in body(refactored)
    assert set() == stall.judged(refactored)


def test_layout_makes_no_answer_anew(refactored: Path) -> None:
    """A comment in the superseded answer is no other answer."""
    answer(refactored, BODY.replace("    return", "    # all but one\n    return"))

    assert "accepted hand" == state(refactored)


def test_a_wrong_answer_costs_the_hand_nothing(refactored: Path) -> None:
    """What is refused is said, and the hand's body stands."""
    answer(refactored, WRONG)

    done = stall.here(refactored, "build")

    assert done.returncode == 0, done.stdout
    assert f"bodies/{KEY}.py is not taken" in done.stdout
    assert HAND in body(refactored)


def test_no_answer_goes_over_what_holo_did_not_write(refactored: Path) -> None:
    """A hand's comment is in no body: its file stays, and the answer is named."""
    path = stall.generated(refactored, KEY)
    path.write_text(body(refactored).replace("    return", "    # mine\n    return"), encoding="utf-8")
    answer(refactored, LATER)
    before = path.read_bytes()

    done = stall.here(refactored, "build")

    assert (0, before) == (done.returncode, path.read_bytes())
    assert f"bodies/{KEY}.py is not taken: the file in the package is as a hand left it" in done.stdout


def test_a_hand_that_goes_back_supersedes_the_later_answer(refactored: Path) -> None:
    """The very body that stood before an answer was taken may come back by hand, and stays."""
    answer(refactored, LATER)
    stall.here(refactored, "build")
    path = stall.generated(refactored, KEY)
    path.write_text(body(refactored).replace("return [*queue[1:]]", HAND), encoding="utf-8")

    stall.here(refactored, "build")

    assert ("accepted hand", set()) == (state(refactored), stall.judged(refactored))


def test_in_a_clone_the_lock_decides(refactored: Path) -> None:
    """Where nothing remembers what was superseded, the body that the lock vouches for stands."""
    shutil.rmtree(refactored / ".holo")

    assert ("accepted hand", set()) == (state(refactored), stall.judged(refactored))
    assert HAND in body(refactored)


def test_a_record_that_is_torn_is_none(refactored: Path) -> None:
    """Half a record is as good as a clone's."""
    (refactored / ".holo" / "superseded.json").write_text('{"stall', encoding="utf-8")

    assert "accepted hand" == state(refactored)


def test_the_hands_body_stays_when_the_contract_refuses_it_and_the_answer(refactored: Path) -> None:
    """With a new contract both are wrong: the hand's file is still nobody's to overwrite."""
    answer(refactored, LATER)
    spec = refactored / stall.SPEC
    text = spec.read_text(encoding="utf-8")
    spec.write_text(text.replace("ensures result == queue[1:]", "ensures result == queue[1:][::-1]"), encoding="utf-8")
    shutil.rmtree(refactored / "recordings")

    done = stall.here(refactored, "build")

    assert done.returncode == 1
    assert HAND in body(refactored)
