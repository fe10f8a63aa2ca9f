"""Put one statement into a hologram's text, where its author would have written it.

The statement stands in the form that `holo fmt` gives it, in the indentation of its block; not one character
around it changes. Works on text alone, with line ends as `source` decodes them: reads no file and writes none. What
the new text means is for whoever compiles it to say; that it is the old one and one statement more is said here.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import unified_diff
from typing import TYPE_CHECKING, Final

from holo.diagnostics.model import Severity
from holo.source import SourceFile
from holo.syntax import tree
from holo.syntax.format import format_source
from holo.syntax.parse import Parsed, parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_ABOVE: Final[dict[str, tuple[type, ...]]] = {
    "uses": (tree.Logic,),
    "requires": (tree.Logic, tree.Uses),
    "raises": (tree.Logic, tree.Uses, tree.Requires),
    "ensures": (tree.Logic, tree.Uses, tree.Requires, tree.Raises, tree.Returns, tree.Table, tree.Pipeline),
    "example": (
        tree.Logic, tree.Uses, tree.Requires, tree.Raises, tree.Returns, tree.Table, tree.Pipeline, tree.Ensures
    ),
}  # fmt: skip
"""What stands above the first statement of a kind."""

_KINDS: Final[dict[str, type]] = {
    "uses": tree.Uses,
    "requires": tree.Requires,
    "raises": tree.Raises,
    "ensures": tree.Ensures,
    "example": tree.Example,
}
_STEP: Final = 2


class CannotPatch(Exception):
    """No patch can be made: `reason` says why. The text stays as it is."""

    def __init__(self, reason: str) -> None:
        """Keep the reason."""
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Patched:
    """A text with one statement more: the line on which it begins, counted from 1, and the unified diff."""

    text: str
    line: int
    diff: str


def add_statement(text: str, function: str, statement: str, path: str = "spec.holo") -> Patched:
    """Add a statement to the block of a function or flow, behind the last of its kind.

    `function` is an id (`hologram.package.name`), `statement` one of `uses`, `requires`, `raises`, `ensures`,
    `example` and `sealed example`. Raises `CannotPatch`.
    """
    parsed = parsed_text(text, path)
    found, _ = function_of(parsed, function)
    word = statement.removeprefix("sealed ").partition(" ")[0]
    if word not in _KINDS:
        raise CannotPatch(f"`{word}` is no statement that can be added to a function")
    number, start, anchor = _behind(text, found, word)
    line_end = _line_end(text, anchor)
    rest = text[anchor:line_end].strip()
    alone = not rest or rest.startswith("#")
    at = line_end if alone else anchor
    wanted = _formatted(f"{text[:at]}\n{statement}\n{text[at:].removeprefix(chr(10))}", path)
    now = parse(SourceFile(path, wanted))
    made, _ = function_of(now, function)
    _one_more(found.clauses, made.clauses, number, _KINDS[word], parsed, now)
    if alone:
        fresh = _lines(wanted, made.clauses[number].span.start, made.clauses[number].span.stop)
        # What stands behind the `{` of its head has no indentation of its own to follow.
        own = _indent(text, start)
        indent = own if own is not None else (_indent(text, found.span.start) or "") + " " * _STEP
        after = f"{text[:at]}\n{_indented(fresh, indent)}{text[at:]}"
        line = text.count("\n", 0, at) + 2
    else:
        # A block that stands on one line is opened: then all of it is touched, and all of it takes its one form.
        block = _lines(wanted, made.span.start, made.span.stop)
        before = text[: found.span.start]
        after = before + _indented(block, _indent(text, found.span.start) or "").lstrip() + text[found.span.stop :]
        line = before.count("\n") + 1 + wanted.count("\n", made.span.start, made.clauses[number].span.start)
    return _patched(text, after, wanted, line, path)


def add_declaration(text: str, declaration: str, path: str = "spec.holo", *, near: str) -> Patched:
    """Add a declaration at top level: behind the last of its kind, else behind the one that holds a function.

    `near` is the id of that function. Raises `CannotPatch`.
    """
    parsed = parsed_text(text, path)
    _, behind = function_of(parsed, near)
    alike = [item for item in parsed.file.items if _word(text, item) == declaration.partition(" ")[0]]
    behind = alike[-1] if alike else behind
    number = parsed.file.items.index(behind) + 1
    at = _line_end(text, behind.span.stop)
    rest = text[behind.span.stop : at].strip()
    if rest and not rest.startswith("#"):
        raise CannotPatch("Two declarations stand on one line: run `holo fmt` first")
    wanted = _formatted(f"{text[:at]}\n\n{declaration}\n{text[at:]}", path)
    now = parse(SourceFile(path, wanted))
    _one_more(parsed.file.items, now.file.items, number, type(now.file.items[number]), parsed, now)
    made = now.file.items[number]
    fresh = _lines(wanted, made.span.start, made.span.stop)
    after = f"{text[:at]}\n\n{_indented(fresh, '')}{text[at:] or chr(10)}"
    return _patched(text, after, wanted, text.count("\n", 0, at) + 3, path)


def parsed_text(text: str, path: str) -> Parsed:
    """Return a text that was parsed. Raises `CannotPatch` for one with errors."""
    parsed = parse(SourceFile(path, text))
    if any(one.severity is Severity.ERROR for one in parsed.diagnostics):
        raise CannotPatch(f"`{path}` has errors")
    return parsed


def function_of(parsed: Parsed, key: str) -> tuple[tree.Function, tree.Declaration]:
    """Return a function by id, and the declaration at top level that holds it."""
    names = key.split(".")[1:]
    for top in parsed.file.items:
        for path, function in _functions(top, ()):
            if [*path, function.name.text] == names:
                return function, top
    raise CannotPatch(f"`{parsed.source.path}` has no function `{key}`")


def _functions(item: tree.Declaration, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], tree.Function]]:
    if isinstance(item, tree.Package):
        for inner in item.items:
            yield from _functions(inner, (*path, item.name.text))
    elif isinstance(item, tree.Function) and item.kind != "law":
        yield path, item


def _behind(text: str, function: tree.Function, word: str) -> tuple[int, int, int]:
    """Return the place of a new statement: its number among the clauses, and start and end of what it stands behind.

    That is the last of its kind, else what comes above its kind, else the doc, else the `{` of the head.
    """
    clauses = function.clauses
    same = [at for at, clause in enumerate(clauses) if isinstance(clause, _KINDS[word])]
    above = same or [at for at, clause in enumerate(clauses) if isinstance(clause, _ABOVE[word])]
    if above:
        span = clauses[above[-1]].span
        return above[-1] + 1, span.start, span.stop
    assert function.returns is not None, "only a law returns nothing"
    brace = text.index("{", function.returns.span.stop)
    doc = function.doc
    if doc is not None and doc.span.start > brace:
        return 0, doc.span.start, doc.span.stop
    if doc is not None:  # a flow has its doc on its head
        brace = text.index("{", doc.span.stop)
    return 0, brace, brace + 1


def _formatted(text: str, path: str) -> str:
    made = format_source(SourceFile(path, text))
    errors = [one for one in made.diagnostics if one.severity is Severity.ERROR]
    if errors:
        raise CannotPatch(f"{errors[0].code.number} {errors[0].message}")
    return made.text


def _one_more(
    before: Sequence[object], after: Sequence[object], number: int, kind: type, old: Parsed, new: Parsed
) -> None:
    """Refuse a text that is read as anything but one thing more, in its place."""
    sound = len(after) == len(before) + 1 and isinstance(after[number], kind)
    others = [*after[:number], *after[number + 1 :]]
    same = sound and all(type(one) is type(two) for one, two in zip(before, others, strict=True))
    if not same or len(old.file.comments) != len(new.file.comments) or len(_all(old)) != len(_all(new)) - 1:
        raise CannotPatch("It is not read as one statement")


def _all(parsed: Parsed) -> list[object]:
    """Return the statements of a file: its declarations, and the clauses of its functions."""
    found: list[object] = []
    waiting: list[tree.Declaration] = list(parsed.file.items)
    while waiting:
        item = waiting.pop()
        found.append(item)
        if isinstance(item, tree.Package):
            waiting += item.items
        elif isinstance(item, tree.Function):
            found += item.clauses
    return found


def _patched(before: str, after: str, wanted: str, line: int, path: str) -> Patched:
    # The form of the whole says whether anything else has changed: both ways to it must meet.
    if _formatted(after, path) != wanted:
        raise CannotPatch(f"Its place in `{path}` cannot be told: run `holo fmt` first")
    lines = unified_diff(before.splitlines(keepends=True), after.splitlines(keepends=True), path, path)
    diff = "".join(row if row.endswith("\n") else f"{row}\n" for row in lines)
    return Patched(after, line, diff)


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _indent(text: str, at: int) -> str | None:
    """Return the white space before what begins its line at an offset; None where it does not begin its line."""
    before = text[text.rfind("\n", 0, at) + 1 : at]
    return None if before.strip() else before


def _lines(text: str, start: int, stop: int) -> list[str]:
    """Return the lines of a range without the indentation of the first."""
    indent = _indent(text, start) or ""
    return [line.removeprefix(indent) for line in text[start:stop].split("\n")]


def _indented(lines: list[str], indent: str) -> str:
    return "\n".join(f"{indent}{line}" if line else line for line in lines)


def _word(text: str, item: tree.Declaration) -> str:
    return text[item.span.start : item.span.stop].partition(" ")[0]
