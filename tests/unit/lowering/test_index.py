"""The generated index."""

from __future__ import annotations

from typing import TYPE_CHECKING

from holo.analysis.analyze import analyze
from holo.lowering.index import index_of
from holo.lowering.lower import lower
from holo.source import SourceFile
from holo.syntax.parse import parse

if TYPE_CHECKING:
    from holo.ir import model as ir


def hologram(name: str) -> ir.Hologram:
    """Return a small hologram."""
    text = (
        f'hologram {name} "0.1.0" language 1\nconst A: int = 1\nfunction top(a: int) -> int {{ returns a }}\n'
        'package fines "What lateness costs" {\n  function fine(a: int) -> int {\n    "The fine.\\nMore."\n'
        "    returns a\n  }\n}\n"
    )
    return lower(analyze(parse(SourceFile("a.holo", text)), {})).hologram


def test_index_lists_packages_files_and_functions() -> None:
    """Each entry has its id, its kind and its path in the generated package."""
    found = [(one.path, one.kind, one.id) for one in index_of("lending", [hologram("lending"), hologram("money")])]

    assert [
        ("__init__.py", "package", "lending"),
        ("fines/__init__.py", "package", "lending.fines"),
        ("fines/fine.py", "function", "lending.fines.fine"),
        ("money/__init__.py", "package", "money"),
        ("money/fines/__init__.py", "package", "money.fines"),
        ("money/fines/fine.py", "function", "money.fines.fine"),
        ("money/top.py", "function", "money.top"),
        ("money/types.py", "file", "money.types"),
        ("top.py", "function", "lending.top"),
        ("types.py", "file", "lending.types"),
    ] == found


def test_docs_are_one_line() -> None:
    """An entry says its function's first line."""
    docs = {one.id: one.doc for one in index_of("lending", [hologram("lending")])}

    assert "The fine." == docs["lending.fines.fine"]
    assert "What lateness costs" == docs["lending.fines"]
