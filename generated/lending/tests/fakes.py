"""Made by Holo: ports that record what they are told, for tests.

A call is recorded before a fault is raised. A function that must answer needs a reply first.
"""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any


class Call(SimpleNamespace):
    """One call: its arguments are attributes."""


class Fake:
    """A port that records."""

    def __init__(self) -> None:
        """Begin with no calls, faults or replies."""
        self._calls: dict[str, list[Call]] = {}
        self._faults: dict[str, BaseException] = {}
        self._replies: dict[str, Any] = {}

    def _told(self, _name: str, _answers: bool, **arguments: Any) -> Any:
        self._calls.setdefault(_name, []).append(Call(**arguments))
        if _name in self._faults:
            raise self._faults[_name]
        if _answers and _name not in self._replies:
            raise LookupError(f"`{_name}` has no reply")
        return self._replies.get(_name)


def calls(function: Any) -> list[Call]:
    """Return what a function of a fake was told, in order."""
    fake: Fake = function.__self__
    return fake._calls.get(function.__name__, [])


def fault(function: Any, error: BaseException) -> None:
    """Let every call of a function raise an error."""
    fake: Fake = function.__self__
    fake._faults[function.__name__] = error


def reply(function: Any, value: Any) -> None:
    """Let every call of a function return a value."""
    fake: Fake = function.__self__
    fake._replies[function.__name__] = value


class FakeClock(Fake):
    """Records what `prelude.Clock` is told."""

    def now(self) -> Any:
        return self._told("now", True)

    def today(self) -> Any:
        return self._told("today", True)


class FakePost(Fake):
    """Records what `lending.Post` is told."""

    def send(self, member: Any, text: Any) -> Any:
        return self._told("send", False, member=member, text=text)
