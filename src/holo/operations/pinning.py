"""Write down what an accepted body answers, so that the hologram says it: offered, and written only when asked for.

An accepted body may be wrong: whoever takes an offer says that it is right.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from holo.authoring.statements import CannotSay, Words, error, example, scenario
from holo.emit.writer import rewrite_text
from holo.expr.values import Fake
from holo.operations.compile import compile_with
from holo.provenance.digest import digest
from holo.sandbox.outcome import Kind
from holo.source import Unreadable, decode

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from holo.config import Config
    from holo.operations.compile import Compiled, CompiledFile
    from holo.operations.strength import Measured
    from holo.operations.workshop import Workshop
    from holo.verify.apart import Difference


def offered(shop: Workshop, key: str, found: Difference) -> dict[str, str]:
    """Return the statement by which a hologram would say what the first body answers (`offer`), or why none can (`silent`)."""
    function = shop.function(key)
    words = Words(shop.world, shop.hologram(key), key.rpartition(".")[0])
    top = Words(shop.world, shop.hologram(key), key.partition(".")[0])
    try:
        if any(isinstance(one, Fake) for one in found.arguments):
            raise CannotSay("what a port is told depends on what it answers: write a failure scenario")
        call = words.call(function, found.arguments)
        if found.first.kind is Kind.RETURNED:
            return {"offer": example(call, found.first.value, words)}
        if not isinstance(found.first.value, BaseException):
            raise CannotSay("the error that is raised has no name here")
        raised = error(found.first.value, top)
        name = f"{function.name}_{digest(call)[:4]}"
        return {
            "offer": scenario(
                name,
                f"{function.name} raises {raised.partition('(')[0]}",
                (),
                top.call(function, found.arguments),
                (f"raises {raised}",),
            )
        }
    except CannotSay as why:
        return {"silent": f"{why.reason[:1].lower()}{why.reason[1:]}"}


@dataclass(frozen=True, slots=True)
class Added:
    """A statement that now stands in a hologram."""

    path: str
    line: int
    statement: str

    def as_json(self) -> dict[str, object]:
        """Return it as a JSON object."""
        return {"path": self.path, "line": self.line, "statement": self.statement}


@dataclass(frozen=True, slots=True)
class NotAdded:
    """A statement that could not be put into its hologram, and why."""

    statement: str
    why: str

    def as_json(self) -> dict[str, object]:
        """Return it as a JSON object."""
        return {"statement": self.statement, "why": self.why}


@dataclass(frozen=True, slots=True)
class Pinned:
    """What became of the offers of one run."""

    added: tuple[Added, ...] = ()
    left: tuple[NotAdded, ...] = ()


def pin(done: Measured, config: Config, base: Path) -> Pinned:
    """Put the offered statements into their holograms, file by file.

    A file that would not compile with them, or that has changed since it was read, stays as it is.
    """
    added: list[Added] = []
    left: list[NotAdded] = []
    for file in done.compiled.files:
        offers: dict[str, str] = {}
        for one in done.found:
            if one.function.partition(".")[0] == file.name:
                offers.update((survivor.offer, one.function) for survivor in one.survivors if survivor.offer)
        if offers:
            found = _pin_file(done.compiled, file, offers, config, base)
            added += found.added
            left += found.left
    return Pinned(tuple(added), tuple(left))


def _pin_file(compiled: Compiled, file: CompiledFile, offers: dict[str, str], config: Config, base: Path) -> Pinned:

    before = compiled.sources[file.shown].text
    try:
        same = decode(file.path.read_bytes()) == before
    except (OSError, Unreadable):
        same = False
    if not same:
        return Pinned((), tuple(NotAdded(each, f"`{file.shown}` has changed meanwhile") for each in offers))
    made = _with(before, offers, file.shown)
    wrong = _error(compile_with(compiled.path, config, base, {file.path: made.text})) if made.lines else ""
    if wrong:
        # One of them is to blame: those that the file compiles with are kept.
        made, refused = _one_by_one(
            before, offers, file, lambda text: _error(compile_with(compiled.path, config, base, {file.path: text}))
        )
        left = (*made.left, *refused)
    else:
        left = made.left
    if made.text != before:
        rewrite_text(file.path, made.text)
    return Pinned(tuple(Added(file.shown, at, each) for each, at in made.lines.items()), left)


@dataclass(frozen=True, slots=True)
class _Made:
    """A text with some statements more: the line of each, and what could not be placed."""

    text: str
    lines: dict[str, int]
    left: tuple[NotAdded, ...] = ()


def _with(text: str, offers: Mapping[str, str], path: str) -> _Made:
    # Lark, only where something is written
    from holo.authoring.patch import CannotPatch, add_declaration, add_statement

    lines: dict[str, int] = {}
    left: list[NotAdded] = []
    for statement, key in offers.items():
        try:
            if statement.startswith("failure "):
                made = add_declaration(text, statement, path, near=key)
            else:
                made = add_statement(text, key, statement, path)
        except CannotPatch as why:
            left.append(NotAdded(statement, why.reason))
            continue
        grown = made.text.count("\n") - text.count("\n")
        lines = {each: at + grown if at >= made.line else at for each, at in lines.items()}
        lines[statement] = made.line
        text = made.text
    return _Made(text, lines, tuple(left))


def _one_by_one(
    text: str, offers: Mapping[str, str], file: CompiledFile, error: Callable[[str], str]
) -> tuple[_Made, list[NotAdded]]:
    kept: dict[str, str] = {}
    refused: list[NotAdded] = []
    for statement, key in offers.items():
        wrong = error(_with(text, {**kept, statement: key}, file.shown).text)
        if wrong:
            refused.append(NotAdded(statement, f"`{file.shown}` would not compile with it: {wrong}"))
        else:
            kept[statement] = key
    return _with(text, kept, file.shown), refused


def _error(compiled: Compiled) -> str:
    """Return the first error of a compiled project, empty where there is none."""
    return next((f"{row.code} {row.message}" for row in compiled.diagnostics if row.severity == "error"), "")
