"""Hologram, lock and code held against each other: what moved since the lock was written, and what would settle it."""
