"""Measure judgements a second on the bodies of a project that is built, and a cold build of functions with bodies.

`python judging.py [SPEC ...] [--build 1000]`. For one and for two workers: examples alone, and in full with generated inputs;
cold (a new world each) and warm. CPU is that of the judge's own processes for one body, without the sandbox. Form and lint
are counted once for all bodies, as a build does it. Prints figures; asserts only that they are of accepted bodies, and is never
collected as a test.
"""

from __future__ import annotations

import argparse
import ast
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import generate

from holo import config as configs
from holo.expr.world import World
from holo.operations.compile import compile_project, without_collector
from holo.operations.filling import fill
from holo.operations.stands import folders
from holo.operations.verdicts import verdict_on
from holo.operations.workshop import Workshop
from holo.provenance import lock as locks
from holo.pycode.digest import body_digest
from holo.pycode.signature import signature
from holo.sandbox.crew import Crew
from holo.sandbox.outcome import Limits
from holo.sandbox.pool import Pool
from holo.sandbox.wire import Wire
from holo.verify.checks.examples import examples, sealed_examples
from holo.verify.prepare import prepare
from holo.verify.trial import Trial

if TYPE_CHECKING:
    from collections.abc import Callable

    from holo.ir import model as ir
    from holo.verify.prepare import Prepared

ROOT = Path(__file__).resolve().parents[2]


def opened(spec: str, pool: Pool) -> Workshop:
    """Return a project whose bodies all stand."""
    config = configs.load(ROOT)
    compiled = compile_project(ROOT / spec, config, ROOT, needs_spans=True)
    where = folders(compiled, config)
    shop = Workshop(compiled, config, where, locks.read(where.lock), None, pool)
    fill(shop, ("stands",), lambda _done, _total, _what: None)
    return shop


def examples_only(shop: Workshop, key: str, source: str, hashes: dict[str, str]) -> bool:
    """Run the shown and the sealed examples of one body in a fresh session."""
    lookup = shop.compiled.library.lookup
    limits = Limits()
    with shop.pool.session(shop.program(key, source, {}), limits, wire=Wire(shop.world, lookup)) as session:
        trial = Trial(shop.function(key), shop.world, lookup, session, limits, 0, hashes)
        return all(check.check.status.value != "failed" for check in (examples(trial), sealed_examples(trial)))


def worker(shop: Workshop, ready: dict[str, Prepared], *, full: bool) -> Callable[[], Callable[[bytes], bytes]]:
    """Return what makes a hand that judges one body a task, and says how long that took of its processor."""
    hashes = {key: body_digest(stand.source) for key, stand in shop.stands.items()}

    def make() -> Callable[[bytes], bytes]:
        shop.pool = Pool(1, shop.pool.best)
        shop.pool.level()
        shop.world = World(shop.compiled.library.lookup)

        def work(data: bytes) -> bytes:
            key = data.decode()
            began = time.process_time()
            if full:
                accepted = verdict_on(shop, key, ready[key], {}).accepted
            else:
                accepted = examples_only(shop, key, shop.stands[key].source, hashes)
            return json.dumps([accepted, time.process_time() - began]).encode()

        return work

    return make


def measure(spec: str, pool: Pool) -> None:
    """Print the figures of one project."""
    shop = opened(spec, pool)
    bodies = {key: stand.source for key, stand in shop.stands.items() if stand.stands}
    texts = [(text, shop.rules(key)) for key, text in bodies.items()]
    prepare(texts)
    began = time.perf_counter()
    ready = dict(zip(bodies, prepare(texts), strict=True))
    form = (time.perf_counter() - began) / len(bodies)
    print(f"{spec}: {len(bodies)} bodies, sandbox {pool.level()}, form and lint {1000 * form:.1f} ms each")
    for full, keys in ((False, [key for key in bodies if shop.function(key).examples]), (True, list(bodies))):
        what = f"in full, {shop.config.limits.inputs} inputs each" if full else "examples alone"
        for hands in (1, 2):
            with Crew(hands, worker(shop, ready, full=full)) as crew:
                first = keys[0].encode()
                for number in [crew.ask(lambda _, first=first: first) for _ in range(2 * hands)]:  # type: ignore[misc]  # bound at once
                    crew.answer(number)  # every hand and its server are there
                for turn in ("cold", "warm"):
                    began = time.perf_counter()
                    numbers = [crew.ask(lambda _, key=key: key.encode()) for key in keys]  # type: ignore[misc]  # bound at once
                    answers = [json.loads(crew.answer(number) or b"[false, 0]") for number in numbers]
                    wall = time.perf_counter() - began + form * len(keys)
                    assert all(accepted for accepted, _ in answers), "only accepted bodies are worth measuring"
                    cpu = 1000 * sum(cpu for _, cpu in answers) / len(keys)
                    print(
                        f"  {what:27} {hands} workers, {turn}: {len(keys) / wall:6.1f} a second, {cpu:5.1f} CPU ms each"
                    )


def body(function: ir.Function) -> str:
    """Return a body for a generated function: what its contract says, with the constants of its example."""
    example = ast.parse(function.examples[0].expr.source, mode="eval").body
    assert isinstance(example, ast.Compare)
    made = example.comparators[0]
    assert isinstance(made, ast.Call)
    key = function.parameters[0].name
    given = ", ".join([key, *(ast.unparse(argument) for argument in made.args[1:])])
    when = function.raises[0].when
    assert when is not None
    raised = f"    if {when.source}:\n        raise NotFound({key})\n"
    return f"{signature(function)}\n{raised}    return {ast.unparse(made.func)}({given})\n"


def build(count: int) -> None:
    """Print what a cold build of a generated project costs, all of whose bodies were handed in as files."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        generate.write(count, folder)
        compiled = compile_project(folder / "main.holo", configs.load(folder), folder, needs_spans=False)
        home = folder / "build" / compiled.root / "bodies"
        home.mkdir(parents=True)
        for hologram in compiled.holograms():
            for function in (each for package in hologram.packages for each in package.functions):
                if function.body is None:
                    (home / f"{function.id}.py").write_text(body(function), encoding="utf-8")
        environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
        before, began = os.times(), time.perf_counter()
        command = [sys.executable, "-m", "holo", "build", "main.holo"]
        done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
        wall, after = time.perf_counter() - began, os.times()
        cpu = sum(after[2:4]) - sum(before[2:4])
        said = re.search(r".*accepted.*", done.stdout)
        print(f"a cold build of {count} functions: {wall:.1f} s, {cpu:.1f} CPU s; exit {done.returncode}")
        print(f"  {said.group() if said else (done.stdout + done.stderr)[-400:]}")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Measure judgements a second")
    parser.add_argument("specs", nargs="*", default=["specs/lending.holo", "specs/semver.holo"])
    parser.add_argument("--build", type=int, default=1000, help="functions of the cold build; 0 leaves it out")
    options = parser.parse_args()
    for spec in options.specs:
        with Pool() as pool, without_collector():
            measure(spec, pool)
    if options.build:
        build(options.build)


if __name__ == "__main__":
    main()
