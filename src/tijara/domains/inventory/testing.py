"""Makers of stock for tests."""

from uuid import UUID

from tijara.kit.actor import SYSTEM
from tijara.kit.clock import now
from tijara.kit.ids import new_id

from .actions import receive_stock
from .models import Code
from .shapes import Receipt


def make_stock(seller_id: UUID, units: int, variant_id: UUID | None = None) -> UUID:
    """A stock with `units` on hand. Its id."""
    stock_id = new_id()
    receipt = Receipt(stock_id, variant_id or new_id(), units)
    receive_stock(actor=SYSTEM, seller_id=seller_id, receipts=[receipt], reference_id=new_id())
    return stock_id


def hand_out_codes(seller_id: UUID) -> UUID:
    """All codes that the seller has left go to one order. Its id."""
    order_id = new_id()
    left = Code.objects.filter(seller_id=seller_id, order_id=None)
    left.update(order_id=order_id, line_id=new_id(), assigned_at=now())
    return order_id
