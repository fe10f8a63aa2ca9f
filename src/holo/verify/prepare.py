"""Form and lint of candidates: what can be said of a text without running it.

Many candidates cost one Ruff process. What comes back is the text as it is kept, or why it is refused. Runs
nothing of a candidate.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from holo.codes import Code
from holo.ir import prelude
from holo.pycode.form import check_form
from holo.pycode.ruff import format_and_lint
from holo.verify.verdict import Check, Finding, Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from holo.pycode.rules import FormRules

_PRELUDE = frozenset(prelude.PRELUDE_MODULES) | {"Clock", "Random"}

FORM = "form"
LINT = "lint"


@dataclass(frozen=True, slots=True)
class Prepared:
    """One candidate after form and lint: `source` is what is judged and kept, None where it is refused."""

    source: str | None
    checks: tuple[Check, ...]
    findings: tuple[Finding, ...] = ()


def prepare(candidates: Sequence[tuple[str, FormRules]]) -> tuple[Prepared, ...]:
    """Judge form and lint of many texts, each by its own rules."""
    formed = [check_form(text, rules) for text, rules in candidates]
    files = {f"c{at}.py": each.source for at, each in enumerate(formed) if each.source is not None}
    known = {f"c{at}.py": _known(rules) for at, (_, rules) in enumerate(candidates)}
    linted = format_and_lint(files, known)
    prepared = []
    for at, each in enumerate(formed):
        path = f"c{at}.py"
        if each.source is None:
            found = [_finding(Code.BODY_FORM, FORM, one.message, one.line) for one in each.findings]
            prepared.append(_refused(FORM, found))
        elif linted.findings.get(path):
            found = [_finding(Code.BODY_LINT, LINT, one.message, one.line) for one in linted.findings[path]]
            prepared.append(_refused(LINT, found))
        else:
            prepared.append(Prepared(linted.files[path], (_passed(FORM), _passed(LINT))))
    return tuple(prepared)


def _known(rules: FormRules) -> frozenset[str]:
    """Return the words that stand around a body: what it may use, and what Holo imports for its signature."""
    roots = {name.partition(".")[0] for name in rules.names}  # form has judged the whole of `fines.fine`
    return rules.names | roots | rules.modules | _PRELUDE | _words(rules.signature)


def _words(text: str) -> frozenset[str]:
    return frozenset("".join(c if c.isalnum() or c == "_" else " " for c in text).split())


def _finding(code: Code, check: str, message: str, line: int) -> Finding:
    return Finding(code=code.number, check=check, message=message, input=f"line {line} of the body as it was read")


def _passed(name: str) -> Check:
    return Check(name=name, status=Status.PASSED, runs=1)


def _refused(name: str, findings: list[Finding]) -> Prepared:
    refused = Check(name=name, status=Status.FAILED, runs=1, reason=findings[0].message)
    before = (_passed(FORM),) if name == LINT else ()
    return Prepared(None, (*before, refused), tuple(findings))
