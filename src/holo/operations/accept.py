"""Accept what a changed body does: write it into the hologram, then bring package and lock up to date.

Proposes first and writes only when told to: a patch that does not compile, or by which the judge does not accept the body,
is never written.
"""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from difflib import unified_diff
from typing import TYPE_CHECKING

from holo.errors import HoloError
from holo.operations.build import Built, build

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from holo.config import Config
    from holo.operations.workshop import Workshop

    Advance = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Proposal:
    """What would be written: the new text of a hologram, its diff, and the statements that it no longer makes.

    `reason` says why nothing can be proposed. An empty diff means that the hologram says it already.
    """

    function: str
    spec: Path
    file: Path
    shown: str
    before: str = ""
    text: str = ""
    diff: str = ""
    struck: tuple[tuple[str, str], ...] = ()
    reason: str = ""


def propose(specs: Sequence[Path], name: str, config: Config) -> Proposal:
    """Return what `holo accept` would write for a function. Raises `HoloError` where there is nothing to accept."""
    from holo.drift import sides
    from holo.operations.lifting import CannotAccept, Lifting, struck
    from holo.operations.survey import Survey

    with ExitStack() as stack:
        shop, key = opened(stack, specs, name, config)
        survey = Survey(shop)
        side = survey.side(key)
        file = next(one for one in shop.compiled.files if one.name == key.partition(".")[0])
        made = Proposal(key, shop.compiled.path, file.path, file.shown)
        record = shop.lock.get(key)
        if side.code is not sides.Code.CHANGED:
            what = {
                sides.Code.SAME: "the code is as it was accepted",
                sides.Code.BROKEN: "its file holds no such function",
            }.get(side.code, "there is no body in the package")
            raise HoloError(f"There is nothing to accept of `{key}`: {what}", "`holo drift` says what moved", "H910")
        try:
            lifting = Lifting(shop, key, side.text, survey.accepted(key) if record else "", file.path, file.shown)
            text, state = lifting.lift()
        except CannotAccept as why:
            return Proposal(key, made.spec, file.path, file.shown, reason=why.reason)
        lines = unified_diff(
            lifting.text.splitlines(keepends=True), text.splitlines(keepends=True), file.shown, file.shown
        )
        diff = "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)
        return Proposal(key, made.spec, file.path, file.shown, lifting.text, text, diff, tuple(struck(lifting, state)))


def carry_out(proposal: Proposal, config: Config, base: Path, advance: Advance, say: Callable[[str], None]) -> Built:
    """Write what was proposed, and build. Raises `HoloError` where the hologram has changed since."""
    from holo.emit.writer import replace_text
    from holo.source import Unreadable, decode

    try:
        same = decode(proposal.file.read_bytes()) == proposal.before
    except (OSError, Unreadable):
        same = False
    if proposal.diff and not same:
        raise HoloError(f"`{proposal.shown}` has changed meanwhile", "Run the same command again", "H910")
    if proposal.diff:
        replace_text(proposal.file, proposal.text)
    # Nobody is asked for other functions here: accepting one costs no call of a model.
    agents = tuple(agent for agent in config.agents.order if agent != "model")
    return build(proposal.spec, config, base, advance, say, agents=agents, tickets=True)


def opened(stack: ExitStack, specs: Sequence[Path], name: str, config: Config) -> tuple[Workshop, str]:
    """Return the workshop over the first of some projects that has a function, and the function's id.

    Raises `HoloError` where none has it, or where a hologram has errors.
    """
    from holo.operations.compile import compile_project, without_collector
    from holo.operations.judge import find
    from holo.operations.stands import folders
    from holo.operations.workshop import Workshop
    from holo.provenance import lock as locks
    from holo.provenance.journal import Journal
    from holo.sandbox.pool import Pool

    pool = stack.enter_context(Pool(2))
    pool.start()
    wrong: HoloError | None = None
    for spec in specs:
        compiled = compile_project(spec, config, config.root, needs_spans=True)
        if compiled.broken:
            row = next(row for row in compiled.diagnostics if row.severity == "error")
            wrong = wrong or HoloError(
                f"`{row.path}` has errors: line {row.line}, {row.code} {row.message}",
                "`holo compile` shows them all",
                "H903",
            )
            continue
        stack.enter_context(without_collector())
        where = folders(compiled, config)
        journal = stack.enter_context(Journal(where.state))
        shop = Workshop(compiled, config, where, locks.read(where.lock), journal, pool)
        if not name:
            return shop, ""
        try:
            return shop, find(shop, name)
        except HoloError as error:
            wrong = error
    assert wrong is not None, name
    raise wrong
