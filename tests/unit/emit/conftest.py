"""The lending project, emitted once into a temporary folder."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from holo.emit.package import package_files
from holo.emit.tests_files import Evidence
from holo.emit.writer import write_files
from tests.unit.emit.lending import BODIES, PROJECT, STORED

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def files() -> dict[str, str]:
    """All files of the package, with all bodies but one."""
    return package_files(PROJECT, BODIES, Evidence(STORED, frozenset(BODIES)))


@pytest.fixture(scope="session")
def written(files: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package on disk; nobody changes it."""
    folder = tmp_path_factory.mktemp("emitted") / "lending"
    write_files(folder, files)
    return folder


@pytest.fixture
def package(written: Path, tmp_path: Path) -> Path:
    """A copy of the package that a test may change."""
    return shutil.copytree(written, tmp_path / "lending")
