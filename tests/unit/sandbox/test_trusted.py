"""Hand-written code is called in another process, with limits, and its results come back as plain data."""

from __future__ import annotations

import sys
from pathlib import Path

from holo.sandbox.trusted import Reply, TrustedCall, TrustedRun, run_trusted

CODE = """
import os, sys
print("noise")

def double(x, *, times=2):
    print("more noise")
    return x * times

def slow():
    while True:
        pass

def stop():
    os._exit(3)

def fail():
    raise KeyError("x")

def thing():
    return object()

def stubborn():
    while True:
        try:
            while True: pass
        except Exception:
            pass
"""


def run(folder: Path, calls: list[TrustedCall], text: str = CODE, seconds: float = 0.3) -> TrustedRun:
    (folder / "code.py").write_text(text, encoding="utf-8")
    return run_trusted(Path(sys.executable), folder, "code", calls, file=folder / "code.py", seconds=seconds, total=10)


def test_values_come_back_and_prints_do_not_disturb(tmp_path: Path) -> None:
    """Arguments by position and by name."""
    found = run(tmp_path, [TrustedCall("double", "([1], )"), TrustedCall("double", "(2, )", "{'times': 5}")])

    assert [[1, 1], 10] == [one.value for one in found.replies]
    assert not found.trouble


def test_errors_are_known_by_name(tmp_path: Path) -> None:
    """And what is no plain data by its type."""
    found = run(tmp_path, [TrustedCall("fail", "()"), TrustedCall("thing", "()")])

    assert [("KeyError", ""), ("", "object")] == [(one.error, one.other) for one in found.replies]


def test_a_call_without_end_is_ended_and_the_next_goes_on(tmp_path: Path) -> None:
    """Even one that catches every exception."""
    found = run(tmp_path, [TrustedCall("slow", "()"), TrustedCall("stubborn", "()"), TrustedCall("double", "(1, )")])

    assert [True, True, False] == [one.late for one in found.replies]
    assert 2 == found.replies[2].value


def test_what_follows_the_end_of_the_process_did_not_run(tmp_path: Path) -> None:
    """It is not taken for an answer."""
    found = run(tmp_path, [TrustedCall("double", "(1, )"), TrustedCall("stop", "()"), TrustedCall("double", "(1, )")])

    assert Reply(ran=True, value=2) == found.replies[0]
    assert [False, False] == [one.ran for one in found.replies[1:]]


def test_code_that_cannot_be_imported_says_why(tmp_path: Path) -> None:
    """With the error's own words."""
    found = run(tmp_path, [TrustedCall("f", "()")], "import nowhere_to_be_found\n")

    assert "nowhere_to_be_found" in found.trouble
    assert not found.replies[0].ran
