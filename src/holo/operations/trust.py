"""May a body that a model wrote run here? Not where the walls are weak and there is something to steal.

Reads names of variables, never their values. What it refuses is not judged, and so neither accepted nor rejected.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from holo.errors import HoloError
from holo.sandbox.level import LEVELS, WEAK, rank

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from holo.config import Config
    from holo.operations.stands import Candidate, Stand
    from holo.sandbox.pool import Pool

REFUSED = "H911"
NOTE = "a model wrote it, and it is not run here"
SHOWN = 4  # names of keys in a message

_SECRET = re.compile(
    r"(?:^|_)(?:API_?KEY|KEY|TOKEN|SECRET|PASSWORD|PASSWD|CREDENTIALS?|AUTH)(?:$|_(?:ID|VALUE|JSON)?$)"
)
_HARMLESS = frozenset({"GPG_KEY"})  # images of Python name the key that their release was signed with


def keys(environ: Mapping[str, str], named: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the names of variables that look as if they held a key, and of those that the configuration names."""
    wanted = {name for name in named if name}
    found = {name for name in environ if _SECRET.search(name.upper()) and name not in _HARMLESS}
    return tuple(sorted(name for name in found | (wanted & set(environ)) if environ[name]))


def named_keys(config: Config) -> tuple[str, ...]:
    """Return the variables from which the configuration has keys read."""
    return tuple(model.api_key_env for model in config.models.values() if model.api_key_env)


def refusal(config: Config, pool: Pool, environ: Mapping[str, str]) -> HoloError | None:
    """Return why no body of a model may run here, with what to do about it; None where it may.

    `[sandbox] minimum` is the level that such a body asks for; `auto` asks for more than weak where keys are in reach.
    """
    minimum = config.sandbox.minimum
    found = keys(environ, named_keys(config)) if minimum == "auto" else ()
    if minimum == WEAK or (minimum == "auto" and not found):
        return None
    level = pool.level()
    if rank(level) <= (rank(WEAK) - 1 if minimum == "auto" else rank(minimum)):
        return None
    if minimum != "auto":
        return HoloError(
            f'A model\'s body is not run: the sandbox is {level} here, and `[sandbox] minimum` is "{minimum}"',
            "`holo doctor` says which layer is missing and how to get it; or lower `minimum` in `holo.toml`",
            REFUSED,
        )
    listed = ", ".join(f"`{name}`" for name in found[:SHOWN]) + (" and more" if len(found) > SHOWN else "")
    return HoloError(
        f"A model's body is not run: the sandbox is {level} here, so that it could read your files, and the environment "
        f"has {listed}",
        "`holo doctor` says which layer is missing; or run without these variables; or, if you trust the model, set "
        f'`minimum = "{LEVELS[-1]}"` under `[sandbox]` in `holo.toml`',
        REFUSED,
    )


def may_run(candidate: Candidate, config: Config, pool: Pool, environ: Mapping[str, str]) -> bool:
    """Say whether a candidate may be run here: what no model is known to have written may."""
    return not candidate.model or refusal(config, pool, environ) is None


def failure(stands: Mapping[str, Stand], config: Config, pool: Pool, environ: Mapping[str, str]) -> HoloError | None:
    """Return why something was not run, where something was not."""
    if any(NOTE in stand.notes for stand in stands.values()):
        return refusal(config, pool, environ)
    return None
