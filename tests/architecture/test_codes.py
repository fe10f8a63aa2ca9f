"""Every diagnostic code is explained, by a page whose two holograms do what they say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from holo.codes import Code
from holo.operations.compile import check_text

PAGES = Path(__file__).parents[2] / "templates" / "explain"
FORM = re.compile(
    r"# (?P<number>H\d{3}) (?P<title>[^\n]+)\n\n(?P<says>[^#\n][^\n]*(?:\n[^#\n][^\n]*)*)\n\n"
    r"(?:Not shown: (?P<reason>[^\n]+)"
    r"|## Wrong\n\n```holo(?P<kind>| described)\n(?P<wrong>.*?)```\n\n## Right\n\n```holo(?: described)?\n(?P<right>.*?)```)\n",
    re.DOTALL,
)


@dataclass(frozen=True)
class Page:
    """One page, read."""

    number: str
    title: str
    wrong: str | None
    right: str | None
    code: str  # what its holograms describe: those behind "```holo described"


def read(number: str) -> Page:
    """Read the page of a code."""
    found = FORM.fullmatch((PAGES / f"{number}.md").read_text(encoding="utf-8"))
    assert found is not None, f"{number}.md is not in the form of CONTRIBUTING.md"
    return Page(found["number"], found["title"], found["wrong"], found["right"], "src/app" if found["kind"] else "")


CODES = pytest.mark.parametrize("code", list(Code), ids=lambda code: code.number)


@CODES
def test_code_has_a_page_of_the_form(code: Code) -> None:
    """A code and its page agree in number and title."""
    page = read(code.number)

    assert (code.number, code.title) == (page.number, page.title)


@CODES
def test_wrong_hologram_gives_the_code(code: Code) -> None:
    """The wrong hologram of a page is reported under its code; a page without one says why."""
    page = read(code.number)

    found = {code.number} if page.wrong is None else {one.code.number for one in check_text(page.wrong, code=page.code)}

    assert code.number in found


@CODES
def test_right_hologram_is_clean(code: Code) -> None:
    """The right hologram of a page gives no error, and not this code at all."""
    page = read(code.number)

    found = () if page.right is None else check_text(page.right, code=page.code)

    assert [] == [(one.code.number, one.message) for one in found if one.code is code or one.severity.value == "error"]


def test_every_page_has_a_code() -> None:
    """No page explains a code that nothing gives."""
    assert {code.number for code in Code} == {path.stem for path in PAGES.glob("*.md")}


def test_numbers_are_given_once() -> None:
    """Two codes never share a number."""
    numbers = [code.number for code in Code]

    assert sorted(set(numbers)) == sorted(numbers)
