"""Try functions of hand-written code on inputs, and say which contracts of the catalogue held.

The code runs in its owner's interpreter, in a process of its own with limits, and without the sandbox: it is trusted.
What cannot be tried is said with its reason, and no contract is offered for it.
"""

from __future__ import annotations

import ast
import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from holo.expr.show import show
from holo.expr.stopped import Stopped
from holo.expr.world import World
from holo.inputs.draw import draw
from holo.ir import model as ir
from holo.ir.described import Values
from holo.ir.prelude import EXCEPTIONS
from holo.lift.candidates import ENOUGH, Observed, candidates
from holo.lift.text_shapes import type_of_value
from holo.sandbox.trusted import TrustedCall, run_trusted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from holo.ir.library import Library
    from holo.sandbox.trusted import Reply

_GUESSES: Final = ("int", "str", "list[int]", "list[str]", "bool", "float", "dict[str, int]")
_TRIED: Final = 8
_COMBINATIONS: Final = 49
_PAIRS: Final = (
    ("encode", "decode"), ("dumps", "loads"), ("parse", "format"), ("escape", "unescape"), ("pack", "unpack"),
    ("quote", "unquote"), ("compress", "decompress"), ("serialize", "deserialize"), ("to_", "from_"), ("join", "split"),
    ("render", "parse"), ("print", "parse"), ("flatten", "unflatten"),
)  # fmt: skip
"""Names of functions that may undo each other."""


@dataclass(frozen=True, slots=True)
class Place:
    """How the code is imported: the interpreter, the folder on its path, the module, and its file if it has no package."""

    python: Path
    root: Path
    module: str
    file: Path | None


@dataclass(frozen=True, slots=True)
class Seen:
    """What trying one function showed: statements for its entry and laws beside it, each with its comment.

    `returned` of `tried` inputs gave a result; `reason` says why nothing was tried, or nothing is offered.
    """

    function: str
    tried: int = 0
    returned: int = 0
    clauses: tuple[tuple[str, str], ...] = ()
    laws: tuple[tuple[str, str], ...] = ()
    reason: str = ""


def observe(
    function: ir.Function, library: Library, place: Place, *, beside: Sequence[ir.Function], inputs: int, seed: int
) -> Seen:
    """Try a described function on inputs; `beside` are the described functions of its module."""
    if function.owner and function.binding != "static":
        return Seen(function.name, reason="it is a method: it needs a value of its class")
    if function.is_async:
        return Seen(function.name, reason="it is async")
    world = World(library.lookup)
    ready = _callable(function, world, place, seed)
    if isinstance(ready, str):
        return Seen(function.name, reason=ready)
    drawn = draw(ready, world, count=inputs, seed=seed).inputs
    if not drawn:
        return Seen(
            function.name, reason="it takes no arguments" if not ready.parameters else "no input fulfils its `requires`"
        )
    ran = _run(place, [_call(ready, args) for args in drawn])
    if isinstance(ran, str):
        return Seen(function.name, len(drawn), reason=ran)
    names = [one.name for one in ready.parameters]
    rows = [
        Observed(dict(zip(names, args, strict=True)), reply.value)
        for args, reply in zip(drawn, ran, strict=True)
        if reply.plain
    ]
    raised = _raised(function, drawn, ran)
    note = f"# holds on {len(rows)} inputs: keep or strike"
    if len(rows) < ENOUGH:
        others = sorted({one.other for one in ran if one.other})
        reason = (
            f"its results are no plain data: `{others[0]}`"
            if others
            else f"it returned on {len(rows)} of {len(drawn)} inputs"
        )
        return Seen(function.name, len(drawn), len(rows), tuple(raised), reason=reason)

    def true(text: str, variables: Mapping[str, object]) -> bool:
        try:
            return world.evaluate(ir.Expr(source=text), variables) is True
        except Stopped:
            return False

    typed = function.returns.source != "Any"
    texts = candidates(rows, typed=typed, true=true)
    laws = _laws(function, ready, rows, place, beside)
    found = [*raised, *((note, f"ensures {text}") for text in texts)]
    reason = "" if found or laws else "nothing of the catalogue held"
    return Seen(function.name, len(drawn), len(rows), tuple(found), tuple((note, law) for law in laws), reason)


def _callable(function: ir.Function, world: World, place: Place, seed: int) -> ir.Function | str:
    """Return the function with the parameters that can be given values; or why there are none."""
    values = Values(world.node)
    parameters: list[ir.Parameter] = []
    open_: list[int] = []
    for one in function.parameters:
        if not values.parameter(one):
            parameters.append(one.model_copy(update={"default": None}))
        elif one.untyped and one.kind not in {"var_positional", "var_keyword"} and one.default is None:
            open_.append(len(parameters))
            parameters.append(one)
        elif one.default is None and one.kind not in {"var_positional", "var_keyword"}:
            return values.parameter(one)
    plain = function.model_copy(
        update={
            "parameters": tuple(parameters),
            "ensures": (),
            "raises": (),
            "examples": (),
            "requires": function.requires,
        }
    )
    return _guessed(function, plain, open_, world, place, seed) if open_ else plain


def _guessed(
    function: ir.Function, plain: ir.Function, open_: list[int], world: World, place: Place, seed: int
) -> ir.Function | str:
    """Return the function with types for its untyped parameters: those of its examples, else those that it takes."""
    shown = [_shown_types(function, one.expr.source) for one in function.examples]
    known = next((row for row in shown if len(row) >= len(plain.parameters) and all(row)), [])
    if known:
        return _typed(plain, open_, [known[at] for at in open_])
    if len(open_) > 3:
        return f"{len(open_)} of its parameters have no type, and no example shows one"
    tries: list[tuple[ir.Function, int]] = []
    calls: list[TrustedCall] = []
    for kinds in itertools.islice(itertools.product(_GUESSES, repeat=len(open_)), _COMBINATIONS):
        guess = _typed(plain, open_, list(kinds))
        rows = draw(guess, world, count=_TRIED, seed=seed).inputs
        tries.append((guess, len(rows)))
        calls += [_call(guess, args) for args in rows]
    ran = _run(place, calls)
    if isinstance(ran, str):
        return ran
    at, best, most = 0, plain, 0.0
    for guess, count in tries:
        share = sum(one.plain for one in ran[at : at + count]) / max(count, 1)
        at += count
        if share > most:
            best, most = guess, share
    return best if most >= 0.5 else "its parameters have no types, and it took no values of plain ones"


def _typed(plain: ir.Function, open_: list[int], kinds: list[str]) -> ir.Function:
    parameters = list(plain.parameters)
    for at, kind in zip(open_, kinds, strict=True):
        parameters[at] = parameters[at].model_copy(update={"type": ir.Expr(source=kind), "untyped": False})
    return plain.model_copy(update={"parameters": tuple(parameters)})


def _shown_types(function: ir.Function, example: str) -> list[str]:
    for node in ast.walk(ast.parse(example, mode="eval")):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == function.name:
            return [type_of_value(ast.unparse(one)) for one in node.args]
    return []


def _call(function: ir.Function, args: Sequence[object]) -> TrustedCall:
    plain = [show(value) for one, value in zip(function.parameters, args, strict=True) if one.kind != "keyword_only"]
    named = {
        one.name: show(value)
        for one, value in zip(function.parameters, args, strict=True)
        if one.kind == "keyword_only"
    }
    keywords = ", ".join(f"{name!r}: {text}" for name, text in named.items())
    return TrustedCall(function.name, f"({''.join(f'{text}, ' for text in plain)})", f"{{{keywords}}}")


def _run(place: Place, calls: Sequence[TrustedCall]) -> tuple[Reply, ...] | str:
    ran = run_trusted(place.python, place.root, place.module, calls, file=place.file)
    if ran.trouble:
        return f"`{place.module}` cannot be imported: {ran.trouble}"
    return ran.replies


def _raised(function: ir.Function, drawn: Sequence[tuple[object, ...]], ran: Sequence[Reply]) -> list[tuple[str, str]]:
    """Return a `raises` for each built-in error that was seen and is not described."""
    said = {one.error for one in function.raises}
    found: dict[str, list[tuple[object, ...]]] = {}
    for args, reply in zip(drawn, ran, strict=True):
        if reply.error in EXCEPTIONS - said:
            found.setdefault(reply.error, []).append(args)
    return [
        (
            f"# seen on {len(rows)} of {len(drawn)} inputs, such as ({', '.join(map(show, min(rows, key=lambda row: len(repr(row)))))}): keep or strike",
            f"raises {error}",
        )
        for error, rows in sorted(found.items())
    ]


def _laws(
    function: ir.Function, ready: ir.Function, rows: Sequence[Observed], place: Place, beside: Sequence[ir.Function]
) -> list[str]:
    """Return the laws that held: doing it twice, growing, undoing it."""
    if function.owner or len(ready.parameters) != 1 or function.name.startswith("_"):
        return []
    name, (one,) = function.name, ready.parameters
    if one.kind == "keyword_only":
        return []
    kind = one.type.source
    found: list[str] = []
    alike = [row for row in rows if type(row.result) is type(row.arguments[one.name])]
    changed = [row for row in alike if row.result != row.arguments[one.name]]
    if len(alike) == len(rows) and len(changed) >= 3:
        again = _run(place, [TrustedCall(name, f"({row.result!r}, )") for row in rows])
        if not isinstance(again, str) and all(
            r.plain and _same(r.value, row.result) for r, row in zip(again, rows, strict=True)
        ):
            found.append(
                f"law {name}_twice_is_once({one.name}: {kind}) {{\n  ensures {name}({name}({one.name})) == {name}({one.name})\n}}"
            )
    if kind == "int" and all(type(row.result) is int for row in rows):
        ordered = sorted(rows, key=lambda row: int(str(row.arguments[one.name])))
        results = [int(str(row.result)) for row in ordered]
        if results == sorted(results) and len(set(results)) > 3:
            found.append(
                f"law {name}_grows(a: int, b: int) {{\n  requires a <= b\n  ensures {name}(a) <= {name}(b)\n}}"
            )
    for other in beside:
        if _undoes(name, other.name) and len([each for each in other.parameters if each.default is None]) == 1:
            back = _run(place, [TrustedCall(other.name, f"({row.result!r}, )") for row in rows])
            if not isinstance(back, str) and all(
                r.plain and _same(r.value, row.arguments[one.name]) for r, row in zip(back, rows, strict=True)
            ):
                found.append(
                    f"law {other.name}_undoes_{name}({one.name}: {kind}) {{\n  ensures {other.name}({name}({one.name})) == {one.name}\n}}"
                )
    return found


def _undoes(name: str, other: str) -> bool:
    return any(
        (one in name and name.replace(one, two) == other) or (two in name and name.replace(two, one) == other)
        for one, two in _PAIRS
    )


def _same(one: object, other: object) -> bool:
    return type(one) is type(other) and one == other
