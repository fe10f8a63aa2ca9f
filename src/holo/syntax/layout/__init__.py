"""From tree to canonical text: statements become lines, comments find their places, long lines break."""

from __future__ import annotations
