"""What a hologram without mistakes is read as."""

from __future__ import annotations

import pytest

from holo.source import SourceFile
from holo.syntax import tree
from holo.syntax.parse import parse
from tests.syntax_support import HEADER, alike, parsed


def only(text: str) -> tree.Declaration:
    """Return the one declaration of a text that stands below a header."""
    found = parsed(HEADER + text)
    assert not found.diagnostics, found.diagnostics
    return found.file.items[1]


def raws(text: str) -> list[str]:
    """Return the expressions of a function's `ensures`."""
    item = only(f"function f() -> int {{\n{text}\n}}\n")
    assert isinstance(item, tree.Function)
    return [one.condition.text for one in item.clauses if isinstance(one, tree.Ensures)]


def test_header() -> None:
    """The header has name, version and language, and a span without the line's end."""
    found = parsed(HEADER)

    header = found.file.items[0]
    assert isinstance(header, tree.Header)
    assert ("demo", "0.1.0", 1) == (header.name.text, header.version.text, header.language)
    assert HEADER.strip() == found.source.text[header.span.start : header.span.stop]


def test_spans_cover_what_was_written() -> None:
    """A span of any node is the text that the node came from."""
    found = parsed(HEADER + "type Day = date where it.year < 9000  # why\n")

    item = found.file.items[1]
    assert isinstance(item, tree.Alias)
    assert item.where is not None
    text = found.source.text
    assert "type Day = date where it.year < 9000" == text[item.span.start : item.span.stop]
    assert "it.year < 9000" == text[item.where.span.start : item.where.span.stop]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("ensures result == 1 # not this", "result == 1"),
        ("ensures a in {1, 2}", "a in {1, 2}"),
        ("ensures x[1:2][0].y(z) is not None", "x[1:2][0].y(z) is not None"),
        ('ensures "a # b" == x', '"a # b" == x'),
        ("ensures not -x + 1.5e-3 ** 2", "not -x + 1.5e-3 ** 2"),
        ("ensures f(\n    a,\n    b\n  )", "f(\n    a,\n    b\n  )"),
        ("ensures a if b\n    else c", "a if b\n    else c"),
        ("ensures état == 'é'", "état == 'é'"),
        ("ensures f(((((((((1)))))))))", "f(((((((((1)))))))))"),
        ("ensures when and requires", "when and requires"),
    ],
)
def test_expression_ends_where_no_operator_stands(line: str, expected: str) -> None:
    """An expression goes as far as operators carry it, over lines only in brackets and before `else`."""
    assert [expected] == raws(line)


def test_words_are_names_before_a_colon_or_an_arrow() -> None:
    """A field may be called like a keyword."""
    item = only("record State {\n  invariant: int\n  type: str\n  invariant invariant > 0\n}\n")

    assert isinstance(item, tree.Record)
    assert ["invariant", "type"] == [one.name.text for one in item.fields]
    assert ["invariant > 0"] == [one.condition.text for one in item.invariants]


def test_keyword_as_source_of_a_pipeline() -> None:
    """A flow may begin at a parameter that is called like a clause."""
    item = only("flow f(requires: int) -> int {\n  requires -> g(1, b=2) -> h\n}\n")

    assert isinstance(item, tree.Function)
    pipeline = item.clauses[0]
    assert isinstance(pipeline, tree.Pipeline)
    assert "requires" == pipeline.source.text
    arguments = [one.arguments.text if one.arguments else None for one in pipeline.steps]
    assert [("g", "1, b=2"), ("h", None)] == list(
        zip([one.function.text for one in pipeline.steps], arguments, strict=True)
    )


def test_raises_with_payload_and_condition() -> None:
    """The payload is the whole of `E(…)`."""
    item = only("function f() -> int {\n  raises Gone(a, (b)) when x in (1, 2)\n  raises fines.Late\n}\n")

    assert isinstance(item, tree.Function)
    first, second = item.clauses
    assert isinstance(first, tree.Raises)
    assert isinstance(second, tree.Raises)
    assert first.payload is not None
    assert first.when is not None
    assert ("Gone", "Gone(a, (b))", "x in (1, 2)") == (first.error.text, first.payload.text, first.when.text)
    assert ("fines.Late", None, None) == (second.error.text, second.payload, second.when)


def test_allow_belongs_to_the_statement_below() -> None:
    """Each `allow` is kept by the one statement that follows it."""
    item = only('record Loan {\n  copy: int\n  allow H412 "a"\n  allow H413 "b"\n  due: date\n}\n')

    assert isinstance(item, tree.Record)
    assert [[], ["H412", "H413"]] == [[one.code.text for one in field.allows] for field in item.fields]


def test_doc_stands_inside_a_function_and_on_the_head_of_a_flow() -> None:
    """A function's doc is its first statement, a flow's may stand on its head."""
    inside = only('function f() -> int { "Said." }\n')
    ahead = only('flow f(a: int) -> int "Said." { a -> g }\n')

    assert isinstance(inside, tree.Function)
    assert isinstance(ahead, tree.Function)
    assert inside.doc is not None
    assert ahead.doc is not None
    assert ("Said.", "Said.") == (inside.doc.text, ahead.doc.text)


def test_prose_is_dedented_and_knows_where_it_begins() -> None:
    """The common indentation goes, what is deeper stays."""
    found = parsed(HEADER + '"""\n  One\n\n    two  \n  """\n')

    item = found.file.items[1]
    assert isinstance(item, tree.Prose)
    assert "One\n\n  two" == item.text.text
    assert '"""' == found.source.text[item.text.body - 3 : item.text.body]


def test_strings_have_escapes() -> None:
    """A backslash that begins no escape stands for itself."""
    item = only(r'error Gone "\"a\" \d \u00e9\n \ud800"' + "\n")

    assert isinstance(item, tree.Error)
    assert item.doc is not None
    assert '"a" \\d é\n \\ud800' == item.doc.text


def test_comments_are_listed() -> None:
    """A `#` in a string or in prose is no comment."""
    found = parsed(HEADER + '# own\nconst A: str = "#" # behind\n"""\n# no\n"""\n')

    assert [("# own", True), ("# behind", False)] == [(one.text, one.own_line) for one in found.file.comments]


def test_file_without_a_last_line_end() -> None:
    """The last line may end with the file."""
    assert alike(parsed(HEADER + "const A: int = 1").file) == alike(parsed(HEADER + "const A: int = 1\n").file)


def test_words_are_counted() -> None:
    """More than 3,500 words are a warning, twice as many an error."""
    found = [
        (one.words, [(d.code.number, d.severity.value) for d in one.diagnostics])
        for one in (parse(SourceFile("a", HEADER + '"""' + "word " * count + '"""\n')) for count in (3494, 3495, 6995))
    ]

    assert [
        (3500, []),
        (3501, [("H601", "warning")]),
        (7001, [("H602", "error")]),
    ] == found
