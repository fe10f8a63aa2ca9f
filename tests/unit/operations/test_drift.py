"""What moved since the lock: one finding an edit, of the right kind; nothing for what is no change."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from holo.operations.accept import carry_out, propose
from holo.operations.drift import Drifted, drift
from holo.operations.restore import find_restored, put_back
from tests.unit.operations.built import Town, town

if TYPE_CHECKING:
    from pathlib import Path

    from holo.operations.accept import Proposal

SPEC = """
error Low(n: int) "Too low."

record Pair {
  left: int
  right: int = 1
}

package sums "Sums" {
  function twice(n: int) -> int {
    "Twice a number."
    returns n * 2
    example twice(2) == 4
  }

  function grade(n: int) -> str {
    "A word for a number."
    requires 0 <= n <= 20
    table {
      n < 10 -> "low"
      otherwise -> "high"
    }
    example grade(10) == "high"  # just so
  }

  function near(n: int, by: int) -> int {
    "A number close to another."
    requires 0 <= n <= 100
    requires 1 <= by <= 3
    ensures n < result <= n + by
    example near(0, 1) == 1
  }
}
"""
NEAR = "def near(n: int, by: int) -> int:\n    step = 1\n    return n + step\n"


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Town:
    """Return the project, built; nobody changes it."""
    return town(tmp_path_factory.mktemp("once"), SPEC, inputs=30, **{"sums.near": NEAR})


@pytest.fixture
def made(once: Town, tmp_path: Path) -> Town:
    """Return a copy of the project that was looked at once."""
    folder = shutil.copytree(once.folder, tmp_path / "town", ignore=shutil.ignore_patterns("cache"))
    from dataclasses import replace

    copy = Town(folder, replace(once.config, root=folder))
    assert look(copy).clean
    return copy


def look(project: Town, *paths: str) -> Drifted:
    """Return what has moved."""
    return drift(project.spec, project.config, [project.folder / path for path in paths], tool="test")


def codes(project: Town) -> list[str]:
    """Return the codes of what has moved; what is remembered must not change it."""
    found = [one.code.number for one in look(project).found]
    assert found == [one.code.number for one in look(project).found]
    shutil.rmtree(project.folder / ".holo" / "drift")
    assert found == [one.code.number for one in look(project).found]
    return found


def file(project: Town, name: str) -> Path:
    """Return a file of the package."""
    return project.folder / "generated" / "town" / name


def edit(project: Town, name: str, old: str, new: str) -> None:
    """Change a file of the package in one place."""
    path = file(project, name)
    text = path.read_text(encoding="utf-8")
    assert old in text, text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


NEAR_FILE, TWICE, TYPES = "src/town/sums/near.py", "src/town/sums/twice.py", "src/town/types.py"

EDITS = {
    "layout": (NEAR_FILE, "return n + step", "return  (n+step)  # so\n", []),
    "docstring": (NEAR_FILE, "A number close", "A  number\n    close", []),
    "type comment": (TYPES, "class Pair", "# mine\nclass Pair", []),
    "test comment": ("tests/test_sums_near.py", "def test", "# mine\ndef test", []),
    "alike": (NEAR_FILE, "step = 1", "step = 2 - 1", ["H801"]),
    "breaks": (NEAR_FILE, "step = 1", "step = 9", ["H802"]),
    "derived": (TWICE, "n * 2", "n * 3", ["H802"]),
    "signature": (NEAR_FILE, "by: int)", "by: int = 1)", ["H805"]),
    "taken out": (NEAR_FILE, "step = 1\n    return n + step", 'raise NotImplementedError("later")', ["H806"]),
    "no Python": (NEAR_FILE, "return n", "return (n", ["H806"]),
    "beside": (NEAR_FILE, "def near", "def helper() -> int:\n    return 1\n\n\ndef near", ["H807"]),
    "renamed": (NEAR_FILE, "def near(", "def nearer(", ["H809"]),
    "future": (TWICE, "from __future__ import annotations\n", "", ["H810"]),
    "field": (TYPES, "right: int = 1", "right: int = 2", ["H810"]),
    "public": ("src/town/sums/__init__.py", '"near"', '"neat"', ["H810"]),
    "metadata": ("pyproject.toml", "version = ", "version_ = ", ["H810"]),
    "weakened": ("tests/test_sums_near.py", "assert ", "assert True or ", ["H811"]),
}


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_gives_exactly_its_finding(made: Town, name: str) -> None:
    """With and without what an earlier look remembers."""
    path, old, new, wanted = EDITS[name]

    edit(made, path, old, new)

    assert wanted == codes(made)


@pytest.mark.parametrize(
    ("name", "wanted"), [(NEAR_FILE, "H806"), (TYPES, "H810"), ("tests/test_sums_near.py", "H811")]
)
def test_a_file_that_is_gone_is_found(made: Town, name: str, wanted: str) -> None:
    """Of a function, of types, of tests."""
    file(made, name).unlink()

    assert [wanted] == codes(made)


def test_a_function_in_another_file_has_moved(made: Town) -> None:
    """It is one finding, and not one that is gone and one that came."""
    file(made, NEAR_FILE).rename(file(made, "src/town/sums/elsewhere.py"))

    assert ["H809"] == codes(made)
    assert "stands as `near` in" in look(made).found[0].message


def test_a_module_of_ones_own_is_named(made: Town) -> None:
    """With what it defines."""
    file(made, "src/town/mine.py").write_text("def helper():\n    return 1\n", encoding="utf-8")

    assert ["H807"] == codes(made)
    assert "`helper`" in look(made).found[0].message


def test_a_hologram_that_moved_is_told_from_code(made: Town) -> None:
    """At its line of the hologram; a doc of another function moves nothing."""
    text = made.spec.read_text(encoding="utf-8")
    made.spec.write_text(text.replace("by <= 3", "by <= 2"), encoding="utf-8")

    assert ["H803"] == codes(made)
    found = look(made).found[0]
    assert ("hologram", "town.holo") == (found.moved, found.path)
    assert "function near" in made.spec.read_text(encoding="utf-8").splitlines()[found.line - 1]


def test_both_sides_are_shown(made: Town) -> None:
    """And what the judge says of the code under the new hologram."""
    made.spec.write_text(made.spec.read_text(encoding="utf-8").replace("by <= 3", "by <= 2"), encoding="utf-8")
    edit(made, NEAR_FILE, "step = 1", "step = 9")

    assert ["H804"] == codes(made)
    assert "breaks the new contract" in look(made).found[0].message


def test_a_declaration_taken_out_of_the_hologram_is_left_over(made: Town) -> None:
    """The package still holds it."""
    text = made.spec.read_text(encoding="utf-8")
    start = text.index("  function near")
    made.spec.write_text(f"{text[:start].rstrip()}\n}}\n", encoding="utf-8")

    assert ["H808"] == codes(made)


def test_a_field_more_in_the_hologram_makes_the_types_old(made: Town) -> None:
    """No function names the record, so nothing else has moved."""
    text = made.spec.read_text(encoding="utf-8")
    made.spec.write_text(text.replace("  right: int = 1", "  right: int = 1\n  up: int = 0"), encoding="utf-8")

    assert ["H812"] == codes(made)


def test_a_body_without_a_record_is_named(made: Town) -> None:
    """Somebody took its block out of the lock."""
    from holo.provenance import lock as locks

    lock = locks.read(made.folder / "holo.lock")
    del lock["town.sums.near"]
    locks.write(made.folder / "holo.lock", lock)

    assert ["H814"] == codes(made)


def test_a_record_of_nothing_is_named(made: Town) -> None:
    """What is left of a merge."""
    from holo.provenance import lock as locks

    lock = locks.read(made.folder / "holo.lock")
    locks.write(made.folder / "holo.lock", {**lock, "town.sums.gone": lock["town.sums.near"]})

    assert ["H813"] == codes(made)


def test_a_body_that_the_contract_allows_is_shown_where_it_parts(made: Town) -> None:
    """Nothing is broken, and the smallest input tells the two apart."""
    edit(made, NEAR_FILE, "step = 1", "step = by")

    found = look(made).found[0]

    assert "H801" == found.code.number
    assert "near(0, 2)" == found.input
    assert "holo accept town.sums.near" == found.settle[0][0]


def test_a_second_look_looks_at_what_changed_alone(made: Town) -> None:
    """At no function where nothing has; at one where one has."""
    assert 0 == look(made).looked
    edit(made, NEAR_FILE, "step = 1", "step = 9")

    assert 1 == look(made).looked


def test_paths_narrow_what_is_said(made: Town) -> None:
    """To findings on these files, or below these folders."""
    edit(made, NEAR_FILE, "step = 1", "step = 9")
    edit(made, TYPES, "right: int = 1", "right: int = 2")

    assert ["H802"] == [one.code.number for one in look(made, f"generated/town/{NEAR_FILE}").found]
    assert ["H802"] == [one.code.number for one in look(made, "generated/town/src/town/sums").found]
    assert () == look(made, "generated/town/README.md").found


def test_what_was_never_built_is_one_finding(once: Town, tmp_path: Path) -> None:
    """And not one a function."""
    from dataclasses import replace

    (tmp_path / "town.holo").write_bytes(once.spec.read_bytes())
    fresh = Town(tmp_path, replace(once.config, root=tmp_path))

    assert ["H812"] == [one.code.number for one in look(fresh).found]


# -- accept ------------------------------------------------------------------------------------


def proposed(project: Town, name: str) -> Proposal:
    """Return what would be accepted."""
    return propose([project.spec], name, project.config)


def taken(project: Town, name: str) -> str:
    """Accept what a function does; return the lines that are new in the hologram."""
    found = proposed(project, name)
    assert not found.reason
    built = carry_out(found, project.config, project.folder, lambda *_: None, lambda _: None)
    assert built.complete
    assert look(project).clean
    return "\n".join(line[1:].strip() for line in found.diff.splitlines() if line.startswith("+") and line[1:2] != "+")


def test_a_returns_is_put_in_other_words(made: Town) -> None:
    """With the example that is no longer true."""
    edit(made, TWICE, "n * 2", "n * 3")

    lines = taken(made, "twice")

    assert "returns n * 3" in lines
    assert "example twice(2) == 6" in lines


def test_a_table_is_put_in_other_words_and_its_comment_stays(made: Town) -> None:
    """Row by row."""
    edit(made, "src/town/sums/grade.py", "n < 10", "n < 12")

    lines = taken(made, "grade")

    assert 'n < 12 -> "low"' in lines
    assert 'example grade(10) == "low"  # just so' in made.spec.read_text(encoding="utf-8")


def test_a_clause_that_the_code_breaks_is_struck_and_said(made: Town) -> None:
    """With the input that breaks it; nothing is written before somebody says so."""
    before = made.spec.read_text(encoding="utf-8")
    edit(made, NEAR_FILE, "step = 1", "step = 9")

    found = proposed(made, "near")

    assert ["ensures n < result <= n + by"] == [text for text, _ in found.struck]
    assert "-    ensures n < result <= n + by" in found.diff
    assert before == made.spec.read_text(encoding="utf-8")
    assert "example near(0, 1) == 9" in taken(made, "near")


def test_a_signature_goes_into_the_hologram(made: Town) -> None:
    """A default, and a name that its clauses then use."""
    edit(made, NEAR_FILE, "near(n: int, by: int)", "near(n: int, most: int = 1)")

    lines = taken(made, "near")

    assert "function near(n: int, most: int = 1) -> int {" in lines
    assert "requires 1 <= most <= 3" in lines
    assert "ensures n < result <= n + most" in lines


def test_an_error_is_said_with_its_condition(made: Town) -> None:
    """Where the code begins with it."""
    edit(made, NEAR_FILE, "    step = 1", "    if n > 90:\n        raise ValueError\n    step = 1")

    assert "raises ValueError when n > 90" in taken(made, "near")


def test_what_the_language_cannot_say_is_refused(made: Town) -> None:
    """And says why; nothing is written."""
    edit(made, NEAR_FILE, "by: int)", "*by: int)")

    found = proposed(made, "near")

    assert "no words for" in found.reason
    assert not found.diff


# -- restore -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name", [NEAR_FILE, TWICE, TYPES, "README.md", "tests/test_sums_near.py", "src/town/sums/__init__.py"]
)
@pytest.mark.parametrize("gone", [False, True])
def test_what_was_changed_is_put_back_byte_for_byte(made: Town, name: str, gone: bool) -> None:  # noqa: FBT001  (both ways to lose a file)
    """And what stood there is kept."""
    path = file(made, name)
    before = path.read_bytes()
    mine = before + b"\nX = 1\n"
    path.write_bytes(mine)
    if gone:
        path.unlink()

    found = find_restored([made.spec], str(path), made.config)
    put_back(found)

    assert before == path.read_bytes()
    assert look(made).clean
    kept = list((made.folder / ".holo").glob("set-aside/*"))
    assert ([] if gone else [mine]) == [one.read_bytes() for one in kept]


def test_a_file_of_ones_own_is_not_restored(made: Town) -> None:
    """There is nothing to put in its place."""
    from holo.errors import HoloError

    path = file(made, "src/town/mine.py")
    path.write_text("X = 1\n", encoding="utf-8")

    with pytest.raises(HoloError, match="not made by Holo"):
        find_restored([made.spec], str(path), made.config)
