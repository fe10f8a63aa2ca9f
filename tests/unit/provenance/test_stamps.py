"""Stamps: nothing changed, or something did."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from holo.provenance import stamps

ROOT = Path(__file__).parents[3]


class Project:
    """One input, one folder of output, and their stamps."""

    def __init__(self, folder: Path, *, by_name: bool = False) -> None:
        """Write the files and keep their stamps."""
        self.source = folder / "a.holo"
        self.output = folder / "generated"
        self.kept = folder / ".holo" / stamps.NAME
        self.source.write_text("one")
        (self.output / "package").mkdir(parents=True)
        (self.output / "package" / "f.py").write_text("x = 1")
        folders = [str(self.output)]
        taken = stamps.take("k", [str(self.source)], () if by_name else folders, folders if by_name else ())
        stamps.keep(str(self.kept), taken)

    def unchanged(self, key: str = "k", *more: str) -> bool:
        """Ask."""
        return stamps.unchanged(str(self.kept), key, [str(self.source), *more])


def _later(path: Path) -> None:
    seen = path.stat()
    os.utime(path, ns=(seen.st_atime_ns, seen.st_mtime_ns + 10_000_000))


@pytest.mark.parametrize("by_name", [False, True])
def test_nothing_changed(tmp_path: Path, by_name: bool) -> None:  # noqa: FBT001  (a parameter of the test)
    """The second run has nothing to do."""
    assert Project(tmp_path, by_name=by_name).unchanged()


def test_another_key_is_another_run(tmp_path: Path) -> None:
    """Other settings, another version."""
    assert not Project(tmp_path).unchanged("other")


def test_another_set_of_inputs_is_another_run(tmp_path: Path) -> None:
    """One file more."""
    assert not Project(tmp_path).unchanged("k", str(tmp_path / "b.holo"))


def test_an_input_that_changed_is_seen(tmp_path: Path) -> None:
    """Also where its length is the same."""
    project = Project(tmp_path)
    project.source.write_text("two")
    _later(project.source)

    assert not project.unchanged()


def test_an_input_that_was_only_touched_has_not_changed(tmp_path: Path) -> None:
    """A checkout moves times, not bytes."""
    project = Project(tmp_path)
    _later(project.source)

    assert project.unchanged()


def test_an_input_that_is_gone_has_changed(tmp_path: Path) -> None:
    """Its stamp was there."""
    project = Project(tmp_path)
    project.source.unlink()

    assert not project.unchanged()


def test_an_input_that_was_never_there_may_stay_away(tmp_path: Path) -> None:
    """A lock, say, in a project without one."""
    absent = str(tmp_path / "holo.lock")
    kept = str(tmp_path / "s.json")
    stamps.keep(kept, stamps.take("k", [absent]))

    before = stamps.unchanged(kept, "k", [absent])
    Path(absent).write_text("{}")

    assert (True, False) == (before, stamps.unchanged(kept, "k", [absent]))


@pytest.mark.parametrize("by_name", [False, True])
@pytest.mark.parametrize("change", ["added", "removed", "renamed", "replaced"])
def test_output_that_came_or_went_is_seen(tmp_path: Path, change: str, by_name: bool) -> None:  # noqa: FBT001  (a parameter of the test)
    """Either way of looking sees it."""
    project = Project(tmp_path, by_name=by_name)
    file = project.output / "package" / "f.py"
    match change:
        case "added":
            (project.output / "g.py").write_text("x")
        case "removed":
            file.unlink()
        case "renamed":
            file.rename(file.with_name("g.py"))
        case "replaced":
            file.with_name("new").write_text("x = 2")
            file.with_name("new").replace(file)
            _later(file.parent)

    assert not project.unchanged()


def test_output_that_was_edited_in_place_is_seen_by_size_and_time(tmp_path: Path) -> None:
    """Somebody's editor writes over files."""
    project = Project(tmp_path)
    file = project.output / "package" / "f.py"
    file.write_text("x = 2")
    _later(file)

    assert not project.unchanged()


def test_names_alone_do_not_see_an_edit_in_place(tmp_path: Path) -> None:
    """Known, and said where it is offered: it looks at no file."""
    project = Project(tmp_path, by_name=True)
    file = project.output / "package" / "f.py"
    with file.open("r+") as stream:
        stream.write("y")

    assert project.unchanged()


def test_what_python_caches_is_no_output(tmp_path: Path) -> None:
    """Whoever imports the package leaves it unchanged."""
    project = Project(tmp_path)
    (project.output / "package" / "__pycache__").mkdir()
    (project.output / "package" / "__pycache__" / "f.pyc").write_text("x")

    assert project.unchanged()


@pytest.mark.parametrize("text", ["", "{", "[]", '{"form": 99}', '{"form": 1}', '"x"', "\xff"])
def test_stamps_that_cannot_be_read_are_no_stamps(tmp_path: Path, text: str) -> None:
    """Then everything is looked at again."""
    project = Project(tmp_path)
    project.kept.write_text(text, "latin-1")

    assert not project.unchanged()


def test_stamps_that_cannot_be_kept_break_nothing(tmp_path: Path) -> None:
    """A read-only project is compiled every time."""
    (tmp_path / "file").write_text("x")

    stamps.keep(str(tmp_path / "file" / "s.json"), stamps.take("k", []))

    assert not stamps.unchanged(str(tmp_path / "file" / "s.json"), "k", [])


def test_nothing_heavy_is_imported() -> None:
    """Neither pathlib nor hashlib nor typing."""
    code = "import sys; from holo.provenance import stamps; stamps.take('k', [], ['.']); print([m for m in ('pathlib', 'hashlib', 'typing', 'pydantic') if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-S", "-c", code], capture_output=True, text=True, check=True, cwd=ROOT / "src"
    )

    assert "[]" == done.stdout.strip()
