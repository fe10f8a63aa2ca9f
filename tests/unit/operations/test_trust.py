"""Where the walls are weak and keys are in reach, what a model wrote is not run."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from holo.config import Config, ModelTable, SandboxTable, load
from holo.errors import HoloError
from holo.operations.stands import Candidate
from holo.operations.trust import keys, may_run, refusal

if TYPE_CHECKING:
    from holo.sandbox.pool import Pool


class _Pool:
    """A pool that only knows its level."""

    def __init__(self, level: str) -> None:
        self._level = level

    def level(self) -> str:
        """Return the level."""
        return self._level


def _pool(level: str) -> Pool:
    return _Pool(level)  # type: ignore[return-value]  # all that is asked of it


def _config(minimum: str, **models: ModelTable) -> Config:
    return Config(root=Path(), found=True, models=models, sandbox=SandboxTable(minimum))


CASES = (
    ("auto", "weak", {"OPENAI_API_KEY": "x"}, False),
    ("auto", "weak", {}, True),
    ("auto", "weak", {"OPENAI_API_KEY": ""}, True),
    ("auto", "good", {"OPENAI_API_KEY": "x"}, True),
    ("auto", "strong", {"OPENAI_API_KEY": "x"}, True),
    ("weak", "weak", {"OPENAI_API_KEY": "x"}, True),
    ("good", "weak", {}, False),
    ("good", "good", {}, True),
    ("strong", "good", {}, False),
    ("strong", "strong", {}, True),
)


@pytest.mark.parametrize(("minimum", "level", "environ", "runs"), CASES)
def test_what_a_model_wrote_asks_for_a_level(minimum: str, level: str, environ: dict[str, str], runs: bool) -> None:  # noqa: FBT001  a column of the table
    """The default asks for walls where there is something to steal; a minimum that is set is a minimum."""
    candidate = Candidate("replay", "", model="some/model")

    assert runs is may_run(candidate, _config(minimum), _pool(level), environ)


def test_what_nobody_says_a_model_wrote_is_run() -> None:
    """A hand's body and the hologram's own are judged everywhere."""
    candidate = Candidate("hand", "")

    assert may_run(candidate, _config("auto"), _pool("weak"), {"A_TOKEN": "x"})


def test_the_message_says_what_to_do_and_shows_no_value() -> None:
    """It names the level, the variables, the command that explains and the setting that allows."""
    found = refusal(_config("auto"), _pool("weak"), {"OPENAI_API_KEY": "s3cret"})

    assert found is not None
    said = found.message + found.hint
    assert all(word in said for word in ("weak", "`OPENAI_API_KEY`", "holo doctor", '`minimum = "weak"`', "[sandbox]"))
    assert "s3cret" not in said


def test_keys_are_known_by_their_names() -> None:
    """Names as providers use them, and those that the configuration names; not every variable."""
    environ = dict.fromkeys(
        "OPENAI_API_KEY AWS_SECRET_ACCESS_KEY AWS_ACCESS_KEY_ID GITHUB_TOKEN DB_PASSWORD MINE HOME GPG_KEY KEYBOARD".split(),
        "x",
    )

    found = keys(environ, ("MINE", "ABSENT", ""))

    assert (
        "AWS_ACCESS_KEY_ID",
        "AWS_SECRET_ACCESS_KEY",
        "DB_PASSWORD",
        "GITHUB_TOKEN",
        "MINE",
        "OPENAI_API_KEY",
    ) == found


def test_a_minimum_that_is_no_level_is_refused(tmp_path: Path) -> None:
    """A slip in `holo.toml` lowers nothing in silence."""
    (tmp_path / "holo.toml").write_text('[sandbox]\nminimum = "god"\n', encoding="utf-8")

    with pytest.raises(HoloError) as caught:
        load(tmp_path)

    assert "sandbox.minimum" in caught.value.message
    assert "`good`" in caught.value.hint
