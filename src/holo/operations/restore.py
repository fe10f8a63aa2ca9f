"""Put back what Holo made or accepted, where a hand has changed it; what stands is set aside, so that nothing is lost.

An accepted body comes from the journal, the hologram itself, a recording, an answer file or Git: from whoever still has the
very body that the lock vouches for. Shows first, writes when told to.
"""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass, replace
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING

from holo.agents import replay
from holo.agents.reply import read_reply
from holo.emit.writer import read_manifest, replace_text
from holo.errors import HoloError
from holo.operations import frames
from holo.operations.accept import opened
from holo.operations.survey import Survey
from holo.provenance import history
from holo.provenance.digest import digest, digest_bytes
from holo.pycode.digest import body_digest
from holo.verify.prepare import prepare

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from holo.config import Config
    from holo.provenance.lock import Locked

ASIDE = "set-aside"


@dataclass(frozen=True, slots=True)
class Restored:
    """What would be put back into a file, and from where it was had; `before` is None where there is no file.

    An empty diff means that the file is as it should be.
    """

    name: str
    path: Path
    shown: str
    before: str | None
    text: str
    origin: str
    diff: str
    aside: Path


def find_restored(specs: Sequence[Path], name: str, config: Config) -> Restored:
    """Return what `holo restore` would write for a function, or for a generated file.

    Raises `HoloError` where nobody has what stood there.
    """
    package = _package(specs, name, config)
    with ExitStack() as stack:
        if package is None:
            shop, key = opened(stack, specs, name, config)
        else:
            spec, inside = package
            shop, key = opened(stack, [spec], "", config)
            places = {
                shop.artifact(one).relative_to(shop.folders.package).as_posix(): one for one in shop.planned.slices
            }
            key = places.get(inside, "")
        survey = Survey(shop)
        if key:
            inside = survey.name(key)
            text, origin = _function(survey, key)
        else:
            text, origin = _generated(survey, inside)
        path = shop.folders.package / inside
        before = frames.read(survey, inside)
        shown = survey.shown(inside)
        if before is not None and before != text and frames.alike(inside, before, text):
            text = before  # whoever lays a file out in another way has changed nothing
        lines = unified_diff((before or "").splitlines(keepends=True), text.splitlines(keepends=True), shown, shown)
        diff = "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)
        whole = inside.removeprefix("src/") if inside.startswith("src/") else f"{shop.compiled.root}/{inside}"
        stem, dot, suffix = whole.replace("/", ".").rpartition(".")
        aside = config.root / ".holo" / ASIDE / f"{stem}-{digest(before or '')[:8]}{dot}{suffix}"
        return Restored(key or shown, path, shown, before, text, origin, diff, aside)


def put_back(found: Restored) -> None:
    """Set aside what stands, then write what was found. Raises `HoloError` where the file has changed since."""
    try:
        now: str | None = found.path.read_bytes().decode("utf-8", "surrogateescape")
    except OSError:
        now = None
    if now != found.before:
        raise HoloError(f"`{found.shown}` has changed meanwhile", "Run the same command again", "H910")
    if found.before is not None:
        replace_text(found.aside, found.before)
    replace_text(found.path, found.text)


def _package(specs: Sequence[Path], name: str, config: Config) -> tuple[Path, str] | None:
    """Return the root hologram and the name inside its package, where a name is the path of a generated file."""
    if "/" not in name and not name.endswith(".py"):
        return None
    generated = config.root / config.project.generated
    for base in (Path.cwd(), config.root):
        path = base / name
        if generated not in path.parents:
            continue
        root, _, inside = path.relative_to(generated).as_posix().partition("/")
        for spec in specs:
            if spec.stem == root or len(specs) == 1:
                return spec, inside
    raise HoloError(f"`{name}` is no file of a generated package", f"They lie in `{config.project.generated}`", "H903")


# -- the accepted body of a function ---------------------------------------------------------------


def _function(survey: Survey, key: str) -> tuple[str, str]:
    record = survey.shop.lock.get(key)
    if record is None:
        raise HoloError(
            f"No body of `{key}` was ever accepted: the lock has no record of it",
            "`holo build` judges what stands",
            "H910",
        )
    for origin, body in _bodies(survey, key, record):
        if body and body_digest(body) == record.body:
            name = survey.name(key)
            return frames.laid_out(survey, {name: survey.expected(key, body)})[name], origin
    raise HoloError(
        f"Nobody here has the body of `{key}` that was accepted: not the journal, a recording, an answer file, or Git",
        "Fetch the commit that has it, or take the file away and run `holo build`: it is written anew",
        "H910",
    )


def _bodies(survey: Survey, key: str, record: Locked) -> Iterator[tuple[str, str]]:
    """Yield bodies that may be the accepted one, each with where it comes from."""
    shop = survey.shop
    yield "what stands", survey.side(key).text
    yield "the journal", shop.accepted_before(key, record.body)
    yield "the hologram", survey.accepted(key)
    ticket = shop.planned.tickets.get(key)
    if ticket is not None:
        found = replay.replay(shop.folders.recordings, ticket)
        if found.reply is not None:
            source = read_reply(found.reply, shop.rules(key), ticket.max_answer).source
            yield "its recording", _kept(survey, key, source or "")
        yield "its answer file", _kept(survey, key, shop.written(key) or "")
    if history.has_git(shop.config.root):
        for text in history.versions(shop.artifact(key)):
            yield "Git", shop.in_words(key, text).candidate


def _kept(survey: Survey, key: str, text: str) -> str:
    made = prepare([(text, survey.shop.rules(key))])[0].source if text else None
    return survey.shop.as_kept(key, made) if made is not None else ""


# -- what Holo writes around bodies ------------------------------------------------------------------


def _generated(survey: Survey, inside: str) -> tuple[str, str]:
    shop = survey.shop
    manifest = read_manifest(shop.folders.package)
    made = manifest.files.get(inside, "")
    if not made:
        raise HoloError(
            f"`{survey.shown(inside)}` was not made by Holo", "It is yours: nothing is put in its place", "H910"
        )
    wanted = frames.wanted_files(survey)
    if inside in wanted:
        return frames.laid_out(survey, wanted, inside)[inside], "the hologram"
    if history.has_git(shop.config.root):
        for text in history.versions(shop.folders.package / inside):
            if digest_bytes(text.encode()) == made:
                return text, "Git"
    remembered = _test(survey, inside)
    if remembered is not None:
        return remembered, "the hologram and the journal"
    raise HoloError(
        f"Nobody here has `{survey.shown(inside)}` as it was made: not the journal, and not Git",
        "Take the file away and run `holo build`: its inputs are found anew",
        "H910",
    )


def _test(survey: Survey, inside: str) -> str | None:
    """Return a generated test as the journal knows its inputs; None where it does not."""
    from holo.emit.package import package_files
    from holo.emit.tests_files import Evidence, tests_path

    shop = survey.shop
    for wave in shop.planned.waves:
        for group in wave:
            shop.stands.update((stand.id, stand) for stand in shop.kept(group))
    keys = [key for key in shop.stands if tests_path(shop.composer.layout, key) == inside]
    for key in keys:
        stand = shop.stands[key]
        if stand.stored is None:  # a clone has no journal: what the judge finds now is as good
            verdict = shop.judge(key, stand.source, {})
            shop.stands[key] = replace(stand, stored=verdict.stored if verdict.accepted else None)
    if not keys or any(shop.stands[key].stored is None for key in keys):
        return None
    stored = {law: inputs for stand in shop.stands.values() for law, inputs in stand.laws.items()}
    stored |= {key: stand.stored for key, stand in shop.stands.items() if stand.stored is not None}
    bodies = {key: stand.source for key, stand in shop.stands.items()}
    files = package_files(shop.project, bodies, Evidence(stored, frozenset(bodies)), formatted=False)
    text = files.get(inside)
    return frames.laid_out(survey, {inside: text})[inside] if text is not None and "def test" in text else None
