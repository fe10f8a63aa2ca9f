"""`holo judge SPEC FUNCTION FILE…`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from holo.cli.app import options
from holo.cli.screen import Screen, counted, paint

TINTS = {"accepted": "32", "rejected": "31", "undecided": "33"}


@click.command("judge")
@click.argument("spec", type=click.Path(path_type=Path))
@click.argument("function")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
@options
def command(spec: Path, function: str, files: tuple[Path, ...], form: str) -> int:
    """Judge candidates for one function.

    Exit 0: all accepted. 1: one is rejected. 2: it could not be judged.
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
    verdicts = [{"file": one.path, **verdict_row(one.verdict, done.compiled.sources)} for one in done.files]
    screen.answer(rows, function=done.function, verdicts=verdicts)
    outcomes = {one.verdict.outcome.value for one in done.files}
    return 1 if "rejected" in outcomes else 2 if "undecided" in outcomes else 0
