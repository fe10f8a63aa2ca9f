"""One broken statement, one diagnostic: what is wrong in words, where exactly, and what to do.

Looks at the text around the place where the parser got stuck; reads nothing on.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from holo.codes import Code
from holo.diagnostics.model import Diagnostic, Fix
from holo.expr.signs import SIGNS, sign_at
from holo.source import Span
from holo.syntax.extent import LABEL, LEADING, PAIRS, PIECE, goes_on
from holo.syntax.forms import form_of
from holo.syntax.words import BLOCKS, NAMED, PLACES, nearest

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

_WORD = re.compile(r"[^\W\d]\w*")
_BLANK_LINE = re.compile(r"[ \t\\]*(?:#[^\n]*)?(?:\n|$)")
_NAME = re.compile(r"[^\W\d]\w*")
_OPERATOR: Final = re.compile(r"\*\*|//|<<|>>|[<>=!]=|&&|\|\||=>|[-+*/%@&|^~<>]|(?:and|or|not|in|is|if|else)\b")
_BROKEN: Final = "A line breaks inside brackets: put the whole expression in brackets"
_STATEMENTS: Final = frozenset("if for while let var match switch print try with".split())
_IN_WORDS: Final = {
    "NAME": "a name", "DOTTED": "a name", "NAMES": "names", "LABEL": "`name: type`", "STRING": 'a `"text"`',
    "PROSE": 'prose `"""…"""`', "NUMBER": "a number", "EXPR": "an expression", "THROWN": "a name", "EQUALS": "`=`",
    "ARROW": "`->`", "OPEN": "`{`", "CLOSE": "`}`", "LPAR": "`(`", "RPAR": "`)`", "COMMA": "`,`",
    "_EOL": "the end of the line", "TYPE_PARAMETERS": "", "QUESTION": "`open`", "SHOWN": "`shown by`",
    "SEALED": "`sealed example`", "LATER": "", "OPAQUE": "", "DOTS": "", "STARS": "", "SLASH": "",
}  # fmt: skip
_TYPED: Final = frozenset({"LABEL", "ARROW"})


class _Report:
    """Makes diagnostics of one file."""

    def __init__(self, path: str) -> None:
        """Keep the path that spans name."""
        self._path = path

    def __call__(self, code: Code, message: str, begin: int, end: int, hint: str = "", fix: str = "") -> Diagnostic:
        """Return a diagnostic over a range; `fix` is what should stand there."""
        span = Span(self._path, begin, max(end, begin))
        return Diagnostic(code, message, span, hint, fix=Fix(span, fix, f"Replace by `{fix}`") if fix else None)


class Trouble(NamedTuple):
    """Where a statement broke: its start and end, the place, what could have stood there, and in which list it is."""

    start: int
    at: int
    stop: int
    expected: AbstractSet[str]
    block: str
    before: str  # the kind of the token before the place, as far as it matters: "EXPR" or empty


def diagnose(path: str, text: str, trouble: Trouble) -> Diagnostic:
    """Say what is wrong with a statement; where nothing better is known, show what it looks like."""
    found = _diagnose(path, text, trouble)
    if found.hint or found.code is not Code.SYNTAX:
        return found
    return replace(found, hint=form_of(text[trouble.start : trouble.stop]))


def _diagnose(path: str, text: str, trouble: Trouble) -> Diagnostic:
    start, at, stop, expected, block, before = trouble

    report = _Report(path)
    word_here = _WORD.match(text, at, stop)
    word = word_here.group() if word_here else ""
    opened = _unclosed(text, start, stop, at)
    if opened >= 0:
        mark = text[opened]
        if text.startswith('"""', opened):
            return report(Code.UNCLOSED, "Prose is never closed", opened, opened + 3, 'Add `"""` where it ends')
        if mark in "\"'":
            line = text.find("\n", opened, stop)
            return report(
                Code.UNCLOSED,
                "A string is never closed",
                opened,
                stop if line < 0 else line,
                f"Add `{mark}` on its line",
            )
        return report(Code.UNCLOSED, f"`{mark}` is never closed", opened, opened + 1, f"Add `{PAIRS[mark]}`")
    if at == start:
        return _first_word(report, text, trouble, word)
    if word.startswith("_") and expected & {"NAME", "LABEL", "DOTTED"}:
        return report(Code.SYNTAX, f"The name `{word}` begins with `_`", at, at + len(word), "Begin it with a letter")
    found, end = _found(text, at, stop)
    if block == "attributes":
        return _attribute(report, text, trouble, found, end)
    if word and {"EQUALS", "COMMA", "RPAR"} <= expected and before != "EXPR":
        name = text[start:at].rsplit(maxsplit=1)[-1].rpartition("(")[2]
        message = f"Expected `:` between `{name}` and `{word}`"
        return report(Code.SYNTAX, message, at, at + len(word), f"Write `{name}: {word}`")
    if "EXPR" in expected and before != "EXPR":
        if not found:
            after = text[start:at].rsplit(maxsplit=1)[-1] if text[start:at].split() else ""
            what = "type" if after.endswith((":", "->")) else "expression"
            return report(
                Code.SYNTAX, f"Expected {_an(what)} after `{after}`, found the end of the line", *_last(text, start, at),
                f"Write the {what}",
            )  # fmt: skip
        return report(Code.SYNTAX, f"Expected an expression, found `{found}`", at, end, SIGNS.get(found, ""))
    if before == "EXPR":
        return _after_expression(report, text, trouble, found, end)
    meant = nearest(word, [name.lower() for name in expected if name.isalpha()]) if word else ""
    wanted = _list(expected)
    if meant == "shown":
        meant = "shown by"
    if meant:
        return report(
            Code.UNKNOWN_WORD, f"Expected {wanted}, found `{word}`", at, at + len(word), f"Write `{meant}`", meant
        )
    if not found:
        return report(Code.SYNTAX, f"Expected {wanted}, found the end of the line", *_last(text, start, at))
    hint = ""
    if "OPEN" in expected and found == ":":
        hint = "Write `{`"
    elif "LPAR" in expected and found in {"[", "<"}:
        hint = "Type parameters are bare names: `name[T](…)`"
    elif "ARROW" in expected and found in {":", "{"}:
        hint = "Write `-> TYPE` before it" if found == "{" else "Write `->`"
    elif found == "→":
        hint = SIGNS[found]
    elif found[:1] == "'" and "STRING" in expected:
        hint = 'Write it in double quotes, `"…"`'
    return report(Code.SYNTAX, f"Expected {wanted}, found `{found}`", at, end, hint)


def _attribute(report: _Report, text: str, trouble: Trouble, found: str, end: int) -> Diagnostic:
    """Say what is wrong with a line of a class behind its first word."""
    start, at, stop, _, block, _ = trouble
    first = _WORD.match(text, start, stop)
    word = first.group() if first else ""
    if word in PLACES:
        hint = f"It belongs {PLACES[word]}: move it there"
        return report(Code.WRONG_BLOCK, f"`{word}` cannot stand {_inside(block)}", start, start + len(word), hint)
    hint = (
        "Write `name: type`, or `name`; methods stand beside the class, as `function Class.name(self: Class) -> type {`"
    )
    if found == "=":
        hint = "Leave it out: an attribute of a class has no value here"
    message = (
        f"Expected the end of the line, found `{found}`" if found else "Expected a type, found the end of the line"
    )
    return report(Code.SYNTAX, message, at, max(end, at + 1), hint)


def _first_word(report: _Report, text: str, trouble: Trouble, word: str) -> Diagnostic:
    """Say what is wrong with a statement whose first word is."""
    _, at, stop, expected, block, _ = trouble
    end = at + len(word)
    if not word:
        found, end = _found(text, at, stop)
        if found in {"}", ")", "]"}:
            return report(Code.SYNTAX, f"`{found}` closes nothing", at, end, "Remove it")
        if text.startswith('"', at) and block in {"fields", "port_functions", "members", "items"}:
            message = f"The doc of {NAMED[block]} stands on its head line"
            return report(Code.MISPLACED_DOC, message, at, end, "Move it before the `{`")
        if (LEADING.match(text, at) and text[at] != "/") or found == "\\":
            return report(Code.SYNTAX, f"`{found}` begins a line", at, end, _BROKEN)
        said = f"`{found}` begins" if found and found != "a string" else "A string begins" if found else "This begins"
        return report(Code.SYNTAX, f"{said} no statement of {NAMED[block]}", at, end, _instead(text, at, block))
    words = BLOCKS[block]
    if word in words:
        return report(Code.SYNTAX, f"Nothing that can be read follows `{word}`", at, end, _after_word(word))
    meant = nearest(word, words)
    if meant:
        return report(
            Code.UNKNOWN_WORD, f"`{word}` begins no statement of {NAMED[block]}", at, end, f"Write `{meant}`", meant
        )
    if word in {"and", "or", "in", "is"}:
        return report(Code.SYNTAX, f"`{word}` begins a line", at, end, _BROKEN)
    if word in _STATEMENTS and block in {"clauses", "flow_clauses"}:
        message = f"`{word}` begins no statement of {NAMED[block]}"
        hint = "Say what holds, with `requires` and `ensures`, or the value, with `returns` or a `table`"
        return report(Code.UNKNOWN_WORD, message, at, end, hint)
    if word == "async" and "FUNCTION" in expected:
        return report(Code.SYNTAX, "`async` stands before `function`", at, end, "Write `async function`")
    if word in PLACES:
        return report(
            Code.WRONG_BLOCK,
            f"`{word}` cannot stand {_inside(block)}",
            at,
            end,
            f"It belongs {PLACES[word]}: move it there",
        )
    if block == "fields":
        rest = _NAME.match(text, _blanks(text, end), stop)
        sign = text[_blanks(text, end) : _blanks(text, end) + 1]
        if rest or sign == "=":
            hint = f"Write `{word}: {rest.group() if rest else 'TYPE = …'}`"
            return report(Code.SYNTAX, f"Expected `:` after the field's name `{word}`", at, end, hint)
    if block == "terms":
        return report(Code.SYNTAX, f"The term `{word}` has no definition", at, end, f'Write `{word} "What it means."`')
    if block == "rows":
        return report(
            Code.SYNTAX,
            "A row of a table is `condition -> value`",
            at,
            _line_end(text, at, stop),
            "Add `->` and the value",
        )
    return report(Code.UNKNOWN_WORD, f"`{word}` begins no statement of {NAMED[block]}", at, end, _begin_with(block))


def _after_expression(report: _Report, text: str, trouble: Trouble, found: str, end: int) -> Diagnostic:
    """Say what is wrong behind an expression that could be read."""
    start, at, stop, expected, block, _ = trouble
    if "RPAR" in expected and found in {"", "->", "{"}:
        opens = text.rfind("(", start, at)
        return report(Code.UNCLOSED, "`(` is never closed", opens, opens + 1, "Add `)`")
    if "COMMA" in expected and "RPAR" in expected and LABEL.match(text, at, stop):
        return report(
            Code.SYNTAX, f"Expected `,` before the parameter `{found}`", at, end, "Separate parameters by commas"
        )
    others = [name for name in expected if name in {"WHEN", "WHERE", "RAISES", "BY", "ABOUT"}]
    word = _WORD.match(text, at, stop)
    if word and text[start:at].rstrip().endswith((" raise", " throw")):
        message, hint = (
            f"`{text[start:at].rsplit(maxsplit=1)[-1]}` stands in an expression",
            "Write `raises ERROR when CONDITION` above",
        )
        return report(Code.SYNTAX, message, *_last(text, start, at), hint)
    operator = _OPERATOR.match(text, at, stop)
    if operator and found not in {"=", "->", *SIGNS} and _BLANK_LINE.match(text, operator.end()):
        sign = operator.group()
        hint = _BROKEN if goes_on(text, sign, text.find("\n", at), len(text), block) else "Write the operand"
        return report(Code.SYNTAX, f"Nothing that can be read follows `{sign}`", at, at + len(sign), hint)
    if word:
        said = word.group()
        meant = nearest(said, [name.lower() for name in others])
        if meant:
            return report(Code.UNKNOWN_WORD, f"`{said}` stands where `{meant}` may", at, end, f"Write `{meant}`", meant)
        if said in BLOCKS[block]:
            return report(
                Code.SYNTAX, f"`{said}` begins a second statement on this line", at, end, "One statement a line"
            )
        if said in {"for", "lambda", "await", "yield"}:
            return report(Code.SYNTAX, f"`{said}` stands outside brackets", at, end, "Put the expression in brackets")
        return report(
            Code.SYNTAX, f"Expected an operator or {_list(expected)}, found `{said}`", at, end,
            "" if said in PLACES else SIGNS.get(said, "Write strings in quotes, and `#` before a remark"),
        )  # fmt: skip
    if operator and found not in {"=", "->", *SIGNS}:
        sign = operator.group()
        return report(
            Code.SYNTAX, f"Nothing that can be read follows `{sign}`", at, at + len(sign), "Write the operand"
        )
    if not found:
        return report(Code.SYNTAX, f"Expected {_list(expected)}, found the end of the line", *_last(text, start, at))
    return report(Code.SYNTAX, f"Expected {_list(expected)}, found `{found}`", at, end, _sign(found, block, expected))


def _sign(found: str, block: str, expected: AbstractSet[str]) -> str:
    """Return what to write instead of a sign behind an expression."""
    if found == ":" and "OPEN" in expected:
        return "Write `{`"
    if found == "}" and block == "items":
        return "Write `}` on a line of its own"
    if found in {":", "=>"} and block == "rows":
        return "Write `->`"
    if found == "," and block == "fields":
        return "One field a line, without commas"
    return 'Write it in double quotes, `"…"`' if found[:1] == "'" else SIGNS.get(found, "")


def _instead(text: str, at: int, block: str) -> str:
    """Return what to write in place of what begins no statement."""
    if text.startswith(("//", "/*", "--"), at):
        return "A comment begins with `#`"
    if text[at] == "'":
        return 'Write it in double quotes, `"…"`'
    if text[at] == '"' and block == "declarations":
        return 'Write prose as `"""…"""`; what describes a declaration stands on its head line'
    return "Remove it" if text[at] == "{" else SIGNS.get(text[at], "") or _begin_with(block)


def _unclosed(text: str, start: int, stop: int, at: int) -> int:
    """Return where a string or bracket opens at or behind the place that never closes in the statement, or -1."""
    open_: list[int] = []
    for piece in PIECE.finditer(text, start, stop):
        kind = piece.lastgroup
        if kind in {"prose", "quote"}:
            return piece.start() if piece.start() >= at or not open_ else open_[-1]
        if kind == "opens":
            open_.append(piece.start())
        elif kind == "closes" and open_:
            if PAIRS[text[open_[-1]]] != piece.group():
                break
            open_.pop()
    while open_ and text[open_[-1]] == "{" and not text[open_[-1] + 1 : stop].partition("#")[0].strip():
        del open_[-1]  # the `{` of a block
    return open_[-1] if open_ and open_[-1] >= at else -1


def _found(text: str, at: int, stop: int) -> tuple[str, int]:
    """Return what stands at a place, and where it ends; nothing at the end of a line."""
    if at >= stop or text[at] in "\n#":
        return "", at
    word = _WORD.match(text, at, stop)
    if word:
        return word.group(), word.end()
    sign = sign_at(text, at)
    for known in ("->", "==", "!="):
        if text.startswith(known, at) and len(sign) < 3:
            return known, at + 2
    if sign:
        return sign, at + len(sign)
    if text[at] in "\"'":
        end = PIECE.match(text, at, stop)
        if end:
            return (end.group() if len(end.group()) < 24 else "a string"), end.end()
    char = text[at]
    return (char if char.isprintable() else f"U+{ord(char):04X}"), at + 1


def _last(text: str, start: int, at: int) -> tuple[int, int]:
    """Return the range of the last word before a place, for what is missing behind it."""
    begin = text[start:at].rstrip()
    end = start + len(begin)
    size = len(begin) - len(begin.rpartition(" ")[0].rstrip()) if " " in begin else len(begin)
    return max(start, end - max(1, len(begin[-size:].strip()))), end


def _line_end(text: str, at: int, stop: int) -> int:
    line = text.find("\n", at, stop)
    return stop if line < 0 else line


def _blanks(text: str, at: int) -> int:
    while at < len(text) and text[at] in " \t":
        at += 1
    return at


def _an(what: str) -> str:
    return f"an {what}" if what[0] in "aeiou" else f"a {what}"


def _list(expected: AbstractSet[str]) -> str:
    """Return what was expected, in words."""
    known: list[str] = []
    if "_EOL" in expected:
        expected = expected - {"CLOSE"}
    for name in sorted(expected, key=lambda one: (one == "_EOL", one)):
        words = _IN_WORDS.get(name, f"`{name.lower()}`") if name != "$END" else ""
        if words and words not in known:
            known.append(words)
    if len(known) > 6:
        known = [*known[:5], "…"]
        return ", ".join(known)
    return known[0] if len(known) == 1 else f"{', '.join(known[:-1])} or {known[-1]}" if known else "something else"


def _inside(block: str) -> str:
    return "at top level" if block == "declarations" else f"in {NAMED[block]}"


def _begin_with(block: str) -> str:
    words = BLOCKS[block]
    if not words:
        return "Write names, separated by commas or lines"
    shown = ", ".join(f"`{word}`" for word in words[:9])
    return f"Begin with {shown}{' …' if len(words) > 9 else ''}"


def _after_word(word: str) -> str:
    return form_of(word) or "Write what it needs"
