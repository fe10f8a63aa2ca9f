"""The problems and answers to measure with, read from a folder outside the repository.

A record's fields are explained in that folder's README. Nothing of a problem but its id, its entry point and the
labels of its answers is used here: the contracts were written from the prompts alone.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent
MATERIAL = HERE.parents[3] / "shared" / "material" / "problems"
BENCHES = ("humaneval", "mbpp")
MBPP_PROBLEMS = 100
"""Of the problems of MBPP with many inputs, so many are measured: the first by the hash of their id."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One model's answer. `weights` says how often each source gave it; `text` is a whole program."""

    sid: str
    text: str
    weights: dict[str, int]
    right: bool
    passes_examples: bool
    passes_tests: bool

    @property
    def hard(self) -> bool:
        """Whether it is wrong and yet passes every example of the prompt."""
        return self.passes_examples and not self.right


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem: its contract, and every answer to it."""

    id: str
    bench: str
    entry: str
    preamble: str
    hologram: Path
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """Where answers came from; `first` says whether it gave them without a second look."""

    key: str
    name: str
    first: bool


def sources(folder: Path = MATERIAL) -> dict[str, Source]:
    """Return all sources by key."""
    found = json.loads((folder / "sample_sources.json").read_text(encoding="utf-8"))
    return {key: Source(key, each["name"], each["first_shot"]) for key, each in found.items()}


def problems(bench: str, folder: Path = MATERIAL) -> list[Problem]:
    """Return the problems of one benchmark that are measured, in the order of their ids."""
    records = [
        each for each in _rows(folder / f"{bench}_problems.jsonl.gz") if bench == "humaneval" or each.get("plus")
    ]
    if bench == "mbpp":
        records = sorted(records, key=lambda each: hashlib.sha256(each["id"].encode()).hexdigest())[:MBPP_PROBLEMS]
    given: dict[str, list[dict[str, Any]]] = {each["id"]: [] for each in records}
    for row in _rows(folder / f"{bench}_samples.jsonl.gz"):
        # Where the tests of the benchmark are the only label, right is not known well enough.
        if row["id"] in given and row.get("label_from") != "official":
            given[row["id"]].append(row)
    return [
        Problem(
            id=each["id"],
            bench=bench,
            entry=each["entry_point"],
            preamble=each["prompt"] if bench == "humaneval" else "",
            hologram=HERE / bench / f"{each['id'].partition('/')[2]}.holo",
            answers=tuple(_answer(row, each) for row in given[each["id"]]),
        )
        for each in sorted(records, key=lambda each: int(each["id"].partition("/")[2]))
    ]


def _answer(row: dict[str, Any], problem: dict[str, Any]) -> Answer:
    text = row.get("code")
    if text is None:
        text = problem["prompt"] + (row.get("completion") or "")
    return Answer(
        sid=row["sid"],
        text=text,
        weights=row["from"],
        right=bool(row["right"]),
        passes_examples=bool(row["visible_pass"]),
        passes_tests=bool(row["official_pass"]),
    )


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)
