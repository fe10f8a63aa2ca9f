"""What the words of a body mean, and the rules that follow."""

from __future__ import annotations

from holo.ir import model as ir
from holo.ir.library import Library
from holo.pycode.form import check_form
from holo.pycode.rules import rules_for
from holo.pycode.scope import scope_of
from holo.pycode.signature import open_body, signature
from tests.unit.emit.lending import BODIES, LENDING, MONEY

LIBRARY = Library()
LIBRARY.add(LENDING)
LIBRARY.add(MONEY)


def find(key: str) -> ir.Function:
    """Return a function of the lending project."""
    node = LIBRARY.lookup(key)
    assert isinstance(node, ir.Function)
    return node


def test_types_of_the_file_are_visible_and_its_functions_must_be_listed() -> None:
    """Types of the file have their bare names; a function of the own package is unlisted until `uses` names it."""
    scope = scope_of(find("lending.loans.open_loan"), LIBRARY.lookup)

    assert "lending.loans.close_loan" == scope.unlisted["close_loan"]
    assert "lending.Shelf" == scope.names["Shelf"]
    assert "DAILY" not in scope.names


def test_used_functions_are_visible_bare_and_dotted() -> None:
    """What `uses` lists has both its names; a port's functions have none of their own."""
    function = find("lending.loans.close_loan").model_copy(update={"uses": ("lending.fines.fine", "lending.Post.send")})

    names = scope_of(function, LIBRARY.lookup).names

    assert "lending.fines.fine" == names["fine"] == names["fines.fine"]
    assert "send" not in names


def test_types_of_fields_are_visible() -> None:
    """Who may name a record may name the types of its fields, wherever they stand."""
    names = scope_of(find("lending.loans.open_loan"), LIBRARY.lookup).names

    assert "lending.fines.Bill" == names["Bill"]
    assert "money.Cents" == names["Cents"]


def test_ports_allow_what_uses_lists() -> None:
    """A parameter that is a port may be told only what is listed; the prelude's ports are ports, too."""
    assert {"post": frozenset({"send"})} == scope_of(find("lending.letters.remind"), LIBRARY.lookup).ports
    assert {"clock": frozenset({"today"})} == scope_of(find("lending.letters.stamp"), LIBRARY.lookup).ports


def test_rules_let_good_bodies_pass() -> None:
    """Every body of the lending project has the form that its rules ask for."""
    found = {
        key: check_form(text, rules_for(find(key), LIBRARY.lookup, LENDING.python)).findings
        for key, text in BODIES.items()
    }

    assert dict.fromkeys(BODIES, ()) == found


def test_sealed_examples_are_in_no_rules() -> None:
    """What the writer did not see is not held against it."""
    rules = rules_for(find("lending.loans.open_loan"), LIBRARY.lookup)

    assert ('open_loan([], 7, "ada", date(2026, 1, 1))[0].copy == 7',) == rules.examples


def test_signature_is_one_line() -> None:
    """Types and defaults stand as the hologram says them."""
    assert "async def price(copy: CopyId, shop: Shop) -> Cents:" == signature(find("lending.loans.price"))


def test_open_body_is_typed_and_refused() -> None:
    """An open body parses, has the right head, and is no answer."""
    text = open_body(find("lending.loans.renew"))

    found = check_form(text, rules_for(find("lending.loans.renew"), LIBRARY.lookup)).findings

    assert ["stub"] == [finding.key for finding in found]
