"""Reading a reply: what is an answer, and what is thrown away."""

from __future__ import annotations

import pytest

from holo.agents.reply import Reply, blocks, read_reply
from holo.pycode.rules import FormRules

RULES = FormRules("double", "def double(x: int) -> int:")
GOOD = "```python\ndef double(x: int) -> int:\n    return x + x\n```\n"


def read(text: str, max_tokens: int = 1000) -> Reply:
    """Read a reply to the ticket of `double`."""
    return read_reply(text, RULES, max_tokens)


def flags(text: str, max_tokens: int = 1000) -> list[str]:
    """Return the keys of the red flags."""
    return [flag.key for flag in read(text, max_tokens).flags]


def test_one_block_is_an_answer() -> None:
    """The block's function comes back in the form in which bodies are kept."""
    assert "def double(x: int) -> int:\n    return x + x\n" == read(GOOD).source


def test_words_around_the_block_do_no_harm() -> None:
    """A model may think aloud before and after."""
    assert read(f"I double it.\n\n{GOOD}\nDone.").source is not None


def test_windows_line_ends_do_no_harm() -> None:
    """CRLF is white space like any other."""
    assert read(GOOD.replace("\n", "\r\n")).source is not None


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("", "empty"),
        ("  \n", "empty"),
        ("def double(x: int) -> int:\n    return x + x\n", "blocks"),
        (GOOD + GOOD, "blocks"),
        (GOOD.removesuffix("```\n"), "blocks"),
        (GOOD.replace("```python", "```"), "blocks"),
        (GOOD.replace("```python", "```java"), "blocks"),
    ],
)
def test_not_exactly_one_closed_block_of_python_is_a_red_flag(text: str, key: str) -> None:
    """Nothing is guessed into an answer."""
    assert [key] == flags(text)


@pytest.mark.parametrize(
    "body",
    [
        "def double(x: int) -> int:\n    return x +\n",
        "def twice(x: int) -> int:\n    return x + x\n",
        "def double(x: int, y: int = 0) -> int:\n    return x + x\n",
        "def helper(x: int) -> int:\n    return x\n\ndef double(x: int) -> int:\n    return helper(x) * 2\n",
        "import os\n\ndef double(x: int) -> int:\n    return x + x\n",
        "def double(x: int) -> int:\n    pass\n",
        "def double(x: int) -> int:\n    ...\n",
        "def double(x: int) -> int:\n    raise NotImplementedError\n",
        "def double(x: int) -> int:\n    return x + x  # TODO check\n",
        "x = 1\ndef double(x: int) -> int:\n    return x + x\n",
    ],
)
def test_a_block_of_another_form_is_a_red_flag(body: str) -> None:
    """What the form forbids is never judged."""
    found = read(f"```python\n{body}```\n")

    assert found.source is None
    assert found.flags


def test_a_reply_over_the_budget_is_a_red_flag() -> None:
    """The budget holds for the whole reply, and the message has its numbers and the tokenizer's name."""
    found = read("word " * 50 + GOOD, max_tokens=40)

    assert ["size"] == [flag.key for flag in found.flags]
    assert "at most 40" in found.flags[0].message
    assert "o200k_base" in found.flags[0].message


def test_a_fence_inside_a_longer_fence_is_content() -> None:
    """Four backticks hold three."""
    assert [("python", "```\n", True)] == blocks("````python\n```\n````\n")
