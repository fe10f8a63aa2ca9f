"""Holo as it is installed: the wheel brings its grammar and its templates along."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.cli import stall

if TYPE_CHECKING:
    from zipfile import ZipFile

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of the repository as it is."""
    from hatchling.builders.wheel import WheelBuilder  # what `pip install .` calls

    folder = tmp_path_factory.mktemp("wheel")
    return Path(next(WheelBuilder(str(ROOT)).build(directory=str(folder))))


def names(archive: ZipFile, below: str) -> set[str]:
    return {name.removeprefix(below) for name in archive.namelist() if name.startswith(below)}


def test_the_wheel_holds_every_file_that_ships(wheel: Path) -> None:
    """Grammar and templates lie in the wheel as they lie in the repository."""
    with zipfile.ZipFile(wheel) as archive:
        for kind in ("grammar", "templates"):
            here = {path.relative_to(ROOT / kind).as_posix() for path in (ROOT / kind).rglob("*") if path.is_file()}

            assert here == names(archive, f"holo/_shipped/{kind}/")


def test_an_installed_holo_builds_a_new_project(wheel: Path, tmp_path: Path) -> None:
    """From the wheel alone, far from the repository, a new project is made and built."""
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    where = str(tmp_path / "site")

    new = stall.holo(tmp_path, "new", "jar", PYTHONPATH=where)
    done = stall.holo(tmp_path / "jar", "build", PYTHONPATH=where)
    home = subprocess.run(
        [sys.executable, "-c", "import holo; print(holo.__file__)"],
        env=stall.surroundings(tmp_path, PYTHONPATH=where),
        capture_output=True,
        text=True,
        check=True,
    )

    assert (0, 0) == (new.returncode, done.returncode), done.stdout + done.stderr
    assert "4 of 4 functions accepted" in done.stdout
    assert home.stdout.startswith(where)
