"""What a search on symbols finds that drawn inputs miss, what the judge makes of it, and what cannot be searched."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from holo.errors import HoloError
from holo.operations import deep
from holo.operations.compile import compile_project
from holo.operations.measured import opened
from holo.operations.verdicts import limits_of
from holo.pycode.digest import body_digest
from holo.sandbox.pool import Pool
from holo.sandbox.symbolic import Explored, State
from holo.verify.deep import Deep, Ending, settled
from tests.unit.operations.built import Town, town

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from holo.operations.workshop import Workshop

TAX = """
type Percent = int where 0 <= it <= 100

error Negative(amount: int) "Less than nothing."

function tax(amount: int, rate: Percent) -> int {
  "The tax on an amount, rounded down."
  raises  Negative(amount) when amount < 0
  ensures result == amount * rate // 100
}
"""
RIGHT = """def tax(amount: int, rate: Percent) -> int:
    if amount < 0:
        raise Negative(amount)
    return amount * rate // 100
"""
RARE = RIGHT.replace("    return", "    if amount == 123456789 * 3 + 1 and rate == 17:\n        return 0\n    return")


def only(made: Town) -> Deep:
    """Return the one function that was searched."""
    (found,) = made.search().found
    return found


@contextmanager
def shop_of(made: Town) -> Iterator[Workshop]:
    """Open a project with its bodies."""
    with Pool(1) as pool:
        yield opened(compile_project(made.spec, made.config, made.folder), made.config, pool)


def judged(made: Town, explored: Explored) -> Deep:
    """Return what the judge makes of what a search is said to have found."""
    with shop_of(made) as shop:
        return settled(
            shop.function("town.tax"),
            explored,
            shop.program("town.tax", shop.stands["town.tax"].source, {}),
            seconds=3,
            world=shop.world,
            lookup=shop.compiled.library.lookup,
            pool=shop.pool,
            limits=limits_of(made.config),
            bodies=shop.hashes(),
        )


def test_an_input_that_drawing_misses_is_found_and_confirmed(tmp_path: Path) -> None:
    """The judge accepted the body; one amount of all breaks it."""
    found = only(town(tmp_path, TAX, tax=RARE))

    assert found.ending is Ending.BROKEN
    assert found.finding is not None
    assert ("H706", "tax(370370368, 17)", "`0`") == (found.finding.code, found.finding.input, found.finding.got)
    assert "result == amount * rate // 100" in found.finding.message


def test_a_relation_of_two_texts_is_found(tmp_path: Path) -> None:
    """Nobody draws a text and the same one backwards."""
    spec = """
function same(a: str, b: str) -> bool {
  "Whether two texts are one."
  ensures result == (a == b)
}
"""
    body = 'def same(a: str, b: str) -> bool:\n    return a == b or (len(a) == 2 and a[0] == "q" and a + "z" == b)\n'

    found = only(town(tmp_path, spec, same=body))

    assert found.finding is not None
    assert found.finding.input.startswith('same("q')


def test_an_error_that_must_not_be_raised_is_found(tmp_path: Path) -> None:
    """Which error, and when, is part of the contract."""
    body = RIGHT.replace("    return", "    if amount == 70000001:\n        raise Negative(amount)\n    return")

    found = only(town(tmp_path, TAX, tax=body))

    assert found.finding is not None
    assert ("H707", "tax(70000001, 0)") == (found.finding.code, found.finding.input)


def test_records_are_searched_field_by_field(tmp_path: Path) -> None:
    """One item of a list is passed over."""
    spec = """
record Item {
  name: str
  price: int
}

function total(items: list[Item]) -> int {
  "The sum of the prices."
  ensures result == sum(item.price for item in items)
}
"""
    body = (
        "def total(items: list[Item]) -> int:\n    return sum(item.price for item in items if item.price != 91919191)\n"
    )

    found = only(town(tmp_path, spec, total=body))

    assert found.finding is not None
    assert 'total([Item("", 91919191)])' == found.finding.input


def test_a_right_body_is_confirmed_where_all_paths_are_followed(tmp_path: Path) -> None:
    """That is more than not having found anything."""
    spec = """
function clamp(n: int) -> int {
  "At most a hundred, at least none."
  ensures 0 <= result <= 100
  ensures result == n or n < 0 or n > 100
}
"""
    found = only(town(tmp_path, spec, clamp="def clamp(n: int) -> int:\n    return max(0, min(100, n))\n"))

    assert (Ending.CONFIRMED, None) == (found.ending, found.finding)


def test_a_port_is_no_symbol(tmp_path: Path) -> None:
    """What cannot be searched is said to be so, and why."""
    spec = """
port Post {
  function send(text: str) -> None
}

function tell(post: Post, text: str) -> int {
  "Send it."
  uses    Post.send
  ensures result == 1
  ensures [call.text for call in calls(post.send)] == [text]
}
"""
    found = only(
        town(tmp_path, spec, tell="def tell(post: Post, text: str) -> int:\n    post.send(text)\n    return 1\n")
    )

    assert found.ending is Ending.UNSUPPORTED
    assert "`post` is a port" in found.why


def test_what_is_not_accepted_as_it_is_now_is_not_searched(tmp_path: Path) -> None:
    """Nothing that did not run is sound."""
    made = town(tmp_path, TAX, tax=RIGHT)
    path = tmp_path / "generated" / "town" / "src" / "town" / "tax.py"
    path.write_text(path.read_text(encoding="utf-8").replace("// 100", "// 101"), encoding="utf-8")

    done = made.search()

    assert ((), ("town.tax",)) == (done.found, done.left)


def test_the_holograms_own_words_are_searched_for_their_promises_alone(tmp_path: Path) -> None:
    """A body that is its own oracle cannot break it."""
    spec = """
function double(n: int) -> int {
  "Twice."
  returns n * 2
}

function even(n: int) -> int {
  "Twice, and a promise that one number breaks."
  returns n * 2
  ensures result % 100000007 != 5
}
"""
    done = town(tmp_path, spec).search()

    assert 1 == done.derived
    assert [("town.even", Ending.BROKEN)] == [(one.function, one.ending) for one in done.found]
    assert not done.sound


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        ((100, 20), "`tax(100, 20)` meets the contract when it is run"),
        ((100, 200), "`rate` does not fit its type"),
        ((True, 20), "`amount` does not fit its type"),
        ((1,), "the input found has other arguments than the function"),
    ],
)
def test_what_the_judge_does_not_confirm_is_no_finding(tmp_path: Path, arguments: tuple[object, ...], why: str) -> None:
    """A search may be wrong, or lied to."""
    found = judged(town(tmp_path, TAX, tax=RIGHT), Explored(State.FOUND, "", arguments, 1, "good"))

    assert (Ending.DOUBTFUL, None) == (found.ending, found.finding)
    assert found.why.startswith(why)


@pytest.mark.parametrize("state", [State.ALL, State.NONE])
def test_a_search_that_never_reached_the_body_confirms_nothing(tmp_path: Path, state: State) -> None:
    """Where no path fulfils the contract's conditions, nothing was run."""
    found = judged(town(tmp_path, TAX, tax=RIGHT), Explored(state, "", (), 0, "good"))

    assert found.ending is Ending.UNSUPPORTED


def test_without_crosshair_the_message_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is an extra."""
    monkeypatch.setattr(deep, "installed", lambda: False)

    with pytest.raises(HoloError) as caught:
        deep.demand()

    assert "pip install 'holo[deep]'" in caught.value.hint


def test_a_body_whose_form_is_refused_is_not_searched(tmp_path: Path) -> None:
    """It would share a process with the search, and could say of itself that all paths are right."""
    made = town(tmp_path, TAX, tax=RIGHT)
    hostile = f"{RIGHT.partition(chr(10))[0]}\n    import os\n    os._exit(0)\n"
    file = tmp_path / "generated/town/src/town/tax.py"
    text = file.read_text(encoding="utf-8")
    body = RIGHT.partition("\n")[2]
    assert body in text
    file.write_text(text.replace(body, hostile.partition("\n")[2]), encoding="utf-8")
    lock = tmp_path / "holo.lock"
    locked = lock.read_text(encoding="utf-8")
    (tmp_path / "build/town/bodies/town.tax.py").unlink()
    lock.write_text(locked.replace(body_digest(RIGHT), body_digest(hostile)), encoding="utf-8")

    found = only(made)

    assert Ending.UNSUPPORTED is found.ending
    assert "the form of `town.tax` is refused: `os` may not be imported" in found.why


def test_a_path_on_which_the_contract_has_no_value_is_not_confirmed(tmp_path: Path) -> None:
    """Undefined is not true: no search may call it confirmed."""
    spec = """
function same(n: int) -> int {
  "The number."
  ensures result == n and 1 // (n - 1234567 - 7654321) <= 1
}
"""
    found = only(town(tmp_path, spec, same="def same(n: int) -> int:\n    return n\n"))

    assert Ending.CONFIRMED is not found.ending
