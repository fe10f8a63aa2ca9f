"""Holo compiles holograms: one short text that is specification, textbook and behaviour model of a program."""

__version__ = "0.1.0"
