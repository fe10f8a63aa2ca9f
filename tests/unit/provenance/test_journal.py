"""The journal: nothing that was paid for is lost."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from holo.errors import HoloError
from holo.provenance import journal as journals
from holo.provenance.journal import Entry, Journal, Judged, totals

ROOT = Path(__file__).parents[3]


def entry(ticket: str = "t", model: str = "small") -> Entry:
    """Return a question about one function."""
    return Entry("lending.f", ticket, "model", model, "Write.", "p", step="sample")


def test_an_answer_is_found_by_its_ticket(tmp_path: Path) -> None:
    """With everything that was noted."""
    with Journal(tmp_path, "2026-01-01") as journal:
        number = journal.begin(entry())
        journal.answer(number, "reply", tokens_in=1, tokens_out=2, cost=0.5, seconds=3.0)

        assert (
            Entry(
                "lending.f",
                "t",
                "model",
                "small",
                "Write.",
                "p",
                "sample",
                "reply",
                "",
                1,
                2,
                0.5,
                3.0,
                "2026-01-01",
                1,
            ),
        ) == journal.answered("t")
        assert () == journal.answered("other")


def test_a_question_without_answer_is_not_answered(tmp_path: Path) -> None:
    """It stays visible as an attempt."""
    with Journal(tmp_path) as journal:
        journal.begin(entry())

        assert () == journal.answered("t")
        assert [None] == [one.reply for one in journal.attempts("lending.f")]


def test_a_failed_call_is_not_an_answer(tmp_path: Path) -> None:
    """Its error is kept."""
    with Journal(tmp_path) as journal:
        journal.answer(journal.begin(entry()), None, error="busy")

        assert () == journal.answered("t")
        assert ["busy"] == [one.error for one in journal.attempts()]


def test_answers_come_in_the_order_in_which_they_were_asked(tmp_path: Path) -> None:
    """So that a run can be gone through again."""
    with Journal(tmp_path) as journal:
        for reply in ("one", "two"):
            journal.answer(journal.begin(entry()), reply)

        assert ["one", "two"] == [one.reply for one in journal.answered("t")]


def test_verdicts_are_kept_with_their_attempt(tmp_path: Path) -> None:
    """Whole."""
    verdict = Judged("lending.f", "b", "rejected", 3, {"seed": 7}, "2026-01-01")
    with Journal(tmp_path) as journal:
        journal.judged(verdict)

        assert (verdict,) == journal.verdicts("lending.f")
        assert () == journal.verdicts("lending.g")


def test_costs_add_up(tmp_path: Path) -> None:
    """Over all attempts, and by model."""
    with Journal(tmp_path) as journal:
        for model, cost in (("small", 0.25), ("large", 1.0), ("small", 0.5)):
            journal.answer(journal.begin(entry(model=model)), "x", cost=cost)

        assert 1.75 == journal.cost()
        assert [("large", 1, 1.0), ("small", 2, 0.75)] == list(totals(journal.attempts()))


def test_what_is_closed_is_there_again(tmp_path: Path) -> None:
    """The journal outlives the run."""
    with Journal(tmp_path) as journal:
        journal.answer(journal.begin(entry()), "reply")
    with Journal(tmp_path) as journal:
        assert ["reply"] == [one.reply for one in journal.answered("t")]


def test_text_of_any_kind_is_kept(tmp_path: Path) -> None:
    """Models say odd things."""
    odd = "'; DROP TABLE attempts; -- é日\U0001f600\x00 end"
    with Journal(tmp_path) as journal:
        journal.answer(journal.begin(entry()), odd)

        assert [odd] == [one.reply for one in journal.answered("t")]


@pytest.mark.parametrize("data", [b"this is no database at all" * 50, b"SQLite format 3\0" + b"\x07" * 5000])
def test_a_broken_database_is_set_aside(tmp_path: Path, data: bytes) -> None:
    """Not deleted, and the build goes on with a new one."""
    (tmp_path / journals.NAME).write_bytes(data)

    with Journal(tmp_path) as journal:
        journal.answer(journal.begin(entry()), "reply")

        assert tmp_path / "journal.broken-1.db" == journal.set_aside
        assert data == (tmp_path / "journal.broken-1.db").read_bytes()
        assert 1 == len(journal.answered("t"))


def test_a_second_broken_database_does_not_replace_the_first(tmp_path: Path) -> None:
    """Each is kept."""
    for data in (b"one broken file" * 99, b"another one" * 99):
        (tmp_path / journals.NAME).write_bytes(data)
        Journal(tmp_path).close()

    assert ["journal.broken-1.db", "journal.broken-2.db"] == sorted(p.name for p in tmp_path.glob("*broken*"))


def test_a_whole_database_is_not_set_aside(tmp_path: Path) -> None:
    """Opening twice is fine."""
    Journal(tmp_path).close()
    with Journal(tmp_path) as journal:
        assert journal.set_aside is None


def test_a_folder_that_cannot_be_used_is_said(tmp_path: Path) -> None:
    """In words."""
    (tmp_path / "file").write_text("x")

    with pytest.raises(HoloError, match="cannot be used"):
        Journal(tmp_path / "file")


def test_two_connections_write_side_by_side(tmp_path: Path) -> None:
    """Two builds in one project."""
    with Journal(tmp_path) as one, Journal(tmp_path) as other:
        for turn in range(20):
            journal = (one, other)[turn % 2]
            journal.answer(journal.begin(entry()), str(turn))

        assert 20 == len(one.answered("t")) == len(other.answered("t"))


_WRITER = """
import sys
from pathlib import Path
from holo.provenance.journal import Entry, Journal
name, count = sys.argv[2], int(sys.argv[3])
with Journal(Path(sys.argv[1])) as journal:
    for turn in range(count):
        number = journal.begin(Entry("f", "t", "model", name, "p", "d"))
        journal.answer(number, f"{name} {turn}")
        print(turn, flush=True)
"""


def _writer(folder: Path, name: str, count: int) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-c", _WRITER, str(folder), name, str(count)], stdout=subprocess.PIPE, cwd=ROOT
    )


def test_two_processes_lose_nothing(tmp_path: Path) -> None:
    """Both write at once, from the first moment on."""
    writers = [_writer(tmp_path, name, 25) for name in ("a", "b")]
    for writer in writers:
        writer.communicate()

    with Journal(tmp_path) as journal:
        assert [0, 0] == [writer.returncode for writer in writers]
        assert {f"{name} {turn}" for name in "ab" for turn in range(25)} == {one.reply for one in journal.answered("t")}


def test_a_killed_build_has_lost_no_answer(tmp_path: Path) -> None:
    """Everything that it said it had noted is there, and the journal is whole."""
    writer = _writer(tmp_path, "a", 10_000)
    assert writer.stdout is not None
    for _ in range(15):
        last = int(writer.stdout.readline())
    writer.send_signal(signal.SIGKILL)
    rest = writer.stdout.read().split()
    writer.wait()
    writer.stdout.close()
    last = int(rest[-1]) if rest else last

    with Journal(tmp_path) as journal:
        replies = {one.reply for one in journal.answered("t")}

        assert journal.set_aside is None
        assert {f"a {turn}" for turn in range(last + 1)} <= replies
