"""What the library owns"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lending._package import offer

# ruff: noqa: TC004  (these names are offered below, and loaded when they are asked for)
if TYPE_CHECKING:
    from lending.catalogue.copies_of import copies_of
    from lending.catalogue.matches import matches
    from lending.catalogue.search import search
    from lending.catalogue.shelf_of import shelf_of
    from lending.catalogue.title_index import title_index
    from lending.catalogue.titles_with import titles_with
    from lending.catalogue.words import words

__all__ = [
    "copies_of",
    "matches",
    "search",
    "shelf_of",
    "title_index",
    "titles_with",
    "words",
]

offer(
    __name__,
    {
        "copies_of": "lending.catalogue.copies_of",
        "matches": "lending.catalogue.matches",
        "search": "lending.catalogue.search",
        "shelf_of": "lending.catalogue.shelf_of",
        "title_index": "lending.catalogue.title_index",
        "titles_with": "lending.catalogue.titles_with",
        "words": "lending.catalogue.words",
    },
)
