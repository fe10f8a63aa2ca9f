"""A lift writes its files where nothing stands, says what `holo.toml` needs, and loses nobody's text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from holo import config as configs
from holo.errors import HoloError
from holo.operations.lift import lift

if TYPE_CHECKING:
    from pathlib import Path

    from holo.operations.lift import Lifted


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "app").mkdir()
    (tmp_path / "app" / "__init__.py").write_text(
        '__version__ = "1.4"\n\ndef f(x: int) -> int: ...\n', encoding="utf-8"
    )
    return tmp_path


def run(project: Path, **settings: bool | str) -> Lifted:
    return lift(project / "app", configs.load(project), project, **settings)  # type: ignore[arg-type]  # a test's shorthand


def test_a_new_project_gets_its_settings(project: Path) -> None:
    """What was written governs the next command."""
    made = run(project)

    config = configs.load(project)
    assert made.written
    assert ("specs/app.holo",) == config.project.specs
    assert "app" == config.code("app")
    assert 'hologram app "1.4.0" language 1' in (project / "specs" / "app.holo").read_text(encoding="utf-8")


def test_settings_that_stand_are_not_changed(project: Path) -> None:
    """The lines to put there are said instead, with what is there already."""
    before = '[project]\nspecs = ["specs/other.holo"]\n'
    (project / "holo.toml").write_text(before, encoding="utf-8")

    made = run(project)

    assert before == (project / "holo.toml").read_text(encoding="utf-8")
    assert not made.written
    assert '"specs/other.holo"' in made.settings
    assert 'code = { app = "app" }' in made.settings


def test_a_hologram_that_stands_is_refused_and_kept_when_forced(project: Path) -> None:
    """The author's text is beside the new one, byte by byte."""
    run(project)
    path = project / "specs" / "app.holo"
    edited = path.read_text(encoding="utf-8") + "# mine\n"
    path.write_text(edited, encoding="utf-8")

    with pytest.raises(HoloError, match="stands there already"):
        run(project)
    assert edited == path.read_text(encoding="utf-8")

    made = run(project, force=True)

    assert ("specs/app.holo.old",) == made.kept
    assert edited == (project / "specs" / "app.holo.old").read_text(encoding="utf-8")
    assert "# mine" not in path.read_text(encoding="utf-8")


def test_the_same_lift_twice_changes_nothing(project: Path) -> None:
    """What stands and is the same is in nobody's way."""
    first = run(project).files[0].text

    assert first == run(project).files[0].text


def test_code_outside_the_project_is_refused(project: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """`holo.toml` could not name it."""
    other = tmp_path_factory.mktemp("other")
    (other / "holo.toml").write_text("", encoding="utf-8")

    with pytest.raises(HoloError, match="lies outside the project"):
        lift(project / "app", configs.load(other), other)


def test_nothing_public_is_said_and_nothing_written(project: Path) -> None:
    """The hint says how to describe the rest."""
    (project / "app" / "__init__.py").write_text("def _f(): ...\n", encoding="utf-8")

    with pytest.raises(HoloError) as refused:
        run(project)

    assert "--private" in refused.value.hint
    assert not (project / "specs").exists()
