"""Signs of other languages and keyboards, and what an expression has in their place.

Asked only where something could not be read.
"""

from __future__ import annotations

from typing import Final

__all__ = ["SIGNS", "sign_at"]

_QUOTES: Final = 'Write straight quotes, `"…"`'
SIGNS: Final = {
    "&&": "Write `and`",
    "||": "Write `or`",
    "!": "Write `not`",
    "=>": "Write `>=` to compare, `->` in tables, `not … or …` for an implication",
    "=<": "Write `<=`",
    "<>": "Write `!=`",
    "===": "Write `==`",
    "!==": "Write `!=`",
    ":=": "Write the value where it is used",
    "++": "Write `+ 1`",
    "=": "Write `==` to compare",
    ";": "Leave it out: a line ends by itself",
    ",": "Put several values in brackets",
    "?": "Write `a if condition else b`",
    "≥": "Write `>=`",
    "≤": "Write `<=`",
    "≠": "Write `!=`",
    "→": "Write `->`",
    "×": "Write `*`",  # noqa: RUF001  (the sign that is meant)
    "·": "Write `*`",
    "÷": "Write `/` or `//`",
    "−": "Write `-`",  # noqa: RUF001  (the sign that is meant)
    "–": "Write `-`",  # noqa: RUF001  (the same)
    "∧": "Write `and`",
    "∨": "Write `or`",  # noqa: RUF001  (the same)
    "¬": "Write `not`",
    "∈": "Write `in`",
    "∉": "Write `not in`",
    **dict.fromkeys("“”„«»", _QUOTES),
    **dict.fromkeys("‘’‚", "Write straight quotes, `'…'`"),  # noqa: RUF001  (the same)
    "implies": "Write `not a or b`",
    "xor": "Write `a != b`",
    "\\": "A line breaks inside brackets: put the whole expression in brackets",
}
"""What to write instead, by sign."""


def sign_at(text: str, at: int) -> str:
    """Return the longest of the signs that stands at a place, or nothing."""
    return next((text[at : at + size] for size in (3, 2, 1) if text[at : at + size] in SIGNS), "")
