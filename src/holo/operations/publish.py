"""Write what a run has made: tickets and open bodies, the package, the lock.

All of it goes through the one writer, which never overwrites what Holo did not make.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from holo.agents.files import State as FileState
from holo.emit.blocks import FAKES
from holo.emit.draft import Draft
from holo.emit.layout import TESTS
from holo.emit.package import package_files
from holo.emit.tests_files import Evidence as Stored
from holo.emit.tests_files import tests_path
from holo.emit.writer import Written, read_manifest, write_files
from holo.ir import model as ir
from holo.lowering.index import index_of
from holo.operations.filling import FILES
from holo.operations.offers import HAND
from holo.operations.sources import shown
from holo.operations.stands import State
from holo.provenance import lock as locks
from holo.pycode.digest import same_code
from holo.pycode.ruff import format_files

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from holo.operations.stands import Stand
    from holo.operations.workshop import Workshop
    from holo.provenance.lock import Lock
    from holo.verify.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Published:
    """What was written where."""

    package: Written
    lock: bool


def ticket_files(shop: Workshop) -> dict[str, str]:
    """Return the files of a compile: IR, tickets, their index, and a typed open body for each ticket."""
    project = ir.Project(
        root=shop.project.root,
        holograms=shop.project.holograms,
        index=index_of(shop.project.root, shop.project.holograms),
    )
    files = {"hologram.json": project.model_dump_json(exclude_defaults=True) + "\n"}
    rows = []
    for key, ticket in sorted(shop.planned.tickets.items()):
        name = f"tickets/{key}.md"
        files[name] = f"{ticket.text}\n{_where(shop, key)}"
        rows.append({"id": key, "file": name, "body": ticket.file, "tokens": ticket.tokens, "hash": ticket.hash})
    tokenizer = next((ticket.tokenizer for ticket in shop.planned.tickets.values()), "")
    index = {"root": shop.project.root, "tokenizer": tokenizer, "tickets": rows}
    files["tickets/index.json"] = json.dumps(index, indent=1) + "\n"
    draft = Draft(shop.composer.layout, {})
    ring = draft.rings()
    made = read_manifest(shop.folders.build).names()
    bodies = {
        ticket.file: draft.file(shop.function(key), ring).text
        for key, ticket in shop.planned.tickets.items()
        # An answer may be there before its open body; it is nobody's to overwrite.
        if ticket.file in made or not (shop.folders.build / ticket.file).is_file()
    }
    return {**files, **format_files(bodies)}


def counted(number: int, word: str) -> str:
    """Return a number with its word."""
    return f"{number} {word}{'' if number == 1 else 's'}"


def _where(shop: Workshop, key: str) -> str:
    """Return what stands below a ticket in its file: how whoever works in the project's folder answers it."""
    body = shown(shop.folders.build / shop.body_file(key), shop.config.root)
    sealed = sum(example.sealed for example in shop.function(key).examples)
    more = f"{counted(sealed, 'sealed example')} that no page shows, and " if sealed else ""
    return (
        "---\n\n"
        f"To answer in a file: write the function (the fence may stay out) into `{body}`, in the place of the open body; the "
        f"imports there are Holo's. Then run `holo judge {shown(shop.folders.spec, shop.config.root)} {key} {body}`. "
        f"It is judged by this page, by {more}inputs generated from its contract.\n"
    )


def publish(shop: Workshop, before: Lock) -> Published:
    """Write the package with every body that stands, and the lock."""
    files = _package(shop)
    written = write_files(shop.folders.package, files)
    # Whoever lays a file out in another way has changed nothing.
    edited = tuple(name for name in written.edited if not _alike(shop, name, files.get(name, "")))
    return Published(replace(written, edited=edited), locks.write(shop.folders.lock, lock_of(shop, before)))


def _package(shop: Workshop) -> dict[str, str]:
    """Return the files of the package with every body that stands."""
    bodies = {key: stand.source for key, stand in shop.stands.items() if stand.stands}
    stored = {law: inputs for stand in shop.stands.values() for law, inputs in stand.laws.items()}
    stored |= {key: stand.stored for key, stand in shop.stands.items() if stand.stored is not None}
    stays = [key for key, stand in shop.stands.items() if _stays(shop, stand) and shop.artifact(key).is_file()]
    # What cannot be read as a body stands there as well; the open one that Holo wrote does not.
    refused = {key for key in stays if shop.file_of(key).state is not FileState.OPEN}
    files = package_files(shop.project, bodies, Stored(stored, frozenset(bodies)), refused=refused)
    # A clone has no journal: what the lock vouches for keeps the tests that were committed with it.
    for key in _forgotten(shop, stored):
        files.update(_as_it_is(shop, tests_path(shop.composer.layout, key)))
    for key, stand in shop.stands.items():
        if _stays(shop, stand) and shop.on_disk(key) is not None:
            files.update(_as_it_is(shop, shop.artifact(key).relative_to(shop.folders.package).as_posix()))
            for tested in (key, *shop.laws_of(key)):
                files.update(_as_it_is(shop, tests_path(shop.composer.layout, tested)))
    fakes = f"{TESTS}/{FAKES}.py"
    if fakes not in files and any(f"from {FAKES} import" in text for text in files.values()):
        files.update(_as_it_is(shop, fakes))
    return files


def _stays(shop: Workshop, stand: Stand) -> bool:
    """Say whether what is in the package stays although it does not stand.

    What a hand wrote is never overwritten; what could not be judged is not lost because something else is wrong.
    """
    record = shop.lock.get(stand.id)
    by_hand = HAND in {stand.agent, record.agent if record is not None and stand.agent == FILES else ""}
    return not stand.stands and (by_hand or stand.state is State.UNDECIDED)


def _as_it_is(shop: Workshop, name: str) -> dict[str, str]:
    try:
        return {name: (shop.folders.package / name).read_bytes().decode("utf-8")}
    except (OSError, UnicodeDecodeError):
        return {}


def _forgotten(shop: Workshop, stored: Mapping[str, object]) -> Iterator[str]:
    """Yield the functions and laws whose stored inputs nobody here remembers, though they were judged."""
    for key, stand in shop.stands.items():
        if stand.stands and stand.stored is None:
            yield key
            yield from (law for law in shop.laws_of(key) if law not in stored and shop.all_stand(law))


def lock_of(shop: Workshop, before: Lock) -> Lock:
    """Return the lock after a run: records of other projects as they were, those of this one as they are."""
    names = {hologram.name for hologram in shop.project.holograms}
    after = {key: record for key, record in before.items() if key.partition(".")[0] not in names}
    for key, stand in shop.stands.items():
        old = before.get(key)
        if not stand.stands:
            if _stays(shop, stand) and old is not None:
                # Until it stands again, the lock says what was there before.
                after[key] = old
            continue
        cut = shop.planned.slices[key]
        if stand.verdict is None:
            assert old is not None, key
            evidence = replace(old.evidence, ran=_ran(shop, stand, old.evidence.ran))
            after[key] = replace(old, agent=stand.agent, model=stand.model, ticket=stand.ticket, evidence=evidence)
        else:
            after[key] = locks.Locked(
                slice=cut.digest,
                body=stand.body,
                contracts=dict(cut.contracts),
                agent=stand.agent,
                model=stand.model,
                ticket=stand.ticket,
                evidence=_evidence(shop, stand, stand.verdict),
            )
    return after


def _evidence(shop: Workshop, stand: Stand, verdict: Verdict) -> locks.Evidence:
    return locks.Evidence(
        outcome=verdict.outcome.value,
        weak=stand.state is State.WEAK,
        seed=verdict.seed,
        inputs=verdict.inputs,
        sandbox=verdict.sandbox,
        checks={check.name: check.runs for check in verdict.checks if check.status.value == "passed"},
        ran=_ran(shop, stand, verdict.bodies),
    )


def _ran(shop: Workshop, stand: Stand, bodies: Mapping[str, str]) -> dict[str, str]:
    """Return the digests of the bodies that were run.

    A function that ran in the hologram's own words, because its body did not stand yet, counts with the body that was
    made of these words: whichever stood first, the lock is the same.
    """
    return {**bodies, **{key: shop.now(key, ran) for key, ran in bodies.items()}, stand.id: stand.body}


def compare(shop: Workshop) -> tuple[str, ...]:
    """Return the generated files, and lock records, that are not what a build would write, relative to the project.

    What follows from a body that does not stand any more is not listed: the body itself is reported.
    """
    fallen = {key for key in shop.lock if key in shop.stands and not shop.stands[key].stands}
    layout, package = shop.composer.layout, shop.folders.package
    silent = {tests_path(layout, key) for key in fallen}
    # A file that is gone is no body that fell: a build would write it.
    there = [path for path in map(shop.artifact, fallen) if path.is_file()]
    silent |= {path.relative_to(package).as_posix() for path in there}
    silent |= {"README.md"} if fallen else set()
    files = {name: text for name, text in _package(shop).items() if name not in silent}
    found = [
        f"{shop.config.project.generated}/{shop.compiled.root}/{name}"
        for name, text in files.items()
        if not _alike(shop, name, text)
    ]
    after = lock_of(shop, shop.lock)
    keys = sorted({*after, *shop.lock} - fallen)
    found += [f"holo.lock: {key}" for key in keys if _anywhere(after.get(key)) != _anywhere(shop.lock.get(key))]
    return tuple(found)


def _alike(shop: Workshop, name: str, text: str) -> bool:
    """Say whether a generated file is what it should be: to the letter, or the same code in another layout."""
    try:
        found = (shop.folders.package / name).read_bytes().decode("utf-8", "surrogatepass")
    except (OSError, UnicodeDecodeError):
        return False
    if found == text:
        return True
    if name.startswith(f"{TESTS}/") and shop.is_own(shop.folders.package / name):
        # Another version of Hypothesis finds other inputs; those that stand are as good.
        return True
    return name.endswith(".py") and same_code(found, text)


def _anywhere(record: locks.Locked | None) -> locks.Locked | None:
    """Return a record without what depends on the machine, and on how many inputs a version of Holo finds."""
    if record is None:
        return None
    evidence = replace(record.evidence, sandbox="", checks={}, inputs=0)
    return replace(record, evidence=evidence)
