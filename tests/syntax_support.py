"""What the tests of the syntax share: when two trees say the same, and a strategy of holograms."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from holo.expr.canonical import canonical
from holo.source import SourceFile
from holo.syntax import tree
from holo.syntax.parse import Parsed, parse

if TYPE_CHECKING:
    from collections.abc import Sequence

HEADER = 'hologram demo "0.1.0" language 1\n'
_BESIDE = {"span", "body", "path", "comments"}


def parsed(text: str) -> Parsed:
    """Parse a text that has no file."""
    return parse(SourceFile("demo.holo", text))


def alike(value: object) -> object:
    """Return a tree without its places, expressions in their canonical spelling: equal for texts that say the same."""
    if isinstance(value, tree.Raw):
        return ("raw", canonical(value.text))
    if is_dataclass(value) and not isinstance(value, type):
        said = [alike(getattr(value, one.name)) for one in fields(value) if one.name not in _BESIDE]
        return (type(value).__name__, *said)
    if isinstance(value, tuple):
        return tuple(alike(one) for one in value)
    return value


def said(found: Parsed) -> list[str]:
    """Return the diagnostics as a golden case writes them."""
    lines = []
    for one in found.diagnostics:
        place = found.source.position(one.span.start)
        hint = f" ({one.hint})" if one.hint else ""
        lines.append(f"{place.line}:{place.column} {one.code.number} {one.message}{hint}")
    return lines


# -- holograms -------------------------------------------------------------------------------

_names = st.sampled_from(["loan", "copy", "due_day", "état", "state", "type", "requires", "x1"])
_types = st.sampled_from(["int", "list[Loan]", "str | None", "dict[str, tuple[int, ...]]", "Cents"])
_values = st.sampled_from(
    ["1", "x + 1", "f( a,b )", "[i for i in items if i > 0]", "{'a': 1}", "not (a and b)", "a if b else c", "-1.5e-3",
     "all(loan.copy != copy for loan in loans) and result == replace(loan, due=today + TERM, renewals=loan.renewals + 1)",
     "f(\n  a,\n  b)", "x[1:-1]", "\"a # b\" + 'c'", "a\n    if b\n    else c".replace("\n    if", " if")],
)  # fmt: skip
_docs = st.sampled_from(["", ' "A doc."', ' "It \\"is\\" said."'])
_blanks = st.sampled_from(["\n", "\n", "\n\n", "\n\n\n", "  # why\n", "\n# on its own\n", "\n\n  # apart\n\n"])


def _block(head: str, statements: Sequence[str], blanks: Sequence[str]) -> str:
    body = "".join(f"  {one}{blank}" for one, blank in zip(statements, blanks, strict=False))
    return f"{head} {{{blanks[-1]}{body}}}"


@st.composite
def _functions(draw: st.DrawFn) -> str:
    parameters = draw(st.lists(st.tuples(_names, _types), max_size=3, unique_by=lambda one: one[0]))
    comma = draw(st.sampled_from([", ", ",", ",\n    ", ", # which\n    "]))
    head = f"function {draw(_names)}({comma.join(f'{name}: {type_}' for name, type_ in parameters)}) -> {draw(_types)}"
    value = draw(_values)
    clause = st.sampled_from([
        f"requires {value}", f"ensures   {value}", f"raises E when {value}", "raises E(a, b)", "uses a,b.c",
        f"example {value}", f"sealed example {value}", f"returns {value}", 'logic """Count\n  first."""',
        f'allow H412 "why"\n  ensures {value}', f"table {{\n a == 1 -> {value}\n  otherwise ->{value}  # row\n }}",
    ])  # fmt: skip
    clauses = draw(st.lists(clause, max_size=5))
    doc = draw(st.sampled_from([[], ['"What it does."'], ['"""\n   Much.\n\n     More.\n   """']]))
    return _block(head, [*doc, *clauses], draw(st.lists(_blanks, min_size=8, max_size=8)))


@st.composite
def _described(draw: st.DrawFn) -> str:
    """Generate what only holograms of code that exists hold: a method with parameters of every kind, or a class."""
    blank = draw(st.sampled_from(["", "", " ", " # why\n   ", "\n  "]))
    if draw(st.booleans()):
        bases = draw(st.lists(st.sampled_from(["Base", "a.Other", '"Generic[T]"']), max_size=2))
        lines = draw(st.lists(st.sampled_from(["x : int", 'raw "Doc"', "bare", "y: list[Loan]  # what"]), max_size=3))
        said = f"({blank}{f',{blank}'.join(bases)}{blank})" if bases else ""
        return _block(f"class Cart{said}{draw(_docs)}", lines, draw(st.lists(_blanks, min_size=5, max_size=5)))
    slot = st.sampled_from(["{}", "{}: int", "{}=1", "{} : list[int] = ...", "{}: str='a'", "{}=..."])
    names = iter([f"x{number}" for number in range(9)])

    def some(most: int) -> list[str]:
        return [draw(slot).format(next(names)) for _ in range(draw(st.integers(0, most)))]

    first = [*some(2)]
    parts = [*first, *(["/"] if first and draw(st.booleans()) else []), *some(1)]
    star = draw(st.sampled_from(["", "*args", "*args: int", "*"]))
    parts += [star] if star and star != "*" else []
    parts += ["*", draw(slot).format(next(names))] if star == "*" else []
    parts += [*some(1), *([draw(st.sampled_from(["**kw", "**kw: int"]))] if draw(st.booleans()) else [])]
    return f"function Cart.total({blank}{f',{blank}'.join(parts)}{blank}) -> Iterator[ int ] {{ }}"


@st.composite
def _records(draw: st.DrawFn) -> str:
    field = st.builds(lambda name, type_, doc: f"{name} : {type_}{doc}", _names, _types, _docs)
    invariant = st.builds(lambda value: f"invariant {value}", _values)
    body = draw(st.lists(st.one_of(field, invariant), max_size=5))
    return _block(f"record Loan{draw(_docs)}", body, draw(st.lists(_blanks, min_size=8, max_size=8)))


_lines = st.one_of(
    st.builds(lambda value, doc: f"const X: int = {value}{doc}", _values, _docs),
    st.builds(lambda type_, value: f"type Day = {type_} where {value}", _types, _values),
    st.sampled_from([
        "enum Shelf { a,b, c }", 'enum Shelf { a "A."\n b }', 'error Gone "It is."', "error Lost(a: int=1,b: str)",
        '"""\nSome *prose*.\n\n    code\n"""', 'use "money.holo" only A,B', "python math,re", 'open "Why?" about f,g',
        'requirement R1 "Do." by f,g shown by F1', 'glossary { "due day" "A day." see loan\n loan "It." }',
        'decision D1 "So" { """Because.""" \n rejects "a","b" }', 'chapter "One" { """Said.""" }', 'ticket f "Mind."',
        'failure F1 "T" {\n given x = [1,2]\n given post: Post\n given post.send raises E(1)\n when f(x)\n then raises E\n}',
        'flow through(a: int) -> int "Doc" { a->f(1,b=2)->g }', "law same(a: int) { ensures f(a) == a }",
        'port Post { async function send(a: int) -> None raises E,F "Send." }', 'causal "later" { a increases b }',
        'allow H412 "why"\nconst Y: int = 1', 'type Pattern=python  "re.Pattern[str]" "Doc"', "const Z : Any=...",
    ]),
)  # fmt: skip


@st.composite
def holograms(draw: st.DrawFn) -> str:
    """Generate texts of holograms without mistakes, in all kinds of spacing, with comments anywhere."""
    item = st.one_of(_lines, _functions(), _records(), _described())
    parts = draw(st.lists(st.tuples(item, _blanks), max_size=6))
    inside = draw(st.lists(st.tuples(st.one_of(_functions(), _records(), _described()), _blanks), max_size=3))
    text = HEADER + "".join(f"{one}{blank}" for one, blank in parts)
    return text + 'package loans "All" {\n' + "".join(f"{one}{blank}" for one, blank in inside) + "}\n"
