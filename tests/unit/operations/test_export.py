"""`holo export`: each form as its reader parses it, and nothing of the user's lost."""

from __future__ import annotations

import json
import re
import shutil
import tomllib
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from holo.operations.export import MOST, Tool
from tests.cli import stall

if TYPE_CHECKING:
    from pathlib import Path

ALL = [word for tool in Tool for word in ("--for", tool.value)]
RULES = ("CLAUDE.md", "AGENTS.md", ".github/copilot-instructions.md", ".cursor/rules/holo.mdc", "HOLO.md")
SERVERS = {".mcp.json": "mcpServers", ".cursor/mcp.json": "mcpServers", ".vscode/mcp.json": "servers"}


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The stall with everything exported; nobody changes it."""
    folder = stall.make(tmp_path_factory.mktemp("exported") / "project")
    assert 0 == stall.here(folder, "export", *ALL).returncode
    return folder


def text_of(folder: Path, name: str) -> str:
    """Return a file's text."""
    return (folder / name).read_text(encoding="utf-8")


def front_matter(text: str) -> tuple[dict[str, Any], str]:
    """Split a file as editors do: YAML between two lines of hyphens at its very beginning, then Markdown."""
    found = re.fullmatch(r"---\n(.*?)\n---\n(.*)", text, re.DOTALL)
    assert found is not None
    return yaml.safe_load(found[1]), found[2]


def test_rules_of_cursor_are_always_applied(exported: Path) -> None:
    """The three fields that Cursor knows, and no other."""
    fields, body = front_matter(text_of(exported, ".cursor/rules/holo.mdc"))

    assert {"description", "globs", "alwaysApply"} == fields.keys()
    assert fields["alwaysApply"] is True
    assert "`next_ticket`" in body


def test_claude_code_gets_a_command(exported: Path) -> None:
    """It has a description, takes a function, and names tools that the server has."""
    fields, body = front_matter(text_of(exported, ".claude/commands/holo-ticket.md"))

    assert {"description", "argument-hint"} == fields.keys()
    assert "$ARGUMENTS" in body
    assert {"next_ticket", "submit", "ask", "give_back"} <= set(re.findall(r"`(\w+)`", body))


@pytest.mark.parametrize(("name", "key"), SERVERS.items())
def test_the_server_is_registered_in_json(exported: Path, name: str, key: str) -> None:
    """Under the key that the tool reads, as a process on standard input and output."""
    found = json.loads(text_of(exported, name))

    server = found[key]["holo"]
    words = ["mcp"] if name == ".mcp.json" else ["mcp", "--project", "${workspaceFolder}"]
    assert ["holo", words] == [server["command"], server["args"]]
    assert server.get("type", "stdio") == "stdio"
    assert [key] == list(found)


def test_the_server_is_registered_in_toml(exported: Path) -> None:
    """Codex reads it from its own file, with time enough to judge."""
    found = tomllib.loads(text_of(exported, ".codex/config.toml"))

    assert {"mcp_servers": {"holo": {"command": "holo", "args": ["mcp"], "tool_timeout_sec": 600}}} == found


@pytest.mark.parametrize("name", RULES)
def test_rules_name_every_ticket_and_the_command_that_judges(exported: Path, name: str) -> None:
    """What an agent without the server needs is there."""
    text = text_of(exported, name)

    assert sorted(stall.BODIES) == sorted(re.findall(r"^\| `([\w.]+)` \|", text, re.MULTILINE))
    assert f"holo judge {stall.SPEC} ID build/stall/bodies/ID.py" in text
    assert "\n\n\n" not in text


def test_the_command_that_judges_works(exported: Path, tmp_path: Path) -> None:
    """As the rules say it: compile, write the answer file, judge."""
    folder = shutil.copytree(exported, tmp_path / "project")
    command = re.search(r"^ {4}holo (judge .*)$", text_of(folder, "AGENTS.md"), re.MULTILINE)
    assert command is not None
    words = command[1].replace("ID", "stall.line.others").split()

    stall.here(folder, "compile", stall.SPEC)
    (folder / words[-1]).write_text(stall.BODIES["stall.line.others"], encoding="utf-8")
    right = stall.here(folder, *words)
    (folder / words[-1]).write_text(stall.BODIES["stall.line.others"].replace("1:", "2:"), encoding="utf-8")
    wrong = stall.here(folder, *words)

    assert (0, 1) == (right.returncode, wrong.returncode)


def test_markdown_holds_the_tickets_whole(exported: Path) -> None:
    """Whoever has nothing but this file has every page; no sealed example is on one."""
    text = text_of(exported, "HOLO.md")

    assert len(stall.BODIES) == text.count("# Write one Python function: ")
    assert "640" not in text
    assert text.startswith("# ")


@pytest.mark.parametrize("name", [*RULES, ".codex/config.toml", ".claude/commands/holo-ticket.md"])
def test_what_the_user_wrote_stays(exported: Path, tmp_path: Path, name: str) -> None:
    """Above and below the block, and in the front matter, too."""
    folder = shutil.copytree(exported, tmp_path / "project")
    file = folder / name
    mine = file.read_text(encoding="utf-8").replace("description:", "description: mine,")
    mine = f"{mine}\n# mine, below\n" if mine.startswith("---") else f"# mine, above\n{mine}\n# mine, below\n"
    old = mine.replace("holo", "HOLO", 3).replace("HOLO:begin", "holo:begin").replace("HOLO:end", "holo:end")
    old = old.replace("`HOLO export`", "`holo export`").replace("[mcp_servers.HOLO]", "[mcp_servers.holo]")
    file.write_text(old.replace("`submit`", "`sbmt`").replace("600", "60"), encoding="utf-8")

    done = stall.here(folder, "export", *ALL)

    text = file.read_text(encoding="utf-8")
    assert 0 == done.returncode, done.stderr
    assert text.count("mine") == old.count("mine")
    assert text.endswith("# mine, below\n")
    assert "sbmt" not in text
    assert "= 60\n" not in text


def test_a_second_export_changes_nothing(exported: Path, tmp_path: Path) -> None:
    """And a check says that all is as it should be."""
    folder = shutil.copytree(exported, tmp_path / "project")
    before = stall.snapshot(folder)

    checked = stall.here(folder, "export", *ALL, "--check")
    stall.here(folder, "export", *ALL)

    assert 0 == checked.returncode
    assert {name: data for name, data in before.items() if "/.holo/" not in name}.items() <= stall.snapshot(
        folder
    ).items()


def test_a_check_says_what_is_stale_and_writes_nothing(exported: Path, tmp_path: Path) -> None:
    """A new signature makes the rules stale; filling a function does not."""
    folder = shutil.copytree(exported, tmp_path / "project")
    stall.record(folder)
    stall.here(folder, "build")
    filled = stall.here(folder, "export", *ALL, "--check")
    spec = folder / stall.SPEC
    spec.write_text(
        spec.read_text(encoding="utf-8").replace("greeting(name: str)", "greeting(title: str)"), encoding="utf-8"
    )

    changed = stall.here(folder, "export", *ALL, "--check")

    assert 0 == filled.returncode
    assert 1 == changed.returncode
    assert {f"stale {name}" for name in RULES} <= set(changed.stdout.splitlines())
    assert "greeting(name: str)" in text_of(folder, "CLAUDE.md")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("CLAUDE.md", "<!-- holo:begin -->\nmine\n"),
        (".mcp.json", "{ // mine\n}"),
        (".codex/config.toml", "mcp_servers = 3\n"),
        ("AGENTS.md", b"\xff\xfe"),
    ],
)
def test_nothing_is_written_where_one_file_cannot_be(tmp_path: Path, name: str, text: str | bytes) -> None:
    """The file is named, and all of them are as they were."""
    folder = stall.make(tmp_path / "project")
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    before = stall.snapshot(folder)

    done = stall.here(folder, "export", *ALL)

    assert 2 == done.returncode
    assert name in done.stderr
    assert before == {path: data for path, data in stall.snapshot(folder).items() if "/.holo/" not in path}


def test_a_hologram_with_errors_is_not_exported(tmp_path: Path) -> None:
    """Its errors are shown instead."""
    folder = stall.make(tmp_path / "project", stall.TEXT.replace("-> str {", "-> strr {"))

    done = stall.here(folder, "export", *ALL)

    assert 1 == done.returncode
    assert "strr" in done.stdout
    assert not (folder / "CLAUDE.md").exists()


def test_a_project_inside_a_repository_says_where_it_is(tmp_path: Path) -> None:
    """Exported above the project, the server is told its folder, and the reader, too."""
    folder = stall.make(tmp_path / "libs" / "stall")

    done = stall.here(folder, "export", "--for", "claude-code", "--for", "cursor", "--out", "../..")

    assert 0 == done.returncode, done.stderr
    server = json.loads(text_of(tmp_path, ".mcp.json"))["mcpServers"]["holo"]
    editor = json.loads(text_of(tmp_path, ".cursor/mcp.json"))["mcpServers"]["holo"]
    assert ["mcp", "--project", "libs/stall"] == server["args"]
    assert ["mcp", "--project", "${workspaceFolder}/libs/stall"] == editor["args"]
    assert "Run all commands in `libs/stall/`" in text_of(tmp_path, "CLAUDE.md")
    assert not (folder / "CLAUDE.md").exists()


def test_rules_of_a_large_project_stay_short(tmp_path: Path) -> None:
    """An agent reads them before every task: they list some tickets, and say where the others are."""
    functions = "".join(
        f'  function f{number}(x: int) -> int {{ "Any."\n ensures result > x\n}}\n' for number in range(MOST + 5)
    )
    folder = stall.make(tmp_path / "project", f'hologram many "0.1.0" language 1\n\npackage p {{\n{functions}}}\n')

    stall.here(folder, "export", "--for", "codex")

    text = text_of(folder, "AGENTS.md")
    assert MOST == len(re.findall(r"^\| `many\.", text, re.MULTILINE))
    assert "And 5 more: `build/many/tickets/index.json`" in text


def test_described_code_is_edited_in_place(tmp_path: Path) -> None:
    """A hologram that describes code has no tickets: the rules say where the code stands, and how it is held."""
    text = 'hologram app "0.1.0" language 1\n\nfunction half(x: int) -> int {\n  "Half."\n  ensures result <= x or x < 0\n}\n'
    config = stall.CONFIG.replace("[project]", '[project]\ncode = "src/app"')
    folder = stall.make(tmp_path / "project", text, config)

    done = stall.here(folder, "export", "--for", "codex")

    assert 0 == done.returncode, done.stderr
    assert (
        f"None: it describes the code in `src/app`. Edit that where it stands, and hold it against the hologram with `holo drift {stall.SPEC}`"
        in text_of(folder, "AGENTS.md")
    )
