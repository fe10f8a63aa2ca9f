"""The program for the sandbox: only what is needed, and nothing else than what is shipped."""

from __future__ import annotations

import sys
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from typing import TYPE_CHECKING

import pytest

from holo.emit.program import Composer, program
from tests.unit.emit.lending import BODIES, PROJECT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from types import ModuleType

    from holo.sandbox.program import Program


class Finder(MetaPathFinder, Loader):
    """Imports a program from memory."""

    def __init__(self, made: Program) -> None:
        """Take the program."""
        self._made = made

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Find modules, and the packages above them."""
        del path, target
        above = any(module.startswith(f"{fullname}.") for module in self._made.modules)
        if fullname in self._made.modules or above:
            return ModuleSpec(fullname, self, is_package=above)
        return None

    def exec_module(self, module: ModuleType) -> None:
        """Run a module's text."""
        exec(self._made.modules.get(module.__name__, ""), module.__dict__)


@pytest.fixture
def load() -> Iterator[object]:
    """Import one entry of a program, and forget it afterwards."""
    made: list[Finder] = []

    def run(found: Program, key: str) -> object:
        made.append(Finder(found))
        sys.meta_path.insert(0, made[-1])
        module, name = found.entries[key]
        __import__(module)
        return getattr(sys.modules[module], name)

    yield run
    for finder in made:
        sys.meta_path.remove(finder)
    for name in [name for name in sys.modules if name.partition(".")[0] == "lending"]:
        del sys.modules[name]


def test_program_holds_only_what_is_needed() -> None:
    """A function comes with what it calls and with the types that these need."""
    made = program(PROJECT, BODIES, ["lending.letters.to_write"])

    # The types of `fines` come with those of `lending`, whose records name them; they need `weekly`.
    assert {
        "lending.fines.types",
        "lending.fines.week",
        "lending.fines.weekly",
        "lending.letters.members",
        "lending.letters.overdue",
        "lending.letters.to_write",
        "lending.money.types",
        "lending.types",
    } == set(made.modules)


@pytest.mark.parametrize(
    ("key", "args", "result"),
    [
        ("lending.loans.is_odd", (3,), True),
        ("lending.loans.is_even", (3,), False),
        ("lending.letters.members", ([],), []),
        ("lending.fines.discount", (11, False), 100),
        ("lending.fines.weekly", (2,), 14),
    ],
)
def test_program_runs(load: object, key: str, args: tuple[object, ...], result: object) -> None:
    """Every focused function can be called, rings included."""
    made = program(PROJECT, BODIES, [key])

    assert result == load(made, key)(*args)


def test_candidate_takes_the_place_of_a_body(load: object) -> None:
    """The same composer gives each candidate its own program."""
    composer = Composer(PROJECT)
    composer.program(BODIES, ["lending.loans.is_odd"])

    made = composer.program(
        {**BODIES, "lending.loans.is_odd": "def is_odd(n: int) -> bool:\n    return n == 99\n"},
        ["lending.loans.is_odd"],
    )

    assert load(made, "lending.loans.is_odd")(99)


def test_open_function_raises(load: object) -> None:
    """What nobody has written says so when it is called."""
    made = program(PROJECT, {}, ["lending.loans.close_loan"])

    with pytest.raises(NotImplementedError, match=r"`lending\.loans\.close_loan` is open"):
        load(made, "lending.loans.close_loan")([], 1)


def test_entries_name_types_and_async_functions() -> None:
    """The sandbox learns where records, errors and ports stand, and which functions are to be awaited."""
    made = program(PROJECT, BODIES, ["lending.loans.price"])

    assert ("lending.types", "Shop") == made.entries["lending.Shop"]
    assert ("lending.types", "LimitReached") == made.entries["lending.LimitReached"]
    assert ("lending.loans.price", "price") == made.entries["lending.loans.price"]
    assert {"lending.loans.price"} == made.asynchronous


def test_program_is_what_is_shipped(files: dict[str, str]) -> None:
    """But for Ruff's layout, the sandbox runs the files of the package."""
    from holo.pycode.digest import body_digest

    made = program(PROJECT, BODIES, BODIES)

    shipped = {module: files[f"src/{module.replace('.', '/')}.py"] for module in made.modules}
    assert {module: body_digest(text) for module, text in made.modules.items()} == {
        module: body_digest(text) for module, text in shipped.items()
    }


def test_no_function_says_its_contract_where_it_runs(files: dict[str, str]) -> None:
    """A body could read its own docstring, or that of what it calls: what it is held to is not in its process."""
    import ast

    made = program(PROJECT, BODIES, BODIES)
    shipped = "".join(files[f"src/{module.replace('.', '/')}.py"] for module in made.modules)
    nodes = [node for text in made.modules.values() for node in ast.parse(text).body]
    functions = [node for node in nodes if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]

    assert "    Ensures:\n" in shipped
    assert functions
    assert not any("Ensures:" in text for text in made.modules.values())
    assert [None] * len(functions) == [ast.get_docstring(node) for node in functions]
