"""What a simulation counts and lists; the messages are in the golden cases."""

from __future__ import annotations

import subprocess
import sys

from holo.codes import Code
from holo.diagnostics.model import Severity
from holo.simulate.simulate import Simulated, simulate
from tests.unit.inputs.worlds import made


def simulated(text: str) -> Simulated:
    """Simulate the declarations of a hologram without its header."""
    one = made(text)
    return simulate(one.hologram, one.world)


def codes(text: str) -> list[Code]:
    """Return the codes that a simulation finds."""
    return [found.code for found in simulated(text).diagnostics]


def test_weak_bodies_are_listed_by_function() -> None:
    """Each trivial body that passes stands under its function, as it would be written."""
    found = simulated("function f(items: list[int]) -> list[int] {\n  ensures len(result) <= len(items)\n}")

    assert {"demo.f": ("return []", "return items")} == found.weak
    assert [Severity.WARNING] == [one.severity for one in found.diagnostics]


def test_sound_contract_is_not_weak() -> None:
    """A contract that says the whole result admits no trivial body."""
    found = simulated("function f(items: list[int]) -> list[int] {\n  ensures result == [x + 1 for x in items]\n}")

    assert {} == found.weak


def test_contract_that_is_an_argument_is_not_weak() -> None:
    """Where the contract says that an argument comes back, giving it back is right."""
    assert {} == simulated("function f(number: int) -> int {\n  ensures result == number\n}").weak


def test_effects_are_part_of_the_contract() -> None:
    """A result that is said whole does not say what a port is told."""
    text = (
        "port Post {\n  function send(text: str) -> None\n}\n"
        "function f(number: int, post: Post) -> int {\n  uses Post.send\n  ensures result == number\n}"
    )

    assert {"demo.f": ("return number",)} == simulated(text).weak


def test_body_that_must_raise_is_not_trivial() -> None:
    """Where an error is due, no body that only returns passes."""
    found = simulated(
        "error Bad()\nfunction f(number: int) -> int {\n  raises Bad() when number < 0\n  ensures result >= 0\n}"
    )

    assert {} == found.weak


def test_values_of_two_examples_refute_each_other() -> None:
    """A constant that passes one example fails another."""
    text = "function f(text: str) -> int {\n  ensures result >= 0\n  example f('ab') == 3\n  example f('b') == 4\n}"

    assert {} == simulated(text).weak


def test_example_of_another_form_refutes_too() -> None:
    """An example that states no whole value is run on each trivial body."""
    text = "function f(items: list[int]) -> list[int] {\n  example f([3, 1])[0] == 1\n  example len(f([2])) == 1\n}"

    assert {} == simulated(text).weak


def test_examples_that_wait_are_counted_by_function() -> None:
    """One entry for each example whose rest needs a body."""
    text = "function f(text: str) -> str {\n  ensures result != text\n  example f('ab')[0] == 'x'\n  example len(f('')) > 0\n}"

    found = simulated(text)

    assert ("demo.f", "demo.f") == found.not_checked_examples
    assert 2 <= found.not_checked


def test_joined_example_is_checked_in_both_parts() -> None:
    """Two statements joined by `and` are two statements."""
    text = "function f(number: int) -> int {\n  ensures result > number\n  example f(1) == 2 and f(5) == 4\n}"

    assert [Code.EXAMPLE_CONTRADICTS] == codes(text)


def test_negated_example_states_no_value() -> None:
    """What an example denies is not taken for the value."""
    text = "function f(number: int) -> int {\n  ensures result == number + 1\n  example not f(1) == 5\n}"

    assert [] == codes(text)


def test_truth_and_number_are_different_values() -> None:
    """An example that expects a bool of an int function contradicts its type."""
    text = "function f(number: int) -> int {\n  ensures result == number\n  example f(1) == (1 == 1)\n}"

    assert [Code.EXAMPLE_CONTRADICTS] == codes(text)


def test_defaults_are_part_of_an_example() -> None:
    """Arguments left out are those of the declaration."""
    text = "function f(a: int, b: int = 2) -> int {\n  ensures result == a + b\n  example f(1) == 4\n}"

    assert [Code.EXAMPLE_CONTRADICTS] == codes(text)


def test_table_over_an_optional_parameter_is_decided() -> None:
    """`None` is one of the values beside those of the type."""
    rows = "    age is None -> 0\n    age < 18 -> 1\n    age >= 18 -> 2\n"

    assert [] == codes(f"function f(age: int | None) -> int {{\n  table {{\n{rows}  }}\n}}")
    assert [Code.OPEN_CASE] == codes(
        f"function f(age: int | None) -> int {{\n  table {{\n{rows.replace('>= 18', '> 18')}  }}\n}}"
    )


def test_table_over_money_and_days_is_decided() -> None:
    """Decimals and dates have values between and beside their constants."""
    rows = '    price < Decimal("9.5") -> 1\n    day >= date(2026, 3, 1) -> 2\n    price > Decimal("9.5") -> 3\n'
    tail = "    otherwise -> 4\n"
    head = "function f(price: Decimal, day: date) -> int {\n  table {\n"

    assert [] == codes(f"{head}{rows}{tail}  }}\n}}")
    assert [Code.DEAD_ROW] == codes(f'{head}{rows}    price >= Decimal("9.6") -> 5\n{tail}  }}\n}}')


def test_refined_parameter_closes_a_table() -> None:
    """What a type excludes is no open case."""
    text = "type Dice = int where 1 <= it <= 6\nfunction f(dice: Dice) -> int {\n  table {\n    dice < 4 -> 0\n    dice in (4, 5, 6) -> 1\n  }\n}"

    assert [] == codes(text)


def test_unlikely_row_is_not_called_dead() -> None:
    """What boundary values cannot decide is never claimed."""
    text = "function f(a: int, b: int) -> int {\n  table {\n    a * b == 7919 * 7907 -> 1\n    otherwise -> 0\n  }\n}"

    found = simulated(text)

    assert () == found.diagnostics
    assert 1 == found.not_checked


def test_hard_contract_is_not_called_empty() -> None:
    """No input found is no proof that there is none."""
    text = (
        "function f(a: int, b: int) -> int {\n  requires a * a - 2 * b * b == 1 and a > 100\n  ensures result == a\n}"
    )

    assert [] == codes(text)


def test_guarded_condition_is_defined() -> None:
    """A `requires` above another guards it."""
    text = "function f(items: list[int]) -> int {\n  requires len(items) > 0\n  requires items[0] > 0\n  ensures result == items[0]\n}"

    assert [] == codes(text)


def test_same_hologram_gives_the_same_result() -> None:
    """Nothing depends on what was simulated before."""
    text = "function f(items: set[str]) -> list[str] {\n  ensures len(result) == len(items)\n}"

    assert simulated(text) == simulated(text)


def test_hypothesis_is_not_loaded() -> None:
    """A compile never pays for Hypothesis."""
    code = "import sys, holo.simulate.simulate; print('hypothesis' in sys.modules)"

    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

    assert "False" == printed.strip()
