"""A contract as one function: what it says of a body, and for which functions there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from holo.config import CheckTable, Config
from holo.emit.program import Composer
from holo.emit.symbolic_file import check_text, needed, unsupported
from holo.ir import model as ir
from holo.operations.compile import compile_project

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

HEAD = 'hologram town "0.1.0" language 1\n\nport Post {\n  function send(text: str) -> None\n}\n\n'


def lowered(folder: Path, text: str) -> tuple[Composer, ir.Function]:
    """Return the project of a text, and its function."""
    (folder / "town.holo").write_text(HEAD + text, encoding="utf-8")
    compiled = compile_project(folder / "town.holo", Config(folder, found=True, check=CheckTable(types="off")), folder)
    assert not compiled.broken, [row.message for row in compiled.diagnostics]
    project = ir.Project(root="town", holograms=compiled.holograms())
    (function,) = [each for package in project.holograms[0].packages for each in package.functions]
    return Composer(project), function


def checked(folder: Path, text: str, body: Callable[..., Any]) -> Callable[..., list[object]]:
    """Return what a check tells: for each call, the inputs that it holds against the body."""
    composer, function = lowered(folder, text)
    code = check_text(composer.layout, function, oracle=True)
    told: list[object] = []
    # The one import of these checks is the function itself.
    module: dict[str, Any] = {function.name: body}
    exec("\n".join(line for line in code.splitlines() if not line.startswith("from town")), module)

    def tell(holds: object, arguments: object) -> object:
        if not holds:
            told.append(arguments)
        return holds

    module["_told"] = tell

    def run(*arguments: object) -> list[object]:
        told.clear()
        module["check"](*arguments)
        return list(told)

    return run


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("function f(post: Post) -> int {\n  uses Post.send\n  ensures result == 1\n}\n", "`post` is a port"),
        ("async function f(n: int) -> int {\n  ensures result == n\n}\n", "async"),
        ("function f[T](x: T) -> T {\n  ensures result == x\n}\n", "`T` may be any"),
        ("function f() -> int {\n  ensures result == 1\n}\n", "no parameters"),
        ("function f(n: int) -> int {\n  ensures result == n\n}\n", ""),
    ],
)
def test_what_cannot_be_a_symbol_is_named(tmp_path: Path, text: str, why: str) -> None:
    """Empty where a search can be made."""
    composer, function = lowered(tmp_path, text)

    found = unsupported(function, composer.layout.library.lookup)

    assert why in found
    assert bool(why) is bool(found)


def test_a_check_holds_a_body_against_its_contract(tmp_path: Path) -> None:
    """Inputs outside `requires` and right answers tell nothing; wrong ones tell the input."""
    text = "function f(n: int) -> int {\n  requires n >= 0\n  ensures result > n\n}\n"
    run = checked(tmp_path, text, lambda n: n + 1 if n != 5 else 0)

    assert [[], [], [(5,)]] == [run(-1), run(4), run(5)]


def test_a_check_knows_which_error_must_be_raised(tmp_path: Path) -> None:
    """The right one, under its condition and nowhere else."""

    def body(n: int) -> int:
        if n < -10:
            raise KeyError
        if n < 0 or n == 7:
            raise ValueError
        return n

    text = "function f(n: int) -> int {\n  raises ValueError when n < 0\n  ensures result == n\n}\n"
    run = checked(tmp_path, text, body)

    assert [[], [], [(7,)], [(-11,)]] == [run(3), run(-1), run(7), run(-11)]


def test_a_check_does_not_blame_a_body_for_a_contract_without_value(tmp_path: Path) -> None:
    """What divides by nothing says nothing; the clause after it still does."""
    text = "function f(n: int) -> int {\n  ensures result // n >= 0\n  ensures result == n\n}\n"
    run = checked(tmp_path, text, lambda _: 0)

    assert [[], [(2,)]] == [run(0), run(2)]


def test_a_check_has_the_holograms_own_words_for_an_oracle(tmp_path: Path) -> None:
    """`returns` is a promise like any other."""
    run = checked(tmp_path, "function f(n: int) -> int {\n  returns n * 2\n}\n", lambda n: n + min(n, 3))

    assert [[], [], [(4,)]] == [run(0), run(3), run(4)]


def test_the_type_of_a_result_is_asked_for(tmp_path: Path) -> None:
    """A bool is no int here."""
    run = checked(tmp_path, "function f(n: int) -> int {\n  ensures result == 1\n}\n", lambda n: n > 0 or 1)

    assert [(1,)] == run(1)


def test_names_of_parameters_do_not_collide_with_those_of_the_check(tmp_path: Path) -> None:
    """A parameter may be called as the check is."""
    text = "function f(check: int, told: int) -> int {\n  ensures result == check + told\n}\n"
    run = checked(tmp_path, text, lambda check, told: check + told if check < 9 else 0)

    assert [[], [(9, 1)]] == [run(1, 2), run(9, 1)]


def test_what_a_check_names_is_known(tmp_path: Path) -> None:
    """The program must hold it all."""
    _, function = lowered(tmp_path, "function f(n: int) -> int {\n  ensures result == n\n}\n")

    assert "town.f" in needed(function)
