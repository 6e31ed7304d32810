"""Facts about returns. None carries a name, an address or what people have written."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from tijara.platform.webhooks.published import published


@published("seller_id", "return_id", "order_id", "state")
@dataclass(frozen=True, slots=True)
class ReturnMoved:
    """A return has come to a `state`; the first is requested. `move_id` tells one step from
    another; of the request it is the return's own."""

    name: ClassVar[str] = "returns.return_moved.v1"
    seller_id: UUID
    return_id: UUID
    order_id: UUID
    buyer_id: UUID
    state: str
    by: str
    """The kind of actor."""
    move_id: UUID

    @property
    def is_answer(self) -> bool:
        """The buyer has told more: it was requested before."""
        return self.state == "requested" and self.move_id != self.return_id


@dataclass(frozen=True, slots=True)
class CarriageCharged:
    """Its buyer pays the way back, taken off what went back to him: its seller has had it fetched
    for him."""

    name: ClassVar[str] = "returns.carriage_charged.v1"
    seller_id: UUID
    return_id: UUID
    order_id: UUID
    amount_minor: int
    currency: str


@published("seller_id", "refund_id", "order_id", "amount_minor", "currency")
@dataclass(frozen=True, slots=True)
class GoodsRefunded:
    """The money of delivered goods is their buyer's again, or pays what he gets for them."""

    name: ClassVar[str] = "returns.goods_refunded.v1"
    seller_id: UUID
    refund_id: UUID
    order_id: UUID
    buyer_id: UUID
    amount_minor: int
    currency: str
