"""From the analysed tree to the IR."""

from __future__ import annotations

import random
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from holo.analysis.analyze import analyze
from holo.ir import model as ir
from holo.lowering.lower import lower
from holo.source import SourceFile
from holo.syntax import tree
from holo.syntax.format import format_source
from holo.syntax.parse import parse

if TYPE_CHECKING:
    from collections.abc import Iterator

CASES = Path(__file__).parents[2] / "golden" / "cases" / "analyze"
CLEAN = (CASES / "clean.holo").read_text(encoding="utf-8").partition("\n# expect:")[0] + "\n"


def lowered(text: str) -> ir.Hologram:
    """Return the IR of a hologram without errors."""
    parsed = parse(SourceFile("a.holo", text))
    analyzed = analyze(parsed, {})
    result = lower(analyzed)
    errors = [
        one
        for one in (*parsed.diagnostics, *analyzed.diagnostics, *result.diagnostics)
        if one.severity.value == "error"
    ]
    assert [] == errors
    return result.hologram


def dumped(text: str) -> str:
    """Return the canonical JSON of a hologram."""
    return lowered(text).model_dump_json(exclude_defaults=True)


def pieces(text: str, items: tuple[tree.Declaration, ...], shuffle: random.Random) -> str:
    """Return declarations as text in another order; prose and header keep their places."""
    out = []
    for item in items:
        piece = text[item.span.start : item.span.stop]
        if isinstance(item, tree.Package):
            first, last = item.items[0].span.start, item.items[-1].span.stop
            inside = pieces(text, item.items, shuffle)
            piece = f"{text[item.span.start : first]}{inside}\n{text[last : item.span.stop]}"
        out.append(piece)
    fixed = [n for n, item in enumerate(items) if isinstance(item, tree.Header | tree.Prose)]
    free = [n for n in range(len(items)) if n not in fixed]
    shuffled = free[:]
    shuffle.shuffle(shuffled)
    order = dict(zip(free, shuffled, strict=True))
    return "\n".join(out[order.get(n, n)] for n in range(len(items)))


@settings(max_examples=12, deadline=None, database=None, derandomize=True)
@given(st.integers(0, 10_000))
def test_order_of_declarations_changes_no_byte(seed: int) -> None:
    """Declarations may stand in any order, in the file and in their packages."""
    items = parse(SourceFile("a.holo", CLEAN)).file.items

    moved = pieces(CLEAN, items, random.Random(seed))

    assert dumped(CLEAN) == dumped(moved)


def test_formatting_changes_no_byte() -> None:
    """The canonical form of a text means the same, to the byte."""
    assert dumped(CLEAN) == dumped(format_source(SourceFile("a.holo", CLEAN)).text)


@settings(max_examples=12, deadline=None, database=None, derandomize=True)
@given(st.integers(0, 10_000))
def test_white_space_changes_no_byte(seed: int) -> None:
    """Spaces around operators and comments at line ends mean nothing."""
    dice = random.Random(seed)
    moved = "\n".join(
        re.sub(r" (==|<=|>=|->|=|\+|where|when) ", lambda found: f"{' ' * dice.randint(1, 4)}{found[1]} ", line)
        + (
            "   # so"
            if line.strip()
            and '"""' not in line
            and not line.startswith(("A town", "what each"))
            and dice.random() < 0.2
            else ""
        )
        if '"""' not in line
        else line
        for line in CLEAN.splitlines()
    )

    assert dumped(CLEAN) == dumped(f"{moved}\n")


def test_json_comes_back() -> None:
    """Canonical JSON reads as the same IR."""
    text = dumped(CLEAN)

    assert text == ir.Hologram.model_validate_json(text).model_dump_json(exclude_defaults=True)


def package(hologram: ir.Hologram, name: str) -> ir.Package:
    """Return a package by name."""
    return next(one for one in hologram.packages if one.name == name)


def test_names_become_ids() -> None:
    """Every name that the hologram declares is resolved; parameters and the prelude are not in `names`."""
    hologram = lowered(CLEAN)

    function = next(one for one in package(hologram, "loans").functions if one.name == "open_loan")

    assert "lending.loans.open_loan" == function.id
    assert {"LimitReached": "lending.LimitReached"} == (function.raises[0].payload or function.returns).names
    assert "lending.LimitReached" == function.raises[0].error
    assert {"Loan": "lending.Loan", "TERM": "lending.TERM"} == function.ensures[1].expr.names
    assert ["lending.loans.open_loan/example/0", "lending.loans.open_loan/example/1"] == [
        one.id for one in function.examples
    ]
    assert [False, True] == [one.sealed for one in function.examples]
    assert ("Build a new list; never append to the given one.",) == function.notes
    assert "Count first, then build a new list." == function.logic


def test_flow_is_a_nested_call_too() -> None:
    """A flow holds its steps, and the call that means the same."""
    hologram = lowered(CLEAN)

    flow = next(one for one in package(hologram, "letters").functions if one.name == "to_write").body

    assert isinstance(flow, ir.Flow)
    assert "members(overdue(loans, today))" == flow.expr.source
    assert ["lending.letters.overdue", "lending.letters.members"] == [step.function for step in flow.steps]
    assert [["today"], []] == [[one.source for one in step.arguments] for step in flow.steps]


def test_flow_takes_keywords_in_their_places() -> None:
    """A keyword of a step stands where its parameter does."""
    hologram = lowered(
        'hologram demo "0.1.0" language 1\n'
        "function add(a: int, b: int, c: int = 0) -> int { returns a + b + c }\n"
        "flow f(a: int) -> int { a -> add(c=1, b = a * 2) -> add(3) }\n"
    )

    flow = next(one for one in hologram.packages[0].functions if one.name == "f").body

    assert isinstance(flow, ir.Flow)
    assert "add(add(a, c=1, b=a * 2), 3)" == flow.expr.source
    assert [["a * 2", "1"], ["3"]] == [[one.source for one in step.arguments] for step in flow.steps]


def test_scenarios_name_their_function_and_ports() -> None:
    """A scenario holds the id of its function, and of the port behind each fake."""
    failure = lowered(CLEAN).failures[1]

    port, fault = failure.given

    assert "lending.letters.remind" == failure.function
    assert ("post", "lending.Post") == (getattr(port, "name", ""), getattr(port, "port", ""))
    assert ("post", "send", "ConnectionError") == tuple(
        getattr(fault, part, "") for part in ("name", "function", "error")
    )


def test_top_level_stands_first() -> None:
    """The package without a name is the first, the others follow by name."""
    assert ["", "fines", "letters", "loans"] == [one.name for one in lowered(CLEAN).packages]


def test_spans_lead_back_to_the_text() -> None:
    """Every expression knows where it is written."""
    function = package(lowered(CLEAN), "fines").functions[1]

    span = function.ensures[0].expr.span

    assert span is not None
    assert "result == 0 or returned > loan.due" == CLEAN[span.start : span.stop]


def test_error_leaves_out_its_declaration_alone() -> None:
    """A declaration with an error is not in the IR; what names it is."""
    text = (
        'hologram demo "0.1.0" language 1\nconst A: int = "a"\nconst B: int = A\n'
        "function f(a: int) -> int { returns lost }\nfunction g(a: int) -> int { returns f(a) }\n"
    )

    top = lower(analyze(parse(SourceFile("a.holo", text)), {})).hologram.packages[0]

    assert ["B"] == [one.name for one in top.consts]
    assert ["g"] == [one.name for one in top.functions]


def test_skipped_parameter_of_a_step_is_refused() -> None:
    """A step that leaves a gap before a keyword is reported, since steps have no keywords in the IR."""
    text = (
        'hologram demo "0.1.0" language 1\n'
        "function add(a: int, b: int = 1, c: int = 0) -> int { returns a + b + c }\n"
        "flow f(a: int) -> int { a -> add(c=1) }\n"
    )

    result = lower(analyze(parse(SourceFile("a.holo", text)), {}))

    assert ["The step gives `c` and leaves out what stands before it"] == [one.message for one in result.diagnostics]
    assert ["add"] == [one.name for one in result.hologram.packages[0].functions]


def nodes(value: object) -> Iterator[ir.Node]:
    """Yield a node and all that are in it."""
    if isinstance(value, ir.Node):
        yield value
        for inner in vars(value).values():
            yield from nodes(inner)
    elif isinstance(value, tuple):
        for inner in value:
            yield from nodes(inner)


def test_nodes_made_without_validation_are_valid() -> None:
    """Each has its fields in their order, and values that strict validation takes as they are."""
    found = list(nodes(lowered(CLEAN)))

    assert 100 < len(found)
    for node in found:
        assert list(type(node).model_fields) == list(vars(node))
        assert node == type(node).model_validate(vars(node), strict=True)


def test_nodes_made_without_validation_are_frozen() -> None:
    """Nobody changes what many share."""
    node = next(node for node in nodes(lowered(CLEAN)) if isinstance(node, ir.Condition))

    with pytest.raises(ValidationError):
        node.id = "other"  # type: ignore[misc]  # that is the point
