"""A server on 127.0.0.1 that speaks OpenAI's protocol and says what a script tells it."""

from __future__ import annotations

import json
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass
class Line:
    """One scripted reply: a text, or a status, a body or a silence in its place."""

    text: str = ""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    finish: str = "stop"
    raw: str | None = None
    hang: bool = False


@dataclass
class Script:
    """What the server will say and what it was asked; the last line is said again and again."""

    lines: list[Line]
    base: str = ""
    asked: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    done: threading.Event = field(default_factory=threading.Event)


def _body(line: Line) -> str:
    if line.raw is not None:
        return line.raw
    if line.status != 200:
        return json.dumps({"error": {"message": f"scripted {line.status}", "type": "scripted", "code": line.status}})
    return json.dumps(
        {
            "id": "1",
            "object": "chat.completion",
            "created": 1,
            "model": "scripted",
            "choices": [
                {"index": 0, "finish_reason": line.finish, "message": {"role": "assistant", "content": line.text}}
            ],
            "usage": {"prompt_tokens": 11, "completion_tokens": 7, "total_tokens": 18},
        }
    )


@contextmanager
def serving(*lines: Line) -> Iterator[Script]:
    """Serve a script for the length of a test."""
    script = Script(list(lines))

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers.get("content-length", "0"))
            script.asked.append(json.loads(self.rfile.read(length)))
            script.keys.append(self.headers.get("authorization", ""))
            line = script.lines.pop(0) if len(script.lines) > 1 else script.lines[0]
            if line.hang:
                script.done.wait(20)
                return
            data = _body(line).encode()
            self.send_response(line.status)
            for name, value in line.headers.items():
                self.send_header(name, value)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (the library's name)
            """Say nothing on standard error."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    script.base = f"http://127.0.0.1:{server.server_port}/v1"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield script
    finally:
        script.done.set()
        server.shutdown()
        server.server_close()
        thread.join()
