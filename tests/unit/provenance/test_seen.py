"""What the last look saw: which files have other bytes, are gone, or came."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from holo.provenance.seen import Seen, changed, keep, listed, load, stamp, stamps

if TYPE_CHECKING:
    from pathlib import Path


def seen(folder: Path, *inputs: Path) -> Seen:
    """Return what is seen of a folder now."""
    files = stamps(str(folder), listed(str(folder)))
    return Seen("k", "town", {str(one): stamp(str(one)) for one in inputs}, files, {}, {}, [], ["town.f"])


def test_other_bytes_are_told_from_another_time(tmp_path: Path) -> None:
    """Whoever writes a file over with what was there has changed nothing."""
    for name in ("a.py", "b.py", "gone.py"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    known = seen(tmp_path)
    os.utime(tmp_path / "a.py", ns=(1, 1))
    (tmp_path / "b.py").write_text("other", encoding="utf-8")
    (tmp_path / "gone.py").unlink()
    (tmp_path / "come.py").write_text("c", encoding="utf-8")

    assert ({"b.py"}, {"gone.py"}, {"come.py"}) == changed(known, str(tmp_path), listed(str(tmp_path)))
    assert 1 == known.files["a.py"][1]


def test_it_is_believed_under_its_key_and_with_its_inputs_alone(tmp_path: Path) -> None:
    """Another Holo, another lock: all is looked at."""
    lock, kept = tmp_path / "holo.lock", str(tmp_path / ".holo" / "seen.json")
    lock.write_text("1", encoding="utf-8")
    keep(kept, seen(tmp_path, lock, tmp_path / "missing.toml"))

    found = load(kept, "k")
    assert found is not None
    assert ["town.f"] == found.open
    assert load(kept, "other") is None
    lock.write_text("2", encoding="utf-8")
    assert load(kept, "k") is None


def test_a_torn_record_is_none(tmp_path: Path) -> None:
    """Then all is looked at, too."""
    path = tmp_path / "seen.json"
    path.write_text('{"form": 1, "key"', encoding="utf-8")

    assert load(str(path), "k") is None


def test_caches_and_hidden_files_are_not_looked_at(tmp_path: Path) -> None:
    """They are no part of a package."""
    for name in ("src/__pycache__/a.pyc", ".mypy_cache/x.py", "src/a.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("", encoding="utf-8")

    assert ["src/a.py"] == list(listed(str(tmp_path)))
