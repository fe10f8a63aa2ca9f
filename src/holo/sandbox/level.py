"""How well a body is walled in, by name, and the layers that make each level.

The child reports which layers stand; this side knows what the names mean. Nothing here can raise a level: the
setting `HOLO_SANDBOX` only ever takes layers away.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from holo.errors import HoloError

if TYPE_CHECKING:
    from collections.abc import Mapping

STRONG = "strong"
GOOD = "good"
WEAK = "weak"
LEVELS = (STRONG, GOOD, WEAK)
"""Best first. Strong: bubblewrap, Landlock and seccomp. Good: seccomp and one of the two. Weak: anything less."""

SETTING = "HOLO_SANDBOX"
"""The variable of the environment that names the best level to use: to see what a lower one does, never to gain one."""


def weakest(first: str, second: str) -> str:
    """Return the worse of two levels; an empty one is no level yet."""
    known = [level for level in (first, second) if level]
    return max(known, key=rank, default="")


def rank(level: str) -> int:
    """Return 0 for the best level; one that is not known is the worst."""
    return LEVELS.index(level) if level in LEVELS else len(LEVELS)


def best_allowed(environ: Mapping[str, str]) -> str:
    """Return the best level that the environment lets Holo use. Raises `HoloError` for a word that is none."""
    wanted = environ.get(SETTING, "") or STRONG
    if wanted not in LEVELS:
        raise HoloError(
            f"`{SETTING}` is {wanted!r}, which is no level of the sandbox",
            f"Use one of {', '.join(LEVELS)}, or unset it",
        )
    return wanted
