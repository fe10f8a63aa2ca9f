"""`holo.toml`: which holograms, where code goes, who fills tickets, and the limits.

Read with `tomllib` alone, since every command reads it. A wrong key or type is a `HoloError` that names
the key and the nearest right one. Nothing here writes.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any, get_args, get_origin, get_type_hints

from holo.errors import HoloError

if TYPE_CHECKING:
    from pathlib import Path

NAME = "holo.toml"
BAD_CONFIG = "H902"


@dataclass(frozen=True, slots=True)
class ProjectTable:
    """Where things are, relative to `holo.toml`.

    `code` has the folder or file that a hologram describes, by its name; the name `` stands for all that are not named.
    """

    specs: tuple[str, ...] = ()
    code: dict[str, str] = field(default_factory=dict)
    generated: str = "generated"
    build: str = "build"
    recordings: str = "recordings"


@dataclass(frozen=True, slots=True)
class TicketsTable:
    """The budget of a ticket, in tokens."""

    max_tokens: int = 1000


@dataclass(frozen=True, slots=True)
class AgentsTable:
    """Who fills tickets, cheapest first; and how long a coding agent of `holo mcp` holds one."""

    order: tuple[str, ...] = ("derive", "replay", "files", "model")
    lease_minutes: float = 30.0


@dataclass(frozen=True, slots=True)
class ModelTable:
    """One model that litellm can reach; keys come from the environment, by name."""

    model: str = ""
    api_base: str = ""
    api_key_env: str = ""
    temperature: float = 0.2
    max_tokens: int = 1000
    timeout: float = 120.0


@dataclass(frozen=True, slots=True)
class LimitsTable:
    """What a judgement may cost: seconds a call, memory, generated inputs a function; and the seed."""

    seconds: float = 2.0
    memory_mb: int = 512
    inputs: int = 100
    seed: int = 0


@dataclass(frozen=True, slots=True)
class CheckTable:
    """What `compile` checks besides: `types` is `auto` (with `ty`, where it is installed) or `off`."""

    types: str = "auto"


@dataclass(frozen=True, slots=True)
class SandboxTable:
    """The level that a model's body asks for: `strong`, `good`, `weak`; `auto` is `good` where keys are in reach."""

    minimum: str = "auto"


@dataclass(frozen=True, slots=True)
class Config:
    """A project: the folder of `holo.toml` and what it says."""

    root: Path
    found: bool
    project: ProjectTable = field(default_factory=ProjectTable)
    tickets: TicketsTable = field(default_factory=TicketsTable)
    agents: AgentsTable = field(default_factory=AgentsTable)
    models: dict[str, ModelTable] = field(default_factory=dict)
    limits: LimitsTable = field(default_factory=LimitsTable)
    check: CheckTable = field(default_factory=CheckTable)
    sandbox: SandboxTable = field(default_factory=SandboxTable)

    def code(self, hologram: str) -> str:
        """Return the folder or file that a hologram describes, relative to `root`; nothing for an ordinary one."""
        known = self.project.code
        return known.get(hologram, known.get("", ""))


_TABLES: dict[str, type] = {
    "project": ProjectTable,
    "tickets": TicketsTable,
    "agents": AgentsTable,
    "limits": LimitsTable,
    "check": CheckTable,
    "sandbox": SandboxTable,
}
_AGENTS = ("derive", "replay", "files", "model")
_MINIMA = ("auto", "strong", "good", "weak")


def find(start: Path) -> Path | None:
    """Return the nearest `holo.toml` at or above a folder, or None."""
    for folder in (start, *start.parents):
        if (folder / NAME).is_file():
            return folder / NAME
    return None


def load(start: Path) -> Config:
    """Return the configuration that governs a folder: the nearest `holo.toml`, or the defaults.

    Raises `HoloError` where the file cannot be read or says what is not in the form above.
    """
    path = find(start)
    if path is None:
        return Config(root=start, found=False)
    try:
        data = tomllib.loads(path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise HoloError(
            f"`{path.name}` is not valid TOML: {error}", "Mend the line that it names", BAD_CONFIG
        ) from None
    except OSError as error:
        raise HoloError(f"`{path}` cannot be read: {error.strerror}", "Check its permissions", BAD_CONFIG) from None
    tables: dict[str, Any] = {}
    for name, value in data.items():
        if name == "models":
            tables[name] = {role: _table(f"models.{role}", ModelTable, row) for role, row in _pairs(name, value)}
        elif name in _TABLES:
            tables[name] = _table(name, _TABLES[name], value)
        else:
            raise _unknown(f"[{name}]", name, (*_TABLES, "models"))
    config = Config(root=path.parent, found=True, **tables)
    _check(config)
    return config


def _pairs(name: str, value: object) -> list[tuple[str, Any]]:
    if not isinstance(value, dict):
        raise HoloError(f"`{name}` in `{NAME}` is a table, not {value!r}", f"Write `[{name}]`", BAD_CONFIG)
    return list(value.items())


def _table(name: str, kind: type, value: object) -> Any:
    known = get_type_hints(kind)
    given: dict[str, Any] = {}
    for key, item in _pairs(name, value):
        if key not in known:
            raise _unknown(f"{name}.{key}", key, known)
        given[key] = _value(f"{name}.{key}", known[key], item)
    return kind(**given)


def _value(where: str, kind: Any, item: object) -> Any:
    if get_origin(kind) is dict:
        return _places(where, item)
    if get_origin(kind) is tuple:
        inner = get_args(kind)[0]
        if isinstance(item, list) and all(isinstance(one, inner) for one in item):
            return tuple(item)
    elif kind is float and isinstance(item, int | float) and not isinstance(item, bool):
        return float(item)
    elif type(item) is kind:
        return item
    wanted = {"tuple": "a list of strings"}.get(
        getattr(get_origin(kind), "__name__", ""), f"a value of type {kind.__name__}"
    )
    raise HoloError(f"`{where}` in `{NAME}` is {wanted}, not {item!r}", "Mend the value", BAD_CONFIG)


def _places(where: str, item: object) -> dict[str, str]:
    """Return paths by name, from one path for all or a table."""
    found = {"": item} if isinstance(item, str) else item
    if isinstance(found, dict) and all(isinstance(one, str) and one.strip() for one in found.values()):
        return {
            name: one.strip().replace("\\", "/").removeprefix("./").rstrip("/") or "." for name, one in found.items()
        }
    hint = 'Write `code = "src/app"`, or `code = { app = "src/app" }` by the names of holograms'
    raise HoloError(f"`{where}` in `{NAME}` is a folder or file, not {item!r}", hint, BAD_CONFIG)


def _unknown(where: str, key: str, known: Any) -> HoloError:
    from difflib import get_close_matches  # 5 ms, and only on the way out

    near = get_close_matches(key, list(known), 1)
    hint = f"Did you mean `{near[0]}`?" if near else f"Use one of {', '.join(known)}"
    return HoloError(f"`{where}` in `{NAME}` is not known", hint, BAD_CONFIG)


def _check(config: Config) -> None:
    for table in (config.tickets, config.limits):
        for one in fields(table):
            value = getattr(table, one.name)
            if value < 0 or (value == 0 and one.name != "seed"):
                raise HoloError(f"`{one.name}` in `{NAME}` is more than 0, not {value}", "Mend the value", BAD_CONFIG)
    if not config.agents.lease_minutes > 0:
        raise HoloError(
            f"`agents.lease_minutes` in `{NAME}` is more than 0, not {config.agents.lease_minutes}",
            "Mend the value",
            BAD_CONFIG,
        )
    for agent in config.agents.order:
        if agent not in _AGENTS:
            raise _unknown(f"agents.order: {agent}", agent, _AGENTS)
    if config.check.types not in {"auto", "off"}:
        raise HoloError(
            f'`check.types` in `{NAME}` is "auto" or "off", not {config.check.types!r}', "Mend the value", BAD_CONFIG
        )
    if config.sandbox.minimum not in _MINIMA:
        raise _unknown(f"sandbox.minimum: {config.sandbox.minimum}", config.sandbox.minimum, _MINIMA)
