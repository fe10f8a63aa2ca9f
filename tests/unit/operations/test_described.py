"""Projects with code that Holo does not own: what is compiled, and what is built of it, which is nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from holo import config as configs
from holo.errors import HoloError
from holo.operations.build import build
from holo.operations.compile import Compiled, compile_project
from holo.operations.judge import judge_files
from holo.operations.planning import plan_of
from holo.operations.status import status
from holo.operations.tickets import compile_to

if TYPE_CHECKING:
    from pathlib import Path

    from holo.config import Config

TEXT = """hologram app "0.1.0" language 1

package words {
  function split(text: str, sep=None) -> list[str] {
    example split("a b") == ["a", "b"]
  }

  function join(words: list[str]) -> str {
  }
}
"""


def project(folder: Path, code: str) -> Config:
    """Write a project with one hologram, and return its configuration."""
    (folder / "app.holo").write_text(TEXT, encoding="utf-8")
    (folder / "holo.toml").write_text(f'[project]\nspecs = ["app.holo"]\n{code}\n', encoding="utf-8")
    return configs.load(folder)


def compiled(folder: Path, code: str = 'code = "src/app"') -> Compiled:
    """Compile the project."""
    return compile_project(folder / "app.holo", project(folder, code), folder)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('code = "src/app"', "src/app"),
        ('code = "./src/app/"', "src/app"),
        ('code = { app = "tools/app.py" }', "tools/app.py"),
        ('code = { other = "tools/app.py" }', ""),
        ("", ""),
    ],
)
def test_config_says_which_hologram_is_described(tmp_path: Path, line: str, expected: str) -> None:
    """One path is for all holograms; a table is by their names."""
    assert expected == project(tmp_path, line).code("app")


@pytest.mark.parametrize("line", ["code = 1", 'code = ["src"]', "code = { app = 2 }", 'code = ""'])
def test_wrong_code_is_said(tmp_path: Path, line: str) -> None:
    """What is neither a path nor a table of paths is refused with the form to write."""
    with pytest.raises(HoloError, match=r"project\.code") as raised:
        project(tmp_path, line)

    assert 'code = "src/app"' in raised.value.hint


def test_described_hologram_compiles(tmp_path: Path) -> None:
    """Its functions are described: neither open nor done; its types are not checked, and it says so."""
    found = compiled(tmp_path)

    assert (False, "src/app", 2) == (found.broken, found.code, found.described)
    assert not found.types_checked
    assert all(one.described for hologram in found.holograms() for p in hologram.packages for one in p.functions)


def test_the_same_text_without_code_is_an_error(tmp_path: Path) -> None:
    """And the configuration is part of what the cache is asked for."""
    assert not compiled(tmp_path).broken

    again = compiled(tmp_path, "")

    assert ["H235"] == [row.code for row in again.diagnostics if row.severity == "error"]


def test_nothing_is_built_of_it(tmp_path: Path) -> None:
    """No package, no ticket, no lock; and nothing is missing."""
    config = project(tmp_path, 'code = "src/app"')

    done = build(tmp_path / "app.holo", config, tmp_path, lambda *_: None, lambda _: None)

    assert (True, {}) == (done.complete, done.stands)
    assert not (tmp_path / "generated").exists()
    assert not (tmp_path / "holo.lock").exists()
    assert {} == plan_of(tmp_path / "app.holo", config, tmp_path).tickets
    assert () == status(tmp_path / "app.holo", config, tmp_path).rows


def test_compile_writes_its_ir_alone(tmp_path: Path) -> None:
    """There is nobody to write a ticket for."""
    config = project(tmp_path, 'code = "src/app"')

    done = compile_to(tmp_path / "app.holo", config, tmp_path, tmp_path / "out", write=True)

    assert 0 == done.tickets
    assert '"code":"src/app"' in (tmp_path / "out" / "hologram.json").read_text(encoding="utf-8")
    assert ["hologram.json"] == sorted(path.name for path in (tmp_path / "out").iterdir() if path.name[0] != ".")


def test_candidate_for_what_exists_is_refused(tmp_path: Path) -> None:
    """A body in a file is no way to change it: the message says where it is."""
    config = project(tmp_path, 'code = "src/app"')
    (tmp_path / "body.py").write_text("def split(text, sep=None):\n    return text.split(sep)\n", encoding="utf-8")

    with pytest.raises(HoloError, match=r"describes the code in `src/app`"):
        judge_files(tmp_path / "app.holo", "split", [tmp_path / "body.py"], config, tmp_path)
