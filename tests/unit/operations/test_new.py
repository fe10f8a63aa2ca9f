"""A new project: its name, and what it never touches."""

from __future__ import annotations

from pathlib import Path

import pytest

from holo.errors import HoloError
from holo.operations.new import name_for, new


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        ("jar", "jar"),
        ("My Jar-2", "my_jar_2"),
        ("2nd", "project_2nd"),
        ("class", "project_class"),
        ("typing", "project_typing"),
        ("größe", "gr_e"),
        ("***", "project"),
    ],
)
def test_a_folder_gives_a_name_that_python_takes(folder: str, name: str) -> None:
    """Whatever the folder is called, the hologram's name is an identifier."""
    assert name == name_for(Path(folder))


def test_one_file_in_the_way_and_nothing_is_written(tmp_path: Path) -> None:
    """A folder with files of its own is fine, as long as none of ours is among them."""
    (tmp_path / ".gitignore").write_text("mine", encoding="utf-8")

    with pytest.raises(HoloError):
        new(tmp_path)

    assert [".gitignore"] == [path.name for path in tmp_path.iterdir()]
