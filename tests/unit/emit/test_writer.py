"""The one writer of files: what it writes, and what it leaves alone."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path
from typing import Never

import pytest

from holo.emit import writer
from holo.emit.writer import MANIFEST, Written, read_manifest, replace_text, write_files
from holo.errors import HoloError

FILES = {"a.py": "a = 1\n", "deep/er/b.py": "b = 1\n"}


def tree(folder: Path) -> dict[str, str]:
    """Return all files of a folder but the manifest."""
    found = (path for path in sorted(folder.rglob("*")) if path.is_file() and path.name != MANIFEST)
    return {path.relative_to(folder).as_posix(): path.read_text() for path in found}


def test_new_folder_is_filled(tmp_path: Path) -> None:
    """All files are written, and the manifest knows them."""
    done = write_files(tmp_path / "out", FILES)

    assert Written(written=("a.py", "deep/er/b.py")) == done
    assert tree(tmp_path / "out") == FILES
    assert set(FILES) == set(read_manifest(tmp_path / "out").files)


def test_only_what_changed_is_written(tmp_path: Path) -> None:
    """A file that is as wanted keeps its time stamp."""
    write_files(tmp_path, FILES)
    os.utime(tmp_path / "a.py", (1, 1))

    done = write_files(tmp_path, {**FILES, "deep/er/b.py": "b = 2\n"})

    assert Written(written=("deep/er/b.py",), unchanged=("a.py",)) == done
    assert (tmp_path / "a.py").stat().st_mtime == 1


def test_second_run_touches_nothing(tmp_path: Path) -> None:
    """Not even the manifest is written when nothing changed."""
    write_files(tmp_path, FILES)
    os.utime(tmp_path / MANIFEST, (1, 1))

    done = write_files(tmp_path, FILES)

    assert Written(unchanged=("a.py", "deep/er/b.py")) == done
    assert (tmp_path / MANIFEST).stat().st_mtime == 1


def test_unwanted_files_go_with_their_folders(tmp_path: Path) -> None:
    """What Holo made and no longer wants is removed, empty folders and Python's cache with it."""
    write_files(tmp_path, FILES)
    (tmp_path / "deep/er/__pycache__").mkdir()
    (tmp_path / "deep/er/__pycache__/b.pyc").write_text("")

    done = write_files(tmp_path, {"a.py": FILES["a.py"]})

    assert done.removed == ("deep/er/b.py",)
    assert not (tmp_path / "deep").exists()


def test_edited_file_is_left_and_reported(tmp_path: Path) -> None:
    """A file that somebody changed since is neither overwritten nor removed."""
    write_files(tmp_path, FILES)
    (tmp_path / "a.py").write_text("mine\n")
    (tmp_path / "deep/er/b.py").write_text("mine too\n")

    done = write_files(tmp_path, {"a.py": "a = 2\n"})

    assert Written(edited=("a.py", "deep/er/b.py")) == done
    assert {"a.py": "mine\n", "deep/er/b.py": "mine too\n"} == tree(tmp_path)
    assert write_files(tmp_path, {"a.py": "a = 2\n"}).edited == ("a.py", "deep/er/b.py")


def test_force_overwrites_edits(tmp_path: Path) -> None:
    """Who asks for it gets the generated text back."""
    write_files(tmp_path, FILES)
    (tmp_path / "a.py").write_text("mine\n")

    done = write_files(tmp_path, FILES, force=True)

    assert done.written == ("a.py",)


def test_edit_that_is_what_is_wanted_is_no_edit(tmp_path: Path) -> None:
    """A hand that wrote the very text that Holo wants has edited nothing."""
    write_files(tmp_path, FILES)
    (tmp_path / "a.py").write_text("a = 2\n")

    done = write_files(tmp_path, {**FILES, "a.py": "a = 2\n"})

    assert done.unchanged == ("a.py", "deep/er/b.py")
    assert write_files(tmp_path, FILES).written == ("a.py",)


def test_deleted_file_is_written_again(tmp_path: Path) -> None:
    """A file that is gone is no edit."""
    write_files(tmp_path, FILES)
    (tmp_path / "a.py").unlink()

    assert write_files(tmp_path, FILES).written == ("a.py",)


def test_strangers_stop_everything(tmp_path: Path) -> None:
    """A file that Holo did not make is never overwritten, and nothing else is written either."""
    (tmp_path / "a.py").write_text("mine\n")

    with pytest.raises(HoloError) as caught:
        write_files(tmp_path, FILES)

    assert "holds files that Holo did not make and would have to overwrite: `a.py`" in caught.value.message
    assert {"a.py": "mine\n"} == tree(tmp_path)


def test_strangers_beside_do_not_matter(tmp_path: Path) -> None:
    """Files that are not in the way stay, and are not counted."""
    (tmp_path / "notes.txt").write_text("mine\n")

    write_files(tmp_path, FILES)
    write_files(tmp_path, {})

    assert {"notes.txt": "mine\n"} == tree(tmp_path)


def test_same_stranger_is_taken_over(tmp_path: Path) -> None:
    """A checkout without its manifest is the same package."""
    write_files(tmp_path, FILES)
    (tmp_path / MANIFEST).unlink()

    done = write_files(tmp_path, FILES)

    assert done.unchanged == ("a.py", "deep/er/b.py")
    assert set(FILES) == set(read_manifest(tmp_path).files)


@pytest.mark.parametrize("stop", range(1, 5))
def test_killed_run_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stop: int) -> None:
    """Wherever a run dies, each file is old or new, and the next run, wanting a third text, knows them all as its own."""
    write_files(tmp_path, FILES)
    real, calls = writer._replace, iter(range(1, 100))

    def dying(target: Path, data: bytes) -> None:
        if next(calls) == stop:
            (target.parent / ".holo-x.tmp").write_bytes(data[:3])
            raise KeyboardInterrupt
        real(target, data)

    monkeypatch.setattr(writer, "_replace", dying)
    with pytest.raises(KeyboardInterrupt):
        write_files(tmp_path, {"a.py": "a = 2\n", "deep/er/b.py": "b = 2\n"})
    monkeypatch.undo()
    assert tree(tmp_path)["a.py"] in {"a = 1\n", "a = 2\n"}

    done = write_files(tmp_path, {"a.py": "a = 3\n", "c.py": "c = 3\n"})

    assert done.edited == ()
    left = {name: text for name, text in tree(tmp_path).items() if not name.endswith(".tmp")}
    assert {"a.py": "a = 3\n", "c.py": "c = 3\n"} == left


def test_full_disk_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk without space leaves the old files whole."""
    write_files(tmp_path, FILES)

    def full(*_: object, **__: object) -> Never:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(HoloError) as caught:
        write_files(tmp_path, {"a.py": "a = 2\n"})
    monkeypatch.undo()

    assert "No space left on device" in caught.value.message
    assert caught.value.hint.startswith("Free some space")
    assert tree(tmp_path) == FILES


def test_folder_that_cannot_be_written_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder without permission is an error with a hint."""

    def refused(*_: object, **__: object) -> Never:
        raise PermissionError(errno.EACCES, "Permission denied", str(tmp_path))

    monkeypatch.setattr(writer, "mkstemp", refused)

    with pytest.raises(HoloError) as caught:
        write_files(tmp_path, FILES)

    assert caught.value.hint.startswith("Make the folder writable")


def test_file_in_place_of_the_folder(tmp_path: Path) -> None:
    """The output folder must not be a file."""
    (tmp_path / "out").write_text("")

    with pytest.raises(HoloError, match="is a file; a folder is needed there"):
        write_files(tmp_path / "out", FILES)


def test_file_in_place_of_a_folder_inside(tmp_path: Path) -> None:
    """Nor may a folder inside it be one."""
    (tmp_path / "deep").write_text("")

    with pytest.raises(HoloError, match="is a file where a folder is needed"):
        write_files(tmp_path, FILES)


def test_folder_in_place_of_a_file(tmp_path: Path) -> None:
    """Where a file is wanted there must be no folder."""
    (tmp_path / "a.py").mkdir()

    with pytest.raises(HoloError, match="is a folder where a file is needed"):
        write_files(tmp_path, FILES)


def test_links_do_not_lead_out(tmp_path: Path) -> None:
    """A link inside the output folder is refused, wherever it leads."""
    (tmp_path / "else").mkdir()
    (tmp_path / "out").mkdir()
    (tmp_path / "out/deep").symlink_to(tmp_path / "else")

    with pytest.raises(HoloError, match="is a link"):
        write_files(tmp_path / "out", FILES)

    assert [] == list((tmp_path / "else").iterdir())


@pytest.mark.parametrize("text", ["", "{", "[]", '{"files": 1}', '{"files": {"a.py": 1}}'])
def test_damaged_manifest_is_said(tmp_path: Path, text: str) -> None:
    """A manifest that cannot be read is no reason to guess."""
    (tmp_path / MANIFEST).write_text(text)

    with pytest.raises(HoloError, match="is damaged"):
        write_files(tmp_path, FILES)


def test_manifest_cannot_point_outside(tmp_path: Path) -> None:
    """A manifest that names files elsewhere does not remove them."""
    (tmp_path / "out").mkdir()
    (tmp_path / "precious").write_text("x")
    rows = {"../precious": "0", str(tmp_path / "precious"): "0"}
    (tmp_path / "out" / MANIFEST).write_text(json.dumps({"manifest": 1, "files": rows}))

    write_files(tmp_path / "out", {}, force=True)

    assert (tmp_path / "precious").exists()


def test_replaced_text_keeps_its_permissions(tmp_path: Path) -> None:
    """A file that only its owner may read stays so."""
    path = tmp_path / "a.holo"
    path.write_text("old")
    path.chmod(0o600)

    replace_text(path, "new")

    assert ("new", 0o600) == (path.read_text(), path.stat().st_mode & 0o777)
    assert [path] == list(tmp_path.iterdir())


def test_replaced_link_still_leads_there(tmp_path: Path) -> None:
    """Writing through a link writes what it leads to."""
    (tmp_path / "real").write_text("old")
    (tmp_path / "link").symlink_to("real")

    replace_text(tmp_path / "link", "new")

    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text() == "new"


def test_folder_is_no_text(tmp_path: Path) -> None:
    """A folder cannot be replaced by a text."""
    with pytest.raises(HoloError, match="cannot be written"):
        replace_text(tmp_path, "new")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"a\r\nb\r\n", b"a\r\nb\r\nc\r\n"),
        (b"\xef\xbb\xbfa\nb\n", b"\xef\xbb\xbfa\nb\nc\n"),
        (b"a\nb\n", b"a\nb\nc\n"),
        (b"a\r\nb\n", b"a\nb\nc\n"),
    ],
    ids=["CRLF", "mark", "plain", "mixed"],
)
def test_a_rewritten_text_keeps_its_line_ends(tmp_path: Path, before: bytes, after: bytes) -> None:
    """A file with one kind of line end keeps it; where there are two there is none to keep."""
    path = tmp_path / "a.holo"
    path.write_bytes(before)

    writer.rewrite_text(path, "a\nb\nc\n")

    assert after == path.read_bytes()


def test_a_text_that_is_gone_is_not_rewritten(tmp_path: Path) -> None:
    """What was there is not known."""
    with pytest.raises(HoloError):
        writer.rewrite_text(tmp_path / "a.holo", "a\n")
