"""What a buyer has picked."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class PickedLine:
    seller_id: UUID
    offer_id: UUID
    quantity: int
    seen_minor: int
    """The price when it was put in."""
