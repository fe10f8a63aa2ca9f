"""The heads of described code: the stars and marks among parameters, and what a class inherits from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from holo.syntax import tree
from holo.syntax.build.functions import KEYWORD_ONLY, POSITIONAL_ONLY, VAR_KEYWORD, VAR_POSITIONAL
from holo.syntax.literals import string_literal

if TYPE_CHECKING:
    from collections.abc import Sequence

_STARS: Final = {VAR_POSITIONAL: "*", VAR_KEYWORD: "**"}


def marked(parameters: Sequence[tree.Parameter], texts: list[str]) -> list[str]:
    """Return the texts of parameters with their stars, and with `*` and `/` beside those that need one."""
    found: list[str] = []
    before = ""
    for number, (one, text) in enumerate(zip(parameters, texts, strict=True)):
        said = _STARS.get(one.kind, "") + text
        if one.kind == KEYWORD_ONLY and before not in {KEYWORD_ONLY, VAR_POSITIONAL}:
            said = f"*, {said}"
        after = parameters[number + 1].kind if number + 1 < len(parameters) else ""
        if one.kind == POSITIONAL_ONLY and after != POSITIONAL_ONLY:
            said = f"{said}, /"
        before = one.kind
        found.append(said)
    return found


def class_head(item: tree.Class, doc: str) -> list[tuple[str, int]]:
    """Return the pieces of `class NAME(bases) "doc" {`, each with its place in the source."""
    pieces = [(f"class {item.name.text}{'(' if item.bases else ''}", item.span.start)]
    for number, base in enumerate(item.bases):
        said = base.text if isinstance(base, tree.Name) else string_literal(base.text)
        end = "," if number < len(item.bases) - 1 else ""
        pieces.append((f"{' ' if number else ''}{said}{end}", base.span.start))
    at = item.doc.span.start if item.doc is not None else pieces[-1][1] + 1
    return [*pieces, (f"{')' if item.bases else ''}{doc} {{", at)]
