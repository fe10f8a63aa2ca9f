"""What this machine and this project give Holo: the sandbox layer by layer, tools, keys by name, folders.

Changes nothing; starts one server, as every judgement does. What is missing is said with what to do about it.
"""

from __future__ import annotations

import importlib.util
import os
import platform
import shutil
import sys
from dataclasses import dataclass
from enum import Enum
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

from holo import __version__
from holo import config as configs
from holo.analysis.types import find_ty
from holo.config import Config
from holo.errors import HoloError
from holo.operations.compile import cache_folder
from holo.operations.trust import keys, named_keys, refusal
from holo.sandbox import bubblewrap
from holo.sandbox.level import LEVELS, SETTING, WEAK
from holo.sandbox.pool import Pool

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MIN_PYTHON = (3, 11)


class Health(Enum):
    """How one thing is. Only `WEAK` and `WRONG` count against the machine."""

    FINE = "fine"
    ABSENT = "absent"  # and not needed
    WEAK = "weak"  # Holo works, and less well walled in than it should be
    WRONG = "wrong"  # Holo does not work


@dataclass(frozen=True, slots=True)
class Examined:
    """One thing that was looked at: `found` is what there is, `advice` what to do where it is not fine."""

    group: str
    name: str
    health: Health
    found: str
    advice: str = ""


@dataclass(frozen=True, slots=True)
class Doctor:
    """All that was looked at; `level` is that of the sandbox, empty where no process could be started."""

    level: str
    layers: tuple[str, ...]
    rows: tuple[Examined, ...]

    @property
    def worst(self) -> Health:
        """Return the worst health of all."""
        found = {row.health for row in self.rows}
        return next((health for health in (Health.WRONG, Health.WEAK) if health in found), Health.FINE)


def doctor(base: Path, environ: Mapping[str, str]) -> Doctor:
    """Look at everything, from one folder. Never raises for what is wrong: that is what it is asked for."""
    config, wrong = _config(base)
    try:
        with Pool(1) as pool:
            level, *layers = pool.layers() or ("",)
            refused = refusal(config, pool, environ) if level else None
        started = "" if level else "no body could be run: the server does not answer"
        advice = "Look at the limits on processes (`ulimit -u`), and at what may be started here"
    except HoloError as error:
        level, layers, refused, started, advice = "", [], None, error.message, error.hint
    rows = [*_sandbox(level, layers, (started, advice), environ), *_tools(), *_project(base, config, wrong)]
    rows += [_keys(config, environ, refused), *_models(config, environ)]
    return Doctor(level, tuple(layers), tuple(rows))


# -- the sandbox --------------------------------------------------------------------------------------


def _sandbox(level: str, layers: list[str], wrong: tuple[str, str], environ: Mapping[str, str]) -> Iterator[Examined]:
    """Yield what stands around a body; `wrong` is why none could be run, and what to do."""
    if not level:
        yield Examined("sandbox", "level", Health.WRONG, *wrong)
        return
    held = environ.get(SETTING, "")
    said = {
        "strong": "namespaces, files and system calls are closed",
        "good": "files and system calls are closed",
        "weak": "limits alone: a body could read your files and use the network",
    }
    advice = (
        f"Unset `{SETTING}`"
        if held == WEAK
        else "Judge only bodies that you would run yourself; or run Holo on Linux 5.13 or later, in a virtual machine say"
    )
    yield Examined(
        "sandbox",
        "level",
        Health.WEAK if level == WEAK else Health.FINE,
        f"{level}: {said[level]}" + (f" (`{SETTING}` is {held!r})" if held else ""),
        advice if level == WEAK else "",
    )
    asked = held in LEVELS and held != LEVELS[0]
    yield _bubblewrap(layers, held if asked else "")
    for name, stands, absent in (
        (
            "landlock",
            "files outside the standard library are closed",
            "Linux 5.13 or later has it, where it is switched on",
        ),
        (
            "seccomp",
            "all system calls but those that a computation needs are refused",
            "Linux on x86-64 and aarch64 has it",
        ),
        ("privileges", "none can be gained", "Linux has it"),
    ):
        if name in layers:
            yield Examined("sandbox", name, Health.FINE, stands)
        elif held == WEAK and name != "privileges":
            yield Examined("sandbox", name, Health.ABSENT, f"left out: `{SETTING}` is {held!r}", f"Unset `{SETTING}`")
        else:
            system = f"{platform.system()} {platform.release()} on {platform.machine()} does not give it"
            yield Examined("sandbox", name, Health.ABSENT, system, absent)
    yield Examined("sandbox", "limits", Health.FINE, "processor time, memory, files, processes")


def _bubblewrap(layers: list[str], held: str) -> Examined:
    if "bubblewrap" in layers:
        return Examined(
            "sandbox", "bubblewrap", Health.FINE, "no other process, no network, no file but the standard library"
        )
    if held:
        return Examined(
            "sandbox", "bubblewrap", Health.ABSENT, f"left out: `{SETTING}` is {held!r}", f"Unset `{SETTING}`"
        )
    program = bubblewrap.program()
    if program is None:
        linux = sys.platform.startswith("linux")
        advice = "Install it: `apt-get install bubblewrap`, `dnf install bubblewrap`" if linux else "Linux alone has it"
        return Examined("sandbox", "bubblewrap", Health.ABSENT, "`bwrap` is not installed", advice)
    why = bubblewrap.refusal(program) or "it works by itself, and not around the server"
    advice = (
        "Allow unprivileged user namespaces: `sysctl kernel.unprivileged_userns_clone=1`, "
        "`sysctl kernel.apparmor_restrict_unprivileged_userns=0`; a container needs `--security-opt seccomp=unconfined`"
    )
    return Examined("sandbox", "bubblewrap", Health.ABSENT, f"`{program}` is refused: {why}", advice)


# -- tools --------------------------------------------------------------------------------------------


def _tools() -> Iterator[Examined]:
    version = platform.python_version()
    enough = sys.version_info >= MIN_PYTHON
    yield Examined("tools", "holo", Health.FINE, __version__)
    yield Examined(
        "tools",
        "python",
        Health.FINE if enough else Health.WRONG,
        f"{version} at {sys.executable}",
        "" if enough else "Holo needs Python 3.11 or later",
    )
    ruff = _beside("ruff")
    yield Examined(
        "tools",
        "ruff",
        Health.FINE if ruff else Health.WRONG,
        f"{_version('ruff')} at {ruff}" if ruff else "not found",
        "" if ruff else "Install it: `pip install ruff`",
    )
    ty = find_ty()
    yield Examined(
        "tools",
        "ty",
        Health.FINE if ty else Health.ABSENT,
        f"{_version('ty')} at {ty}" if ty else "not found: expressions are checked without it",
        "" if ty else "For a second opinion on types: `pip install ty`",
    )
    git = shutil.which("git")
    yield Examined(
        "tools", "git", Health.FINE if git else Health.ABSENT, git or "not found; nothing that is built needs it"
    )
    model = importlib.util.find_spec("litellm") is not None
    yield Examined(
        "tools",
        "litellm",
        Health.FINE if model else Health.ABSENT,
        _version("litellm") if model else "not found: no model can be asked",
        "" if model else "Install it: `pip install litellm`",
    )


def _beside(name: str) -> str | None:
    beside = Path(sys.executable).parent
    return shutil.which(name, path=str(beside)) or shutil.which(name)


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "of unknown version"


# -- the project --------------------------------------------------------------------------------------


def _config(base: Path) -> tuple[Config, HoloError | None]:
    try:
        return configs.load(base), None
    except HoloError as error:
        return Config(root=base, found=False), error


def _project(base: Path, config: Config, wrong: HoloError | None) -> Iterator[Examined]:
    if wrong is not None:
        yield Examined("project", "holo.toml", Health.WRONG, wrong.message, wrong.hint)
        return
    if config.found:
        missing = [name for name in config.project.specs if not (config.root / name).is_file()]
        shown = _short(config.root / configs.NAME, base)
        holograms = f"{shown}, {len(config.project.specs)} holograms"
        yield Examined(
            "project",
            "holo.toml",
            Health.WRONG if missing else Health.FINE,
            f"{shown} names {missing[0]}, which is not there" if missing else holograms,
            "Mend `[project] specs`" if missing else "",
        )
    else:
        hint = "A hologram can be named; `holo new DIR` makes a project"
        yield Examined("project", "holo.toml", Health.ABSENT, "none here or above", hint)
    lock = config.root / "holo.lock"
    yield Examined(
        "project", "lock", Health.FINE, _short(lock, base) if lock.is_file() else "none yet: nothing has been built"
    )
    if config.found:
        yield _folder("state", config.root / ".holo", base, "journal and cache")
        yield _folder("generated", config.root / config.project.generated, base, "verified packages")
    else:
        yield _folder("cache", cache_folder(config, base), base, "what compiling finds; there is no journal")


def _folder(name: str, folder: Path, base: Path, what: str) -> Examined:
    """Look whether a folder can be written to, or made."""
    there = next(place for place in (folder, *folder.parents) if place.exists())
    fine = there.is_dir() and os.access(there, os.W_OK | os.X_OK)
    shown = _short(folder, base)
    made = "" if folder.exists() else ", to be made"
    if fine:
        return Examined("project", name, Health.FINE, f"{shown} ({what}{made})")
    # A cache can be done without.
    health = Health.WEAK if name == "cache" else Health.WRONG
    return Examined("project", name, health, f"{shown} cannot be written to", f"Make {_short(there, base)} writable")


def _short(path: Path, base: Path) -> str:
    try:
        return path.relative_to(base).as_posix()
    except ValueError:
        return str(path)


# -- keys ---------------------------------------------------------------------------------------------


def _keys(config: Config, environ: Mapping[str, str], refused: HoloError | None) -> Examined:
    found = keys(environ, named_keys(config))
    said = ", ".join(found) if found else "none"
    if refused is not None:
        return Examined("environment", "keys", Health.WEAK, f"{said}: bodies of models are not run", refused.hint)
    return Examined(
        "environment", "keys", Health.FINE, f"{said} (names alone are read; no body sees any)" if found else said
    )


def _models(config: Config, environ: Mapping[str, str]) -> Iterator[Examined]:
    for role, model in sorted(config.models.items()):
        lacking = model.api_key_env and not environ.get(model.api_key_env)
        yield Examined(
            "environment",
            f"model {role}",
            Health.WEAK if lacking else Health.FINE,
            f"{model.model}: `{model.api_key_env}` is not set" if lacking else model.model,
            f"Set `{model.api_key_env}`, or take the model out of `holo.toml`" if lacking else "",
        )
