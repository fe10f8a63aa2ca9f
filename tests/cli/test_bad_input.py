"""Bad input of every kind: a diagnostic or a clear error with the right exit code, and nothing spoilt."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from holo.cli.again import Witness
from holo.cli.app import perform
from tests.cli import stall
from tests.cli.stall import here, holo

if TYPE_CHECKING:
    from pathlib import Path

HEAD = 'hologram demo "0.1.0" language 1\n'
GOOD = (
    HEAD + '\nfunction twice(n: int) -> int {\n  "Two times a number."\n  returns n * 2\n  example twice(2) == 4\n}\n'
)
SECONDS = 60


def snapshot(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder, the user's cache aside."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".user-cache" not in path.parts
    }


TEXTS = {
    "a broken hologram": (HEAD + "function f(n: int) -> int {\n  returns n *\n}\n", "H"),
    "an empty file": ("", "H"),
    "only comments": ("# nothing here\n", "H"),
    "no header": ("const A: int = 1\n", "H"),
    "5,000 nested brackets": (HEAD + "const A: int = " + "(" * 5000 + "1" + ")" * 5000 + "\n", "H"),
    "5,000 unclosed brackets": (HEAD + "const A: int = " + "[" * 5000 + "\n", "H"),
    "5,000 unclosed braces": (HEAD + "package p {\n" * 5000, "H"),
    "a tower of powers": (HEAD + "const A: int = 9**9**9\n", "H"),
    "a huge repeat": (HEAD + 'const A: str = "x" * 10**12\n', "H"),
    "a missing use": (HEAD + 'use "nowhere.holo" only A\n', "H"),
    "a use of itself": (HEAD + 'use "spec.holo" as me\n', "H"),
    "unclosed prose": (HEAD + '"""\nnever ends\n', "H"),
    "an unclosed string": (HEAD + 'const A: str = "abc\n', "H"),
    "a null character": (HEAD + "const A: int = 1\0\n", ""),
    "private names": (HEAD + "const _a: int = 1\n", "H"),
}


@pytest.mark.parametrize("what", TEXTS)
def test_a_faulty_text_is_a_finding_and_nothing_is_written(what: str, tmp_path: Path) -> None:
    """Every faulty text ends in findings with exit code 1, or in a clear refusal with 2."""
    text, code = TEXTS[what]
    (tmp_path / "spec.holo").write_text(text, encoding="utf-8")
    before = snapshot(tmp_path)

    done = (holo if "5,000" in what else here)(tmp_path, "compile", "spec.holo", "--check")

    assert done.returncode == (1 if code else 2), done.stdout + done.stderr
    assert code in done.stdout
    assert snapshot(tmp_path) == before


def test_a_cycle_of_two_files_names_both(tmp_path: Path) -> None:
    """A cycle of `use` is reported with the way round."""
    (tmp_path / "a.holo").write_text('hologram a "0.1.0" language 1\nuse "b.holo" as b\n', encoding="utf-8")
    (tmp_path / "b.holo").write_text('hologram b "0.1.0" language 1\nuse "a.holo" as a\n', encoding="utf-8")

    done = here(tmp_path, "compile", "a.holo", "--check")

    assert done.returncode == 1
    assert "a.holo" in done.stdout
    assert "b.holo" in done.stdout
    assert "cycl" in done.stdout.lower() or "itself" in done.stdout.lower()


BYTES = {
    "binary": bytes(range(256)) * 40,
    "not UTF-8": HEAD.encode() + b'const A: str = "\xff\xfe"\n',
    "50 MB": b"# x\n" * (50 * 1024 * 1024 // 4),
}


@pytest.mark.parametrize("what", BYTES)
def test_a_file_that_is_no_text_is_refused(what: str, tmp_path: Path) -> None:
    """What is no hologram at all is refused with a reason and exit code 2."""
    (tmp_path / "spec.holo").write_bytes(BYTES[what])

    done = here(tmp_path, "compile", "spec.holo", "--check")

    assert done.returncode == 2
    assert "spec.holo" in done.stderr
    assert "help:" in done.stderr


SAME = {
    "CRLF": GOOD.replace("\n", "\r\n").encode(),
    "tabs": GOOD.replace("  ", "\t").encode(),
    "a byte-order mark": b"\xef\xbb\xbf" + GOOD.encode(),
    "Unicode names": GOOD.replace("twice", "größe")
    .replace("n: int", "länge: int")
    .replace("n * 2", "länge * 2")
    .encode(),
    "no last line end": GOOD.rstrip("\n").encode(),
}


@pytest.mark.parametrize("what", SAME)
def test_odd_but_legal_text_compiles(what: str, tmp_path: Path) -> None:
    """Line ends, tabs, marks and alphabets are no faults."""
    (tmp_path / "spec.holo").write_bytes(SAME[what])

    done = here(tmp_path, "compile", "spec.holo", "--check")

    assert done.returncode == 0, done.stdout + done.stderr


def test_a_folder_and_a_missing_file_are_refused(tmp_path: Path) -> None:
    """A path that is no file is named, with what to do."""
    (tmp_path / "specs").mkdir()

    folder = here(tmp_path, "compile", "specs", "--check")
    missing = here(tmp_path, "compile", "nope.holo", "--check")

    assert (folder.returncode, missing.returncode) == (2, 2)
    assert "folder" in folder.stderr
    assert "does not exist" in missing.stderr


def test_a_wrong_key_in_the_configuration_is_named_with_the_right_one(tmp_path: Path) -> None:
    """`holo.toml` is checked, and the nearest key is offered."""
    (tmp_path / "spec.holo").write_text(GOOD, encoding="utf-8")
    (tmp_path / "holo.toml").write_text('[project]\nspec = ["spec.holo"]\n', encoding="utf-8")

    done = here(tmp_path, "compile", "spec.holo", "--check")

    assert done.returncode == 2
    assert "project.spec" in done.stderr
    assert "specs" in done.stderr


def test_json_errors_are_json(tmp_path: Path) -> None:
    """With `--format json` even a refusal is one JSON object on standard output."""
    done = here(tmp_path, "compile", "nope.holo", "--check", "--format", "json")

    assert done.returncode == 2
    assert "does not exist" in json.loads(done.stdout)["error"]["message"]


def test_an_output_folder_of_the_users_is_left_alone(tmp_path: Path) -> None:
    """An `--out` that holds files Holo did not make is refused, and not a byte changes."""
    (tmp_path / "spec.holo").write_text(GOOD, encoding="utf-8")
    out = tmp_path / "mine"
    (out / "tickets").mkdir(parents=True)
    (out / "hologram.json").write_text("mine", encoding="utf-8")
    (out / "tickets" / "index.json").write_text("mine too", encoding="utf-8")
    before = snapshot(tmp_path)

    done = here(tmp_path, "compile", "spec.holo", "--out", "mine")

    assert done.returncode == 2
    assert "hologram.json" in done.stderr
    assert snapshot(tmp_path) == before


def test_an_output_path_that_is_a_file_is_refused(tmp_path: Path) -> None:
    """An `--out` that is a file is refused, and the file stays."""
    (tmp_path / "spec.holo").write_text(GOOD, encoding="utf-8")
    (tmp_path / "out").write_text("mine", encoding="utf-8")

    done = here(tmp_path, "compile", "spec.holo", "--out", "out")

    assert done.returncode == 2
    assert (tmp_path / "out").read_text(encoding="utf-8") == "mine"


def test_an_output_folder_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    """Where the system refuses to write, the message says so, even to root: nothing lies below a device."""
    (tmp_path / "spec.holo").write_text(GOOD, encoding="utf-8")

    done = here(tmp_path, "compile", "spec.holo", "--out", "/dev/null/out")

    assert done.returncode == 2
    assert "/dev/null" in done.stderr


def test_judge_knows_its_functions_and_its_files(tmp_path: Path) -> None:
    """An unknown function is answered with the nearest; a candidate that is no Python is rejected."""
    (tmp_path / "spec.holo").write_text(GOOD, encoding="utf-8")
    (tmp_path / "bad.py").write_text("def twice(n: int) -> int:\n    return n *\n", encoding="utf-8")
    (tmp_path / "good.py").write_text("def twice(n: int) -> int:\n    return n + n\n", encoding="utf-8")
    (tmp_path / "binary.py").write_bytes(bytes(range(256)))

    unknown = here(tmp_path, "judge", "spec.holo", "twise", "good.py")
    bad = here(tmp_path, "judge", "spec.holo", "twice", "bad.py")
    good = here(tmp_path, "judge", "spec.holo", "twice", "good.py")
    binary = here(tmp_path, "judge", "spec.holo", "twice", "binary.py")
    missing = here(tmp_path, "judge", "spec.holo", "twice", "nope.py")

    assert (unknown.returncode, bad.returncode, good.returncode) == (2, 1, 0), good.stdout + good.stderr
    assert "twice" in unknown.stderr
    assert binary.returncode == 1
    assert missing.returncode == 2


def test_unknown_commands_and_codes_name_the_nearest(tmp_path: Path) -> None:
    """A slip of the finger is met with the right word."""
    command = here(tmp_path, "biuld")
    code = here(tmp_path, "explain", "H1O1")

    assert (command.returncode, code.returncode) == (2, 2)
    assert "build" in command.stderr
    assert "H101" in code.stderr


def test_formatting_leaves_a_broken_file_alone(tmp_path: Path) -> None:
    """`holo fmt` never touches what it could not read in full."""
    text = HEAD + "functon f() -> int { returns 1 }\n"
    (tmp_path / "spec.holo").write_text(text, encoding="utf-8")

    done = here(tmp_path, "fmt", "spec.holo")

    assert done.returncode == 1
    assert (tmp_path / "spec.holo").read_text(encoding="utf-8") == text


CONFIGS = {
    "no TOML": ("[project", "not valid TOML"),
    "no list": ('[project]\nspecs = "spec.holo"\n', "`project.specs` in `holo.toml` is a list of strings"),
    "an unknown table": ("[projekt]\n", "Did you mean `project`?"),
    "an unknown agent": ('[agents]\norder = ["derive", "replai"]\n', "Did you mean `replay`?"),
    "no time at all": ("[limits]\nseconds = 0\n", "`seconds` in `holo.toml` is more than 0"),
    "no holograms": ("", "`holo.toml` names no holograms"),
    "a hologram that is not there": ('[project]\nspecs = ["sepc.holo"]\n', "Did you mean `spec.holo`?"),
}


@pytest.mark.parametrize("what", CONFIGS)
def test_a_configuration_that_is_wrong_is_refused(what: str, tmp_path: Path) -> None:
    """What is wrong in `holo.toml` is named by every command that reads it."""
    text, said = CONFIGS[what]
    (tmp_path / "spec.holo").write_text(GOOD, encoding="utf-8")
    (tmp_path / "holo.toml").write_text(text, encoding="utf-8")

    for command in ("compile", "build", "check", "status", "plan"):
        done = here(tmp_path, command)

        assert (2, True) == (done.returncode, said in done.stderr), done.stderr


PLACES = {
    "generated below a device": ('[project]\nspecs = ["spec.holo"]\ngenerated = "/dev/null/x"\n', "", "/dev/null/x"),
    "generated is a file": ('[project]\nspecs = ["spec.holo"]\n', "generated", "`generated/demo"),
    "build is a file": ('[project]\nspecs = ["spec.holo"]\n', "build", "`build/demo"),
    "the state is a file": ('[project]\nspecs = ["spec.holo"]\n', ".holo", "`.holo` cannot be written"),
    "the lock is torn": ('[project]\nspecs = ["spec.holo"]\n', "holo.lock", "`holo.lock` is not whole"),
}


@pytest.mark.parametrize("what", PLACES)
def test_a_place_that_cannot_be_written_is_named(what: str, tmp_path: Path) -> None:
    """Where the package, the tickets or the lock cannot be, the path is said, and what stands there stays."""
    config, file, said = PLACES[what]
    (tmp_path / "spec.holo").write_text(GOOD, encoding="utf-8")
    (tmp_path / "holo.toml").write_text(config, encoding="utf-8")
    if file:
        (tmp_path / file).write_text("mine", encoding="utf-8")

    done = here(tmp_path, "build")

    assert (2, True) == (done.returncode, said in done.stderr), done.stderr
    assert not file or (tmp_path / file).read_text(encoding="utf-8") == "mine"


def test_a_package_folder_of_the_users_is_left_alone(tmp_path: Path) -> None:
    """A folder in the package's place that holds files Holo did not make is refused, and not a byte of it changes."""
    (tmp_path / "spec.holo").write_text(GOOD, encoding="utf-8")
    (tmp_path / "generated" / "demo").mkdir(parents=True)
    (tmp_path / "generated" / "demo" / "README.md").write_text("mine", encoding="utf-8")

    done = here(tmp_path, "build", "spec.holo")

    assert (2, True) == (done.returncode, "`README.md`" in done.stderr)
    assert {"demo/README.md": b"mine"} == {
        path.relative_to(tmp_path / "generated").as_posix(): path.read_bytes()
        for path in (tmp_path / "generated").rglob("*")
        if path.is_file()
    }


def test_an_answer_that_was_there_before_its_open_body_is_taken(tmp_path: Path) -> None:
    """A body in the file that the ticket will name is an answer, and no stranger in the way."""
    (tmp_path / "spec.holo").write_text(
        GOOD.replace("  returns n * 2\n", "  ensures result == n * 2\n"), encoding="utf-8"
    )
    body = tmp_path / "build" / "demo" / "bodies" / "demo.twice.py"
    body.parent.mkdir(parents=True)
    body.write_text("def twice(n: int) -> int:\n    return n + n\n", encoding="utf-8")

    done = here(tmp_path, "build", "spec.holo")

    assert (0, True) == (done.returncode, "1 by files" in done.stdout), done.stdout + done.stderr


TOWER = (
    HEAD
    + """
function low(n: int) -> int {
  "A number below a tower."
  requires 0 <= n <= 5
  ensures result < 9**9**9
}
"""
)


def test_a_tower_in_a_contract_is_a_finding_before_anything_is_judged(tmp_path: Path) -> None:
    """What cannot be computed is never passed: nothing is judged by it, and the message points at the line."""
    (tmp_path / "spec.holo").write_text(TOWER, encoding="utf-8")
    (tmp_path / "low.py").write_text("def low(n: int) -> int:\n    return n\n", encoding="utf-8")

    done = here(tmp_path, "judge", "spec.holo", "low", "low.py")

    assert done.returncode == 2
    assert "spec.holo:6:3: error H306" in done.stdout
    assert "needs more than the fuel allowed" in done.stdout
    assert "accepted" not in done.stdout


def test_a_tower_beside_an_example_is_a_finding_of_the_hologram(tmp_path: Path) -> None:
    """Where an example gives the input, no body is needed to see it."""
    (tmp_path / "spec.holo").write_text(
        TOWER.replace("9**9**9\n", "9**9**9\n  example low(1) == 1\n"), encoding="utf-8"
    )

    done = here(tmp_path, "compile", "spec.holo", "--check")

    assert (1, True) == (done.returncode, "H306" in done.stdout)


@pytest.mark.parametrize("words", ["schema", "explain", "compile spec.holo --check", "build spec.holo"])
def test_a_reader_that_goes_away_is_no_fault(words: str, tmp_path: Path) -> None:
    """`holo … | head`: no traceback, whatever was still to be said."""
    functions = "".join(f"\nfunction f{n}(a: int) -> int {{\n  returns b{n}\n}}\n" for n in range(400))
    (tmp_path / "spec.holo").write_text(HEAD + functions, encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "holo", *words.split()],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "XDG_CACHE_HOME": str(tmp_path / ".user-cache")},
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.readline()
    process.stdout.close()

    said = process.stderr.read().decode()
    process.stderr.close()

    assert process.wait(SECONDS) in {0, 1, 2}
    assert "" == said


def test_an_interrupted_build_says_so_and_goes_on_later(tmp_path: Path) -> None:
    """The key that stops a program ends it with 130 and one line; nothing is torn."""
    made = stall.make(tmp_path / "project")
    stall.record(made)
    process = subprocess.Popen(
        [sys.executable, "-m", "holo", "build"],
        cwd=made,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=stall.surroundings(made),
    )
    while not (made / ".holo" / "journal.db").exists():
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=SECONDS)

    again = here(made, "build")

    assert (130, True) == (process.returncode, b"the next run goes on from there" in said), said.decode()
    assert b"Traceback" not in said
    assert again.returncode == 0


def test_a_fault_of_our_own_is_never_taken_for_a_finding(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An error that nobody expected is shown whole, says whose it is, and ends with 2."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("holo.operations.schema.schema", lambda: 1 // 0)

    code = perform(["schema"], Witness([]))

    said = capsys.readouterr().err
    assert (2, True, True) == (code, "ZeroDivisionError" in said, "This is a fault of Holo" in said)


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_a_terminal_without_the_letters_is_answered(tmp_path: Path, encoding: str) -> None:
    """What it has no letters for is escaped, in JSON too; a name of a file may be no text at all."""
    text = (
        'function back(s: str) -> str {\n  "Back."\n  ensures result == s[::-1]\n  example back("é☃😀") == "😀☃é"\n}\n'
    )
    (tmp_path / "demo.holo").write_text(f"{HEAD}\n{text}", encoding="utf-8")
    name = os.fsdecode(b"b\xff.py")
    (tmp_path / name).write_text("def back(s: str) -> str:\n    return s\n", encoding="utf-8")
    command = [sys.executable, "-m", "holo", "judge", "demo.holo", "back", name]
    environ = {**os.environ, "PYTHONIOENCODING": encoding}

    said = subprocess.run(command, cwd=tmp_path, env=environ, capture_output=True, timeout=SECONDS, check=False)
    data = subprocess.run([*command, "--format", "json"], cwd=tmp_path, env=environ, capture_output=True, check=False)

    assert (1, 1) == (said.returncode, data.returncode), said.stderr + data.stderr
    assert b"Traceback" not in said.stderr
    assert 'back("é☃😀")' == json.loads(data.stdout.decode(encoding))["verdicts"][0]["findings"][0]["input"]
