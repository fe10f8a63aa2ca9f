"""Bounds that spare most functions the making of a ticket."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from holo.analysis.analyze import analyze
from holo.ir.library import Library
from holo.lowering.lower import lower
from holo.source import SourceFile
from holo.syntax.parse import parse
from holo.tickets import ticket as tickets
from holo.tickets import tokens
from holo.tickets.bounds import Bounds
from holo.tickets.meaning import Meanings
from holo.tickets.slice import Slicer
from holo.tickets.stubs import Stubs
from tests.unit.tickets.lending import hologram as lending

if TYPE_CHECKING:
    from holo.ir import model as ir

CASES = sorted((Path(__file__).parents[2] / "golden" / "cases").glob("*/*.holo"))


def measured(holo: ir.Hologram) -> list[tuple[str, int, int]]:
    """Return bound and true size of the ticket of each function that nothing outside its contract is shown with."""
    library = Library()
    library.add(holo)
    meanings, stubs = Meanings(library.lookup), Stubs()
    slicer, bounds = Slicer(holo, meanings), Bounds(meanings, stubs)
    found = []
    for function in slicer.open:
        if slicer.alone(function.id):
            made, _ = tickets.write(slicer.cut(function), stubs, max_tokens=1_000_000)
            assert made is not None
            found.append((function.id, bounds.ticket(function, slicer.package(function)), tokens.count(made.text)))
    return found


@pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_no_ticket_exceeds_its_bound(path: Path) -> None:
    """On every hologram of the golden cases that has an IR."""
    parsed = parse(SourceFile("a.holo", path.read_text(encoding="utf-8").partition("\n# expect:")[0] + "\n"))

    found = measured(lower(analyze(parsed, {})).hologram)

    assert [] == [(key, bound, size) for key, bound, size in found if bound < size]


def test_what_is_shown_with_more_than_its_contract_has_no_bound() -> None:
    """Scenarios, laws, flows, terms and modules are the ticket's to count."""
    assert [] == measured(lending())


TEXT = """
hologram demo "0.1.0" language 1

error Missing(key: int)

record Shelf "Where things stand." {
  name: str
  above: Shelf | None = None
  invariant len(name) > 0
}

port Post {
  function send(text: str) -> None raises Missing "Send it."
}

function near(x: int) -> int {
  "The next one."
  requires x > 0
  returns  x + 1
}

package rooms "Rooms and what is in them" {
  async function find[T](shelf: Shelf, items: list[T], post: Post, now: Clock) -> Shelf | None {
    "Fïnd it."
    logic    "Look at each — once."
    uses     Post.send, near
    requires near(len(items)) > 0
    raises   Missing(near(1)) when not items
    raises   Missing
    ensures  len(calls(post.send)) == 1
    ensures  result is None or result.name == shelf.name
  }

  function plain(x: int, word: str = "é") -> str {
    raises  ValueError when x < 0
    ensures result == word
  }
}
"""


def test_ports_generics_recursion_and_prose_are_counted() -> None:
    """A record that names itself has no bound that settles anything: then the ticket is written."""
    found = measured(lower(analyze(parse(SourceFile("a.holo", TEXT.lstrip())), {})).hologram)

    sizes = {key.rpartition(".")[2]: (bound, size) for key, bound, size in found}
    assert sizes["plain"][1] <= sizes["plain"][0] < 1_000
    assert sizes["find"][0] > 1_000_000
