"""The words of the language: which begins a statement of which block, and what stands near a misspelt one."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

LATER: Final = frozenset("machine sequence causal command quality phrase rules".split())
"""Declarations whose meaning is not built yet."""

_SHAPES: Final = tuple("type const enum record class error port function law flow".split())
_CLAUSES: Final = tuple("logic uses requires ensures raises example sealed returns table allow".split())

BLOCKS: Final[dict[str, tuple[str, ...]]] = {
    "declarations": (
        *_SHAPES,
        *"hologram use python glossary package failure requirement decision chapter open ticket allow".split(),
        *sorted(LATER),
    ),
    "items": (*_SHAPES, "allow", *sorted(LATER)),
    "terms": ("allow",),
    "members": (),
    "fields": ("invariant", "allow"),
    "port_functions": ("function", "allow"),
    "attributes": ("allow",),
    "clauses": _CLAUSES,
    "flow_clauses": _CLAUSES,
    "rows": ("otherwise",),
    "scenes": ("given", "when", "then", "allow"),
    "remarks": ("rejects",),
}
"""What begins a statement, by list of the grammar."""

NAMED: Final = {
    "declarations": "a hologram",
    "items": "a package",
    "terms": "a glossary",
    "members": "an enum",
    "fields": "a record",
    "port_functions": "a port",
    "attributes": "a class",
    "clauses": "a function",
    "flow_clauses": "a flow",
    "rows": "a table",
    "scenes": "a failure",
    "remarks": "a decision or chapter",
}
"""The blocks in words."""

DECLARATIONS: Final = frozenset(BLOCKS["declarations"])

PLACES: Final = {
    **dict.fromkeys(_CLAUSES, "in a function, law or flow"),
    "invariant": "in a record",
    "otherwise": "in a table",
    "given": "in a failure",
    "when": "in a failure, or after `raises`",
    "then": "in a failure",
    "rejects": "in a decision",
    **dict.fromkeys("hologram use python glossary package chapter decision requirement failure open ticket".split(), "at top level"),
    **dict.fromkeys(_SHAPES, "at top level or in a package"),
    **dict.fromkeys(LATER, "at top level or in a package"),
}  # fmt: skip
"""Where each word belongs, in words."""

_MEANT: Final = {
    "def": "function", "fn": "function", "func": "function", "fun": "function", "method": "function",
    "struct": "record", "model": "record", "interface": "port", "protocol": "port",
    "import": "use", "include": "use", "exception": "error", "module": "package", "namespace": "package",
    "assert": "ensures", "pre": "requires", "post": "ensures", "assume": "requires", "require": "requires",
    "throws": "raises", "throw": "raises", "return": "returns", "test": "example", "otherwhise": "otherwise",
    "else": "otherwise", "constant": "const", "question": "open", "scenario": "failure", "adr": "decision",
    "if": "when",
}  # fmt: skip
"""What other languages call it."""


def nearest(word: str, among: Iterable[str]) -> str:
    """Return the word that was meant, or nothing."""
    known = tuple(among)
    meant = _MEANT.get(word.lower(), "")
    if meant in known:
        return meant
    if word.lower() in known:
        return word.lower()
    close = get_close_matches(word, known, 1, 0.75) if 3 <= len(word) <= 20 else []
    return close[0] if close else ""
