"""The header: once, first, in a language that this compiler speaks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from holo.codes import Code
from holo.diagnostics.model import Diagnostic
from holo.source import Span
from holo.syntax import tree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from holo.analysis.facts import Facts

LANGUAGE = 1
_VERSION = re.compile(r"\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?")
_LOST = re.compile(r"^hologram\b", re.MULTILINE)


def header(facts: Facts) -> Iterator[Diagnostic]:
    """Report a header that is missing, repeated, not first, or of an unknown language or version."""
    file, text = facts.parsed.file, facts.parsed.source.text
    headers = [item for item in file.items if isinstance(item, tree.Header)]
    if not headers:
        # A header that could not be read has been reported as such.
        if not (facts.parsed.diagnostics and _LOST.search(text)):
            stop = text.find("\n")
            yield Diagnostic(
                Code.BAD_HEADER,
                "The hologram has no header",
                Span(file.path, 0, len(text) if stop < 0 else stop),
                'Begin with `hologram NAME "0.1.0" language 1`',
            )
        return
    first, *others = headers
    if file.items[0] is not first:
        yield Diagnostic(Code.BAD_HEADER, "The header is not the first statement", first.span, "Move it to the top")
    for other in others:
        yield Diagnostic(Code.BAD_HEADER, "The hologram has a second header", other.span, "Remove one of the two")
    if first.language != LANGUAGE:
        yield Diagnostic(
            Code.UNKNOWN_LANGUAGE,
            f"Language {first.language} is unknown to this compiler",
            first.span,
            f"Write `language {LANGUAGE}`",
        )
    if not _VERSION.fullmatch(first.version.text):
        yield Diagnostic(
            Code.BAD_VERSION,
            f"`{first.version.text}` is not a version",
            first.version.span,
            "Write three numbers with dots: `0.1.0`",
        )
