"""The Model Context Protocol over standard input and output: six tools for coding agents.

Knows names, schemas and sessions; what a tool does is in `operations`. All work is done in one thread of its own, one call
after the other, so that the protocol is answered while a body is judged. Standard output belongs to the protocol alone.
"""

from __future__ import annotations

import asyncio
import os
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Annotated

from mcp.server.mcpserver import Context, MCPServer
from mcp.types import CallToolResult, TextContent
from pydantic import Field

import holo
from holo.errors import HoloError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

    from holo.operations.handout import Reply
    from holo.operations.served import Served
    from holo.sandbox.pool import Pool

INSTRUCTIONS = (
    "Holo hands out tickets: each is all there is to know about one Python function, and you write its body from that page alone. Loop: "
    "`next_ticket`, write, `submit` until it is accepted, then the next. Do not open the hologram (`*.holo`), other bodies or generated "
    "tests: answers are judged on inputs that no page shows. What a ticket leaves open, `ask`."
)
"""What a client tells its model of this server."""


class Session:
    """One client's server: the project, opened at the first call, and the leases that were given out here."""

    def __init__(self, specs: tuple[Path, ...], base: Path) -> None:
        """Open nothing yet."""
        self._specs = specs
        self._base = base
        self._served: Served | None = None
        self._pool: Pool | None = None
        self._work = ThreadPoolExecutor(1, "holo")

    async def run(self, what: Callable[[Served], Reply]) -> CallToolResult:
        """Carry out one call in the thread of the project; what is wrong with the call is told, not raised."""
        reply = await asyncio.get_running_loop().run_in_executor(self._work, self._answer, what)
        content = [TextContent(type="text", text=_sendable(text)) for text in reply.texts]
        return CallToolResult(content=list(content), is_error=reply.wrong)

    def close(self) -> None:
        """Let the leases of this session lapse, and end the sandbox."""
        self._work.submit(self._close).result()
        self._work.shutdown()

    def _answer(self, what: Callable[[Served], Reply]) -> Reply:
        # 0.5 s, and whoever only asks which tools there are needs none of it.
        from holo.operations.handout import Reply

        try:
            return what(self._project())
        except HoloError as error:
            said = f"{error.code} {error.message}" + (f"\nhelp: {error.hint}" if error.hint else "")
            return Reply((said,), wrong=True)

    def _project(self) -> Served:
        if self._served is None:
            from holo.operations.served import Served  # as above
            from holo.sandbox.pool import Pool

            self._pool = Pool(1)
            self._pool.start()
            self._served = Served(self._specs, self._base, self._pool, os.environ, time.time)
        return self._served

    def _close(self) -> None:
        if self._served is not None:
            self._served.leave()
        if self._pool is not None:
            self._pool.close()


def make(specs: tuple[Path, ...], base: Path) -> MCPServer[None]:
    """Return the server of the root holograms named, or of those that `holo.toml` names, in a working folder."""
    session = Session(specs, base)

    @asynccontextmanager
    async def lifespan(_: MCPServer[None]) -> AsyncIterator[None]:
        try:
            yield None
        finally:
            session.close()

    server = MCPServer(
        "holo", version=holo.__version__, instructions=INSTRUCTIONS, lifespan=lifespan, log_level="WARNING"
    )

    @server.tool(structured_output=False)
    async def next_ticket(
        ctx: Context,
        function: Annotated[str, Field(description="one ticket by id; else the most urgent")] = "",
    ) -> CallToolResult:
        """Take a ticket: first its text, then JSON with `lease`, `expires` and the answer `file`. Nobody else gets it meanwhile."""
        from holo.operations import handout

        return await session.run(lambda served: handout.next_ticket(served, _client(ctx), function))

    @server.tool(structured_output=False)
    async def submit(
        ctx: Context,
        ticket: Annotated[str, Field(description="function id")],
        lease: str,
        body: Annotated[str, Field(description="the whole function; empty: judge the answer file")] = "",
        give_back: Annotated[bool, Field(description="return the ticket unanswered")] = False,  # noqa: FBT002  (named in every call)
    ) -> CallToolResult:
        """Have a body judged. Says accepted, or rejected with the smallest failing input; each call renews the lease."""
        from holo.operations import handout

        return await session.run(
            lambda served: handout.submit(served, _client(ctx), ticket, lease, body, give_back=give_back)
        )

    @server.tool(structured_output=False)
    async def status() -> CallToolResult:
        """Say what is accepted, open, in hand or waiting."""
        from holo.operations import reference

        return await session.run(reference.status)

    @server.tool(structured_output=False)
    async def read(
        name: Annotated[str, Field(description="function, type, constant, error, port, package or term")],
    ) -> CallToolResult:
        """Show what the hologram says of one name. No bodies."""
        from holo.operations import reference

        return await session.run(lambda served: reference.read(served, name))

    @server.tool(structured_output=False)
    async def ask(
        ctx: Context,
        function: str,
        question: Annotated[str, Field(description="what the ticket leaves open, with an input")],
    ) -> CallToolResult:
        """Leave a question about a contract for the hologram's author."""
        from holo.operations import reference

        return await session.run(lambda served: reference.ask(served, _client(ctx), function, question))

    @server.tool(structured_output=False)
    async def explain(code: Annotated[str, Field(description="like H706")]) -> CallToolResult:
        """Say what a diagnostic code means."""
        from holo.operations import reference

        return await session.run(lambda _: reference.explain(code))

    return server


def serve(specs: tuple[Path, ...], base: Path) -> None:
    """Serve until standard input ends."""
    make(specs, base).run("stdio")


def _client(ctx: Context) -> str:
    """Return the name under which a client's attempts and leases are kept."""
    params = ctx.session.client_params
    if params is None:
        return "an agent"
    said = f"{params.client_info.name} {params.client_info.version}"
    return " ".join("".join(letter if letter.isprintable() else " " for letter in said).split())[:80] or "an agent"


def _sendable(text: str) -> str:
    """Return a text as UTF-8 can hold it: a body that was shown may have held halves of characters."""
    return text.encode("utf-8", "replace").decode("utf-8")
