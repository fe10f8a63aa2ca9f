"""Reads what a model answered, and throws away what is not an answer.

A red flag ends a reply: it is sampled again, never mended by a lenient reader. Whether what is left computes
the right thing is for `verify` to say.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from holo.pycode.body import FormFinding
from holo.tickets import tokens

if TYPE_CHECKING:
    from holo.pycode.rules import FormRules

_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})[ \t]*([^\s`]*)[^`\n]*$")
_PYTHON = frozenset({"python", "py", "python3"})


@dataclass(frozen=True, slots=True)
class Reply:
    """A reply as it was read: `candidate` is the text of its one block, empty where there is none.

    `source` is the function in the form in which bodies are kept, None where a red flag was raised.
    """

    candidate: str
    source: str | None
    flags: tuple[FormFinding, ...]


def read_reply(text: str, rules: FormRules, max_tokens: int) -> Reply:
    """Read a reply to a ticket: one block of Python, one function, within the budget."""
    if not text.strip():
        return _flagged("", "empty", "The reply is empty")
    if tokens.at_most(text) > max_tokens:
        size = tokens.count(text)
        if size > max_tokens:
            said = f"The reply has {size:,} tokens ({tokens.TOKENIZER}); at most {max_tokens:,} are allowed"
            return _flagged("", "size", said)
    found = blocks(text)
    if len(found) != 1:
        said = f"The reply has {len(found)} fenced blocks" if found else "The reply has no fenced block"
        return _flagged("", "blocks", f"{said}; it must have exactly one")
    language, code, closed = found[0]
    if not closed:
        return _flagged(code, "blocks", "The fenced block does not end")
    if language.lower() not in _PYTHON:
        return _flagged(code, "blocks", "The fenced block does not start with ```python")
    return read_candidate(code, rules)


def read_candidate(code: str, rules: FormRules) -> Reply:
    """Judge the form of a candidate, wherever it came from."""
    # LibCST takes 160 ms to load, and a build that finds all bodies standing reads none.
    from holo.pycode.form import check_form

    formed = check_form(code, rules)
    return Reply(code, formed.source, formed.findings)


def blocks(text: str) -> list[tuple[str, str, bool]]:
    """Return the fenced blocks of a text: language, content, and whether the fence is closed."""
    found: list[tuple[str, str, bool]] = []
    fence, language = "", ""
    inside: list[str] = []
    for line in text.replace("\r\n", "\n").split("\n"):
        match = _FENCE.match(line)
        if not fence:
            if match is not None:
                fence, language, inside = match.group(1), match.group(2), []
        elif match is not None and not match.group(2) and match.group(1).startswith(fence):
            found.append((language, "".join(f"{one}\n" for one in inside), True))
            fence = ""
        else:
            inside.append(line)
    if fence:
        found.append((language, "".join(f"{one}\n" for one in inside), False))
    return found


def _flagged(candidate: str, key: str, message: str) -> Reply:
    return Reply(candidate, None, (FormFinding(key, message, 1),))
