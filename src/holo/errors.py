"""The one exception for surroundings that are wrong: files, tools, configuration, providers.

Raised at an edge, caught once in `cli`. A faulty hologram is a `Diagnostic` and a faulty candidate a
`Finding`; neither is ever raised.
"""

from __future__ import annotations


class HoloError(Exception):
    """Something outside Holo's control is wrong: `message` says what, `hint` what to do, `code` its number."""

    def __init__(self, message: str, hint: str = "", code: str = "H901") -> None:
        """Keep message, hint and code apart, since each face shows them its own way."""
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.code = code
