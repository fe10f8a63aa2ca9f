"""Which project a command is about, and who may fill its tickets."""

from __future__ import annotations

from pathlib import Path

import pytest

from holo import config as configs
from holo.errors import HoloError
from holo.operations.projects import allowed, governing, roots


def test_the_project_of_a_named_hologram_governs(tmp_path: Path) -> None:
    """Wherever a command is run, a hologram belongs to the `holo.toml` above it."""
    (tmp_path / "there" / "specs").mkdir(parents=True)
    (tmp_path / "there" / "holo.toml").write_text('[project]\nspecs = ["specs/a.holo"]\n', encoding="utf-8")

    found = governing((Path("there/specs/a.holo"),), tmp_path)

    assert (True, tmp_path / "there") == (found.found, found.root)


def test_without_a_project_the_working_folder_is_one(tmp_path: Path) -> None:
    """What is made of a lone hologram lies where the command was run."""
    (tmp_path / "specs").mkdir()

    found = governing((Path("specs/a.holo"),), tmp_path)

    assert (False, tmp_path) == (found.found, found.root)


def test_roots_are_those_named_or_those_of_the_project(tmp_path: Path) -> None:
    """Names are relative to the working folder, the project's to its own."""
    (tmp_path / "holo.toml").write_text('[project]\nspecs = ["specs/a.holo"]\n', encoding="utf-8")
    config = configs.load(tmp_path)
    inner = tmp_path / "specs"

    assert (inner / "b.holo",) == roots(config, (Path("b.holo"),), inner)
    assert (inner / "a.holo",) == roots(config, (), inner)


def test_without_project_and_names_there_is_nothing_to_do(tmp_path: Path) -> None:
    """The error says what to do."""
    with pytest.raises(HoloError) as caught:
        roots(governing((), tmp_path), (), tmp_path)

    assert "holo new DIR" in caught.value.hint


def test_agents_are_taken_in_the_order_of_the_project(tmp_path: Path) -> None:
    """Whatever the order in which they are named; none named is all."""
    config = configs.Config(tmp_path, found=True)

    assert ("derive", "files") == allowed(("files", "derive"), config)
    assert allowed((), config) is None
