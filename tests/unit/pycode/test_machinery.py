"""Ways around the form: what leads into the machinery by a side door is refused, and honest code next to it is not."""

from __future__ import annotations

import pytest

from holo.pycode.form import FormRules, check_form

RULES = FormRules(
    name="size",
    signature="def size(n: int, order: Order) -> int:",
    names=frozenset({"Order"}),
    modules=frozenset({"re", "json", "collections", "functools", "operator", "string", "typing", "urllib.parse"}),
)
HEAD = "def size(n: int, order: Order) -> int:\n"

AROUND = (
    ("machinery", "    return (i for i in ()).gi_frame.f_builtins['open']('a')\n"),
    (
        "machinery",
        "    kind = type(len)\n    match len:\n        case kind(__self__=m):\n            m.open('a')\n    return n\n",
    ),
    ("machinery", "    async def g() -> int:\n        return 1\n    return g().cr_frame.f_lineno\n"),
    ("machinery", "    return len('{0.__class__}'.format(n))\n"),
    ("effect", "    now = date.today\n    return now().year\n"),
    ("effect", "    return [f() for f in [type(date(1, 1, 1)).today]][0].year\n"),
    ("import", "    return len(re.enum.sys.modules)\n"),
    ("import", "    from re import enum\n    return len(enum.sys.modules)\n"),
    ("import", "    return collections._sys.maxsize\n"),
    ("import", "    import json as j\n    j.codecs.open('a', 'w')\n    return n\n"),
    ("import", "    return urllib.parse.re.enum.sys.maxsize\n"),
    ("import", "    return operator.attrgetter('__class__')(n)\n"),
    ("import", "    from operator import methodcaller\n    return n\n"),
    ("import", "    return len(string.Formatter().vformat('{0.real}', [n], {}))\n"),
    ("machinery", "    m = re\n    return len(m.enum.sys.modules)\n"),
    ("machinery", "    f = lambda m=re: m.enum\n    return n\n"),
    ("machinery", "    import re as r\n    return len([r][0].enum.sys.modules)\n"),
)

HONEST = (
    "    return len(re.sub('a', 'b', 'c')) + n\n",
    "    import re as r\n    return len(r.findall('a', 'b'))\n",
    "    from collections import Counter\n    return Counter([n])[n]\n",
    "    return 0 if isinstance(n, collections.abc.Iterable) else n\n",
    "    return len(urllib.parse.quote('a'))\n",
    "    import urllib.parse\n    return len(urllib.parse.quote('a'))\n",
    "    string = 'a'\n    return len(string)\n",
    "    return (lambda string: len(string))('a')\n",
    "    return order.today + n\n",
    "    match order:\n        case Order(today=t):\n            return t\n    return n\n",
    "    return len('{0.days}'.format(timedelta(1)))\n",
    "    return functools.reduce(lambda a, b: a + b, sorted([n], key=operator.itemgetter(0)), 0)\n",
)


@pytest.mark.parametrize(("key", "text"), AROUND)
def test_a_side_door_is_refused(key: str, text: str) -> None:
    """What is accepted runs later without a sandbox: its text must not reach for frames, clocks or other modules."""
    assert key in {found.key for found in check_form(HEAD + text, RULES).findings}


@pytest.mark.parametrize("text", HONEST)
def test_honest_code_beside_it_passes(text: str) -> None:
    """A field called `today`, a local called `string`, a submodule that may be named: all of it is fine."""
    assert () == check_form(HEAD + text, RULES).findings
