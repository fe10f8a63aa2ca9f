"""Make a project: `holo.toml`, a small hologram that builds, and the files that a repository needs.

Never changes a file that stands: a folder that holds one of them is refused before anything is written.
"""

from __future__ import annotations

import keyword
import re
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from holo import resources
from holo.emit.writer import replace_text
from holo.errors import HoloError

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class NewProject:
    """The name of the new project and the files made, relative to its folder."""

    name: str
    files: tuple[str, ...]


def name_for(folder: Path) -> str:
    """Return a hologram's name for a folder: its own, as far as it can be a Python name."""
    name = re.sub(r"\W+", "_", folder.resolve().name.lower(), flags=re.ASCII).strip("_")
    if not name or not name[0].isalpha() or keyword.iskeyword(name) or name in sys.stdlib_module_names:
        name = f"project_{name}".rstrip("_")
    return name


def new(folder: Path) -> NewProject:
    """Write a new project into a folder, which may exist as long as none of the files does."""
    name = name_for(folder)
    files = {
        "holo.toml": resources.template("project/holo.toml.jinja").render(name=name),
        f"specs/{name}.holo": resources.template("project/spec.holo.jinja").render(name=name),
        ".gitignore": resources.text("templates", "project/gitignore"),
        ".pre-commit-config.yaml": resources.text("templates", "project/pre-commit-config.yaml"),
    }
    if folder.exists() and not folder.is_dir():
        raise HoloError(f"`{folder}` is a file", "Name a folder", "H910")
    standing = [path for path in files if (folder / path).exists()]
    if standing:
        listed = ", ".join(f"`{path}`" for path in standing)
        raise HoloError(f"`{folder}` already holds {listed}", "Name another folder, or move them away", "H910")
    for path, text in files.items():
        replace_text(folder / path, text)
    return NewProject(name, tuple(files))
