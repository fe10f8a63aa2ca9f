"""A function's head and statements in other words; all that is not named stays."""

from __future__ import annotations

import pytest

from holo.authoring.amend import amend, renamed, statements
from holo.authoring.patch import CannotPatch

TEXT = """\
hologram shop "0.1.0" language 1

function tax(amount: int, rate: int = 20) -> int {
  "The tax."
  requires rate > 0  # never none
  # what it is
  returns amount * rate // 100
  ensures result >= 0
  example tax(100) == 20
  sealed example tax(1000, 10) == 100
}
"""


def test_statements_are_known_by_kind_and_number() -> None:
    """Sealed examples are examples."""
    found = statements(TEXT, "shop.tax")

    assert ["requires/0", "returns/0", "ensures/0", "example/0", "example/1"] == list(found)
    assert "sealed example tax(1000, 10) == 100" == found["example/1"].text


def test_a_head_is_replaced_and_nothing_else() -> None:
    """Line by line."""
    made = amend(TEXT, "shop.tax", head="(amount: int, rate: int = 25) -> int")

    assert TEXT.replace("= 20) ->", "= 25) ->") == made


def test_a_statement_is_struck_with_its_line() -> None:
    """Its neighbours stay, in the one form."""
    made = amend(TEXT, "shop.tax", changes={"ensures/0": None})

    assert TEXT.replace("  ensures result >= 0\n", "") == made


def test_the_comment_of_a_struck_statement_stays() -> None:
    """It is its author's."""
    made = amend(TEXT, "shop.tax", changes={"requires/0": None})

    assert "# never none" in made
    assert "requires" not in made


def test_several_changes_at_once() -> None:
    """In any order."""
    made = amend(TEXT, "shop.tax", changes={"example/0": "example tax(100) == 25", "returns/0": "returns amount // 4"})

    assert TEXT.replace("== 20\n", "== 25\n").replace("amount * rate // 100", "amount // 4") == made


def test_what_is_no_statement_is_refused() -> None:
    """And so is a function that is not there, and a head that would lose a comment."""
    with pytest.raises(CannotPatch):
        amend(TEXT, "shop.tax", changes={"returns/0": "returns ("})
    with pytest.raises(CannotPatch):
        amend(TEXT, "shop.tex")
    with pytest.raises(CannotPatch, match="comment"):
        amend(TEXT.replace("(amount: int,", "(amount: int, # c\n "), "shop.tax", head="() -> int")


def test_variables_are_renamed_and_nothing_that_is_spelled_alike() -> None:
    """Not attributes, not keywords, not what stands in strings."""
    assert 'm + a.n + f(n=m) + len("n") + nn' == renamed('n + a.n + f(n=n) + len("n") + nn', {"n": "m"})
