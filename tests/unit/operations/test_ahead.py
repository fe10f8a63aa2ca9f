from __future__ import annotations

from typing import TYPE_CHECKING

from holo.config import CheckTable, Config, LimitsTable
from holo.operations import ahead
from holo.operations.build import build
from holo.operations.stands import State

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest

    from holo.operations.stands import Stand

SPEC = "\n".join(
    f'function f{number}(value: int) -> int {{\n  """Count."""\n  ensures result == value + {number}\n'
    f"  example f{number}(1) == {number + 1}\n}}\n"
    for number in range(1, 11)
)
BODIES = {f"f{number}": f"def f{number}(value: int) -> int:\n    return value + {number}\n" for number in range(1, 11)}
BODIES["f3"] = "def f3(value: int) -> int:\n    return 4\n"


def stands(folder: Path, hands: Callable[[], int], monkeypatch: pytest.MonkeyPatch) -> dict[str, Stand]:
    """Build a project with so many hands, and return where its functions stand."""
    monkeypatch.setattr(ahead, "hands", hands)
    home = folder / "build" / "town" / "bodies"
    home.mkdir(parents=True)
    (folder / "town.holo").write_text(f'hologram town "0.1.0" language 1\n{SPEC}', encoding="utf-8")
    for name, text in BODIES.items():
        (home / f"town.{name}.py").write_text(text, encoding="utf-8")
    config = Config(folder, found=True, check=CheckTable(types="off"), limits=LimitsTable(inputs=20))
    return dict(build(folder / "town.holo", config, folder, lambda *_: None, lambda _: None).stands)


def test_two_hands_come_to_the_verdicts_of_one_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What comes out does not depend on who judged."""
    alone = stands(tmp_path / "one", lambda: 0, monkeypatch)
    together = stands(tmp_path / "two", lambda: 2, monkeypatch)

    assert alone == together
    assert State.REJECTED is alone["town.f3"].state
    assert {State.ACCEPTED} == {stand.state for key, stand in alone.items() if key != "town.f3"}


def test_verdicts_come_from_the_crew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With hands there, the process itself judges nothing that they have judged."""
    taken: list[str] = []
    real = ahead.Ahead.verdict

    def seen(self: ahead.Ahead, key: str, question: str) -> object:
        found = real(self, key, question)
        taken.extend([key] if found is not None else [])
        return found

    monkeypatch.setattr(ahead.Ahead, "verdict", seen)
    stands(tmp_path / "two", lambda: 2, monkeypatch)

    assert {f"town.{name}" for name in BODIES} <= set(taken)


def test_hands_that_die_leave_the_work_to_the_process_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A crew of which nothing comes costs time and nothing else."""
    alone = stands(tmp_path / "one", lambda: 0, monkeypatch)
    monkeypatch.setattr(ahead, "_hand", lambda _shop: 1 / 0)

    assert alone == stands(tmp_path / "two", lambda: 2, monkeypatch)
