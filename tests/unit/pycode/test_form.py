"""The form of candidates: what passes, what is kept, what is refused and why."""

from __future__ import annotations

from dataclasses import replace

import pytest

from holo.pycode.form import FormRules, check_form

RULES = FormRules(
    name="open_loan",
    signature="def open_loan(loans: list[Loan], copy: CopyId, post: Post, n: int = 3) -> list[Loan]:",
    names=frozenset({"Loan", "CopyId", "TERM", "LimitReached", "count_loans", "fines.fine", "T"}),
    unlisted={"overdue": "lending.letters.overdue", "letters.overdue": "lending.letters.overdue"},
    ports={"post": frozenset({"send"})},
    modules=frozenset({"math", "collections.abc"}),
    examples=("open_loan([], 7, post, 4) == [Loan(7)]",),
)
HEAD = "def open_loan(loans: list[Loan], copy: CopyId, post: Post, n: int = 3) -> list[Loan]:\n"


def keys(text: str, rules: FormRules = RULES) -> set[str]:
    """Return the keys of what is wrong."""
    return {finding.key for finding in check_form(text, rules).findings}


def body(*lines: str) -> str:
    """Return a candidate with these lines as its body."""
    return HEAD + "".join(f"    {line}\n" for line in lines)


GOOD = (
    body("return [*loans, Loan(copy)]"),
    body("return loans + [Loan(copy) for _ in range(n) if fines.fine(n) > math.floor(1.5)]"),
    body("def inner(x: int) -> int:", "    nonlocal n", "    n += x", "    return n", "return [Loan(inner(1))]"),
    body("try:", '    post.send("a")', "except (ConnectionError, ValueError) as error:", "    return []", "return loans"),
    body("total: int = 0", "for loan in loans:", "    total += loan.copy", "return [Loan(Decimal(total))]"),
    body("if isinstance(loans, list):", "    raise LimitReached(copy)", "return sorted(loans, key=lambda loan: loan.copy)"),
    "from __future__ import annotations\nfrom datetime import date, timedelta\nimport math\n" + body("return loans"),
    "# a word before\n" + body("return loans") + "# and after\n",
    HEAD.replace("\n", " return loans\n"),
    HEAD.replace("(", "(\n    ").replace(") ->", ",\n) ->") + "    return loans\n",
    "\ufeff" + body("return loans").replace("\n", "\r\n"),
    body("if n == 0:", "    return []", "return loans"),
)  # fmt: skip


@pytest.mark.parametrize("text", GOOD)
def test_ordinary_code_passes(text: str) -> None:
    """Helpers, closures, loops, ports that are listed, declared imports: all of it is fine."""
    assert () == check_form(text, RULES).findings


BAD = (
    ("syntax", "def open_loan(:\n"),
    ("syntax", body("return '\0'")),
    ("syntax", body("return ((1)")),
    ("nesting", body("return " + "[" * 90 + "]" * 90)),
    ("nesting", body("return " + "not " * 3000 + "n")),
    ("size", body(*["n += 1"] * 101)),
    ("size", body("return '" + "x" * 30_000 + "'")),
    ("count", ""),
    ("count", "x = 1"),
    ("count", body("return loans") + "def other() -> None:\n    return None\n"),
    ("name", body("return loans").replace("open_loan", "open_loans")),
    ("signature", body("return loans").replace(", n: int = 3", "")),
    ("signature", body("return loans").replace("= 3", "= 4")),
    ("signature", body("return loans").replace("n: int", "m: int")),
    ("signature", body("return loans").replace("n: int", "n: float")),
    ("signature", "async " + body("return loans")),
    ("top_level", body("return loans") + "x = 1\n"),
    ("top_level", "print('hello')\n" + body("return loans")),
    ("top_level", body("return loans") + "import math\n"),
    ("class", "class A: pass\n" + body("return loans")),
    ("class", body("class A:", "    x = 1", "return loans")),
    ("class", body("return type('A', (), {})")),
    ("decorator", "@staticmethod\n" + body("return loans")),
    ("import", "import os\n" + body("return loans")),
    ("import", body("import os.path", "return loans")),
    ("import", body("from math import *", "return loans")),
    ("import", body("from . import x", "return loans")),
    ("import", "import datetime\n" + body("return loans")),
    ("import", "from datetime import timezone\n" + body("return loans")),
    ("import", "from lending.types import Loan\n" + body("return loans")),
    ("effect", "import random\n" + body("return loans")),
    ("effect", body("return [Loan(date.today())]")),
    ("effect", body("return [Loan(datetime.now())]")),
    ("effect", body("post.cancel(1)", "return loans")),
    ("forbidden", body("return eval('loans')")),
    ("forbidden", body("f = exec", "return loans")),
    ("forbidden", body("print(loans)", "return loans")),
    ("forbidden", body("return open('/etc/passwd').read()")),
    ("forbidden", body("return getattr(loans, 'copy')()")),
    ("forbidden", body("return [vars(), globals(), locals()]")),
    ("forbidden", body("raise SystemExit(0)")),
    ("forbidden", body("try:", "    return loans", "except BaseException:", "    return []")),
    ("forbidden", body("return [Loan(hash('a'))]")),
    ("machinery", body("return ().__class__.__bases__")),
    ("machinery", body("return __import__('os')")),
    ("machinery", body("return __builtins__")),
    ("state", body("global seen", "seen = 1", "return loans")),
    ("state", body("open_loan.seen = 1", "return loans")),
    ("state", body("loans[0].copy = 1", "return loans")),
    ("stub", body("pass")),
    ("stub", body("...")),
    ("stub", body('"""Only words."""')),
    ("stub", body("raise NotImplementedError")),
    ("stub", body('raise NotImplementedError("later")')),
    ("stub", body("# TODO: the rest", "return loans")),
    ("generator", body("yield loans")),
    ("unknown", body("return helper(loans)")),
    ("unknown", body("return calls(post.send)")),
    ("unlisted", body("return overdue(loans)")),
    ("unlisted", body("return letters.overdue(loans)")),
    ("special_case", body("if copy == 7 and n == 4:", "    return [Loan(7)]", "return []")),
    ("special_case", body("return [Loan(7)] if n == 4 else []")),
    ("special_case", body("match (loans, copy):", "    case ([], 7):", "        return [Loan(7)]", "return []")),
    ("special_case", body("return {7: [Loan(7)]}.get(copy, [])")),
)  # fmt: skip


@pytest.mark.parametrize(("key", "text"), BAD)
def test_what_is_refused_says_why(key: str, text: str) -> None:
    """Each of these candidates is refused under its own key, with a line that exists."""
    formed = check_form(text, RULES)

    assert formed.source is None
    assert key in {finding.key for finding in formed.findings}
    assert all(1 <= finding.line <= text.count("\n") + 1 for finding in formed.findings)


def test_wrong_signature_shows_both() -> None:
    """The message says what was expected and what was found."""
    found = check_form("def open_loan(loans):\n    return loans\n", RULES).findings

    assert (
        "The signature must be `def open_loan(loans: list[Loan], copy: CopyId, post: Post, n: int=3) -> list[Loan]:`; "
        "found `def open_loan(loans):`"
    ) == found[0].message


def test_declared_error_is_no_stub() -> None:
    """A function that says it raises NotImplementedError may raise it."""
    rules = FormRules("f", "def f(n: int) -> int", names=frozenset({"NotImplementedError"}))

    assert set() == keys("def f(n: int) -> int:\n    if n:\n        raise NotImplementedError\n    return 1\n", rules)


def test_kept_form_has_no_docstring_and_no_imports() -> None:
    """Holo writes docstring and imports; comments inside the body stay."""
    text = (
        "import math\nfrom datetime import date\n\n\n# About it.\n" + HEAD + '    """Words.\n\n    More.\n    """\n\n'
        "    # Why.\n    day = date(2026, 1, 1)  # here\n\n    return [Loan(math.floor(n), day)]\n# After.\n"
    )

    assert (
        HEAD + "\n    # Why.\n    day = date(2026, 1, 1)  # here\n\n    return [Loan(math.floor(n), day)]\n"
        == check_form(text, RULES).source
    )


def test_imports_under_other_names_move_inside() -> None:
    """An import that binds a word of its own goes where that word is used."""
    text = "from math import floor\nimport math as m, collections.abc\n" + body(
        '"""Words."""; n += 1', "return [floor(m.pi)]"
    )

    assert (
        body("from math import floor", "import math as m, collections.abc", "n += 1", "return [floor(m.pi)]")
        == check_form(text, RULES).source
    )


def test_kept_form_is_stable() -> None:
    """What was kept is kept as it is."""
    for text in GOOD:
        kept = check_form(text, RULES).source
        assert kept is not None
        assert kept == check_form(kept, RULES).source


@pytest.mark.parametrize(
    "text",
    [
        # A table of more answers than examples is honest work.
        body("return {7: [Loan(7)], 8: [Loan(8)], 9: [Loan(9)]}.get(copy, [])"),
        # A base case that an example happens to show.
        body("if n == 1:", "    return [Loan(7)]", "return []"),
    ],
)
def test_honest_cases_are_no_special_cases(text: str) -> None:
    """Base cases and tables pass."""
    assert "special_case" not in keys(text)


def test_a_row_for_every_member_is_a_rule() -> None:
    """Whoever goes through the members of an enum meets those of the examples."""
    rules = FormRules(
        "step",
        "def step(light: Light) -> Light",
        names=frozenset({"Light"}),
        examples=("step(Light.red) == Light.green",),
    )
    text = "def step(light: Light) -> Light:\n    if light == Light.red:\n        return Light.green\n    return Light.red\n"

    assert set() == keys(text, rules)


def test_values_that_the_ticket_names_are_no_secret() -> None:
    """A rule that the contract states may be written down."""
    rules = FormRules(
        "rate", "def rate(kind: str) -> int", examples=('rate("gold") == 30',), said='result == 30 or kind != "gold"'
    )

    assert set() == keys(
        'def rate(kind: str) -> int:\n    if kind == "gold":\n        return 30\n    return 0\n', rules
    )


def test_the_module_datetime_is_told_from_the_class_of_its_name() -> None:
    """Above a function `datetime` is the class that Holo imports; inside it, or by another name, the module may be."""
    rules = replace(RULES, modules=RULES.modules | {"datetime"})
    assert check_form("import datetime\n" + body("return loans"), rules).findings[0].key == "import"
    assert not check_form("import datetime as days\n" + body("return loans"), rules).findings
    assert not check_form(body("import datetime", "return loans"), rules).findings


def test_an_inner_function_may_be_cached() -> None:
    """A cache that lives for one call changes no result; every other decorator is refused, and any on the function itself."""
    rules = replace(RULES, modules=RULES.modules | {"functools"})
    inner = ("def inner(x: int) -> int:", "    return x", "return [Loan(inner(1))]")
    for word in ("functools.cache", "functools.lru_cache(maxsize=None)"):
        assert not check_form("import functools\n" + body(f"@{word}", *inner), rules).findings
        assert keys("import functools\n" + f"@{word}\n" + body("return loans"), rules) == {"decorator"}
    assert keys("import functools\n" + body("@functools.wraps(len)", *inner), rules) == {"decorator"}
