"""Ruff's one call."""

from __future__ import annotations

import pytest

from holo.errors import HoloError
from holo.pycode import ruff
from holo.pycode.ruff import RuffFinding, RuffResult, format_and_lint, format_files


def test_untidy_code_is_fixed_and_not_refused() -> None:
    """Style is put right, and says nothing against anybody."""
    found = format_and_lint({"a.py": "import os\ndef f( x ):\n  l = x\n  return l==None\n"})

    assert RuffResult({"a.py": "def f(x):\n    l = x\n    return l == None\n"}, {}) == found


def test_wrong_code_is_reported_by_file() -> None:
    """Undefined names and misuse are findings of their file alone."""
    found = format_and_lint({"a.py": "x = y\n", "deep/b.py": "x = 1\n", "c.py": "print('%d %d' % (1,))\n"})

    assert {"a.py", "c.py"} == set(found.findings)
    assert (RuffFinding("F821", "Undefined name `y`", 1),) == found.findings["a.py"]


def test_names_around_a_piece_are_known() -> None:
    """What stands around a function is no undefined name."""
    assert {} == format_and_lint({"a.py": "x = y\n"}, {"a.py": {"y"}}).findings


def test_text_that_is_no_python_is_one_finding() -> None:
    """A broken file comes back as it is, and the others are formatted."""
    found = format_and_lint({"a.py": "def (", "b.py": "x=1"})

    assert ("def (", "x = 1\n") == (found.files["a.py"], found.files["b.py"])
    assert "syntax" == found.findings["a.py"][0].code


def test_formatting_alone_changes_no_code() -> None:
    """Imports that nobody uses stay: only order and layout change."""
    made = format_files({"a.py": "import sys\nimport os\nx=1", "b.toml": "x=1"})

    assert {"a.py": "import os\nimport sys\n\nx = 1\n", "b.toml": "x=1"} == made


def test_no_files_start_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing to do costs nothing."""
    monkeypatch.setattr(ruff, "_program", lambda: pytest.fail("started"))

    assert RuffResult({}, {}) == format_and_lint({})


def test_missing_ruff_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without Ruff there is a hint, not a traceback."""
    monkeypatch.setattr(ruff, "which", lambda *_, **__: None)
    ruff._program.cache_clear()
    try:
        with pytest.raises(HoloError, match="Ruff is not installed"):
            format_and_lint({"a.py": ""})
    finally:
        ruff._program.cache_clear()
