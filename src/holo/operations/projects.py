"""Which project a command is about, and which holograms of it.

Reads `holo.toml` alone, and loads nothing of weight.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from holo import config as configs
from holo.errors import HoloError

if TYPE_CHECKING:
    from pathlib import Path

    from holo.config import Config


def governing(specs: tuple[Path, ...], base: Path) -> Config:
    """Return the configuration that governs a command: that of the first hologram named, else of the working folder.

    Without any `holo.toml` the working folder is the project.
    """
    start = (base / specs[0]).parent if specs else base
    found = configs.load(start if start.is_dir() else base)
    return found if found.found else replace(found, root=base)


def allowed(agents: tuple[str, ...], config: Config) -> tuple[str, ...] | None:
    """Return the agents that a command names, in their order; None where it names none.

    Raises `HoloError` for one that `holo.toml` does not allow, or that is not set up.
    """
    for agent in agents:
        if agent not in config.agents.order:
            raise HoloError(
                f"`{agent}` is not among the agents of this project",
                "Add it to `[agents] order` in `holo.toml`",
                "H902",
            )
    if "model" in agents and not config.models:
        raise HoloError("No model is configured", "Add `[models.small]` with `model = ...` to `holo.toml`", "H909")
    return tuple(agent for agent in config.agents.order if agent in agents) or None


def roots(config: Config, specs: tuple[Path, ...], base: Path) -> tuple[Path, ...]:
    """Return the root holograms to work on: those named, else those of `holo.toml`."""
    if specs:
        return tuple(base / spec for spec in specs)
    if not config.found:
        raise HoloError(
            "There is no `holo.toml` here or above", "Name a hologram, or make a project with `holo new DIR`", "H902"
        )
    if not config.project.specs:
        raise HoloError("`holo.toml` names no holograms", 'List them: `[project] specs = ["specs/NAME.holo"]`', "H902")
    return tuple(config.root / spec for spec in config.project.specs)
