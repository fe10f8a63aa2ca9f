"""Measure what the sandbox costs, at each level: `python sandbox.py`.

A session, a call through the pipe, a server's start, and sessions a second on all cores. Prints figures; asserts
nothing, and is never collected as a test.
"""

from __future__ import annotations

import argparse
import statistics
import time
from threading import Thread

from holo.expr.world import World
from holo.sandbox.level import LEVELS
from holo.sandbox.outcome import Limits
from holo.sandbox.pool import Pool
from holo.sandbox.program import Program
from holo.sandbox.wire import Wire

PROGRAM = Program({"body": "def f(x):\n    return x + 1\n"}, {"f": ("body", "f")})
WORLD = World(lambda _: None)
WIRE = Wire(WORLD, WORLD.node)
BUDGET_MS = 4.0


def session(pool: Pool, calls: int = 1) -> None:
    """Open a session, ask so many times, close it."""
    with pool.session(PROGRAM, Limits(), wire=WIRE) as opened:
        outcomes = opened.call_many(("f", [number]) for number in range(calls))
        assert outcomes[-1].value == calls, outcomes[-1]


def timed(pool: Pool, calls: int, rounds: int) -> tuple[float, float]:
    """Return the median, and the fastest, of a session with so many calls, in milliseconds."""
    taken = []
    for _ in range(rounds):
        since = time.perf_counter()
        session(pool, calls)
        taken.append((time.perf_counter() - since) * 1000)
    return statistics.median(taken), min(taken)


def together(workers: int, rounds: int, best: str) -> float:
    """Return sessions a second on so many servers at once."""
    with Pool(workers, best) as pool:
        pool.start()
        pool.level()
        threads = [Thread(target=lambda: [session(pool) for _ in range(rounds)]) for _ in range(workers)]
        since = time.perf_counter()
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return workers * rounds / (time.perf_counter() - since)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Measure the sandbox")
    parser.add_argument("--rounds", type=int, default=200)
    options = parser.parse_args()
    done = set()
    for best in LEVELS:
        with Pool(1, best) as pool:
            since = time.perf_counter()
            level = pool.level()
            start = (time.perf_counter() - since) * 1000
            if level in done:
                continue
            done.add(level)
            one, fastest = timed(pool, 1, options.rounds)
            _, many = timed(pool, 1001, max(options.rounds // 10, 5))
        print(
            f"{level:6} {one:5.2f} ms a session, the fastest {fastest:.2f} (at most {BUDGET_MS:g} wanted), "
            f"{many - fastest:5.1f} µs a call, "
            f"{start:4.0f} ms a server's start, {together(2, options.rounds, best):4.0f} sessions/s on two servers"
        )


if __name__ == "__main__":
    main()
