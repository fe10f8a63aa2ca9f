"""The files that ship with Holo: the grammar and the templates.

In a wheel they lie beside this module, in an editable install in the repository, where an edit counts
at once. The one home of Jinja.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from jinja2 import Environment, Template

Kind = Literal["grammar", "templates"]

_HERE = Path(__file__).resolve().parent


@lru_cache(maxsize=2)
def _folder(kind: Kind) -> Path:
    shipped = _HERE / "_shipped" / kind
    return shipped if shipped.is_dir() else _HERE.parent.parent / kind


def path(kind: Kind, name: str) -> Path:
    """Return where a shipped file lies; it may not exist."""
    return _folder(kind) / name


def text(kind: Kind, name: str) -> str:
    """Return the text of a shipped file."""
    return path(kind, name).read_text(encoding="utf-8")


def names(kind: Kind, pattern: str) -> tuple[str, ...]:
    """Return the names of the shipped files that match a glob, sorted."""
    folder = _folder(kind)
    return tuple(sorted(found.relative_to(folder).as_posix() for found in folder.glob(pattern)))


@lru_cache(maxsize=1)
def _environment() -> Environment:
    # Jinja costs 56 ms, and only commands that write packages or pages need it.
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(_folder("templates")),
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=False,  # noqa: S701  (what is written is Python, TOML and Markdown, never HTML)
    )


def template(name: str) -> Template:
    """Return a Jinja template of `templates/`, compiled once."""
    return _environment().get_template(name)
