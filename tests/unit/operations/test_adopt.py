"""Single functions of hand-written code get their entries, and what held when they were tried."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from holo import config as configs
from holo.errors import HoloError
from holo.operations.adopt import adopt
from holo.operations.compile import check_text

if TYPE_CHECKING:
    from pathlib import Path

CODE = '''\
"""Words."""


class Empty(Exception):
    """No word."""


def clamp(value: int, low: int, high: int) -> int:
    """Keep a value within bounds.

    >>> clamp(5, 0, 3)
    3
    """
    if low > high:
        raise ValueError("low is above high")
    return max(low, min(value, high))


def unique(xs):
    """Each once, sorted."""
    return sorted(set(xs))


def first(words: list[str]) -> str:
    """The first."""
    if not words:
        raise Empty
    return words[0]


async def later(x: int) -> int:
    return x
'''


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "app").mkdir()
    (tmp_path / "app" / "__init__.py").write_text("", encoding="utf-8")
    (tmp_path / "app" / "words.py").write_text(CODE, encoding="utf-8")
    return tmp_path


def adopted(project: Path, *names: str, run: bool = True) -> str:
    """Adopt functions of `words` and return the hologram, which compiles."""
    config = configs.load(project)
    adopt([f"app/words.py::{name}" for name in names], config, project, run=run)
    text = (project / "specs" / "app.holo").read_text(encoding="utf-8")
    assert [] == [one.message for one in check_text(text, code="app") if one.severity.value == "error"]
    return text


def test_an_entry_has_signature_doc_examples_raises_and_what_held(project: Path) -> None:
    """Each observed contract stands under its mark."""
    text = adopted(project, "clamp")

    assert "function clamp(value: int, low: int, high: int) -> int {" in text
    assert "raises ValueError when low > high" in text
    assert "example clamp(5, 0, 3) == 3" in text
    before, _, _ = text.partition("    ensures min(low, high) <= result <= max(low, high)\n")
    assert "inputs: keep or strike" in before.splitlines()[-1]


def test_an_untyped_function_is_tried_with_the_values_that_it_takes(project: Path) -> None:
    """Its signature stays untyped."""
    text = adopted(project, "unique")

    assert "function unique(xs) -> Any {" in text
    assert "ensures result == sorted(result)" in text


def test_a_second_adoption_adds_to_the_hologram_and_changes_nothing_else(project: Path) -> None:
    """What the author wrote, comments included, stays."""
    first = adopted(project, "clamp")
    edited = first.replace('"Keep a value within bounds."', '"Mine."  # a remark')
    (project / "specs" / "app.holo").write_text(edited, encoding="utf-8")

    text = adopted(project, "first")

    assert '"Mine."  # a remark' in text
    assert "error Empty" in text
    assert "raises Empty when not words" in text
    assert set(edited.splitlines()) <= set(text.splitlines())


def test_without_running_no_contract_is_offered(project: Path) -> None:
    """And the code is not imported."""
    (project / "app" / "words.py").write_text(CODE + "\nopen('ran', 'w').close()\n", encoding="utf-8")

    text = adopted(project, "clamp", run=False)

    assert "keep or strike" not in text
    assert not (project / "ran").exists()


def test_what_is_described_is_not_described_twice(project: Path) -> None:
    """The second time nothing is written."""
    text = adopted(project, "clamp")

    assert text == adopted(project, "clamp")


def test_an_async_function_is_described_and_not_tried(project: Path) -> None:
    """The reason is said."""
    (found,) = adopt(["app/words.py::later"], configs.load(project), project)

    assert "it is async" == found.entries[0].reason


@pytest.mark.parametrize(
    ("target", "says"),
    [
        ("app/words.py", "names no function"),
        ("app/none.py::f", "does not exist"),
        ("app/words.py::clmp", "has no function"),
    ],
)
def test_what_is_no_function_is_refused(project: Path, target: str, says: str) -> None:
    """Nothing is written then."""
    with pytest.raises(HoloError) as refused:
        adopt([target], configs.load(project), project)

    assert says in refused.value.message
    assert not (project / "specs").exists()
