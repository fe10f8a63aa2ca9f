"""Drawn inputs: valid, different, the same every time, and with what matters among them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from holo.inputs.draw import draw
from holo.inputs.fakes import fingerprint
from tests.unit.inputs.worlds import HEAD, Made, made

LENDING = """
type CopyId = int where it > 0
type Member = str where it.strip() != ""
const MOST: int = 5
record Loan {
  copy:   CopyId
  member: Member
  due:    date
  times:  int = 0
  invariant 0 <= times <= 2
}
error LimitReached(member: Member)
port Post {
  function send(member: Member, text: str) -> int raises ConnectionError, LimitReached
}
function count(loans: list[Loan], member: Member) -> int {
  returns sum(loan.member == member for loan in loans)
}
function close(loans: list[Loan], copy: CopyId) -> list[Loan] {
  requires any(loan.copy == copy for loan in loans)
  ensures  result == [loan for loan in loans if loan.copy != copy]
}
function open_loan(loans: list[Loan], copy: CopyId, member: Member) -> list[Loan] {
  requires all(loan.copy != copy for loan in loans)
  raises   LimitReached(member) when count(loans, member) >= MOST
  ensures  result[:-1] == loans
  example  open_loan([], 7, "ada")[0].copy == 7
}
function remind(loans: list[Loan], post: Post, clock: Clock) -> int {
  uses Post.send, Clock.today
  ensures result == len(calls(post.send))
}
"""


@pytest.fixture(scope="module")
def lending() -> Made:
    """Return the lending hologram."""
    return made(LENDING)


def shown(one: Made, name: str, **options: int) -> list[tuple[str, ...]]:
    """Draw inputs of a function as text."""
    drawn = draw(one.function(name), one.world, **options)
    return [tuple(fingerprint(arg, one.world) for arg in args) for args in drawn.inputs]


def test_hundred_inputs_are_different_and_valid(lending: Made) -> None:
    """As many as asked for, none twice, all within the contract."""
    drawn = draw(lending.function("close"), lending.world, count=100)
    texts = shown(lending, "close", count=100)

    assert 100 == drawn.kept == len(set(texts))
    assert all(any(loan.copy == copy for loan in loans) for loans, copy in drawn.inputs)


def test_same_seed_gives_the_same_inputs(lending: Made) -> None:
    """Drawing is a function of the seed."""
    assert shown(lending, "remind", seed=3) == shown(lending, "remind", seed=3)


def test_other_seed_gives_other_inputs(lending: Made) -> None:
    """What is not planned depends on the seed."""
    assert shown(lending, "close", seed=3) != shown(lending, "close", seed=4)


def test_inputs_do_not_depend_on_the_process(tmp_path: Path) -> None:
    """Another process, folder and hash seed draw the same inputs, and leave no file."""
    code = (
        f"import sys; sys.path.insert(0, {str(Path(__file__).parents[3])!r})\n"
        "from tests.unit.inputs.test_draw import LENDING, shown\n"
        "from tests.unit.inputs.worlds import made\n"
        "print(hash(repr(shown(made(LENDING), 'open_loan'))) * 0 or repr(shown(made(LENDING), 'open_loan')))"
    )

    def drawn(hash_seed: str) -> str:
        environment = {**os.environ, "PYTHONHASHSEED": hash_seed}
        return subprocess.run(
            [sys.executable, "-c", code], env=environment, cwd=tmp_path, capture_output=True, text=True, check=True
        ).stdout

    assert drawn("1") == drawn("2")
    assert [] == list(tmp_path.iterdir())


def test_examples_come_first_and_near_misses_follow(lending: Made) -> None:
    """The arguments of an example, and the same with one of them changed a little, are always there."""
    texts = shown(lending, "open_loan")

    assert ("[]", "7", '"ada"') == texts[0]
    assert ("[]", "6", '"ada"') in texts
    assert ("[]", "8", '"ada"') in texts


def test_limits_of_the_contract_are_reached(lending: Made) -> None:
    """Five loans of one member, for whom another is asked, are among the inputs."""
    drawn = draw(lending.function("open_loan"), lending.world)

    assert any(sum(loan.member == member for loan in loans) >= 5 for loans, _, member in drawn.inputs)


def test_elements_meet_the_other_arguments(lending: Made) -> None:
    """Lists hold values that other parameters have as well."""
    drawn = draw(lending.function("count"), lending.world)

    assert sum(any(loan.member == member for loan in loans) for loans, member in drawn.inputs) > 10


def test_ports_reply_and_fail_as_declared(lending: Made) -> None:
    """Fakes answer with values of the declared type, and some raise a declared error."""
    drawn = draw(lending.function("remind"), lending.world)
    sends = [post.functions["send"] for _, post, _ in drawn.inputs]

    assert {int} == {type(send.reply.value) for send in sends if send.reply is not None}
    assert {"ConnectionError", "LimitReached"} == {type(s.fault).__name__ for s in sends if s.fault is not None}


def test_clock_says_one_moment(lending: Made) -> None:
    """The day of a fake clock is that of its moment."""
    drawn = draw(lending.function("remind"), lending.world)
    clocks = [clock for _, _, clock in drawn.inputs if clock.functions["now"].reply is not None]

    assert len(clocks) > 50
    assert all(clock.now().date() == clock.today() for clock in clocks)


def test_small_domain_is_drawn_whole_and_ends() -> None:
    """Two truth values make four inputs, and no more are looked for."""
    one = made("function f(a: bool, b: bool) -> bool {\n  ensures result == (a or b)\n}")

    assert 4 == draw(one.function("f"), one.world).kept


def test_nearly_empty_contract_shows_in_the_counts() -> None:
    """Many tried and few kept tells the caller that a verdict would be worth little."""
    one = made("function f(a: int, b: int) -> int {\n  requires a * a * a == b * b + 1234567\n}")

    drawn = draw(one.function("f"), one.world)

    assert drawn.tried > 100
    assert drawn.kept < 5


def test_function_without_parameters_has_one_input() -> None:
    """The empty tuple is the only input."""
    one = made("function f() -> int {\n  ensures result > 0\n}")

    assert ((),) == draw(one.function("f"), one.world).inputs


TYPES = """
enum Color { red, green }
type Even = int where it % 2 == 0
record Point {
  x: int
  y: Decimal
}
record Node {
  point: Point | None
  next:  Node | None
}
"""


@pytest.mark.parametrize(
    "type_",
    [
        "int", "str", "bool", "float", "bytes", "None", "date", "datetime", "time", "timedelta", "Decimal", "Fraction",
        "Color", "Even", "Point", "Node", "list[Even]", "dict[str, list[Point]]", "set[int]", "frozenset[Color]",
        "tuple[int, str]", "tuple[Even, ...]", "int | None", "Point | Color | str", "list[dict[Color, Even | None]]",
    ],
)  # fmt: skip
def test_every_type_can_be_drawn(type_: str) -> None:
    """Values of each declared type are found, and fit it."""
    one = made(TYPES + f"function f(value: {type_}, other: int) -> int {{\n  ensures result == other\n}}")

    drawn = draw(one.function("f"), one.world, count=30)

    assert 30 == drawn.kept
    assert [] == [w for w in (one.world.fits(args[0], one.type(type_)) for args in drawn.inputs) if w]


def test_a_type_parameter_is_one_type_within_an_input() -> None:
    """A type parameter is tried with int and with str, never with both at once."""
    one = made("function first[T](items: list[T], other: T) -> T {\n  ensures result in [*items, other]\n}")

    drawn = draw(one.function("first"), one.world, count=20)

    assert {int, str} == {type(other) for _, other in drawn.inputs}
    assert all({type(other)} >= {type(item) for item in items} for items, other in drawn.inputs)


def test_laws_are_drawn_like_functions() -> None:
    """A law's parameters and `requires` count as a function's do."""
    one = made("law f(a: int, b: int) {\n  requires a < b < a + 5\n  ensures a != b\n}")

    assert 50 == draw(one.law("f"), one.world, count=50).kept


def test_head_of_the_test_holograms_is_the_shortest() -> None:
    """The worlds of these tests hold nothing but what a test writes."""
    assert ("demo", ()) == (made("").hologram.name, made("").hologram.failures)
    assert HEAD.startswith("hologram demo")
