"""Holograms of code that exists, from text to IR."""

from __future__ import annotations

from pathlib import Path

import pytest

from holo.analysis.analyze import analyze
from holo.analysis.exports import Exports, exports_of
from holo.ir import model as ir
from holo.ir import prelude
from holo.lowering.lower import lower
from holo.source import SourceFile
from holo.syntax.format import format_source
from holo.syntax.parse import parse

CASES = Path(__file__).parents[2] / "golden" / "cases" / "analyze"
CLEAN = (CASES / "described_clean.holo").read_text(encoding="utf-8").partition("\n# expect:")[0] + "\n"
CODE = "src/app"
HEAD = 'hologram app "0.1.0" language 1\n\n'


def lowered(text: str, code: str = CODE, used: dict[str, Exports] | None = None) -> ir.Hologram:
    """Return the IR of a hologram without errors."""
    parsed = parse(SourceFile("a.holo", text))
    analyzed = analyze(parsed, used or {}, code)
    result = lower(analyzed)
    found = (*parsed.diagnostics, *analyzed.diagnostics, *result.diagnostics)
    assert [] == [one.message for one in found if one.severity.value == "error"]
    return result.hologram


def function(text: str) -> ir.Function:
    """Return the one function of a described hologram, below what else it declares."""
    return lowered(HEAD + text).packages[0].functions[0]


def test_formatting_keeps_the_meaning() -> None:
    """Text, its canonical form, and the canonical form of that have one IR."""
    formatted = format_source(SourceFile("a.holo", CLEAN)).text

    assert formatted == format_source(SourceFile("a.holo", formatted)).text
    assert lowered(CLEAN).model_dump_json(exclude_defaults=True) == lowered(formatted).model_dump_json(
        exclude_defaults=True
    )


def test_ir_comes_back_from_its_json() -> None:
    """All that a described hologram says is in its canonical bytes."""
    made = lowered(CLEAN)
    dumped = made.model_dump_json(exclude_defaults=True)

    assert dumped == ir.Hologram.model_validate_json(dumped).model_dump_json(exclude_defaults=True)
    assert CODE == made.code


def test_parameters_keep_their_kinds() -> None:
    """`/`, `*`, stars, missing types and defaults are what Python makes of them."""
    made = function("function f(a, b: int = 1, /, c=2, *args: str, d, e: str = ..., **more) -> Any {\n}\n")

    said = [
        (one.name, one.kind, one.type.source, one.untyped, one.default.source if one.default else None)
        for one in made.parameters
    ]
    assert said == [
        ("a", "positional_only", "Any", True, None),
        ("b", "positional_only", "int", False, "1"),
        ("c", "positional_or_keyword", "Any", True, "2"),
        ("args", "var_positional", "str", False, None),
        ("d", "keyword_only", "Any", True, None),
        ("e", "keyword_only", "str", False, "..."),
        ("more", "var_keyword", "Any", True, None),
    ]
    assert {"Any": prelude.ANY} == made.returns.names


@pytest.mark.parametrize(
    ("parameters", "binding"),
    [("self: Cart", "instance"), ("cls: type[Cart], x: int", "class"), ("x: Cart", "static"), ("", "static")],
)
def test_first_parameter_binds_a_method(parameters: str, binding: str) -> None:
    """`self` is of the instance, `cls` of the class, and any other name of neither."""
    made = function(f"class Cart {{\n}}\n\nfunction Cart.total({parameters}) -> int {{\n}}\n")

    assert ("app.Cart.total", "Cart.total", "app.Cart", binding) == (made.id, made.name, made.owner, made.binding)
    assert made.described


def test_class_keeps_bases_and_attributes() -> None:
    """A declared base leads to its id, one in quotes is text; an attribute without a type is `Any`."""
    made = lowered(HEAD + 'class A {\n}\n\nclass B(A, "Generic[T]", ValueError) "Doc" {\n  x: int "X."\n  y\n}\n')

    second = made.packages[0].classes[1]
    assert [("A", {"A": "app.A"}), ("Generic[T]", {}), ("ValueError", {})] == [
        (one.source, one.names) for one in second.bases
    ]
    assert [("x", "int", False, "X."), ("y", "Any", True, "")] == [
        (one.name, one.type.source, one.untyped, one.doc) for one in second.fields
    ]


def test_packages_with_dots_are_found_by_their_whole_names() -> None:
    """What a module in a package declares is named through that package, declared or not."""
    text = HEAD + (
        "package a.b {\n  class C {\n  }\n}\n\npackage x {\n  function f(c: a.b.C) -> int {\n    example f(a.b.g()) == 1\n"
        "  }\n}\n"
    )
    made = lowered(text.replace("class C {\n  }\n", "class C {\n  }\n\n  function g() -> C {\n  }\n"))

    found = made.packages[2].functions[0]
    assert {"a.b.C": "app.a.b.C"} == found.parameters[0].type.names
    assert {"f": "app.x.f", "a.b.g": "app.a.b.g"} == found.examples[0].expr.names


def test_method_call_keeps_the_id_of_the_method() -> None:
    """`Cart.total(cart)` says which function it calls, and `cart.total()` leaves it to the value."""
    made = (
        lowered(
            HEAD + "class Cart {\n}\n\nfunction make() -> Cart {\n  example Cart.size(make()) == 1\n"
            "  example make().size() == 1\n}\n\nfunction Cart.size(self: Cart) -> int {\n}\n"
        )
        .packages[0]
        .functions[1]
    )

    assert [{"Cart.size": "app.Cart.size", "make": "app.make"}, {"make": "app.make"}] == [
        one.expr.names for one in made.examples
    ]


def test_used_described_hologram_is_seen_whole() -> None:
    """Classes, methods and dotted packages of one file are known in another that describes the same code."""
    first = lowered(CLEAN)
    packed = Exports.of(exports_of(first, "app.holo").data())
    text = (
        'hologram more "0.1.0" language 1\n\nuse "app.holo" as app\n\nfunction f(cart: app.text.words.Cart) -> int {\n'
        '  requires cart.size > 0\n  example f(app.text.words.Cart.parse("a")) == 1\n}\n'
    )

    made = lowered(text, CODE, {"app.holo": packed})

    names = made.packages[0].functions[0].examples[0].expr.names
    assert "app.text.words.Cart.parse" == names["app.text.words.Cart.parse"]


def test_generated_hologram_cannot_use_a_described_one() -> None:
    """What is generated could not import it: the `use` is reported, with what to write."""
    packed = exports_of(lowered(CLEAN), "app.holo")
    text = 'hologram more "0.1.0" language 1\n\nuse "app.holo" only LIMIT\n\nconst X: int = LIMIT\n'

    found = analyze(parse(SourceFile("b.holo", text)), {"app.holo": packed}).diagnostics

    assert ["H235"] == [one.code.number for one in found]


def test_ordinary_hologram_says_nothing_of_code() -> None:
    """No new field is in the canonical bytes of what is generated."""
    text = (CASES / "clean.holo").read_text(encoding="utf-8").partition("\n# expect:")[0] + "\n"

    dumped = lowered(text, "").model_dump_json(exclude_defaults=True)

    assert not [
        word
        for word in ("described", "untyped", "kind", "owner", "binding", "code", "classes")
        if f'"{word}"' in dumped
    ]
