"""Which small changes of the recorded bodies the judge notices: `python caught.py [--each 8] [--write FILE] [--against FILE]`.

What is drawn to judge with must not get worse when it gets quicker. `--write` keeps the changes that are rejected, with the
check that did it; `--against` judges those again and fails where one of them gets through. Never collected as a test.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from pathlib import Path

from holo import config as configs
from holo.operations.compile import compile_project, without_collector
from holo.operations.filling import fill
from holo.operations.stands import folders
from holo.operations.verdicts import verdict_on
from holo.operations.workshop import Workshop
from holo.provenance import lock as locks
from holo.pycode.mutate import mutants, spread
from holo.sandbox.pool import Pool
from holo.verify.prepare import prepare
from holo.verify.verdict import Outcome, Status

ROOT = Path(__file__).resolve().parents[2]
SPECS = ("specs/lending.holo", "specs/semver.holo")
MUST = 40
"""Changes that pass every example, and that inputs alone tell apart: fewer would say nothing about inputs."""


def judged(spec: str, each: int, pool: Pool) -> dict[str, str]:
    """Return for each change of a body the check that rejected it, or what became of it instead."""
    config = configs.load(ROOT)
    compiled = compile_project(ROOT / spec, config, ROOT, needs_spans=True)
    where = folders(compiled, config)
    shop = Workshop(compiled, config, where, locks.read(where.lock), None, pool)
    fill(shop, ("stands",), lambda _done, _total, _what: None)
    found: dict[str, str] = {}
    for key, stand in sorted(shop.stands.items()):
        if not stand.stands:
            continue
        chosen = spread(mutants(stand.source).mutants, each, 0)
        ready = prepare([(mutant.source, shop.rules(key)) for mutant in chosen])
        for mutant, prepared in zip(chosen, ready, strict=True):
            if prepared.source is not None:
                verdict = verdict_on(shop, key, prepared, {})
                failed = [check.name for check in verdict.checks if check.status is Status.FAILED]
                name = f"{key}:{mutant.line}: {mutant.before.strip()} -> {mutant.after.strip()}"
                found[name] = failed[0] if verdict.outcome is Outcome.REJECTED else verdict.outcome.value
    return found


def main() -> int:
    """Judge the changes, and compare or keep what came of them."""
    parser = argparse.ArgumentParser(description="Which changes of bodies the judge notices")
    parser.add_argument("--each", type=int, default=8, help="changes of one body")
    parser.add_argument("--write", type=Path)
    parser.add_argument("--against", type=Path)
    options = parser.parse_args()
    began = time.process_time()
    found: dict[str, str] = {}
    with Pool(1) as pool, without_collector():
        for spec in SPECS:
            found |= judged(spec, options.each, pool)
    counts = Counter(found.values())
    print(f"{len(found)} changes in {time.process_time() - began:.1f} CPU seconds: {dict(counts.most_common())}")
    sharp = [name for name, check in found.items() if check not in {"accepted", "undecided", "examples"}]
    print(f"{len(sharp)} pass every shown example and are rejected all the same")
    if options.write is not None:
        options.write.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    if options.against is None:
        return 0
    before = json.loads(options.against.read_text(encoding="utf-8"))
    caught = [name for name, check in before.items() if check not in {"accepted", "undecided"}]
    lost = [name for name in caught if found.get(name) in {"accepted", "undecided"}]
    won = [name for name, check in found.items() if check not in {"accepted", "undecided"} and name not in caught]
    print(f"{len(caught)} were caught before, {len(lost)} of them get through now, {len(won)} more are caught")
    print(*(f"  lost: {name}" for name in lost), sep="\n")
    return int(bool(lost) or len(sharp) < MUST)


if __name__ == "__main__":
    sys.exit(main())
