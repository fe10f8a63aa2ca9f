"""Described code against its hologram: what `drift` and `check` say of it, where, and what they read for it."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from holo import config as configs
from holo.cli.again import Witness, answer
from holo.cli.app import perform
from holo.drift.model import HARMLESS
from holo.lift.finding import HARMLESS as UNHARMED
from holo.operations.adopt import adopt
from holo.operations.build import check
from holo.operations.drift import Drifted, drift
from tests.unit.operations.built import town

if TYPE_CHECKING:
    from pathlib import Path

    from holo.drift.model import Drift

TEXT = """hologram app "0.1.0" language 1

package other {
  function join(words: list[str]) -> str {
  }
}

package words {
  class Bag {
  }

  const LIMIT: int = 3

  function Bag.size(self: Bag) -> int {
  }

  function join(words: list[str]) -> str {
    "All in one."
  }
}
"""
WORDS = '''LIMIT = 3


class Bag:
    def size(self) -> int:
        return 0


def join(words: list[str]) -> str:
    """All in one."""
    return "".join(words)
'''
OTHER = "def join(words: list[str]) -> str:\n    return ''\n"
WORDS_FILE = "src/app/words.py"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return the folder of a project whose hologram describes two modules."""
    write(tmp_path, "holo.toml", '[project]\nspecs = ["app.holo"]\ncode = "src/app"\n[check]\ntypes = "off"\n')
    write(tmp_path, "app.holo", TEXT)
    write(tmp_path, WORDS_FILE, WORDS)
    write(tmp_path, "src/app/other.py", OTHER)
    return tmp_path


def write(folder: Path, name: str, text: str) -> None:
    """Write a file of the project."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def edit(folder: Path, name: str, old: str, new: str) -> None:
    """Change a file in one place."""
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text, text
    write(folder, name, text.replace(old, new, 1))


def look(folder: Path, *paths: str, spec: str = "app.holo") -> Drifted:
    """Return what differs."""
    return drift(folder / spec, configs.load(folder), [folder / path for path in paths], tool="test")


def only(folder: Path) -> Drift:
    """Return the one finding."""
    (found,) = look(folder).found
    return found


def test_code_as_described_has_no_drift(project: Path) -> None:
    """And the functions are counted."""
    done = look(project)

    assert ((), 3, "src/app", True) == (done.found, done.functions, done.code, done.clean)


EDITS = {
    "layout": ('return "".join(words)', "return ''.join( words )  # so", []),
    "docstring": ("All in one.", "All  of them.", []),
    "parameter": ("words: list[str]", "words: list[str], sep: str", [("H834", WORDS_FILE, 9)]),
    "result": ("-> str", "-> bytes", [("H841", WORDS_FILE, 9)]),
    "constant": ("LIMIT = 3", "LIMIT = 4", [("H848", WORDS_FILE, 1)]),
    "new": ("class Bag", "def fresh() -> None: ...\n\n\nclass Bag", [("H831", WORDS_FILE, 4)]),
    "new method": ("def size", "def more(self) -> int: ...\n\n    def size", [("H831", WORDS_FILE, 5)]),
    "private": ("class Bag", "def _fresh() -> None: ...\n\n\nclass Bag", []),
    "error": ('    return "".join', '    raise KeyError\n    return "".join', [("H850", WORDS_FILE, 11)]),
    "gone": ("def join(words: list[str])", "def _glue(parts: list[str])", [("H830", "app.holo", 17)]),
    "constant gone": ("LIMIT = 3", "", [("H847", "app.holo", 12)]),
    "class gone": ("class Bag", "class _Bag", [("H844", "app.holo", 9)]),
    "no Python": ("return 0", "return (", [("H854", WORDS_FILE, 6)]),
}


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_gives_its_finding_at_its_place(project: Path, name: str) -> None:
    """In the code; in the hologram where the code is gone. `drift` and `check` agree."""
    old, new, wanted = EDITS[name]

    edit(project, WORDS_FILE, old, new)

    assert wanted == [(one.code.number, one.path, one.line) for one in look(project).found]
    assert look(project).clean == (not wanted)
    checked = check(project / "app.holo", configs.load(project), project, lambda *_: None)
    assert (wanted, not wanted) == ([(one.code.number, one.path, one.line) for one in checked.apart], checked.sound)


def test_either_side_may_be_edited(project: Path) -> None:
    """Nothing records which side moved; the finding names the line of both."""
    edit(project, WORDS_FILE, "-> str", "-> bytes")

    found = only(project)

    assert ("either", "") == (found.moved, found.since)
    assert ["edit app.holo:17", "edit src/app/words.py:9"] == [command for command, _ in found.settle]
    edit(project, "app.holo", '(words: list[str]) -> str {\n    "All', '(words: list[str]) -> bytes {\n    "All')
    assert look(project).clean


def test_a_new_function_is_settled_by_the_command_that_is_named(project: Path) -> None:
    """`holo adopt` with the words that were said."""
    edit(project, WORDS_FILE, "def size", "def more(self) -> int: ...\n\n    def size")
    command = only(project).settle[0][0].split()
    assert ["holo", "adopt"] == command[:2]

    adopt(command[2:], configs.load(project), project, run=False)

    assert look(project).clean


def test_code_that_is_not_there_is_one_finding(project: Path) -> None:
    """At the hologram; no module is listed, and the command does not fail."""
    edit(project, "holo.toml", "src/app", "src/elsewhere")

    found = only(project)

    assert ("H853", "app.holo") == (found.code.number, found.path)
    assert "`src/elsewhere` is not there" in found.message


def test_a_module_that_is_gone_is_told_at_its_package(project: Path) -> None:
    """With the file that is not there."""
    (project / WORDS_FILE).unlink()

    found = next(one for one in look(project).found if one.code.number == "H853")

    assert ("app.holo", 8) == (found.path, found.line)
    assert "there is no `src/app/words.py`" in found.message


@pytest.mark.parametrize(
    ("path", "count"),
    [("src/app/words.py", 1), ("src/app/other.py", 1), ("src", 2), ("app.holo", 2), ("src/app/none.py", 0)],
)
def test_paths_choose_findings(project: Path, path: str, count: int) -> None:
    """Of a file, a folder above, the hologram; code that is gone is found by its file, too."""
    edit(project, WORDS_FILE, "-> str", "-> bytes")
    write(project, "src/app/other.py", "")

    assert count == len(look(project, path).found)


SECOND = 'hologram more "0.1.0" language 1\n\npackage words {\n  function fresh() -> None {\n  }\n}\n'


@pytest.mark.parametrize("code", ['"src/app"', '{ app = "src/app", more = "src/app" }'])
def test_what_another_hologram_describes_is_described(project: Path, code: str) -> None:
    """Both describe one module; a function that neither knows is told once."""
    specs = f'[project]\nspecs = ["app.holo", "more.holo"]\ncode = {code}\n'
    write(project, "holo.toml", specs)
    write(project, "more.holo", SECOND)
    edit(project, WORDS_FILE, "class Bag", "def fresh() -> None: ...\n\n\nclass Bag")
    assert [(), ()] == [look(project, spec=spec).found for spec in ("app.holo", "more.holo")]

    edit(project, WORDS_FILE, "class Bag", "def newer() -> None: ...\n\n\nclass Bag")

    assert ["app.words.newer"] == [
        one.id for spec in ("app.holo", "more.holo") for one in look(project, spec=spec).found
    ]


def test_a_file_within_a_described_folder_has_its_own_hologram(project: Path) -> None:
    """What is new there is told by the hologram into which `holo adopt` writes."""
    code = '{ app = "src/app", tools = "src/app/words.py" }'
    write(project, "holo.toml", f'[project]\nspecs = ["app.holo", "tools.holo"]\ncode = {code}\n')
    one = "function fresh() -> None {\n}\n"
    write(project, "tools.holo", f'hologram tools "0.1.0" language 1\n\n{one}')
    edit(project, WORDS_FILE, "class Bag", "def fresh() -> None: ...\n\n\ndef newer() -> None: ...\n\n\nclass Bag")

    found = {spec: look(project, spec=spec).found for spec in ("app.holo", "tools.holo")}

    assert [] == [one.id for one in found["app.holo"]]
    assert ["words.newer"] == [one.id for one in found["tools.holo"]]


def test_severities_are_those_of_the_comparison() -> None:
    """What is a warning there is one here."""
    assert UNHARMED <= HARMLESS


# -- the commands --------------------------------------------------------------------------------


@pytest.mark.parametrize("words", [("drift",), ("check",)])
@pytest.mark.parametrize("form", ["text", "json", "sarif", "github"])
def test_every_form_has_the_finding(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], words: tuple[str], form: str
) -> None:
    """With file, line and code; the exit code is 1."""
    edit(project, WORDS_FILE, "-> str", "-> bytes")
    monkeypatch.chdir(project / "src")

    code = perform([*words, "--format", form], Witness([]))

    out = capsys.readouterr().out
    assert (1, True) == (code, "H841" in out)
    if form == "text":
        assert "src/app/words.py:9: error H841" in out
        assert "app: 3 functions described" in out
    elif form == "github":
        assert "::error file=app/words.py,line=9," in out
    elif form == "sarif":
        (row,) = json.loads(out)["runs"][0]["results"]
        place = row["locations"][0]["physicalLocation"]
        assert ("app/words.py", 9) == (place["artifactLocation"]["uri"], place["region"]["startLine"])
    else:
        body = json.loads(out)
        (row,) = body["drift"][0]["found"] if words == ("drift",) else body["built"][0]["apart"]
        assert ("H841", "src/app/words.py", 9) == (row["code"], row["path"], row["line"])


def remembered() -> bool:
    """Run `holo drift`, and say whether its answer is known afterwards."""
    perform(["drift"], Witness(["drift"]))
    return answer(["drift"]) is not None


def test_the_answer_is_known_until_a_file_of_code_changes(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also one that comes, one behind a link, and another hologram."""
    monkeypatch.chdir(project)
    elsewhere = project / "elsewhere.py"
    elsewhere.write_text("A = 1\n", encoding="utf-8")
    (project / "src/app/linked.py").symlink_to(elsewhere)
    for path in (project / WORDS_FILE, project / "src/app/come.py", elsewhere, project / "app.holo"):
        assert remembered()

        path.write_text((path.read_text(encoding="utf-8") if path.exists() else "") + "\n", encoding="utf-8")

        assert answer(["drift"]) is None, path


def test_code_that_comes_back_is_seen(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A single file that was not there is no folder that was empty."""
    monkeypatch.chdir(project)
    edit(project, "holo.toml", "src/app", "tool.py")
    write(project, "app.holo", 'hologram app "0.1.0" language 1\n\nfunction one() -> int {\n}\n')
    assert remembered()

    write(project, "tool.py", "def one() -> int:\n    return 1\n")

    assert answer(["drift"]) is None
    assert look(project).clean


RUN = """
import sys
from holo.cli.again import Witness
from holo.cli.app import perform
code = perform(["drift"], Witness([]))
print(code, "griffe" in sys.modules)
"""


def test_generated_code_alone_does_not_load_griffe(project: Path, tmp_path: Path) -> None:
    """A described root does, which shows that the question is a real one."""
    made = tmp_path / "made"
    made.mkdir()
    town(made, "\nfunction one() -> int {\n  returns 1\n  example one() == 1\n}\n", inputs=5)
    write(made, "holo.toml", '[project]\nspecs = ["town.holo"]\n[check]\ntypes = "off"\n')

    said = [
        subprocess.run([sys.executable, "-c", RUN], cwd=folder, capture_output=True, text=True, check=True).stdout
        for folder in (made, project)
    ]

    assert ["0 False", "0 True"] == [one.splitlines()[-1] for one in said]
