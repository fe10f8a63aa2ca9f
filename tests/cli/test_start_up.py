"""What a command loads: nothing that it does not need. Each is run in a process of its own that lists its modules."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.cli import stall

if TYPE_CHECKING:
    from pathlib import Path

HEAVY = {"lark", "pydantic", "libcst", "jinja2", "hypothesis", "rich", "click", "litellm", "tiktoken", "sqlite3"}
RUN = """
import json, os, sys
def leave(code):
    sys.__stderr__.write("\\n" + json.dumps(sorted(sys.modules)))
    sys.__stderr__.flush()
    ended(code)
ended, os._exit = os._exit, leave
sys.argv = ["holo", *sys.argv[1:]]
from holo.cli import main
try:
    main()
except SystemExit as error:
    leave(error.code or 0)
"""
COMMANDS = (
    "--help",
    "new other",
    "compile",
    "compile --check",
    "build",
    "fill",
    "check",
    f"judge {stall.SPEC} first generated/stall/src/stall/line/first.py",
    "status",
    "plan",
    "fmt",
    "explain H101",
    "schema",
)


def loaded(folder: Path, command: str) -> set[str]:
    """Run a command and return the top-level modules that it has loaded when it ends."""
    done = subprocess.run(
        [sys.executable, "-c", RUN, *command.split()],
        cwd=folder,
        env=stall.surroundings(folder),
        capture_output=True,
        text=True,
        timeout=stall.SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return {name.partition(".")[0] for name in json.loads(done.stderr.rpartition("\n")[2])}


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_that_asks_no_model_does_not_load_litellm(command: str, built: Path) -> None:
    """Litellm takes seconds to load, and only a question to a model needs it."""
    assert "litellm" not in loaded(built, command)


@pytest.mark.parametrize("command", ["compile", "build", f"compile {stall.SPEC} --check"])
def test_a_command_that_finds_nothing_to_do_loads_nothing_of_weight(command: str, built: Path) -> None:
    """A command that is run again on the same files leaves before anything heavy is imported."""
    stall.holo(built, *command.split())

    assert set() == HEAVY & loaded(built, command)


def test_a_check_of_a_hologram_loads_no_back_end(built: Path) -> None:
    """`compile --check` needs neither LibCST, nor Jinja, nor Hypothesis, nor the journal."""
    assert set() == {"libcst", "jinja2", "hypothesis", "sqlite3", "rich"} & loaded(built, "compile --check")
