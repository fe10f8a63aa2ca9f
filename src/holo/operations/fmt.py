"""Print holograms in canonical form, in place or for others to write.

A file with errors is left alone and its errors are reported.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

from holo import config
from holo.codes import Code
from holo.diagnostics import Diagnostic
from holo.diagnostics.render import Placed, place_all
from holo.emit.writer import replace_text
from holo.errors import HoloError
from holo.operations import sources
from holo.source import SourceFile, Span, Unreadable, decode

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class FormattedFile:
    """One file before and after; `broken` when it has errors and is therefore left alone."""

    path: str
    before: str
    after: str
    diagnostics: tuple[Placed, ...] = ()
    broken: bool = False

    @property
    def changed(self) -> bool:
        """Say whether the canonical form differs from what stands there."""
        return not self.broken and self.before != self.after

    def diff(self) -> str:
        """Return the unified diff from what stands there to the canonical form."""
        from difflib import unified_diff  # only for `--diff`

        return "".join(
            line if line.endswith("\n") else f"{line}\n"
            for line in unified_diff(
                self.before.splitlines(keepends=True), self.after.splitlines(keepends=True), self.path, self.path
            )
        )


def unformatted(result: FormattedFile) -> Placed:
    """Return the report of a file that is not in its one form, at the first line that differs."""
    pairs = zip_longest(result.before.split("\n"), result.after.split("\n"))
    line = next((number for number, (one, two) in enumerate(pairs, 1) if one != two), 1)
    return Placed(
        Code.NOT_IN_FORM.number,
        "error",
        f"`{result.path}` is not in its one form",
        result.path,
        line,
        1,
        line,
        1,
        f"Run `holo fmt {result.path}`",
        None,
        "",
    )


def format_bytes(data: bytes, shown: str) -> FormattedFile:
    """Format one text that is in memory."""
    from holo.syntax.format import format_source  # Lark is needed from here on

    try:
        source = SourceFile(shown, decode(data))
    except Unreadable as error:
        found = Diagnostic(Code.UNREADABLE, error.reason, Span(shown, 0, 0), error.hint)
        return FormattedFile(shown, "", "", place_all((found,), lambda path: SourceFile(path, "")), broken=True)
    made = format_source(source)
    errors = tuple(one for one in made.diagnostics if one.severity.value == "error")
    rows = place_all(errors, lambda _path: source)
    # CRLF and a byte-order mark are a change too: the canonical form has neither.
    before = data.decode("utf-8")
    return FormattedFile(shown, before, before if errors else made.text, rows, bool(errors))


def format_paths(paths: Iterable[Path], base: Path, *, write: bool) -> tuple[FormattedFile, ...]:
    """Format files, folders of holograms, or all that `holo.toml` names; write those that change if asked."""
    done: list[FormattedFile] = []
    for path in _files(tuple(paths), base):
        shown = sources.shown(path, base)
        try:
            data = path.read_bytes()
        except OSError as error:
            raise HoloError(f"`{shown}` cannot be read: {error.strerror}", "Check the path", "H903") from None
        result = format_bytes(data, shown)
        if result.changed and write:
            replace_text(path, result.after)
        done.append(result)
    return tuple(done)


def _files(paths: tuple[Path, ...], base: Path) -> tuple[Path, ...]:
    if not paths:
        found = config.load(base)
        if not found.project.specs:
            raise HoloError(
                "There is nothing to format",
                "Name a hologram, or list them under `[project] specs` in `holo.toml`",
                "H903",
            )
        roots = [found.root / spec for spec in found.project.specs]
        files = [unit.path for root in roots for unit in sources.load(root, base)]
    else:
        files = []
        for path in paths:
            files += sorted(path.rglob("*.holo")) if path.is_dir() else [path]
    return tuple(dict.fromkeys(Path(os.path.normpath(base / file)) for file in files))
