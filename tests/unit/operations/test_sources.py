"""Which files a hologram uses, and in which order they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from holo.errors import HoloError
from holo.operations.sources import load

if TYPE_CHECKING:
    from pathlib import Path


def write(folder: Path, **texts: str) -> None:
    """Write holograms by name, with the `use` lines given."""
    for name, text in texts.items():
        (folder / f"{name}.holo").write_text(f'hologram {name} "0.1.0" language 1\n{text}\n', encoding="utf-8")


def test_what_is_used_stands_before_what_uses_it(tmp_path: Path) -> None:
    """The root comes last, and a file that two use comes once."""
    write(tmp_path, a='use "b.holo" as b\nuse "c.holo" as c', b='use "c.holo" as c', c="")

    units = load(tmp_path / "a.holo", tmp_path)

    assert ["c.holo", "b.holo", "a.holo"] == [unit.source.path for unit in units]


def test_a_ring_is_a_fault_of_the_file_that_closes_it(tmp_path: Path) -> None:
    """The way round is kept, for the report."""
    write(tmp_path, a='use "b.holo" as b', b='use "a.holo" as a')

    first, _ = load(tmp_path / "a.holo", tmp_path)

    assert ("cyclic", ("a.holo", "b.holo", "a.holo")) == (first.faults["a.holo"].kind, first.faults["a.holo"].ring)


def test_what_cannot_be_had_is_said_by_kind(tmp_path: Path) -> None:
    """Missing, a folder, or no text: each is a fault of the user's, not the end of the run."""
    write(tmp_path, a='use "no.holo" as x\nuse "folder" as y\nuse "bytes.holo" as z')
    (tmp_path / "folder").mkdir()
    (tmp_path / "bytes.holo").write_bytes(b"\xff\xfe\x00")

    (unit,) = load(tmp_path / "a.holo", tmp_path)

    assert {"no.holo": "missing", "folder": "unreadable", "bytes.holo": "unreadable"} == {
        name: fault.kind for name, fault in unit.faults.items()
    }


def test_a_chain_may_be_longer_than_pythons_stack(tmp_path: Path) -> None:
    """Nothing here calls itself."""
    names = [f"h{number}" for number in range(1500)]
    for name, after in zip(names, [*names[1:], ""], strict=True):
        write(tmp_path, **{name: f'use "{after}.holo" as n' if after else ""})

    units = load(tmp_path / "h0.holo", tmp_path)

    assert len(names) == len(units)


def test_a_missing_root_names_its_neighbours(tmp_path: Path) -> None:
    """The project's own state folder is none of them."""
    write(tmp_path, shop="")
    (tmp_path / ".holo").mkdir()

    with pytest.raises(HoloError) as caught:
        load(tmp_path / "shpo.holo", tmp_path)

    assert "Did you mean `shop.holo`?" == caught.value.hint
