"""What a judgement found, placed in files: for reports that stand beside code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from holo.codes import Code
from holo.diagnostics.render import Placed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from holo.operations.build import Built
    from holo.verify.verdict import Finding


def placed(built: Built, base: Path) -> Iterator[Placed]:
    """Yield what is wrong with a project: findings at the line of the hologram that they break, files that differ."""
    for key, stand in sorted(built.stands.items()):
        for found in stand.findings:
            yield _finding(built, key, found)
    for what in built.differs:
        path, _, key = what.partition(": ")
        message = (
            f"`{key}` in `{path}` is not what a build would write"
            if key
            else f"`{path}` is not what a build would write"
        )
        yield Placed(
            Code.GENERATED_OLD.number, "error", message, path, 1, 1, 1, 1, "`holo drift` says what moved", None, ""
        )
    if built.failure is not None:
        spec = built.compiled.path
        shown = spec.relative_to(base).as_posix() if base in spec.parents else str(spec)
        yield Placed(
            built.failure.code, "error", built.failure.message, shown, 1, 1, 1, 1, built.failure.hint, None, ""
        )


def _finding(built: Built, key: str, found: Finding) -> Placed:
    said = [f"`{key}`: {found.message}"]
    said += [f"{word}: {text}" for word, text in (("input", found.input), ("got", found.got)) if text]
    source = built.compiled.sources.get(found.span.path) if found.span is not None else None
    severity = "error" if found.suspect == "candidate" else "warning"
    if source is None or found.span is None:
        file = next((one.shown for one in built.compiled.files if one.name == key.partition(".")[0]), "")
        return Placed(found.code, severity, "\n".join(said), file, 1, 1, 1, 1, "", None, "")
    first, last = source.position(found.span.start), source.position(found.span.stop)
    return Placed(
        found.code,
        severity,
        "\n".join(said),
        found.span.path,
        first.line,
        first.column,
        last.line,
        last.column,
        "",
        None,
        source.line(first.line),
    )
