"""What all tests share: the switch that rewrites golden cases."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--update-golden`: rewrite the last block of each golden case; the diff is reviewed like code."""
    parser.addoption("--update-golden", action="store_true", default=False, help="rewrite expected results")


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Return whether golden cases are rewritten."""
    return bool(request.config.getoption("--update-golden"))
