"""`holo ask SPEC [FUNCTION…]`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from holo.cli.app import options
from holo.cli.screen import Screen, counted, paint

if TYPE_CHECKING:
    from collections.abc import Mapping

    from holo.operations.ask import Desk, Reply, Written
    from holo.operations.inquiry import Question


@click.command("ask")
@click.argument("spec", type=click.Path(path_type=Path))
@click.argument("functions", nargs=-1, metavar="[FUNCTION]...")
@click.option(
    "--with", "files", multiple=True, type=click.Path(path_type=Path), help="A further candidate; may be repeated."
)
@click.option("--answers", type=click.Path(path_type=Path), help="Take the replies from a TOML file; ask nobody.")
@options
def command(spec: Path, functions: tuple[str, ...], files: tuple[Path, ...], answers: Path | None, form: str) -> int:
    """Ask what the hologram leaves open, and write the replies into it.

    Where accepted bodies of one function part, the hologram does not say enough. One question a function shows the smallest
    input on which they do, with each answer and how many bodies give it: those in the package and the answer files, those of
    earlier attempts in the journal, and those that `--with` names. The reply is written as an `example`, or as a `failure` for
    an error or an input with a port, or as a `requires`. "Either is right" is an example, too: `example f(x) in (a, b)`.

    Without a terminal, and with `--format json`, questions are listed. A file of `--answers` has one entry a question:

    \b
      "shop.tax-3f2a91bc" = "200"                        an expression of the hologram
      "shop.tax-09be1d77" = { raises = "Negative(-1)" }  this error
      "shop.tax-5c4418aa" = { requires = "rate < 100" }  such an input does not occur
      "shop.tax-77aa0102" = { either = true }            every answer shown is right
      "shop.tax-11bb0304" = { skip = true }              ask again another time

    Exit 0: nothing is left to ask. 1: a question is still open, a body is wrong, or a candidate is left out. 2: it could not be asked.
    """  # noqa: D301  (click wants the `\b` itself)
    from holo.cli.report import say_compiled
    from holo.operations.ask import ask
    from holo.operations.projects import governing
    from holo.operations.replies import read_replies

    screen = Screen(form)
    base = Path.cwd()
    replies = read_replies(base / answers) if answers is not None else None
    with screen.progress("looking") as advance:
        desk = ask(base / spec, functions, governing((spec,), base), base, advance, files)
    rows = desk.compiled.diagnostics
    if desk.compiled.broken:
        say_compiled(screen, desk.compiled)
        screen.answer(rows, questions=[], written=[], refused={}, unknown=[])
        return 2
    _say_found(screen, desk)
    asker = _Asker(screen, desk, replies)
    for question in desk.questions:
        asker.take(question)
    asker.end(spec)
    screen.answer(
        rows,
        questions=[_row(desk, one) for one in desk.questions],
        written=[{"question": w.question, "path": w.path, "line": w.line, "diff": w.diff} for w in asker.written],
        refused=asker.refused,
        unknown=asker.unknown,
        not_run="" if desk.unrun is None else desk.unrun.message,
        wrong=[
            {"function": wrong.function, "origin": wrong.origin, "message": wrong.message, "input": wrong.call}
            for looked in desk.looked
            for wrong in looked.wrong
        ],
        left_out=[
            {"function": one.function, "file": one.origin, "message": one.message, "input": one.call}
            for looked in desk.looked
            for one in looked.dropped
        ],
    )
    wrong = any(looked.wrong or looked.dropped for looked in desk.looked)
    if len(asker.written) < len(desk.questions) or wrong:
        return 1
    return 0 if desk.unrun is None else 2


class _Asker:
    """Puts questions one at a time: to a file, to a terminal, or to nobody."""

    def __init__(self, screen: Screen, desk: Desk, replies: Mapping[str, Reply] | None) -> None:
        from holo.operations.replies import without_question

        self.screen = screen
        self.desk = desk
        self.replies = replies
        self.written: list[Written] = []
        self.refused: dict[str, str] = {}
        self.unknown = without_question(replies or (), desk.questions)
        self._prompts = replies is None and not screen.json and sys.stdin.isatty()

    def take(self, question: Question) -> None:
        """Put one question and write the reply."""
        _say_question(self.screen, self.desk, question, numbered=self._prompts)
        if self._prompts:
            while not self._prompted(question):
                continue
        elif self.replies is not None and question.id in self.replies:
            from holo.operations.replies import taken

            self._write(question, taken(question, self.replies[question.id]))

    def _write(self, question: Question, reply: Reply) -> bool:
        """Write a reply; say whether the question is done with."""
        from holo.operations.ask import Choice, Refused

        if reply.choice is Choice.SKIP:
            return True
        try:
            made = self.desk.write(question, reply)
        except Refused as refused:
            self.refused[question.id] = refused.reason
            self.screen.say(f"  {paint('not written:', '31', sys.stdout)} {refused.reason}")
            return False
        self.refused.pop(question.id, None)
        self.written.append(made)
        added = [row[1:] for row in made.diff.splitlines()[2:] if row.startswith("+")]
        self.screen.say(f"  {paint('written', '32', sys.stdout)} {made.path}:{made.line}")
        for row in added:
            self.screen.say(f"    {row.strip()}" if len(added) == 1 else f"    {row}")
        return True

    def _prompted(self, question: Question) -> bool:
        from holo.operations.ask import Choice, Reply

        count = len(question.answers)
        number = click.prompt("  Which is right?", type=click.IntRange(1, count + 5), prompt_suffix=" ")
        match number - count:
            case 1:
                return self._write(question, Reply(Choice.ANSWER, click.prompt("  The answer, as an expression")))
            case 2:
                return self._write(question, Reply(Choice.RAISES, click.prompt("  The error, as `E` or `E(payload)`")))
            case 3:
                said = "  A condition that this input breaks (nothing: write it yourself)"
                text = click.prompt(said, default="", show_default=False)
                if text:
                    return self._write(question, Reply(Choice.NEVER, text))
                self.screen.say(f"  Add a `requires` to `{question.function.name}` at {self.desk.place(question)}")
                return True
            case 4:
                return self._write(question, Reply(Choice.EITHER))
            case 5:
                return True
            case _:
                return self._write(question, Reply(Choice.ANSWER, number=number - 1))

    def end(self, spec: Path) -> None:
        """Say what is left, and what to run next."""
        screen, asked = self.screen, len(self.desk.questions)
        for key in self.unknown:
            screen.say(
                f"{paint('no such question', '33', sys.stdout)} {key}: it is answered, or the bodies have changed"
            )
        left = asked - len(self.written)
        dropped = any(looked.dropped for looked in self.desk.looked)
        if not asked:
            rest = "" if self.desk.unrun is None and not dropped else " of what was compared"
            screen.say(f"{self.desk.compiled.root}: nothing to ask{rest}")
        elif left:
            screen.say(f"{self.desk.compiled.root}: {counted(left, 'question')} open")
        if self.written:
            screen.say(
                f"  {paint('help:', '32', sys.stdout)} Run `holo build {spec}`: bodies are judged by the new text"
            )
        elif left and not self._prompts:
            hint = "Run this on a terminal, or write the replies into a file for `--answers` (`holo ask --help`)"
            hint = "Mend the replies, or ask on a terminal" if self.refused else hint
            screen.say(f"  {paint('help:', '32', sys.stdout)} {hint}")


def _say_found(screen: Screen, desk: Desk) -> None:
    """Say what comparing found besides questions."""
    if desk.unrun is not None:
        screen.say(f"not compared: what a model has written, or may have. {desk.unrun.message}")
    for looked in desk.looked:
        for wrong in looked.wrong:
            screen.say(f"{paint('wrong', '31', sys.stdout)} {wrong.function}: {wrong.message}")
            screen.say(f"    body:     {wrong.origin}, accepted on fewer inputs")
            screen.say(f"    input:    {wrong.call}")
        for one in looked.dropped:
            screen.say(f"{paint('left out', '31', sys.stdout)} {one.origin}: not accepted: {one.message}")
            if one.call:
                screen.say(f"    input:    {one.call}")
        if looked.settled:
            pairs = counted(looked.settled, "pair")
            screen.say(
                f"settled {looked.function}: {pairs} of behaviours of which the hologram says that either is right"
            )
        if looked.silent:
            bodies = counted(looked.silent, "body", "bodies")
            screen.say(f"undecided {looked.function}: {bodies} gave no answer somewhere and could not be compared")
        if looked.left_out:
            screen.say(f"not compared {looked.function}: {counted(looked.left_out, 'older body', 'older bodies')}")


def _say_question(screen: Screen, desk: Desk, question: Question, *, numbered: bool) -> None:
    screen.say(f"{paint('question', '36', sys.stdout)} {question.id} ({desk.place(question)})")
    screen.say(f"  What is {question.call}?")
    for number, answer in enumerate(question.answers, 1):
        origins = ", ".join(dict.fromkeys(answer.origins))
        screen.say(f"    {number}  {answer.text}: {counted(answer.votes, 'body', 'bodies')} ({origins})")
    if numbered:
        others = ("another answer", "it raises an error", "such an input does not occur", "either is right", "skip")
        for number, text in enumerate(others, len(question.answers) + 1):
            screen.say(f"    {number}  {text}")


def _row(desk: Desk, question: Question) -> dict[str, Any]:
    """Return a question as JSON, with what each reply would add or why it cannot be written."""
    return {
        "id": question.id,
        "function": question.function.id,
        "place": desk.place(question),
        "input": question.call,
        "answers": [
            {
                "text": answer.text,
                "votes": answer.votes,
                "origins": list(answer.origins),
                **_adds(lambda number=number: desk.statement(question, number)),
            }
            for number, answer in enumerate(question.answers)
        ],
        "either": _adds(lambda: desk.either(question)),
        "choices": ["answer", "raises", "requires", "either", "skip"],
    }


def _adds(make: Any) -> dict[str, str]:
    from holo.operations.ask import Refused

    try:
        return {"adds": make()}
    except Refused as refused:
        return {"cannot": refused.reason}
