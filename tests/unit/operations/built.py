"""A project of one hologram whose bodies were handed in as files, built and accepted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from holo.config import CheckTable, Config, LimitsTable
from holo.operations.build import build
from holo.operations.deep import search
from holo.operations.strength import strength

if TYPE_CHECKING:
    from pathlib import Path

    from holo.operations.deep import Searched
    from holo.operations.strength import Measured

HEAD = 'hologram town "0.1.0" language 1\n'


@dataclass(frozen=True)
class Town:
    """A project whose bodies were handed in as files."""

    folder: Path
    config: Config

    @property
    def spec(self) -> Path:
        """Return the path of the hologram."""
        return self.folder / "town.holo"

    def build(self) -> None:
        """Judge what was handed in, and keep it."""
        built = build(self.spec, self.config, self.folder, lambda *_: None, lambda _: None)
        assert built.complete, [stand.findings for stand in built.stands.values()]

    def measure(self, *names: str, most: int = 60) -> Measured:
        """Return what became of the changes."""
        return strength(self.spec, self.config, self.folder, lambda *_: None, names, most=most, seed=0)

    def search(self, seconds: float = 5.0) -> Searched:
        """Return what a search on symbols comes to."""
        return search(self.spec, self.config, self.folder, lambda *_: None, seconds)


def town(folder: Path, spec: str, inputs: int = 100, **bodies: str) -> Town:
    """Build a project whose judge draws so many inputs."""
    (folder / "town.holo").write_text(HEAD + spec, encoding="utf-8")
    home = folder / "build" / "town" / "bodies"
    home.mkdir(parents=True)
    for name, text in bodies.items():
        (home / f"town.{name}.py").write_text(text, encoding="utf-8")
    config = Config(folder, found=True, check=CheckTable(types="off"), limits=LimitsTable(seconds=0.5, inputs=inputs))
    made = Town(folder, config)
    made.build()
    return made
