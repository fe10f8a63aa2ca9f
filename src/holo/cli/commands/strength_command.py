"""`holo strength`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from holo.cli.app import options
from holo.cli.screen import Screen, counted, paint, per_cent

if TYPE_CHECKING:
    from holo.operations.strength import Measured
    from holo.verify.strength import Strength, Survivor

MOST = 12
"""Inputs of one function that are printed; JSON has them all."""


@click.command("strength")
@click.argument("names", nargs=-1, metavar="[SPEC.holo | FUNCTION]...")
@click.option(
    "--fail-under", type=click.FloatRange(0, 100), help="Exit 1 where a smaller share is caught, in per cent."
)
@click.option("--mutants", type=click.IntRange(1), default=60, show_default=True, help="Changes of one body to judge.")
@click.option("--seed", type=int, default=0, show_default=True, help="Which changes, where there are more.")
@click.option("--write", is_flag=True, help="Write the offered statements into the hologram.")
@options
def command(names: tuple[str, ...], fail_under: float | None, mutants: int, seed: int, write: bool, form: str) -> int:  # noqa: FBT001  (click's flag)
    """Change accepted bodies in small ways, and show which changes the hologram does not notice.

    What lives on is shown with the smallest input that tells it apart, and with the example that would say which
    answer is meant. Bodies that the hologram says itself are left out unless they are named.

    Exit 0: measured. 1: less than --fail-under is caught, a body could not be measured that should have been, or one
    breaks its contract on an input that was found on the way. 2: nothing could be measured.
    """
    from holo.operations.pinning import pin
    from holo.operations.projects import governing, roots
    from holo.operations.sources import shown
    from holo.operations.strength import share, strength

    screen = Screen(form)
    base = Path.cwd()
    specs = tuple(Path(name) for name in names if name.endswith(".holo"))
    functions = tuple(name for name in names if not name.endswith(".holo"))
    config = governing(specs, base)
    done: list[Measured] = []
    for spec in roots(config, specs, base):
        with screen.progress(f"changing bodies of {spec.stem}") as advance:
            done.append(strength(spec, config, base, advance, functions, most=mutants, seed=seed))
    sound = [one for one in done if not one.compiled.broken]
    for name in functions:
        if sound and all(name in one.unknown for one in sound):
            raise sound[0].unknown[name]
    for measured in done:
        _say(screen, measured)
    caught = share(done)
    written = [pin(one, config, base) for one in done] if write else []
    for pinned in written:
        for row in pinned.added:
            screen.say(f"added to {row.path}:{row.line}  {row.statement}")
        for one in pinned.left:
            screen.say(f"not added: {one.statement} ({one.why})")
    for measured, pinned in zip(done, written, strict=False):
        if pinned.added:
            path = shown(measured.compiled.path, base)
            screen.say(f"  {paint('help:', '32', sys.stdout)} Now `holo build {path}`: the contract has changed")
    if not write and any(survivor.offer for one in done for each in one.found for survivor in each.survivors):
        screen.say(
            "The offered statements say what the accepted bodies answer, and those may be wrong: read them. "
            "`holo strength --write` puts them into the hologram"
        )
    missed = [row.id for one in done for row in one.left if row.counts]
    under = fail_under is not None and (bool(missed) or caught is None or 100 * caught < fail_under)
    if fail_under is not None:
        known = "no strength is known" if caught is None else f"strength {100 * caught:.1f} %"
        known = f"not measured: {', '.join(missed)}; of the others {known}" if missed else known
        mark = f"{paint('error', '31', sys.stdout)} " if under else ""
        screen.say(f"{mark}{known}, {fail_under:g} % are asked for")
    rows = [row for one in done for row in one.compiled.diagnostics]
    screen.answer(
        rows,
        strength=[_row(one) for one in done],
        share=None if caught is None else round(100 * caught, 1),
        enough=not under,
        added=[row.as_json() for pinned in written for row in pinned.added],
        not_added=[row.as_json() for pinned in written for row in pinned.left],
    )
    if not any(one.found for one in done):
        return 2
    wrong = any(survivor.own for one in done for each in one.found for survivor in each.survivors)
    return 1 if wrong or under else 0


def _say(screen: Screen, done: Measured) -> None:
    from holo.cli.report import say_compiled

    if done.compiled.broken:
        say_compiled(screen, done.compiled)
        return
    for one in sorted(done.found, key=lambda one: (1.0 if one.share is None else one.share, one.function)):
        _say_function(screen, one)
    told = done.caught + done.survivors
    alike = sum(len(one.alike) for one in done.found)
    parts = [f"{done.caught} of {counted(told, 'change')} caught in {counted(len(done.found), 'function')}"]
    parts += [f"{done.survivors} alive"] if done.survivors else []
    slow = sum(one.by_time for one in done.found)
    parts += [f"{slow} caught by time alone"] if slow else []
    if done.found:
        known = f"strength {per_cent(done.caught, told)} %" if told else "no strength is known"
        screen.say(f"{done.compiled.root}: {known}: {', '.join(parts)}")
    if alike:
        most = max(one.compared for one in done.found)
        screen.say(
            f"  {counted(alike, 'change')} not told apart on up to {most} inputs: perhaps the same code, not counted"
        )
    same = sum(one.same for one in done.found)
    if same:
        screen.say(f"  {counted(same, 'change')} provably the same code, left out")
    if done.derived:
        screen.say(
            f"  {counted(done.derived, 'body', 'bodies')} left out, which the hologram says itself: their oracle is the whole answer"
        )
    for row in done.left:
        screen.say(f"  not measured: {row.id}: {row.why}")
    if done.left and not done.found:
        screen.say(f"  {paint('help:', '32', sys.stdout)} Build first: what is changed is a body that was accepted")
    if done.found:
        measured = len(done.found) - done.remembered
        screen.news(f"  {measured} measured now, {done.remembered} known from before")


def _say_function(screen: Screen, one: Strength) -> None:
    told = one.caught + len(one.survivors)
    share = f"{per_cent(one.caught, told):3} %" if told else "  ?  "
    tint = "32" if not one.survivors else "33"
    of = f" ({one.judged} of {one.made} judged)" if one.judged + one.refused < one.made else ""
    screen.say(f"{paint(share, tint, sys.stdout)} {one.function}  {one.caught} of {counted(told, 'change')} caught{of}")
    groups: dict[str, list[Survivor]] = {}
    for survivor in one.survivors:
        groups.setdefault(survivor.call, []).append(survivor)
    for call, alive in list(groups.items())[:MOST]:
        _say_survivors(screen, call, alive)
    if len(groups) > MOST:
        screen.say(f"      and {len(groups) - MOST} inputs more: `--format json` has all")
    for slip in one.undecided:
        screen.say(f"      undecided: {_change(slip.line, slip.before, slip.after)}: {slip.why}")


def _say_survivors(screen: Screen, call: str, alive: list[Survivor]) -> None:
    first = alive[0]
    said = "forbids all else, but no generated input shows it" if first.against else "does not say so"
    screen.say(f"      {call} gives {first.right}: the hologram {said}")
    for survivor in alive:
        what = _change(survivor.line, survivor.before, survivor.after)
        screen.say(f"        {what} ({survivor.operator}) gives {survivor.wrong}")
    if first.own:
        screen.say(
            f"        {paint('wrong:', '31', sys.stdout)} the accepted body breaks its contract here: {first.own}"
        )
    if first.offer:
        lines = first.offer.splitlines()
        screen.say(f"        {paint('offer:', '32', sys.stdout)} {lines[0]}")
        for line in lines[1:]:
            screen.say(f"               {line}")
    elif first.silent:
        screen.say(f"        no statement can say it here: {first.silent}")


def _change(line: int, before: str, after: str) -> str:
    one, other = (" / ".join(text.splitlines()) for text in (before, after))
    if not one:
        return f"`{other}` added behind line {line - 1}"
    return f"line {line}, `{one}` -> `{other}`" if other else f"line {line}, `{one}` dropped"


def _row(done: Measured) -> dict[str, Any]:
    return {
        "hologram": done.compiled.root,
        "functions": [
            {
                "id": one.function,
                "share": None if one.share is None else round(100 * one.share, 1),
                **one.model_dump(mode="json", exclude={"function"}),
            }
            for one in done.found
        ],
        "not_measured": [{"id": row.id, "why": row.why} for row in done.left],
        "derived": done.derived,
        "remembered": done.remembered,
    }
