"""Replies from a file."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import pytest

from holo.errors import HoloError
from holo.operations.ask import Choice, Reply
from holo.operations.replies import read_replies, taken, without_question

if TYPE_CHECKING:
    from pathlib import Path

FILE = """
"a-1" = "[1, 2]"
"a-2" = { answer = "3" }
"a-3" = { raises = "Poor(1)" }
"a-4" = { requires = "n > 0" }
"a-5" = { either = true }
"a-6" = { skip = true }
"""
ANSWERS = (SimpleNamespace(text="`0`"), SimpleNamespace(text="`Poor(1)` raised"))
QUESTION = cast("Any", SimpleNamespace(id="a-1", answers=ANSWERS))


def test_every_form_is_read(tmp_path: Path) -> None:
    """A string is the answer; a table says what else."""
    file = tmp_path / "answers.toml"
    file.write_text(FILE, encoding="utf-8")

    assert {
        "a-1": Reply(Choice.ANSWER, "[1, 2]"),
        "a-2": Reply(Choice.ANSWER, "3"),
        "a-3": Reply(Choice.RAISES, "Poor(1)"),
        "a-4": Reply(Choice.NEVER, "n > 0"),
        "a-5": Reply(Choice.EITHER),
        "a-6": Reply(Choice.SKIP),
    } == read_replies(file)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('"a-1" = 3', "the reply to `a-1` is none"),
        ('"a-1" = { either = false }', "the reply to `a-1` is none"),
        ('"a-1" = { answer = "1", skip = true }', "the reply to `a-1` is none"),
        ('"a-1" = { anwser = "1" }', "the reply to `a-1` is none"),
        ("a.b = ", "is no TOML"),
    ],
)
def test_what_is_no_reply_is_refused(tmp_path: Path, text: str, message: str) -> None:
    """Before anything is written."""
    file = tmp_path / "answers.toml"
    file.write_text(text, encoding="utf-8")

    with pytest.raises(HoloError, match=message):
        read_replies(file)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    """By its name."""
    with pytest.raises(HoloError, match=r"answers\.toml"):
        read_replies(tmp_path / "answers.toml")


@pytest.mark.parametrize(
    ("text", "number"), [("0", 0), ("`0`", 0), ("Poor(1) raised", 1), ("`Poor(1)` raised", 1), ("2", None)]
)
def test_a_reply_spelt_like_an_answer_takes_it(text: str, number: int | None) -> None:
    """As it is shown, with its marks or without."""
    assert number == taken(QUESTION, Reply(Choice.ANSWER, text)).number


def test_replies_without_a_question_are_named() -> None:
    """They are answered, or the bodies have changed."""
    assert ["b-2"] == without_question(["a-1", "b-2"], [QUESTION])
