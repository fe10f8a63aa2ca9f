"""Reports to the user: what is wrong, where, and what to do."""

from holo.diagnostics.model import Diagnostic, Fix, Severity

__all__ = ["Diagnostic", "Fix", "Severity"]
