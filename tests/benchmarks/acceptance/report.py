"""What verdicts are worth against the hidden tests: rates with intervals, beside the visible examples alone.

Answers count as often as they were given. Intervals are a bootstrap over problems.
"""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from problems import Answer, Problem, Source

_ROUNDS = 300


class Row(Protocol):
    """A verdict as it is reported."""

    @property
    def accept(self) -> bool | None:
        """Whether the answer was accepted; None where that is undecided."""

    @property
    def check(self) -> str:
        """The check that decided."""

    @property
    def code(self) -> str:
        """The code of the finding."""

    @property
    def message(self) -> str:
        """The finding."""

    @property
    def call(self) -> str:
        """The input."""

    @property
    def got(self) -> str:
        """What the body answered."""

    @property
    def seconds(self) -> float:
        """What the verdict cost."""


@dataclass(slots=True)
class Tally:
    """Answers by what they are and what was said of them."""

    right_accepted: int = 0
    right_rejected: int = 0
    wrong_accepted: int = 0
    wrong_rejected: int = 0
    right_undecided: int = 0
    wrong_undecided: int = 0

    def add(self, *, right: bool, accept: bool | None, weight: int) -> None:
        """Count one answer."""
        word = "undecided" if accept is None else "accepted" if accept else "rejected"
        name = f"{'right' if right else 'wrong'}_{word}"
        setattr(self, name, getattr(self, name) + weight)

    def plus(self, other: Tally) -> Tally:
        """Return both together."""
        return Tally(*(getattr(self, name) + getattr(other, name) for name in Tally.__slots__))

    @property
    def precision(self) -> float:
        """Of the accepted answers, the share that is right, in per cent."""
        return _share(self.right_accepted, self.right_accepted + self.wrong_accepted)

    @property
    def false_accepts(self) -> float:
        """Of the wrong answers, the share that was accepted, in per cent."""
        return _share(self.wrong_accepted, self.wrong_accepted + self.wrong_rejected + self.wrong_undecided)

    @property
    def false_rejects(self) -> float:
        """Of the right answers, the share that was rejected, in per cent."""
        return _share(self.right_rejected, self.right_accepted + self.right_rejected + self.right_undecided)


def _share(part: int, whole: int) -> float:
    return 100 * part / whole if whole else 0.0


def report(
    problems: Sequence[Problem], verdicts: Mapping[str, Row], sources: Mapping[str, Source], *, details: bool = False
) -> str:
    """Return the report as text."""
    first = {key for key, each in sources.items() if each.first}
    strong = {key for key in first if "gpt-4" in sources[key].name}
    lines = []
    for title, keys in (
        ("first answers", first),
        ("first answers of the strongest models", strong),
        ("all answers", set(sources)),
    ):
        lines.append(title)
        lines.append("  " + _line("examples alone", problems, keys, lambda each: each.passes_examples))
        lines.append("  " + _line("examples and contract", problems, keys, lambda each: _accept(verdicts, each)))
    hard = [each for problem in problems for each in problem.answers if each.hard and each.sid in verdicts]
    for title, chosen in (
        ("hard negatives", hard),
        ("of them first answers", [a for a in hard if first & a.weights.keys()]),
    ):
        refused = sum(_accept(verdicts, each) is False for each in chosen)
        open_ = sum(_accept(verdicts, each) is None for each in chosen)
        lines.append(
            f"{title}: {refused} of {len(chosen)} rejected ({_share(refused, len(chosen)):.1f} %), {open_} undecided"
        )
    lost = [
        (verdicts[each.sid], sum(count for key, count in each.weights.items() if key in first))
        for problem in problems
        for each in problem.answers
        if each.right and each.sid in verdicts and not verdicts[each.sid].accept
    ]
    why: Counter[str] = Counter()
    for row, weight in lost:
        why[_why(row)] += weight
    lines.append(
        f"right answers that were not accepted: {len(lost)} different ones; first answers: "
        + (", ".join(f"{count} by {name}" for name, count in why.most_common() if count) or "none")
    )
    suspects = [each.id for each in problems if _suspect(each, verdicts)]
    lines.append(f"the hologram is the suspect where no right answer passes: {', '.join(suspects) or 'nowhere'}")
    if details:
        lines += _details(problems, verdicts, first)
    return "\n".join(lines)


def _accept(verdicts: Mapping[str, Row], answer: Answer) -> bool | None:
    found = verdicts.get(answer.sid)
    return None if found is None else found.accept


def _line(title: str, problems: Iterable[Problem], keys: set[str], accept: Callable[[Answer], bool | None]) -> str:
    tallies = []
    for problem in problems:
        tally = Tally()
        for answer in problem.answers:
            weight = sum(count for key, count in answer.weights.items() if key in keys)
            if weight:
                tally.add(right=answer.right, accept=accept(answer), weight=weight)
        tallies.append(tally)
    whole = _sum(tallies)
    draw = random.Random(1)
    tries = sorted(_sum(draw.choices(tallies, k=len(tallies))).precision for _ in range(_ROUNDS))
    low, high = tries[_ROUNDS // 40], tries[-_ROUNDS // 40 - 1]
    return (
        f"{title:22} right {whole.right_accepted + whole.right_rejected + whole.right_undecided}, "
        f"wrong {whole.wrong_accepted + whole.wrong_rejected + whole.wrong_undecided}: "
        f"precision {whole.precision:.1f} % [{low:.1f}, {high:.1f}], false accepts {whole.false_accepts:.2f} %, "
        f"false rejects {whole.false_rejects:.2f} %, undecided {whole.right_undecided} right and {whole.wrong_undecided} wrong"
    )


def _sum(tallies: Iterable[Tally]) -> Tally:
    whole = Tally()
    for each in tallies:
        whole = whole.plus(each)
    return whole


def _why(row: Row) -> str:
    return f"{row.check or 'nothing'} {row.code}".strip()


def _suspect(problem: Problem, verdicts: Mapping[str, Row]) -> bool:
    right = [each for each in problem.answers if each.right and each.sid in verdicts]
    return bool(right) and not any(verdicts[each.sid].accept for each in right)


def _details(problems: Iterable[Problem], verdicts: Mapping[str, Row], first: set[str]) -> list[str]:
    lines = []
    for problem in problems:
        known = [each for each in problem.answers if each.sid in verdicts]
        wrong = [each for each in known if not each.right and verdicts[each.sid].accept]
        lost = [each for each in known if each.right and not verdicts[each.sid].accept]
        slow = sum(verdicts[each.sid].seconds for each in known) / max(1, len(known))
        weight = sum(count for each in wrong for key, count in each.weights.items() if key in first)
        lines.append(
            f"{problem.id}: {len(known)} answers, {len(wrong)} wrong ones accepted ({weight} first answers), "
            f"{len(lost)} right ones not accepted, {1000 * slow:.0f} ms each"
        )
        for each in lost[:3]:
            row = verdicts[each.sid]
            lines.append(f"    {each.sid}: {_why(row)}: {row.message} {row.call} {row.got}"[:300])
    return lines
