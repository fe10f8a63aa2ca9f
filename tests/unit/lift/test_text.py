"""What is lifted, as text: it compiles, it is in canonical form, and it says what the code says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from holo.lift.inventory import take_inventory
from holo.operations.compile import check_text
from holo.operations.lift import lift_texts
from holo.source import SourceFile
from holo.syntax.format import format_source

if TYPE_CHECKING:
    from pathlib import Path

    from holo.operations.lift import LiftedFile


def lifted(folder: Path, text: str, *, private: bool = False) -> LiftedFile:
    """Lift one file and hold what every lifted text must be: compiled, and canonical."""
    (folder / "one.py").write_text(text, encoding="utf-8")
    ((_, made),) = lift_texts(take_inventory(folder / "one.py", "one.py"), "one_file", private=private)
    errors = [one.message for one in check_text(made.text, made.path, code="one.py") if one.severity.value == "error"]
    assert [] == errors
    assert made.text == format_source(SourceFile(made.path, made.text)).text
    return made


@pytest.mark.parametrize(
    ("annotation", "type_"),
    [
        ("Optional[int]", "int | None"),
        ("Union[int, str, None]", "int | str | None"),
        ("List[Dict[str, int]]", "list[dict[str, int]]"),
        ("list", "list[Any]"),
        ("tuple", "tuple[Any, ...]"),
        ("Tuple[int, ...]", "tuple[int, ...]"),
        ("'int | None'", "int | None"),
        ("Literal['a', 1]", "str | int"),
        ("Iterator[int]", "Iterator[int]"),
        ("datetime.date", "date"),
        ("Any", "Any"),
        ("Optional[Dict[str, Union[int, str]]]", "dict[str, int | str] | None"),
    ],
)
def test_annotations_become_types_of_the_language(tmp_path: Path, annotation: str, type_: str) -> None:
    """Old spellings become the one spelling."""
    made = lifted(
        tmp_path,
        f"import datetime\nfrom typing import *\nfrom typing import Any, Dict, Iterator, List, Literal, Optional, Tuple, Union\ndef f(x: {annotation}): ...\n",
    )

    assert f"function f(x: {type_}) -> Any {{" in made.text


def test_what_has_no_word_is_opaque(tmp_path: Path) -> None:
    """The annotation's text stands behind a name."""
    made = lifted(
        tmp_path, "import re\nfrom typing import Callable\ndef f(x: re.Pattern[str], y: Callable[[int], str]): ...\n"
    )

    assert 'type PatternStr = python "re.Pattern[str]"' in made.text
    assert 'type CallableIntStr = python "Callable[[int], str]"' in made.text
    assert 2 == made.tally.opaque_types


def test_every_parameter_list_of_python_is_said(tmp_path: Path) -> None:
    """All five kinds, with and without types and defaults."""
    made = lifted(tmp_path, "async def f(a, /, b: int, c=1, *args: int, d: str = 'x', e=object(), **kw): ...\n")

    assert 'async function f(a, /, b: int, c=1, *args: int, d: str = "x", e=..., **kw) -> Any {' in made.text
    assert 1 == made.tally.defaults_without_value


def test_methods_of_each_binding_are_said(tmp_path: Path) -> None:
    """What the code calls `self` does not matter."""
    made = lifted(
        tmp_path,
        "class Cart:\n    total: int\n    def add(this, n: int) -> 'Cart': ...\n    @classmethod\n    def of(cls, x): ...\n"
        "    @staticmethod\n    def rate(day): ...\n    @property\n    def size(self) -> int: ...\n",
    )

    assert "function Cart.add(self: Cart, n: int) -> Cart {" in made.text
    assert "function Cart.of(cls: type[Cart], x) -> Any {" in made.text
    assert "function Cart.rate(day) -> Any {" in made.text
    assert "  size: int\n" in made.text


def test_shapes_have_their_forms(tmp_path: Path) -> None:
    """Dataclass, enum and exception; what cannot be a record is a class."""
    made = lifted(
        tmp_path,
        "from dataclasses import dataclass, field\nfrom enum import Enum\n@dataclass\nclass Line:\n    name: str\n    tags: list[str] = field(default_factory=list)\n"
        "class State(Enum):\n    ON = 1\n    OFF = 2\nclass Bad(ValueError):\n    'Why.'\n@dataclass\nclass Odd(Line):\n    more: int = 0\n",
    )

    assert "record Line {\n  name: str\n  tags: list[str] = ...\n}" in made.text
    assert "enum State { ON, OFF }" in made.text
    assert 'error Bad "Why."' in made.text
    assert "class Odd(Line) {\n  more: int\n}" in made.text


def test_doctests_become_examples_and_the_others_stay_prose(tmp_path: Path) -> None:
    """Values given before are put in; floats are compared with a tolerance; what prints stays as it is."""
    made = lifted(
        tmp_path,
        'def f(xs: list[int], n: int = 1) -> float:\n    """Do it.\n\n    >>> xs = [1, 2]\n    >>> f(xs)\n    0.5\n    >>> f([], n=2) > 1\n    True\n    >>> print(f(xs))\n    0.5\n    """\n',
    )

    assert "example abs(f([1, 2]) - 0.5) < 1e-09" in made.text
    assert "example f([], n=2) > 1" in made.text
    assert ">>> print(f(xs))" in made.text
    assert (2, 1) == (made.tally.examples, made.tally.doctests_as_prose)


def test_a_doctest_outside_the_signature_stays_prose(tmp_path: Path) -> None:
    """What the annotations do not allow would not compile: the doctest is kept, and counted."""
    made = lifted(
        tmp_path,
        'def f(x: int) -> str:\n    """Do it.\n\n    >>> f(None)\n    \'none\'\n    >>> f(1)\n    \'1\'\n    """\n',
    )

    assert ">>> f(None)" in made.text
    assert 'example f(1) == "1"' in made.text
    assert (1, 1) == (made.tally.examples, made.tally.doctests_as_prose)


def test_a_raise_has_its_condition_where_it_can_be_said(tmp_path: Path) -> None:
    """An earlier guard that cannot be said takes the conditions of all later ones."""
    made = lifted(
        tmp_path,
        "def f(x: int):\n    if x < 0:\n        raise ValueError\n    if unknown(x):\n        raise TypeError\n    if x > 9:\n        raise KeyError\n",
    )

    assert "raises ValueError when x < 0\n" in made.text
    assert "raises TypeError\n" in made.text
    assert "raises KeyError\n" in made.text


def test_an_error_of_elsewhere_is_listed(tmp_path: Path) -> None:
    """It is left out with its reason, never dropped in silence."""
    made = lifted(tmp_path, "import click\ndef f():\n    raise click.UsageError\n")

    assert ["one.f raises click.UsageError"] == [one.name for one in made.tally.left_out]


def test_a_doc_with_marks_of_the_language_compiles(tmp_path: Path) -> None:
    """References and triple quotes in a docstring are only text."""
    made = lifted(
        tmp_path, "def f():\n    '''See [[nothing]] and \"\"\"this\"\"\".\n\n    {brace # no comment\n    '''\n"
    )

    assert "[ [nothing]]" in made.text


def test_private_names_come_when_asked(tmp_path: Path) -> None:
    """And only then."""
    text = "def f(): ...\ndef _g(): ...\n_K = 1\n"

    assert "_g" not in lifted(tmp_path, text).text
    assert "function _g() -> Any" in lifted(tmp_path, text, private=True).text


def test_constants_have_their_value_or_say_that_they_have_one(tmp_path: Path) -> None:
    """A literal is written with its type, any other value as `...`."""
    made = lifted(tmp_path, "A = 3\nB = ['x', 1]\nC = object()\nD: dict[str, int] = {}\n")

    assert "const A: int = 3\n" in made.text
    assert 'const B: list[str | int] = ["x", 1]\n' in made.text
    assert "const C: Any = ...\n" in made.text
    assert "const D: dict[str, int] = ...\n" in made.text


def test_a_type_variable_is_a_type_parameter(tmp_path: Path) -> None:
    """As long as it is free and in a parameter."""
    made = lifted(
        tmp_path,
        "from typing import TypeVar\nT = TypeVar('T')\ndef first(xs: list[T]) -> T: ...\ndef none() -> T: ...\n",
    )

    assert "function first[T](xs: list[T]) -> T {" in made.text
    assert "function none() -> TType {" in made.text


def test_a_long_module_is_divided(tmp_path: Path) -> None:
    """No file has more words than one mind holds, and each function is in exactly one."""
    body = "\n".join(f'def f{n}(x: int) -> int:\n    """{"word " * 60}"""\n' for n in range(120))
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / "__init__.py").write_text("", encoding="utf-8")
    (tmp_path / "pack" / "long.py").write_text(body, encoding="utf-8")

    files = [one for _, one in lift_texts(take_inventory(tmp_path / "pack", "pack"), "pack")]

    assert len(files) > 1
    assert all(one.words <= 3_500 for one in files)
    assert len({one.name for one in files}) == len(files)
    assert 120 == sum(one.text.count("  function f") for one in files)


def test_a_field_of_a_dataclass_has_the_default_that_a_call_gets(tmp_path: Path) -> None:
    """`field(…)` is no default, a factory is one that is not said, and a `ClassVar` is no field."""
    made = lifted(
        tmp_path,
        "from dataclasses import dataclass, field\nfrom typing import ClassVar\n@dataclass\nclass A:\n    a: int = field(repr=False)\n"
        "    b: int\n    c: int = field(default=3)\n    d: list[int] = field(default_factory=list)\n",
    )

    assert "record A {\n  a: int\n  b: int\n  c: int = 3\n  d: list[int] = ...\n}" in made.text
