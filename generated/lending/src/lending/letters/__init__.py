"""Telling members"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lending._package import offer

# ruff: noqa: TC004  (these names are offered below, and loaded when they are asked for)
if TYPE_CHECKING:
    from lending.letters.agenda import agenda
    from lending.letters.due_on import due_on
    from lending.letters.late import late
    from lending.letters.letter import letter
    from lending.letters.line import line
    from lending.letters.members import members
    from lending.letters.overdue import overdue
    from lending.letters.remind import remind
    from lending.letters.remind_today import remind_today
    from lending.letters.to_write import to_write

__all__ = [
    "agenda",
    "due_on",
    "late",
    "letter",
    "line",
    "members",
    "overdue",
    "remind",
    "remind_today",
    "to_write",
]

offer(
    __name__,
    {
        "agenda": "lending.letters.agenda",
        "due_on": "lending.letters.due_on",
        "late": "lending.letters.late",
        "letter": "lending.letters.letter",
        "line": "lending.letters.line",
        "members": "lending.letters.members",
        "overdue": "lending.letters.overdue",
        "remind": "lending.letters.remind",
        "remind_today": "lending.letters.remind_today",
        "to_write": "lending.letters.to_write",
    },
)
