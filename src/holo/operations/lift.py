"""Write holograms of a package that exists: read it, put it into words, compile them, say less where they do not compile.

The code is never run. A file that stands is never written over unless that is asked for, and then a copy is kept.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from holo import config as configs
from holo.emit.writer import replace_text
from holo.errors import HoloError
from holo.lift.inventory import take_inventory
from holo.lift.mend import refused_parts
from holo.lift.plan import divide
from holo.lift.selection import select
from holo.lift.tally import Tally
from holo.lift.text import hologram_text, setting_of
from holo.operations.compile import check_text
from holo.operations.new import name_for
from holo.operations.sources import shown
from holo.source import SourceFile
from holo.syntax.format import format_source

if TYPE_CHECKING:
    from collections.abc import Mapping

    from holo.config import Config
    from holo.diagnostics.model import Diagnostic
    from holo.lift.model import Broken, Inventory
    from holo.lift.text import Part, Setting

_ROUNDS = 12
"""How often a text is written anew with what did not compile left out; each round leaves out more."""


@dataclass(frozen=True, slots=True)
class LiftedFile:
    """One hologram: its path relative to the project, its name, its text in canonical form, the modules it describes."""

    path: str
    name: str
    text: str
    modules: tuple[str, ...]
    tally: Tally
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def words(self) -> int:
        """Return the number of words."""
        return len(self.text.split())


@dataclass(frozen=True, slots=True)
class Lifted:
    """What a lift made. `settings` are the lines that `holo.toml` needs, `written` says whether they were written."""

    name: str
    code: str
    files: tuple[LiftedFile, ...]
    broken: tuple[Broken, ...]
    settings: str = ""
    written: bool = False
    kept: tuple[str, ...] = ()
    private_left: int = 0
    tally: Tally = field(default_factory=Tally)


def lift_texts(
    inventory: Inventory, name: str, *, private: bool = False, version: str = ""
) -> tuple[tuple[Part, LiftedFile], ...]:
    """Return the holograms of an inventory, each in canonical form and compiled; nothing is written.

    What did not compile has been said in less words, or left out and listed in the tally.
    """
    chosen = select(inventory, private=private)
    setting = setting_of(inventory, version or version_of(inventory))
    return tuple((part, _compiled(part, setting)) for part in divide(chosen, name, setting))


def _compiled(part: Part, setting: Setting) -> LiftedFile:
    refused: dict[str, str] = {}
    path = f"{part.name}.holo"
    for _ in range(_ROUNDS):
        tally = Tally()
        text = hologram_text(part, replace(setting, refused=refused), tally)
        formatted = format_source(SourceFile(path, text))
        source = SourceFile(path, formatted.text)
        found = formatted.diagnostics or check_text(source.text, path, code="." if not setting.whole.single else "x.py")
        parts = refused_parts(source, found)
        # A function whose types are opaque already and still do not compile is left out.
        parts = {key.replace("/types/", "/whole/") if key in refused else key: why for key, why in parts.items()}
        more = {key: why for key, why in parts.items() if key not in refused}
        if not more:
            break
        refused |= more
    modules = tuple(one.name for one in part.modules)
    return LiftedFile(path, part.name, source.text, modules, tally, tuple(found))


def version_of(inventory: Inventory) -> str:
    """Return the version that a package says it has, if it is of the form 1.2.3."""
    import ast
    import re

    for module in inventory.modules:
        for one in module.constants:
            if one.name in {"__version__", "VERSION"} and one.value[:1] in {"'", '"'}:
                said = str(ast.literal_eval(one.value))
                parts = re.fullmatch(r"(\d+)\.(\d+)(?:\.(\d+))?", said)
                if parts:
                    return ".".join(part or "0" for part in parts.groups())
    return "0.1.0"


def lift(
    path: Path,
    config: Config,
    base: Path,
    *,
    out: Path | None = None,
    name: str = "",
    private: bool = False,
    force: bool = False,
) -> Lifted:
    """Lift a package or file into the project and write the holograms; `out` is the path of the first, without `.holo`.

    Raises `HoloError` where there is no Python to read, where a file stands in the way, or where the code lies outside
    the project.
    """
    target = path if path.is_absolute() else base / path
    inventory = take_inventory(target, shown(target, base))
    chosen = name or _name(inventory.name, target)
    stem = (base / out) if out is not None else config.root / "specs" / chosen
    stem = stem.with_suffix("") if stem.suffix == ".holo" else stem
    code = _inside(target, config)
    made = lift_texts(inventory, chosen, private=private)
    files = tuple(replace(one, path=_inside(_place(stem, one.name, alone=len(made) == 1), config)) for _, one in made)
    if not any(one.tally.functions + one.tally.methods + one.tally.classes + one.tally.constants for one in files):
        _nothing(inventory, private=private)
    kept = _write(files, config, force=force)
    settings, written = settings_for(config, {one.path: one.name for one in files}, code)
    hidden = sum(len(one.every_function()) for one in inventory.modules) - sum(
        len(one.every_function()) for one in select(inventory, private=private).modules
    )
    return Lifted(
        chosen, code, files, inventory.broken, settings, written, kept, hidden, total(one.tally for one in files)
    )


def total(tallies: Any) -> Tally:
    """Return the sum of several tallies."""
    from holo.lift.tally import COUNTS

    whole = Tally()
    for one in tallies:
        for count in COUNTS:
            setattr(whole, count, getattr(whole, count) + getattr(one, count))
        whole.left_out += one.left_out
    return whole


def _name(found: str, target: Path) -> str:
    from keyword import iskeyword

    named = found.strip("_")
    return (
        named if named.isidentifier() and named.isascii() and not iskeyword(named) else name_for(target.with_suffix(""))
    )


def _nothing(inventory: Inventory, *, private: bool) -> None:
    if inventory.broken and not inventory.modules:
        first = inventory.broken[0]
        raise HoloError(
            f"No file of `{inventory.root}` can be read: {first.path}:{first.line}: {first.message}", "Mend it", "H903"
        )
    hint = "Name another folder" if private else "Lift private names as well with `--private`, or name another folder"
    raise HoloError(f"`{inventory.root}` holds nothing public to describe", hint, "H910")


def _inside(path: Path, config: Config) -> str:
    root = config.root.resolve()
    try:
        return path.resolve().relative_to(root).as_posix()
    except ValueError:
        raise HoloError(
            f"`{path}` lies outside the project `{config.root}`",
            "Run `holo lift` in a folder that holds both the code and the holograms, or make a `holo.toml` there",
            "H910",
        ) from None


def _place(stem: Path, name: str, *, alone: bool) -> Path:
    return stem.with_name(f"{stem.name}.holo") if alone else stem / f"{name}.holo"


def _write(files: tuple[LiftedFile, ...], config: Config, *, force: bool) -> tuple[str, ...]:
    standing = [one for one in files if (config.root / one.path).exists()]
    changed = [one for one in standing if (config.root / one.path).read_bytes() != one.text.encode()]
    if changed and not force:
        listed = ", ".join(f"`{one.path}`" for one in changed[:3]) + (" and others" if len(changed) > 3 else "")
        raise HoloError(
            f"{listed} {'stands' if len(changed) == 1 else 'stand'} there already",
            "Write elsewhere with `--out`, or over it with `--force`, which keeps the old text beside it as `….holo.old`",
            "H910",
        )
    kept = []
    for one in changed:
        old = config.root / f"{one.path}.old"
        number = 2
        while old.exists():
            old = config.root / f"{one.path}.old{number}"
            number += 1
        replace_text(old, (config.root / one.path).read_text(encoding="utf-8", errors="surrogateescape"))
        kept.append(old.relative_to(config.root).as_posix())
    for one in files:
        replace_text(config.root / one.path, one.text)
    return tuple(kept)


def settings_for(config: Config, files: Mapping[str, str], code: str) -> tuple[str, bool]:
    """Return the lines that `holo.toml` needs for some holograms, path to name, and whether they have been written.

    They are written where there is no such file yet; one that stands is its author's.
    """
    missing = [path for path in files if path not in config.project.specs]
    if not missing and all(config.code(name) == code for name in files.values()):
        return "", False
    specs = [*config.project.specs, *missing]
    listed = "\n".join(f'  "{one}",' for one in specs)
    known = {name: where for name, where in config.project.code.items() if name}
    if "" in config.project.code:
        # One folder for all: each hologram that is there already keeps it by its own name.
        known |= {
            Path(one).stem: config.project.code[""] for one in config.project.specs if Path(one).stem not in known
        }
    known |= dict.fromkeys(files.values(), code)
    alike = set(known.values()) == {code} and len(known) == len(specs)
    table = ", ".join(f'{name} = "{where}"' for name, where in known.items())
    said = f'code = "{code}"' if alike else f"code = {{ {table} }}"
    text = f"[project]\nspecs = [\n{listed}\n]\n{said}\n"
    path = config.root / configs.NAME
    if config.found or path.exists():
        return text, False
    replace_text(path, text)
    return text, True
