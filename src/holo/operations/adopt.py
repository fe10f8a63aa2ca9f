"""Write the entries of functions that exist into the project's hologram: what the code says, and what held when it was tried.

Each contract that was only observed is marked for the author to keep or strike. The hologram's own text stays as it is.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from holo.analysis.analyze import analyze
from holo.emit.writer import replace_text
from holo.errors import HoloError
from holo.ir.library import Library
from holo.lift import prose
from holo.lift.entry import function_at, new_hologram, reduced, said_in, with_clauses, with_declarations
from holo.lift.inventory import take_inventory
from holo.lift.mend import refused_parts
from holo.lift.selection import full_path
from holo.lift.tally import Tally
from holo.lift.text import Part, module_text, setting_of
from holo.lowering.lower import lower
from holo.operations.compile import check_text
from holo.operations.lift import settings_for, version_of
from holo.operations.new import name_for
from holo.operations.observing import Place, observe
from holo.operations.sources import shown
from holo.sandbox.trusted import interpreter
from holo.source import SourceFile, Unreadable, read
from holo.syntax import tree
from holo.syntax.format import format_source
from holo.syntax.parse import parse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from holo.config import Config
    from holo.ir import model as ir
    from holo.lift.model import Inventory, Module
    from holo.lift.text import Setting
    from holo.operations.observing import Seen

_ROUNDS = 8


@dataclass(frozen=True, slots=True)
class Target:
    """A function to adopt: its file, and its qualified name there."""

    file: Path
    name: str


@dataclass(frozen=True, slots=True)
class Adopted:
    """What was written: the hologram, whether it is new, its new entries with what was seen of each, and settings."""

    path: str
    made: bool
    entries: tuple[Seen, ...]
    already: tuple[str, ...]
    tally: Tally
    python: str
    settings: str
    settings_written: bool


def adopt(targets: Sequence[str], config: Config, base: Path, *, run: bool = True) -> tuple[Adopted, ...]:
    """Adopt functions named `FILE::FUNCTION`; without `run` no code is run, and no contract is offered.

    Raises `HoloError` for what is no such function, or where a hologram does not compile as it is.
    """
    by_root: dict[Path, list[Target]] = {}
    for text in targets:
        target = _target(text, base)
        by_root.setdefault(_code_root(target.file, config), []).append(target)
    return tuple(_adopt(root, listed, config, base, run=run) for root, listed in by_root.items())


def _target(text: str, base: Path) -> Target:
    file, mark, name = text.partition("::")
    if not mark or not name or not file:
        raise HoloError(
            f"`{text}` names no function", "Write `FILE::FUNCTION`, such as `src/app/cart.py::total`", "H910"
        )
    path = base / file
    if not path.is_file():
        raise HoloError(f"`{file}` does not exist", "Name a Python file", "H903")
    return Target(path.resolve(), name.replace("::", "."))


def _code_root(file: Path, config: Config) -> Path:
    """Return what a hologram would describe: the folder that `holo.toml` names, else the outermost package, else the file."""
    known = [(config.root / code).resolve() for code in config.project.code.values()]
    holding = [one for one in known if one == file or one in file.parents]
    if holding:
        return max(holding, key=lambda one: len(one.parts))
    top = file
    while (top.parent / "__init__.py").exists():
        top = top.parent
    return top


def _adopt(root: Path, targets: list[Target], config: Config, base: Path, *, run: bool) -> Adopted:
    code = _relative(root, config)
    inventory = take_inventory(root, code)
    wanted = _wanted(inventory, root, targets, base)
    path, name, text = _hologram(config, inventory, code, list(wanted))
    items = parse(SourceFile(path, text)).file.items
    said = said_in(items)
    already = tuple(
        f"{module}:{one}" for module, names in wanted.items() for one in names if f"{module}:{one}" in said.present
    )
    wanted = {
        module: frozenset(one for one in names if f"{module}:{one}" not in said.present)
        for module, names in wanted.items()
    }
    wanted = {module: names for module, names in wanted.items() if names}
    tally = Tally()
    settings, written = "", False
    python = interpreter(config.root)
    entries: list[Seen] = []
    made = not (config.root / path).exists()
    if wanted:
        text, tally = _with_entries(text, path, inventory, wanted, code)
        if run:
            text, entries = _with_observed(text, path, inventory, wanted, code, config, python)
        replace_text(config.root / path, text)
        settings, written = settings_for(config, {path: name}, code)
    plain = tuple(one.removeprefix(":").replace(":", ".") for one in already)
    return Adopted(path, made, tuple(entries), plain, tally, str(python) if run else "", settings, written)


def _relative(path: Path, config: Config) -> str:
    try:
        return path.relative_to(config.root.resolve()).as_posix()
    except ValueError:
        hint = "Run `holo adopt` in a folder that holds both the code and the holograms"
        raise HoloError(f"`{path}` lies outside the project `{config.root}`", hint, "H910") from None


def _wanted(inventory: Inventory, root: Path, targets: list[Target], base: Path) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for target in targets:
        parts = () if inventory.single else target.file.relative_to(root).with_suffix("").parts
        module = inventory.module(".".join(parts[:-1] if parts and parts[-1] == "__init__" else parts))
        file = shown(target.file, base)
        if module is None:
            broken = next((one for one in inventory.broken if one.path.endswith(target.file.name)), None)
            why = f": {broken.message}" if broken is not None else ""
            raise HoloError(f"`{file}` cannot be read{why}", "Mend the file", "H903")
        names = [one.qualname for one in module.every_function()]
        if target.name not in names:
            raise HoloError(f"`{file}` has no function `{target.name}`", _near(target.name, names), "H903")
        found[module.name] = found.get(module.name, frozenset()) | {target.name}
    return found


def _near(name: str, names: list[str]) -> str:
    from difflib import get_close_matches  # only on the way out

    near = get_close_matches(name, names, 1)
    return f"Did you mean `{near[0]}`?" if near else f"It has {', '.join(f'`{one}`' for one in names[:6]) or 'none'}"


def _hologram(config: Config, inventory: Inventory, code: str, modules: list[str]) -> tuple[str, str, str]:
    """Return path, name and text of the hologram that takes the entries: one of this code, if possible with the package."""
    best: tuple[str, str, str] | None = None
    for spec in config.project.specs:
        try:
            source = read(config.root / spec, spec)
        except (OSError, Unreadable):
            continue
        items = parse(source).file.items
        name = next((one.name.text for one in items if isinstance(one, tree.Header)), "")
        if not name or config.code(name) != code:
            continue
        packages = {one.name.text for one in items if isinstance(one, tree.Package)}
        if packages & set(modules) or (best is None):
            best = (spec, name, source.text)
        if packages & set(modules):
            break
    if best is not None:
        return best
    name = inventory.name.strip("_")
    name = name if name.isidentifier() and name.isascii() else name_for(Path(inventory.root).with_suffix(""))
    path = f"specs/{name}.holo"
    if (config.root / path).exists():
        text = (config.root / path).read_text(encoding="utf-8")
        hint = (
            f'Say in `holo.toml` that it describes this code: `code = {{ {name} = "{code}" }}`, and list it in `specs`'
        )
        if parse(SourceFile(path, text)).file.items:
            raise HoloError(
                f"`{path}` is there already, and `holo.toml` does not say that it describes `{code}`", hint, "H910"
            )
    return path, name, new_hologram(name, version_of(inventory))


def _with_entries(
    text: str, path: str, inventory: Inventory, wanted: dict[str, frozenset[str]], code: str
) -> tuple[str, Tally]:
    """Return the text with the entries, in canonical form; what does not compile in them is said in less words."""
    before = format_source(SourceFile(path, text))
    if before.diagnostics:
        first = before.diagnostics[0]
        raise HoloError(f"`{path}` cannot be read: {first.message}", f"Mend it: `holo fmt {path}` shows where", "H910")
    source = SourceFile(path, before.text)
    old = {(one.code, one.message) for one in check_text(source.text, path, code=code)}
    items = parse(source).file.items
    said = said_in(items)
    refused: dict[str, str] = {}
    for _ in range(_ROUNDS):
        tally = Tally()
        setting = replace(setting_of(inventory), refused=refused, present=said.present, opaque=said.opaque)
        new = source.text
        for module in inventory.modules:
            if module.name in wanted:
                new = _with_entry(new, path, module, wanted[module.name], setting, tally)
        formatted = format_source(SourceFile(path, new))
        made = SourceFile(path, formatted.text)
        found = [
            one
            for one in formatted.diagnostics or check_text(made.text, path, code=code)
            if (one.code, one.message) not in old
        ]
        parts = refused_parts(made, found)
        parts = {key.replace("/types/", "/whole/") if key in refused else key: why for key, why in parts.items()}
        more = {key: why for key, why in parts.items() if key not in refused}
        if not more:
            break
        refused |= more
    return made.text, tally


def _with_entry(text: str, path: str, module: Module, names: frozenset[str], setting: Setting, tally: Tally) -> str:
    small = reduced(module, names)
    body = module_text(small, Part("x", (small,)), setting, tally, 1 if module.name else 0)
    items = parse(SourceFile(path, text)).file.items
    return with_declarations(text, items, module.name, body, prose.head(module.doc))


def _with_observed(
    text: str,
    path: str,
    inventory: Inventory,
    wanted: dict[str, frozenset[str]],
    code: str,
    config: Config,
    python: Path,
) -> tuple[str, list[Seen]]:
    """Return the text with the contracts that held, each under its comment; those that do not compile are dropped."""
    seen: list[Seen] = []
    root = (config.root / code).resolve()
    for module in inventory.modules:
        for name in sorted(wanted.get(module.name, ())):
            hologram = lower(analyze(parse(SourceFile(path, text)), {}, code)).hologram
            library = Library()
            library.add(hologram)
            functions = [one for p in hologram.packages if p.name == module.name for one in p.functions]
            function = next((one for one in functions if one.name == name), None)
            if function is None:
                continue  # it would not compile, which the tally says
            place = _place(inventory, module, root, python)
            others: list[ir.Function] = [one for one in functions if one.name != name]
            one = observe(function, library, place, beside=others, inputs=config.limits.inputs, seed=config.limits.seed)
            text, one = _marked(text, path, module.name, one, code)
            seen.append(one)
    return text, seen


def _place(inventory: Inventory, module: Module, root: Path, python: Path) -> Place:
    if inventory.single:
        return Place(python, root.parent, root.stem, root)
    return Place(python, root.parent, full_path(root.name, module.name), None)


def _marked(text: str, path: str, package: str, seen: Seen, code: str) -> tuple[str, Seen]:
    """Return the text with those of the observed contracts that compile, and what is left of them."""
    old = {(one.code, one.message) for one in check_text(text, path, code=code)}
    kept: dict[bool, list[tuple[str, str]]] = {False: [], True: []}
    for is_law, one in [*((False, each) for each in seen.clauses), *((True, each) for each in seen.laws)]:
        function = function_at(parse(SourceFile(path, text)).file.items, package, seen.function)
        assert function is not None, seen.function
        lines = [f"{one[0]}\n{one[1]}"]
        new = format_source(
            SourceFile(path, with_clauses(text, function, [] if is_law else lines, lines if is_law else []))
        )
        found = new.diagnostics or check_text(new.text, path, code=code)
        if any(each.severity.value == "error" and (each.code, each.message) not in old for each in found):
            continue
        text = new.text
        kept[is_law].append(one)
    return text, replace(seen, clauses=tuple(kept[False]), laws=tuple(kept[True]))
