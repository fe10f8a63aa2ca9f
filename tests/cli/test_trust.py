"""What a model wrote is not run where the walls are weak and keys are in the environment: end to end."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.cli import stall
from tests.unit.agents.scripted_server import Line, serving

if TYPE_CHECKING:
    from pathlib import Path

KEY = "stall.line.others"
WEAK = {"HOLO_SANDBOX": "weak", "SOME_API_KEY": "s3cret"}


@pytest.fixture
def recorded(stall_once: Path, tmp_path: Path) -> Path:
    """The stall with all recordings, and nothing built."""
    folder = stall.make(tmp_path / "project")
    shutil.copytree(stall_once / "recordings", folder / "recordings")
    return folder


def test_recordings_are_not_run(recorded: Path) -> None:
    """The build ends with what to do; nothing of a model has been judged, and what the hologram says stands."""
    done = stall.holo(recorded, "build", **WEAK)

    assert 2 == done.returncode
    assert "undecided stall.line.others (a model wrote it, and it is not run here)" in done.stdout
    assert "H911" in done.stderr
    assert "`SOME_API_KEY`" in done.stderr
    assert '`minimum = "weak"`' in done.stderr
    assert "s3cret" not in done.stdout + done.stderr


def test_the_setting_allows_it(recorded: Path) -> None:
    """Whoever trusts the model says so, and everything is built at the level that there is."""
    (recorded / "holo.toml").write_text(f'{stall.CONFIG}\n[sandbox]\nminimum = "weak"\n', encoding="utf-8")

    done = stall.holo(recorded, "build", **WEAK)

    assert 0 == done.returncode, done.stdout + done.stderr


def test_what_stands_is_neither_run_nor_lost(built: Path) -> None:
    """`check` says what it could not judge, with 2 and not with 1; the package is as it was."""
    before = {path: path.read_bytes() for path in (built / "generated").rglob("*.py")}

    done = stall.holo(built, "check", **WEAK)

    assert 2 == done.returncode
    assert "H911" in done.stderr
    assert before == {path: path.read_bytes() for path in (built / "generated").rglob("*.py")}


def test_a_model_is_not_asked_for_what_would_not_be_run(recorded: Path) -> None:
    """Nothing is paid for: no question reaches the provider."""
    (recorded / "recordings" / "stall" / f"{KEY}.md").unlink()
    with serving(Line("never read")) as script:
        table = f'model = "scripted"\napi_base = "{script.base}"\n'
        (recorded / "holo.toml").write_text(f"{stall.CONFIG}\n[models.small]\n{table}", encoding="utf-8")
        done = stall.holo(recorded, "build", **WEAK)
        asked = len(script.asked)

    assert 2 == done.returncode
    assert 0 == asked
    assert "H911" in done.stderr


@pytest.mark.parametrize("words", [("strength",), ("check", "--deep", "--deep-seconds", "1")], ids=["strength", "deep"])
def test_what_stands_is_neither_changed_nor_searched(built: Path, words: tuple[str, ...]) -> None:
    """Measuring a body runs it."""
    done = stall.holo(built, *words, **WEAK)

    assert 2 == done.returncode
    assert "H911" in done.stderr
    assert "caught" not in done.stdout


def test_what_was_not_compared_is_no_answer(built: Path) -> None:
    """That nothing is left to ask cannot be said where no body of a model was run."""
    done = stall.holo(built, "ask", stall.SPEC, **WEAK)

    assert 2 == done.returncode
    assert "not compared: what a model has written, or may have" in done.stdout
    assert "nothing to ask of what was compared" in done.stdout
