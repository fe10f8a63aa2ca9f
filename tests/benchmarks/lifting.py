"""Lift real packages, hold them against themselves and against their next release; print a table in Markdown.

    python tests/benchmarks/lifting.py FOLDER [FOLDER …]

A folder holds `NAME-VERSION/NAME/…`, as `fetch_packages.sh` unpacks it, or packages of one release. Where a package is
there in two releases, the older one is lifted, and compared with the code of the newer one: Griffe's list of breaking
changes is the oracle, and each of its entries that the comparison does not report is printed with the reason. Nothing
of the packages is imported.
"""

from __future__ import annotations

import logging
import re
import sys
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import griffe

from holo.analysis.analyze import analyze
from holo.lift.compare import compare, seen
from holo.lift.inventory import take_inventory
from holo.lift.selection import full_path
from holo.lowering.lower import lower
from holo.operations.lift import lift_texts, total
from holo.source import SourceFile
from holo.syntax.format import format_source
from holo.syntax.parse import parse

if TYPE_CHECKING:
    from holo.ir import model as ir
    from holo.lift.finding import Finding
    from holo.lift.model import Inventory
    from holo.lift.tally import Tally

WORDS = 3_500
_RELEASE = re.compile(r"(?P<name>[A-Za-z_]\w*)-(?P<version>\d[\w.]*)")


@dataclass(frozen=True, slots=True)
class Measured:
    """One lifted release."""

    name: str
    version: str
    inventory: Inventory
    holograms: tuple[ir.Hologram, ...]
    public: int
    lifted: int
    tally: Tally
    files: int
    longest: int
    errors: tuple[str, ...]
    restless: tuple[str, ...]
    clean: tuple[Finding, ...]
    seconds: float


def measure(name: str, version: str, folder: Path) -> Measured:
    """Lift one release; compile it, format it again, and compare it with its own code."""
    began = time.process_time()
    inventory = take_inventory(folder, folder.name)
    made = lift_texts(inventory, name)
    seconds = time.process_time() - began
    holograms, errors, restless = [], [], []
    for _, one in made:
        source = SourceFile(one.path, one.text)
        errors += [
            f"{one.path}: {each.code.number} {each.message}"
            for each in one.diagnostics
            if each.severity.value == "error"
        ]
        restless += [one.path] if format_source(source).text != one.text else []
        holograms.append(lower(analyze(parse(source), {}, folder.name)).hologram)
    public = public_functions(name, folder)
    described = {f"{full_path(name, p.name)}.{f.name}" for one in holograms for p in one.packages for f in p.functions}
    return Measured(
        name,
        version,
        inventory,
        tuple(holograms),
        len(public),
        len(public & described),
        total(one.tally for _, one in made),
        len(made),
        max(one.words for _, one in made),
        tuple(errors),
        tuple(restless),
        compare(holograms, inventory),
        seconds,
    )


def public_functions(name: str, folder: Path) -> set[str]:
    """Return the paths of all public functions and methods, as Griffe alone sees them: where they are defined.

    Public are those whose path has no leading underscore, and those that a public module takes from a private one.
    """
    found: set[str] = set()
    waiting = [_loaded(name, folder)]
    seen: set[str] = set()
    while waiting:
        at = waiting.pop()
        for key, one in at.members.items():
            hidden = key.startswith("_") and not (key.startswith("__") and key.endswith("__"))
            try:
                target = one.final_target if one.is_alias else one
            except griffe.GriffeError:
                continue
            path = target.canonical_path
            if hidden or not path.startswith(f"{name}."):
                continue
            if one.is_alias and not (
                at.is_init_module and target.parent.canonical_path.rpartition(".")[2].startswith("_")
            ):
                continue  # a public name of another module is counted there
            if one.is_alias and at.exports is not None and key not in at.exports:
                continue
            if target.is_function:
                # The `__init__` that Griffe makes up for a dataclass is held by the fields of its record.
                if not ("dataclass" in target.parent.labels and target.lineno in {None, 0, target.parent.lineno}):
                    found.add(path)
            elif (target.is_class or (target.is_module and not one.is_alias)) and path not in seen:
                seen.add(path)
                waiting.append(target)
    return found


def breakages(name: str, older: Path, newer: Path) -> list[griffe.Breakage]:
    """Return Griffe's breaking changes between two releases."""
    return list(griffe.find_breaking_changes(_loaded(name, older), _loaded(name, newer)))


def _loaded(name: str, folder: Path) -> Any:
    loader = griffe.GriffeLoader(search_paths=[folder.parent], allow_inspection=False)
    module = loader.load(name)
    loader.resolve_aliases(implicit=True, external=False)
    return module


def reported(findings: tuple[Finding, ...], older: Measured) -> dict[str, set[str]]:
    """Return the codes of findings by the paths that they are about, as Python imports them."""
    roots = {one.name for one in older.holograms}
    found: dict[str, set[str]] = {}
    for one in findings:
        root, _, rest = one.id.partition(".")
        path = full_path(older.inventory.name, rest) if root in roots else one.id
        names = {path, f"{path}.{one.was}"} if one.was.isidentifier() else {path}
        if path.endswith(".__all__"):
            names = {f"{path.removesuffix('.__all__')}.{one.was}"}
        for name in names:
            found.setdefault(name, set()).add(one.code.number)
    return found


def missed(listed: list[griffe.Breakage], found: dict[str, set[str]]) -> list[tuple[str, str]]:
    """Return Griffe's breakages that were not found, each with the reason."""
    rows = []
    for one in listed:
        paths = {one.obj.path, _canonical(one.obj)}
        if not paths & found.keys() and not any(_gone_with(path, found) for path in paths):
            rows.append((f"{one.kind.name} {one.obj.path}", _reason(one)))
    return rows


def _canonical(obj: Any) -> str:
    try:
        return str(obj.canonical_path)
    except griffe.GriffeError:
        return str(obj.path)


def _gone_with(path: str, found: dict[str, set[str]]) -> bool:
    # What stood in a class or module that is gone is not reported one by one.
    while "." in path:
        path = path.rpartition(".")[0]
        if found.get(path, set()) & {"H844", "H853", "H854"}:
            return True
    return False


def _reason(one: griffe.Breakage) -> str:
    if any(part.startswith("_") and not part.startswith("__") for part in _canonical(one.obj).split(".")):
        return "it is private where it is defined, and was not described"
    return "unexplained: a fault of the comparison"


def main(folders: list[Path]) -> int:
    """Measure all releases in some folders; return 1 where something is not as it should be."""
    logging.getLogger("griffe").setLevel(logging.CRITICAL)
    releases: dict[str, list[tuple[str, Path]]] = {}
    for folder in folders:
        for entry in sorted(folder.iterdir()):
            match = _RELEASE.fullmatch(entry.name)
            if match and (entry / match["name"]).is_dir():
                releases.setdefault(match["name"], []).append((match["version"], entry / match["name"]))
            elif (entry / "__init__.py").is_file():
                releases.setdefault(entry.name, []).append(("", entry))
    print(
        "| package | public functions | lifted | examples | doctests as prose | files, longest | errors | drift on itself | CPU s |"
    )
    print("|---|---|---|---|---|---|---|---|---|")
    bad: list[str] = []
    oracle: list[str] = []
    for name, found in releases.items():
        found.sort(key=lambda one: [int(part) for part in re.findall(r"\d+", one[0])])
        measured = [measure(name, version, path) for version, path in found]
        for one in measured:
            print(_row(one), flush=True)
            bad += [f"{one.name} {one.version}: {text}" for text in one.errors]
            bad += [f"{one.name} {one.version}: {text} is formatted otherwise a second time" for text in one.restless]
            bad += [f"{one.name} {one.version}: {each.code.number} {each.id}: {each.message}" for each in one.clean]
            bad += [
                f"{one.name} {one.version}: left out {each.name}: {each.reason}"
                for each in one.tally.left_out
                if "compile" in each.reason
            ]
        for (older, before), (newer, after) in zip(
            zip(measured, found, strict=True), zip(measured[1:], found[1:], strict=True), strict=False
        ):
            memory = seen(older.holograms, older.inventory)
            findings = compare(older.holograms, newer.inventory, memory)
            listed = breakages(name, before[1], after[1])
            lost = missed(listed, reported(findings, older))
            kinds = ", ".join(
                f"{code} {count}" for code, count in sorted(Counter(f.code.number for f in findings).items())
            )
            oracle.append(
                f"| {name} {older.version} to {newer.version} | {len(listed)} | {len(listed) - len(lost)} | {kinds} |"
            )
            bad += [f"{name} {older.version} to {newer.version}: not found: {what}: {why}" for what, why in lost]
    if oracle:
        print("\n| from release to release | Griffe's breakages | found | all findings |\n|---|---|---|---|")
        print("\n".join(oracle))
    if bad:
        print("\nNot as it should be:\n" + "\n".join(f"- {line}" for line in bad))
    return 1 if bad else 0


def _row(one: Measured) -> str:
    share = 100 * one.lifted / one.public if one.public else 100.0
    cells = (
        f"{one.name} {one.version}".strip(),
        f"{one.public:,}",
        f"{one.lifted:,} ({share:.1f} %)",
        f"{one.tally.examples:,}",
        f"{one.tally.doctests_as_prose:,}",
        f"{one.files}, {one.longest:,} words",
        str(len(one.errors)),
        "clean" if not one.clean else f"{len(one.clean)} findings",
        f"{one.seconds:.1f}",
    )
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main([Path(each) for each in sys.argv[1:]]))
