"""Docstrings as docs of the language: the whole, its first paragraph, and what must not be read as a reference."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from holo.syntax.literals import prose_literal, string_literal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from holo.lift.model import Doctest

_REFERENCE: Final = re.compile(r"\[\[(?=[^\W_][\w .'-]*\])")
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\x85\u2028\u2029\ud800-\udfff]")
_HEADING: Final = re.compile(r"(?i)[ \t]*(?:doctests?|examples?|usage)[ \t]*:{0,2}[ \t]*")
_RULE: Final = re.compile(r"[ \t]*[-=~^]{3,}[ \t]*")


def plain(doc: str) -> str:
    """Return a docstring as prose: no reference, no triple quote and no control character is in it."""
    text = _CONTROL.sub(" ", doc.replace("\r", "")).replace('"""', "'''")
    return _REFERENCE.sub("[ [", text).strip("\n").rstrip()


def first_paragraph(doc: str) -> str:
    """Return the first paragraph of a doc on one line."""
    return " ".join(plain(doc).strip().partition("\n\n")[0].split())


def is_longer(doc: str) -> bool:
    """Say whether a doc has more than its first paragraph."""
    return "\n\n" in plain(doc).strip()


def written(doc: str, indent: str) -> str:
    """Return a doc as a statement of the language: a string where it is one line, else prose. Empty for none."""
    text = plain(doc).strip()
    if not text:
        return ""
    return string_literal(text) if "\n" not in text else prose_literal(plain(doc), indent)


def head(doc: str) -> str:
    """Return a doc for the end of a head line, with the space before it."""
    text = first_paragraph(doc)
    return f" {string_literal(text)}" if text else ""


def without(doc: str, doctests: Iterable[Doctest]) -> str:
    """Return a docstring without the lines of some of its doctests, and without a heading that has nothing under it."""
    lines = doc.split("\n")
    gone: set[int] = set()
    for one in doctests:
        count = one.source.count("\n") + 1 + (one.want.count("\n") + 1 if one.want else 0)
        gone.update(range(one.line, one.line + count))
    if not gone:
        return doc
    kept = "\n".join(line for number, line in enumerate(lines) if number not in gone)
    kept = re.sub(r"\n[ \t]*```(?:\w+)?[ \t]*\n\s*```[ \t]*(?=\n|$)", "\n", kept)
    return re.sub(r"\n(?:[ \t]*\n){2,}", "\n\n", "\n".join(_headed(kept.split("\n")))).rstrip()


def _headed(lines: list[str]) -> list[str]:
    """Return lines without the headings under which nothing is left."""
    kept: list[str] = []
    skip = -1
    for number, line in enumerate(lines):
        if number == skip:
            continue
        if _HEADING.fullmatch(line):
            ruled = number + 1 < len(lines) and _RULE.fullmatch(lines[number + 1]) is not None
            under = number + 1 + ruled
            rest = [one for one in lines[under:] if one.strip()]
            alone = under >= len(lines) or not lines[under].strip()
            if not rest or (alone and _depth(rest[0]) <= _depth(line) and not rest[0].lstrip().startswith(">>>")):
                skip = number + 1 if ruled else -1
                continue
        kept.append(line)
    return kept


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip())
