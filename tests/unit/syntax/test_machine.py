"""The table and the loop that runs it: the same result as Lark's own, with or without the cache."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from lark import Lark, Token

from holo import resources
from holo.syntax import table as tables
from holo.syntax.machine import LISTS, Machine, sync_states

if TYPE_CHECKING:
    from collections.abc import Callable

CASES = Path(__file__).parents[2] / "golden" / "cases" / "format"


class _Shown(dict[str, "Callable[[list[Any]], object]"]):
    def __missing__(self, rule: str) -> Callable[[list[Any]], object]:
        return lambda values: (rule, *(one[1].strip() if _is_token(one) else one for one in values))


def _is_token(value: object) -> bool:
    return isinstance(value, tuple) and len(value) == 2 and isinstance(value[0], int)


def _shown(value: Any) -> object:
    if value is None:
        return None
    if isinstance(value, Token):
        return "" if value.type == "_EOL" else value.strip()
    return (str(value.data), *map(_shown, value.children))


@pytest.mark.parametrize("name", ["language", "constructs", "keywords"])
def test_machine_reads_what_lark_reads(name: str) -> None:
    """Both make the same tree of the same grammar."""
    text = (CASES / f"{name}.holo").read_text(encoding="utf-8")
    text = text[text.index("hologram") :]
    lark = Lark(
        resources.text("grammar", "holo.lark"),
        start="file",
        parser="lalr",
        regex=True,
        keep_all_tokens=True,
        maybe_placeholders=True,
    )
    machine = Machine(_Shown())

    stuck = machine.run(text, 0, len(text))

    assert stuck is None
    assert _shown(lark.parse(text)) == machine.finish()


def test_exact_patterns_read_the_same() -> None:
    """Where brackets are not deep, both kinds of patterns take the same tokens."""
    text = (CASES / "language.holo").read_text(encoding="utf-8")
    quick, exact = Machine(_Shown()), Machine(_Shown(), exact=True)

    assert quick.run(text, 0, len(text)) is None
    assert exact.run(text, 0, len(text)) is None
    assert quick.finish() == exact.finish()


def test_reading_goes_on_behind_every_list() -> None:
    """Each list of statements has its state."""
    assert set(sync_states().values()) == LISTS


def test_table_is_kept_and_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second process finds what the first one made."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    tables.table.cache_clear()
    made = tables.table()
    tables.table.cache_clear()
    monkeypatch.setattr(tables, "_make", None)

    read = tables.table()

    assert made == read
    tables.table.cache_clear()


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"format": 0}', b"\xff\xfe"])
def test_broken_cache_is_made_anew(content: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A cache that was cut off or written by something else is no error."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    tables.table.cache_clear()
    made = tables.table()
    next((tmp_path / "holo").iterdir()).write_bytes(content)
    tables.table.cache_clear()

    assert made == tables.table()
    tables.table.cache_clear()


def test_cache_that_cannot_be_written_costs_only_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a file stands in the way of the folder the table is made each time."""
    (tmp_path / "holo").write_text("in the way", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    tables.table.cache_clear()

    assert tables.table().rules
    tables.table.cache_clear()


def test_reading_with_a_cache_imports_no_parser_generator() -> None:
    """Lark and `regex` cost start-up, and a file without mistakes needs neither."""
    tables.table()
    code = (
        "import sys; from holo.source import SourceFile; from holo.syntax.parse import parse; "
        "parse(SourceFile('a', 'const A: int = 1')); print([one for one in ('lark', 'regex') if one in sys.modules])"
    )

    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

    assert "[]" == said.strip()
