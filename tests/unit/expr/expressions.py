"""Expressions to test with: a corpus, and random ones that Python can evaluate at no risk."""

from __future__ import annotations

from hypothesis import strategies as st

EXPRESSIONS = (
    "max(0, (returned - loan.due).days) * DAILY",
    "result == 0 or returned > loan.due",
    "age < 26 and student",
    "fine(loan, day) <= fine(loan, day + timedelta(days=1))",
    "sum(loan.member == member for loan in loans)",
    "all(loan.copy != copy for loan in loans)",
    "result[:-1] == loans",
    "result[-1] == Loan(copy, member, today + TERM)",
    'open_loan([], 7, "ada", date(2026, 1, 1))[0].copy == 7',
    "result == replace(loan, due=today + TERM, renewals=loan.renewals + 1)",
    "[loan for loan in loans if loan.copy != copy]",
    "sorted({loan.member for loan in loans})",
    "[call.member for call in calls(post.send)] == to_write(loans, today)",
    "Shelf.lent if any(loan.copy == copy for loan in loans) else Shelf.shelved",
    '[Loan(i, "ada", date(2026, 1, 22)) for i in range(1, 6)]',
    "{k: [v for v in vs if v] for k, vs in groups.items()}",
    'f"{name:>10}: {total / 100:.2f}"',
    "0 <= renewals <= MAX_RENEWALS",
    "sorted(xs, key=lambda x: (x.due, -x.copy), reverse=True)[::-1]",
    "dict(zip(names, [1, 2, 3], strict=True)) | {**more}",
    "not (a or b) and (c, *d) in {(1, 2), (3, 4)}",
    "isinstance(x, Paid | Owed | None)",
    "tuple[int, ...] | dict[str, list[Loan]]",
    're.fullmatch(r"[a-z]+\\d*", name) is not None',
)

_LEAVES = (
    '(0) (1) (2) (3) (7) (19) (-1) (-4) True False None [] {} () x xs d (1.5) "" "a" \'b\' "A" "%d" "a,b" "abc" [1] [3,1,2] {1:2} x x xs xs d'
).split()
_SHAPES = (
    "(# + #)|(# - #)|(# * #)|(# // #)|(# % #)|(# / #)|(# & #)|(# ^ #)|(# == #)|(# != #)|(# < #)|(# >= #)|(# in #)|"
    "(# not in #)|(# < # <= #)|(# and #)|(# or not #)|(# if # else #)|[#, #]|(#, *#)|{#: #, **d}|{#, #}|#[#]|#[#:#]|"
    "len(#)|abs(#)|sum(#)|min(#)|max(#)|sorted(#)|list(#)|tuple(#)|set(#)|str(#)|repr(#)|bool(#)|int(#)|any(#)|all(#)|"
    "dict(#)|#.upper()|#.strip()|#.split()|#.keys()|#.items()|#.copy()|#.isdigit()|#.union(#)|#.get(#)|#.join(#)|"
    "#.index(#)|#.count(#)|[# for x in #]|[# for x in # if #]|[(x, y) for x in # for y in #]|{x: # for x, y in #}|"
    "{# for x in #}|sum(# for x in #)|sorted(#, key=lambda x: #)|list(zip(#, #))|list(enumerate(#))|"
    'f"<{#!s:>5}>"|f"{#}"|max(#, #, key=len)|(-#)|(not #)|range(#)[#]|list(reversed(#))|round(#, #)|divmod(#, #)'
).split("|")


# Python's order of a set is chance: what could show it is left out where values are compared.
IN_ORDER = tuple(
    shape
    for shape in _SHAPES
    if shape not in {"{#, #}", "set(#)", "#.union(#)", "{# for x in #}", "#.keys()", "#.items()"}
)


@st.composite
def expressions(draw: st.DrawFn, depth: int = 3, shapes: tuple[str, ...] = tuple(_SHAPES)) -> str:
    """Draw an expression over ints, strings, lists, dicts and comprehensions; it has the names `x`, `xs` and `d`."""
    shape = draw(st.sampled_from(shapes))
    first, *rest = shape.split("#")
    parts = [first]
    for after in rest:
        grows = depth > 0 and draw(st.integers(0, 2)) > 0 and not shape.startswith("f")
        parts += [draw(expressions(depth - 1, shapes)) if grows else draw(st.sampled_from(_LEAVES)), after]
    # Inside an f-string quotes and braces mean the string around it.
    return "".join(parts) if not shape.startswith("f") else shape.replace("#", parts[1] if parts[1].isalnum() else "x")
