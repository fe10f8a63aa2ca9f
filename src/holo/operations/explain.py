"""What a diagnostic code means: the pages of `templates/explain/`."""

from __future__ import annotations

from dataclasses import dataclass

from holo import resources
from holo.codes import Code
from holo.errors import HoloError

_SLIPS = str.maketrans("OILZS", "01125")
"""Letters that are taken for digits."""


@dataclass(frozen=True, slots=True)
class Page:
    """One code, its title, and its page in Markdown."""

    code: str
    title: str
    text: str


def catalogue() -> tuple[tuple[str, str], ...]:
    """Return every code with its title, by number."""
    return tuple(sorted((code.number, code.title) for code in Code))


def explain(number: str) -> Page:
    """Return the page of a code; raise `HoloError` with the nearest codes for one that is not in the catalogue."""
    wanted = number.strip().upper()
    titles = dict(catalogue())
    if wanted not in titles:
        from difflib import get_close_matches  # only on the way out

        meant = "H" + wanted.removeprefix("H").translate(_SLIPS)
        near = [meant] if meant in titles else get_close_matches(wanted, list(titles), 3)
        hint = f"Did you mean {', '.join(f'`{one}`' for one in near)}?" if near else "`holo explain` lists them all"
        raise HoloError(f"`{number}` is no diagnostic code", hint, "H910")
    return Page(wanted, titles[wanted], resources.text("templates", f"explain/{wanted}.md"))
