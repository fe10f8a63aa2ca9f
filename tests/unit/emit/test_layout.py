"""Where declarations stand."""

from __future__ import annotations

from holo.emit.layout import Layout
from holo.emit.needs import rings
from tests.unit.emit.lending import PROJECT

LAYOUT = Layout(PROJECT)


def where(key: str) -> tuple[str, str, str]:
    """Return module, attribute and file of an id."""
    place = LAYOUT.place(key)
    assert place is not None
    return place.module, place.name, LAYOUT.path(place.module)


def test_places_of_each_kind() -> None:
    """Types stand together, functions alone, used holograms inside the root, the prelude at its top."""
    assert ("lending.types", "Loan", "src/lending/types.py") == where("lending.Loan")
    assert ("lending.fines.types", "DAILY", "src/lending/fines/types.py") == where("lending.fines.DAILY")
    assert ("lending.fines.week", "WEEK", "src/lending/fines/week.py") == where("lending.fines.WEEK")
    assert ("lending.fines.fine", "fine", "src/lending/fines/fine.py") == where("lending.fines.fine")
    assert ("lending.money.types", "Cents", "src/lending/money/types.py") == where("money.Cents")
    assert ("lending.prelude", "Clock", "src/lending/prelude.py") == where("prelude.Clock")


def test_packages_are_folders() -> None:
    """A package's module is its `__init__`."""
    assert "src/lending/fines/__init__.py" == LAYOUT.path("lending.fines")
    assert ("fines", "letters", "loans", "money") == LAYOUT.children("lending")


def test_members_belong_to_their_enum() -> None:
    """What is part of a declaration stands where that stands."""
    place, rest = LAYOUT.owner("lending.Shelf.lent") or (None, "")

    assert place is not None
    assert ("lending.Shelf", ".lent") == (place.id, rest)
    assert LAYOUT.owner("nobody.knows") is None


def test_places_can_be_read_backwards() -> None:
    """From module and name back to the id."""
    assert "lending.fines.fine" == LAYOUT.at("lending.fines.fine", "fine")
    assert LAYOUT.at("lending.fines.fine", "fines") is None


def test_types_that_need_each_other_are_a_ring() -> None:
    """The types of the top level and of `fines` name each other."""
    assert {"lending", "lending.fines"} == set(LAYOUT.rings)


def test_rings_are_found_in_deep_graphs() -> None:
    """A chain of many thousands is no ring, and two that end in each other are."""
    edges = {str(n): [str(n + 1)] for n in range(20_000)} | {"20000": ["19999"]}

    assert {"19999", "20000"} == set(rings(["0"], lambda key: edges.get(key, ())))


def test_a_call_of_itself_is_no_ring() -> None:
    """A function that calls itself needs no import."""
    assert {} == rings(["a"], lambda key: [key])
