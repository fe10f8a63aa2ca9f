"""Reads a file that has mistakes: declaration by declaration, and inside them statement by statement.

Each mistake is reported once and read over; what is good around it stays in the tree. A declaration whose head is
broken is read for the mistakes inside it and left out.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, Final

from holo.codes import Code
from holo.diagnostics.model import Diagnostic
from holo.source import Span
from holo.syntax import tree
from holo.syntax.build import Builder
from holo.syntax.build.shapes import not_built
from holo.syntax.diagnose import Trouble, diagnose
from holo.syntax.extent import block_start, end_of_statement
from holo.syntax.repairable import HEADS, LOST, Repairable
from holo.syntax.scan import MAX_DEPTH, extra_brace, may_be_deep, too_deep
from holo.syntax.split import CLOSING, INSIDE, TOP, Unit, split
from holo.syntax.words import BLOCKS, LATER, nearest

MAX_MISTAKES: Final = 100
"""After so many the rest is not read: nobody reads on either."""

_BLANK = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\n)*[ \t]*")
_WORD = re.compile(r"[^\W\d]\w*")
_LABEL = re.compile(r"[^\W\d]\w*[ \t]*:(?!=)")
_OUTER: Final = frozenset({"declarations", "items"})
_PATIENCE: Final = 4
"""How often reading may go on at the same place before it goes on one behind it."""


def recover(path: str, text: str) -> tuple[tuple[tree.Declaration, ...], list[Diagnostic]]:
    """Read what can be read, and report the rest. `text` ends with a line end."""
    return _Recovery(path, text).read()


class _TooManyMistakes(Exception):  # no error: the signal that ends the reading
    pass


class _Recovery:
    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text
        self.builder = Builder(path)
        self.machine = Repairable(self.builder.actions())
        self.found: list[Diagnostic] = []
        self.broken_at = -1  # the statement reported last; one report each
        self.package: tuple[int, int] | None = None  # the head of the package that is open

    def read(self) -> tuple[tuple[tree.Declaration, ...], list[Diagnostic]]:
        units = split(self.text)
        first = units[0].start if units else len(self.text)
        if self._blank(0, len(self.text)) < first:
            units.insert(0, Unit(0, first, TOP, ""))
        try:
            for unit in units:
                self._unit(unit)
            self._end_package()
        except _TooManyMistakes:
            pass
        self.machine.close("declarations", len(self.text.rstrip()))
        items = _kept(self.machine.finish())
        return items, [*self.found, *(one for one in self.builder.problems if one.span.start >= 0)]

    # -- one declaration --------------------------------------------------------------------

    def _unit(self, unit: Unit) -> None:
        found, problems = len(self.found), len(self.builder.problems)
        self._declaration(unit)
        if len(self.found) > found:  # what a declaration lacks may be in what could not be read
            self.builder.problems[problems:] = [
                one for one in self.builder.problems[problems:] if one.code is not Code.INCOMPLETE
            ]

    def _declaration(self, unit: Unit) -> None:
        if unit.place == TOP:
            self._end_package()
        level = "declarations" if self.package is None else "items"
        self.machine.close(level, unit.start)
        deep = too_deep(self.text, unit.start, unit.stop) if may_be_deep(self.text[unit.start : unit.stop]) else -1
        if deep >= 0:
            message = f"Brackets are nested more than {MAX_DEPTH} deep"
            self._report(Code.TOO_DEEP, message, deep, deep + 1, "Name the parts in functions of their own")
            return
        if unit.word in LATER:
            self.builder.problems.append(not_built(self.path, unit.start, unit.word))
            return
        at = unit.start
        extra = extra_brace(self.text, unit.start, unit.stop) if unit.place == INSIDE and not unit.loose else -1
        if extra >= 0:
            at = self._read(at, extra, level)
            if self.machine.level() == level and not self.machine.pending():
                self._report(Code.SYNTAX, "`}` closes nothing", extra, extra + 1, "Remove it")
                at = self._blank(extra + 1, unit.stop)
        self._read(at, unit.stop, level)
        if unit.place == CLOSING or (unit.loose and self.machine.level() == "declarations"):
            self.package = None
        if unit.word == "package" and self.machine.level() == "items":
            self.package = (unit.start, self.text.find("\n", unit.start))

    def _read(self, at: int, stop: int, level: str) -> int:
        """Read a range and everything in it that can be read; afterwards `level` is what is open."""
        machine = self.machine
        again = 0
        while at < stop:
            if not machine.pending():
                at = self._blank(at, stop)
            stuck = machine.run(self.text, at, stop)
            if stuck is None:
                break
            mended = self._mend(stuck.at, stop)
            again = again + 1 if mended <= at else 0
            at = mended if again < _PATIENCE else max(mended, stuck.at) + 1
        machine.settle()
        inner = machine.level()
        if inner in {level, *_OUTER} or self.text.startswith("}", stop):
            return stop
        self._unclosed(level)
        machine.close(level, len(self.text[:stop].rstrip()))
        return stop

    def _unclosed(self, level: str) -> None:
        """Report the block that is open at the end of its declaration."""
        at = self.machine.open_brace(level)
        if at < 0 or not self.text.startswith("{", at):
            return  # one that was put in for the reader is no mistake of its own
        said = self.text[self.text.rfind("\n", 0, at) + 1 : at].split()[:2]
        what = " ".join(said).partition("(")[0]
        message = f"The block of `{what}` is never closed" if what else "`{` is never closed"
        self._report(Code.UNCLOSED, message, at, at + 1, "Add `}` on a line of its own")

    def _end_package(self) -> None:
        """Report the package that is open where the next declaration shows that it should not be."""
        if self.package is None:
            return
        start, line = self.package
        self.package = None
        what = " ".join(self.text[start:line].split()[:2])
        self._report(
            Code.UNCLOSED, f"The block of `{what}` is never closed", start, line, "Add `}` in the column of `package`"
        )
        self.machine.close("declarations", line)

    # -- one mistake ------------------------------------------------------------------------

    def _mend(self, at: int, stop: int) -> int:
        """Report a mistake and put the machine behind it; return where to read on."""
        machine, text = self.machine, self.text
        machine.settle()
        index, block = machine.innermost()
        begun = machine.begun(index)
        start = at if begun < 0 else begun
        end, closed = end_of_statement(text, start, stop, block)
        end = max(end, at)
        before = machine.kind if machine.pending() else ""
        trouble = Trouble(start, at, max(end, at + 1), machine.expected(), block, before)
        if start != self.broken_at:
            self.broken_at = start
            self._add(diagnose(self.path, text, trouble))
            mended = self._repair(trouble, index)
            if mended >= 0:
                return mended
        if block in _OUTER:
            return self._skip_declaration(trouble, index, stop)
        keyword = _WORD.match(text, start)
        is_table = keyword is not None and keyword.group() == "table" and machine.pending()
        machine.cut(index)
        opens = block_start(text, start, stop) if is_table else -1
        if opens >= 0 and machine.begin_lost("table", index):
            return opens + 1
        if end == at and not closed and end < stop and text[end] not in "\n}":
            end += 1
        if end < stop and text[end] == "}" and end == start:
            return end + 1  # a `}` that closes nothing here
        return self._blank(end, stop)

    def _repair(self, trouble: Trouble, index: int) -> int:
        """Put in what is surely missing, or the word that was meant; return where to read on, or -1."""
        machine, text = self.machine, self.text
        start, at, _, expected, block, _ = trouble
        if at == start:
            word = _WORD.match(text, at)
            meant = nearest(word.group(), BLOCKS[block]) if word and word.group() not in BLOCKS[block] else ""
            if word and meant and meant not in {"allow", "sealed", *LATER} and machine.put(f"{meant} ", at, index):
                return word.end()
            return -1
        if "OPEN" in expected and text[at] in "\n#" and machine.put("{", at, index):
            return self._blank(at, len(text))
        if "OPEN" in expected and text.startswith(":\n", at) and machine.put("{", at, index):
            return self._blank(at + 1, len(text))
        if "_EOL" in expected and block == "items" and text[at] == "}" and machine.put_line_end():
            return at
        if "RPAR" in expected and text.startswith(("->", "{"), at) and machine.put(")", at, index):
            return at
        if "COMMA" in expected and _LABEL.match(text, at) and machine.put(",", at, index):
            return at
        return -1

    def _skip_declaration(self, trouble: Trouble, index: int, stop: int) -> int:
        """Go behind a declaration's head, or behind all of what is no declaration."""
        text, machine = self.text, self.machine
        start = trouble.start
        word = _WORD.match(text, start)
        name = word.group() if word else ""
        if name == "async":
            name = "function"
        machine.cut(index)
        opens = block_start(text, start, stop)
        if name == "package" and machine.begin_package(text, start, index):
            line = text.find("\n", start, stop)
            return self._blank(opens + 1 if opens >= 0 else line, stop)
        if name in HEADS and opens >= 0 and machine.begin_lost(name, index):
            return self._blank(opens + 1, stop)
        if text.startswith('"""', trouble.at):
            return stop
        end = max(end_of_statement(text, start, stop, trouble.block)[0], trouble.at)
        if end < stop and text[end] == "}":
            return self._blank(end + 1, stop)
        after = self._blank(end, stop)
        return after if name in BLOCKS["declarations"] else self._skip_junk(after, stop, trouble.block)

    def _skip_junk(self, at: int, stop: int, block: str) -> int:
        """Go over lines that begin with no word of the language: they follow from the first."""
        text = self.text
        while at < stop:
            word = _WORD.match(text, at)
            if word and (word.group() in BLOCKS[block] or nearest(word.group(), BLOCKS[block])):
                return at
            if text[at] == "}" and block == "items":
                return at
            line = text.find("\n", at, stop)
            at = stop if line < 0 else self._blank(line, stop)
        return stop

    def _blank(self, at: int, stop: int) -> int:
        """Go over blanks, comments and ends of lines."""
        return _BLANK.match(self.text, at, stop).end()  # type: ignore[union-attr]  # matches always

    def _report(self, code: Code, message: str, start: int, stop: int, hint: str) -> None:
        self._add(Diagnostic(code, message, Span(self.path, start, stop), hint))

    def _add(self, diagnostic: Diagnostic) -> None:
        self.found.append(diagnostic)
        if len(self.found) >= MAX_MISTAKES:
            raise _TooManyMistakes


def _kept(items: tuple[Any, ...]) -> tuple[tree.Declaration, ...]:
    """Return the declarations whose heads could be read."""
    return tuple(
        [
            replace(one, items=_kept(one.items)) if isinstance(one, tree.Package) else one
            for one in items
            if one.span.start != LOST
        ]
    )
