"""Each way in which code can leave its description is found, and nothing else is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from holo.analysis.analyze import analyze
from holo.lift.compare import compare, seen
from holo.lift.inventory import take_inventory
from holo.lowering.lower import lower
from holo.operations.lift import lift_texts
from holo.source import SourceFile
from holo.syntax.parse import parse

if TYPE_CHECKING:
    from pathlib import Path

    from holo.lift.finding import Finding

BEFORE = '''\
"""A shop."""
from dataclasses import dataclass
from enum import Enum
from typing import Optional, Union

__all__ = ["Line", "Cart", "State", "Empty", "total", "each", "LIMIT", "rate", "Key"]

LIMIT = 3
Key = Union[int, str]


@dataclass
class Line:
    name: str
    price: int = 0


class State(Enum):
    ON = 1
    OFF = 2


class Empty(Exception):
    """Nothing is there."""


class Base:
    shared: int


class Cart(Base):
    owner: str

    def add(self, line: Line, count: int = 1) -> "Cart":
        """The cart with one line more."""
        if count < 1:
            raise ValueError("count")
        return self

    @staticmethod
    def of(owner: str) -> "Cart":
        return Cart()


def total(lines: list[Line], tax: Optional[int] = None, *, deep: bool = False) -> int:
    """The sum of all prices."""
    if not lines:
        raise Empty
    return sum(line.price for line in lines)


def each(lines):
    yield from lines


async def rate(day: str, key: Key) -> int:
    return 1
'''

CHANGES = [
    # the kind, what is replaced, and by what
    ("H830", "def each(lines):\n    yield from lines\n", ""),
    ("H831", "def each(", "def more(): ...\n\n\ndef each("),
    ("H833", "def total(", "def sum_all("),
    ("H834", "tax: Optional[int] = None,", "tax: Optional[int] = None, currency: str = '',"),
    ("H835", "tax: Optional[int] = None, ", ""),
    ("H836", "tax: Optional[int]", "vat: Optional[int]"),
    ("H837", "line: Line, count: int = 1", "count: int = 1, line: Line = None"),
    ("H838", "tax: Optional[int] = None, *,", "*, tax: Optional[int] = None,"),
    ("H838", "async def rate(day: str,", "async def rate(day: str, /,"),
    ("H839", "deep: bool = False", "deep: bool = True"),
    ("H839", "count: int = 1", "count: int"),
    ("H840", "day: str", "day: bytes"),
    ("H840", "def each(lines)", "def each(lines: list[int])"),
    ("H841", "deep: bool = False) -> int", "deep: bool = False) -> float"),
    ("H841", "deep: bool = False) -> int", "deep: bool = False)"),
    ("H842", "async def rate", "def rate"),
    ("H843", "yield from lines", "return lines"),
    ("H844", "class Base:\n    shared: int\n\n\nclass Cart(Base)", "class Cart"),
    ("H845", "class Cart(Base)", "class Cart"),
    ("H846", "    owner: str\n\n    def", "    def"),
    ("H846", "    OFF = 2\n", ""),
    ("H846", "    price: int = 0\n", "    cost: int = 0\n"),
    ("H847", "LIMIT = 3\n", ""),
    ("H848", "LIMIT = 3", "LIMIT = 4"),
    ("H849", '"Empty", ', ""),
    ("H850", "    return sum(", "    if deep:\n        raise KeyError\n    return sum("),
    ("H851", '        if count < 1:\n            raise ValueError("count")\n', ""),
    ("H852", "    @staticmethod\n    def of(owner", "    def of(self, owner"),
    ("H855", "async def rate(day: str, key: Key) -> int:\n    return 1", "rate = int"),
    ("H856", "    owner: str\n", "    owner: bytes\n"),
    ("H857", "    price: int = 0\n", "    price: int = 0\n    tax: int = 0\n"),
    ("H858", "    name: str\n    price: int = 0", "    price: int = 0\n    name: str = ''"),
    ("H859", "    OFF = 2\n", "    OFF = 2\n    LOST = 3\n"),
    ("H860", "Key = Union[int, str]\n", ""),
]

HARMLESS = [
    ("formatting", "def each(lines):\n    yield from lines", "def each( lines ) :\n\n    yield from (lines)"),
    ("comment", "def each(", "# what is given, is given back\ndef each("),
    ("docstring", '"""The sum of all prices."""', '"""The sum\n    of all prices, in cents."""'),
    ("renamed local", "sum(line.price for line in lines)", "sum(one.price for one in lines)"),
    ("order of definitions", "LIMIT = 3\nKey = Union[int, str]\n", "Key = Union[int, str]\nLIMIT = 3\n"),
    (
        "order of imports",
        "from dataclasses import dataclass\nfrom enum import Enum\n",
        "from enum import Enum\nfrom dataclasses import dataclass\n",
    ),
    ("spelling of a type", "Optional[int] = None", "'int | None' = None"),
    ("spelling of an alias", "Key = Union[int, str]", "Key = int | str"),
    ("a message", 'ValueError("count")', 'ValueError("less than one")'),
    ("a private helper", "def each(", "def _helper(): ...\n\n\ndef each("),
    ("spelling of a value", "LIMIT = 3", "LIMIT = 0x3"),
]


def findings(folder: Path, before: str, after: str, *, memory: bool = True) -> tuple[Finding, ...]:
    file = folder / "shop.py"
    file.write_text(before, encoding="utf-8")
    old = take_inventory(file, "shop.py")
    holograms = []
    for _, one in lift_texts(old, "shop"):
        assert not [each.message for each in one.diagnostics if each.severity.value == "error"]
        holograms.append(lower(analyze(parse(SourceFile(one.path, one.text)), {}, "shop.py")).hologram)
    file.write_text(after, encoding="utf-8")
    return compare(holograms, take_inventory(file, "shop.py"), seen(holograms, old) if memory else None)


def test_untouched_code_has_no_findings(tmp_path: Path) -> None:
    """With and without what was remembered."""
    assert () == findings(tmp_path, BEFORE, BEFORE)
    assert () == findings(tmp_path, BEFORE, BEFORE, memory=False)


@pytest.mark.parametrize(("code", "old", "new"), CHANGES, ids=[f"{code} {old[:24]!r}" for code, old, _ in CHANGES])
def test_each_structural_change_is_found(tmp_path: Path, code: str, old: str, new: str) -> None:
    """The kind is the one that its page describes, and it points into the file."""
    assert BEFORE.count(old) == 1

    found = findings(tmp_path, BEFORE, BEFORE.replace(old, new))

    assert code in {one.code.number for one in found}, [one.message for one in found]
    assert {"shop.py"} == {one.path for one in found}


@pytest.mark.parametrize(("what", "old", "new"), HARMLESS, ids=[what for what, _, _ in HARMLESS])
def test_harmless_changes_are_not_found(tmp_path: Path, what: str, old: str, new: str) -> None:
    """What a caller cannot see raises no alarm."""
    assert BEFORE.count(old) == 1, what

    assert () == findings(tmp_path, BEFORE, BEFORE.replace(old, new))


def test_a_renamed_function_is_known_by_its_body(tmp_path: Path) -> None:
    """Without a doc, what was remembered of the body tells."""
    found = findings(tmp_path, BEFORE, BEFORE.replace("def each(", "def all_of("))

    assert {"H833", "H849"} >= {one.code.number for one in found}
    assert "`each` now is `shop.all_of`" in {one.message for one in found}


def package(folder: Path, before: dict[str, str], after: dict[str, str]) -> tuple[Finding, ...]:
    def put(files: dict[str, str]) -> None:
        for name, text in files.items():
            (folder / "app" / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / "app" / name).write_text(text, encoding="utf-8")

    put({"__init__.py": "", **before})
    old = take_inventory(folder / "app", "app")
    holograms = [
        lower(analyze(parse(SourceFile(one.path, one.text)), {}, "app")).hologram for _, one in lift_texts(old, "app")
    ]
    for name in before:
        (folder / "app" / name).unlink()
    put(after)
    return compare(holograms, take_inventory(folder / "app", "app"), seen(holograms, old))


F = "def f(x: int) -> int:\n    return x + 1\n"
G = "def g() -> None: ...\n"


def test_a_function_that_moved_is_found_where_it_is(tmp_path: Path) -> None:
    """It is not gone, and its new place is not called new."""
    found = package(tmp_path, {"a.py": F + G, "b.py": G}, {"a.py": G, "b.py": F + G})

    assert [("H832", "app/b.py")] == [(one.code.number, one.path) for one in found]


def test_a_function_that_is_imported_where_it_was_has_not_moved(tmp_path: Path) -> None:
    """Callers find it under the same name."""
    found = package(tmp_path, {"a.py": F + G, "b.py": G}, {"a.py": "from app.b import f\n" + G, "b.py": F + G})

    assert () == found


def test_a_method_that_moved_to_a_base_is_still_there(tmp_path: Path) -> None:
    """It is inherited."""
    before = "class A: ...\nclass B(A):\n    def m(self) -> int: ...\n"
    after = "class A:\n    def m(self) -> int: ...\nclass B(A): ...\n"

    assert {"H831"} >= {one.code.number for one in package(tmp_path, {"a.py": before}, {"a.py": after})}


def test_a_module_that_is_gone_is_said_once(tmp_path: Path) -> None:
    """Its functions are not listed besides."""
    found = package(tmp_path, {"a.py": F + G, "b.py": G}, {"b.py": G})

    assert ["H853"] == [one.code.number for one in found]


def test_a_module_that_cannot_be_read_is_not_called_gone(tmp_path: Path) -> None:
    """The line of the mistake is named."""
    found = package(tmp_path, {"a.py": F + G}, {"a.py": F + "def (\n"})

    assert [("H854", 3)] == [(one.code.number, one.line) for one in found]


def test_public_names_of_a_package_are_held(tmp_path: Path) -> None:
    """What a package takes from its modules is offered, or it is found."""
    found = package(tmp_path, {"__init__.py": "from app.a import f\n", "a.py": F}, {"__init__.py": "", "a.py": F})

    assert ["H849"] == [one.code.number for one in found]
