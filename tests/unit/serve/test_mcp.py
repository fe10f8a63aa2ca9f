"""`holo mcp` as a coding agent meets it."""

from __future__ import annotations

import asyncio
import json
import re
import subprocess
import sys
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from holo.provenance.journal import Journal
from holo.tickets import tokens
from tests.cli import stall
from tests.unit.serve.agent import agent

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from pathlib import Path
    from typing import Any

    from tests.unit.serve.agent import Agent

TOOLS = ["next_ticket", "submit", "status", "read", "ask", "explain"]
SMALL = """\
hologram till "0.1.0" language 1

package coins {
  function change(paid: int, price: int) -> int {
    "What is given back."
    requires 0 <= price <= paid
    ensures result == paid - price
    example change(500, 430) == 70
    sealed example change(1234, 1201) == 33
  }
}
"""
RIGHT = "def change(paid: int, price: int) -> int:\n    return paid - price\n"
WRONG = "def change(paid: int, price: int) -> int:\n    return paid - price if paid >= 70 else 0\n"
KEY = "till.coins.change"


def run(what: Coroutine[Any, Any, None]) -> None:
    """Run a test's session, and end it if it hangs."""
    asyncio.run(asyncio.wait_for(what, stall.SECONDS))


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A project with one open function."""
    return make(tmp_path / "project", SMALL)


def make(folder: Path, text: str, more: str = "") -> Path:
    """Write a project; `more` is added to its configuration."""
    return stall.make(folder, text, stall.CONFIG + more)


# -- what is offered -----------------------------------------------------------------------------


def test_six_tools_cost_less_than_2000_tokens(small: Path) -> None:
    """An agent pays for the schema in every session."""

    async def session() -> None:
        async with agent(small) as one:
            listed = (await one.client.list_tools()).tools

            assert TOOLS == [tool.name for tool in listed]
            assert all(tool.description and tool.output_schema is None for tool in listed)
            shown = json.dumps([tool.model_dump(by_alias=True, exclude_none=True) for tool in listed])
            assert tokens.count(shown + (one.client.instructions or "")) < 2000
            assert len(one.client.instructions or "") > 100

    run(session())


def test_from_ticket_to_accepted(small: Path) -> None:
    """Take, fail, see the smallest input, mend, and have it built: nothing else is needed."""

    async def session() -> None:
        async with agent(small) as one:
            ticket = await one.take()
            assert ticket is not None
            page = small / "build" / "till" / "tickets" / f"{KEY}.md"
            assert page.read_text(encoding="utf-8").startswith(ticket["text"])
            assert ("build/till/bodies/till.coins.change.py", KEY) == (ticket["file"], ticket["ticket"])
            assert "1201" not in ticket["text"]

            rejected = await one.submit(ticket, WRONG)
            assert rejected.startswith(f"**rejected** `{KEY}`\n- H706 ")
            assert "(specs/stall.holo:7)" in rejected
            assert "smallest input: `change(" in rejected
            assert "  - got: `0`" in rejected
            assert "1201" not in rejected

            accepted = await one.submit(ticket, f"Here it is:\n\n```python\n{RIGHT}```\n")
            assert accepted.startswith(f"**accepted** `{KEY}`\n")
            assert "every ticket is answered" in accepted
            assert await one.take() is None

    run(session())
    done = stall.answer(small, "build")["built"][0]["functions"]
    with Journal(small / ".holo") as journal:
        attempts = journal.attempts(KEY)

    assert [("accepted", "files", False)] == [(row["state"], row["agent"], bool(row["findings"])) for row in done]
    assert [("mcp", "agent 1"), ("mcp", "agent 1")] == [(one.agent, one.model) for one in attempts]
    assert WRONG == attempts[0].reply


def test_a_sealed_example_that_fails_is_not_shown(tmp_path: Path) -> None:
    """Neither its input nor its result, nor its line: only that it failed."""
    loose = SMALL.replace("    ensures result == paid - price\n", "    ensures 0 <= result <= paid\n")
    folder = make(tmp_path / "project", loose)

    async def session() -> None:
        async with agent(folder) as one:
            ticket = await one.take()
            assert ticket is not None
            said = await one.submit(
                ticket, "def change(paid: int, price: int) -> int:\n    return (paid - price) // 70 * 70\n"
            )
            shown = await one.said("read", name="till.coins")
            explained = await one.said("explain", code="h704")

            assert "- H704 A sealed example is not true." in said
            assert "sealed" in explained
            assert not re.search(r"1234|1201|\b33\b|\.holo:", said + shown)

    run(session())


def test_what_stands_in_the_file_is_judged(small: Path) -> None:
    """An agent that edits files submits without a body; its words are left as it wrote them."""

    async def session() -> None:
        async with agent(small) as one:
            ticket = await one.take()
            assert ticket is not None
            nothing = await one.refused("submit", ticket=KEY, lease=ticket["lease"])
            file = small / ticket["file"]
            file.write_text(f"# by hand\n{RIGHT}", encoding="utf-8")

            assert "nobody has written one into `build/till/bodies/till.coins.change.py`" in nothing
            assert (await one.submit(ticket)).startswith("**accepted**")
            assert f"# by hand\n{RIGHT}" == file.read_text(encoding="utf-8")

    run(session())


def test_a_persons_answer_is_not_overwritten(small: Path) -> None:
    """What somebody else wrote into the file stays, and the agent is told."""
    mine = f"# mine\n{WRONG}"

    async def session() -> None:
        async with agent(small) as one:
            ticket = await one.take()
            assert ticket is not None
            file = small / ticket["file"]
            file.write_text(mine, encoding="utf-8")
            said = await one.submit(ticket, RIGHT)

            assert "holds another body, which nobody submitted" in said
            assert mine == file.read_text(encoding="utf-8")

    run(session())


# -- who may, and who may not ----------------------------------------------------------------------


def test_bad_input_is_answered_and_the_server_goes_on(small: Path) -> None:
    """Whatever is sent, the next call is answered."""
    bodies = {
        "not Python": "def change(:",
        "a NUL": "def change(paid: int, price: int) -> int:\n    return '\0'\n",
        "too deep": "def change(paid: int, price: int) -> int:\n    return " + "(" * 30_000 + ")" * 30_000,
        "another function": "def other() -> int:\n    return 1\n",
        "two functions": RIGHT + "\n\ndef other() -> int:\n    return 1\n",
    }

    async def session() -> None:
        async with agent(small) as one:
            ticket = await one.take()
            assert ticket is not None
            lease = ticket["lease"]
            for what, body in bodies.items():
                assert (await one.submit(ticket, body)).startswith("**rejected**"), what
            assert "H903" in await one.refused("submit", ticket="nobody", lease=lease, body=RIGHT)
            assert "H903" in await one.refused("submit", ticket="x" * 100_000, lease=lease, body=RIGHT)
            assert "H912" in await one.refused("submit", ticket=KEY, lease="00000000", body=RIGHT)
            assert "5,000,000 bytes" in await one.refused("submit", ticket=KEY, lease=lease, body="#" * 5_000_000)
            assert "No body was given" in await one.refused("submit", ticket=KEY, lease=lease, body=" \n")
            assert "H903" in await one.refused("read", name="nobody")
            assert "H910" in await one.refused("explain", code="H000")
            assert "H910" in await one.refused("ask", function=KEY, question=" ")
            await one.refused("submit", ticket=KEY)
            await one.refused("submit", ticket=3, lease=lease, body=["no"])
            assert (await one.submit(ticket, RIGHT)).startswith("**accepted**")

    run(session())


def test_a_wrong_lease_judges_nothing(small: Path) -> None:
    """Who has no lease leaves no trace; who answered has none any more."""

    async def session() -> None:
        async with agent(small) as one:
            ticket = await one.take()
            assert ticket is not None
            await one.refused("submit", ticket=KEY, lease="guessed", body=RIGHT)
            with Journal(small / ".holo") as journal:
                assert () == journal.attempts(KEY)
            await one.submit(ticket, RIGHT)
            assert "H912" in await one.refused("submit", ticket=KEY, lease=ticket["lease"], body=WRONG)

    run(session())


def test_a_ticket_given_back_goes_to_the_next(small: Path) -> None:
    """It is free at once."""

    async def session() -> None:
        async with agent(small, "first") as first, agent(small, "second") as second:
            ticket = await first.take()
            assert ticket is not None
            assert await second.take() is None
            assert "given back" in await first.submit(ticket, give_back=True)
            assert await second.take() is not None

    run(session())


def test_no_body_is_run_where_the_walls_are_weak_and_keys_in_reach(small: Path) -> None:
    """The refusal of `holo build` holds here, too, for what is submitted and for what lies in a file."""

    async def session() -> None:
        async with agent(small, HOLO_SANDBOX="weak", SOME_API_KEY="secret") as one:
            ticket = await one.take()
            assert ticket is not None
            (small / ticket["file"]).write_text(RIGHT, encoding="utf-8")
            for body in (RIGHT, ""):
                said = await one.refused("submit", ticket=KEY, lease=ticket["lease"], body=body)
                assert said.startswith("H911 A model's body is not run")
                assert "SOME_API_KEY" in said
                assert "secret" not in said
            assert "0 of 1 function accepted" in await one.said("status")

    run(session())


# -- several at once ---------------------------------------------------------------------------------


def test_two_agents_share_the_work(tmp_path: Path) -> None:
    """Each ticket goes to one of them; together they fill the project, functions that call each other included."""
    folder = stall.make(tmp_path / "project")

    async def work(one: Agent, taken: list[str]) -> None:
        for _ in range(200):
            ticket = await one.take()
            if ticket is None:
                if re.search(r"accepted, 0 open", await one.said("status")):
                    return
                await asyncio.sleep(0.05)  # the other one is at work on what this one waits for
                continue
            taken.append(ticket["ticket"])
            await asyncio.sleep(0)
            await one.submit(ticket, stall.BODIES[ticket["ticket"]])

    async def session() -> None:
        first: list[str] = []
        second: list[str] = []
        async with agent(folder, "first") as one, agent(folder, "second") as two:
            await asyncio.gather(work(one, first), work(two, second))

        assert sorted(stall.BODIES) == sorted(first + second)
        assert first
        assert second

    run(session())
    rows = stall.answer(folder, "build")["built"][0]["functions"]

    assert {"accepted", "weak"} == {row["state"] for row in rows}
    assert {"derive", "files"} == {row["agent"] for row in rows}


def test_a_killed_agent_loses_nothing(tmp_path: Path) -> None:
    """Its attempt is in the journal, and its ticket comes back when the lease has run out, not before."""
    folder = make(tmp_path / "project", SMALL, "\n[agents]\nlease_minutes = 0.05\n")

    async def lost(taken: list[dict[str, str]]) -> None:
        async with agent(folder, "lost") as one:
            ticket = await one.take()
            assert ticket is not None
            taken.append(ticket)
            await one.submit(ticket, WRONG)
            one.kill()

    async def session() -> None:
        taken: list[dict[str, str]] = []
        async with agent(folder, "other") as other:
            await other.said("status")
            await lost(taken)
            ticket = await other.take()
            for _ in range(1000):
                if ticket is not None:
                    break
                await asyncio.sleep(0.1)
                ticket = await other.take()
            got = time.time()
            assert ticket is not None
            # Its time began anew with the submission, and times are told in whole seconds.
            assert got >= datetime.fromisoformat(taken[0]["expires"]).astimezone(UTC).timestamp()
            assert ticket["ticket"] == taken[0]["ticket"] == KEY
            assert ticket["lease"] != taken[0]["lease"]
            assert "H912" in await other.refused("submit", ticket=KEY, lease=taken[0]["lease"], body=RIGHT)
            assert (await other.submit(ticket, RIGHT)).startswith("**accepted**")
        with Journal(folder / ".holo") as journal:
            assert [("lost 1", WRONG), ("other 1", RIGHT)] == [(one.model, one.reply) for one in journal.attempts(KEY)]

    run(session())


def test_agents_and_a_build_work_at_once(small: Path) -> None:
    """A build that runs meanwhile holds no agent up, and what it changes is seen."""

    async def session() -> None:
        async with agent(small) as one:
            ticket = await one.take()
            assert ticket is not None
            await one.submit(ticket, RIGHT)
            built = await asyncio.to_thread(stall.holo, small, "build")
            assert 0 == built.returncode, built.stdout + built.stderr
            assert "1 of 1 function accepted, 0 open" in await one.said("status")
            again = await one.take(KEY)
            assert again is not None
            assert "an accepted body stands" in again["note"]

    run(session())


# -- the hologram changes -----------------------------------------------------------------------------


def test_a_hologram_that_changes_is_compiled_again(small: Path) -> None:
    """The lease stays, the body is judged by the new contract, and the new ticket is shown; errors are said."""
    spec = small / stall.SPEC

    async def session() -> None:
        async with agent(small) as one:
            ticket = await one.take()
            assert ticket is not None
            spec.write_text(
                SMALL.replace("paid - price", "paid - price + 1").replace("== 70", "== 71").replace("== 33", "== 34"),
                encoding="utf-8",
            )
            said = await one.submit(ticket, RIGHT)
            assert said.startswith("**rejected**")
            assert "The hologram has changed; this is the ticket now:" in said
            assert "`result == paid - price + 1`" in said

            spec.write_text(SMALL.replace("result ==", "nonsense =="), encoding="utf-8")
            assert "error" in await one.said("status")
            assert "specs/stall.holo:" in await one.refused("submit", ticket=KEY, lease=ticket["lease"], body=RIGHT)

            spec.write_text(SMALL, encoding="utf-8")
            assert (await one.submit(ticket, RIGHT)).startswith("**accepted**")

    run(session())


def test_questions_reach_the_author_until_the_contract_changes(small: Path) -> None:
    """`holo status` shows them, in text and JSON; a contract that has changed since is an answer."""

    async def session() -> None:
        async with agent(small) as one:
            assert "written down" in await one.said("ask", function="change", question="May the price be 0?")
            assert "known already" in await one.said("ask", function="change", question="May the  price be 0?")

    run(session())
    line = f"asked about {KEY} by agent 1: May the price be 0?"
    assert line in stall.here(small, "status").stdout
    assert [{"function": KEY, "by": "agent 1", "question": "May the price be 0?"}] == stall.answer(small, "status")[
        "status"
    ][0]["asked"]
    (small / stall.SPEC).write_text(SMALL.replace("0 <= price", "1 <= price"), encoding="utf-8")
    assert line not in stall.here(small, "status").stdout


def test_what_is_read_holds_no_body_and_no_sealed_example(tmp_path: Path) -> None:
    """A declaration is shown as the hologram has it, for every name that it declares."""
    folder = stall.make(tmp_path / "project")

    async def session() -> None:
        async with agent(folder) as one:
            shown = [
                await one.said("read", name=name)
                for name in (
                    "stall",
                    "prices",
                    "change",
                    "price",
                    "Ware",
                    "Empty",
                    "Board",
                    "WAFFLE",
                    "queue",
                    "nobody_is_lost",
                    "F1",
                )
            ]

            assert "enum Ware { waffle, cider }" in shown[4]
            assert "queue: The people" in shown[8]
            assert not any("sealed" in text or "640" in text for text in shown)

    run(session())


# -- the process --------------------------------------------------------------------------------------


def test_standard_output_is_the_protocol_alone(small: Path) -> None:
    """Every line is a message, and the server ends with its input."""
    hello = {
        "jsonrpc": "2.0",
        "id": 1,
        "method": "initialize",
        "params": {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "raw", "version": "0"}},
    }
    lines = [hello, {"jsonrpc": "2.0", "method": "notifications/initialized"}]
    lines += [
        {"jsonrpc": "2.0", "id": number, "method": "tools/call", "params": {"name": name, "arguments": {}}}
        for number, name in enumerate(("status", "next_ticket"), 2)
    ]
    text = "".join(json.dumps(line) + "\n" for line in lines) + "this is no message\n"

    with subprocess.Popen(
        [sys.executable, "-m", "holo", "mcp"],
        cwd=small, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env=stall.surroundings(small),
    ) as server:  # fmt: skip
        assert server.stdin is not None
        assert server.stdout is not None
        server.stdin.write(text)
        server.stdin.flush()
        found: dict[int, Any] = {}
        while not {1, 2, 3} <= found.keys():
            message = json.loads(server.stdout.readline())
            found[message.get("id")] = message
        server.stdin.close()
        rest = server.stdout.read()
        code = server.wait(stall.SECONDS)

    assert "holo" == found[1]["result"]["serverInfo"]["name"]
    assert found[3]["result"]["content"][0]["text"].startswith("# Write one Python function")
    assert [] == [line for line in rest.splitlines() if not line.startswith("{")]
    assert 0 == code


def test_the_library_that_is_missing_is_named(small: Path) -> None:
    """Without the extra the command says what to install."""
    hide = "import importlib.util as u; real = u.find_spec; u.find_spec = lambda name, *a: None if name == 'mcp' else real(name, *a)"
    start = f"{hide}; import sys; sys.argv = ['holo', 'mcp']; from holo.cli import main; main()"

    done = subprocess.run(
        [sys.executable, "-c", start], cwd=small, capture_output=True, text=True, timeout=stall.SECONDS, env=stall.surroundings(small), check=False
    )  # fmt: skip

    assert 2 == done.returncode
    assert "`holo mcp` needs the package `mcp`" in done.stderr
    assert "holo[mcp]" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_project_that_is_none_is_said_at_the_first_call(tmp_path: Path) -> None:
    """The server starts anywhere; a call says what is missing."""

    async def session() -> None:
        async with agent(tmp_path) as one:
            assert "H902 There is no `holo.toml`" in await one.refused("next_ticket")

    run(session())


def test_the_first_answer_loads_nothing_of_weight() -> None:
    """Who starts a server waits for the library and no more: compiler, judge and tokenizer come with the first call."""
    heavy = {
        "lark",
        "libcst",
        "jinja2",
        "hypothesis",
        "litellm",
        "tiktoken",
        "sqlite3",
        "holo.operations.served",
        "holo.sandbox.pool",
    }
    code = "import sys, json; from pathlib import Path; from holo.serve.mcp_server import make; make((), Path()); print(json.dumps(list(sys.modules)))"

    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=stall.SECONDS, check=True
    )

    assert set() == heavy & set(json.loads(done.stdout))
