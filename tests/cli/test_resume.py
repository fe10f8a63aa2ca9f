"""The lock and what follows from it: nothing is judged twice, nothing is lost, and the same bytes come out."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from tests.cli import stall

if TYPE_CHECKING:
    from pathlib import Path

ALL = {*stall.BODIES, "stall.prices.price"}


def change(folder: Path, old: str, new: str) -> None:
    """Change the hologram in one place."""
    path = folder / stall.SPEC
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, old
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_second_build_does_nothing_and_says_so(built: Path) -> None:
    """What has not changed is not looked at twice."""
    before = stall.kept(built)
    first = stall.holo(built, "build")

    second = stall.holo(built, "build")

    assert "nothing judged anew, nothing to write" in first.stdout
    assert "Nothing has changed since the last run: nothing to do." in second.stdout
    assert (0, before) == (second.returncode, stall.kept(built))


def test_a_build_that_looks_at_everything_judges_nothing_that_stands(built: Path) -> None:
    """The lock vouches for bodies, functions that call each other and laws included."""
    assert set() == stall.judged(built)


def test_a_changed_contract_concerns_its_function_and_its_direct_callers(built: Path) -> None:
    """One changed contract: its own body and those of direct callers are judged again, no others."""
    change(built, "ensures result == queue[1:]", "ensures result == queue[1:] and len(result) <= len(queue)")
    stall.record(built, "stall.line.others", "stall.line.serve")

    # `first` calls nobody, but is held to a law together with `others`.
    assert {"stall.line.others", "stall.line.serve", "stall.line.first"} == stall.judged(built)


def test_a_change_that_is_no_part_of_the_contract_concerns_one_function(built: Path) -> None:
    """The doc of a function is no part of what its callers rest on."""
    change(built, '"What some wares cost together."', '"What some wares cost together, in cents."')

    assert {"stall.prices.total"} == stall.judged(built)


def test_words_outside_every_slice_rebuild_nothing(built: Path) -> None:
    """Prose that no function's slice holds is no change."""
    change(built, '"""A stall at a fair: prices, and the queue before it."""', '"""Another fair."""')

    assert set() == stall.judged(built)


def test_a_changed_body_is_judged_with_those_whose_evidence_ran_it(built: Path) -> None:
    """Who ran a body when it was judged is judged again when it changes; nobody is asked."""
    path = stall.generated(built, "stall.line.others")
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("return queue[1:]", "return list(queue)[1:]"), encoding="utf-8")

    judged = stall.judged(built)

    assert {"stall.line.others", "stall.line.serve"} <= judged
    assert judged <= {"stall.line.others", "stall.line.serve", "stall.line.first"}


def test_what_is_generated_comes_back(built: Path) -> None:
    """A package that was deleted is written again, to the same bytes, and nothing is judged."""
    before = stall.kept(built)
    shutil.rmtree(built / "generated")

    done = stall.here(built, "build")

    assert (0, before) == (done.returncode, stall.kept(built))


def test_tests_that_were_deleted_come_back_in_a_clone(built: Path) -> None:
    """Without a journal, what the tests held is found again by judging."""
    before = stall.kept(built)
    shutil.rmtree(built / ".holo")
    shutil.rmtree(built / "generated" / "stall" / "tests")

    done = stall.here(built, "build")

    assert (0, before) == (done.returncode, stall.kept(built))


def test_a_clone_judges_nothing_and_changes_no_byte(built: Path) -> None:
    """Lock and package are all that a clone needs."""
    before = stall.kept(built)
    shutil.rmtree(built / ".holo")
    shutil.rmtree(built / "build")
    shutil.rmtree(built / "recordings")

    judged = stall.judged(built)

    assert (set(), before) == (judged, stall.kept(built))


def test_a_project_that_is_built_anew_has_the_same_bytes(built: Path, tmp_path: Path) -> None:
    """The same inputs give the same bytes, in whatever folder."""
    fresh = stall.make(tmp_path / "elsewhere" / "project")
    shutil.copytree(built / "recordings", fresh / "recordings")

    judged = stall.judged(fresh)

    assert (ALL, stall.kept(built)) == (judged, stall.kept(fresh))


@pytest.mark.parametrize("seed", range(5))
def test_a_killed_build_goes_on_where_it_was(seed: int, stall_once: Path, tmp_path: Path) -> None:
    """Killed at any moment, a build ends, when it is started again, with the bytes of one that was let run."""
    folder = stall.make(tmp_path / "project")
    shutil.copytree(stall_once / "recordings", folder / "recordings")
    patience = random.Random(seed).uniform(0.3, 1.6)
    process = subprocess.Popen(
        [sys.executable, "-m", "holo", "build"],
        cwd=folder,
        env=stall.surroundings(folder),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    time.sleep(patience)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()

    again = stall.here(folder, "build")

    assert again.returncode == 0, again.stdout + again.stderr
    assert stall.kept(stall_once) == stall.kept(folder)
    assert [] == [path for path in folder.rglob("*.tmp") if path.is_file()]


def test_a_build_killed_while_it_writes_leaves_nothing_torn(stall_once: Path, tmp_path: Path) -> None:
    """The package may be half there, but no file of it is."""
    folder = stall.make(tmp_path / "project")
    shutil.copytree(stall_once / "recordings", folder / "recordings")
    process = subprocess.Popen(
        [sys.executable, "-m", "holo", "build"],
        cwd=folder,
        env=stall.surroundings(folder),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    while not (folder / "generated" / "stall" / ".holo-manifest.json").exists():
        time.sleep(0.0005)
    process.kill()
    process.wait()
    torn = {name: data for name, data in stall.kept(folder).items() if data != stall.kept(stall_once).get(name)}

    again = stall.here(folder, "build")

    assert {name for name in torn if "/." not in name} == set()
    assert (0, stall.kept(stall_once)) == (again.returncode, stall.kept(folder))


def test_a_lock_that_was_deleted_comes_back(built: Path) -> None:
    """What stands is judged again, and the lock is the same to the byte."""
    before = stall.kept(built)
    (built / "holo.lock").unlink()

    judged = stall.judged(built)

    assert (ALL, before) == (judged, stall.kept(built))


def test_a_package_that_lost_lock_and_recordings_is_adopted(built: Path) -> None:
    """Bodies that stand are not thrown away because nobody remembers who wrote them."""
    before = stall.snapshot(built / "generated")
    for name in ("holo.lock", ".holo", "recordings", "build"):
        path = built / name
        path.unlink() if path.is_file() else shutil.rmtree(path)

    done = stall.here(built, "build")

    assert (0, True) == (done.returncode, "9 by adopted" in done.stdout)
    assert before == stall.snapshot(built / "generated")


def test_two_builds_at_once_end_well(stall_once: Path, tmp_path: Path) -> None:
    """The second waits for the first, and finds nothing left to do."""
    folder = stall.make(tmp_path / "project")
    shutil.copytree(stall_once / "recordings", folder / "recordings")

    both = [
        subprocess.Popen(
            [sys.executable, "-m", "holo", "build"],
            cwd=folder,
            env=stall.surroundings(folder),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for _ in range(2)
    ]
    said = [process.communicate(timeout=stall.SECONDS) for process in both]

    assert [0, 0] == [process.returncode for process in both], said
    assert stall.kept(stall_once) == stall.kept(folder)
