"""Holograms with mistakes and what Holo says of them; holograms in any spacing and their canonical form.

`cases/parse`: the first line says what a case shows, the last block what is reported. `cases/format`: `NAME.holo` and,
beside it, `NAME.formatted`.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from holo.source import SourceFile
from holo.syntax.format import format_source
from tests.syntax_support import alike, parsed, said

CASES = Path(__file__).parent / "cases"
MARK = "\n# expect:\n"


@pytest.mark.parametrize("path", sorted((CASES / "parse").glob("*.holo")), ids=lambda path: path.stem)
def test_parse_case(path: Path, update_golden: bool) -> None:  # noqa: FBT001 - a fixture
    """A case reports exactly what its last block says, and every span lies in the text."""
    text, _, block = path.read_text(encoding="utf-8").partition(MARK)
    found = parsed(text + "\n")
    lines = said(found)
    if update_golden:
        path.write_text(text + MARK + "".join(f"# {line}\n" for line in lines), encoding="utf-8")
        return

    assert all(0 <= one.span.start <= one.span.stop <= len(text) + 1 for one in found.diagnostics)
    assert [line.removeprefix("# ") for line in block.splitlines() if line.strip()] == lines


@pytest.mark.parametrize("path", sorted((CASES / "format").glob("*.holo")), ids=lambda path: path.stem)
def test_format_case(path: Path, update_golden: bool) -> None:  # noqa: FBT001 - a fixture
    """A case has its canonical form, which is its own, says the same, and keeps each comment."""
    text = path.read_text(encoding="utf-8")
    out = path.with_suffix(".formatted")
    formatted = format_source(SourceFile("demo.holo", text)).text
    if update_golden:
        out.write_text(formatted, encoding="utf-8")
        return
    before, after = parsed(text).file, parsed(formatted).file

    assert out.read_text(encoding="utf-8") == formatted
    assert formatted == format_source(SourceFile("demo.holo", formatted)).text
    assert alike(before) == alike(after)
    assert sorted(one.text for one in before.comments) == sorted(one.text for one in after.comments)
