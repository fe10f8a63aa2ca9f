"""What the rules of the grammar build: nodes of the tree.

One method a rule, of the rule's name or alias; each takes the values of the rule's symbols in order, None for a
missing one. Nothing here reads the text again, but for names inside one token.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from holo.syntax.build.functions import FunctionRules
from holo.syntax.build.shapes import ShapeRules
from holo.syntax.build.stories import StoryRules

if TYPE_CHECKING:
    from collections.abc import Callable

    from holo.syntax.machine import Values

__all__ = ["Builder"]


class Builder(FunctionRules, ShapeRules, StoryRules):
    """All rules of one file; `problems` are the mistakes that a grammar cannot say."""

    def actions(self) -> _Actions:
        """Return the methods by rule."""
        return _Actions(self)


class _Actions(dict[str, "Callable[[Values], object]"]):
    def __init__(self, builder: Builder) -> None:
        super().__init__()
        self._builder = builder

    def __missing__(self, rule: str) -> Callable[[Values], object]:
        return getattr(self._builder, rule)  # type: ignore[no-any-return]
