"""The process of a search: what it finds, what stands around it, and how it may end."""

from __future__ import annotations

import os
from textwrap import indent
from typing import TYPE_CHECKING

import pytest

from holo.emit.symbolic_file import MODULE
from holo.expr.world import World
from holo.sandbox.outcome import Limits
from holo.sandbox.pool import Pool
from holo.sandbox.program import Program
from holo.sandbox.symbolic import Explored, State, explore
from holo.sandbox.wire import Wire

if TYPE_CHECKING:
    from pathlib import Path


def searched(body: str, seconds: float = 3.0) -> Explored:
    """Search for an `x` for which a body gives something false."""
    text = f'def body(x):\n{indent(body, "    ")}\n\n\ndef check(x: int) -> bool:\n    """\n    post: _\n    """\n'
    text += "    _reaches()\n    return _told(body(x), (x,))\n"
    world = World(lambda _: None)
    return explore(Program({MODULE: text}, {}), seconds, Limits(), Wire(world, world.node))


def test_an_input_is_found() -> None:
    """The input comes back as a value."""
    found = searched("return x * 3 != 3 * 918273645")

    assert (State.FOUND, (918273645,)) == (found.state, found.arguments)


def test_every_path_followed_is_told_from_time_run_out() -> None:
    """Only the first says something about all inputs."""
    assert State.ALL is searched("return (x > 3) == (x >= 4)").state
    halves = "steps = 0\nwhile x:\n    x //= 2\n    steps += 1\nreturn steps < 10 ** 6"
    assert State.NONE is searched(halves, 1.0).state


def test_a_body_that_never_ends_ends_with_its_time() -> None:
    """Nobody waits for ever."""
    assert State.NONE is searched("import time\nwhile True:\n    time.sleep(1)", 0.5).state


def test_a_body_that_ends_its_process_is_no_result() -> None:
    """What died has confirmed nothing."""
    assert State.UNABLE is searched("import os\nos._exit(0)").state


def test_nonsense_on_the_socket_is_no_result() -> None:
    """A body that finds the socket can spoil its search and nothing else."""
    text = 'import os\nfor number in range(3, 40):\n    try:\n        os.write(number, b"\\x02\\0\\0\\0[]")\n    except OSError:\n        pass\nreturn True'

    assert State.UNABLE is searched(text).state


def test_the_walls_of_a_search_are_as_high_as_those_of_the_judge_without_bubblewrap() -> None:
    """The level is reported by the process itself."""
    with Pool(1, "good") as pool:
        assert pool.level() == searched("return True").level


@pytest.mark.parametrize(
    "deed",
    [
        "os.fork()",
        "os.posix_spawn('/bin/true', ['true'], {})",
        "socket.socket()",
        "open('/etc/hostname')",
        "open(SECRET)",
        "open(SECRET, 'w')",
        "os.kill(os.getppid(), 9)",
        "os.listdir(os.path.dirname(os.path.dirname(sys.modules['crosshair'].__file__)))",
    ],
)
def test_what_a_body_must_not_do_fails_in_a_search(deed: str, tmp_path: Path) -> None:
    """Threads are all that a search has more than a judgement."""
    secret = tmp_path / "secret"
    secret.write_text("s", encoding="utf-8")
    code = deed.replace("SECRET", repr(str(secret)))
    text = f"import os, socket, sys\ntry:\n    {code}\nexcept OSError:\n    return True\nreturn False"

    found = searched(text)

    # Where the walls are low, the level says so.
    assert State.ALL is found.state or found.level == "weak"
    assert "s" == secret.read_text(encoding="utf-8") or found.level == "weak"


def test_nothing_of_the_environment_is_there() -> None:
    """Keys stay with whoever has them."""
    os.environ["HOLO_TEST_SECRET"] = "s"
    try:
        found = searched("import os\nreturn 'HOLO_TEST_SECRET' not in os.environ and len(os.environ) < 4")
    finally:
        del os.environ["HOLO_TEST_SECRET"]

    assert State.ALL is found.state
