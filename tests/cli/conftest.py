"""What the tests of commands share: one project that is built once, and copied by whoever changes it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.cli import stall

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def stall_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The stall, built from recordings; nobody changes it."""
    folder = stall.make(tmp_path_factory.mktemp("once") / "project")
    stall.record(folder)
    done = stall.here(folder, "build")
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture
def built(stall_once: Path, tmp_path: Path) -> Path:
    """A copy of the built stall, to change at will."""
    return shutil.copytree(stall_once, tmp_path / "project")
