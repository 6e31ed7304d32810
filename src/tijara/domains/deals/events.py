"""Facts about deals. None carries a name or what people have written."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from tijara.platform.webhooks.published import published


@published("seller_id", "order_id", "state")
@dataclass(frozen=True, slots=True)
class DisputeMoved:
    """A deal came into dispute, or its dispute has moved on to a `state`."""

    name: ClassVar[str] = "deals.dispute_moved.v1"
    seller_id: UUID
    order_id: UUID
    state: str
    by: str
    """The kind of actor."""
    move_id: UUID
