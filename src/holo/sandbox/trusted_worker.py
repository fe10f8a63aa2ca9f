"""Calls functions of hand-written code in a process of its own: what its owner trusts, in the owner's interpreter.

Loaded from its path; standard library only. It has limits of time and memory and no walls. A request comes on standard
input as one JSON object, each call is answered with one line, and what the code prints itself goes nowhere.
"""

from __future__ import annotations

import ast
import contextlib
import importlib
import importlib.util
import inspect
import json
import os
import signal
import sys
import typing

_PLAIN = {int, str, bool, float, bytes, type(None)}
_HOLDING = {list, tuple, set, dict}


class _TooLong(BaseException):
    """A call takes longer than it may; no `except Exception` of the code stops it."""


def _alarm(_signal: int, _frame: object) -> None:
    raise _TooLong


def _limit(megabytes: int, seconds: float) -> None:
    try:
        import resource
    except ImportError:  # not on this system: time alone is limited, by whoever waits
        return
    for what, most in ((resource.RLIMIT_AS, megabytes << 20), (resource.RLIMIT_CPU, int(seconds) + 1)):
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(what, (most, most))


def _is_plain(value: object, depth: int = 0) -> bool:
    kind = type(value)
    if kind in _PLAIN:
        return not (kind is float and repr(value) in {"nan", "inf", "-inf"})
    if kind not in _HOLDING or depth > 20:
        return False
    parts = [*value.keys(), *value.values()] if isinstance(value, dict) else list(value)  # type: ignore[call-overload]  # a container
    return all(_is_plain(part, depth + 1) for part in parts)


def _module(root: str, name: str, file: str) -> typing.Any:
    sys.path.insert(0, root)
    if not file:
        return importlib.import_module(name)
    spec = importlib.util.spec_from_file_location(name, file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def _answer(module: typing.Any, names: dict[str, object], call: list[str], seconds: float) -> dict[str, object]:
    qualname, positional, named = call
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        target = module
        for part in qualname.split("."):
            target = getattr(target, part)
        # The texts are Holo's own: values that it has made, in the words of the code.
        arguments = eval(positional, names)  # noqa: S307
        keywords = eval(named, names)  # noqa: S307
        value = target(*arguments, **keywords)
        if inspect.isawaitable(value) or inspect.isgenerator(value) or hasattr(value, "__next__"):
            return {"other": type(value).__name__}
        if not _is_plain(value):
            return {"other": type(value).__name__}
        text = repr(value)
        return {"value": text} if len(text) < 20_000 and ast.literal_eval(text) == value else {"other": "large"}
    except _TooLong:
        return {"error": "", "late": True}
    except BaseException as error:  # noqa: BLE001 - whatever the code raises is the answer
        return {"error": type(error).__name__}
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def main() -> None:
    """Answer one request."""
    request = json.load(sys.stdin)
    answers = os.fdopen(os.dup(1), "w", encoding="ascii")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(nowhere, number)
    signal.signal(signal.SIGALRM, _alarm)
    _limit(request["memory"], request["total"])
    try:
        module = _module(request["root"], request["module"], request["file"])
    except BaseException as error:  # noqa: BLE001 - code that cannot be imported says why
        answers.write(json.dumps({"import": f"{type(error).__name__}: {error}"[:400]}) + "\n")
        answers.close()
        os._exit(0)
    import datetime as dt
    import decimal
    import fractions

    names: dict[str, object] = {one.__name__: one for one in (dt.date, dt.time, dt.datetime)}
    names |= {"timedelta": dt.timedelta, "Decimal": decimal.Decimal, "Fraction": fractions.Fraction}
    names |= vars(module)
    answers.write(json.dumps({"import": ""}) + "\n")
    for call in request["calls"]:
        answers.write(json.dumps(_answer(module, names, call, request["seconds"])) + "\n")
        answers.flush()
    answers.close()
    os._exit(0)  # threads that the code began are not waited for


if __name__ == "__main__":
    main()
