"""Write the workflow by which a code host checks a project; a file that is there is nobody's to overwrite unseen."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import unified_diff
from typing import TYPE_CHECKING

import holo
from holo import resources
from holo.emit.writer import replace_text
from holo.errors import HoloError

if TYPE_CHECKING:
    from pathlib import Path

    from holo.config import Config

WORKFLOW = ".github/workflows/holo.yml"
PYTHON = "3.11"
INSTALL = f"python -m pip install holo=={holo.__version__}"


@dataclass(frozen=True, slots=True)
class Workflow:
    """A workflow as it would be written: `before` is what stands there, None for nothing; an empty diff changes nothing."""

    path: Path
    shown: str
    before: str | None
    text: str
    diff: str


def github(config: Config, install: str = INSTALL) -> Workflow:
    """Return the workflow for GitHub; `install` is the command that gets Holo. Raises `HoloError` for what cannot be read."""
    top = next((one for one in (config.root, *config.root.parents) if (one / ".git").exists()), config.root)
    inside = config.root.relative_to(top).as_posix()
    folder = "" if inside == "." else f"    defaults:\n      run:\n        working-directory: {_quoted(inside)}\n"
    text = resources.text("templates", "project/github-workflow.yml")
    for mark, value in (("@FOLDER@", folder), ("@PYTHON@", PYTHON), ("@INSTALL@", _quoted(install))):
        text = text.replace(mark, value)
    path = top / WORKFLOW
    try:
        before: str | None = path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        before = None
    except (OSError, UnicodeDecodeError) as error:
        raise HoloError(f"`{WORKFLOW}` cannot be read: {error}", "Move it away", "H903") from None
    lines = unified_diff((before or "").splitlines(keepends=True), text.splitlines(keepends=True), WORKFLOW, WORKFLOW)
    diff = "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)
    return Workflow(path, WORKFLOW if inside == "." else str(path), before, text, diff)


def write(workflow: Workflow) -> None:
    """Write a workflow."""
    replace_text(workflow.path, workflow.text)


def _quoted(text: str) -> str:
    """Return a text as YAML reads it back: plain where that is safe, else in single quotes."""
    plain = all(one.isalnum() or one in " -_./=" for one in text) and text[:1].isalnum() and not text.endswith(" ")
    return text if plain else "'" + text.replace("'", "''") + "'"
