"""What commands that build or judge say: one line a function that needs a look, then the sums."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from holo.cli.drifting import differences, say_drifts
from holo.cli.screen import Screen, counted, paint
from holo.operations.offers import HAND
from holo.operations.stands import State

if TYPE_CHECKING:
    from pathlib import Path

    from holo.operations.build import Built
    from holo.operations.compile import Compiled
    from holo.operations.stands import Stand
    from holo.source import SourceFile
    from holo.verify.verdict import Finding, Verdict

MOST = 20
"""Lines of one kind that are printed; JSON has them all."""

TINTS = {
    State.ACCEPTED: "32",
    State.WEAK: "33",
    State.REJECTED: "31",
    State.UNDECIDED: "33",
    State.OPEN: "36",
}


def finding_rows(findings: tuple[Finding, ...], sources: dict[str, SourceFile]) -> list[dict[str, Any]]:
    """Return findings as JSON objects, with the place of the line of the hologram that they break."""
    return [{**found.model_dump(mode="json"), **_place(found, sources)} for found in findings]


def _place(found: Finding, sources: dict[str, SourceFile]) -> dict[str, Any]:
    source = sources.get(found.span.path) if found.span is not None else None
    if source is None or found.span is None:
        return {}
    at = source.position(found.span.start)
    return {"path": found.span.path, "line": at.line, "column": at.column}


def say_findings(screen: Screen, findings: tuple[Finding, ...], sources: dict[str, SourceFile]) -> None:
    """Print findings for people: what is wrong, the line of the hologram, the smallest input, what came out."""
    for found in findings:
        place = _place(found, sources)
        where = f"{place['path']}:{place['line']}: " if place else ""
        screen.say(f"  {where}{paint(found.code, '31', sys.stdout)} {found.message}")
        if place:
            line = sources[place["path"]].line(place["line"]).strip()
            screen.say(f"    hologram: {line}")
        if found.input:
            screen.say(f"    input:    {found.input}")
        if found.got:
            screen.say(f"    got:      {found.got}")


def stand_row(stand: Stand, sources: dict[str, SourceFile]) -> dict[str, Any]:
    """Return where a function stands as a JSON object."""
    return {
        "id": stand.id,
        "state": stand.state.value,
        "agent": stand.agent,
        "model": stand.model,
        "ticket": stand.ticket,
        "judged": stand.fresh,
        "notes": list(stand.notes),
        "findings": finding_rows(stand.findings, sources),
    }


def built_row(built: Built, base: Path) -> dict[str, Any]:
    """Return a run over one hologram as a JSON object."""
    return {
        "hologram": built.compiled.root,
        "package": _shown(built.package, base) if built.package is not None else "",
        "complete": built.complete,
        **({"described": built.compiled.described, "code": built.compiled.code} if built.compiled.code else {}),
        "functions": [stand_row(stand, built.compiled.sources) for _, stand in sorted(built.stands.items())],
        "edited": list(built.published.package.edited) if built.published is not None else [],
        "differs": list(built.differs),
        **({"apart": [one.as_json() for one in built.apart]} if built.apart else {}),
        "stale": built.stale or {},
        "questions": questions(built),
    }


def say_built(screen: Screen, built: Built, base: Path) -> None:
    """Print a run over one hologram: what needs a look, then the sums and what to do next."""
    shown = dict.fromkeys(State, 0)
    for _, stand in sorted(built.stands.items()):
        shown[stand.state] += 1
        if (stand.state is State.ACCEPTED and not stand.notes) or (
            stand.state is State.OPEN and shown[stand.state] > MOST
        ):
            continue
        said = f" ({', '.join(stand.notes)})" if stand.notes else ""
        word = paint(f"{stand.state.value:>9}", TINTS[stand.state], sys.stdout)
        why = f": {why_weak(built.compiled, stand.id, _thin(stand))}" if stand.state is State.WEAK else ""
        screen.say(f"{word} {stand.id}{said}{why}")
        say_findings(screen, stand.findings, built.compiled.sources)
        if stand.state is State.REJECTED and stand.agent == HAND and built.published is not None:
            step = f"`holo accept {stand.id}` if the code is right, `holo restore {stand.id}` if the hologram is"
            screen.say(f"  {paint('help:', '32', sys.stdout)} {step}")
    if shown[State.OPEN] > MOST:
        screen.say(f"          and {shown[State.OPEN] - MOST} more open: `holo status` lists them")
    rows = [f"    stale {text}" for text in (built.stale or {}).values()]
    if built.published is not None:
        edited = built.published.package.edited
        rows += [f"   edited {path}: changed by hand since Holo wrote it; left as it is" for path in edited]
    rows += [f"  differs {what}" for what in built.differs]
    for row in rows[:MOST]:
        screen.say(row)
    if len(rows) > MOST:
        screen.say(f"          and {len(rows) - MOST} more")
    for question in questions(built):
        screen.say(f"     open question: {question}")
    if built.compiled.code:
        say_drifts(screen, built.apart)
        said = f", {differences(built.apart)}" if built.apart else ""
        screen.say(described(built.compiled) + said)
    if built.stands:
        screen.say(summary(built))
        if built.package is not None and built.published is not None:
            screen.say(f"  {_shown(built.package, base)}")
        screen.news(f"  {news(built)}")
    if built.tickets is not None and built.count(State.OPEN) and built.failure is None:
        where = _shown(built.folders[1], base)
        hint = f"Read a ticket in {where}/tickets and write the file that it names, or name a model in `holo.toml`"
        screen.say(f"  {paint('help:', '32', sys.stdout)} {hint}; then build again")


def why_weak(compiled: Compiled, key: str, thin: str = "") -> str:
    """Say why a contract is weak: which trivial bodies pass it, or what judging found (`thin`), or who says it."""
    bodies = compiled.weak.get(key, [])
    if bodies:
        return f"{' and '.join(f'`{body}`' for body in bodies[:2])} would pass, too"
    return thin or "`holo check` says why"


def _thin(stand: Stand) -> str:
    """Say why a verdict of this run is weak where no trivial body passes."""
    thin = stand.verdict.check("by heart") if stand.verdict is not None else None
    return thin.reason.partition(":")[0] if thin is not None else ""


def described(compiled: Compiled) -> str:
    """Say what a hologram of code that exists describes, and where."""
    return f"{compiled.root}: {counted(compiled.described, 'function')} described, in {compiled.code}"


def questions(built: Built) -> list[str]:
    """Return the questions that the holograms leave open."""
    return [one.question for hologram in built.compiled.holograms() for one in hologram.questions]


def summary(built: Built) -> str:
    """Return the sums of a run."""
    stands = list(built.stands.values())
    parts = [f"{built.accepted} of {counted(len(stands), 'function')} accepted"]
    agents: dict[str, int] = {}
    for stand in stands:
        if stand.stands:
            agents[stand.agent] = agents.get(stand.agent, 0) + 1
    if agents:
        parts[0] += f" ({', '.join(f'{number} by {agent}' for agent, number in sorted(agents.items()))})"
    parts += [
        f"{built.count(state)} {state.value}"
        for state in (State.WEAK, State.REJECTED, State.UNDECIDED, State.OPEN)
        if built.count(state)
    ]
    if not built.count(State.OPEN):
        parts.append("none open")
    return f"{built.compiled.root}: {', '.join(parts)}"


def news(built: Built) -> str:
    """Return what this run did."""
    fresh = sum(1 for stand in built.stands.values() if stand.fresh)
    parts = [f"{fresh} judged" if fresh else "nothing judged anew"]
    if built.published is not None:
        changed = len(built.published.package.written) + len(built.published.package.removed)
        parts.append(f"{counted(changed, 'file')} written" if changed else "nothing to write")
    else:
        number = len(built.differs)
        parts.append(
            f"{number} not as a build would write {'it' if number == 1 else 'them'}"
            if number
            else ("all else as built" if built.count(State.REJECTED, State.UNDECIDED) else "package and lock as built")
        )
    return ", ".join(parts)


def _shown(path: Path | None, base: Path) -> str:
    if path is None:
        return ""
    try:
        return path.relative_to(base).as_posix()
    except ValueError:
        return str(path)


def say_compiled(screen: Screen, compiled: Compiled) -> None:
    """Print what compiling found, and the sums."""
    rows = compiled.diagnostics
    screen.diagnostics(rows)
    errors = sum(1 for row in rows if row.severity == "error")
    warnings = sum(1 for row in rows if row.severity == "warning")
    functions = sum(file.facts.get("functions", 0) for file in compiled.files)
    waiting = sum(file.facts.get("not_checked", 0) for file in compiled.files)
    code = f" described, in {compiled.code}" if compiled.code else ""
    said = [counted(len(compiled.files), "file"), counted(functions, "function") + code]
    said += [counted(errors, "error")] if errors else []
    said += [counted(warnings, "warning")] if warnings else []
    until = "before the code is run" if compiled.code else "before bodies stand"
    said += [f"{counted(waiting, 'statement')} not checked {until}"] if waiting else []
    never = sum(file.facts.get("not_checkable", 0) for file in compiled.files)
    said += [f"{never} not checkable"] if never else []
    said += [] if compiled.types_checked else ["types not checked"]
    screen.say(f"{compiled.root or 'no hologram'}: {', '.join(said)}")


def verdict_row(verdict: Verdict, sources: dict[str, SourceFile]) -> dict[str, Any]:
    """Return a verdict as a JSON object."""
    row = verdict.model_dump(mode="json", exclude={"findings", "stored", "laws", "source"})
    return {**row, "findings": finding_rows(verdict.findings, sources)}
