"""Ask the author what the hologram leaves open, and write the reply into it.

A question is an input on which accepted bodies part. The reply becomes an example where the language has one for it,
a failure scenario for an error or an input with a port, or a `requires`. It is written only if the new text compiles
and means what was replied; the file must be as it was read. "Either is right" is kept in the hologram as well, as
`example f(x) in (a, b)`: there it is seen, judged and shown to writers, where a list of settled questions would be none of this.
"""

from __future__ import annotations

import ast
import os
from contextlib import ExitStack
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from holo.authoring import statements
from holo.authoring.patch import CannotPatch, add_declaration, add_statement
from holo.authoring.statements import CannotSay, Words
from holo.emit.writer import rewrite_text
from holo.errors import HoloError
from holo.expr.stopped import Stopped
from holo.expr.values import Fake
from holo.expr.world import World
from holo.ir import model as ir
from holo.operations.compile import Compiled, compile_project, compile_with, without_collector
from holo.operations.filling import fill
from holo.operations.inquiry import Looked, Question, look
from holo.operations.judge import find, text_of
from holo.operations.stands import folders
from holo.operations.trust import refusal
from holo.operations.workshop import Workshop
from holo.provenance import lock as locks
from holo.sandbox.outcome import Kind, Outcome
from holo.source import Unreadable, decode

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from holo.authoring.patch import Patched
    from holo.config import Config

    Advance = Callable[[int, int, str], None]


class Choice(Enum):
    """What an author can reply."""

    ANSWER = "answer"  # an expression, one of the answers shown or another one
    RAISES = "raises"
    NEVER = "requires"
    EITHER = "either"
    SKIP = "skip"


@dataclass(frozen=True, slots=True)
class Reply:
    """A reply in the author's words: an expression, an error, a condition; `number` is the answer taken, counted from 0."""

    choice: Choice
    text: str = ""
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """What a reply added: the statement as it stands in the file, where it begins, and the unified diff."""

    question: str
    path: str
    line: int
    diff: str


class Refused(Exception):
    """A reply that was not written; `reason` says why. The file is as it was."""

    def __init__(self, reason: str) -> None:
        """Keep the reason."""
        super().__init__(reason)
        self.reason = reason


class Desk:
    """One project with its questions, and its texts as they were read; replies are written one at a time."""

    def __init__(
        self, compiled: Compiled, config: Config, base: Path, spec: Path, world: World, looked: Sequence[Looked] = ()
    ) -> None:
        """Keep what was found; `world` is the one whose values the questions hold."""
        self.compiled = compiled
        self._world = world
        self.looked = tuple(looked)
        self.unrun: HoloError | None = None  # why no body of a model was run
        self._config = config
        self._base = base
        self._spec = spec
        self._texts = {file.path: compiled.sources[file.shown].text for file in compiled.files}

    @property
    def questions(self) -> tuple[Question, ...]:
        """Return all questions, in order of function."""
        return tuple(one.question for one in self.looked if one.question is not None)

    def place(self, question: Question) -> str:
        """Return the file and line of the function that a question is about."""
        source = self.compiled.sources.get(self._file(question.function.id)[1])
        span = question.function.span
        return f"{source.path}:{source.position(span.start).line}" if source is not None and span is not None else ""

    def statement(self, question: Question, number: int) -> str:
        """Return what taking one of the answers would add. Raises `Refused` where the language has no words for it."""
        return self._made(question, Reply(Choice.ANSWER, number=number))[1]

    def either(self, question: Question) -> str:
        """Return what "either is right" would add. Raises `Refused` where the language has no words for it."""
        return self._made(question, Reply(Choice.EITHER))[1]

    def write(self, question: Question, reply: Reply) -> Written:
        """Write a reply into the hologram. Raises `Refused`, and `HoloError` where the file has changed meanwhile."""
        path, shown = self._file(question.function.id)
        near, text = self._made(question, reply)
        try:
            if text.startswith("failure "):
                patched = add_declaration(self._texts[path], text, shown, near=near)
            else:
                patched = add_statement(self._texts[path], near, text, shown)
        except CannotPatch as error:
            raise Refused(f"`{text.splitlines()[0]}` cannot be added: {error.reason}") from None
        after = compile_with(self._spec, self._config, self._base, {**self._texts, path: patched.text})
        self._check(question, reply, after, patched)
        self._replace(path, shown, patched.text)
        self.compiled = after
        return Written(question.id, shown, patched.line, patched.diff)

    def _file(self, key: str) -> tuple[Path, str]:
        name = key.partition(".")[0]
        return next((file.path, file.shown) for file in self.compiled.files if file.name == name)

    def _replace(self, path: Path, shown: str, text: str) -> None:
        try:
            now = decode(path.read_bytes())
        except (OSError, Unreadable):
            now = ""
        if now != self._texts[path]:
            raise HoloError(f"`{shown}` has changed since it was read", "Ask again: nothing was written to it", "H903")
        rewrite_text(path, text)
        self._texts[path] = text

    def _hologram(self, function: ir.Function) -> ir.Hologram:
        found = self.compiled.library.hologram(function.id.partition(".")[0])
        assert found is not None, function.id
        return found

    # -- what a reply says ------------------------------------------------------------------------

    def _made(self, question: Question, reply: Reply) -> tuple[str, str]:
        """Return the function near which a reply goes, and its statement."""
        try:
            return question.function.id, self._said(question, reply)
        except CannotSay as error:
            raise Refused(error.reason) from None

    def _said(self, question: Question, reply: Reply) -> str:
        function = question.function
        words = Words(self._world, self._hologram(function), function.id.rpartition(".")[0])
        top = Words(self._world, self._hologram(function), function.id.partition(".")[0])
        match reply.choice:
            case Choice.NEVER:
                return f"requires {_one_line(reply.text)}"
            case Choice.EITHER:
                outcomes = [one.outcome for one in question.answers]
                if any(one.kind is not Kind.RETURNED for one in outcomes):
                    raise CannotSay("An example cannot admit a value and an error: say which, or exclude the input")
                return statements.either(
                    words.call(function, question.arguments), [one.value for one in outcomes], words
                )
            case Choice.RAISES:
                return self._scenario(question, top, (f"raises {_one_line(reply.text)}",))
            case Choice.ANSWER if reply.number is not None:
                return self._taken(question, question.answers[reply.number].outcome, words, top)
            case Choice.ANSWER:
                if question.has_port:
                    return self._scenario(question, top, (self._equal("result", function, reply.text, top),))
                return f"example {self._equal(words.call(function, question.arguments), function, reply.text, words)}"
            case Choice.SKIP:
                raise Refused("Skipped")

    def _taken(self, question: Question, outcome: Outcome, words: Words, top: Words) -> str:
        """Return the statement that takes an answer: in the function's place, or at top level where it is a scenario."""
        function = question.function
        if outcome.kind is Kind.RAISED:
            raised = outcome.value
            named = statements.error(raised, top) if isinstance(raised, BaseException) else top.word(outcome.error)
            return self._scenario(question, top, (f"raises {named}", *_told(question, outcome, top)))
        if question.has_port:
            then = statements.equals("result", outcome.value, top)
            return self._scenario(question, top, (then, *_told(question, outcome, top)))
        value = outcome.value
        if type(value) is int and not self._misfit(function, 0.5):
            value = float(value)
        return statements.example(words.call(function, question.arguments), value, words)

    def _misfit(self, function: ir.Function, value: object) -> str:
        """Say why a value is no result of a function; nothing where it is."""
        return self._world.fits(value, self._world.type(function.returns, function.type_parameters))

    def _equal(self, call: str, function: ir.Function, text: str, words: Words) -> str:
        """Return the condition that a call gives what an author typed."""
        text = _operand(text)
        try:
            value: object = ast.literal_eval(text)
        except (ValueError, TypeError, SyntaxError, MemoryError, RecursionError):
            return f"{call} == {text}"
        if type(value) is int and not self._misfit(function, 0.5):
            value = float(value)
        misfit = self._misfit(function, value)
        if misfit:
            raise Refused(f"`{text}` does not fit `{function.returns.source}`: {misfit}")
        if value is None or isinstance(value, bool | float):
            return statements.equals(call, value, words)
        return f"{call} == {text}"

    def _scenario(self, question: Question, words: Words, then: tuple[str, ...]) -> str:
        function = question.function
        hologram = self._hologram(function)
        taken = {failure.name for failure in hologram.failures}
        number = next(number for number in range(1, len(taken) + 2) if f"F{number}" not in taken)
        alike = [one for package in hologram.packages for one in package.functions if one.name == function.name]
        name = function.name if len(alike) == 1 else function.id.partition(".")[2]
        given: list[str] = []
        arguments = []
        for parameter, argument in zip(function.parameters, question.arguments, strict=True):
            if isinstance(argument, Fake):
                given += statements.given_port(parameter.name, argument, words)
                arguments.append(parameter.name)
            else:
                arguments.append(words.value(argument))
        ends = then[0] if then[0].startswith("raises ") else "returns"
        title = f"{function.name} {ends.partition('(')[0]}" + (" with its ports" if given else "")
        return statements.scenario(f"F{number}", title, given, f"{name}({', '.join(arguments)})", then)

    # -- whether it means what was replied ----------------------------------------------------------

    def _check(self, question: Question, reply: Reply, after: Compiled, patched: Patched) -> None:
        errors = [row for row in after.diagnostics if row.severity == "error"]
        if errors:
            added = patched.text.splitlines()[patched.line - 1].strip()
            raise Refused(f"With `{added}` the hologram has an error: {errors[0].code} {errors[0].message}")
        function = after.library.lookup(question.function.id)
        assert isinstance(function, ir.Function)
        if reply.choice is Choice.NEVER:
            self._excludes(question, function)
        elif reply.choice is Choice.RAISES:
            hologram = after.library.hologram(function.id.partition(".")[0])
            assert hologram is not None
            then = hologram.failures[-1].then[0]
            error = then.error if isinstance(then, ir.ThenRaises) else ""
            if all(clause.error != error for clause in function.raises):
                name = error.rpartition(".")[2]
                raise Refused(
                    f"The contract of `{function.name}` does not name `{name}`: write `raises {name} when …` there first"
                )
        elif reply.choice is Choice.ANSWER and reply.number is None and not question.has_port:
            _fits(function, World(after.library.lookup))

    def _excludes(self, question: Question, function: ir.Function) -> None:
        """Refuse a condition that the input fulfils: its values are asked in the world that made them."""
        added = function.requires[len(question.function.requires)]
        variables = dict(zip((one.name for one in function.parameters), question.arguments, strict=True))
        try:
            holds = self._world.evaluate(added.expr, variables)
        except Stopped as stopped:
            raise Refused(
                f"`{added.expr.source}` cannot be computed for `{question.call}`: {stopped.message}"
            ) from None
        if holds:
            raise Refused(f"`requires {added.expr.source}` does not exclude `{question.call}`")


def _fits(function: ir.Function, world: World) -> None:
    """Refuse an answer that has no value, or none of the function's type."""
    expr = function.examples[-1].expr
    tree = ast.parse(f"({expr.source}\n)", mode="eval").body
    match tree:
        case ast.Compare(ops=[ast.Eq()], comparators=[right]):
            typed = expr.model_copy(update={"source": ast.unparse(right)})
        case _:
            return  # written by us, from a plain value
    try:
        value = world.evaluate(typed)
    except Stopped as stopped:
        raise Refused(f"`{typed.source}` cannot be computed: {stopped.message}") from None
    misfit = world.fits(value, world.type(function.returns, function.type_parameters))
    if misfit:
        raise Refused(f"`{typed.source}` does not fit `{function.returns.source}`: {misfit}")


def _told(question: Question, outcome: Outcome, words: Words) -> list[str]:
    """Return conditions that ports were told this, function by function."""
    rows = []
    for at, argument in enumerate(question.arguments):
        if not isinstance(argument, Fake):
            continue
        name = question.function.parameters[at].name
        for function in argument.functions.values():
            calls = [call for call in outcome.calls.get(at, ()) if call.function == function.name]
            told = f"calls({name}.{function.name})"
            if not calls or not function.parameters:
                rows.append(f"len({told}) == {len(calls)}")
                continue
            parts = ", ".join(f"call.{one}" for one in function.parameters)
            single = len(function.parameters) == 1
            listed = [tuple(call.arguments.values()) for call in calls]
            shown = words.value([one[0] for one in listed] if single else listed)
            rows.append(f"[{parts if single else f'({parts})'} for call in {told}] == {shown}")
    return rows


def _one_line(text: str) -> str:
    """Return an expression that an author typed, on one line; raise `Refused` for what is none."""
    text = text.strip()
    try:
        node = ast.parse(text, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise Refused(f"`{text}` is no expression") from None
    return ast.unparse(node) if "\n" in text or "#" in text else text


def _operand(text: str) -> str:
    """Return an expression that an author typed as one side of a comparison."""
    text = _one_line(text)
    node = ast.parse(text, mode="eval").body
    loose = isinstance(node, ast.BoolOp | ast.Compare | ast.IfExp | ast.Lambda) or (
        isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not)
    )
    return f"({text})" if loose else text


def ask(
    spec: Path,
    names: Sequence[str],
    config: Config,
    base: Path,
    advance: Advance,
    files: Sequence[Path] = (),
) -> Desk:
    """Look for questions in one hologram with all that it uses, or in some of its functions.

    `files` are further candidates, for the one function that is named. Raises `HoloError` for an unknown function or
    a file that cannot be read. Where the hologram has errors there is nothing to ask.
    """
    from holo.operations.behaviour import SERVERS
    from holo.provenance.journal import NAME, Journal  # SQLite only where a journal is
    from holo.sandbox.pool import Pool

    if files and len(names) != 1:
        raise HoloError("`--with` needs the one function that its files are for", "Name the function", "H910")
    extra = [(text_of(path), str(path)) for path in files]
    with ExitStack() as stack:
        pool = stack.enter_context(Pool(SERVERS))
        pool.start()
        compiled = compile_project(spec, config, base, needs_spans=True)
        if compiled.broken:
            return Desk(compiled, config, base, spec, World(compiled.library.lookup))
        stack.enter_context(without_collector())
        where = folders(compiled, config)
        kept = (where.state / NAME).is_file()
        journal = stack.enter_context(Journal(where.state)) if kept else None
        shop = Workshop(compiled, config, where, locks.read(where.lock), journal, pool)
        keys = list(dict.fromkeys(find(shop, name) for name in names)) or list(shop.planned.slices)
        if names:
            shop.only(frozenset(keys).union(*(shop.around(key) for key in keys), *map(shop.called_in_turn, keys)))
        fill(shop, config.agents.order, lambda _done, _total, _what: None)
        why = refusal(config, pool, os.environ)
        looked = []
        for number, key in enumerate(keys):
            advance(number, len(keys), key)
            looked.append(look(shop, key, extra, models_run=why is None))
        advance(len(keys), len(keys), "")
        desk = Desk(compiled, config, base, spec, shop.world, [one for one in looked if one is not None])
        desk.unrun = why if why is not None and _by_models(shop, keys) else None
        return desk


def _by_models(shop: Workshop, keys: Sequence[str]) -> bool:
    """Say whether a model wrote some body of some functions, or may have: the journal does not say of every one."""
    return any(
        ((stand := shop.stands.get(key)) is not None and bool(stand.model))
        or ((record := shop.lock.get(key)) is not None and bool(record.model))
        or (shop.journal is not None and bool(shop.journal.verdicts(key)))
        for key in keys
    )
