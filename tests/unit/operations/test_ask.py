"""Questions that accepted bodies ask, and replies as lines of the hologram."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from holo.config import CheckTable, Config
from holo.errors import HoloError
from holo.operations import ask as operation
from holo.operations import inquiry
from holo.operations.ask import Choice, Desk, Refused, Reply, ask
from holo.provenance.journal import Journal, Judged
from holo.pycode.digest import body_digest

if TYPE_CHECKING:
    from pathlib import Path

    from holo.expr.world import World
    from holo.operations.compile import Compiled
    from holo.operations.inquiry import Looked, Question

MONEY = """hologram money "0.1.0" language 1

enum Kind { net, gross }

record Price {
  cents: int
  kind: Kind = Kind.net
}
"""
TEXT = """hologram shop "0.1.0" language 1

use "money.holo" as money

error Poor(by: int) "There is not enough."

port Post {
  function send(text: str) -> None raises ConnectionError
}

package sales {
  function half(n: int) -> int {
    "Half of it, rounded."
    requires n >= 0
    ensures abs(2 * result - n) <= 1
    example half(4) == 2  # an even one
  }

  function dearer(p: money.Price) -> money.Price {
    "One that costs more."
    ensures result.cents > p.cents
  }

  function pay(owed: int) -> int {
    "What is paid."
    requires abs(owed) < 100
    raises Poor
    ensures result == owed
  }

  function mean(a: int, b: int) -> float {
    "Between the two."
    requires 0 <= a <= b <= 100
    ensures a <= result <= b
  }

  function tell(name: str, post: Post) -> int {
    "Say the name."
    uses Post.send
    raises ConnectionError
    ensures result >= 0
  }

  function late(n: int) -> int {
    "The same."
    requires 0 <= n < 1000000
    ensures result == n
  }
}
"""
BODIES = {
    "half": (
        "def half(n: int) -> int:\n    return n // 2\n",
        "def half(n: int) -> int:\n    return (n + 1) // 2\n",
        "def half(n: int) -> int:\n    return n >> 1\n",
        "def half(n: int) -> int:\n    return n\n",
    ),
    "dearer": (
        "def dearer(p: money.Price) -> money.Price:\n    return replace(p, cents=p.cents + 1)\n",
        "def dearer(p: money.Price) -> money.Price:\n    return replace(p, cents=p.cents + 2)\n",
    ),
    "pay": (
        "def pay(owed: int) -> int:\n    return owed\n",
        "def pay(owed: int) -> int:\n    if owed < 0:\n        raise Poor(owed)\n    return owed\n",
    ),
    "mean": (
        "def mean(a: int, b: int) -> float:\n    return float(a)\n",
        "def mean(a: int, b: int) -> float:\n    return (a + b) / 2\n",
    ),
    "tell": (
        "def tell(name: str, post: Post) -> int:\n    post.send(name)\n    return 1\n",
        "def tell(name: str, post: Post) -> int:\n    post.send(name)\n    post.send(name)\n    return 1\n",
    ),
}
SPEC = "shop.holo"


def written(folder: Path, *bodies: str) -> list[Path]:
    """Write candidate files."""
    files = []
    for number, body in enumerate(bodies):
        files.append(folder / f"c{number}.py")
        files[-1].write_text(body, encoding="utf-8")
    return files


def config(folder: Path) -> Config:
    """Return the project of a folder."""
    return Config(folder, found=True, check=CheckTable(types="off"))


def asked(folder: Path, name: str, *bodies: str) -> Desk:
    """Ask what some bodies of a function leave open."""
    return ask(folder / SPEC, (name,), config(folder), folder, lambda *_: None, written(folder, *bodies))


Found = dict[str, tuple["Compiled", "World", "tuple[Looked, ...]"]]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two holograms."""
    folder = tmp_path_factory.mktemp("home")
    (folder / "money.holo").write_text(MONEY, encoding="utf-8")
    (folder / SPEC).write_text(TEXT, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def known() -> Found:
    """What was found for each function, once."""
    return {}


class Case:
    """A question that can be answered again and again: each time the file is as it was."""

    def __init__(self, folder: Path, found: Found) -> None:
        """Keep what was found once."""
        self.folder = folder
        self.found = found

    def __call__(self, name: str) -> tuple[Desk, Question]:
        """Return the desk and the question about a function."""
        (self.folder / SPEC).write_text(TEXT, encoding="utf-8")
        if name not in self.found:
            desk = asked(self.folder, name, *BODIES[name])
            self.found[name] = (desk.compiled, desk._world, desk.looked)
        compiled, world, looked = self.found[name]
        desk = Desk(compiled, config(self.folder), self.folder, self.folder / SPEC, world, looked)
        return desk, desk.questions[0]

    def added(self) -> list[str]:
        """Return the lines that now stand in the file besides."""
        before, after = TEXT.splitlines(), (self.folder / SPEC).read_text(encoding="utf-8").splitlines()
        new = list(after)
        for line in before:
            new.remove(line)
        return new


@pytest.fixture
def case(home: Path, known: Found) -> Case:
    """The questions of the shop."""
    return Case(home, known)


def test_the_question_is_the_smallest_input_with_every_answer(case: Case) -> None:
    """Bodies that behave alike give one answer together; one that is rejected gives none."""
    _, question = case("half")

    assert "half(1)" == question.call
    assert [("`0`", 2), ("`1`", 1)] == [(answer.text, answer.votes) for answer in question.answers]


def test_a_question_keeps_its_id(case: Case) -> None:
    """Whoever is asked, and in whatever order."""
    _, question = case("half")
    again = asked(case.folder, "half", *reversed(BODIES["half"])).questions[0]

    assert question.id == again.id
    assert question.id.startswith("shop.sales.half-")


@pytest.mark.parametrize(
    ("name", "reply", "lines"),
    [
        ("half", Reply(Choice.ANSWER, number=0), ["    example half(1) == 0"]),
        ("half", Reply(Choice.ANSWER, "2 - 1"), ["    example half(1) == 2 - 1"]),
        ("half", Reply(Choice.ANSWER, "1 if 3 > 2 else 0"), ["    example half(1) == (1 if 3 > 2 else 0)"]),
        ("half", Reply(Choice.EITHER), ["    example half(1) in (0, 1)"]),
        ("half", Reply(Choice.NEVER, "n%2==0"), ["    requires n % 2 == 0"]),
        (
            "dearer",
            Reply(Choice.ANSWER, number=1),
            ["    example dearer(money.Price(0, money.Kind.gross)) == money.Price(2, money.Kind.gross)"],
        ),
        ("pay", Reply(Choice.ANSWER, number=0), ["    example pay(-1) == -1"]),
        (
            "pay",
            Reply(Choice.ANSWER, number=1),
            ["", 'failure F1 "pay raises Poor" {', "  when pay(-1)", "  then raises Poor(-1)", "}"],
        ),
        (
            "pay",
            Reply(Choice.RAISES, "Poor(3)"),
            ["", 'failure F1 "pay raises Poor" {', "  when pay(-1)", "  then raises Poor(3)", "}"],
        ),
        ("mean", Reply(Choice.ANSWER, number=1), ["    example abs(mean(0, 1) - 0.5) <= 1e-9"]),
        ("mean", Reply(Choice.ANSWER, "1"), ["    example abs(mean(0, 1) - 1.0) <= 1e-9"]),
        (
            "tell",
            Reply(Choice.ANSWER, number=1),
            [
                "",
                'failure F1 "tell returns with its ports" {',
                "  given post: Post",
                '  when tell("", post)',
                "  then result == 1",
                '  then [call.text for call in calls(post.send)] == ["", ""]',
                "}",
            ],
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else getattr(value, "choice", None) and value.choice.value,
)
def test_a_reply_becomes_a_line_of_the_hologram(case: Case, name: str, reply: Reply, lines: list[str]) -> None:
    """In its one form, and nothing else is touched."""
    desk, question = case(name)

    made = desk.write(question, reply)

    assert sorted(lines) == sorted(case.added())
    text = (case.folder / SPEC).read_text(encoding="utf-8").splitlines()
    assert next(line for line in lines if line) == text[made.line - 1]


@pytest.mark.parametrize(
    ("name", "reply", "reason"),
    [
        ("half", Reply(Choice.ANSWER, "7"), "H304"),
        ("half", Reply(Choice.ANSWER, "nobody"), "H101"),
        ("half", Reply(Choice.ANSWER, "True"), "does not fit `int`"),
        ("half", Reply(Choice.ANSWER, '"a" + "b"'), "H304 Example contradicts `-> int`"),
        ("half", Reply(Choice.ANSWER, "1 +"), "is no expression"),
        ("half", Reply(Choice.ANSWER, "1\n    requires n > 3"), "is no expression"),
        ("half", Reply(Choice.NEVER, "n >= 0"), r"does not exclude `half\(1\)`"),
        ("half", Reply(Choice.NEVER, "1 // (n - 1) > 0"), "cannot be computed|H306"),
        ("half", Reply(Choice.RAISES, "ValueError"), "H312|does not name `ValueError`"),
        ("pay", Reply(Choice.EITHER), "a value and an error"),
        ("tell", Reply(Choice.EITHER), "port"),
        ("half", Reply(Choice.SKIP), "Skipped"),
    ],
)
def test_a_reply_that_is_none_changes_nothing(case: Case, name: str, reply: Reply, reason: str) -> None:
    """The file is as it was, and the reason is said."""
    desk, question = case(name)

    with pytest.raises(Refused, match=reason):
        desk.write(question, reply)

    assert [] == case.added()


def test_a_file_that_has_changed_is_not_written(case: Case) -> None:
    """Somebody is at work in it."""
    desk, question = case("half")
    (case.folder / SPEC).write_text(TEXT + "# mine\n", encoding="utf-8")

    with pytest.raises(HoloError, match="has changed since it was read"):
        desk.write(question, Reply(Choice.ANSWER, number=0))

    assert ["# mine"] == case.added()


def test_two_replies_go_into_one_file(case: Case) -> None:
    """The second finds what the first has written."""
    _, second = case("pay")
    desk, first = case("half")
    desk.write(first, Reply(Choice.ANSWER, number=0))

    desk.write(second, Reply(Choice.ANSWER, number=1))

    assert "    example half(1) == 0" in case.added()
    assert "  then raises Poor(-1)" in case.added()


def test_line_ends_and_a_mark_stay_as_they_are(case: Case) -> None:
    """One line more is one line more: what the formatter would make of the rest is not asked here."""
    desk, question = case("half")
    (case.folder / SPEC).write_bytes(b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode())

    desk.write(question, Reply(Choice.ANSWER, number=0))

    data = (case.folder / SPEC).read_bytes()
    assert data.startswith(b"\xef\xbb\xbfhologram")
    assert data.count(b"\n") == data.count(b"\r\n") == TEXT.count("\n") + 1
    assert b"\r\n    example half(1) == 0\r\n" in data


def test_either_is_right_is_not_asked_again(case: Case) -> None:
    """The example that admits both says so to whoever asks."""
    desk, question = case("half")
    desk.write(question, Reply(Choice.EITHER))

    after = asked(case.folder, "half", *BODIES["half"])

    assert () == after.questions
    assert [1] == [looked.settled for looked in after.looked]


def test_an_answered_question_is_gone(case: Case) -> None:
    """Only bodies that give the answer are accepted."""
    desk, question = case("half")
    desk.write(question, Reply(Choice.ANSWER, number=1))

    after = asked(case.folder, "half", *BODIES["half"])

    assert () == after.questions
    assert [1] == [looked.bodies for looked in after.looked]


def test_a_body_that_breaks_its_contract_asks_nothing(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    """It was accepted on fewer inputs: it is named as wrong."""
    case("half")
    monkeypatch.setattr(inquiry, "_accepted", lambda _shop, _key, bodies, _beside: list(bodies))
    wrong = "def late(n: int) -> int:\n    return n if n < 1000 else 0\n"

    desk = asked(case.folder, "late", "def late(n: int) -> int:\n    return n\n", wrong)

    assert () == desk.questions
    found = [one for looked in desk.looked for one in looked.wrong]
    assert ["c1.py"] == [one.origin.rpartition("/")[2] for one in found]
    assert "`result == n` is ensured and does not hold" == found[0].message


def test_files_need_their_function(home: Path) -> None:
    """One that is named."""
    with pytest.raises(HoloError, match="--with"):
        ask(home / SPEC, (), config(home), home, lambda *_: None, [home / "c0.py"])


def origins(desk: Desk) -> set[str]:
    """Return where the bodies of all answers come from."""
    return {who.rpartition("/")[2] for one in desk.questions for answer in one.answers for who in answer.origins}


@pytest.fixture
def remembered(tmp_path: Path) -> Path:
    """A project whose journal knows a body from an earlier day."""
    (tmp_path / "money.holo").write_text(MONEY, encoding="utf-8")
    (tmp_path / SPEC).write_text(TEXT, encoding="utf-8")
    source = BODIES["half"][1]
    with Journal(tmp_path / ".holo") as journal:
        journal.judged(Judged("shop.sales.half", body_digest(source), "rejected", detail={"source": source}))
    return tmp_path


def test_an_earlier_attempt_is_judged_by_the_contract_of_today(remembered: Path) -> None:
    """Whatever was said of it then."""
    desk = asked(remembered, "half", BODIES["half"][0])

    assert ["half(1)"] == [one.call for one in desk.questions]
    assert {"c0.py", "an earlier attempt"} == origins(desk)


def test_what_a_model_may_have_written_is_not_run_where_it_may_not(
    remembered: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The journal does not say whose a body was; files that a person names are run."""
    monkeypatch.setattr(operation, "refusal", lambda *_: HoloError("Not here", "", "H911"))

    alone = asked(remembered, "half", BODIES["half"][0])
    several = asked(remembered, "half", *BODIES["half"][:2])

    assert alone.unrun is not None
    assert () == alone.questions
    assert {"c0.py", "c1.py"} == origins(several)
