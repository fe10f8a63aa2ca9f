"""Made by Holo: packages offer their functions without loading all of them.

A function is loaded when it is first asked for, and a module never hides the function that has its name.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType


class Package(ModuleType):
    """A package that knows in which of its modules each of its names stands."""

    _offered: dict[str, str]

    def __getattr__(self, name: str) -> object:
        """Load what is offered under a name."""
        offered: dict[str, str] = self.__dict__.get("_offered", {})
        if name not in offered:
            raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}")
        module = import_module(offered[name])
        self.__dict__[name] = module if _is_package(module) else getattr(module, name)
        return self.__dict__[name]

    def __setattr__(self, name: str, value: object) -> None:
        """Put the function in the place of its module when the module is loaded."""
        if isinstance(value, ModuleType) and name in self._offered:
            if value.__name__ != self._offered[name]:
                return
            if not _is_package(value):
                value = getattr(value, name)
        super().__setattr__(name, value)


def _is_package(value: object) -> bool:
    return hasattr(value, "__path__")


def offer(package: str, names: dict[str, str]) -> None:
    """Let a package offer names: each with the module in which it stands."""
    module = sys.modules[package]
    for name in names:
        if isinstance(module.__dict__.get(name), ModuleType):
            del module.__dict__[name]
    module.__dict__["_offered"] = names
    module.__class__ = Package
