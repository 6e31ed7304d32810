"""Parcels on their way."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class ShipmentView:
    id: UUID
    order_id: UUID
    carrier: str
    tracking_number: str
    shipped_at: datetime
    ended_at: datetime | None
    outcome: str
    """"", "delivered" or "refused"."""
