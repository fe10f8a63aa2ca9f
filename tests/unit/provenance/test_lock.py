"""The lock: what it keeps, how it merges, and what it says of a broken file."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from holo.errors import HoloError
from holo.provenance import lock
from holo.provenance.lock import Evidence, Locked

ROOT = Path(__file__).parents[3]
FULL = Locked(
    slice="a" * 32,
    body="b" * 32,
    contracts={"lending.f": "c" * 32},
    agent="model",
    model="small",
    ticket="d" * 32,
    evidence=Evidence(
        weak=True, seed=7, inputs=100, sandbox="good", checks={"examples": 2}, ran={"lending.f": "e" * 32}
    ),
)
PLAIN = Locked(slice="1" * 32, body="2" * 32)


def test_what_is_written_is_read(tmp_path: Path) -> None:
    """Every field."""
    path = tmp_path / lock.NAME
    lock.write(path, {"lending.g": FULL, "lending.a": PLAIN})

    assert {"lending.a": PLAIN, "lending.g": FULL} == lock.read(path)


def test_no_file_is_an_empty_lock(tmp_path: Path) -> None:
    """A project begins so."""
    assert {} == lock.read(tmp_path / lock.NAME)


def test_an_empty_lock_is_a_file(tmp_path: Path) -> None:
    """It can be read again."""
    path = tmp_path / lock.NAME
    lock.write(path, {})

    assert {} == lock.read(path)


def test_records_are_sorted() -> None:
    """The same records give the same bytes, whatever order they came in."""
    assert lock.text({"b": PLAIN, "a": FULL}) == lock.text({"a": FULL, "b": PLAIN})


def test_json_alone_reads_it() -> None:
    """No library of ours is needed."""
    data = json.loads(lock.text({"a": FULL}))

    assert "b" * 32 == data["functions"]["a"]["body"]
    assert "accepted" == data["functions"]["a"]["evidence"]["outcome"]


def test_nothing_changed_writes_nothing(tmp_path: Path) -> None:
    """So that its time does not move."""
    path = tmp_path / lock.NAME

    assert [True, False] == [lock.write(path, {"a": PLAIN}), lock.write(path, {"a": PLAIN})]


def test_branches_that_touch_different_functions_merge(tmp_path: Path) -> None:
    """One changes a function, the other another; it adds one between them and one at the end."""
    base = {"a": PLAIN, "c": PLAIN, "m": FULL}
    ours = {**base, "a": FULL}
    theirs = {**base, "b": PLAIN, "z": FULL, "m": PLAIN}
    paths = [tmp_path / name for name in ("ours", "base", "theirs")]
    for path, records in zip(paths, (ours, base, theirs), strict=True):
        lock.write(path, records)

    done = subprocess.run(["git", "merge-file", "-p", *map(str, paths)], capture_output=True, check=False)
    paths[0].write_bytes(done.stdout)

    assert 0 == done.returncode
    assert {**base, "a": FULL, "b": PLAIN, "m": PLAIN, "z": FULL} == lock.read(paths[0])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "is not whole"),
        ('{"form": 1, "functions": {"a"', "is not whole"),
        ("[]", "has no `functions`"),
        ('{"form": 1}', "has no `functions`"),
        ('{"form": 1, "functions": {"a": {}}}', "says too little of `a`"),
        ('{"form": 1, "functions": {"a": []}}', "has no block for `a`"),
        ('{"form": 1, "functions": {"a": {"slice": 3, "body": "x"}}}', "says 3 for `slice` of `a`"),
        ('{"form": 1, "functions": {"a": {"slice": "x", "body": "x", "evidence": {"weak": 1}}}}', "says 1 for `weak`"),
        ("[" * 100_000, "is not whole"),
    ],
)
def test_a_broken_lock_says_what_to_do(tmp_path: Path, text: str, said: str) -> None:
    """Never a traceback, and never half a lock."""
    path = tmp_path / lock.NAME
    path.write_text(text)

    with pytest.raises(HoloError, match=said) as caught:
        lock.read(path)

    assert "version control" in caught.value.hint


def test_bytes_that_are_no_text_are_said(tmp_path: Path) -> None:
    """A binary file under the lock's name."""
    path = tmp_path / lock.NAME
    path.write_bytes(b"\xff\xfe\x00")

    with pytest.raises(HoloError, match="UTF-8"):
        lock.read(path)


def test_an_unfinished_merge_is_called_so(tmp_path: Path) -> None:
    """With what to do about it."""
    path = tmp_path / lock.NAME
    path.write_text(lock.text({"a": PLAIN}).replace('"a": {', '<<<<<<< ours\n"a": {\n=======\n"a": {\n>>>>>>> theirs'))

    with pytest.raises(HoloError, match="unfinished merge") as caught:
        lock.read(path)

    assert "Keep both sides" in caught.value.hint


def test_a_lock_of_a_later_form_is_refused(tmp_path: Path) -> None:
    """Rather than read wrongly."""
    path = tmp_path / lock.NAME
    path.write_text('{"form": 99, "functions": {}}')

    with pytest.raises(HoloError, match="form 99"):
        lock.read(path)


def test_keys_that_are_not_known_are_passed_over(tmp_path: Path) -> None:
    """A neighbour's newer Holo may say more."""
    path = tmp_path / lock.NAME
    path.write_text('{"form": 1, "more": 1, "functions": {"a": {"slice": "x", "body": "y", "votes": 3}}}')

    assert {"a": Locked("x", "y")} == lock.read(path)


def test_reading_needs_no_pydantic() -> None:
    """A run that finds nothing to do reads the lock."""
    code = "import sys; from holo.provenance import lock; print('pydantic' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)

    assert "False" == done.stdout.strip()


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    """In words."""
    with pytest.raises(HoloError, match="cannot be written"):
        lock.write(tmp_path / "missing" / lock.NAME, {"a": PLAIN})


_WRITER = """
import sys
from pathlib import Path
from holo.provenance import lock
path, turn = Path(sys.argv[1]), 0
while True:
    turn += 1
    records = {f"f{n}": lock.Locked(str(turn), str(turn)) for n in range(300)}
    lock.write(path, records)
    if turn == 1:
        print("begun", flush=True)
"""


def test_a_writer_that_is_killed_leaves_a_whole_lock(tmp_path: Path) -> None:
    """Old or new, never a mixture."""
    path = tmp_path / lock.NAME
    for wait in (0.01, 0.033, 0.05):
        writer = subprocess.Popen([sys.executable, "-c", _WRITER, str(path)], stdout=subprocess.PIPE, cwd=ROOT)
        assert writer.stdout is not None
        writer.stdout.readline()
        time.sleep(wait)
        writer.send_signal(signal.SIGKILL)
        writer.wait()
        writer.stdout.close()

        found = lock.read(path)

        assert 300 == len(found)
        assert 1 == len({record.body for record in found.values()})
