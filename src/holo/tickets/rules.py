"""What every ticket says in the same words, each text with its exact number of tokens.

The numbers let `ticket.check` bound a ticket without the tokenizer; a test counts them again. Each text
begins with no space and no slash and ends with a line end, so that tokens of several texts add up.
"""

from __future__ import annotations

from typing import Final

MAX_LINES: Final = 100
"""Lines that an answer may have."""

MAX_ANSWER: Final = 1000
"""Tokens that an answer may have."""

PAGE: Final = "This page is all there is to know, and all that the function is judged by.\n\n```python\n"
TYPES: Final = "## Contract\n\nThe caller guarantees the argument types.\n"
REQUIRES: Final = "## Contract\n\nThe caller guarantees the argument types, and that each of these is true:\n"
RAISES: Final = "Test these first, from top to bottom; the first that is true must raise exactly this:\n"
OTHERWISE: Final = "Otherwise return a value, here called `result`, for which every line is true:\n"
RETURN: Final = "Return a value, here called `result`, for which every line is true:\n"
OTHERWISE_TASK: Final = "Otherwise return what the task asks for.\n"
RETURN_TASK: Final = "Return what the task asks for.\n"
NOTHING: Final = "Raise nothing.\n\n"
NOTHING_ELSE: Final = "Raise nothing else.\n\n"
CALLS: Final = (
    "`calls(p.f)` is the list of calls made to function `f` of port `p`, in order, each with the arguments as attributes; "
    "a call that raised is in it, too.\n"
)
EXAMPLES: Final = "These hold, too:\n"
NAMES: Final = "## Names that exist already (do not define them again)\n\n```python\n"
MEANINGS: Final = "What functions of the contract mean:\n"
WORDS: Final = "Words:\n"
FENCE: Final = "```\n\n"
ANSWER: Final = (
    "## How to answer\n\n"
    "Reply with exactly one fenced ```python block that holds one top-level definition: the one above, with its signature unchanged. "
    "Beside it no imports, no calls, no second function: helpers go inside. No docstring is needed. "
    f"At most {MAX_LINES} lines and {MAX_ANSWER:,} tokens.\n\n"
    "- Use only the parameters, the names above, Python's builtins and `date datetime time timedelta Decimal Fraction replace`, "
    "all imported already; `replace(record, field=value)` copies a record with changes.\n"
    "- Do not check what the caller guarantees.\n"
    "- Values are frozen: never change an argument or anything inside it (`append`, `sort`, `pop`, `del`, item assignment); build new values.\n"
    "- Return exactly the type that the signature says, inside its limits.\n"
    "- Write the whole general rule: no special cases for the examples, no `pass`, `...`, TODO or `NotImplementedError`.\n"
    "- No classes, decorators, `yield`, `global`, `print`, `getattr` or double underscores.\n"
)
PURE: Final = "- Same arguments, same result: no clock, chance, files, network, printing or global state.\n"
PORTS: Final = (
    "- Reach the outside only by calling functions of the parameters whose type is a `Protocol`: no clock, chance, files, network or printing "
    "of your own. Every call counts. Catch what such a call may raise, unless a line above says that it leaves the function.\n"
)
ASYNC: Final = "- `await` every call of an `async` function.\n"

FIXED: Final[dict[str, int]] = {
    PAGE: 21,
    FENCE: 2,
    TYPES: 10,
    REQUIRES: 18,
    RAISES: 19,
    OTHERWISE: 17,
    RETURN: 16,
    OTHERWISE_TASK: 8,
    RETURN_TASK: 7,
    NOTHING: 3,
    NOTHING_ELSE: 4,
    CALLS: 41,
    EXAMPLES: 5,
    NAMES: 15,
    MEANINGS: 7,
    WORDS: 2,
    ANSWER: 211,
    PURE: 21,
    PORTS: 55,
    ASYNC: 13,
}
"""The tokens of each text above."""
