"""Tickets in the order in which they help, functions that call each other, and what stands meanwhile."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from holo.errors import HoloError
from holo.operations.handout import next_ticket, submit
from holo.operations.reference import ask, status
from holo.operations.served import Served, ready, standing
from holo.provenance.projectlock import alone
from holo.sandbox.pool import Pool
from tests.cli import stall

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

EVEN, ODD, OTHERS = "stall.line.even", "stall.line.odd", "stall.line.others"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The stall without any body."""
    return stall.make(tmp_path / "project")


@pytest.fixture
def pool() -> Iterator[Pool]:
    """One warm server."""
    with Pool(1) as made:
        yield made


@pytest.fixture
def served(folder: Path, pool: Pool) -> Iterator[Served]:
    """The project as a server holds it, at a time that stands still."""
    made = opened(folder, pool)
    yield made
    made.close()


def opened(folder: Path, pool: Pool) -> Served:
    """Open the project as another process would."""
    return Served((), folder, pool, {}, lambda: 1000.0)


def take(served: Served, function: str = "") -> dict[str, str]:
    """Take a ticket; return what is said beside it."""
    reply = next_ticket(served, "agent", function)
    assert not reply.wrong, reply
    found: dict[str, str] = json.loads(reply.texts[1])
    return found


def answer(served: Served, function: str, body: str) -> str:
    """Take a ticket and submit a body; return what is said."""
    row = take(served, function)
    return submit(served, "agent", function, row["lease"], body).texts[0]


def stands(served: Served) -> set[str]:
    """Return the functions whose bodies stand, but for those that the hologram says itself."""
    return {key for _, shop in served.shops() for key in standing(shop)} & stall.BODIES.keys()


def open_now(served: Served) -> list[str]:
    """Return the tickets that can be answered now, in their order."""
    return [key for opened_, shop in served.shops() for key in ready(opened_, shop)]


def test_what_others_wait_for_comes_first(served: Served) -> None:
    """Each of the first five is waited for; those that nobody waits for follow, and those that wait are not there."""
    found = open_now(served)

    assert {EVEN, ODD, OTHERS, "stall.line.first", "stall.prices.total"} == set(found[:5])
    assert ["stall.line.call_out", "stall.line.greeting"] == found[5:]


def test_an_accepted_body_opens_what_waited_for_it(served: Served) -> None:
    """At once, without a build."""
    assert "stall.prices.change" not in open_now(served)

    answer(served, "stall.prices.total", stall.BODIES["stall.prices.total"])

    assert "stall.prices.change" in open_now(served)


def test_functions_that_call_each_other_stand_together(served: Served) -> None:
    """The first waits for the other, and is not handed out again; with the other both stand."""
    first = answer(served, EVEN, stall.BODIES[EVEN])
    between = (stands(served), EVEN in open_now(served))
    second = answer(served, ODD, stall.BODIES[ODD])

    assert f"**undecided** `{EVEN}`: it stands as soon as `{ODD}`" in first
    assert (set(), False) == between
    assert second.startswith(f"**accepted** `{ODD}`")
    assert {EVEN, ODD} == stands(served)


def test_a_wrong_one_of_two_that_call_each_other_is_handed_out_again(served: Served) -> None:
    """The right one is kept and waits; nothing stands on what is wrong."""
    answer(served, EVEN, "def even(number: int) -> bool:\n    return odd(number)\n")
    second = answer(served, ODD, "def odd(number: int) -> bool:\n    return number % 2 == 1\n")

    assert set() == stands(served)
    assert EVEN in open_now(served)
    assert "**undecided**" in second

    third = answer(served, EVEN, stall.BODIES[EVEN])

    assert third.startswith("**accepted**")
    assert {EVEN, ODD} == stands(served)


def test_another_servers_answer_stands_here(served: Served, folder: Path, pool: Pool) -> None:
    """Two servers see each other's work through the answer files, and what is wrong there stands nowhere."""
    before = stands(served)
    other = opened(folder, pool)
    answer(other, OTHERS, stall.BODIES[OTHERS])
    file = folder / "build" / "stall" / "bodies" / "stall.line.first.py"
    file.write_text(stall.BODIES["stall.line.first"].replace("Empty(0)", "Empty(1)"), encoding="utf-8")
    other.close()

    assert (set(), {OTHERS}) == (before, stands(served))


def test_a_standing_body_is_replaced_only_by_an_accepted_one(served: Served, folder: Path) -> None:
    """Who asks for the ticket of an accepted function gets it, and is told."""
    answer(served, OTHERS, stall.BODIES[OTHERS])
    file = folder / "build" / "stall" / "bodies" / f"{OTHERS}.py"
    kept = file.read_text(encoding="utf-8")
    row = take(served, OTHERS)
    wrong = submit(served, "agent", OTHERS, row["lease"], stall.BODIES[OTHERS].replace("1:", "2:")).texts[0]
    between = (stands(served), file.read_text(encoding="utf-8"))
    right = submit(
        served,
        "agent",
        OTHERS,
        row["lease"],
        "def others(queue: list[str]) -> list[str]:\n    return list(queue)[1:]\n",
    ).texts[0]

    assert "an accepted body stands" in row["note"]
    assert wrong.startswith("**rejected**")
    assert ({OTHERS}, kept) == between
    assert right.startswith("**accepted**")
    assert "list(queue)[1:]" in file.read_text(encoding="utf-8")


def test_a_weak_contract_is_said(served: Served) -> None:
    """The agent learns that its body is accepted by a contract that says little."""
    assert '(weak: `return ""` and `return name` would pass, too)' in answer(
        served, "stall.line.greeting", stall.BODIES["stall.line.greeting"]
    )


def test_a_function_that_the_hologram_says_has_no_ticket(served: Served) -> None:
    """It is named, and so is what to do."""
    with pytest.raises(HoloError, match=r"`stall\.prices\.price` has no ticket: the hologram says its body itself"):
        next_ticket(served, "agent", "price")


def test_a_session_that_ends_gives_its_tickets_back(folder: Path, served: Served, pool: Pool) -> None:
    """The next agent need not wait for the lease to run out; until somebody comes, the first may come back."""
    first = opened(folder, pool)
    row = take(first, OTHERS)
    assert next_ticket(served, "other", OTHERS).wrong
    first.leave()

    again = submit(served, "agent", OTHERS, row["lease"], stall.BODIES[OTHERS].replace("1:", "2:")).texts[0]
    held = next_ticket(served, "other", OTHERS).wrong

    assert again.startswith("**rejected**")
    assert held


def test_an_open_ticket_is_listed_with_its_holder(served: Served) -> None:
    """Whoever asks sees who is at work, until when, and what waits for what."""
    take(served, OTHERS)
    text = status(served).texts[0]

    assert f"- `{OTHERS}`: in hand (agent, until 1970-01-01T00:46:40Z)" in text
    assert "- `stall.prices.change`: waits for `stall.prices.total`" in text
    assert "## stall: 1 of 10 functions accepted, 9 open" in text


@pytest.mark.parametrize("value", ["0", "-1.5"])
def test_a_lease_lasts_some_time(folder: Path, pool: Pool, value: str) -> None:
    """`lease_minutes` is more than 0."""
    (folder / "holo.toml").write_text(f"{stall.CONFIG}\n[agents]\nlease_minutes = {value}\n", encoding="utf-8")
    made = opened(folder, pool)

    with pytest.raises(HoloError, match=r"agents\.lease_minutes"):
        made.opened()


def test_a_project_that_cannot_be_read_is_read_again(folder: Path, pool: Pool) -> None:
    """The server goes on when its configuration has been mended."""
    made = opened(folder, pool)
    (folder / "holo.toml").write_text("[projekt]\n", encoding="utf-8")
    with pytest.raises(HoloError, match="projekt"):
        next_ticket(made, "agent")

    (folder / "holo.toml").write_text(stall.CONFIG, encoding="utf-8")

    assert not next_ticket(made, "agent").wrong
    made.close()


def test_a_question_holds_nothing_that_a_terminal_obeys(served: Served, folder: Path) -> None:
    """What an agent asks is shown to a person: it is one line of plain text."""
    ask(served, "agent", OTHERS, "Is \x1b[31mthis\x07\nempty?\u202e")

    shown = stall.here(folder, "status").stdout

    assert f"asked about {OTHERS} by agent: Is [31mthis empty?\n" in shown


def test_a_persons_body_in_the_package_is_named(folder: Path, pool: Pool) -> None:
    """A build keeps what a hand wrote into the package; whoever answers the ticket all the same is told."""
    stall.record(folder)
    assert stall.here(folder, "build").returncode == 0
    file = stall.generated(folder, OTHERS)
    file.write_text(
        file.read_text(encoding="utf-8").replace("return queue[1:]", "return list(queue[1:])"), encoding="utf-8"
    )
    made = opened(folder, pool)

    said = answer(made, OTHERS, stall.BODIES[OTHERS])

    made.close()
    assert said.startswith("**accepted**")
    assert "A person's body stands in the package, and a build keeps that one" in said


def test_a_project_that_describes_code_has_no_tickets(tmp_path: Path, pool: Pool) -> None:
    """It is said, with what to do instead; one that has both kinds of holograms serves the tickets of the ordinary ones."""
    folder = described(tmp_path / "project", "")
    made = opened(folder, pool)
    with pytest.raises(HoloError, match="describe code that stands"):
        next_ticket(made, "agent")
    assert "## app: describes the code in `src/app`" in status(made).texts[0]
    made.close()

    both = opened(described(tmp_path / "both", f', "{stall.SPEC}"'), pool)
    (tmp_path / "both" / "specs").mkdir()
    (tmp_path / "both" / stall.SPEC).write_text(stall.TEXT, encoding="utf-8")

    assert not next_ticket(both, "agent").wrong
    both.close()


def test_a_build_that_holds_the_project_holds_up_no_agent(
    folder: Path, served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Tickets are handed out and judged meanwhile; the pages are the build's to write."""
    monkeypatch.setattr("holo.operations.served.PATIENCE", 0.0)
    with alone(folder / ".holo", lambda _text: None):
        said = answer(served, OTHERS, stall.BODIES[OTHERS])

    assert said.startswith("**accepted**")
    assert not (folder / "build" / "stall" / "tickets").exists()


def described(folder: Path, more: str) -> Path:
    """Write a project whose one hologram describes code that stands; `more` names further holograms."""
    (folder / "src" / "app").mkdir(parents=True)
    (folder / "src" / "app" / "coins.py").write_text("def half(x: int) -> int:\n    return x // 2\n", encoding="utf-8")
    text = 'hologram app "0.1.0" language 1\n\npackage coins {\n  function half(x: int) -> int {\n    "Half."\n    ensures result <= x or x < 0\n  }\n}\n'
    (folder / "app.holo").write_text(text, encoding="utf-8")
    (folder / "holo.toml").write_text(
        f'[project]\nspecs = ["app.holo"{more}]\ncode = {{ app = "src/app" }}\n', encoding="utf-8"
    )
    return folder
