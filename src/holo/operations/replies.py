"""Replies to questions from a file, for runs in which nobody can be asked.

TOML, one entry a question, by its id. A string is the answer, as an expression of the hologram; a table holds one of
`answer`, `raises`, `requires`, `either` and `skip`.
"""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

from holo.errors import HoloError
from holo.operations.ask import Choice, Reply

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from holo.operations.inquiry import Question

_WORDS = "`answer`, `raises`, `requires`, `either` or `skip`"


def read_replies(path: Path) -> dict[str, Reply]:
    """Return the replies of a file by the id of their question. Raises `HoloError` for what is none."""
    try:
        data = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise HoloError(f"`{path}` cannot be read: {error.strerror}", "Check the path", "H903") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise HoloError(
            f"`{path}` is no TOML: {error}", 'One line a question: `"ID" = "EXPRESSION"`; ids stand in quotes', "H903"
        ) from None
    return {key: _reply(path, key, value) for key, value in data.items()}


def _reply(path: Path, key: str, value: object) -> Reply:
    if isinstance(value, str):
        return Reply(Choice.ANSWER, value)
    match value if isinstance(value, dict) else {}:
        case {"either": True, **rest} if not rest:
            return Reply(Choice.EITHER)
        case {"skip": True, **rest} if not rest:
            return Reply(Choice.SKIP)
        case {"answer": str(text), **rest} if not rest:
            return Reply(Choice.ANSWER, text)
        case {"raises": str(text), **rest} if not rest:
            return Reply(Choice.RAISES, text)
        case {"requires": str(text), **rest} if not rest:
            return Reply(Choice.NEVER, text)
        case _:
            raise HoloError(
                f"`{path}`: the reply to `{key}` is none",
                f'Write `"{key}" = "EXPRESSION"`, or a table with one of {_WORDS}; expressions stand in quotes',
                "H903",
            )


def taken(question: Question, reply: Reply) -> Reply:
    """Return a reply as one of the answers that are shown, where it is spelt like one."""
    if reply.choice is Choice.ANSWER and reply.number is None:
        for number, answer in enumerate(question.answers):
            if reply.text.strip() in {answer.text, answer.text.replace("`", "")}:
                return Reply(Choice.ANSWER, reply.text, number)
    return reply


def without_question(replies: Iterable[str], questions: Iterable[Question]) -> list[str]:
    """Return the ids of replies whose question is not asked any more."""
    asked = {question.id for question in questions}
    return [key for key in replies if key not in asked]
