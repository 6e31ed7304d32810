"""Facts about stores. None says why, or in which words."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID


@dataclass(frozen=True, slots=True)
class StorePauseTurned:
    """Its days off have begun, are over, or were planned anew: whether it sells at this moment,
    `open_stores` says."""

    name: ClassVar[str] = "stores.store_pause_turned.v1"
    seller_id: UUID
