"""The workflow for GitHub."""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

from holo.config import Config
from holo.operations.ci import WORKFLOW, github, write

if TYPE_CHECKING:
    from pathlib import Path


def test_the_workflow_is_what_it_says(tmp_path: Path) -> None:
    """YAML that names the three checks, with rights enough to show what they find."""
    made = github(Config(tmp_path, found=True), "pip install 'a: b' # c")
    job = yaml.safe_load(made.text)["jobs"]["holo"]

    steps = [step.get("run", step.get("uses")) for step in job["steps"]]
    assert steps[0].startswith("actions/checkout@")
    assert steps[1].startswith("actions/setup-python@")
    assert "pip install 'a: b' # c" == steps[2]
    assert ["holo fmt --check --format github", "holo drift --format github"] == steps[3:5]
    assert steps[5].startswith("holo check --offline --format sarif > ")
    assert "3.11" == job["steps"][1]["with"]["python-version"]
    assert "write" == yaml.safe_load(made.text)["permissions"]["security-events"]
    assert "defaults" not in job


def test_a_project_inside_a_repository_is_checked_in_its_folder(tmp_path: Path) -> None:
    """The workflow stands at the top, where GitHub looks for it."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "sub dir").mkdir()

    made = github(Config(tmp_path / "sub dir", found=True))

    assert tmp_path / WORKFLOW == made.path
    assert "sub dir" == yaml.safe_load(made.text)["jobs"]["holo"]["defaults"]["run"]["working-directory"]


def test_what_stands_there_is_shown_before_it_is_written_over(tmp_path: Path) -> None:
    """And what is as it would be written is left alone."""
    config = Config(tmp_path, found=True)
    write(github(config))
    assert not github(config).diff
    (tmp_path / WORKFLOW).write_text("mine: 1\n", encoding="utf-8")

    found = github(config)

    assert "mine: 1\n" == found.before
    assert "-mine: 1" in found.diff
