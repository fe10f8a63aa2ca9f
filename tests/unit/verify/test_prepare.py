"""Form and lint of many candidates at once."""

from __future__ import annotations

from holo.ir import model as ir
from holo.pycode.rules import FormRules, rules_for
from holo.verify.prepare import prepare
from holo.verify.verdict import Status
from tests.unit.verify.bodies import RIGHT
from tests.unit.verify.town import library


def rules(name: str) -> FormRules:
    found = library()
    node = found.lookup(f"town.{name}")
    assert isinstance(node, ir.Function)
    return rules_for(node, found.lookup)


def test_many_texts_are_prepared_in_order() -> None:
    """Each text gets its own answer, by its own rules."""
    texts = [(RIGHT["fine"], rules("fine")), ("def other(): ...", rules("fine")), (RIGHT["renew"], rules("renew"))]

    prepared = prepare(texts)

    assert [True, False, True] == [each.source is not None for each in prepared]


def test_a_text_is_formatted_before_it_is_judged() -> None:
    """What is kept is the formatted text, whatever the writer's style."""
    (prepared,) = prepare([("def fine(days: int) -> int: return  max( 0,days )*20", rules("fine"))])

    assert "def fine(days: int) -> int:\n    return max(0, days) * 20\n" == prepared.source


def test_a_dotted_name_is_known_by_its_whole() -> None:
    """Lint does not ask for the package in `fines.fine`, which `form` has judged."""
    own = FormRules("total", "def total(days: int) -> int:", names=frozenset({"fines.fine"}))
    body = "def total(days: int) -> int:\n    return {}(days)\n"

    right, wrong = prepare([(body.format("fines.fine"), own), (body.format("fines.size"), own)])

    assert body.format("fines.fine") == right.source
    assert wrong.source is None


def test_an_undefined_name_is_found_before_anything_runs() -> None:
    """Lint says what is wrong wherever it runs, with its line."""
    (prepared,) = prepare(
        [("def fine(days: int) -> int:\n    x = [y for z in [days]]\n    return x[0]\n", rules("fine"))]
    )

    assert prepared.source is None
    assert Status.FAILED is prepared.checks[-1].status
    assert "y" in prepared.findings[0].message
