"""A machine that can be cut back to a list of statements, closed, and given what a text lacks.

Knows lists and blocks, and how a declaration's head may look; never what is wrong with a text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from holo.source import Span
from holo.syntax.machine import Machine, sync_states
from holo.syntax.table import table

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from collections.abc import Set as AbstractSet

    from holo.syntax.machine import Values

LOST: Final = -1
"""Where a declaration starts whose head could not be read; it is dropped at the end."""

HEADS: Final = {
    "function": "function lost() -> None {\n",
    "law": "law lost() {\n",
    "flow": "flow lost() -> None {\n",
    "record": "record Lost {\n",
    "class": "class Lost {\n",
    "enum": "enum Lost {\n",
    "port": "port Lost {\n",
    "failure": 'failure Lost "" {\n',
    "decision": 'decision Lost "" {\n',
    "chapter": 'chapter "" {\n',
    "glossary": "glossary {\n",
    "table": "table {\n",
}
"""Heads that stand in for broken ones."""

_PACKAGE = re.compile(r"package[ \t]+([^\W\d]\w*(?:\.[^\W\d]\w*)*)")


class Repairable(Machine):
    """One run in the exact mode, at first before the first declaration."""

    def __init__(self, actions: Mapping[str, Callable[[Values], Any]]) -> None:
        """Stand at the list of declarations."""
        super().__init__(actions, exact=True)
        self._sync = sync_states()
        self.reduce(table().actions[self.stack[-1]]["TYPE"])

    def innermost(self) -> tuple[int, str]:
        """Return how many values the innermost list and what is below it have, and the list's name."""
        for index in range(len(self.stack) - 1, -1, -1):
            if self.stack[index] in self._sync:
                return index, self._sync[self.stack[index]]
        raise AssertionError("The list of declarations is always open")

    def level(self) -> str:
        """Return the name of the innermost list."""
        return self.innermost()[1]

    def pending(self) -> bool:
        """Say whether a statement has begun."""
        return len(self.values) > self.innermost()[0]

    def expected(self) -> AbstractSet[str]:
        """Return the tokens that may come next."""
        return set(table().actions[self.stack[-1]])

    def cut(self, index: int) -> None:
        """Drop what stands above a list."""
        del self.stack[index + 1 :]
        del self.values[index:]

    def put(self, text: str, at: int, index: int) -> bool:
        """Read one token that the text lacks, as if it stood at a place; no, where it cannot stand."""
        size = len(self.values)
        if self.run(text, 0, len(text)) is not None or len(self.values) == index or not _is_token(self.values[-1]):
            if len(self.values) < size:
                self.cut(index)
            return False
        self.values[-1] = (at, text.strip())
        return True

    def put_line_end(self) -> bool:
        """End the statement as if its line ended here; no, where it cannot end."""
        if self.run("\n", 0, 1) is not None:
            return False
        self.settle()
        return not self.pending()

    def begin_lost(self, name: str, index: int) -> bool:
        """Begin a block whose head could not be read, as one that is dropped; no, where it cannot stand."""
        if not self._begin(HEADS[name], index):
            return False
        self.values[index] = (LOST, name)
        return True

    def begin_package(self, text: str, start: int, index: int) -> bool:
        """Begin a package whose head could not be read; what stands in it is kept."""
        given = _PACKAGE.match(text, start)
        if not self._begin(f"package {given.group(1) if given else 'lost'} {{\n", index):
            return False
        self.values[index] = (start, "package")
        if given:
            self.values[index + 1] = (given.start(1), given.group(1))
        else:  # two such packages must not be one
            self.values[index + 1] = (start, f"lost_{start}")
        return True

    def _begin(self, head: str, index: int) -> bool:
        if self.run(head, 0, len(head)) is None and len(self.values) > index:
            return True
        self.cut(index)
        return False

    def close(self, level: str, at: int) -> None:
        """Close blocks, as if their `}` ended at a place, until `level` is the innermost list."""
        for _ in range(8):
            index, name = self.innermost()
            self.cut(index)
            if name in {level, "declarations"}:
                return
            self.put("}", at - 1, index)
            self.run("\n", 0, 1)
            self.settle()

    def open_brace(self, level: str) -> int:
        """Return where the first block opens that is open inside `level`, or -1."""
        base = 0
        for index in range(len(self.stack) - 1, -1, -1):
            if self._sync.get(self.stack[index]) == level:
                base = index
                break
        return next((one[0] for one in self.values[base:] if _is_token(one) and one[1].startswith("{")), -1)

    def begun(self, index: int) -> int:
        """Return where the statement above a list starts, or -1."""
        return _start(self.values[index]) if len(self.values) > index else LOST


def _is_token(value: Any) -> bool:
    return type(value) is tuple and len(value) == 2 and type(value[0]) is int and type(value[1]) is str


def _start(value: Any) -> int:
    """Return where a value starts, of whatever kind it is."""
    if isinstance(value, list):
        return _start(value[0]) if value else LOST
    if isinstance(value, tuple) and not isinstance(value, Span):
        if not value:
            return LOST
        return value[0] if isinstance(value[0], int) else _start(value[0])
    span = getattr(value, "span", None)
    return LOST if span is None else span.start
