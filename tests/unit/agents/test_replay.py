"""Recorded replies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from holo.agents.replay import Replayed, record, replay
from holo.tickets import ticket as tickets
from holo.tickets.stubs import Stubs
from tests.unit.tickets import lending

if TYPE_CHECKING:
    from pathlib import Path

    from holo.ir import model as ir
    from holo.tickets.ticket import Ticket

REPLY = "Here.\n\n```python\ndef f():\n    pass\n```\n"


def _ticket(function: ir.Function = lending.OPEN) -> Ticket:
    made, _ = tickets.write(lending.cut(function.id, lending.hologram(function)), Stubs())
    assert made is not None
    return made


def test_a_recorded_reply_comes_back_word_for_word(tmp_path: Path) -> None:
    """Fence and all."""
    record(tmp_path, _ticket(), "somebody", REPLY)

    assert Replayed(REPLY, "somebody") == replay(tmp_path, _ticket())


def test_recordings_lie_by_hologram_and_function(tmp_path: Path) -> None:
    """Whoever looks for one finds it by name."""
    file = record(tmp_path, _ticket(), "somebody", REPLY)

    assert tmp_path / "lending" / "lending.loans.open_loan.md" == file


def test_no_recording_is_no_reply(tmp_path: Path) -> None:
    """An empty folder is nothing to complain about."""
    assert Replayed(None) == replay(tmp_path, _ticket())


def test_a_recording_of_another_ticket_is_stale(tmp_path: Path) -> None:
    """It is not used, and the message names both tickets."""
    record(tmp_path, _ticket(), "somebody", REPLY)
    changed = _ticket(lending.OPEN.model_copy(update={"doc": "Lend."}))

    found = replay(tmp_path, changed)

    assert found.reply is None
    assert changed.hash[:12] in found.stale
    assert _ticket().hash[:12] in found.stale
