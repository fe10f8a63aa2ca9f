"""The glossary: its words are mentioned, lead to each other, and differ."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from holo.analysis.nearest import did_you_mean
from holo.codes import Code
from holo.diagnostics.model import Diagnostic, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from holo.analysis.facts import Facts
    from holo.syntax import tree

_GAP = re.compile(r"[\s_-]+")


def terms(facts: Facts) -> Iterator[Diagnostic]:
    """Report `see` of unknown terms; warn of terms that nothing mentions and of two that are one."""
    known = facts.table.terms
    if not known:
        return
    text = facts.parsed.source.text.lower()
    plain: dict[str, tree.Term] = {}
    for key, term in known.items():
        for name in term.see:
            if name.text.lower() not in known and name.text.lower() not in facts.table.broken_terms:
                message = f"Term `{name.text}` is not in the glossary"
                yield Diagnostic(Code.UNKNOWN_NAME, message, name.span, did_you_mean(name.text, known))
        bare = _GAP.sub("", key)
        bare = bare[:-1] if bare.endswith("s") and len(bare) > 3 else bare
        if bare in plain:
            message = f"Terms `{plain[bare].name.text}` and `{term.name.text}` are nearly the same"
            yield Diagnostic(Code.SIMILAR_TERMS, message, term.name.span, "Keep one of the two", Severity.WARNING)
        plain.setdefault(bare, term)
        if not _mentioned(text, key, term.span.start, term.span.stop):
            message = f"Term `{term.name.text}` is never mentioned"
            yield Diagnostic(Code.UNUSED_TERM, message, term.name.span, "Use it, or remove it", Severity.WARNING)


def _mentioned(text: str, word: str, start: int, stop: int) -> bool:
    """Return whether a word begins anywhere outside one range; `open_loan` and `loans` mention `loan`."""
    for spelling in {word, word.replace(" ", "_"), word.replace(" ", "")}:
        at = text.find(spelling)
        while at >= 0:
            if not start <= at < stop and (at == 0 or not text[at - 1].isalpha()):
                return True
            at = text.find(spelling, at + 1)
    return False
