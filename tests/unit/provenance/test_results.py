"""What is kept of a measurement, and for how long it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from holo.provenance.results import Results

if TYPE_CHECKING:
    from pathlib import Path

ROW = {"caught": 3}


def test_a_row_is_found_under_its_basis_and_settings(tmp_path: Path) -> None:
    """What was kept comes back, with its settings or with any."""
    Results(tmp_path / "new").keep("a.f", "b", "s", ROW)

    assert ROW == Results(tmp_path / "new").get("a.f", "b", "s") == Results(tmp_path / "new").get("a.f", "b")


def test_another_basis_or_setting_finds_nothing(tmp_path: Path) -> None:
    """What was measured of something else says nothing."""
    kept = Results(tmp_path)
    kept.keep("a.f", "b", "s", ROW)

    assert [None, None, None] == [kept.get("a.f", "c"), kept.get("a.f", "b", "t"), kept.get("a.g", "b")]


def test_a_torn_file_is_no_row(tmp_path: Path) -> None:
    """Nothing rests on what is kept."""
    (tmp_path / "a.f.json").write_text('{"basis": "b", "row"', encoding="utf-8")

    assert Results(tmp_path).get("a.f", "b") is None


def test_a_folder_that_cannot_be_written_is_left_alone(tmp_path: Path) -> None:
    """A file stands where the folder should be."""
    (tmp_path / "taken").write_text("", encoding="utf-8")

    Results(tmp_path / "taken").keep("a.f", "b", "s", ROW)

    assert "" == (tmp_path / "taken").read_text(encoding="utf-8")
