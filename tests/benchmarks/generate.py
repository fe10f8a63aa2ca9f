"""Write a project of N functions, as holograms of at most 50 functions joined by `use`.

`python generate.py N FOLDER [--seed S]`. Every function has a doc, two or three parameters, a `requires`, two `ensures`,
a `raises` and an example; there are half as many records, each with an invariant. The same N and seed
give the same bytes on every machine. Measures nothing: that is `bench`.
"""

from __future__ import annotations

import argparse
import random
from dataclasses import dataclass
from pathlib import Path

VERBS = "create read update delete list move merge split check close open send fetch build score".split()
NOUNS = "order invoice ticket account user report asset batch route quota token policy region lease".split()
ADJECTIVES = "stale primary shared daily hidden active pending remote signed frozen urgent spare".split()
TYPES = ("int", "str", "bool", "float")
LITERALS = {"int": "{n}", "str": '"s{n}"', "bool": "True", "float": "{n}.5"}
PER_FILE = 50
PER_PACKAGE = 10


@dataclass(frozen=True)
class Record:
    """A record; its first field is always an int."""

    name: str
    doc: str
    fields: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Function:
    """A function; its first parameter is always an int."""

    name: str
    doc: str
    parameters: tuple[tuple[str, str], ...]
    returns: Record


def record(number: int, rng: random.Random) -> Record:
    """Return a record of four fields."""
    noun = rng.choice(NOUNS)
    kinds = ("int", *(rng.choice(TYPES) for _ in range(3)))
    return Record(
        f"{noun.title()}{number}",
        f"One {rng.choice(ADJECTIVES)} {noun} as it is kept.",
        tuple((f"{rng.choice(ADJECTIVES)}_{k}", kind) for k, kind in enumerate(kinds)),
    )


def function(number: int, records: list[Record], rng: random.Random) -> Function:
    """Return a function with two or three parameters."""
    verb, noun = rng.choice(VERBS), rng.choice(NOUNS)
    rest = tuple((f"{rng.choice(ADJECTIVES)}_{k}", rng.choice(TYPES)) for k in range(rng.choice((1, 2))))
    return Function(
        f"{verb}_{noun}_{number}",
        f"{verb.title()} the {rng.choice(ADJECTIVES)} {noun} and return what is kept of it.",
        ((f"{noun}_id", "int"), *rest),
        rng.choice(records),
    )


def condition(name: str, kind: str) -> str:
    """Return a condition on a parameter that a generator can meet."""
    return {
        "int": f"0 <= {name} < 100",
        "str": f'0 < len({name}) <= 40 and {name} != "none"',
        "bool": f"{name} or not {name}",
        "float": f"-1.0 <= {name} <= 100.5",
    }[kind]


def literal(kind: str, number: int) -> str:
    """Return a value of a type, as Python writes it."""
    return LITERALS[kind].format(n=number)


def write_record(one: Record) -> list[str]:
    """Return the lines of a record."""
    lines = [f'record {one.name} "{one.doc}" {{']
    lines += [f"  {name}: {kind}" for name, kind in one.fields]
    return [*lines, f"  invariant {one.fields[0][0]} >= 0", "}", ""]


def write_function(one: Function, number: int) -> list[str]:
    """Return the lines of a function."""
    parameters = ", ".join(f"{name}: {kind}" for name, kind in one.parameters)
    key = one.parameters[0][0]
    number %= 90
    arguments = ", ".join(literal(kind, number) for _, kind in one.parameters)
    fields = ", ".join(literal(kind, number) for _, kind in one.returns.fields)
    first = one.returns.fields[0][0]
    return [
        f"  function {one.name}({parameters}) -> {one.returns.name} {{",
        f'    "{one.doc}"',
        f"    requires {condition(*one.parameters[-1])}",
        f"    raises   NotFound({key}) when {key} < 0 or {key} > 100000",
        f"    ensures  result.{first} == {key}",
        f"    ensures  result == replace(result, {first}={key})",
        f"    example  {one.name}({arguments}) == {one.returns.name}({fields})",
        "  }",
        "",
    ]


def write_part(part: int, first: int, count: int, rng: random.Random) -> str:
    """Return the text of one file: its records, and packages of ten functions each."""
    lines = [f'hologram part{part} "0.1.0" language 1', ""]
    lines.append('use "shared.holo" only NotFound')
    if part:
        lines += [f'use "part{part // 8}.holo" as base', "", "const DEPTH: int = base.DEPTH + 1", ""]
    else:
        lines += ["", "const DEPTH: int = 0", ""]
    records = [record(first + number, rng) for number in range(max(1, count // 2))]
    for one in records:
        lines += write_record(one)
    for start in range(0, count, PER_PACKAGE):
        lines += [f'package group{first + start} "Ten of the operations" {{']
        for number in range(start, min(start + PER_PACKAGE, count)):
            lines += write_function(function(first + number, records, rng), number)
        lines[-1] = "}"
        lines.append("")
    return "\n".join(lines)


SHARED = """hologram shared "0.1.0" language 1

error NotFound(id: int) "Nothing is kept under this number."
"""


def project(count: int, seed: int = 7) -> dict[str, str]:
    """Return the files of a project of `count` functions; `main.holo` is its root."""
    rng = random.Random(seed)
    parts = -(-count // PER_FILE)
    files = {"shared.holo": SHARED}
    for part in range(parts):
        first = part * PER_FILE
        files[f"part{part}.holo"] = write_part(part, first, min(PER_FILE, count - first), rng)
    uses = "\n".join(f'use "part{part}.holo" as part{part}' for part in range(parts))
    depths = "\n".join(f"const DEPTH{part}: int = part{part}.DEPTH" for part in range(parts))
    files["main.holo"] = f'hologram main "0.1.0" language 1\n\n{uses}\n\n{depths}\n'
    files["holo.toml"] = '[project]\nspecs = ["main.holo"]\n'
    return files


def write(count: int, folder: Path, seed: int = 7) -> int:
    """Write a project into a folder; return its number of lines."""
    folder.mkdir(parents=True, exist_ok=True)
    files = project(count, seed)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return sum(text.count("\n") for text in files.values())


def change_one(folder: Path, count: int) -> None:
    """Change the contract of one function in the middle of a project; again each time it is called."""
    path = folder / f"part{-(-count // PER_FILE) // 2}.holo"
    text = path.read_text(encoding="utf-8")
    at = text.index("    ensures  ", text.index("  function "))
    path.write_text(f"{text[:at]}    ensures  result == result\n{text[at:]}", encoding="utf-8")


def main() -> None:
    """Write a project from the command line."""
    parser = argparse.ArgumentParser(description="Write a project of N functions")
    parser.add_argument("count", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    lines = write(options.count, options.folder, options.seed)
    print(f"{options.folder}: {options.count} functions, {lines} lines")


if __name__ == "__main__":
    main()
