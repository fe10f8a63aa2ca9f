"""Python source: its form, its fingerprint, the names it needs. The one home of LibCST, and of Ruff's one call."""
