"""Holograms with names, kinds and types that are wrong, and what Holo says of them.

Each case is a file under `cases/analyze`: its first line says what it shows, its last block what is reported. One whose
second line is `# code: PATH` describes the code there.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from holo.analysis.analyze import analyze
from holo.analysis.exports import Exports, exports_of
from holo.ir import model as ir
from holo.lowering.lower import lower
from holo.source import SourceFile
from holo.syntax.parse import Parsed, parse

CASES = Path(__file__).parent / "cases" / "analyze"
MARK = "\n# expect:\n"


def read(path: Path) -> tuple[str, list[str]]:
    """Return the hologram of a case and the lines that it expects."""
    text, _, block = path.read_text(encoding="utf-8").partition(MARK)
    return text + "\n", [line.removeprefix("# ") for line in block.splitlines() if line.strip()]


def code_of(text: str) -> str:
    """Return the code that a case describes."""
    second = text.split("\n", 2)[1]
    return second.removeprefix("# code: ") if second.startswith("# code: ") else ""


def used_by(parsed: Parsed) -> dict[str, Exports]:
    """Return the exports of the holograms that a case uses, where they are there."""
    found: dict[str, Exports] = {}
    for item in parsed.file.items:
        path = getattr(getattr(item, "path", None), "text", "")
        if path and (CASES / path).is_file():
            text, _ = read(CASES / path)
            inner = parse(SourceFile(path, text))
            lowered = lower(analyze(inner, used_by(inner), code_of(text)))
            found[path] = exports_of(lowered.hologram, path)
    return found


def said(name: str, text: str) -> tuple[list[str], ir.Hologram]:
    """Return what parsing, analysis and lowering report, as a case writes it, and the IR."""
    source = SourceFile(name, text)
    parsed = parse(source)
    analyzed = analyze(parsed, used_by(parsed), code_of(text))
    lowered = lower(analyzed)
    lines = []
    for one in (*parsed.diagnostics, *analyzed.diagnostics, *lowered.diagnostics):
        assert 0 <= one.span.start <= one.span.stop <= len(text), one
        place = source.position(one.span.start)
        hint = f" ({one.hint})" if one.hint else ""
        lines.append((place, f"{place.line}:{place.column} {one.code.number} {one.message}{hint}"))
    return [line for _, line in sorted(lines)], lowered.hologram


@pytest.mark.parametrize("path", sorted(CASES.glob("*.holo")), ids=lambda path: path.stem)
def test_case(path: Path, update_golden: bool) -> None:  # noqa: FBT001 - a fixture
    """A case reports exactly what its last block says, and its IR is the same bytes each time."""
    text, expected = read(path)

    found, hologram = said(path.name, text)

    if update_golden:
        block = "".join(f"# {line}\n" for line in found) or "# nothing\n"
        path.write_text(text.rstrip("\n") + "\n" + MARK + block, encoding="utf-8")
        return
    assert expected == (found or ["nothing"])
    dumped = hologram.model_dump_json(exclude_defaults=True)
    assert dumped == said(path.name, text)[1].model_dump_json(exclude_defaults=True)
    assert dumped == ir.Hologram.model_validate_json(dumped).model_dump_json(exclude_defaults=True)
