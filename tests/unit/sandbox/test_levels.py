"""Levels and what they are made of: what is missing is named, and nothing that is asked for adds a layer."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from holo.errors import HoloError
from holo.sandbox import bubblewrap, layers
from holo.sandbox.level import LEVELS, best_allowed, rank, weakest
from holo.sandbox.pool import Pool
from holo.sandbox.server import Server
from tests.unit.sandbox.cases import called, opened

if TYPE_CHECKING:
    from pathlib import Path

MADE = (
    (["limits", "bubblewrap", "privileges", "landlock", "seccomp"], "strong"),
    (["limits", "privileges", "landlock", "seccomp"], "good"),
    (["limits", "bubblewrap", "privileges", "seccomp"], "good"),
    (["limits", "privileges", "seccomp"], "weak"),
    (["limits", "bubblewrap", "privileges", "landlock"], "weak"),
    (["limits"], "weak"),
)


@pytest.mark.parametrize(("stands", "level"), MADE)
def test_a_level_is_made_of_layers(stands: list[str], level: str) -> None:
    """Calls must be closed, and files in one way or two."""
    assert level == layers.level(stands)


@pytest.mark.parametrize("best", LEVELS)
def test_what_is_asked_for_only_takes_layers_away(best: str) -> None:
    """A pool is never better than it was asked to be, and says how good it is."""
    with Pool(1, best) as pool:
        level, *stands = pool.layers()

    assert rank(best) <= rank(level)
    assert level == layers.level(stands)


def test_the_environment_lowers_the_level(monkeypatch: pytest.MonkeyPatch) -> None:
    """`HOLO_SANDBOX` is heard where nothing else is said."""
    monkeypatch.setenv("HOLO_SANDBOX", "weak")

    with Pool(1) as pool:
        assert "weak" == pool.level()


def test_a_level_that_is_none_is_refused() -> None:
    """A slip of the finger does not lower the sandbox in silence."""
    with pytest.raises(HoloError) as caught:
        best_allowed({"HOLO_SANDBOX": "god"})

    assert "'god'" in caught.value.message
    assert "strong, good, weak" in caught.value.hint


def test_the_weaker_level_counts() -> None:
    """A session is as good as the worst of its children."""
    assert "weak" == weakest("strong", "weak")
    assert "good" == weakest("", "good")


def test_bubblewrap_that_is_refused_is_not_believed(tmp_path: Path) -> None:
    """A program of that name which does nothing leaves a level that is not strong, and a server that works."""
    broken = tmp_path / "bwrap"
    broken.write_text("#!/bin/sh\necho 'No permissions to create new namespace' >&2\nexit 1\n", encoding="utf-8")
    broken.chmod(0o755)
    with Pool(1) as pool:
        pool._bwrap = str(broken)
        pool.start()
        level = pool.level()
        outcome = called(pool, "def f(): return 1")

    assert "strong" != level
    assert 1 == outcome.value
    assert "No permissions to create new namespace" == bubblewrap.refusal(str(broken))


def test_bubblewrap_that_lets_everything_through_is_not_believed(tmp_path: Path) -> None:
    """A wrapper that starts the worker outside of a namespace gives no strong level."""
    open_door = tmp_path / "bwrap"
    open_door.write_text('#!/bin/sh\nwhile [ "$1" != "--" ]; do shift; done\nshift\nexec "$@"\n', encoding="utf-8")
    open_door.chmod(0o755)
    with Pool(1) as pool:
        pool._bwrap = str(open_door)

        assert "strong" != pool.level()


def test_a_session_names_its_layers() -> None:
    """A verdict can say what stood around the body."""
    with Pool(1) as pool, opened(pool, "def f(): return 1") as session:
        session.call("f", [])

        assert layers.level(list(session.layers)) == session.level


def test_a_server_ends_at_once() -> None:
    """Closing waits for the end of the process and not a moment longer."""
    taken = []
    for _ in range(3):
        server = Server("good")
        assert server.ready()
        since = time.perf_counter()
        server.close()
        taken.append(time.perf_counter() - since)

    assert min(taken) < 0.5


def test_the_tables_of_system_calls_are_well_formed() -> None:
    """Numbers are those of two machines, and none stands for two calls."""
    entries = [*layers._CALLS.values(), *(row[0] for row in layers._CALLS_WITH.values())]
    entries += [row[0] for row in layers._CALLS_WITHOUT.values()]
    for column in (0, 1):
        numbers = [entry[column] for entry in entries if entry[column] >= 0]
        assert len(numbers) == len(set(numbers))
    assert {"fcntl", "sendto", "ioctl", "socketpair"}.isdisjoint(layers._CALLS)


def test_the_filter_is_one_program_for_either_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every jump lands inside the program, and its last step refuses."""
    for machine in ("x86_64", "aarch64"):
        monkeypatch.setattr("platform.machine", lambda machine=machine: machine)
        layers._filter.cache_clear()
        program = layers._filter()
        steps = [program[at : at + 8] for at in range(0, len(program), 8)]
        for at, step in enumerate(steps):
            if int.from_bytes(step[:2], "little") in {0x15, 0x35}:
                assert at + 1 + max(step[2], step[3]) < len(steps)
        assert 0x00050001 == int.from_bytes(steps[-1][4:], "little")
    monkeypatch.undo()
    layers._filter.cache_clear()
