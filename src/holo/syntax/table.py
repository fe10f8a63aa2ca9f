"""The parse table that Lark makes of `grammar/holo.lark`, kept on disk between processes.

The one home of Lark. What is kept is plain data (JSON), so that a process that finds it needs neither Lark
nor the work of making the table. The cache is the user's own folder for caches, never a project's; where it
cannot be read or written the table is made anew.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import sys
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from holo import resources

if TYPE_CHECKING:
    from collections.abc import Callable

START: Final = "file"
EOL: Final = "_EOL"
END: Final = "$END"

_FORMAT: Final = 5
"""Counts changes of the data below; part of the key."""

_FUSED: Final = "__EOL"
_DEPTH: Final = 5
"""How deep the quick patterns follow brackets; what is nested deeper is read by the exact ones."""

_REACH: Final = 50_000
"""How far the exact patterns look."""

_GROUP = re.compile(r"\(\?P<(\w+)>")


@dataclass(frozen=True, slots=True)
class Rule:
    """One production: what it makes, of how many symbols, and the method that builds its value (empty: the symbol itself).

    `blanks` are the places at which a missing `[...]` puts None into the list of values.
    """

    origin: str
    size: int
    build: str
    blanks: tuple[int, ...]


@dataclass(slots=True)
class Table:
    """States by number. An action from 0 up shifts to that state, one below 0 reduces rule `-action - 1`."""

    start: int
    end: int
    actions: list[dict[str, int]]
    gotos: list[dict[str, int]]
    rules: list[Rule]
    patterns: dict[str, str]  # in the order in which they are tried

    def scanner(self, state: int, *, exact: bool) -> Callable[..., Any]:
        """Return the `match` of one pattern for all tokens that a state accepts, and the blanks before them.

        The group that matched names the token; with `__EOL` the end of the line came with it. The quick pattern
        follows brackets five deep and needs only `re`; the exact one follows them as deep as they go.
        """
        here = self.actions[state]
        return _scanner(tuple((name, text) for name, text in self.patterns.items() if name in here), exact)

    def ways(self, state: int) -> dict[str, tuple[str, bool, int]]:
        """Return what each group of a state's pattern means: the token, whether the end of the line came with it, the action."""
        here = self.actions[state]
        ends = {name + _FUSED: (name, True, action) for name, action in here.items()}
        return {name: (name, False, action) for name, action in here.items()} | ends


@lru_cache(maxsize=1)
def table() -> Table:
    """Return the table of the shipped grammar: from the cache, or made now and put there."""
    grammar = resources.text("grammar", "holo.lark")
    key = hashlib.sha256(f"{_FORMAT}\0{sys.version_info[:2]}\0{grammar}".encode()).hexdigest()[:24]
    file = _folder() / f"grammar-{key}.json"
    data = _read(file)
    if data is None:
        data = _make(grammar)
        _write(file, data)
    return Table(
        data["start"],
        data["end"],
        data["actions"],
        data["gotos"],
        [Rule(origin, size, build, tuple(blanks)) for origin, size, build, blanks in data["rules"]],
        dict(data["patterns"]),
    )


def _folder() -> Path:
    """Return the user's folder for caches."""
    given = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    return Path(given or os.path.expanduser("~/.cache")) / "holo"  # noqa: PTH111  (never raises, where Path.home does)


def _read(file: Path) -> dict[str, Any] | None:
    try:
        data = json.loads(file.read_bytes())
    except (OSError, ValueError):
        return None
    return data if isinstance(data, dict) and data.get("format") == _FORMAT else None


def _write(file: Path, data: dict[str, Any]) -> None:
    part = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(json.dumps(data), encoding="utf-8")
        part.replace(file)
    except OSError:
        return  # a home that cannot be written costs time, never a result


def _make(grammar: str) -> dict[str, Any]:
    # Lark costs 60 ms at start-up, and only the first process after a change of the grammar needs it.
    from lark import Lark
    from lark.parsers.lalr_analysis import Shift

    lark = Lark(
        grammar,
        start=START,
        parser="lalr",
        lexer="contextual",
        regex=True,
        keep_all_tokens=True,
        maybe_placeholders=True,
    )
    made = lark.parser.parser._parse_table  # noqa: SLF001  (Lark offers the table no other way)
    rules: list[list[Any]] = []
    rule_numbers: dict[Any, int] = {}
    actions: list[dict[str, int]] = []
    gotos: list[dict[str, int]] = []
    # Lark numbers its states anew in each process; these numbers follow from the grammar alone.
    order = [made.start_states[START]]
    numbers = {order[0]: 0}
    for state in order:  # which grows
        acts: dict[str, int] = {}
        goes: dict[str, int] = {}
        for symbol, (action, argument) in sorted(made.states[state].items()):
            if action is Shift:
                if argument not in numbers:
                    numbers[argument] = len(order)
                    order.append(argument)
                (acts if symbol.isupper() or symbol == END else goes)[symbol] = numbers[argument]
                continue
            if argument not in rule_numbers:
                rule_numbers[argument] = len(rules)
                rules.append(_rule(argument))
            acts[symbol] = -rule_numbers[argument] - 1
        actions.append(acts)
        gotos.append(goes)
    _shorten(actions, gotos, rules)
    ignored = set(lark.ignore_tokens)
    terminals = sorted(
        (one for one in lark.terminals if one.name not in ignored),
        key=lambda one: (-one.priority, -one.pattern.max_width, -len(one.pattern.value), one.name),
    )
    return {
        "format": _FORMAT,
        "start": 0,
        "end": numbers[made.end_states[START]],
        "actions": actions,
        "gotos": gotos,
        "rules": rules,
        "patterns": [[one.name, one.pattern.to_regexp()] for one in terminals],
    }


def _shorten(actions: list[dict[str, int]], gotos: list[dict[str, int]], rules: list[list[Any]]) -> None:
    """Skip states that can do nothing but pass a value on, as in `clause: requires`."""

    def passes(state: int) -> str:
        ways = set(actions[state].values())
        if len(ways) != 1:
            return ""
        way = ways.pop()
        return "" if way >= 0 or rules[-1 - way][2] else str(rules[-1 - way][0])

    for goes in gotos:
        for origin in goes:
            while (onward := passes(goes[origin])) and onward in goes:
                goes[origin] = goes[onward]


def _rule(rule: Any) -> list[Any]:
    origin = rule.origin.name.value if hasattr(rule.origin.name, "value") else rule.origin.name
    blanks = [at for at, empty in enumerate(rule.options.empty_indices or ()) if empty]
    size = len(rule.expansion)
    same = size == 1 and not blanks and not rule.alias and (rule.options.expand1 or origin.startswith("_"))
    return [origin, size, "" if same else rule.alias or origin, blanks]


@lru_cache(maxsize=512)
def _scanner(tokens: tuple[tuple[str, str], ...], exact: bool) -> Callable[..., Any]:  # noqa: FBT001  (a key of the cache)
    light = tuple(one for one in tokens if one[0] not in _HEAVY)
    quick, *others = [_quick(one) for one in (light, *((one,) for one in tokens if one[0] in _HEAVY)) if one]
    for other in others:
        quick = _either(quick, other)
    if not exact:
        return quick

    def match(text: str, at: int, stop: int) -> Any:
        found = quick(text, at, stop)
        if found is not None and _sound(text, found, stop):
            return found
        return _recursive(tokens)(text, at, min(stop, at + _REACH))

    return match


_HEAVY: Final = frozenset({"EXPR", "THROWN", "LATER"})
"""Tokens whose patterns take milliseconds to compile: each once, and tried behind the others."""


@lru_cache(maxsize=256)
def _quick(tokens: tuple[tuple[str, str], ...]) -> Callable[..., Any]:
    return re.compile(_alternatives(tokens, _unrolled)).match


def _either(first: Callable[..., Any], second: Callable[..., Any]) -> Callable[..., Any]:
    def match(text: str, at: int, stop: int) -> Any:
        return first(text, at, stop) or second(text, at, stop)

    return match


@lru_cache(maxsize=256)
def _recursive(tokens: tuple[tuple[str, str], ...]) -> Callable[..., Any]:
    # `regex` takes 20 ms to import and is four times slower than `re`; only what is broken or nested very deeply
    # needs its recursion.
    import regex  # type: ignore[import-untyped]  # it comes without stubs

    match = regex.compile(_alternatives(tokens, _strict)).match

    def guarded(text: str, at: int, stop: int) -> Any:
        try:
            return match(text, at, stop)
        except MemoryError:  # the recursion has a stack of its own, and a text can be too much for it
            return None

    return guarded


def _alternatives(tokens: tuple[tuple[str, str], ...], shape: Callable[[str], str]) -> str:
    ends = r"(?P<{}__EOL>(?:[ \t]*+(?:\#[^\n]*+)?+\n)++)?+"
    parts = [f"(?P<{name}>{shape(text)})" + ("" if name in _UNFUSED else ends.format(name)) for name, text in tokens]
    return r"[ \t]*+(?:" + "|".join(parts) + ")"


_BRACKET = re.compile(
    r"""(?:"{3}(?:[^"]|"(?!""))*+"{3}|"(?:[^"\\\n]|\\.)*+"|'(?:[^'\\\n]|\\.)*+'|\#[^\n]*+)|[()\[\]{}]"""
)
_PAIRS: Final = {")": "(", "]": "[", "}": "{"}


def _sound(text: str, found: re.Match[str], stop: int) -> bool:
    """Say whether a quick match is what the exact pattern would match: whole, and each bracket closed by its own."""
    kind = (found.lastgroup or "").removesuffix(_FUSED)
    if kind not in {"EXPR", "THROWN"}:
        return True
    start, end = found.span(kind)
    at = end
    while at < stop and text[at] in " \t":
        at += 1
    if at < stop and text[at] in "([":
        return False
    opened: list[str] = []
    for piece in _BRACKET.finditer(text, start, end):
        mark = piece.group()
        if mark in "([{":
            opened.append(mark)
        elif mark in _PAIRS and (not opened or opened.pop() != _PAIRS[mark]):
            return False
    return True


_UNFUSED: Final = frozenset({EOL, "OPEN", "LPAR", "RPAR", "COMMA", "ARROW", "EQUALS", "LABEL"})
"""Tokens that never end a line, or take its end themselves."""


_LOOSE: Final = (r"[(\[{]", r"[)\]}]")


def _strict(pattern: str) -> str:
    """Return a pattern whose brackets close only their own kind, so that an unclosed one does not reach far."""
    for found in reversed(list(_GROUP.finditer(pattern))):
        stop = _closing(pattern, found.end())
        body = pattern[found.end() : stop]
        if body.startswith(_LOOSE[0]) and body.endswith(_LOOSE[1]):
            inner = body[len(_LOOSE[0]) : -len(_LOOSE[1])]
            body = rf"(?:\({inner}\)|\[{inner}\]|\{{{inner}\}})"
            pattern = pattern[: found.end()] + body + pattern[stop:]
    return pattern


def _unrolled(pattern: str) -> str:
    """Return a pattern without recursion, which follows its recursive groups to a fixed depth."""
    while (found := _GROUP.search(pattern)) is not None:
        name, start = found.group(1), found.start()
        stop = _closing(pattern, found.end())
        body = pattern[found.end() : stop]
        if _GROUP.search(body):  # the inner group first
            inner = _GROUP.search(body)
            assert inner is not None
            shift = found.end()
            name, start = inner.group(1), shift + inner.start()
            stop = _closing(pattern, shift + inner.end())
            body = pattern[shift + inner.end() : stop]
        call = f"(?&{name})"
        deep = "(?!)"
        for _ in range(_DEPTH if call in body else 1):
            deep = f"(?:{body.replace(call, deep)})"
        pattern = (pattern[:start] + deep + pattern[stop + 1 :]).replace(call, deep)
    return pattern


def _closing(pattern: str, at: int) -> int:
    """Return where the group that is open at `at` closes."""
    depth = 1
    in_class = False
    while True:
        char = pattern[at]
        if char == "\\":
            at += 1
        elif in_class:
            in_class = char != "]"
        elif char == "[":
            in_class = True
        elif char == "(":
            depth += 1
        elif char == ")":
            depth -= 1
            if not depth:
                return at
        at += 1
