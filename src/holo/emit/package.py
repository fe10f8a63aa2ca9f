"""The package of a project: every file by path, as text.

Modules of types and functions, `__init__` files that offer public names, metadata, a README that lists what
is open, and the tests. Pure but for Ruff, which lays the files out; nothing is written here.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from holo import resources
from holo.emit.draft import Draft
from holo.emit.layout import LAZY, SOURCE, Layout, Unit
from holo.emit.prose import docstring, first_line, plain
from holo.emit.tests_files import Evidence, tests_of
from holo.emit.types_file import prelude_file
from holo.pycode.ruff import LINE_LENGTH, TIDY, format_files
from holo.pycode.signature import signature

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from holo.ir import model as ir

_LINT = json.dumps([*TIDY, "E9"])


def package_files(
    project: ir.Project,
    bodies: Mapping[str, str],
    evidence: Evidence | None = None,
    *,
    refused: Collection[str] = (),
    formatted: bool = True,
) -> dict[str, str]:
    """Return all files of a project's distribution, by path relative to its folder.

    `bodies` holds what agents wrote, by function id, as `pycode.form` returns it. `evidence` gives the tests their
    stored inputs, and says which functions are accepted. `refused` are functions in whose
    files something stands that is not accepted: the README does not call them open. Without `formatted` Ruff is not run.
    """
    layout = Layout(project)
    draft = Draft(layout, bodies)
    files = source_files(draft)
    files |= tests_of(draft, evidence or Evidence())
    files["pyproject.toml"] = _metadata(project)
    files["README.md"] = _readme(draft, refused)
    if formatted:
        files = format_files(files, layout_settings())
    return dict(sorted(files.items()))


def source_files(draft: Draft) -> dict[str, str]:
    """Return the files under `src`, before Ruff lays them out."""
    layout = draft.layout
    files: dict[str, str] = {}
    used: set[str] = set()
    for unit in layout.units:
        if unit.has_types:
            text, names = draft.types(unit)
            files[layout.path(unit.types)] = text
            used |= names
    ring = draft.rings()
    for function in draft.functions():
        made = draft.file(function, ring)
        files[layout.path(made.module)] = made.text
        used |= made.uses
    for key in sorted(layout.computed):
        place = layout.place(key)
        assert place is not None, key
        files[layout.path(place.module)] = draft.constant(key)
    if any(key.startswith("prelude.") for key in used):
        files[layout.path(layout.prelude)] = prelude_file(layout, frozenset(used))
    modules = {unit.module: unit for unit in layout.units}
    offers = False
    for module in layout.packages():
        text = _init(modules.get(module), module, layout)
        offers = offers or "offer(" in text
        files[layout.path(module)] = text
    if offers:
        files[f"{SOURCE}/{layout.root}/{LAZY}.py"] = resources.template("package/_package.py.jinja").render()
    files[f"{SOURCE}/{layout.root}/py.typed"] = ""
    return files


def _init(unit: Unit | None, module: str, layout: Layout) -> str:
    children = layout.children(module)
    lazy = [(name, f"{module}.{name}", module) for name in children]
    types: list[str] = []
    doc = f"Made by Holo: the hologram `{module.rpartition('.')[2]}`."
    if unit is not None:
        doc = unit.package.doc or (first_line(unit.hologram.prose[0]) if unit.hologram.prose else doc)
        for place in layout.places_in(unit):
            if place.module == unit.types:
                types.append(place.name)
            elif place.name not in children:
                lazy.append((place.name, place.module, place.module))
    types = sorted(name for name in types if name not in children)
    names = sorted({*types, *(name for name, _, _ in lazy)})
    return resources.template("package/init.py.jinja").render(
        doc="\n".join(docstring(doc)),
        root=layout.root,
        types=types,
        types_module=unit.types if unit is not None else "",
        lazy=sorted(lazy),
        names=names,
    )


def _metadata(project: ir.Project) -> str:
    root = next(each for each in project.holograms if each.name == project.root)
    about = first_line(root.prose[0]) if root.prose else f"Made by Holo from the hologram {root.name}"
    return resources.template("package/pyproject.toml.jinja").render(
        root=root.name,
        name=root.name,
        version=root.version,
        description=json.dumps(about, ensure_ascii=False),
        ruff=_ruff("tool.ruff"),
    )


def _ruff(table: str, lint: str = "tool.ruff.lint") -> str:
    # One text for the package's own settings and for the run that lays it out.
    head = [f"[{table}]"] if table else []
    return "\n".join(
        [
            *head,
            f"line-length = {LINE_LENGTH}",
            'target-version = "py311"',
            f'src = ["{SOURCE}"]',
            "",
            f"[{lint or 'lint'}]",
            f"select = {_LINT}",
            "",
        ]
    )


def layout_settings() -> str:
    """Return the text of a `ruff.toml` by which a package is laid out."""
    return _ruff("", lint="")


def _readme(draft: Draft, refused: Collection[str]) -> str:
    project = draft.layout.project
    root = next(each for each in project.holograms if each.name == project.root)
    groups = []
    open_ = []
    fallen = []
    for unit in draft.layout.units:
        if not unit.package.functions:
            continue
        title = f"`{unit.module}`" + (f" — {first_line(unit.package.doc)}" if unit.package.doc else "")
        rows = [
            {
                "line": signature(each).removesuffix(":"),
                "doc": first_line(each.doc),
                "mark": "not accepted" if each.id in refused else "open" if draft.is_open(each) else "",
            }
            for each in unit.package.functions
        ]
        open_ += [each.id for each in unit.package.functions if draft.is_open(each) and each.id not in refused]
        fallen += [each.id for each in unit.package.functions if each.id in refused]
        groups.append({"title": title, "functions": rows})
    text = resources.template("package/README.md.jinja").render(
        root=root.name,
        version=root.version,
        prose="\n\n".join(plain(each).strip() for each in root.prose),
        groups=groups,
        open=open_,
        refused=fallen,
    )
    return text.rstrip("\n") + "\n"
