"""A program as the sandbox takes it: source text by module, and where each declaration stands.

A value only. It says nothing of what the program should do: expectations never travel.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Program:
    """Modules by dotted name, and the declarations in them by id.

    `entries` names functions, records, enums, errors and ports: id -> (module, attribute). Packages that
    have no module of their own need none. `asynchronous` are the ids of `async` functions. `shared` are
    modules that Holo wrote and that other programs of the project have, too.
    """

    modules: Mapping[str, str]
    entries: Mapping[str, tuple[str, str]]
    asynchronous: frozenset[str] = field(default_factory=frozenset)
    shared: frozenset[str] = field(default_factory=frozenset)
