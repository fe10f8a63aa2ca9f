"""Bodies that cheat, escape or exhaust: each gives an outcome, and the next session is served."""

from __future__ import annotations

import os
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from holo.sandbox.outcome import Kind, Limits
from holo.sandbox.pool import Pool
from tests.unit.sandbox.cases import called, opened

if TYPE_CHECKING:
    from holo.sandbox.outcome import Outcome

ENDS = (
    ("def f():\n    import os\n    os._exit(0)", Kind.CRASHED, "ended itself with status 0"),
    ("def f():\n    import sys\n    sys.exit(0)", Kind.CRASHED, "SystemExit"),
    ("def f():\n    while True: pass", Kind.TIMED_OUT, "0.5 seconds"),
    ("def f():\n    while True:\n        try:\n            while True: pass\n        except BaseException: pass", Kind.TIMED_OUT, ""),
    ("def f():\n    import time\n    time.sleep(60)", Kind.TIMED_OUT, ""),
    ("def f(): return [0] * 10**9", Kind.MEMORY, ""),
    ("def f():\n    x = []\n    while True: x.append(bytes(10**6))", Kind.MEMORY, ""),
    ("def f(): return f()", Kind.RAISED, "recursion"),
    ("def f():\n    import ctypes\n    ctypes.string_at(0)", Kind.CRASHED, "SIGSEGV"),
    ("def f(): return 'x' * 10**7", Kind.PROTOCOL, "characters"),
    ("import sys\nsys.exit(0)\ndef f(): return 1", Kind.CRASHED, "cannot be loaded"),
    ("while True: pass\ndef f(): return 1", Kind.TIMED_OUT, ""),
    ("def f():\n    import os\n    for n in range(3, 64):\n        try: os.write(n, b'x' * 99)\n        except OSError: pass", Kind.PROTOCOL, "form"),
    ("def f():\n    import os\n    os.closerange(3, 64)\n    while True: pass", Kind.CRASHED, "SIGKILL"),
    ("def f():\n    import os, signal\n    os.kill(os.getpid(), signal.SIGKILL)", None, ""),
)  # fmt: skip


@pytest.mark.parametrize(("body", "kind", "words"), ENDS, ids=range(len(ENDS)))
def test_a_body_that_does_not_answer_gives_an_outcome(body: str, kind: Kind | None, words: str, pool: Pool) -> None:
    """Whatever a body does to its process, the judge goes on, and so does the server."""
    limits = Limits(call_seconds=0.5, memory=256, answer=1)
    with opened(pool, f"{body}\ndef g(): return 1", limits=limits) as session:
        outcome = session.call("f", [])

    after = called(pool, "def f(): return 2")

    assert outcome.kind in ({kind} if kind is not None else {Kind.RAISED, Kind.CRASHED})
    assert words in outcome.message
    assert 2 == after.value


def test_calls_after_a_dead_child_get_a_fresh_one(pool: Pool) -> None:
    """One session survives its children; what a program kept is gone with them."""
    body = "seen = []\ndef f(x):\n    seen.append(x)\n    if x == 2:\n        import os\n        os._exit(1)\n    return seen"

    with opened(pool, body) as session:
        outcomes = session.call_many(("f", [x]) for x in (1, 2, 3))
        again = session.call("f", [4])

    assert [Kind.RETURNED, Kind.CRASHED] == [outcome.kind for outcome in outcomes]
    assert [4] == again.value


def test_printing_reaches_nobody(pool: Pool, capfd: pytest.CaptureFixture[str]) -> None:
    """A fake verdict on standard output is not read."""
    body = "def f():\n    import sys\n    print('accepted' * 10000)\n    print('x', file=sys.stderr)\n    return input"

    outcome = called(pool, body.replace("return input", "return sys.stdin.read()"))

    assert "" == outcome.value
    assert ("", "") == capfd.readouterr()


def _good(pool: Pool) -> bool:
    with opened(pool, "def f(): return 1") as session:
        session.call("f", [])
        return session.level != "weak"


REACHES = (
    "open('/etc/passwd').read()",
    "open('/proc/self/environ').read()",
    "__import__('os').listdir('/proc')",
    "__import__('os').listdir('.')",
    "open('/tmp/holo-was-here', 'w')",
    "__import__('os').mkdir('/tmp/holo-was-here')",
    "__import__('os').fork()",
    "__import__('subprocess').run(['/bin/true'])",
    "__import__('socket').socket()",
    "__import__('os').kill(__import__('os').getppid(), 0)",
    "__import__('ctypes').CDLL(None).ptrace(16, __import__('os').getppid(), 0, 0) and 1 / 0",
    "__import__('threading').Thread(target=print).start()",
    "__import__('resource').setrlimit(__import__('resource').RLIMIT_AS, (-1, -1))",
    "__import__('holo')",
)


@pytest.mark.parametrize("reach", REACHES, ids=range(len(REACHES)))
def test_what_is_outside_cannot_be_reached(reach: str, pool: Pool) -> None:
    """With Landlock and seccomp, files, processes and sockets are refused; without them the level says so."""
    if not _good(pool):
        assert called(pool, "def f(): return 1").ran
        return

    outcome = called(pool, f"def f(): return {reach}")

    assert Kind.RAISED is outcome.kind
    assert outcome.error in {
        "PermissionError",
        "FileNotFoundError",
        "RuntimeError",
        "ModuleNotFoundError",
        "ZeroDivisionError",
        "ValueError",
        "OSError",
    }


def test_the_environment_is_empty(monkeypatch: pytest.MonkeyPatch) -> None:
    """No key of the judge's surroundings is in a child."""
    monkeypatch.setenv("SECRET_KEY", "s3cret")
    with Pool(1) as fresh:
        outcome = called(fresh, "def f():\n    import os\n    return sorted(os.environ)")

    assert {"LC_CTYPE", "PYTHONHASHSEED", "PWD", "TZ"} >= set(outcome.value)  # type: ignore[call-overload]


def test_a_small_fork_bomb_leaves_nobody(pool: Pool) -> None:
    """Forks are refused, or ended with their session."""
    body = "def f():\n    import os\n    for _ in range(5):\n        try: os.fork()\n        except OSError: return 'refused'"

    outcome = called(pool, body)

    assert outcome.value == "refused" or outcome.kind in {Kind.PROTOCOL, Kind.RETURNED}
    assert 1 == called(pool, "def f(): return 1").value


def test_a_server_that_dies_is_replaced() -> None:
    """The pool gives a session another server, and the call an answer."""
    with Pool(1) as fresh:
        called(fresh, "def f(): return 1")
        before = fresh._idle[0]._process
        os.killpg(before.pid, 9)
        second = called(fresh, "def f(): return 2")
        after = fresh._idle[0]._process

    assert 2 == second.value
    assert before.pid != after.pid


def test_closing_a_pool_ends_its_servers() -> None:
    """No process outlives the judge's use of it."""
    with Pool(1) as fresh:
        called(fresh, "def f(): return 1")
        server = fresh._idle[0]._process
        assert Path(f"/proc/{server.pid}").exists()

    assert not Path(f"/proc/{server.pid}").exists()


def test_threads_share_a_pool(pool: Pool) -> None:
    """Sessions of several threads wait for one another and mix nothing up."""
    found: dict[int, Outcome] = {}

    def work(number: int) -> None:
        found[number] = called(pool, f"def f(): return {number}")

    threads = [Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert {number: number for number in range(4)} == {number: outcome.value for number, outcome in found.items()}


def test_the_session_has_a_limit_of_its_own(pool: Pool) -> None:
    """Calls that are each quick enough do not add up for ever."""
    limits = Limits(call_seconds=0.5, session_seconds=0.4)
    with opened(pool, "def f():\n    import time\n    time.sleep(0.15)", limits=limits) as session:
        session.call("f", [])
        outcomes = session.call_many(("f", []) for _ in range(10))

    assert Kind.TIMED_OUT is outcomes[-1].kind
    assert len(outcomes) < 5


def test_the_level_is_told(pool: Pool) -> None:
    """The pool says which walls stand on this machine."""
    assert pool.level() in {"strong", "good", "weak"}
