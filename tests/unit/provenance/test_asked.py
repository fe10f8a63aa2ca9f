"""Questions of agents, one line each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from holo.provenance.asked import NAME, Asked, add, read

if TYPE_CHECKING:
    from pathlib import Path

ONE = Asked("a.f", "s1", "May it be\nempty? “Ja”", "agent 1")


def test_questions_are_read_as_they_were_asked(tmp_path: Path) -> None:
    """In their order, any letters, line ends too."""
    other = Asked("a.g", "s2", "And this?", "agent 2")

    assert add(tmp_path / "new", ONE)
    assert add(tmp_path / "new", other)

    assert (ONE, other) == read(tmp_path / "new")


def test_a_question_is_asked_once(tmp_path: Path) -> None:
    """Whoever asks it again, of the same contract, is told so; of another contract it is a new one."""
    add(tmp_path, ONE)

    assert not add(tmp_path, Asked("a.f", "s1", ONE.question, "somebody else"))
    assert add(tmp_path, Asked("a.f", "s2", ONE.question, "agent 1"))
    assert 2 == len(read(tmp_path))


def test_what_is_no_question_is_passed_over(tmp_path: Path) -> None:
    """A line that was cut off, or that somebody else wrote, hides no other."""
    (tmp_path / NAME).write_bytes(b'{"function": "a.f"\n[1]\n\xff\n{"question": 1}\n')
    add(tmp_path, ONE)

    assert (ONE,) == read(tmp_path)


def test_nothing_was_asked(tmp_path: Path) -> None:
    """A project without questions has none."""
    assert () == read(tmp_path)
