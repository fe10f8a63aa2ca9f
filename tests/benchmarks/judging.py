"""Measure judgements a second, with warm workers, on the bodies of a project that is built: `python judging.py [SPEC]`.

Form and lint are counted once for all bodies, as a build does it. Prints figures; asserts nothing, and is
never collected as a test.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from holo import config as configs
from holo.operations.compile import compile_project, without_collector
from holo.operations.filling import fill
from holo.operations.stands import folders
from holo.operations.workshop import Workshop
from holo.provenance import lock as locks
from holo.pycode.digest import body_digest
from holo.sandbox.outcome import Limits
from holo.sandbox.pool import Pool
from holo.sandbox.wire import Wire
from holo.verify.checks.examples import examples, sealed_examples
from holo.verify.prepare import prepare
from holo.verify.trial import Trial

ROOT = Path(__file__).resolve().parents[2]


def examples_only(shop: Workshop, key: str, source: str, hashes: dict[str, str]) -> None:
    """Run the shown and the sealed examples of one body in a fresh session."""
    lookup = shop.compiled.library.lookup
    limits = Limits()
    with shop.pool.session(shop._compose(key, source, {}), limits, wire=Wire(shop.world, lookup)) as session:
        trial = Trial(shop.function(key), shop.world, lookup, session, limits, 0, hashes)
        examples(trial)
        sealed_examples(trial)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Measure judgements a second")
    parser.add_argument("spec", nargs="?", default="specs/lending.holo")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    config = configs.load(ROOT)
    with Pool() as pool, without_collector():
        pool.start()
        compiled = compile_project(ROOT / options.spec, config, ROOT, needs_spans=True)
        where = folders(compiled, config)
        shop = Workshop(compiled, config, where, locks.read(where.lock), None, pool)
        fill(shop, ("stands",), lambda _done, _total, _what: None)
        bodies = {key: stand.source for key, stand in shop.stands.items() if stand.stands}
        hashes = {key: body_digest(source) for key, source in bodies.items()}
        shown = [key for key in bodies if shop.function(key).examples]
        for turn in range(options.rounds + 1):
            began = time.perf_counter()
            ready = dict(zip(bodies, prepare([(text, shop.rules(key)) for key, text in bodies.items()]), strict=True))
            form = time.perf_counter() - began
            began = time.perf_counter()
            for key in shown:
                examples_only(shop, key, bodies[key], hashes)
            with_examples = time.perf_counter() - began + form * len(shown) / len(bodies)
            shop.forget_verdicts()
            began = time.perf_counter()
            accepted = [shop.judge(key, bodies[key], {}, ready[key]).accepted for key in bodies]
            in_full = time.perf_counter() - began + form
            assert all(accepted), "only accepted bodies are worth measuring"
            if turn:  # the first round warms everything up
                print(
                    f"{len(shown) / with_examples:6.0f} bodies/s with examples only, {len(bodies) / in_full:6.1f} in full "
                    f"({config.limits.inputs} inputs each), sandbox {pool.level()}, {pool.workers} workers"
                )


if __name__ == "__main__":
    main()
