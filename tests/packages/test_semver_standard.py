"""The built `semver` package, used from outside: what the standard says, asked of an installed copy."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

VALID = """
0.0.4 1.2.3 10.20.30 1.1.2-prerelease+meta 1.1.2+meta 1.1.2+meta-valid 1.0.0-alpha 1.0.0-beta 1.0.0-alpha.beta
1.0.0-alpha.beta.1 1.0.0-alpha.1 1.0.0-alpha0.valid 1.0.0-alpha.0valid
1.0.0-alpha-a.b-c-somethinglong+build.1-aef.1-its-okay 1.0.0-rc.1+build.1 2.0.0-rc.1+build.123 1.2.3-beta
10.2.3-DEV-SNAPSHOT 1.2.3-SNAPSHOT-123 1.0.0 2.0.0 1.1.7 2.0.0+build.1848 2.0.1-alpha.1227 1.0.0-alpha+beta
1.2.3----RC-SNAPSHOT.12.9.1--.12+788 1.2.3----R-S.12.9.1--.12+meta 1.2.3----RC-SNAPSHOT.12.9.1--.12
1.0.0+0.build.1-rc.10000aaa-kk-0.1 99999999999999999999999.999999999999999999.99999999999999999 1.0.0-0A.is.legal
""".split()

INVALID = """
1 1.2 1.2.3-0123 1.2.3-0123.0123 1.1.2+.123 +invalid -invalid -invalid+invalid -invalid.01 alpha alpha.beta
alpha.beta.1 alpha.1 alpha+beta alpha_beta alpha. alpha.. beta 1.0.0-alpha_beta -alpha. 1.0.0-alpha..
1.0.0-alpha..1 1.0.0-alpha...1 1.0.0-alpha....1 1.0.0-alpha.....1 1.0.0-alpha......1 1.0.0-alpha.......1 01.1.1
1.01.1 1.1.01 1.2.3.DEV 1.2-SNAPSHOT 1.2.31.2.3----RC-SNAPSHOT.12.09.1--..12+788 1.2-RC-SNAPSHOT
-1.0.3-gamma+b7718 +justmeta 9.8.7+meta+meta 9.8.7-whatever+meta+meta
""".split()

IN_ORDER = """
1.0.0-alpha 1.0.0-alpha.1 1.0.0-alpha.beta 1.0.0-beta 1.0.0-beta.2 1.0.0-beta.11 1.0.0-rc.1 1.0.0 2.0.0 2.1.0 2.1.1
""".split()

ASKED = """
import json, sys
from semver import NotAVersion, compare, parse, print_version, sort_versions

texts = json.load(sys.stdin)

def refused(text):
    try:
        parse(text)
    except NotAVersion as error:
        return error.text == text
    return False

ordered = [parse(text) for text in texts["in_order"]]
json.dump({
    "valid": [print_version(parse(text)) for text in texts["valid"]],
    "refused": [text for text in texts["invalid"] if refused(text)],
    "order": [compare(a, b) for a, b in zip(ordered, ordered[1:])],
    "sorted": [print_version(version) for version in sort_versions(ordered[::-1])],
    "build": compare(parse("1.0.0+a"), parse("1.0.0+b")),
}, sys.stdout)
"""


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    """Install the committed package into an empty folder and ask it, in a process that sees nothing else of ours."""
    folder = tmp_path_factory.mktemp("installed")
    subprocess.run(
        [
            *(sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"),
            *("--no-deps", "--no-index", "--no-build-isolation", "--target", str(folder / "site")),
            str(ROOT / "generated" / "semver"),
        ],
        check=True,
        cwd=folder,
    )
    asked = {"valid": VALID, "invalid": INVALID, "in_order": IN_ORDER}
    done = subprocess.run(
        [sys.executable, "-s", "-c", ASKED],
        input=json.dumps(asked),
        capture_output=True,
        text=True,
        check=True,
        cwd=folder,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(folder / "site")},
    )
    found: dict[str, object] = json.loads(done.stdout)
    return found


def test_every_valid_version_is_printed_as_it_was_read(answers: dict[str, object]) -> None:
    """The standard's list of valid versions goes through reading and printing unchanged."""
    assert VALID == answers["valid"]


def test_every_invalid_version_is_refused(answers: dict[str, object]) -> None:
    """The standard's list of invalid versions raises the package's own error, with the text."""
    assert INVALID == answers["refused"]


def test_precedence_is_that_of_the_standard(answers: dict[str, object]) -> None:
    """Item 11: each version is below the next, sorting restores the order, and build metadata does not count."""
    assert [-1] * (len(IN_ORDER) - 1) == answers["order"]
    assert IN_ORDER == answers["sorted"]
    assert 0 == answers["build"]
