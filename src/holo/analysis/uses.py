"""Reports of `use` statements that only the operation can find, since it alone loads files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from holo.analysis.nearest import did_you_mean
from holo.codes import Code
from holo.diagnostics.model import Diagnostic
from holo.syntax import tree

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def missing_use(use: tree.Use, near: Iterable[str] = ()) -> Diagnostic:
    """Return the report of a used file that is not there; `near` are the paths of those that are."""
    hint = did_you_mean(use.path.text, near) or "Write the path from this file's folder"
    return Diagnostic(Code.MISSING_USE, f"There is no file `{use.path.text}`", use.path.span, hint)


def cyclic_use(use: tree.Use, ring: Sequence[str]) -> Diagnostic:
    """Return the report of a `use` that closes a ring; `ring` are the paths on the way, the first again last."""
    way = " uses ".join(f"`{path}`" for path in ring)
    return Diagnostic(
        Code.CYCLIC_USE,
        f"Holograms use each other in a cycle: {way}",
        use.path.span,
        "Move what both need into a third",
    )


def unreadable_use(use: tree.Use, reason: str, hint: str = "") -> Diagnostic:
    """Return the report of a used file that is there and cannot be read."""
    return Diagnostic(Code.UNREADABLE_USE, f"`{use.path.text}` cannot be read: {reason}", use.path.span, hint)


def uses_of(items: Iterable[tree.Declaration]) -> dict[str, tree.Use]:
    """Return the first `use` of each path, by path as written."""
    found: dict[str, tree.Use] = {}
    for item in items:
        if isinstance(item, tree.Use):
            found.setdefault(item.path.text, item)
    return found
