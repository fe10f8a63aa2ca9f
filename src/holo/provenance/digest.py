"""Short fingerprints of texts: the one home of hashing.

128 bits of SHA-256 in 32 hexadecimal digits: short enough for a lock that people read, long enough that
nobody finds two texts alike. Knows texts only, never what they mean.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

LENGTH = 32
"""Hexadecimal digits of a digest."""

SHOWN = 12
"""Hexadecimal digits that messages show."""


def digest(text: str) -> str:
    """Return the digest of a text; characters that UTF-8 cannot hold count as themselves."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:LENGTH]


def digest_bytes(data: bytes) -> str:
    """Return the digest of bytes."""
    return sha256(data).hexdigest()[:LENGTH]


def digest_parts(parts: Iterable[str]) -> str:
    """Return the digest of a list of texts; `["ab"]` and `["a", "b"]` differ."""
    return digest("".join(f"{len(part)}:{part}" for part in parts))


def short(full: str) -> str:
    """Return the few digits that a message shows."""
    return full[:SHOWN]
