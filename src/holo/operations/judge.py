"""Judge candidates for one function: what a coding agent runs after it wrote one.

Several are also compared by what they do: which behave alike, and the smallest inputs on which the others part.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from holo.errors import HoloError
from holo.operations.compile import Compiled, compile_project, without_collector
from holo.operations.filling import fill, first_offers
from holo.operations.stands import folders
from holo.operations.workshop import Workshop
from holo.provenance import lock as locks
from holo.verify.prepare import prepare

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from holo.config import Config
    from holo.operations.behaviour import Bench
    from holo.verify.fingerprint import Fingerprint
    from holo.verify.verdict import Finding, Verdict


@dataclass(frozen=True, slots=True)
class JudgedFile:
    """One candidate file and the verdict on it."""

    path: str
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Parting:
    """Two groups, counted from 0, the smallest call found on which they part, and what each makes of it."""

    groups: tuple[int, int]
    call: str
    answers: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Compared:
    """Candidates by behaviour: groups of numbers of files that did the same on all `inputs`, the largest first.

    `digests` are their fingerprints. `incomplete` are groups of one that gave no answer somewhere, and so are like
    nobody. `not_run` are the files that have no behaviour: their form was refused, or what they call is open. Of
    `pairs` pairs of groups `searched` were looked at; `partings` are those that part somewhere. `wrong` are groups with accepted
    members that break the contract on one of these inputs: the call, and how. `findings` name the hologram itself.
    """

    inputs: int
    groups: tuple[tuple[int, ...], ...]
    digests: tuple[str, ...]
    incomplete: tuple[int, ...]
    not_run: tuple[int, ...]
    partings: tuple[Parting, ...]
    pairs: int
    searched: int
    wrong: Mapping[int, tuple[str, str]]
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class JudgedAll:
    """All verdicts; none where the hologram itself has errors. `compared` where there were several candidates.

    `answer` is the file of the ticket, where an accepted candidate is still to go; None where nothing is to be done.
    """

    compiled: Compiled
    function: str
    files: tuple[JudgedFile, ...]
    compared: Compared | None = None
    answer: Path | None = None


def judge_files(spec: Path, name: str, paths: Sequence[Path], config: Config, base: Path) -> JudgedAll:
    """Judge candidate files for one function, each by itself, beside the bodies that stand in the project.

    Raises `HoloError` for an unknown function or a file that cannot be read.
    """
    from holo.operations.behaviour import SERVERS
    from holo.sandbox.pool import Pool

    texts = {path: text_of(path) for path in paths}
    with Pool(SERVERS if len(texts) > 1 else 1) as pool:
        pool.start()
        compiled = compile_project(spec, config, base, needs_spans=True)
        if compiled.broken:
            return JudgedAll(compiled, name, ())
        with without_collector():
            where = folders(compiled, config)
            lock = locks.read(where.lock)
            shop = Workshop(compiled, config, where, lock, None, pool)
            key = find(shop, name)
            turn = shop.called_in_turn(key)
            _stand_by(shop, key)
            _, beside = first_offers(shop, turn, config.agents.order)
            candidates = [shop.from_file(key, text) for text in texts.values()]
            ready = prepare([(text, shop.rules(key)) for text in candidates])
            found = [
                JudgedFile(str(path), shop.judge(key, text, beside, one))
                for path, text, one in zip(texts, candidates, ready, strict=True)
            ]
            compared = _compared(shop, key, found, beside) if len(found) > 1 else None
            return JudgedAll(compiled, key, tuple(found), compared, _answer(shop, key, found, base))


def _answer(shop: Workshop, key: str, files: Sequence[JudgedFile], base: Path) -> Path | None:
    """Return the file that a ticket names, unless an accepted candidate is in its place, or stands already."""
    if key not in shop.planned.tickets or "files" not in shop.config.agents.order:
        return None
    answer = shop.folders.build / shop.body_file(key)
    places = {answer.resolve(), shop.artifact(key).resolve()}
    record = shop.lock.get(key)
    for one in files:
        there = (base / one.path).resolve() in places
        if one.verdict.accepted and (there or (record is not None and _kept(shop, key, one) == record.body)):
            return None
    return answer


def _kept(shop: Workshop, key: str, one: JudgedFile) -> str:
    return shop.body_of(shop.as_kept(key, one.verdict.source))


def _compared(shop: Workshop, key: str, files: Sequence[JudgedFile], beside: Mapping[str, str]) -> Compared:
    """Group the candidates that can be run by what they do."""
    from holo.operations.behaviour import (
        MOST_PAIRS,
        Bench,
        compare,
    )  # what draws inputs, only where several are compared

    waits = [other for other in shop.waits_for(key) if other not in beside]
    runnable = {number: one.verdict.source for number, one in enumerate(files) if one.verdict.source and not waits}
    not_run = tuple(number for number in range(len(files)) if number not in runnable)
    if not runnable:
        return Compared(0, (), (), (), not_run, (), 0, 0, {})
    bench = Bench(shop, key, beside)
    if not bench.inputs:
        return Compared(0, (), (), (), tuple(range(len(files))), (), 0, 0, {})
    done = compare(bench, runnable)
    partings = tuple(
        Parting(
            one.groups,
            bench.shown(one.difference.arguments),
            (bench.came(one.difference.left), bench.came(one.difference.right)),
        )
        for one in done.separations
    )
    leaders = [done.prints[group[0]] for group in done.groups]
    wrong = {}
    for number, one in enumerate(leaders):
        if any(files[member].verdict.accepted for member in done.groups[number]):
            found = bench.breaks(one, [*leaders[:number], *leaders[number + 1 :]])
            if found is not None:
                wrong[number] = found
    against = _suspect(bench, files, runnable, done.groups[0], leaders[0]) if leaders[0].complete else None
    return Compared(
        len(done.inputs),
        done.groups,
        tuple(one.digest for one in leaders),
        tuple(number for number, one in enumerate(leaders) if not one.complete),
        not_run,
        partings,
        done.pairs,
        min(done.pairs, MOST_PAIRS),
        wrong,
        () if against is None else (against,),
    )


def _suspect(
    bench: Bench,
    files: Sequence[JudgedFile],
    sources: Mapping[int, str],
    group: Sequence[int],
    print_: Fingerprint,
) -> Finding | None:
    """Return a finding against an example that nobody passes, where the largest group keeps all the rest."""
    from holo.verify.suspect import keeps_the_rest, suspect

    verdicts = {number: files[number].verdict for number in sources}
    bodies = {number: bench.shop.body_of(source) for number, source in sources.items()}
    found = suspect(bench.function, verdicts, group, bodies)
    if found is None:
        return None
    return found if keeps_the_rest(bench.speaker, bench.inputs, print_) else None


def find(shop: Workshop, name: str) -> str:
    """Return the id that a name means: an id, `package.function`, or a bare name where it is unique."""
    keys = list(shop.planned.slices)
    exact = [key for key in keys if name in {key, key.partition(".")[2]}]
    bare = exact or [key for key in keys if key.rpartition(".")[2] == name]
    if len(bare) == 1:
        return bare[0]
    if bare:
        listed = ", ".join(f"`{key}`" for key in sorted(bare))
        raise HoloError(f"`{name}` may be {listed}", "Name one of them in full", "H903")
    from difflib import get_close_matches  # only on the way out

    words = {word: key for key in keys for word in (key, key.partition(".")[2], key.rpartition(".")[2])}
    near = get_close_matches(name, list(words), 1)
    hint = f"Did you mean `{words[near[0]]}`?" if near else "`holo status` lists the functions"
    raise HoloError(f"`{shop.compiled.root}` has no function `{name}`", hint, "H903")


def text_of(path: Path) -> str:
    """Return the text of a candidate's file. Raises `HoloError` where it cannot be read."""
    try:
        return path.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n")
    except OSError as error:
        raise HoloError(f"`{path}` cannot be read: {error.strerror}", "Check the path", "H903") from None


def _stand_by(shop: Workshop, key: str) -> None:
    """Let everything that the candidate may call stand, from the lock, the hologram or the recordings."""
    wanted = shop.around(key)
    shop.only(wanted)
    fill(shop, shop.config.agents.order, lambda _done, _total, _what: None)
    shop.stands.pop(key, None)
