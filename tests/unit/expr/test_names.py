"""Free names and their places."""

from __future__ import annotations

import pytest

from holo.expr.names import Use, free_names
from holo.expr.parse import parse, parse_type


def uses(text: str) -> list[str]:
    """Return the free chains of an expression; a called one with brackets."""
    return [use.text + "()" * use.called for use in free_names(parse(text), text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a + b.c.d", ["a", "b.c.d"]),
        ("fines.fine(loan.copy)", ["fines.fine()", "loan.copy"]),
        ("f(x).y.z", ["f()", "x"]),
        ("[x for x in xs if x > y]", ["xs", "y"]),
        ("[x.y for x in x.z]", ["x.z"]),
        ("[a for row in rows for a in row.cells if a != b]", ["rows", "b"]),
        ("{k: v for k, (v, *w) in pairs}", ["pairs"]),
        ("sorted(xs, key=lambda x: x.due + y)", ["sorted()", "xs", "y"]),
        ('f"{a} {b.c!r}"', ["a", "b.c"]),
        ("[x for x in xs] + x", ["xs", "x"]),
        ("a if b else c", ["a", "b", "c"]),
        ("x[i:j]", ["x", "i", "j"]),
        ("1 + None", []),
        ("[[y for y in x] for x in xs] + [y]", ["xs", "y"]),
    ],
)
def test_free_names_are_found_in_order(text: str, expected: list[str]) -> None:
    """What a comprehension or a lambda binds is not free inside it, and only there."""
    assert expected == uses(text)


def test_places_are_characters() -> None:
    """Each use spans its whole chain in the text."""
    text = 'f("ä",\n  é.b) + c'

    found = free_names(parse(text), text)

    assert ["f", "é.b", "c"] == [text[use.start : use.stop] for use in found]
    assert Use("f", "f", 0, 1, called=True) == found[0]


def test_a_name_in_an_f_string_has_a_place_inside_it() -> None:
    """The name itself, or the string around it where Python does not say."""
    text = '"a" + f"""x\n {long.name}"""'

    (use,) = free_names(parse(text), text)

    assert "long.name" in text[use.start : use.stop]


def test_names_of_a_type() -> None:
    """Types have free names as expressions have."""
    text = "dict[str, money.Cents] | None"

    assert ["dict", "str", "money.Cents"] == [use.text for use in free_names(parse_type(text), text)]
