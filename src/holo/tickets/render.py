"""The words of a ticket: a slice as parts of Markdown, each with its place and its priority.

Plain Python, since a template costs 30 microseconds a ticket. Writes parts only; which of them fit is
`ticket`'s to decide. Sealed examples are in no part.
"""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

from holo.ir import model as ir
from holo.pycode.signature import signature
from holo.tickets import rules
from holo.tickets.stubs import line, port

if TYPE_CHECKING:
    from collections.abc import Iterator

    from holo.tickets.meaning import Shape
    from holo.tickets.slice import Slice
    from holo.tickets.stubs import Stubs


class Rank(IntEnum):
    """What goes first when a ticket is too long: the last of these. What is `CONTRACT` never goes."""

    CONTRACT = 0
    SHAPE = 1
    CALLED = 2
    LOGIC = 3
    EXAMPLE = 4
    FAR_SHAPE = 5
    SCENARIO = 6
    LAW = 7
    MORE_EXAMPLES = 8
    MEANING = 9
    TERM = 10
    FLOW = 11
    MENTIONED = 12


class Section(IntEnum):
    """Where a part stands."""

    HEAD = 0
    CONTRACT = 1
    EXAMPLES = 2
    LOGIC = 3
    NAMES = 4
    MEANING = 5
    WORDS = 6
    ANSWER = 7


class Part(NamedTuple):
    """One piece of a ticket: text that begins with no space and ends with a line end.

    `name` is how messages and the list of what was left out call it; what every ticket says has none.
    """

    section: Section
    rank: Rank
    name: str
    text: str


_OPENING: dict[Section, str] = {
    Section.EXAMPLES: rules.EXAMPLES,
    Section.NAMES: rules.NAMES,
    Section.MEANING: rules.MEANINGS,
    Section.WORDS: rules.WORDS,
}


_KINDS = {ir.Alias: "type", ir.Const: "const", ir.Enum: "enum", ir.Record: "record", ir.Error: "error"}


def parts(cut: Slice, stubs: Stubs) -> list[Part]:
    """Return every part of a function's ticket, in the order of the page."""
    function = cut.function
    found = [*_head(cut), *_contract(function), *_examples(cut)]
    if function.logic:
        found.append(Part(Section.LOGIC, Rank.LOGIC, "`logic`", f"How: {function.logic.strip()}\n"))
    found += [Part(Section.LOGIC, Rank.LOGIC, "`ticket`", f"Note: {note.strip()}\n") for note in function.notes]
    for flow in cut.flows:
        assert isinstance(flow.body, ir.Flow)
        steps = " -> ".join([flow.body.source.source, *(step.function.rpartition(".")[2] for step in flow.body.steps)])
        text = f"It is a step of `{flow.name}`: `{steps}`. {line(flow.doc)}".rstrip()
        found.append(Part(Section.LOGIC, Rank.FLOW, f"flow `{flow.name}`", f"{text}\n"))
    found += _names(cut, stubs)
    for other in cut.called:
        meant = meaning(other)
        if meant:
            found.append(Part(Section.MEANING, Rank.MEANING, f"the meaning of `{other.name}`", meant))
    for term in cut.terms:
        text = f"- {term.name}: {term.definition.strip()}\n"
        found.append(Part(Section.WORDS, Rank.TERM, f"the word `{term.name}`", text))
    found += _answer(cut)
    return found


def pieces(chosen: list[Part], left_out: tuple[str, ...]) -> list[str]:
    """Return the texts whose sum is the ticket; the chosen parts are in the order of the page.

    Tokens of the pieces add up to those of the ticket, since each ends with a line end and begins with no space.
    """
    found: list[str] = []
    section = Section.HEAD
    for part in chosen:
        if part.section is not section:
            if section is Section.NAMES:
                found.append(rules.FENCE)
            elif section > Section.CONTRACT:
                found[-1] += "\n"
            if part.section is Section.ANSWER and left_out:
                found.append(f"Left out for want of room: {listed(left_out)}.\n\n")
            section = part.section
            if section in _OPENING:
                found.append(_OPENING[section])
        found.append(part.text)
    return found


def listed(names: tuple[str, ...]) -> str:
    """Return names of parts as a list in which each kind is said once: "law `a`; the word `b`, `c`"."""
    kinds: dict[str, list[str]] = {}
    for name in names:
        kind, _, rest = name.partition(" `")
        kinds.setdefault(kind, []).append(f"`{rest}" if rest else "")
    return "; ".join(f"{kind} {', '.join(rest)}".rstrip() for kind, rest in kinds.items())


def _head(cut: Slice) -> Iterator[Part]:
    function, package = cut.function, cut.package

    def part(name: str, text: str) -> Part:
        return Part(Section.HEAD, Rank.CONTRACT, name, text)

    about = f" ({line(package.doc)})" if package.name and package.doc else ""
    yield part("the name", f"# Write one Python function: `{function.name}`\n\nIt belongs to `{package.id}`{about}.\n")
    yield part("", rules.PAGE)
    yield part("the signature", f"{signature(function)}\n")
    yield part("", rules.FENCE)
    if function.doc:
        yield part("the doc", f"Task: {function.doc.strip()}\n\n")


def _contract(function: ir.Function) -> Iterator[Part]:
    def part(name: str, text: str) -> Part:
        return Part(Section.CONTRACT, Rank.CONTRACT, name, text)

    def clauses(word: str, lines: list[str]) -> Iterator[Part]:
        for number, text in enumerate(lines, 1):
            yield part(f"`{word}` {number}", f"{text}\n" if number < len(lines) else f"{text}\n\n")

    yield part("", rules.REQUIRES if function.requires else rules.TYPES)
    yield from clauses("requires", [f"- `{condition.expr.source}`" for condition in function.requires])
    always = [(clause, clause.when.source) for clause in function.raises if clause.when is not None]
    if always:
        yield part("", rules.RAISES)
        lines = [f"{number}. if `{when}`: `raise {_raised(clause)}`" for number, (clause, when) in enumerate(always, 1)]
        yield from clauses("raises", lines)
    for clause in function.raises:
        if clause.when is None:
            yield part("`raises`", f"It may raise `{_raised(clause)}`.\n")
    if function.ensures:
        yield part("", rules.OTHERWISE if always else rules.RETURN)
        yield from clauses("ensures", [f"- `{condition.expr.source}`" for condition in function.ensures])
    else:
        yield part("", rules.OTHERWISE_TASK if always else rules.RETURN_TASK)
    if any("calls(" in condition.expr.source for condition in function.ensures):
        yield part("", rules.CALLS)
    yield part("", rules.NOTHING_ELSE if function.raises else rules.NOTHING)


def _raised(clause: ir.Raises) -> str:
    return clause.payload.source if clause.payload is not None else clause.error.rpartition(".")[2]


def _examples(cut: Slice) -> Iterator[Part]:
    shown = [example for example in cut.function.examples if not example.sealed]
    for number, example in enumerate(shown, 1):
        rank = Rank.EXAMPLE if number <= 2 else Rank.MORE_EXAMPLES
        yield Part(Section.EXAMPLES, rank, f"`example` {number}", f"- `{example.expr.source}`\n")
    for failure in cut.failures:
        yield Part(Section.EXAMPLES, Rank.SCENARIO, f"failure `{failure.name}`", _scenario(failure))
    for law in cut.laws:
        names = ", ".join(f"{parameter.name}: {parameter.type.source}" for parameter in law.parameters)
        given = " and ".join(condition.expr.source for condition in law.requires)
        only = f" with `{given}`" if given else ""
        claims = "; ".join(f"`{condition.expr.source}`" for condition in law.ensures)
        text = f"- for all `{names}`{only}: {claims}\n" if names else f"- {claims}\n"
        yield Part(Section.EXAMPLES, Rank.LAW, f"law `{law.name}`", text)


def _scenario(failure: ir.Failure) -> str:
    given: list[str] = []
    for one in failure.given:
        match one:
            case ir.GivenValue():
                given.append(f"`{one.name} = {one.value.source}`")
            case ir.GivenPort():
                given.append(f"`{one.name}` a `{one.port.rpartition('.')[2]}`")
            case ir.GivenFault():
                error = one.payload.source if one.payload is not None else one.error.rpartition(".")[2]
                given.append(f"`{one.name}.{one.function}` always raises `{error}`")
            case ir.GivenReply():
                given.append(f"`{one.name}.{one.function}` returns `{one.value.source}`")
    then: list[str] = []
    for claim in failure.then:
        match claim:
            case ir.ThenRaises():
                error = claim.payload.source if claim.payload is not None else claim.error.rpartition(".")[2]
                then.append(f"raises `{error}`")
            case ir.ThenHolds():
                then.append(f"then `{claim.expr.source}`")
    start = f"given {', '.join(given)}: " if given else ""
    return f"- {failure.title}: {start}`{failure.when.source}` {' and '.join(then)}\n"


def _names(cut: Slice, stubs: Stubs) -> Iterator[Part]:
    local = cut.words

    def part(rank: Rank, word: str, node: Shape | ir.Function, text: str = "") -> Part:
        name = local.get(node.id, node.name)
        return Part(Section.NAMES, rank, f"{word} `{node.name}`", text or stubs.text(node, name))

    for parameter in cut.function.type_parameters:
        text = f'{parameter} = TypeVar("{parameter}")\n'
        yield Part(Section.NAMES, Rank.SHAPE, f"type parameter `{parameter}`", text)
    for shape in cut.near:
        yield part(Rank.SHAPE, _KINDS[type(shape)], shape)
    for one in cut.ports:
        used = [function for function in one.functions if function.id in cut.function.uses]
        yield part(Rank.SHAPE, "port", one, port(one, local.get(one.id, one.name), used))
    for shape in cut.far:
        yield part(Rank.FAR_SHAPE, _KINDS[type(shape)], shape)
    for function in cut.called:
        yield part(Rank.CALLED, "function", function)
    for function in cut.mentioned:
        text = f"# not for you to call: {signature(function)[:-1]}\n"
        yield part(Rank.MENTIONED, "function", function, text)


def meaning(function: ir.Function) -> str:
    """Return the line that says what a function means; empty where the hologram says no body."""
    head = f"- `{function.name}({', '.join(parameter.name for parameter in function.parameters)})` is"
    match function.body:
        case ir.Returns() | ir.Flow():
            return f"{head} `{function.body.expr.source}`\n"
        case ir.Table():
            rows = [
                f"`{row.value.source}` if `{row.when.source}`" if row.when is not None else f"else `{row.value.source}`"
                for row in function.body.rows
            ]
            return f"{head} {', '.join(rows)}\n"
        case None:
            return ""


def _answer(cut: Slice) -> Iterator[Part]:
    def part(text: str) -> Part:
        return Part(Section.ANSWER, Rank.CONTRACT, "", text)

    yield part(rules.ANSWER)
    yield part(rules.PORTS if cut.ports else rules.PURE)
    if cut.function.is_async:
        yield part(rules.ASYNC)
    if cut.python:
        yield part(f"- Imported, too: {', '.join(f'`{module}`' for module in cut.python)}.\n")
