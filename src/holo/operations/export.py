"""Write what coding agents read before they work in a project: the rules, the tickets, and how to reach `holo mcp`.

A file that is the user's keeps everything outside Holo's marked block or entry. What comes out depends on the holograms
alone, not on what is filled, so that it grows stale only where a hologram changes.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from holo import resources
from holo.emit.marked import HTML, CannotMark, with_block, with_entry, with_toml_block
from holo.emit.writer import replace_text
from holo.errors import HoloError
from holo.ir import model as ir
from holo.operations.compile import Compiled, compile_project, without_collector
from holo.operations.sources import shown
from holo.operations.stands import folders
from holo.tickets.plan import plan

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from holo.config import Config
    from holo.tickets.ticket import Ticket

MOST = 40
"""Tickets that rules list by name: an agent reads them before every task."""


class Tool(Enum):
    """Who reads what is exported."""

    CLAUDE_CODE = "claude-code"
    CURSOR = "cursor"
    CODEX = "codex"
    COPILOT = "copilot"
    MARKDOWN = "markdown"


@dataclass(frozen=True, slots=True)
class Root:
    """One root hologram as the rules speak of it; paths are relative to the project. `code` is where what it describes stands."""

    name: str
    spec: str
    build: str
    tickets: tuple[Ticket, ...]
    code: str = ""


@dataclass(frozen=True, slots=True)
class Exported:
    """Files by what became of them, relative to the output folder; nothing where a hologram has errors.

    In a check `stale` are those that would be written, and none is.
    """

    compiled: tuple[Compiled, ...]
    written: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    stale: tuple[str, ...] = ()

    @property
    def broken(self) -> bool:
        """Say whether a hologram has errors."""
        return any(one.broken for one in self.compiled)


def export(
    specs: Sequence[Path], tools: Sequence[Tool], config: Config, base: Path, out: Path | None, *, write: bool
) -> Exported:
    """Write the files of some tools below a folder, the project's own by default; or only say which are stale.

    Raises `HoloError`, before anything is written, where a file that stands has no certain place for Holo's part.
    """
    compiled = tuple(compile_project(spec, config, base) for spec in specs)
    if any(one.broken for one in compiled):
        return Exported(compiled)
    folder = config.root if out is None else Path(os.path.normpath(out))
    with without_collector():
        roots = tuple(_root(one, config) for one in compiled)
    below = shown(config.root, folder) if folder in config.root.parents else ""
    wanted: dict[str, Callable[[str], str]] = {}
    for tool in tools:
        wanted |= _files(tool, roots, below)
    changed, unchanged = {}, []
    for name, made in wanted.items():
        before = _text(folder / name)
        try:
            after = made(before)
        except CannotMark as error:
            raise HoloError(
                f"`{name}` cannot be brought up to date: {error.reason}",
                "Mend it, or export into another folder with `--out` and copy what you need",
                "H910",
            ) from None
        if after == before:
            unchanged.append(name)
        else:
            changed[name] = after
    if not write:
        return Exported(compiled, (), tuple(unchanged), tuple(changed))
    for name, text in changed.items():
        replace_text(folder / name, text)
    return Exported(compiled, tuple(changed), tuple(unchanged))


def _root(compiled: Compiled, config: Config) -> Root:
    where = folders(compiled, config)
    spec, build = shown(where.spec, config.root), shown(where.build, config.root)
    if compiled.code:
        return Root(compiled.root, spec, build, (), str(compiled.code))
    project = ir.Project(root=compiled.root, holograms=compiled.holograms())
    made = plan(project, max_tokens=config.tickets.max_tokens)
    order = [key for wave in made.waves for group in wave for key in group if key in made.tickets]
    return Root(compiled.root, spec, build, tuple(made.tickets[key] for key in order))


def _files(tool: Tool, roots: Sequence[Root], below: str) -> dict[str, Callable[[str], str]]:
    """Return what becomes of each file of a tool, from its text as it is."""
    rules = resources.template("export/rules.md.jinja").render(roots=roots, folder=below, most=MOST)
    words = ["mcp", *(["--project", below] if below else [])]
    server: dict[str, Any] = {"command": "holo", "args": words}
    # Editors start servers in folders of their own choice, and say which is the project's.
    opened = "/".join(["${workspaceFolder}", *([below] if below else [])])
    in_editor = {"command": "holo", "args": ["mcp", "--project", opened]}
    match tool:
        case Tool.CLAUDE_CODE:
            head = "---\ndescription: Take one Holo ticket, write its body, submit it until it is accepted\nargument-hint: [function]\n---\n\n"
            return {
                "CLAUDE.md": _block(rules),
                ".claude/commands/holo-ticket.md": _block(
                    resources.text("templates", "export/claude-command.md"), head
                ),
                ".mcp.json": _entry("mcpServers", {"type": "stdio", **server}),
            }
        case Tool.CURSOR:
            head = "---\ndescription: How functions of this project are written, ticket by ticket\nglobs:\nalwaysApply: true\n---\n\n"
            return {".cursor/rules/holo.mdc": _block(rules, head), ".cursor/mcp.json": _entry("mcpServers", in_editor)}
        case Tool.CODEX:
            # Judging a large project for the first time takes longer than the minute that Codex allows.
            listed = ", ".join(f'"{word}"' for word in words)
            table = f'[mcp_servers.holo]\ncommand = "holo"\nargs = [{listed}]\ntool_timeout_sec = 600\n'
            return {
                "AGENTS.md": _block(rules),
                ".codex/config.toml": lambda text: with_toml_block(text, table, "mcp_servers.holo"),
            }
        case Tool.COPILOT:
            return {
                ".github/copilot-instructions.md": _block(rules),
                ".vscode/mcp.json": _entry("servers", {"type": "stdio", **in_editor}),
            }
        case Tool.MARKDOWN:
            pages = "".join(f"\n\n---\n\n{ticket.text.strip()}" for root in roots for ticket in root.tickets)
            return {"HOLO.md": _block(f"{rules.strip()}{pages}", "# How to work on this project\n\n")}


def _block(block: str, head: str = "") -> Callable[[str], str]:
    return lambda text: with_block(text, block, HTML, head)


def _entry(name: str, value: dict[str, Any]) -> Callable[[str], str]:
    return lambda text: with_entry(text, (name, "holo"), value)


def _text(path: Path) -> str:
    """Return a file's text to the letter, nothing where there is none."""
    try:
        return path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return ""
    except UnicodeDecodeError:
        raise HoloError(f"`{path}` is not UTF-8", "Save it as UTF-8; it is left as it is", "H903") from None
    except OSError as error:
        raise HoloError(f"`{path}` cannot be read: {error.strerror}", "Check its permissions", "H903") from None
