"""The emitted package, judged by the tools that its users have."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from holo.emit.package import package_files
from holo.emit.tests_files import Evidence
from tests.unit.emit.lending import BODIES, PROJECT, STORED
from tests.unit.emit.running import python, run, run_tests

if TYPE_CHECKING:
    from pathlib import Path


def test_output_is_formatted(written: Path) -> None:
    """Ruff would change nothing."""
    assert run(written, "ruff", "format", "--check", "--no-cache", ".")[0] == 0


@pytest.mark.parametrize("options", [(), ("--isolated",)])
def test_output_is_lint_free(written: Path, options: tuple[str, ...]) -> None:
    """Neither by its own settings nor by Ruff's defaults is there anything to say."""
    assert run(written, "ruff", "check", "--no-cache", *options, ".") == (0, "All checks passed!\n")


def test_types_are_strict(written: Path, tmp_path: Path) -> None:
    """`mypy --strict` finds nothing."""
    code, said = run(written, "mypy", "--cache-dir", str(tmp_path))

    assert (0, "Success: no issues found in 30 source files\n") == (code, said)


def test_tests_pass(written: Path) -> None:
    """The generated tests pass on good bodies, with pytest alone."""
    code, said = run_tests(written)

    assert code == 0, said
    assert "27 passed" in said


# Each row changes several bodies at once, and names for each a test that must fail.
MUTANTS = (
    (
        ("loans/open_loan.py", "[*loans, Loan", "[Loan", "test_loans_open_loan.py::test_contract"),
        ("loans/renew.py", "floor(1.5)", "floor(2.5)", "test_loans_renew.py::test_contract"),
        ("letters/remind.py", "unreached.append(member)", "continue", "test_letters_remind.py::test_scenario_F2"),
        ("fines/discount.py", "age < 12", "age < 11", "test_fines_discount.py::test_contract"),
        ("fines/fine.py", "* DAILY", "* -DAILY", "test_fines_later_costs_more.py::test_law"),
        ("loans/price.py", "await shop.price(copy)", "121", "test_loans_price.py::test_scenario_F3"),
        ("loans/is_odd.py", "n != 0 and is_even(n - 1)", "1 if n % 2 else 0", "test_loans_is_odd.py::test_contract"),
    ),
    (
        ("loans/open_loan.py", ">= MAX_LOANS", "> MAX_LOANS", "test_loans_open_loan.py::test_scenario_F1"),
        ("loans/first.py", "items[0]", "items[-1:]", "test_loans_first.py::test_contract"),
        ("letters/stamp.py", ".isoformat()", ".ctime()", "test_letters_stamp.py::test_scenario_F4"),
        ("fines/fine.py", "* DAILY", "* 19", "test_fines_fine.py::test_example_1"),
        ("loans/renew.py", "raise RenewedTooOften(loan.copy)", "raise ValueError(loan)", "test_loans_renew.py::test_contract"),
    ),
    (("loans/open_loan.py", "    # Count first.", "    loans.append(LATEST)", "test_loans_open_loan.py::test_contract"),),
)  # fmt: skip


@pytest.mark.parametrize("mutants", MUTANTS)
def test_a_changed_body_fails_its_tests(package: Path, mutants: tuple[tuple[str, str, str, str], ...]) -> None:
    """Each of these mutants is caught by a generated test."""
    for file, old, new, _ in mutants:
        path = package / "src/lending" / file
        text = path.read_text()
        assert old in text
        path.write_text(text.replace(old, new).replace("import MAX_LOANS", "import LATEST, MAX_LOANS"))

    said = run_tests(package)[1]

    missed = [test for *_, test in mutants if f"FAILED tests/{test}" not in said]
    assert missed == [], said


def test_open_functions_are_listed_and_not_tested(files: dict[str, str]) -> None:
    """What nobody wrote is typed, raises, stands in the README, and has no tests."""
    assert "**(open)**" in files["README.md"]
    assert "## Open" in files["README.md"]
    assert "- `lending.loans.close_loan`" in files["README.md"]
    assert 'raise NotImplementedError("`lending.loans.close_loan` is open")' in files["src/lending/loans/close_loan.py"]
    assert "tests/test_loans_close_loan.py" not in files


def test_nothing_is_tested_that_would_run_an_open_function() -> None:
    """The tests of a caller wait until what it calls is written."""
    bodies = {key: text for key, text in BODIES.items() if key != "lending.loans.is_odd"}

    files = package_files(PROJECT, bodies, Evidence(STORED, frozenset(bodies)), formatted=False)

    assert "tests/test_loans_is_even.py" not in files


def test_sealed_examples_wait_for_acceptance() -> None:
    """A sealed example is in no file before its function is accepted."""
    files = package_files(PROJECT, BODIES, Evidence(STORED), formatted=False)

    assert not [path for path, text in files.items() if "bob" in text and "2026, 2, 28" in text]


def test_package_offers_functions_by_name(written: Path) -> None:
    """`from lending.fines import fine` is the function, before and after its module was loaded."""
    code = (
        "from lending.fines.fine import fine as one\n"
        "from lending.fines import fine, WEEK, Bill\n"
        "import lending.fines\n"
        "import lending\n"
        "assert one is fine is lending.fines.fine\n"
        "from lending.fines import *\n"
        "print(fine(lending.LATEST, lending.LATEST.due), WEEK, Bill(lending.LATEST).parts, lending.money.rounding.half_up(2))"
    )

    assert (0, "0 140 [140] 2") == python(written, code)


def test_import_loads_no_functions(written: Path) -> None:
    """A package loads a function when it is first asked for."""
    code = "import lending.loans, sys; print([m for m in sys.modules if m.startswith('lending.loans.')])"

    assert (0, "[]") == python(written, code)


@pytest.mark.parametrize(
    ("made", "said"),
    [
        ("Loan(0, 'ada', date(2026, 1, 1))", "Loan.copy is no CopyId"),
        ("Loan(1, ' ', date(2026, 1, 1))", "Loan.member is no Member"),
        ("Loan(1, 'ada', date(2026, 1, 1), 3)", "Loan: 0 <= renewals <= MAX_RENEWALS"),
        ("Desk([], {1: ' '})", "Desk.copies is no dict[CopyId, Member | None]"),
        ("Desk([], {1: None}) and Bill(LATEST, 7001)", "Bill: cents <= weekly(1000)"),
    ],
)
def test_records_refuse_broken_values(written: Path, made: str, said: str) -> None:
    """A record checks refinements and invariants when it is made."""
    code = f"from datetime import date\nfrom lending import *\nfrom lending.fines import Bill\n{made}"

    assert f"ValueError: {said}" in python(written, code)[1]


def test_same_input_gives_same_bytes(files: dict[str, str]) -> None:
    """Emitting again changes nothing."""
    assert files == package_files(PROJECT, BODIES, Evidence(STORED, frozenset(BODIES)))
