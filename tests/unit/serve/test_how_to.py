"""What `docs/how-to/coding-agents.md` says of a session is what a session gives; its commands are run as a transcript."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

from holo.tickets import tokens
from tests.cli import stall
from tests.unit.serve.agent import agent

PAGE = (Path(__file__).parents[3] / "docs" / "how-to" / "coding-agents.md").read_text(encoding="utf-8")


def block(kind: str) -> str:
    """Return the first block of a kind."""
    found = re.search(rf"^```{kind}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    assert found is not None, kind
    return found[1]


def test_the_session_of_the_page(tmp_path: Path) -> None:
    """The body that it shows is answered with the words that it shows; the tools are those that it names."""
    folder = tmp_path / "till"
    for kind in ("toml till/holo.toml", "holo till/specs/till.holo"):
        file = tmp_path / kind.partition(" ")[2]
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(block(kind), encoding="utf-8")

    async def session() -> None:
        async with agent(folder) as one:
            listed = (await one.client.list_tools()).tools
            ticket = await one.take()
            assert ticket is not None
            said = await one.submit(ticket, block("python"))

            named = re.search(r"^Six tools: (.*?)\. Their", PAGE, re.MULTILINE | re.DOTALL)
            assert named is not None
            assert [tool.name for tool in listed] == re.findall(r"`(\w+)`", named[1])
            assert block("text") == re.sub(r"until \S+Z", "until TIME", said) + "\n"

    asyncio.run(asyncio.wait_for(session(), stall.SECONDS))


def test_the_tokens_of_the_page(tmp_path: Path) -> None:
    """What the tools cost is as the page says, within a tenth."""
    told = re.search(r"schema costs about\s+([\d,]+) tokens", PAGE)
    assert told is not None

    async def session() -> None:
        async with agent(tmp_path) as one:
            listed = (await one.client.list_tools()).tools
            shown = "".join(tool.model_dump_json(by_alias=True, exclude_none=True) for tool in listed)
            counted = tokens.count(shown)

            assert abs(counted - int(told[1].replace(",", ""))) < counted / 10, counted

    asyncio.run(asyncio.wait_for(session(), stall.SECONDS))
