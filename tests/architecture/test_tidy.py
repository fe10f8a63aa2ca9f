"""The house is tidy: sizes, names, marks, layout, and nothing that belongs to one machine."""

from __future__ import annotations

import ast
import re
from fnmatch import fnmatch
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "src" / "holo").rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
TEXTS = [
    path
    for folder in ("src", "docs", "specs", "templates", "grammar", ".ci")
    for path in sorted((ROOT / folder).rglob("*"))
    if path.is_file() and path.suffix != ".pyc"
] + sorted(path for path in ROOT.iterdir() if path.is_file())

TOP = {
    ".ci", ".git", ".gitignore", ".pre-commit-hooks.yaml", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "Makefile", "README.md", "docs",
    "generated", "grammar", "holo.lock", "holo.toml", "pyproject.toml", "recordings", "requirements.lock", "specs",
    "src", "templates", "tests",
}  # fmt: skip


def named(path: Path) -> str:
    """Return a path as messages show it."""
    return path.relative_to(ROOT).as_posix()


def test_modules_have_at_most_400_lines() -> None:
    """A module that has grown past 400 lines becomes a room of the same name."""
    long = [named(path) for path in SOURCES if len(path.read_text(encoding="utf-8").splitlines()) > 400]

    assert [] == long


def test_no_module_has_a_name_that_says_nothing() -> None:
    """Nothing is called `utils`, `helpers`, `common` or `misc`."""
    empty = {"utils", "util", "helpers", "helper", "common", "misc"}

    assert [] == [named(path) for path in SOURCES if empty & {path.stem, *path.parent.parts}]


def test_modules_say_what_they_are_for() -> None:
    """Every module that holds anything begins with a docstring."""
    silent = [
        named(path)
        for path in SOURCES
        if (tree := ast.parse(path.read_text(encoding="utf-8"))).body and ast.get_docstring(tree) is None
    ]

    assert [] == silent


def test_type_ignores_name_their_code() -> None:
    """A bare `type: ignore` hides more than it means to."""
    bare = re.compile(r"#\s*type:\s*ignore(?!\[)")

    assert [] == [named(path) for path in SOURCES if bare.search(path.read_text(encoding="utf-8"))]


def test_nothing_is_left_to_do_in_a_comment() -> None:
    """What is not done is an issue, not a mark in the code."""
    mark = re.compile(r"#\s*(?:TODO|FIXME|XXX|HACK)\b")

    assert [] == [named(path) for path in SOURCES if mark.search(path.read_text(encoding="utf-8"))]


def test_no_test_is_skipped() -> None:
    """A wrong result that is known is asserted with its reason."""
    skipped = re.compile(r"pytest\.(?:mark\.)?(?:skip|skipif|xfail|importorskip)\b|unittest\.skip")
    here = Path(__file__)

    assert [] == [named(path) for path in TESTS if path != here and skipped.search(path.read_text(encoding="utf-8"))]


def test_source_folder_holds_one_package() -> None:
    """`src` is a folder with the package in it, and no package itself."""
    found = {path.name for path in (ROOT / "src").iterdir() if not path.name.endswith(".egg-info")}

    assert {"holo"} == found - {"__pycache__"}


def test_root_holds_what_the_map_names() -> None:
    """The top level is fixed; what is made by running things is ignored by git."""
    ignored = [line.strip("/") for line in (ROOT / ".gitignore").read_text(encoding="utf-8").split()]
    found = {path.name for path in ROOT.iterdir()}

    assert set() == {name for name in found - TOP if not any(fnmatch(name, one) for one in ignored)}


def test_no_source_is_ignored_by_git() -> None:
    """A pattern that is not anchored at the root would hide a room of that name from every clone and wheel."""
    lines = (ROOT / ".gitignore").read_text(encoding="utf-8").split()
    loose = [line.strip("/") for line in lines if not line.startswith("/")]
    parts = {part for path in (*SOURCES, *TESTS) for part in path.relative_to(ROOT).parts}

    assert set() == {part for part in parts if any(fnmatch(part, pattern) for pattern in loose)}


def test_lock_names_no_host_and_hashes_everything() -> None:
    """The locked requirements can be installed from any index, and from no other content."""
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    pins = text.replace("\\\n", " ").splitlines()

    assert "://" not in text
    assert "@ " not in text
    assert len(pins) > 20
    assert [] == [pin for pin in pins if "==" not in pin or "--hash=sha256:" not in pin]


def test_no_text_names_a_path_of_one_machine() -> None:
    """Whatever is committed means the same on every machine."""
    own = re.compile(r"(?<![\w.])/(?:home|Users|root|work)/\w+")

    assert [] == [named(path) for path in TEXTS if own.search(path.read_text(encoding="utf-8", errors="replace"))]
