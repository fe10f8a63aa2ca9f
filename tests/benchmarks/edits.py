"""Edit the generated code of the shipped holograms by hand, as people do, and see what `holo drift` makes of it.

`python edits.py [--most N] [--json]`. Every edit has a label: harmless (nothing may be said), structural (its kind must be
said) or behavioural (the judge must find it, unless contract and code admit both). Prints a table, then what was wrong,
and the misses, each with the example that would have caught it. Never collected as a test.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import libcst as cst

from holo import config as configs
from holo.operations.drift import drift

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from holo.drift.model import Drift

HERE = Path(__file__).resolve().parents[2]
HARMLESS, ALIKE, STRUCTURE, BEHAVIOUR = "harmless", "alike", "structural", "behavioural"


@dataclass(frozen=True)
class Edit:
    """One edit: what becomes of each file (None: it is removed), and the codes of which one must come."""

    kind: str
    label: str
    spec: str
    what: str
    files: dict[str, str | None]
    codes: frozenset[str]


def function_in(module: cst.Module) -> cst.FunctionDef | None:
    """Return the one function of a generated module."""
    found = [node for node in module.body if isinstance(node, cst.FunctionDef)]
    return found[0] if len(found) == 1 else None


def replaced(module: cst.Module, old: cst.FunctionDef, new: cst.FunctionDef) -> str:
    """Return the text of a module with another function."""
    return module.with_changes(body=[new if node is old else node for node in module.body]).code


class _Nth(cst.CSTTransformer):
    """Changes the n-th place where a change applies."""

    def __init__(self, change: Callable[[cst.CSTNode], cst.CSTNode | None], number: int) -> None:
        self.change = change
        self.number = number
        self.seen = 0

    def on_leave(self, original_node: cst.CSTNode, updated_node: cst.CSTNode) -> cst.CSTNode:  # type: ignore[override]  # one change for all kinds of nodes
        del original_node
        made = self.change(updated_node) if not isinstance(updated_node, cst.FunctionDef) else None
        if made is None:
            return updated_node
        self.seen += 1
        return made if self.seen == self.number + 1 else updated_node


def in_body(
    function: cst.FunctionDef, change: Callable[[cst.CSTNode], cst.CSTNode | None], number: int = 0
) -> cst.FunctionDef | None:
    """Return a function with one change in its body, the docstring left out; None where there is no place for it."""
    assert isinstance(function.body, cst.IndentedBlock)
    head, rest = function.body.body[:1], function.body.body[1:]
    visitor = _Nth(change, number)
    block = cst.IndentedBlock(rest).visit(visitor)
    if visitor.seen <= number or not isinstance(block, cst.IndentedBlock):
        return None
    return function.with_changes(body=function.body.with_changes(body=[*head, *block.body]))


def constant(node: cst.CSTNode) -> cst.CSTNode | None:
    """Change a number or a text."""
    if isinstance(node, cst.Integer):
        return node.with_changes(value=str(int(node.value, 0) + 1))
    if isinstance(node, cst.SimpleString) and len(node.value) > 2:
        return node.with_changes(value=f"{node.value[:-1]}x{node.value[-1]}")
    return None


def branch(node: cst.CSTNode) -> cst.CSTNode | None:
    """Turn the condition of a branch round."""
    if isinstance(node, cst.If | cst.IfExp | cst.CompIf):
        return node.with_changes(
            test=cst.UnaryOperation(cst.Not(), node.test.with_changes(lpar=[cst.LeftParen()], rpar=[cst.RightParen()]))
        )
    return None


def operator(node: cst.CSTNode) -> cst.CSTNode | None:
    """Compare or reckon otherwise."""
    swaps = {
        cst.LessThan: cst.LessThanEqual,
        cst.LessThanEqual: cst.LessThan,
        cst.GreaterThan: cst.GreaterThanEqual,
        cst.GreaterThanEqual: cst.GreaterThan,
        cst.Equal: cst.NotEqual,
        cst.NotEqual: cst.Equal,
        cst.Add: cst.Subtract,
        cst.Subtract: cst.Add,
        cst.In: cst.NotIn,
        cst.NotIn: cst.In,
    }
    made = swaps.get(type(node))
    return made() if made is not None else None


def edits_of(spec: str, name: str, text: str, key: str) -> Iterator[Edit]:
    """Yield the edits of one function's file."""
    module = cst.parse_module(text)
    function = function_in(module)
    if function is None:
        return
    own = function.name.value
    what = f"{key}"

    def edit(kind: str, label: str, codes: str, new: str | None, **more: str | None) -> Edit:
        files: dict[str, str | None] = {name: new}
        files.update({str(Path(name).with_name(f"{other}.py")): value for other, value in more.items()})
        return Edit(kind, label, spec, what, files, frozenset(codes.split()))

    yield edit("none", HARMLESS, "", text)
    yield edit(
        "formatting",
        HARMLESS,
        "",
        text.replace("    return ", "    return   ").replace(", ", ",  ")
        if '"' not in text.partition('    """')[2].partition('"""')[2]
        else text.replace("\n\n\n", "\n\n\n\n"),
    )
    yield edit("comment", HARMLESS, "", text.replace("\n    return ", "\n    # as it was\n    return ") + "# the end\n")
    yield edit("docstring", HARMLESS, "", text.replace('    """', '    """\n    ', 1))
    lines = text.splitlines(keepends=True)
    imports = [
        line for line in lines if line.startswith(("from ", "import ")) and "__future__" not in line and "(" not in line
    ]
    if len(imports) > 1:
        rest = [line for line in lines if line not in imports]
        at = next(n for n, line in enumerate(rest) if "__future__" in line)
        yield edit("import order", HARMLESS, "", "".join([*rest[: at + 1], *reversed(imports), *rest[at + 1 :]]))
    parameters = list(function.params.params)
    fresh = cst.Param(cst.Name("extra"), cst.Annotation(cst.Name("int")), cst.AssignEqual(), cst.Integer("0"))

    def headed(changed: list[cst.Param]) -> str:
        plain = [one.with_changes(comma=cst.MaybeSentinel.DEFAULT) for one in changed]
        return replaced(module, function, function.with_changes(params=function.params.with_changes(params=plain)))

    yield edit("parameter added", STRUCTURE, "H805", headed([*parameters, fresh]))
    if parameters:
        first = parameters[0].with_changes(name=cst.Name(f"{parameters[0].name.value}_"))
        yield edit("parameter renamed", STRUCTURE, "H805", headed([first, *parameters[1:]]))
        last = parameters[-1].with_changes(equal=cst.AssignEqual(), default=cst.Name("None"))
        yield edit("default changed", STRUCTURE, "H805", headed([*parameters[:-1], last]))
        typed = parameters[0].with_changes(annotation=cst.Annotation(cst.Name("object")))
        yield edit("annotation changed", STRUCTURE, "H805", headed([typed, *parameters[1:]]))
    if len(parameters) > 1 and not any(one.default for one in parameters):
        yield edit("parameters reordered", STRUCTURE, "H805", headed(parameters[::-1]))
    yield edit("function moved", STRUCTURE, "H809", None, **{f"{own}_elsewhere": text})
    yield edit(
        "function renamed",
        STRUCTURE,
        "H809",
        replaced(module, function, function.with_changes(name=cst.Name(f"{own}_now")))
        if f" {own}(" not in text.partition('"""\n    ')[2].partition('"""')[2]
        else None,
    )
    yield edit("function deleted", STRUCTURE, "H806", None)
    yield edit("function added", STRUCTURE, "H807", f"{text}\n\ndef helper(n: int) -> int:\n    return n\n")
    yield edit("module added", STRUCTURE, "H807", text, helper_of_mine="def helper(n: int) -> int:\n    return n\n")
    local = next((n.target.value for n in _assigned(function)), "")
    if local:
        renamed = in_body(
            function,
            lambda n: n.with_changes(value=f"{local}_") if isinstance(n, cst.Name) and n.value == local else None,
        )
        every = _rename_all(function, local)
        if renamed is not None:
            yield edit("local renamed", ALIKE, "H801", replaced(module, function, every))
    guarded = "    if False:\n        raise ValueError\n"
    yield edit("dead code added", ALIKE, "H801", _inserted(text, guarded))
    yield edit("raise added", BEHAVIOUR, "H802", _inserted(text, '    raise ValueError("no")\n'))
    for kind, change in (("constant changed", constant), ("branch changed", branch), ("operator changed", operator)):
        for number in range(2):
            made = in_body(function, change, number)
            if made is not None:
                yield edit(kind, BEHAVIOUR, "H802", replaced(module, function, made))


def _assigned(function: cst.FunctionDef) -> list[cst.AssignTarget]:
    found: list[cst.AssignTarget] = []

    class Visitor(cst.CSTVisitor):
        def visit_AssignTarget(self, node: cst.AssignTarget) -> None:  # noqa: N802  (LibCST calls it so)
            if isinstance(node.target, cst.Name):
                found.append(node)

    function.body.visit(Visitor())
    return found


def _rename_all(function: cst.FunctionDef, name: str) -> cst.FunctionDef:
    class Renamer(cst.CSTTransformer):
        def leave_Name(self, original_node: cst.Name, updated_node: cst.Name) -> cst.Name:  # noqa: N802  (the same)
            del original_node
            return updated_node.with_changes(value=f"{name}_") if updated_node.value == name else updated_node

    made = function.visit(Renamer())
    assert isinstance(made, cst.FunctionDef)
    return made


def _inserted(text: str, lines: str) -> str:
    """Put statements at the head of the function of a generated module, behind its docstring."""
    head = text.index("\ndef ") if "\ndef " in text else text.index("\nasync def ")
    start = text.index('"""', head)
    stop = text.index('"""', start + 3) + 4
    return text[:stop] + lines + text[stop:]


def around(spec: str, package: Path) -> Iterator[Edit]:
    """Yield edits of what stands around the functions."""
    for path in sorted(package.rglob("*.py")):
        name = path.relative_to(package).as_posix()
        text = path.read_text(encoding="utf-8")

        def edit(kind: str, label: str, codes: str, new: str | None, name: str = name) -> Edit:
            return Edit(kind, label, spec, name, {name: new}, frozenset(codes.split()))

        if path.name == "types.py":
            yield edit("types: comment", HARMLESS, "", f"# mine\n{text}")
            yield edit("types: name added", STRUCTURE, "H810", f"{text}\n\nFRESH = 1\n")
            if "    renewals: int = 0" in text:
                yield edit(
                    "types: field changed", STRUCTURE, "H810", text.replace("renewals: int = 0", "renewals: int = 1")
                )
        if path.name == "__init__.py" and "__all__" in text:
            yield edit("public name removed", STRUCTURE, "H810", "".join(_without_one(text)))
        if name.startswith("tests/test_"):
            yield edit("test: comment", HARMLESS, "", f"# mine\n{text}")
            yield edit("test weakened", STRUCTURE, "H811", text.replace("assert ", "assert True or ", 1))


def _without_one(text: str) -> str:
    """Return a module that offers one name less."""
    module = cst.parse_module(text)

    class Dropper(cst.CSTTransformer):
        def leave_List(self, original_node: cst.List, updated_node: cst.List) -> cst.List:  # noqa: N802  (the same)
            del original_node
            return updated_node.with_changes(elements=updated_node.elements[1:])

    done = module.visit(Dropper())
    return done.code


def wrong(edit: Edit, found: tuple[Drift, ...]) -> str:
    """Say what is wrong with the answer to an edit, empty where it is right; a behavioural miss is no fault here."""
    codes = {one.code.number for one in found}
    if edit.label == HARMLESS:
        return f"false alarm {sorted(codes)}" if found else ""
    if edit.label == BEHAVIOUR:
        return "nothing was said" if not found else f"{len(found)} findings" if len(found) > 1 else ""
    if not codes & edit.codes:
        return f"said {sorted(codes) or 'nothing'} and not {sorted(edit.codes)}"
    return f"{len(found)} findings: {sorted(codes)}" if len(found) > 1 else ""


def main() -> int:
    """Make every edit, one at a time, and print what came of it."""
    parser = argparse.ArgumentParser(description="Edit generated code and see what drift says")
    parser.add_argument("--most", type=int, default=0, help="Edits of one kind at most; 0 for all.")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    counts: Counter[tuple[str, str, str]] = Counter()
    faults: list[str] = []
    misses: list[str] = []
    with tempfile.TemporaryDirectory(prefix="holo-edits-") as place:
        root = Path(place)
        for name in ("holo.toml", "holo.lock"):
            shutil.copy(HERE / name, root / name)
        for name in ("specs", "generated", "recordings"):
            shutil.copytree(HERE / name, root / name)
        config = configs.load(root)
        done: Counter[str] = Counter()
        for spec in config.project.specs:
            project = Path(spec).stem
            package = root / config.project.generated / project
            first = drift(root / spec, config, tool="edits")
            assert first.clean, [one.message for one in first.found]
            for edit in _all(project, package):
                if options.most and done[edit.kind] >= options.most:
                    continue
                before = {name: _read(package / name) for name in edit.files}
                if edit.kind != "none" and before == edit.files:
                    continue
                done[edit.kind] += 1
                _write(package, edit.files)
                found = drift(root / spec, config, tool="edits").found
                _write(package, before)
                fault = wrong(edit, found)
                said = "+".join(sorted({one.code.number for one in found})) or "clean"
                counts[edit.label, edit.kind, said] += 1
                if fault:
                    faults.append(f"{edit.kind} of {edit.what}: {fault}: {'; '.join(one.message for one in found)}")
                if edit.label == BEHAVIOUR and said == "H801":
                    misses.append(_missed(edit, found[0]))
            assert drift(root / spec, config, tool="edits").clean
    _report(counts, faults, misses, as_json=options.json)
    return 1 if faults else 0


def _missed(edit: Edit, found: Drift) -> str:
    if found.input:
        return (
            f"{edit.kind} of {edit.what}: `example {found.input} == …` would have caught it (it gives {found.got} now)"
        )
    return f"{edit.kind} of {edit.what}: on 300 inputs it does what the accepted body does"


def _all(project: str, package: Path) -> Iterator[Edit]:
    names = json.loads((package / ".holo-manifest.json").read_text(encoding="utf-8"))["files"]
    for name in sorted(names):
        if name.startswith("src/") and name.endswith(".py") and not name.endswith(("types.py", "__init__.py")):
            key = name.removeprefix("src/").removesuffix(".py").replace("/", ".")
            yield from edits_of(project, name, (package / name).read_text(encoding="utf-8"), key)
    yield from around(project, package)


def _read(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.is_file() else None


def _write(package: Path, files: dict[str, str | None]) -> None:
    for name, text in files.items():
        if text is None:
            (package / name).unlink(missing_ok=True)
        else:
            (package / name).write_text(text, encoding="utf-8")


def _report(counts: Counter[tuple[str, str, str]], faults: list[str], misses: list[str], *, as_json: bool) -> None:
    total = sum(counts.values())
    if as_json:
        rows = [
            {"label": label, "kind": kind, "said": said, "edits": n}
            for (label, kind, said), n in sorted(counts.items())
        ]
        print(json.dumps({"edits": total, "rows": rows, "faults": faults, "misses": misses}, ensure_ascii=False))
        return
    print(f"{'label':<12} {'edit':<22} {'said':<10} {'edits':>6}")
    print("-" * 53)
    for (label, kind, said), number in sorted(counts.items()):
        print(f"{label:<12} {kind:<22} {said:<10} {number:>6}")
    behavioural = sum(n for (label, _, _), n in counts.items() if label == BEHAVIOUR)
    print(
        f"\n{total} edits, {len(faults)} wrong answers; {behavioural - len(misses)} of {behavioural} behavioural edits found"
    )
    for row in faults:
        print(f"wrong: {row}")
    for row in misses:
        print(f"miss: {row}")


if __name__ == "__main__":
    sys.exit(main())
