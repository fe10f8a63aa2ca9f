"""What one run has read of described code: several holograms may describe one folder, and it is read once for all."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from holo.lift.model import Inventory
    from holo.operations.compile import Compiled


@dataclass(frozen=True, slots=True)
class Reading:
    """Roots that were compiled, by path, and what code folders hold, by their path in `holo.toml`; for one run alone."""

    compiled: dict[str, Compiled] = field(default_factory=dict)
    inventories: dict[str, Inventory] = field(default_factory=dict)
