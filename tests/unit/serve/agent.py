"""A coding agent as the tests play it: the official client, over stdio, beside a server in a process of its own."""

from __future__ import annotations

import json
import os
import sys
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mcp import StdioServerParameters
from mcp.client import Client
from mcp.client.stdio import stdio_client
from mcp.types import Implementation, TextContent

from tests.cli import stall

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

# The server says which process it is before it becomes one, so that a test can kill it.
START = "import os, sys; open(sys.argv[1], 'w').write(str(os.getpid())); os.execv(sys.executable, [sys.executable, '-m', 'holo', 'mcp', *sys.argv[2:]])"


@dataclass
class Agent:
    """One client with its server."""

    client: Client
    process: Path

    async def call(self, tool: str, **arguments: Any) -> tuple[list[str], bool]:
        """Call a tool; return its texts, and whether it says that nothing came of it."""
        result = await self.client.call_tool(tool, arguments)
        assert all(isinstance(one, TextContent) for one in result.content)
        return [one.text for one in result.content if isinstance(one, TextContent)], bool(result.is_error)

    async def said(self, tool: str, **arguments: Any) -> str:
        """Call a tool that has something to say; return its first text."""
        texts, wrong = await self.call(tool, **arguments)
        assert not wrong, texts
        return texts[0]

    async def refused(self, tool: str, **arguments: Any) -> str:
        """Call a tool that says no; return what it says."""
        texts, wrong = await self.call(tool, **arguments)
        assert wrong, texts
        return texts[0]

    async def take(self, function: str = "") -> dict[str, str] | None:
        """Take a ticket; None where there is none to take."""
        texts, _ = await self.call("next_ticket", function=function)
        return {**json.loads(texts[1]), "text": texts[0]} if len(texts) > 1 else None

    async def submit(self, ticket: dict[str, str], body: str = "", **more: Any) -> str:
        """Submit a body for a ticket; return what is said."""
        return await self.said("submit", ticket=ticket["ticket"], lease=ticket["lease"], body=body, **more)

    def kill(self) -> None:
        """End the server as a crash does."""
        os.kill(int(self.process.read_text(encoding="utf-8")), 9)


@asynccontextmanager
async def agent(folder: Path, name: str = "agent", *words: str, **more: str) -> AsyncIterator[Agent]:
    """Start a server in a project and connect to it; `more` is put into its environment."""
    process = folder / f".pid-{name}"
    environment = {**stall.surroundings(folder, **more), "PYTHONPATH": os.pathsep.join(sys.path)}
    server = StdioServerParameters(
        command=sys.executable, args=["-c", START, str(process), *words], cwd=str(folder), env=environment
    )
    async with Client(stdio_client(server), client_info=Implementation(name=name, version="1")) as client:
        yield Agent(client, process)
