"""How a command speaks: text with colour where a terminal wants it, or one JSON object.

Progress is a bar on a terminal and plain lines elsewhere, always on standard error, so that standard
output is the answer and nothing else.
"""

from __future__ import annotations

import json
import os
import sys
import time
from contextlib import contextmanager, nullcontext
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from holo.cli.again import Tee

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from holo.diagnostics.render import Placed
    from holo.errors import HoloError

FORMS = ("sarif", "github")
"""Forms of reports that stand beside code."""

LINE_EVERY = 2.0  # seconds between two plain lines of progress


def wants_colour(stream: Any) -> bool:
    """Say whether colour is welcome: a terminal, and neither `NO_COLOR` nor `TERM=dumb`."""
    return bool(stream.isatty()) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def report_error(error: HoloError, argv: Sequence[str]) -> None:
    """Show a fault of the surroundings, in the form that the command was asked for."""
    form = _form(argv)
    if form in FORMS:
        from holo import __version__
        from holo.diagnostics.annotations import failed  # only where it is asked for

        row = error_row(error)
        print(failed(form, row["code"], row["message"], row["hint"], __version__))
    if form == "json":
        print(json.dumps({"error": error_row(error), "diagnostics": []}, ensure_ascii=False))
        return
    say_error(error)


def error_row(error: HoloError) -> dict[str, str]:
    """Return a fault of the surroundings as a JSON object; paths below the working folder are shown from there."""
    here = f"{os.getcwd()}/"  # noqa: PTH109  (pathlib is not loaded for a command that finds nothing to do)
    message, hint = (text.replace(here, "") for text in (error.message, error.hint))
    return {"code": error.code, "severity": "error", "message": message, "hint": hint}


def say_error(error: HoloError) -> None:
    """Print a fault of the surroundings for people."""
    row = error_row(error)
    print(f"{paint('error', '31', sys.stderr)} {row['code']} {row['message']}", file=sys.stderr)
    if row["hint"]:
        print(f"  {paint('help:', '32', sys.stderr)} {row['hint']}", file=sys.stderr)


def asked_for_json(argv: Sequence[str]) -> bool:
    """Say whether a command was asked to answer in JSON."""
    return _form(argv) == "json"


def _form(argv: Sequence[str]) -> str:
    """Return the form in which a command was asked to answer."""
    for one in ("json", *FORMS):
        if f"--format={one}" in argv or ("--format", one) in pairwise(argv):
            return one
    return "text"


def paint(text: str, code: str, stream: Any) -> str:
    """Colour a word where colour is welcome."""
    return f"\x1b[{code}m{text}\x1b[0m" if wants_colour(stream) else text


class Screen:
    """One command's voice."""

    def __init__(self, form: str) -> None:
        """Speak `text`, `json`, or one of `FORMS`."""
        self.form = form
        self.json = form != "text"

    def say(self, text: str = "") -> None:
        """Print a line for people; silent in JSON."""
        if not self.json:
            print(text)

    def news(self, text: str) -> None:
        """Print a line that is true of this run alone: a later run that finds nothing to do does not repeat it."""
        stream = sys.stdout
        with stream.fleeting() if isinstance(stream, Tee) else nullcontext():
            self.say(text)

    def diagnostics(self, rows: Sequence[Placed]) -> None:
        """Print diagnostics for people, and how many of each kind."""
        if self.json or not rows:
            return
        from holo.diagnostics.render import as_text  # only where there is something to say

        print(as_text(rows, colour=wants_colour(sys.stdout)))

    def answer(self, rows: Sequence[Placed], **result: Any) -> None:
        """Print the one JSON object, or the reports in the form that was asked for; silent in text."""
        if self.form in FORMS:
            from holo import __version__
            from holo.diagnostics.annotations import github, sarif  # only where they are asked for

            rows = _from_top(rows)
            said = sarif(rows, __version__) if self.form == "sarif" else github(rows)
            if said:
                print(said)
        elif self.json:
            body = {"diagnostics": [row.as_json() for row in rows], **result}
            print(json.dumps(body, ensure_ascii=False))

    @contextmanager
    def progress(self, title: str) -> Iterator[Callable[[int, int, str], None]]:
        """Give a function `(done, total, what)` that shows how far long work is."""
        if self.json:
            yield lambda _done, _total, _what: None
        elif sys.stderr.isatty() and os.environ.get("TERM") != "dumb":
            with _bar(title) as advance:
                yield advance
        else:
            yield _lines(title)


def _from_top(rows: Sequence[Placed]) -> list[Placed]:
    """Return reports with paths as the repository has them: whoever shows them beside code knows no working folder."""
    from dataclasses import replace
    from pathlib import Path

    here = Path.cwd()
    top = next((one for one in (here, *here.parents) if (one / ".git").exists()), here)
    inside = here.relative_to(top)
    return [row if Path(row.path).is_absolute() else replace(row, path=(inside / row.path).as_posix()) for row in rows]


@contextmanager
def _bar(title: str) -> Iterator[Callable[[int, int, str], None]]:
    from rich.console import Console  # 46 ms, and only on a terminal
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.fields[what]}"),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(title, total=None, what="")
        yield lambda done, total, what: bar.update(task, completed=done, total=total, what=what)


def _lines(title: str) -> Callable[[int, int, str], None]:
    last = time.monotonic()

    def advance(done: int, total: int, what: str) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last >= LINE_EVERY:
            last = now
            print(f"{title}: {done} of {total} ({what})", file=sys.stderr, flush=True)

    return advance


def counted(number: int, one: str, many: str = "") -> str:
    """Return `1 warning`, `2 warnings`."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def per_cent(part: int, whole: int) -> int:
    """Return a share in whole per cent; what is not all is never shown as all."""
    return 100 if part == whole else min(99, round(100 * part / whole))
