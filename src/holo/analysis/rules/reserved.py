"""Names that generated Python could not carry, and words that the language keeps for itself."""

from __future__ import annotations

import keyword
import sys
import unicodedata
from typing import TYPE_CHECKING, Final

from holo.analysis.symbols import PRELUDE_NAMES
from holo.codes import Code
from holo.diagnostics.model import Diagnostic
from holo.syntax import tree

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from holo.analysis.facts import Facts

WORDS: Final = frozenset({"result", "it", "calls"})
"""What has a meaning of its own inside expressions."""

FILES: Final = frozenset({"types"})
"""What generated packages call files of their own."""

EXCEPTION: Final = frozenset({"args", "add_note", "with_traceback"})
"""What every exception of Python has already."""

TESTS: Final = frozenset({"conftest", "fakes", "pytest", "tests"})
"""What stands beside a generated package while its tests run."""

_KEYWORDS: Final = frozenset(keyword.kwlist)


def reserved(facts: Facts) -> Iterator[Diagnostic]:
    """Report declared names that are Python's, the prelude's, the language's or a used hologram's."""
    if facts.table.code:
        yield from _described(facts)
        return
    used = {exports.name for _, exports in facts.table.uses if exports is not None}
    header = facts.table.header
    if header is not None:
        yield from _python((header.name,))
        if header.name.text in TESTS:
            yield _say(header.name, f"`{header.name.text}` is a module of the generated tests, or of what runs them")
        if header.name.text in sys.stdlib_module_names:
            yield _say(
                header.name, f"`{header.name.text}` is a module of Python's own, which would be found in its place"
            )
        if header.name.text in used:
            message = f"Hologram `{header.name.text}` uses another of the same name"
            yield Diagnostic(Code.RESERVED_NAME, message, header.name.span, "Rename one of the two")
    for placed in facts.whole:
        item = placed.item
        match item:
            case tree.Function():
                yield from _declared(item.name)
                yield from _variables(item.parameters)
                yield from _python(item.type_parameters)
                if item.name.text in used and not placed.package:
                    message = f"Function `{item.name.text}` has the name of a used hologram"
                    yield Diagnostic(Code.RESERVED_NAME, message, item.name.span, "Rename the function")
            case tree.Record():
                yield from _declared(item.name)
                yield from _variables(item.fields)
            case tree.Error():
                yield from _declared(item.name)
                yield from _variables(item.parameters)
                for name in (one.name for one in item.parameters):
                    if name.text in EXCEPTION:
                        yield _say(name, f"`{name.text}` is what every exception of Python has already")
            case tree.Enum():
                yield from _declared(item.name)
                yield from _python([member.name for member in item.members])
            case tree.Alias() | tree.Const():
                yield from _declared(item.name)
            case tree.Port():
                yield from _declared(item.name)
                for function in item.functions:
                    yield from _python((function.name,))
                    yield from _variables(function.parameters)
            case tree.Package():
                yield from _declared(item.name)
                if item.name.text in used:
                    message = f"Package `{item.name.text}` has the name of a used hologram"
                    yield Diagnostic(Code.RESERVED_NAME, message, item.name.span, "Rename the package")
            case tree.Failure():
                given = [one.name for one in item.given if isinstance(one, tree.GivenValue | tree.GivenPort)]
                yield from _python(given)
                yield from _words(given)
            case _:
                pass


def _described(facts: Facts) -> Iterator[Diagnostic]:
    """Report keywords of Python alone: what exists has the names that it has."""
    for placed in facts.whole:
        item = placed.item
        found: list[tree.Name] = []
        match item:
            case tree.Function() | tree.Error():
                found = [item.name, *(one.name for one in item.parameters)]
            case tree.Record() | tree.Class():
                found = [item.name, *(one.name for one in item.fields)]
            case tree.Enum():
                found = [item.name, *(one.name for one in item.members)]
            case tree.Alias() | tree.Opaque() | tree.Const() | tree.Package():
                found = [item.name]
            case tree.Failure():
                given = [one.name for one in item.given if isinstance(one, tree.GivenValue | tree.GivenPort)]
                yield from _python(given)
                yield from _words(given)
            case _:
                pass
        for name in found:
            for part in name.text.split("."):
                if part in _KEYWORDS:
                    yield _say(name, f"`{part}` is a keyword of Python")


def _declared(name: tree.Name) -> Iterator[Diagnostic]:
    text = name.text
    if text in FILES:
        yield _say(name, f"`{text}` is a file of every generated package")
    elif text in PRELUDE_NAMES:
        yield _say(name, f"`{text}` is a name that every hologram has already")
    elif text in WORDS:
        yield _say(name, f"`{text}` is a word of the language")
    else:
        yield from _python((name,))


def _variables(parts: Iterable[tree.Parameter | tree.Field]) -> Iterator[Diagnostic]:
    names = [part.name for part in parts]
    yield from _python(names)
    yield from _words(names)


def _words(names: Iterable[tree.Name]) -> Iterator[Diagnostic]:
    for name in names:
        if name.text in WORDS:
            yield _say(name, f"`{name.text}` is a word of the language")


def _python(names: Iterable[tree.Name]) -> Iterator[Diagnostic]:
    for name in names:
        if name.text in _KEYWORDS:
            yield _say(name, f"`{name.text}` is a keyword of Python")
        elif name.text[:1] == "_":
            yield _say(name, f"`{name.text}` begins with `_`")
        elif not name.text.isascii():
            plain = unicodedata.normalize("NFKC", name.text)
            if plain != name.text:
                yield _say(name, f"`{name.text}` is to Python another spelling of `{plain}`")


def _say(name: tree.Name, message: str) -> Diagnostic:
    return Diagnostic(Code.RESERVED_NAME, message, name.span, "Choose another name")
