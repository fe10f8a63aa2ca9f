"""Judge real answers of models by contracts written from the prompts alone, and compare with the hidden tests.

`python tests/benchmarks/acceptance/judge.py humaneval [--only 12,30] [--out FILE]` judges every answer to every
problem and prints false accepts and false rejects beside what the visible examples alone would have said.
Prints figures; asserts nothing, and is never collected as a test.
"""

from __future__ import annotations

import argparse
import json
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from agree import agreement
from fold import fold
from problems import BENCHES, MATERIAL, Problem, problems, sources
from report import report

from holo.config import Config
from holo.operations.behaviour import Bench
from holo.operations.compile import compile_project, without_collector
from holo.operations.stands import folders
from holo.operations.workshop import Workshop
from holo.sandbox.outcome import Limits
from holo.sandbox.pool import Pool
from holo.verify.fingerprint import groups
from holo.verify.judge import judge
from holo.verify.prepare import prepare
from holo.verify.verdict import Status, Verdict

if TYPE_CHECKING:
    from holo.ir import model as ir
    from holo.verify.given import Draws


ADDED_LINES = 20
"""What folding may add to a program's own lines."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What came of one answer: `accept` is None where the verdict is undecided."""

    sid: str
    accept: bool | None
    check: str = ""
    code: str = ""
    message: str = ""
    call: str = ""
    got: str = ""
    seconds: float = 0.0
    group: int | None = None  # accepted answers of one problem with the same number behave alike


def judge_problem(problem: Problem) -> list[Judged]:
    """Judge all answers to one problem."""
    if not problem.hologram.is_file():
        return []
    config = Config(problem.hologram.parent, found=False)
    with Pool(1) as pool, without_collector():
        pool.start()
        compiled = compile_project(problem.hologram, config, problem.hologram.parent, needs_spans=True)
        if compiled.broken:
            errors = [each for each in compiled.diagnostics if each.severity == "error"]
            return [Judged("", None, "compile", message=str(errors[:1]))]
        shop = Workshop(compiled, config, folders(compiled, config), {}, None, pool)
        key = open_function(compiled.holograms())
        return _judge(shop, key, problem)


def open_function(holograms: tuple[ir.Hologram, ...]) -> str:
    """Return the id of the one function that the hologram leaves open."""
    functions = [each for one in holograms for package in one.packages for each in package.functions]
    (found,) = [each.id for each in functions if each.body is None]
    return found


def _judge(shop: Workshop, key: str, problem: Problem) -> list[Judged]:
    rules = shop.rules(key)
    found: list[Judged] = []
    ready: list[tuple[str, Any, Any]] = []
    for answer in problem.answers:
        folded = fold(answer.text, problem.entry, rules.signature)
        if folded is None:
            found.append(Judged(answer.sid, accept=False, check="fold", message="no such function"))
            continue
        ready.append((answer.sid, folded.text, _declaring(rules, folded.modules)))
    prepared = prepare([(text, each) for _, text, each in ready])
    draws: Draws = {}
    accepted: dict[int, str] = {}
    limits = shop.config.limits
    for (sid, text, its_rules), each in zip(ready, prepared, strict=True):
        began = time.perf_counter()
        verdict = judge(
            shop.function(key),
            text,
            rules=its_rules,
            world=shop.world,
            lookup=shop.compiled.library.lookup,
            compose=lambda source: shop.composer.program({key: source}, {key}),
            pool=shop.pool,
            limits=Limits(call_seconds=limits.seconds, memory=limits.memory_mb, inputs=limits.inputs),
            seed=limits.seed,
            prepared=each,
            draws=draws,
        )
        if verdict.accepted:
            accepted[len(found)] = verdict.source
        found.append(_judged(sid, verdict, time.perf_counter() - began))
    bench = Bench(shop, key, {})
    prints = {at: bench.fingerprint(source) for at, source in accepted.items()}
    for number, group in enumerate(groups(list(prints.values()))):
        for at in (list(prints)[each] for each in group):
            found[at] = replace(found[at], group=number)
    return found


def _declaring(rules: Any, modules: frozenset[str]) -> Any:
    """Let an answer import pure modules, and nothing of the hologram: who wrote it saw the prompt alone."""
    from holo.expr.modules import MODULES

    return replace(rules, max_lines=rules.max_lines + ADDED_LINES, names=frozenset(), modules=modules & MODULES.keys())


def _judged(sid: str, verdict: Verdict, seconds: float) -> Judged:
    accept = True if verdict.accepted else None if verdict.outcome.value == "undecided" else False
    failed = next((each for each in verdict.checks if each.status is Status.FAILED), None)
    if failed is None and accept is None:
        failed = next((each for each in verdict.checks if each.status is Status.UNDECIDED), None)
    finding = verdict.findings[0] if verdict.findings else None
    return Judged(
        sid,
        accept,
        failed.name if failed is not None else "",
        finding.code if finding is not None else "",
        finding.message if finding is not None else failed.reason if failed is not None else "",
        finding.input if finding is not None else "",
        finding.got if finding is not None else "",
        round(seconds, 3),
    )


def main() -> None:
    """Judge, write the verdicts, print the report."""
    parser = argparse.ArgumentParser(description="Judge real answers by contracts written from the prompts alone")
    parser.add_argument("bench", choices=BENCHES)
    parser.add_argument("--material", type=Path, default=MATERIAL, help="the folder of problems and answers")
    parser.add_argument("--only", default="", help="numbers of problems, with commas between them")
    parser.add_argument("--out", type=Path, help="where verdicts go, one JSON object a line")
    parser.add_argument("--read", type=Path, help="report on verdicts written before, and judge nothing")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--details", action="store_true", help="list what decided each problem")
    options = parser.parse_args()
    wanted = set(options.only.split(",")) if options.only else None
    chosen = [
        each for each in problems(options.bench, options.material) if wanted is None or each.hologram.stem in wanted
    ]
    began = time.perf_counter()
    if options.read is not None:
        rows = [json.loads(line) for line in options.read.read_text(encoding="utf-8").splitlines()]
        verdicts = {row["sid"]: Judged(**row) for row in rows}
    else:
        verdicts = {}
        with ProcessPoolExecutor(options.workers) as executor:
            for problem, judged in zip(chosen, executor.map(judge_problem, chosen), strict=True):
                if not problem.answers:
                    print(f"{problem.id}: no answer whose label is known")
                elif not judged or not judged[0].sid:
                    print(f"{problem.id}: {judged[0].message if judged else 'no contract'}")
                verdicts.update((each.sid, each) for each in judged if each.sid)
    if options.out is not None:
        lines = (json.dumps(asdict(each), sort_keys=True) for each in verdicts.values())
        options.out.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    print(report(chosen, verdicts, sources(options.material), details=options.details))
    print(agreement(chosen, verdicts, sources(options.material)))
    if options.read is None:
        print(f"{len(verdicts)} answers judged in {time.perf_counter() - began:.0f} s on {options.workers} workers")


if __name__ == "__main__":
    main()
