"""`holo doctor`: each layer with what to do about it, keys by name, and one health for all."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from holo.operations import doctor as doctors
from holo.operations.doctor import Health, doctor

if TYPE_CHECKING:
    from pathlib import Path

    from holo.operations.doctor import Doctor, Examined


def _row(found: Doctor, name: str) -> Examined:
    return next(row for row in found.rows if row.name == name)


def test_a_weak_sandbox_counts_and_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The level is named, each layer that is missing with its advice."""
    monkeypatch.setenv("HOLO_SANDBOX", "weak")

    found = doctor(tmp_path, {"HOLO_SANDBOX": "weak"})

    assert "weak" == found.level
    assert Health.WEAK is found.worst
    assert Health.WEAK is _row(found, "level").health
    assert all(_row(found, name).advice for name in ("level", "bubblewrap", "landlock", "seccomp"))


def test_every_layer_is_named_at_every_level(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What stands and what does not are rows alike."""
    for level in ("strong", "good", "weak"):
        monkeypatch.setenv("HOLO_SANDBOX", level)
        names = [row.name for row in doctor(tmp_path, {"HOLO_SANDBOX": level}).rows if row.group == "sandbox"]
        assert ["level", "bubblewrap", "landlock", "seccomp", "privileges", "limits"] == names


def test_bubblewrap_that_is_not_installed_is_no_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is absent, with the command that installs it."""
    monkeypatch.setattr("holo.sandbox.bubblewrap.program", lambda: None)

    row = _row(doctor(tmp_path, {}), "bubblewrap")

    assert Health.ABSENT is row.health
    assert "install" in row.advice or "Linux" in row.advice


def test_bubblewrap_that_is_refused_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The words of the refusal are shown, and what may be switched on."""
    broken = tmp_path / "bwrap"
    broken.write_text("#!/bin/sh\necho 'bwrap: setting up uid map: Permission denied' >&2\nexit 1\n", encoding="utf-8")
    broken.chmod(0o755)
    monkeypatch.setattr("holo.sandbox.bubblewrap.program", lambda: str(broken))

    row = _row(doctor(tmp_path, {}), "bubblewrap")

    assert Health.ABSENT is row.health
    assert "setting up uid map: Permission denied" in row.found
    assert "user namespaces" in row.advice


def test_keys_are_shown_by_name_never_by_value(tmp_path: Path) -> None:
    """A report can be pasted anywhere."""
    found = doctor(tmp_path, {"SOME_API_KEY": "s3cret"})

    assert "SOME_API_KEY" in _row(found, "keys").found
    assert "s3cret" not in repr(found)


def test_a_configuration_that_cannot_be_read_is_wrong(tmp_path: Path) -> None:
    """It is a row, not an end: all else is looked at."""
    (tmp_path / "holo.toml").write_text("[", encoding="utf-8")

    found = doctor(tmp_path, {})

    assert Health.WRONG is _row(found, "holo.toml").health
    assert Health.WRONG is found.worst
    assert found.level


def test_a_hologram_that_is_not_there_is_wrong(tmp_path: Path) -> None:
    """`holo.toml` names it, and a build would fail."""
    (tmp_path / "holo.toml").write_text('[project]\nspecs = ["gone.holo"]\n', encoding="utf-8")

    assert "gone.holo" in _row(doctor(tmp_path, {}), "holo.toml").found


def test_a_model_without_its_key_is_said(tmp_path: Path) -> None:
    """A build that would ask it would find out late."""
    (tmp_path / "holo.toml").write_text('[models.small]\nmodel = "a/b"\napi_key_env = "MINE"\n', encoding="utf-8")

    assert Health.WEAK is _row(doctor(tmp_path, {}), "model small").health
    assert Health.FINE is _row(doctor(tmp_path, {"MINE": "x"}), "model small").health


def test_ruff_that_is_missing_is_wrong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing can be judged without it."""
    monkeypatch.setattr(doctors, "_beside", lambda _: None)

    found = doctor(tmp_path, {})

    assert Health.WRONG is found.worst
    assert "pip install ruff" in _row(found, "ruff").advice


@pytest.mark.parametrize(("level", "code"), [("", 0), ("weak", 1)])
def test_the_command_answers_in_json(
    level: str, code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One object with the level and every row; its exit code is the worst health."""
    from holo.cli.app import group

    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOLO_SANDBOX", level)

    said = group.main(["doctor", "--format", "json"], standalone_mode=False)

    found = json.loads(capsys.readouterr().out)
    if found["level"] != "weak":  # a machine may have no better level to begin with
        assert code == said
    assert {"fine": 0, "weak": 1, "wrong": 2}[found["health"]] == said
    assert {"group", "name", "health", "found", "advice"} == set(found["examined"][0])


def test_a_level_that_is_none_says_what_to_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The advice is that of the fault, and no other."""
    monkeypatch.setenv("HOLO_SANDBOX", "nonsense")

    row = _row(doctor(tmp_path, {"HOLO_SANDBOX": "nonsense"}), "level")

    assert (Health.WRONG, "Use one of strong, good, weak, or unset it") == (row.health, row.advice)


def test_a_level_that_was_asked_for_is_taken_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another machine is of no use where the setting alone makes it weak."""
    monkeypatch.setenv("HOLO_SANDBOX", "weak")

    assert "Unset `HOLO_SANDBOX`" == _row(doctor(tmp_path, {"HOLO_SANDBOX": "weak"}), "level").advice
