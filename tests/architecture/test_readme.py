"""What README.md shows is true: its hologram compiles, its commands exist."""

from __future__ import annotations

import re
from pathlib import Path

from holo.cli.app import COMMANDS
from holo.operations.compile import check_text
from holo.source import SourceFile
from holo.syntax.format import format_source

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_hologram_of_the_readme_is_clean() -> None:
    """The one hologram that everybody copies gives no diagnostic."""
    found = re.search(r"```holo\n(.*?)```", README, re.DOTALL)

    assert found is not None
    assert [] == [(one.code.number, one.message) for one in check_text(found[1])]


def test_hologram_of_the_readme_stands_in_its_one_form() -> None:
    """What a newcomer copies, `holo fmt` leaves alone."""
    found = re.search(r"```holo\n(.*?)```", README, re.DOTALL)

    assert found is not None
    assert found[1] == format_source(SourceFile("README.md", found[1])).text


def test_make_targets_of_the_readme_exist() -> None:
    """Every `make TARGET` that the readme names is in the Makefile."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    named = set(
        re.findall(r"make ([a-z]+)\b", " ".join(re.findall(r"`make [a-z]+`|^\$ make [a-z]+", README, re.MULTILINE)))
    )

    assert {"demo", "test"} <= named
    assert [] == [target for target in named if not re.search(rf"^{target}:", makefile, re.MULTILINE)]


def test_commands_of_the_readme_exist() -> None:
    """Every `holo COMMAND` that the readme names is one."""
    named = set(re.findall(r"(?:`|\$ )holo ([a-z]+)", README))

    assert named
    assert set() == named - set(COMMANDS)


def test_links_of_the_readme_lead_somewhere() -> None:
    """Every relative link of the readme names a file or folder of the repository."""
    assert [] == [link for link in re.findall(r"\]\(([^):]+)\)", README) if not (ROOT / link).exists()]


def test_integration_runs_what_the_readme_says() -> None:
    """Continuous integration runs the two commands of the readme, the tests last."""
    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()

    assert "make demo" in lines
    assert "make test" == lines[-1]
