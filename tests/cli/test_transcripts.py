"""What commands say, word for word: each `transcripts/*.md` and each page of `docs/how-to/` is run from top to bottom in a folder of its own.

A fenced block with a path after its language is a file to write; in a `console` block a line that begins with `$` is
a command, and what follows is its output, standard error included, with `[exit N]` where it does not end with 0.
`--update-golden` writes what the commands say now.
"""

from __future__ import annotations

import contextlib
import io
import re
import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from holo.cli.again import Tee, Witness, answer
from holo.cli.app import perform

if TYPE_CHECKING:
    from collections.abc import Iterator

HOW_TO = Path(__file__).parents[2] / "docs" / "how-to"
FILES = [*sorted((Path(__file__).parent / "transcripts").glob("*.md")), *sorted(HOW_TO.glob("*.md"))]
FENCE = re.compile(r"^(`{3,})(\w+)(?: (\S+))?\n(.*?)^\1$", re.MULTILINE | re.DOTALL)
LOOKS = (
    (re.compile(r"\bsandbox \w+"), "sandbox LEVEL"),
    (re.compile(r"\b[0-9a-f]{12,32}\b"), "DIGEST"),
    (re.compile(r", types not checked"), ""),
    (re.compile(r"^[a-z][a-z ]+ [\w.-]+: \d+ of \d+ \([\w.]*\)\n", re.MULTILINE), ""),  # the progress of slow ones
    (re.compile(r"[ \t]+$", re.MULTILINE), ""),
)
"""What differs between machines."""


def spoken(words: list[str], stdin: str) -> str:
    """Run `holo` in this process, as its entry point does; return what it says and how it ends."""
    said = io.StringIO()
    witness = Witness(words)
    keyboard = io.TextIOWrapper(io.BytesIO(stdin.encode()))
    with contextlib.redirect_stdout(Tee(said, witness.out)), contextlib.redirect_stderr(said):  # type: ignore[type-var]  # it is a text stream in all that is asked of it
        known = answer(words)
        if known is not None:
            said.write(known.out + known.err)
            code = known.code
        else:
            before, sys.stdin = sys.stdin, keyboard
            try:
                code = perform(words, witness)
            finally:
                sys.stdin = before
    text = said.getvalue()
    for pattern, instead in LOOKS:
        text = pattern.sub(instead, text)
    return text.rstrip("\n") + (f"\n[exit {code}]" if code else "")


def console(block: str, folder: Path) -> Iterator[str]:
    """Run the commands of one block, and yield it as it reads then."""
    for line in block.splitlines():
        if not line.startswith("$ "):
            continue
        yield line
        command, _, source = line.removeprefix("$ ").partition(" < ")
        words = shlex.split(command)
        if words[0] == "cd":
            folder /= words[1]
            continue
        assert words[0] == "holo", line
        with contextlib.chdir(folder):
            said = spoken(words[1:], (folder / source).read_text(encoding="utf-8") if source else "")
        if said:
            yield said


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_transcript(file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, update_golden: bool) -> None:
    """Commands say what their transcript says."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / ".user-cache"))
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "100")
    before = file.read_text(encoding="utf-8")
    folder = tmp_path / "home"
    folder.mkdir()

    def run(found: re.Match[str]) -> str:
        fence, language, path, block = found.groups()
        if language == "console":
            lines = "\n".join(console(block, folder))
            return f"{fence}console\n{lines}\n{fence}"
        if path is None:
            return found.group()  # it is there to be read
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(block, encoding="utf-8")
        return found.group()

    after = FENCE.sub(run, before)

    if update_golden:
        file.write_text(after, encoding="utf-8")
    assert update_golden or before == after
