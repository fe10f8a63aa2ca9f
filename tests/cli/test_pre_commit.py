"""The hooks of this repository, run by pre-commit itself in a repository of their own: offline, as `repo: local`."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from tests.cli import stall

HOOKS = Path(__file__).parents[2] / ".pre-commit-hooks.yaml"
BIN = Path(sys.executable).parent

if TYPE_CHECKING:
    from collections.abc import Mapping


def git(folder: Path, *words: str) -> str:
    """Run Git; return what it says."""
    done = subprocess.run(
        ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", *words],
        cwd=folder,
        env=surroundings(folder),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def surroundings(folder: Path) -> Mapping[str, str]:
    """Return the environment: caches beside the project, no registry and no configuration of the user."""
    names = {"PRE_COMMIT_HOME": str(folder.parent / "hooks"), "GIT_CONFIG_GLOBAL": os.devnull, "PIP_NO_INDEX": "1"}
    return stall.surroundings(folder, **names, PATH=f"{BIN}{os.pathsep}{os.environ['PATH']}")


def run(folder: Path, hook: str) -> subprocess.CompletedProcess[str]:
    """Run one hook over what is staged."""
    return subprocess.run(
        [str(BIN / "pre-commit"), "run", hook, "--color", "never"],
        cwd=folder,
        env=surroundings(folder),
        capture_output=True,
        text=True,
        timeout=stall.SECONDS,
        check=False,
    )


@pytest.fixture
def staged(built: Path) -> Path:
    """A repository in which all is committed, with the hooks as local ones."""
    hooks: list[dict[str, Any]] = yaml.safe_load(HOOKS.read_text(encoding="utf-8"))
    local = [{**hook, "language": "system", "entry": f"{BIN / 'python'} -m {hook['entry']}"} for hook in hooks]
    settings = {"repos": [{"repo": "local", "hooks": local}]}
    # YAML reads JSON, too.
    (built / ".pre-commit-config.yaml").write_text(json.dumps(settings), encoding="utf-8")
    (built / ".gitignore").write_text(".holo/\nbuild/\n__pycache__/\n", encoding="utf-8")
    git(built, "init", "--quiet")
    git(built, "add", "--all")
    git(built, "commit", "--quiet", "-m", "All")
    return built


def test_hooks_are_whole() -> None:
    """Each has what pre-commit asks for; their names are those that the documentation gives."""
    hooks = yaml.safe_load(HOOKS.read_text(encoding="utf-8"))

    assert ["holo-fmt", "holo-drift", "holo-check-offline"] == [hook["id"] for hook in hooks]
    assert all({"id", "name", "entry", "language"} <= hook.keys() for hook in hooks)
    assert not subprocess.run(
        [str(BIN / "pre-commit"), "validate-manifest", str(HOOKS)], capture_output=True, check=False
    ).returncode


@pytest.mark.parametrize("hook", ["holo-fmt", "holo-drift", "holo-check-offline"])
def test_an_untouched_project_passes(staged: Path, hook: str) -> None:
    """Nothing is staged, or a file that no hook looks at."""
    (staged / "notes.txt").write_text("mine\n", encoding="utf-8")
    git(staged, "add", "notes.txt")

    done = run(staged, hook)

    assert done.returncode == 0, done.stdout + done.stderr


def test_a_wrong_body_is_stopped_with_the_input_that_proves_it(staged: Path) -> None:
    """By the drift of what is staged."""
    path = next(
        one
        for one in (staged / "generated").rglob("src/**/*.py")
        if "    return " in one.read_text("utf-8") and one.name != "types.py" and not one.name.startswith("_")
    )
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("    return ", "    return None and ", 1), encoding="utf-8")
    git(staged, "add", "--all")

    done = run(staged, "holo-drift")

    assert done.returncode == 1
    assert "H802" in done.stdout
    assert "input:" in done.stdout
    assert "not committed yet" in done.stdout
    assert path.relative_to(staged).as_posix() in done.stdout


def test_a_deleted_file_is_seen_although_nobody_passes_it(staged: Path) -> None:
    """Files that are gone are in no list of staged files."""
    path = next(
        one
        for one in (staged / "generated").rglob("src/**/*.py")
        if "def " in one.read_text("utf-8") and not one.name.startswith("_") and one.name != "types.py"
    )
    path.unlink()
    git(staged, "add", "--all")

    assert "H806" in run(staged, "holo-drift").stdout


def test_a_hologram_out_of_form_is_formatted(staged: Path) -> None:
    """And the commit waits for the author to look."""
    path = next(one for one in staged.rglob("*.holo") if one.is_file())
    before = path.read_text(encoding="utf-8")
    path.write_text(f"{before}\n\n\n# the end   \n", encoding="utf-8")
    git(staged, "add", "--all")

    done = run(staged, "holo-fmt")

    assert done.returncode == 1
    assert "files were modified by this hook" in done.stdout


def test_git_says_since_when(staged: Path) -> None:
    """A change that was committed has a day and a name."""
    package = staged / "generated"
    path = next(one for one in package.rglob("README.md"))
    path.write_text(f"{path.read_text(encoding='utf-8')}\nmore\n", encoding="utf-8")
    git(staged, "commit", "--quiet", "-am", "By hand")
    name = git(staged, "log", "-1", "--format=%h").strip()

    found = stall.answer(staged, "drift")["drift"][0]["found"]

    assert ["H810"] == [one["code"] for one in found]
    assert f"as {name}" in found[0]["since"]


def test_restore_finds_the_accepted_body_in_git(staged: Path) -> None:
    """Where neither journal nor recordings have it."""
    for name in (".holo", "recordings", "build"):
        shutil.rmtree(staged / name, ignore_errors=True)
    lock = json.loads((staged / "holo.lock").read_text(encoding="utf-8"))["functions"]
    key = next(one for one, row in lock.items() if row is not None and row["agent"] == "replay")
    path = stall.generated(staged, key)
    before = path.read_bytes()
    path.unlink()

    done = stall.here(staged, "restore", key, "--yes")

    assert done.returncode == 0, done.stdout + done.stderr
    assert "(from Git)" in done.stdout
    assert before == path.read_bytes()
