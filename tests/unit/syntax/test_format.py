"""The canonical form: its laws over generated holograms, and what it does not touch."""

from __future__ import annotations

from hypothesis import given, settings

from holo.diagnostics.model import Severity
from holo.source import SourceFile
from holo.syntax.format import format_source
from tests.syntax_support import HEADER, alike, holograms, parsed


def formatted(text: str) -> str:
    """Return the canonical form of a text."""
    return format_source(SourceFile("demo.holo", text)).text


@settings(max_examples=100, deadline=None, derandomize=True)
@given(holograms())
def test_form_says_the_same_keeps_comments_and_is_its_own(text: str) -> None:
    """Printing changes no meaning, loses no comment, and printing again changes nothing."""
    before = parsed(text)
    assert not [one for one in before.diagnostics if one.severity is Severity.ERROR], text

    form = formatted(text)

    after = parsed(form)
    assert alike(before.file) == alike(after.file)
    assert sorted(one.text for one in before.file.comments) == sorted(one.text for one in after.file.comments)
    assert form == formatted(form)


def test_file_with_mistakes_is_left_alone() -> None:
    """What cannot be read is not rewritten."""
    text = HEADER + "const  A: int = 1\ntype\n"

    found = format_source(SourceFile("demo.holo", text))

    assert text == found.text
    assert ["H002"] == [one.code.number for one in found.diagnostics]


def test_declaration_that_is_not_built_yet_is_kept() -> None:
    """What is read over stays as it was written."""
    later = 'causal  "Why" {\n   a   increases b   # so\n}'

    assert HEADER + "\n" + later + "\n\n" + "record A {\n  x: int\n}\n" == formatted(
        HEADER + later + "\nrecord A { x: int }\n"
    ).replace(HEADER + later, HEADER + "\n" + later)


def test_deep_brackets_are_printed() -> None:
    """Nesting beyond what the quick patterns follow is no mistake."""
    text = HEADER + "const A: int = " + "(" * 20 + "1" + ")" * 20 + "\n"

    assert text == formatted(text)


def test_empty_file_stays_empty() -> None:
    """Nothing is printed as nothing."""
    assert not formatted("")


def test_comments_alone_are_kept() -> None:
    """A file of comments keeps them, without the blank lines at its ends."""
    assert "# a\n\n# b\n" == formatted("\n\n# a\n\n\n# b\n\n")
