"""Leases: one holder a ticket, for a time, as two processes see it."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

from holo.provenance.leases import NAME, Leases

if TYPE_CHECKING:
    from pathlib import Path

WANTED = [("a.one", "t1"), ("a.two", "t2")]


@dataclass
class Clock:
    """A clock that a test sets."""

    now: float = 1000.0

    def __call__(self) -> float:
        """Return the time."""
        return self.now


def test_two_holders_never_get_one_ticket(tmp_path: Path) -> None:
    """The second opening of the file sees what the first has taken."""
    with Leases(tmp_path, 60, Clock()) as here, Leases(tmp_path, 60, Clock()) as there:
        first, second = here.take(WANTED, "A"), there.take(WANTED, "B")
        third = here.take(WANTED, "A")

    assert first is not None
    assert second is not None
    assert ("a.one", "a.two", None) == (first.function, second.function, third)
    assert first.id != second.id


def test_many_threads_take_each_ticket_once(tmp_path: Path) -> None:
    """Whoever comes at the same moment waits for a turn; no ticket is given twice, and none is left."""
    wanted = [(f"a.f{number}", "t") for number in range(20)]
    taken: list[str] = []

    def work(name: str) -> None:
        with Leases(tmp_path, 60, Clock()) as leases:
            while (lease := leases.take(wanted, name)) is not None:
                taken.append(lease.function)

    threads = [threading.Thread(target=work, args=(str(number),)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(key for key, _ in wanted) == sorted(taken)


def test_a_lease_runs_out(tmp_path: Path) -> None:
    """After its time a ticket goes to whoever asks next, and the old lease is worth nothing."""
    clock = Clock()
    with Leases(tmp_path, 60, clock) as leases:
        old = leases.take(WANTED[:1], "A")
        clock.now += 61
        new = leases.take(WANTED[:1], "B")

        assert old is not None
        assert new is not None
        assert "B" == leases.held()["a.one"].holder
        assert leases.renew("a.one", old.id, "t1") is None
        assert leases.renew("a.one", new.id, "t1") is not None


def test_whoever_is_late_goes_on_if_nobody_came(tmp_path: Path) -> None:
    """A lease that has run out is begun anew as long as its ticket is free."""
    clock = Clock()
    with Leases(tmp_path, 60, clock) as leases:
        lease = leases.take(WANTED[:1], "A")
        assert lease is not None
        clock.now += 3600

        assert {} == leases.held()
        renewed = leases.renew("a.one", lease.id, "t9")

        assert renewed is not None
        assert (clock.now + 60, "t9") == (leases.held()["a.one"].until, leases.held()["a.one"].ticket)


def test_a_ticket_is_given_back(tmp_path: Path) -> None:
    """What is given back is free at once, and only its holder can give it back."""
    with Leases(tmp_path, 60, Clock()) as leases:
        lease = leases.take(WANTED[:1], "A")
        assert lease is not None

        assert not leases.end("a.one", "00000000")
        assert "a.one" in leases.held()
        assert leases.end("a.one", lease.id)
        assert {} == leases.held()


def test_leases_of_a_session_that_ended_lapse(tmp_path: Path) -> None:
    """Its tickets are free, and it may come back to those that nobody took."""
    with Leases(tmp_path, 60, Clock()) as leases:
        lease = leases.take(WANTED[:1], "A")
        assert lease is not None

        leases.lapse([lease.id])

        assert {} == leases.held()
        assert leases.renew("a.one", lease.id, "t1") is not None


def test_a_broken_file_is_begun_anew(tmp_path: Path) -> None:
    """All that is lost is who was at work."""
    (tmp_path / NAME).write_bytes(b"this is no database" * 100)

    with Leases(tmp_path, 60, Clock()) as leases:
        assert leases.take(WANTED, "A") is not None
