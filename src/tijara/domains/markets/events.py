"""Facts about markets."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID


@dataclass(frozen=True, slots=True)
class DeliveryDaysChanged:
    """The market's own delivery takes longer than before, or not as long."""

    name: ClassVar[str] = "markets.delivery_days_changed.v1"
    market_id: UUID
