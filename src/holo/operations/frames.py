"""What stands around the bodies of a package: types, errors, public names, metadata and tests, against what Holo would write.

What Holo wrote and nobody touched is told by the manifest; what differs from the hologram is told from what was
changed by a hand. Layout, comments and docstrings are no difference. Writes nothing.
"""

from __future__ import annotations

import ast
import io
import tokenize
import tomllib
from typing import TYPE_CHECKING

from holo.codes import Code
from holo.drift import sides
from holo.drift.model import Drift
from holo.emit.layout import SOURCE, TESTS
from holo.emit.package import layout_settings, package_files
from holo.provenance.digest import digest_bytes
from holo.pycode.digest import body_digest
from holo.pycode.ruff import format_files

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from holo.emit.writer import Manifest
    from holo.operations.survey import Survey

OLD = "holo build"


def wanted_files(survey: Survey) -> dict[str, str]:
    """Return the files that a build would write around the bodies that stand, before Ruff lays them out; no tests."""
    shop = survey.shop
    bodies = {key: survey.side(key).text for key in shop.planned.slices if survey.side(key).code is sides.Code.SAME}
    # A body that Holo wrote, and whose record was lost, is in the index all the same.
    for key in shop.planned.slices.keys() - shop.lock.keys():
        if survey.side(key).text and shop.is_own(shop.artifact(key)):
            bodies[key] = survey.side(key).text
    # What is gone or changed by a hand is a finding of its own, and leaves no second one in the index.
    for key in shop.lock.keys() & shop.planned.slices.keys() - bodies.keys():
        bodies[key] = _said(survey, key)
    files = package_files(shop.project, bodies, formatted=False)
    return {name: text for name, text in files.items() if not name.startswith(f"{TESTS}/")}


def _said(survey: Survey, key: str) -> str:
    from holo.pycode.signature import open_body

    return open_body(survey.shop.function(key))


def frames(
    survey: Survey, manifest: Manifest, files: Collection[str], wanted: Mapping[str, str], *, outdated: bool
) -> Iterator[Drift]:
    """Yield findings on files that hold no function; `files` are those of the package.

    `outdated` says that functions have moved in the hologram, too: then lists of names have, and nothing is said of them.
    """
    functions = {survey.name(key) for key in survey.shop.planned.slices}
    old: list[tuple[str, str]] = []
    for name, text in wanted.items():
        if name in functions:
            continue
        found = read(survey, name) if name in files else None
        if found is not None and alike(name, found, text):
            continue
        made = manifest.files.get(name, "")
        if (made and (found is None or digest_bytes(found.encode("utf-8", "surrogateescape")) != made)) or (
            found is not None and not made
        ):
            yield survey.edited(name, text, found)
        elif not outdated or name.endswith("types.py"):
            said = sides.changed_names(found or "", text) if name.endswith(".py") else ""
            old.append((name, said))
    if old:
        yield _outdated(survey, old)


def _outdated(survey: Survey, old: list[tuple[str, str]]) -> Drift:
    first, said = next(((name, text) for name, text in old if text and not name.endswith("__init__.py")), old[0])
    path = survey.shop.folders.spec.name
    spec = next((file.shown for file in survey.shop.compiled.files if file.path == survey.shop.folders.spec), path)
    more = f", and {len(old) - 1} more" if len(old) > 1 else ""
    message = f"`{survey.shown(first)}`{more} is not what the hologram says now" + (f": {said}" if said else "")
    settle = ((OLD, "writes it"), (f"git restore {spec}", "takes the hologram back"))
    return Drift(Code.GENERATED_OLD, survey.shop.compiled.root, spec, message, "hologram", settle, file=first)


def left_over(survey: Survey, manifest: Manifest, files: Collection[str], wanted: Collection[str]) -> Iterator[Drift]:
    """Yield what Holo made and the hologram no longer asks for, and locked functions that are nowhere."""
    shop = survey.shop
    names = {hologram.name for hologram in shop.project.holograms}
    lost = [key for key in shop.lock if key.partition(".")[0] in names and key not in shop.planned.slices]
    by_file = {_file(shop.compiled.root, key): key for key in lost}
    stay = [name for name in manifest.files if name.startswith(f"{SOURCE}/") and name not in wanted and name in files]
    for name in sorted(stay):
        key = by_file.pop(name, "")
        path = survey.shown(name)
        message = f"`{path}` is still there, and the hologram no longer has `{key or name}`"
        settle = ((OLD, "removes it"), (OLD, "after the hologram has it again"))
        yield Drift(Code.LEFT_OVER, key or path, path, message, "hologram", settle, file=name)
    for name, key in sorted(by_file.items()):
        message = f"`holo.lock` has a record of `{key}`, which is neither in the hologram nor in the package"
        settle = ((OLD, "writes the lock anew"), ("git restore holo.lock", "takes the lock back"))
        yield Drift(Code.LOCK_ALONE, key, "holo.lock", message, "hologram", settle, file=name)


def _file(root: str, key: str) -> str:
    hologram, _, rest = key.partition(".")
    inside = rest if hologram == root else f"{hologram}.{rest}"
    return f"{SOURCE}/{root}/{inside.replace('.', '/')}.py"


def tests(survey: Survey, manifest: Manifest, files: Collection[str], names: Collection[str]) -> Iterator[Drift]:
    """Yield the generated tests, of those named, that a hand has changed or taken away."""
    for name in sorted(names):
        if not name.startswith(f"{TESTS}/") or name not in manifest.files:
            continue
        path = survey.shown(name)
        if name in files:
            text = read(survey, name)
            if text is not None and as_made(text, manifest.files[name], survey.shop.compiled.root):
                continue
            what = "was changed by hand"
        else:
            what = "is gone"
        message = f"`{path}` {what}: generated tests hold what the hologram says"
        settle = ((f"holo restore {path}", "puts it back"), (OLD, "after the hologram has an `example` of it"))
        yield Drift(Code.TESTS_EDITED, path, path, message, "code", settle, file=name)


def laid_out(survey: Survey, files: Mapping[str, str], only: str = "") -> dict[str, str]:
    """Return files, or one of them, as Ruff lays them out in their package."""
    root = survey.shop.compiled.root
    chosen = {name: text for name, text in files.items() if only in {"", name}}
    done = format_files({**_around(chosen.values(), root), **chosen}, layout_settings())
    return {name: done[name] for name in chosen}


def _around(texts: Iterable[str], root: str) -> dict[str, str]:
    """Return empty modules for all that some texts import of their package: Ruff sorts imports by what it finds."""
    found: dict[str, str] = {}
    for text in texts:
        try:
            nodes = ast.walk(ast.parse(text))
        except (SyntaxError, ValueError):
            continue
        modules = (node.module or "" for node in nodes if isinstance(node, ast.ImportFrom))
        own = (one for one in modules if one.partition(".")[0] == root)
        found.update((f"{SOURCE}/{one.replace('.', '/')}.py", "") for one in own)
    return found


def as_made(text: str, digest: str, root: str) -> bool:
    """Say whether a file has the digest that Holo gave it, once comments and layout are put aside."""
    if digest_bytes(text.encode("utf-8", "surrogateescape")) == digest:
        return True
    try:
        files = {**_around([text], root), f"{TESTS}/made.py": _bare(text)}
        plain = format_files(files, layout_settings())[f"{TESTS}/made.py"]
        return digest_bytes(plain.encode()) == digest
    except (SyntaxError, ValueError, tokenize.TokenError):
        return False


def _bare(text: str) -> str:
    """Return a module without comments on lines of their own or behind code."""
    lines = text.replace("\r\n", "\n").split("\n")
    for token in tokenize.generate_tokens(io.StringIO("\n".join(lines)).readline):
        if token.type == tokenize.COMMENT and "type: ignore" not in token.string and "noqa" not in token.string:
            at, column = token.start
            lines[at - 1] = lines[at - 1][:column].rstrip() if lines[at - 1][:column].strip() else "\0"
    return "\n".join(line for line in lines if line != "\0")


def alike(name: str, found: str, wanted: str) -> bool:
    """Say whether a generated file says what it should, however it is laid out."""
    if found == wanted:
        return True
    if name.endswith(".py"):
        return _module(found) == _module(wanted)
    if name.endswith(".toml"):
        try:
            return tomllib.loads(found) == tomllib.loads(wanted)
        except tomllib.TOMLDecodeError:
            return False
    return found.split() == wanted.split()


def _module(text: str) -> str:
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError):
        return text
    for node in tree.body:
        # Ruff sorts the names that a module offers.
        if (
            isinstance(node, ast.Assign)
            and isinstance(node.value, ast.List)
            and ast.unparse(node.targets[0]) == "__all__"
        ):
            node.value.elts.sort(key=ast.unparse)
    return body_digest(ast.unparse(tree))


def read(survey: Survey, name: str) -> str | None:
    """Return the text of a file of the package; None where it cannot be read."""
    try:
        return (survey.shop.folders.package / name).read_bytes().decode("utf-8", "surrogateescape")
    except OSError:
        return None
