"""Bodies that others wrote into their files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from holo.agents.files import State, Written, read_body, read_text

if TYPE_CHECKING:
    from pathlib import Path

HEAD = '''"""Made by Holo from `lending.loans.first`."""

from __future__ import annotations

from datetime import date
from lending.types import Loan
from lending.fines.fine import fine as fines_fine


def first(loans: list[Loan]) -> Loan:
    """The first loan."""
'''
HOMES = {
    ("lending.types", "Loan"): "lending.Loan",
    ("lending.fines.fine", "fine"): "lending.fines.fine",
    ("lending.loans.second", "second"): "lending.loans.second",
}
WORDS = {"Loan": "lending.Loan", "fines.fine": "lending.fines.fine", "second": "lending.loans.second"}


def _read(body: str, head: str = HEAD) -> Written:
    return read_text(head + body, "first", HOMES, WORDS)


def test_an_untouched_open_body_is_open() -> None:
    """What Holo put there is nobody's answer."""
    assert State.OPEN is _read('    raise NotImplementedError("`lending.loans.first` is open")\n').state


def test_an_open_body_with_late_imports_is_open() -> None:
    """Functions in a ring are imported inside; that is no body."""
    body = '    from lending.loans.second import second\n\n    raise NotImplementedError("open")\n'

    assert State.OPEN is _read(body).state


def test_a_written_body_comes_without_what_holo_wrote_around_it() -> None:
    """Docstrings and imports of the program are Holo's."""
    found = _read("    return loans[0]\n")

    assert State.WRITTEN is found.state
    assert "def first(loans: list[Loan]) -> Loan:\n    return loans[0]\n" == found.candidate


def test_names_come_back_in_the_words_of_the_hologram() -> None:
    """A file imports under names of its own; a candidate speaks as the ticket does."""
    found = _read("    return min(loans, key=lambda one: fines_fine(one, date(2026, 1, 1)))\n")

    assert "fines.fine(one, date(2026, 1, 1))" in found.candidate


def test_late_imports_are_not_part_of_the_body() -> None:
    """They are Holo's as well."""
    found = _read("    from lending.loans.second import second\n\n    return second(loans)\n")

    assert "import" not in found.candidate
    assert "return second(loans)" in found.candidate


def test_an_import_that_somebody_added_stays_for_the_judge() -> None:
    """What a ticket does not allow must be seen."""
    found = _read("    return loans[0]\n", HEAD.replace("from datetime import date", "import os"))

    assert found.candidate.startswith("import os\n")


def test_a_second_function_stays_for_the_judge() -> None:
    """Helpers beside the function are against the form, and must be seen."""
    found = _read("    return pick(loans)\n\n\ndef pick(loans):\n    return loans[0]\n")

    assert "def pick(loans):" in found.candidate


def test_what_is_no_python_is_unreadable() -> None:
    """The reason says what Python says."""
    found = _read("    return (\n")

    assert State.UNREADABLE is found.state
    assert "not Python" in found.reason


def test_a_file_without_the_function_is_unreadable() -> None:
    """Somebody renamed it."""
    assert State.UNREADABLE is read_text("def other():\n    return 1\n", "first", HOMES, WORDS).state


def test_a_missing_file_is_missing(tmp_path: Path) -> None:
    """Nothing is made up."""
    assert State.MISSING is read_body(tmp_path / "first.py", "first", HOMES, WORDS).state


def test_a_file_is_read_with_any_line_ends(tmp_path: Path) -> None:
    """Editors differ."""
    file = tmp_path / "first.py"
    file.write_bytes((HEAD + "    return loans[0]\n").replace("\n", "\r\n").encode("utf-8-sig"))

    assert "\r" not in read_body(file, "first", HOMES, WORDS).candidate
