"""Recordings: a reply by the hash of its ticket."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from holo.errors import HoloError
from holo.provenance import recordings
from holo.provenance.recordings import Recording

if TYPE_CHECKING:
    from pathlib import Path

REPLY = "Thinking.\n\n---\n\n```python\ndef f():\n    return 1\n```\n"


def test_what_is_recorded_comes_back(tmp_path: Path) -> None:
    """Word for word, lines that look like the front matter included."""
    file = recordings.path(tmp_path, "lending", "lending.f")
    recordings.write(file, Recording("abc", "a model", REPLY))

    assert Recording("abc", "a model", REPLY) == recordings.read(file)


def test_the_form_is_plain(tmp_path: Path) -> None:
    """Two lines of front matter, then the reply."""
    file = tmp_path / "f.md"
    recordings.write(file, Recording("abc", "a\nmodel", "x"))

    assert "---\nticket: abc\nwriter: a model\n---\nx" == file.read_text()


def test_no_file_is_no_recording(tmp_path: Path) -> None:
    """Nothing is recorded yet."""
    assert recordings.read(tmp_path / "f.md") is None


def test_line_ends_of_a_checkout_do_not_matter(tmp_path: Path) -> None:
    """Git may turn them."""
    file = tmp_path / "f.md"
    file.write_bytes(b"---\r\nticket: abc\r\nwriter: w\r\n---\r\nx\r\n")

    assert Recording("abc", "w", "x\n") == recordings.read(file)


@pytest.mark.parametrize("text", ["", "x", "---\nticket: abc\n", "---\nwriter: w\n---\nx", "---\nticket:  \n---\nx"])
def test_another_file_in_its_place_is_said(tmp_path: Path, text: str) -> None:
    """With the form that is expected."""
    file = tmp_path / "f.md"
    file.write_text(text)

    with pytest.raises(HoloError, match="is not a recording"):
        recordings.read(file)


def test_a_file_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    """A folder under its name."""
    with pytest.raises(HoloError, match="cannot be read"):
        recordings.read(tmp_path)
