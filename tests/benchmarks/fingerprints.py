"""Measure fingerprints a second: `python fingerprints.py [SPEC ...]`.

A fingerprint runs one body on all inputs on which bodies are compared, in a session of its own. Drawing these inputs is
done once for a function and shown apart. Prints figures; asserts nothing, and is never collected as a test.
"""

from __future__ import annotations

import argparse
import os
import time

from judging import ROOT, opened

from holo.operations.behaviour import Bench
from holo.operations.compile import without_collector
from holo.sandbox.pool import Pool


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Measure fingerprints a second")
    parser.add_argument("specs", nargs="*", default=["specs/lending.holo", "specs/semver.holo"])
    options = parser.parse_args()
    for spec in options.specs:
        with Pool(1) as pool, without_collector():
            pool.start()
            shop = opened(str(ROOT / spec), pool)
            bodies = {key: stand.source for key, stand in shop.stands.items() if stand.stands}
            began = time.perf_counter()
            benches = {key: Bench(shop, key, {}) for key in bodies}
            drawing = time.perf_counter() - began
            for key, source in bodies.items():  # the first round warms everything up
                benches[key].fingerprint(source)
            began, used = time.perf_counter(), os.times()
            calls = sum(benches[key].fingerprint(source).inputs for key, source in bodies.items())
            seconds, now = time.perf_counter() - began, os.times()
            print(
                f"{spec}: {len(bodies) / seconds:.0f} fingerprints a second of {calls / len(bodies):.0f} inputs each, "
                f"{1000 * (now.user + now.system - used.user - used.system) / len(bodies):.1f} ms of the judge's processor "
                f"time each; inputs drawn once, {1000 * drawing / len(bodies):.0f} ms a function"
            )


if __name__ == "__main__":
    main()
