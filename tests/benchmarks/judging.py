"""Measure judgements a second on the bodies of a project that is built, and a cold build of functions with bodies.

`python judging.py [SPEC ...] [--build 1000]`. For one hand and for two: examples alone, in full with generated inputs, and
several candidates of one function with one draw for all: the accepted body again and again, and small changes of it. Cold (a
new world) and warm. Form and lint are made once for all bodies, as a build does it, and counted in. Prints figures beside what
is wanted on two cores that nobody else uses; asserts only that they are of accepted bodies, and is never collected as a test.
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
from contextlib import suppress
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
from holo.pycode.mutate import mutants, spread
from holo.pycode.signature import signature
from holo.sandbox.crew import Crew
from holo.sandbox.outcome import Limits
from holo.sandbox.pool import Pool
from holo.sandbox.wire import Wire
from holo.verify.checks.examples import examples, sealed_examples
from holo.verify.prepare import prepare
from holo.verify.trial import Trial

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from holo.ir import model as ir
    from holo.verify.given import Draws
    from holo.verify.prepare import Prepared

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES, FULL, BUILD = 400, 40, 60
"""Judgements a second that are wanted of two cores, and the most seconds of a cold build of 1,000 functions."""
FAMILIES, MUTANTS, SAME = 20, 40, 10
"""Functions of which several candidates are judged, and how many of each."""


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

    def one(key: str) -> list[bool]:
        if full:
            return [verdict_on(shop, key, ready[key], {}).accepted]
        return [examples_only(shop, key, shop.stands[key].source, hashes)]

    return hand(shop, one)


def several(shop: Workshop, families: Mapping[str, Sequence[Prepared]]) -> Callable[[], Callable[[bytes], bytes]]:
    """Return what makes a hand that judges many candidates of one function a task, with one draw for all."""

    def all_of(key: str) -> list[bool]:
        draws: Draws = {}
        return [verdict_on(shop, key, each, {}, draws=draws).accepted for each in families[key]]

    return hand(shop, all_of)


def hand(shop: Workshop, judged: Callable[[str], list[bool]]) -> Callable[[], Callable[[bytes], bytes]]:
    """Return what makes a hand with servers and a world of its own."""

    def make() -> Callable[[bytes], bytes]:
        shop.pool = Pool(1, shop.pool.best)
        shop.pool.level()
        shop.pool.otherwise().level()
        shop.world = World(shop.compiled.library.lookup)

        def work(data: bytes) -> bytes:
            began = time.process_time()
            accepted = judged(data.decode())
            return json.dumps([accepted, time.process_time() - began]).encode()

        return work

    return make


def processors() -> float:
    """Return the CPU seconds of all processes under this one, those that ended included; none where there is no `/proc`."""
    rows: dict[int, tuple[int, int]] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            words = path.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
            rows[int(path.parent.name)] = (int(words[1]), sum(map(int, words[11:15])))
    inside, before = {os.getpid()}, 0
    while len(inside) > before:
        before = len(inside)
        inside |= {pid for pid, (parent, _) in rows.items() if parent in inside}
    ticks = sum(used for pid, (_, used) in rows.items() if pid in inside and pid != os.getpid())
    return ticks / float(os.sysconf("SC_CLK_TCK"))


HEAD = f"{'':40}{'hands':>5}{'':>6}{'a second':>10}{'wanted':>8}{'judge ms':>10}{'all ms':>8}"


def rate(
    what: str, hands: int, make: Callable[[], Callable[[bytes], bytes]], keys: list[str], form: float, wanted: float
) -> list[bool]:
    """Print how many judgements a second some hands make; return whether each was accepted.

    `form` are the seconds of form and lint for one. The figures wanted are for two cores. `judge ms` is the processor time of the
    judge for one judgement, `all ms` that of the server and the child with it.
    """
    found: list[bool] = []
    with Crew(hands, make) as crew:
        first = keys[0].encode()
        for number in [crew.ask(lambda _, first=first: first) for _ in range(2 * hands)]:  # type: ignore[misc]  # bound at once
            crew.answer(number)  # every hand and its servers are there
        for turn in ("cold", "warm"):
            used, began = processors(), time.perf_counter()
            numbers = [crew.ask(lambda _, key=key: key.encode()) for key in keys]  # type: ignore[misc]  # bound at once
            answers = [json.loads(crew.answer(number) or b"[[false], 0]") for number in numbers]
            wall, used = time.perf_counter() - began, processors() - used
            found = [accepted for each, _ in answers for accepted in each]
            count = len(found)
            cpu = sum(cpu for _, cpu in answers) / count
            print(
                f"  {what:38}{hands:>5}{turn:>6}{1 / (wall / count + form / hands):>10.1f}{wanted if hands == 2 else '':>8}"
                f"{1000 * cpu:>10.1f}{1000 * (used / count + form):>8.1f}",
                flush=True,
            )
    return found


def measure(spec: str, pool: Pool) -> None:
    """Print the figures of one project."""
    shop = opened(spec, pool)
    bodies = {key: stand.source for key, stand in shop.stands.items() if stand.stands}
    texts = [(text, shop.rules(key)) for key, text in bodies.items()]
    prepare(texts)
    began = time.process_time(), os.times()
    ready = dict(zip(bodies, prepare(texts), strict=True))
    form = (time.process_time() - began[0] + sum(os.times()[2:4]) - sum(began[1][2:4])) / len(bodies)
    print(f"{spec}: {len(bodies)} bodies, sandbox {pool.level()}, form and lint {1000 * form:.1f} CPU ms each")
    print(HEAD)
    shown = [key for key in bodies if shop.function(key).examples]
    for hands in (1, 2):
        assert all(rate("examples alone", hands, worker(shop, ready, full=False), shown, form, EXAMPLES))
    what = f"in full, {shop.config.limits.inputs} inputs each"
    for hands in (1, 2):
        assert all(rate(what, hands, worker(shop, ready, full=True), list(bodies), form, FULL))
    chosen = sorted(key for key in bodies if shop.function(key).body is None)[:FAMILIES] or sorted(bodies)[:FAMILIES]
    same = {key: [ready[key]] * SAME for key in chosen}
    changed = {
        key: prepare([(one.source, shop.rules(key)) for one in spread(mutants(bodies[key]).mutants, MUTANTS, 0)])
        for key in chosen
    }
    changed = {key: tuple(one for one in each if one.source is not None) for key, each in changed.items()}
    for hands in (1, 2):
        assert all(rate(f"in full, {SAME} times each of {len(chosen)}", hands, several(shop, same), chosen, form, FULL))
    for hands in (1, 2):
        made = several(shop, changed)
        found = rate(f"up to {MUTANTS} changes each of {len(chosen)}", hands, made, chosen, form, FULL)
    print(f"  of {len(found)} changes {sum(found)} are accepted, and run all that there is")


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
        most = f"at most {BUILD} s wanted; " if count <= 1000 else ""
        print(f"a cold build of {count} functions: {wall:.1f} s ({most}{cpu:.1f} CPU s, exit {done.returncode})")
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
