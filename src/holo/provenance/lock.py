"""`holo.lock`: what every accepted body rests on, committed with it.

JSON that `json` alone reads, sorted, one function a block, so that two branches which touch different functions
merge without a conflict. Written whole or not at all. Records what was found; decides nothing.
"""

from __future__ import annotations

import json
import os
import tempfile
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any

from holo.errors import HoloError

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

NAME = "holo.lock"
FORM = 1
BAD_LOCK = "H904"
_END = "~"
_MARKS = ("<<<<<<< ", "=======\n", ">>>>>>> ")


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a verdict rests on: `checks` counts what was run by name, `ran` has the digest of every body it ran by id.

    `failed_checks` and the like do not exist: only accepted bodies are locked.
    """

    outcome: str = "accepted"
    weak: bool = False
    seed: int = 0
    inputs: int = 0
    sandbox: str = ""
    checks: dict[str, int] = field(default_factory=dict)
    ran: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Locked:
    """One function: digests of its slice, of the contracts of what it uses and of its body; who wrote it; why it stands."""

    slice: str
    body: str
    contracts: dict[str, str] = field(default_factory=dict)
    agent: str = ""
    model: str = ""
    ticket: str = ""
    evidence: Evidence = field(default_factory=Evidence)


Lock = dict[str, Locked]
"""Records by function id."""


def read(path: Path, holograms: Collection[str] = ()) -> Lock:
    """Return the records of a lock, or those of some holograms; none where there is no file.

    Raises `HoloError` for a file that is torn, in conflict, or in a form of a later Holo. Keys that this version
    does not know are passed over.
    """
    try:
        text = path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return {}
    except UnicodeDecodeError:
        raise _broken(path, "is not UTF-8") from None
    except OSError as error:
        raise HoloError(f"`{path}` cannot be read: {error.strerror}", "Check its permissions", BAD_LOCK) from None
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        if any(mark in text for mark in _MARKS[::2]):
            raise HoloError(
                f"`{path.name}` holds an unfinished merge",
                "Keep both sides of every block, or take either side whole; `holo build` judges again what does not match",
                BAD_LOCK,
            ) from None
        raise _broken(path, f"is not whole: {error}") from None
    if not isinstance(data, dict) or not isinstance(data.get("functions"), dict):
        raise _broken(path, "has no `functions`")
    form = data.get("form")
    if not isinstance(form, int) or form > FORM:
        raise HoloError(
            f"`{path.name}` has form {form!r}, this Holo knows {FORM}",
            "Use the version of Holo that wrote it",
            BAD_LOCK,
        )
    rows = data["functions"].items()
    return {
        key: _locked(path, key, row)
        for key, row in rows
        if key != _END and (not holograms or key.partition(".")[0] in holograms)
    }


def text(lock: Mapping[str, Locked]) -> str:
    """Return a lock as it is written: the same records give the same bytes."""
    lines = ["{", f'"form": {FORM},', '"functions": {']
    # Blank lines keep neighbours out of each other's conflicts, and the entry that ends the list lets every block
    # close with a comma, so that one added at the end changes no other.
    for key in sorted(lock):
        lines += ["", f"{json.dumps(key)}: {{", *_block(lock[key]), "},"]
    lines += ["", f"{json.dumps(_END)}: null", "}", "}", ""]
    return "\n".join(lines)


def write(path: Path, lock: Mapping[str, Locked]) -> bool:
    """Write a lock whole or not at all; say whether the file changed."""
    data = text(lock).encode("utf-8")
    try:
        if path.exists() and path.read_bytes() == data:
            return False
        replace_whole(path, data)
    except OSError as error:
        raise HoloError(
            f"`{path}` cannot be written: {error.strerror}", "Check permissions and space", BAD_LOCK
        ) from None
    return True


def replace_whole(path: Path, data: bytes) -> None:
    """Put a file in place so that whoever reads it, or restarts the machine, finds the old one or the new one."""
    handle, fresh = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        # mkstemp makes private files; a lock and a recording are as readable as their neighbours.
        mask = os.umask(0)
        os.umask(mask)
        os.chmod(fresh, 0o666 & ~mask)  # noqa: PTH101  (the name is a string already)
        os.replace(fresh, path)  # noqa: PTH105
    except BaseException:
        os.unlink(fresh)  # noqa: PTH108
        raise


def _block(locked: Locked) -> list[str]:
    rows = _row(locked)
    names = sorted(rows)
    return [
        f"  {json.dumps(name)}: {_value(rows[name])}{',' if place + 1 < len(names) else ''}"
        for place, name in enumerate(names)
    ]


def _value(value: Any) -> str:
    if isinstance(value, dict) and value:
        inner = ",\n".join(f"    {json.dumps(key)}: {_line(value[key])}" for key in sorted(value))
        return f"{{\n{inner}\n  }}"
    return _line(value)


def _line(value: Any) -> str:
    return json.dumps(value, sort_keys=True, ensure_ascii=False)


def _row(record: Any) -> dict[str, Any]:
    """Return the fields that say something."""
    found: dict[str, Any] = {}
    for one in fields(record):
        value = getattr(record, one.name)
        if isinstance(value, Evidence):
            value = {"outcome": value.outcome, **_row(value)}
        if value not in ("", 0, {}, False):
            found[one.name] = value
    return found


def _locked(path: Path, key: str, row: object) -> Locked:
    found = _take(path, key, Locked, row)
    if not found.get("slice") or not found.get("body"):
        raise _broken(path, f"says too little of `{key}`")
    return Locked(**found)


def _take(path: Path, key: str, kind: type, row: object) -> dict[str, Any]:
    if not isinstance(row, dict):
        raise _broken(path, f"has no block for `{key}`")
    found: dict[str, Any] = {}
    for one in fields(kind):
        if one.name not in row:
            continue
        value = row[one.name]
        if one.name == "evidence":
            value = Evidence(**_take(path, key, Evidence, value))
        elif not _fits(str(one.type), value):
            raise _broken(path, f"says {value!r} for `{one.name}` of `{key}`")
        found[one.name] = value
    return found


def _fits(kind: str, value: object) -> bool:
    match kind:
        case "str":
            return isinstance(value, str)
        case "bool":
            return isinstance(value, bool)
        case "int":
            return isinstance(value, int) and not isinstance(value, bool)
        case "dict[str, int]":
            return isinstance(value, dict) and all(_fits("int", one) for one in value.values())
        case "dict[str, str]":
            return isinstance(value, dict) and all(_fits("str", one) for one in value.values())
        case _:
            raise AssertionError(kind)


def _broken(path: Path, what: str) -> HoloError:
    return HoloError(
        f"`{path.name}` {what}",
        "Take it from version control again, or delete it: `holo build` makes it anew from the bodies that stand",
        BAD_LOCK,
    )
