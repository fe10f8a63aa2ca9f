"""Waves of the call graph."""

from __future__ import annotations

from holo.ir import model as ir
from holo.verify import order


def function(name: str, *uses: str, body: str = "") -> ir.Function:
    said = ir.Returns(expr=ir.Expr(source=f"{body}()", names={body: body})) if body else None
    return ir.Function(id=name, name=name, returns=ir.Expr(source="int"), uses=uses, body=said)


def graph(*functions: ir.Function) -> dict[str, ir.Function]:
    return {each.id: each for each in functions}


def test_what_is_called_stands_in_an_earlier_wave() -> None:
    """A function is judged after all that it calls."""
    functions = graph(function("a", "b", "c"), function("b", "c"), function("c"))

    waves = order.waves(functions)

    assert waves == ((("c",),), (("b",),), (("a",),))


def test_functions_that_call_each_other_are_one_group() -> None:
    """A circle is judged together, after what it calls and before who calls it."""
    functions = graph(
        function("even", "odd"), function("odd", "even", "less"), function("less"), function("use", "even")
    )

    waves = order.waves(functions)

    assert waves == ((("less",),), (("even", "odd"),), (("use",),))


def test_names_in_bodies_count_as_calls() -> None:
    """What `returns` names is called, with no `uses` beside it."""
    functions = graph(function("a", body="b"), function("b"))

    waves = order.waves(functions)

    assert waves == ((("b",),), (("a",),))


def test_names_outside_the_given_functions_are_left_out() -> None:
    """Ports and foreign functions are no part of the graph."""
    functions = graph(function("a", "Post.send", "elsewhere.f"))

    waves = order.waves(functions)

    assert waves == ((("a",),),)


def test_a_long_chain_needs_no_recursion() -> None:
    """Three thousand functions in a row are as many waves."""
    functions = graph(*(function(f"f{at:05}", f"f{at + 1:05}") for at in range(3_000)))

    waves = order.waves(functions)

    assert len(waves) == 3_000
    assert waves[0] == (("f02999",),)


def test_reach_follows_uses_and_bodies() -> None:
    """All that a call may come to run is reached, and nothing else."""
    functions = graph(function("a", "b"), function("b", body="c"), function("c"), function("d"))

    reached = order.reach(["a"], functions.get)

    assert list(reached) == ["a", "b", "c"]
