"""How an evaluation can end without a value.

Three ends and no other: the expression has no value, it needs a body that does not exist, or a called
function raised what it declares.
"""

from __future__ import annotations

__all__ = ["FUEL", "NotComputable", "OutOfFuel", "Raised", "Stopped", "TooDeep", "Undefined"]

FUEL = "needs more than the fuel allowed"


class Stopped(Exception):
    """An evaluation ended without a value; `message` says why, in words for the author."""

    def __init__(self, message: str) -> None:
        """Keep the message where every face of it is read."""
        super().__init__(message)
        self.message = message


class Undefined(Stopped):
    """The expression itself raised, left a contract or ran out of fuel: neither true nor false."""

    def __init__(self, message: str) -> None:
        """Remember whether the message already names the function it happened in."""
        super().__init__(message)
        self.placed = False


class OutOfFuel(Undefined):
    """The expression needs more steps, or makes larger values, than it may."""

    def __init__(self) -> None:
        """Say so in the one sentence."""
        super().__init__(FUEL)
        self.placed = True


class TooDeep(OutOfFuel):
    """Calls nest deeper than they may: fuel of another kind."""

    def __init__(self, message: str) -> None:
        """Say of which function, and how deep."""
        super().__init__()
        self.message = message


class NotComputable(Stopped):
    """The value hangs on the body of `function` (an id), which does not exist yet."""

    def __init__(self, function: str) -> None:
        """Name the function that has no body."""
        super().__init__(f"`{function.rpartition('.')[2]}` has no body yet")
        self.function = function


class Raised(Stopped):
    """A called function raised a declared error: its id or Python name, and the error itself."""

    def __init__(self, error: str, value: object = None) -> None:
        """Keep the error for whoever expects it."""
        name = error.rpartition(".")[2]
        super().__init__(f"raises `{name}`" if value is None else f"raises `{value!r}`")
        self.error = error
        self.value = value
