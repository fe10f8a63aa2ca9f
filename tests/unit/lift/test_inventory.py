"""What is read of hand-written code, without running it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from holo.errors import HoloError
from holo.lift.inventory import take_inventory
from holo.lift.selection import select

if TYPE_CHECKING:
    from pathlib import Path

    from holo.lift.model import Function, Inventory


def written(folder: Path, files: dict[str, str]) -> Inventory:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return take_inventory(folder, "app")


def only(folder: Path, text: str) -> Function:
    (folder / "one.py").write_text(text, encoding="utf-8")
    return take_inventory(folder / "one.py", "one.py").modules[0].every_function()[0]


def test_parameters_have_their_kinds_annotations_and_defaults(tmp_path: Path) -> None:
    """All five kinds, in their order."""
    function = only(tmp_path, "def f(a, /, b: int, *args: str, c=1, **kw): ...\n")

    assert [
        ("a", "positional_only", "", ""),
        ("b", "positional_or_keyword", "int", ""),
        ("args", "var_positional", "str", ""),
        ("c", "keyword_only", "", "1"),
        ("kw", "var_keyword", "", ""),
    ] == [(one.name, one.kind, one.annotation, one.default) for one in function.parameters]


def test_code_is_never_run(tmp_path: Path) -> None:
    """A module that would fail, and leave a mark, is read all the same."""
    mark = tmp_path / "mark"

    inventory = written(
        tmp_path / "app",
        {"__init__.py": f"open({str(mark)!r}, 'w').close()\nraise RuntimeError\ndef f(): ...\n"},
    )

    assert ["f"] == [one.name for one in inventory.modules[0].functions]
    assert not mark.exists()


def test_a_broken_file_is_listed_and_the_others_are_read(tmp_path: Path) -> None:
    """A syntax error loses one file, with its line."""
    inventory = written(tmp_path, {"__init__.py": "", "good.py": "def f(): ...\n", "bad.py": "x = 1\ndef g(:\n"})

    assert [("app/bad.py", 2)] == [(one.path, one.line) for one in inventory.broken]
    assert ["", "good"] == [one.name for one in inventory.modules]


def test_a_broken_package_file_leaves_its_modules(tmp_path: Path) -> None:
    """The modules of a package whose `__init__.py` is no Python are read."""
    inventory = written(tmp_path, {"__init__.py": "def (\n", "good.py": "def f(): ...\n"})

    assert ["good"] == [one.name for one in inventory.modules]


@pytest.mark.parametrize(
    ("path", "says"), [("none", "does not exist"), ("empty", "holds no Python file"), ("a.txt", "is no Python file")]
)
def test_what_is_no_python_is_refused(tmp_path: Path, path: str, says: str) -> None:
    """The message says which of the three it is."""
    (tmp_path / "empty").mkdir()
    (tmp_path / "a.txt").write_text("x", encoding="utf-8")

    with pytest.raises(HoloError) as refused:
        take_inventory(tmp_path / path, path)

    assert says in refused.value.message


def test_guards_are_read_until_something_else_happens(tmp_path: Path) -> None:
    """Only what stands at the beginning of a body says when an error is raised."""
    function = only(
        tmp_path,
        'def f(x):\n    "doc"\n    if x < 0:\n        raise ValueError("low")\n    x += 1\n    if x > 9:\n        raise KeyError\n',
    )

    assert [("ValueError", "x < 0"), ("KeyError", "")] == [(one.error, one.guard) for one in function.raises]


def test_an_error_that_is_caught_is_not_raised(tmp_path: Path) -> None:
    """A `raise` inside the `try` that catches it stays inside; one in the handler does not."""
    function = only(
        tmp_path,
        "def f(x):\n    try:\n        raise KeyError\n    except KeyError:\n        raise ValueError from None\n",
    )

    assert ["ValueError"] == [one.error for one in function.raises]


@pytest.mark.parametrize(
    "doc",
    [
        "Raises:\n        KeyError: if it is gone.",
        ":raises KeyError: if gone",
        "Raises\n    ------\n    KeyError\n        Gone.",
    ],
)
def test_errors_are_read_in_each_style_of_docstring(tmp_path: Path, doc: str) -> None:
    """Google's, Sphinx' and NumPy's."""
    function = only(tmp_path, f'def f():\n    """Do it.\n\n    {doc}\n    """\n')

    assert ["KeyError"] == [one.error for one in function.raises]


def test_the_fingerprint_ignores_layout_comments_and_docs(tmp_path: Path) -> None:
    """And nothing else."""
    one = only(tmp_path, 'def f(x):\n    "doc"\n    return x + 1  # more\n')
    two = only(tmp_path, "def g(x): return (x  +  1)\n")
    three = only(tmp_path, "def f(x): return x + 2\n")

    assert one.digest == two.digest
    assert one.digest != three.digest


def test_kinds_of_classes_follow_their_bases(tmp_path: Path) -> None:
    """Through the package's own classes, too."""
    inventory = written(
        tmp_path,
        {
            "__init__.py": "from dataclasses import dataclass\nfrom enum import Enum\nfrom typing import NamedTuple, Protocol\n"
            "class A(Exception): ...\nclass B(A): ...\nclass C(Enum):\n    X = 1\nclass D(NamedTuple):\n    x: int\n"
            "@dataclass\nclass E:\n    x: int\nclass F(Protocol): ...\nclass G: ...\n"
        },
    )

    kinds = {one.name: one.kind for one in inventory.modules[0].classes}

    assert {
        "A": "exception", "B": "exception", "C": "enum", "D": "namedtuple", "E": "dataclass", "F": "protocol", "G": "class",
    } == kinds  # fmt: skip


def test_public_is_what_a_public_module_offers_of_a_private_one(tmp_path: Path) -> None:
    """A name of `_inner` that the package takes is public, its neighbour is not."""
    inventory = written(
        tmp_path,
        {
            "__init__.py": "from app._inner import f\n".replace("app", tmp_path.name),
            "_inner.py": "def f(): ...\ndef g(): ...\ndef _h(): ...\n",
        },
    )

    chosen = select(inventory)

    assert {"_inner": ["f"]} == {one.name: [f.name for f in one.functions] for one in chosen.modules if one.functions}
    assert 3 == len(select(inventory, private=True).modules[1].functions)


def test_the_same_files_give_the_same_inventory(tmp_path: Path) -> None:
    """Nothing depends on time, order of files or identity."""
    files = {
        "__init__.py": "from .b import *\n",
        "b.py": "class C:\n    x = 1\n    def m(self): ...\n",
        "a.py": "K = {1: 2}\n",
    }
    written(tmp_path, files)

    assert take_inventory(tmp_path, "app") == take_inventory(tmp_path, "app")
