"""One build at a time in one project: a second one waits, and says so.

The lock is the operating system's, so that a killed build leaves none behind. The one home of filelock.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from holo.errors import HoloError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

NAME = "build.lock"
BUSY = "H907"
PATIENCE = 3600.0
"""Seconds that a build waits for another, where nothing else is said."""


@contextmanager
def alone(folder: Path, say: Callable[[str], None], patience: float = PATIENCE) -> Iterator[None]:
    """Hold the project whose `.holo` folder is given; where another build holds it, `say` so once and wait.

    Raises `HoloError` where the other does not end in time, or the folder cannot be written.
    """
    # 20 ms, and a run that finds nothing to do writes nothing.
    from filelock import FileLock, Timeout

    busy = HoloError(
        f"Another build holds `{folder.parent}`", "Wait until it has ended, or end it, and start again", BUSY
    )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / NAME, timeout=patience)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            if patience <= 0:
                raise busy from None
            say(f"Another build works in `{folder.parent}`: waiting until it has ended")
            lock.acquire()
    except Timeout:
        raise busy from None
    except OSError as error:
        hint = (
            "Check its permissions" if folder.is_dir() else "Move it away: Holo keeps what it knows in a folder there"
        )
        raise HoloError(f"`{folder}` cannot be written: {error.strerror}", hint, BUSY) from None
    try:
        yield
    finally:
        lock.release()
