"""Text to tree to canonical text. Knows how a hologram is written, never what it means."""
