"""Runs the parse table over a text: tokens, states, values.

Lark's own loop does the same at a quarter of the speed (a test holds the two together). This one skips line
counting and token objects, takes the end of a line together with what ends there, and can be stopped, repaired
and continued, which recovery needs. It knows nothing of the language: that is the grammar and `build`.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias

from holo.syntax.table import END, EOL, table

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Token: TypeAlias = tuple[int, str]
"""Where a token starts, and its text."""

Values: TypeAlias = list[Any]
Action: TypeAlias = "Callable[[Values], Any] | None"


class Stuck(NamedTuple):
    """Nothing that the state accepts stands at `at`."""

    at: int
    state: int


LISTS: Final = frozenset(
    {
        "declarations",
        "items",
        "terms",
        "members",
        "fields",
        "port_functions",
        "attributes",
        "clauses",
        "flow_clauses",
        "rows",
        "scenes",
        "remarks",
    }
)
"""The lists of statements: behind each of them reading can go on."""


@lru_cache(maxsize=1)
def sync_states() -> dict[int, str]:
    """Return the states in which a list of statements may go on or end, with the name of the list."""
    return {target: origin for goes in table().gotos for origin, target in goes.items() if origin in LISTS}


class Machine:
    """One run over one text; `exact` patterns are slower and follow brackets as deep as they go."""

    def __init__(self, actions: Mapping[str, Callable[[Values], Any]], *, exact: bool = False) -> None:
        """Start before the first token; `actions` has a function for each rule that builds a value."""
        made = table()
        self.stack = [made.start]
        self.values: Values = []
        self.kind = ""  # of the last token taken, when stuck
        self._exact = exact
        self._scanners = _scanners(exact)
        self._rules = [
            (rule.size, rule.origin, actions[rule.build] if rule.build else None, rule.blanks) for rule in made.rules
        ]

    def run(self, text: str, at: int, stop: int) -> Stuck | None:
        """Read from `at` up to `stop`; return where and in which state it got stuck, or None."""
        made = table()
        states, gotos, rules, scanners = made.actions, made.gotos, self._rules, self._scanners
        stack, values = self.stack, self.values
        kind = before = ""
        while True:
            state = stack[-1]
            before = kind
            try:
                scan, ways = scanners[state]
            except KeyError:
                scanners[state] = made.scanner(state, exact=self._exact), made.ways(state)
                continue
            match = scan(text, at, stop)
            if match is None:
                while at < stop and text[at] in " \t":
                    at += 1
                self.kind = before
                return None if at == stop else Stuck(at, state)
            kind, ends, action = ways[match.lastgroup]
            start, at = match.span(kind)
            token: Token = (start, text[start:at])
            while True:
                while action < 0:
                    size, origin, build, blanks = rules[-1 - action]
                    if build is None:
                        stack.pop()
                    elif size:
                        taken = values[-size:]
                        del stack[-size:]
                        if blanks:
                            for blank in blanks:
                                taken.insert(blank, None)
                        values[-size:] = (build(taken),)
                    else:
                        values.append(build([None for _ in blanks]))
                    state = gotos[stack[-1]][origin]
                    stack.append(state)
                    following = states[state].get(kind)
                    if following is None:
                        self.kind = before
                        return Stuck(token[0], state)
                    action = following
                stack.append(action)
                values.append(token)
                if not ends:
                    break
                # The end of the line came with the token: it is one of its own where the state takes one.
                ends = False
                following = states[action].get(EOL)
                if following is None:
                    break
                before, kind, token, action = kind, EOL, (at, ""), following
                at = match.end()

    def finish(self) -> Any:
        """Return the value of the whole text, or None where a text may not end."""
        made = table()
        while self.stack[-1] != made.end:
            action = made.actions[self.stack[-1]].get(END)
            if action is None:
                return None
            self.reduce(action)
        return self.values[-1]

    def reduce(self, action: int) -> None:
        """Carry out one reduction."""
        size, origin, build, blanks = self._rules[-1 - action]
        taken = self.values[-size:] if size else []
        if size:
            del self.stack[-size:]
            del self.values[-size:]
        for blank in blanks:
            taken.insert(blank, None)
        self.values.append(taken[0] if build is None else build(taken))
        self.stack.append(table().gotos[self.stack[-1]][origin])

    def settle(self) -> None:
        """Carry out what needs no next token, so that the lists hold all that was read."""
        made = table()
        while True:
            ways = set(made.actions[self.stack[-1]].values())
            action = ways.pop()
            if ways or action >= 0:
                return
            self.reduce(action)


@lru_cache(maxsize=2)
def _scanners(exact: bool) -> dict[int, Any]:  # noqa: ARG001, FBT001  (a key of the cache)
    """Return the scanners made so far, by state."""
    return {}
