"""Made by Holo: time and chance, which come in from outside."""

from __future__ import annotations

from datetime import date, datetime
from typing import Protocol


class Clock(Protocol):
    """What time it is: outside this program."""

    def now(self) -> datetime:
        """The moment of the call."""
        ...

    def today(self) -> date:
        """The day of the call."""
        ...
