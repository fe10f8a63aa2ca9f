"""`holo judge SPEC FUNCTION FILE…`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from holo.cli.app import options
from holo.cli.screen import Screen, counted, paint

if TYPE_CHECKING:
    from holo.operations.judge import Compared, JudgedAll

TINTS = {"accepted": "32", "rejected": "31", "undecided": "33"}


@click.command("judge")
@click.argument("spec", type=click.Path(path_type=Path))
@click.argument("function")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
@options
def command(spec: Path, function: str, files: tuple[Path, ...], form: str) -> int:
    """Judge candidates for one function.

    Several are also compared by what they do on the same generated inputs: which behave alike, and the smallest input on which
    each two groups part.

    Exit 0: all accepted. 1: one is rejected, or wrong on an input that only the comparison drew. 2: it could not be judged.
    """
    from holo.cli.report import say_compiled, say_findings, verdict_row
    from holo.operations.judge import judge_files
    from holo.operations.projects import governing

    screen = Screen(form)
    base = Path.cwd()
    done = judge_files(base / spec, function, files, governing((spec,), base), base)
    rows = done.compiled.diagnostics
    if done.compiled.broken:
        say_compiled(screen, done.compiled)
        screen.answer(rows, function=done.function, verdicts=[])
        return 2
    for one in done.files:
        verdict = one.verdict
        word = verdict.outcome.value + (" (weak)" if verdict.weak else "")
        ran = sum(check.runs for check in verdict.checks)
        level = f", sandbox {verdict.sandbox}" if verdict.sandbox else ""
        screen.say(
            f"{paint(word, TINTS[verdict.outcome.value], sys.stdout)} {one.path}: {done.function} "
            f"({counted(ran, 'run')}, {counted(verdict.inputs, 'generated input')}{level})"
        )
        say_findings(screen, verdict.findings, done.compiled.sources)
        said = {*(found.message for found in verdict.findings), "a check before it failed"}
        silent: dict[tuple[str, str], list[str]] = {}
        for check in verdict.checks:
            if check.status.value in {"undecided", "not_run"} and check.reason and check.reason not in said:
                silent.setdefault((check.status.value.replace("_", " "), check.reason), []).append(check.name)
        for (status, reason), names in silent.items():
            screen.say(f"  {status}: {', '.join(names)} ({reason})")
        few = next((check.reason.partition(";")[0] for check in verdict.checks if check.reason.startswith("only ")), "")
        if few:
            screen.say(f"  {few}: example calls bring more like them")
    verdicts = [{"file": one.path, **verdict_row(one.verdict, done.compiled.sources)} for one in done.files]
    if done.compared is None:
        screen.answer(rows, function=done.function, verdicts=verdicts)
    else:
        _say_compared(screen, done, done.compared)
        screen.answer(rows, function=done.function, verdicts=verdicts, **compared_row(done, done.compared))
    step = _next_step(done, str(spec), function, base)
    if step:
        screen.say(f"  {paint('help:', '32', sys.stdout)} {step}")
    outcomes = {one.verdict.outcome.value for one in done.files}
    wrong = done.compared is not None and bool(done.compared.wrong)
    return 1 if wrong or "rejected" in outcomes else 2 if "undecided" in outcomes else 0


def _next_step(done: JudgedAll, spec: str, function: str, base: Path) -> str:
    """Say what to do with what was accepted: ask where it parts, hand it in where it does not."""
    compared = done.compared
    groups = compared.groups if compared is not None else ((0,),)
    wrong = compared.wrong if compared is not None else {}
    accepted = {
        at: [done.files[one].path for one in group if done.files[one].verdict.accepted]
        for at, group in enumerate(groups)
        if at not in wrong
    }
    accepted = {at: paths for at, paths in accepted.items() if paths}
    parted = (
        [one.groups for one in compared.partings if accepted.keys() >= {*one.groups}] if compared is not None else []
    )
    if parted:
        apart = sorted({at for pair in parted for at in pair})
        files = " ".join(f"--with {accepted[at][0]}" for at in apart)
        return f"`holo ask {spec} {function} {files}` asks which is right"
    if len(accepted) != 1 or done.answer is None:
        return ""
    from holo.operations.sources import shown

    ((path, *_),) = accepted.values()
    return f"To hand it in, copy {path} to {shown(done.answer, base)} and run `holo build {spec}`"


def _say_compared(screen: Screen, done: JudgedAll, compared: Compared) -> None:
    """Print which candidates behave alike, and where the others part."""
    from holo.cli.report import MOST, say_findings

    if compared.groups:
        number, inputs = len(compared.groups), counted(compared.inputs, "generated input")
        screen.say(f"{counted(number, 'group')} by behaviour on {inputs}" if number > 1 else f"All alike on {inputs}")
    for at, group in enumerate(compared.groups):
        kinds = [done.files[one].verdict.outcome.value for one in group]
        tally = ", ".join(f"{kinds.count(kind)} {kind}" for kind in TINTS if kind in kinds)
        names = ", ".join(done.files[one].path for one in group)
        alone = "; gave no answer somewhere, so it is like nobody" if at in compared.incomplete else ""
        screen.say(f"  {at + 1}  {names} ({tally}{alone})")
    for at, (call, message) in compared.wrong.items():
        screen.say(f"  {paint(f'{at + 1} is wrong', '31', sys.stdout)} on more inputs than were judged: {message}")
        screen.say(f"    input:    {call}")
    for one in compared.partings[:MOST]:
        left, right = one.groups
        screen.say(f"  {one.call}: {left + 1} gives {one.answers[0]}, {right + 1} gives {one.answers[1]}")
    if len(compared.partings) > MOST:
        screen.say(f"  and {counted(len(compared.partings) - MOST, 'pair')} of groups more; JSON has them")
    if compared.pairs > compared.searched:
        screen.say(f"  {counted(compared.pairs - compared.searched, 'pair')} of groups not looked at")
    if compared.not_run:
        screen.say(f"  not compared: {', '.join(done.files[one].path for one in compared.not_run)}")
    if compared.findings:
        screen.say("the hologram itself is the suspect:")
        say_findings(screen, compared.findings, done.compiled.sources)


def compared_row(done: JudgedAll, compared: Compared) -> dict[str, Any]:
    """Return a comparison as JSON; groups are counted from 0."""
    from holo.cli.report import finding_rows

    return {
        "inputs": compared.inputs,
        "groups": [
            {
                "size": len(group),
                "members": [done.files[one].path for one in group],
                "verdicts": {done.files[one].path: done.files[one].verdict.outcome.value for one in group},
                "fingerprint": compared.digests[at],
                "complete": at not in compared.incomplete,
                "wrong": dict(zip(("input", "message"), compared.wrong.get(at, ()), strict=False)),
            }
            for at, group in enumerate(compared.groups)
        ],
        "differences": [
            {"groups": list(one.groups), "input": one.call, "answers": list(one.answers)} for one in compared.partings
        ],
        "pairs": {"all": compared.pairs, "looked_at": compared.searched},
        "not_compared": [done.files[one].path for one in compared.not_run],
        "findings": finding_rows(compared.findings, done.compiled.sources),
    }
