"""Holo's part of somebody else's file: all else stays to the letter."""

from __future__ import annotations

import json
import tomllib

import pytest

from holo.emit.marked import HTML, CannotMark, with_block, with_entry, with_toml_block

VALUE = {"command": "holo", "args": ["mcp"]}
ENTRY = ("mcpServers", "holo")
TABLE = '[mcp_servers.holo]\ncommand = "holo"\n'


@pytest.mark.parametrize("text", ["", "# Mine", "# Mine\n", "# Mine\n\n", "# Mine\r\n\r\nkeep\r\n", "\ufeff# Mine\n"])
def test_a_block_is_added_below(text: str) -> None:
    """What was there begins the file still, and the line ends are its own."""
    made = with_block(text, "Rules.\nMore.", HTML)

    ends = "\r\n" if "\r" in text else "\n"
    assert made.startswith(text)
    assert f"{ends}Rules.{ends}More.{ends}" in made
    assert made.replace("\r\n", "").count("\r") == 0
    assert ("\r" in text) == ("\r" in made)


@pytest.mark.parametrize("text", ["", "# Mine\n", "a\r\nb\r\n"])
def test_a_block_is_replaced_alone(text: str) -> None:
    """What stands above and below stays; the same block changes nothing."""
    first = with_block(text, "Old.", HTML) + "below\n"

    second = with_block(first, "New.", HTML)

    assert first.replace("Old.", "New.") == second
    assert second == with_block(second, "New.", HTML)


@pytest.mark.parametrize(
    "text",
    [
        "<!-- holo:begin -->\nno end",
        "<!-- holo:end -->\n",
        "<!-- holo:end -->\n<!-- holo:begin -->\n",
        "<!-- holo:begin -->\n<!-- holo:begin -->\n<!-- holo:end -->\n",
    ],
)
def test_damaged_marks_are_refused(text: str) -> None:
    """Where the block begins or ends is not guessed."""
    with pytest.raises(CannotMark):
        with_block(text, "New.", HTML)


def test_a_new_file_begins_with_its_head() -> None:
    """A head that somebody has changed since stays."""
    first = with_block("", "Old.", HTML, "---\na: 1\n---\n\n")

    assert first.startswith("---\na: 1\n---\n\n<!-- holo:begin")
    assert with_block(first.replace("a: 1", "a: 2"), "New.", HTML, "---\na: 1\n---\n\n").startswith("---\na: 2\n")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{}",
        "{\n}\n",
        '{"mcpServers": {}}',
        '{"other": [1,  2]}',
        '{\n  "mcpServers": {\n    "other": {"command": "x"}\n  },\n  "z": null\n}\n',
        '{"mcpServers": {"other": 1}, "holo": {"command": "old"}}',
        '{"z": {"holo": 1, "mcpServers": 2},\r\n "mcpServers": {"a": "}\\"{"}}\r\n',
        "\n [1]".replace("[1]", '{"a": {"mcpServers": {}}}'),
    ],
)
def test_an_entry_is_set_and_all_else_stays(text: str) -> None:
    """The object reads as before with the one entry in it; doing it again changes nothing."""
    before = json.loads(text) if text else {}

    made = with_entry(text, ENTRY, VALUE)

    assert {**before, "mcpServers": {**before.get("mcpServers", {}), "holo": VALUE}} == json.loads(made)
    assert made == with_entry(made, ENTRY, VALUE)
    assert all(part in made for part in ('"other": {"command": "x"}', "[1,  2]", '"}\\"{"') if part in text)


@pytest.mark.parametrize("text", ["[]", "// a comment\n{}", '{"mcpServers": 3}', "{", '{"a": 1,}'])
def test_what_is_no_plain_object_is_refused(text: str) -> None:
    """A comment would be lost, a list has no place for it."""
    with pytest.raises(CannotMark):
        with_entry(text, ENTRY, VALUE)


@pytest.mark.parametrize("text", ["", 'model = "m"\n', "[a]\nb = 1\n"])
def test_a_table_is_added(text: str) -> None:
    """The file is TOML still, with the table and all that was there."""
    made = with_toml_block(text, TABLE, "mcp_servers.holo")

    assert {**tomllib.loads(text), "mcp_servers": {"holo": {"command": "holo"}}} == tomllib.loads(made)
    assert made == with_toml_block(made, TABLE, "mcp_servers.holo")


@pytest.mark.parametrize("text", ['[mcp_servers.holo]\ncommand = "mine"\n', 'mcp_servers.holo.command = "mine"\n'])
def test_a_table_that_is_the_users_stays(text: str) -> None:
    """Who has registered the server in another way knows better."""
    assert text == with_toml_block(text, TABLE, "mcp_servers.holo")


def test_an_entry_that_is_the_users_stays() -> None:
    """The same for JSON."""
    text = '{"mcpServers": {"holo": {"command": "mine"}}}'

    assert text == with_entry(text, ENTRY, VALUE)


def test_a_block_of_toml_is_replaced() -> None:
    """What Holo wrote is Holo's to write again."""
    first = with_toml_block("[a]\n", TABLE, "mcp_servers.holo")

    assert first.replace('"holo"', '"other"') == with_toml_block(
        first, TABLE.replace('"holo"', '"other"'), "mcp_servers.holo"
    )


@pytest.mark.parametrize("text", ["this is no TOML", "mcp_servers = 1\n"])
def test_what_is_no_toml_is_refused(text: str) -> None:
    """There is no place for a table."""
    with pytest.raises(CannotMark):
        with_toml_block(text, TABLE, "mcp_servers.holo")


def test_a_line_below_the_block_does_not_join_its_table() -> None:
    """A key that stands below the block would be the server's: it is refused, and nothing is lost."""
    made = with_toml_block("", TABLE, "mcp_servers.holo") + "mine = 1\n"

    with pytest.raises(CannotMark):
        with_toml_block(made, TABLE, "mcp_servers.holo")
