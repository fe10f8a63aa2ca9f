"""Made by Holo: the types of `lending.fines`."""

from __future__ import annotations

from typing import Final

from lending.money.types import Cents

# For every day after the due day.
DAILY: Final[Cents] = 20
