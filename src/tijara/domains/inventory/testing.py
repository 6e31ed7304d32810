"""Makers of stock for tests."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from django.db import transaction

from tijara.kit.actor import SYSTEM
from tijara.kit.clock import now
from tijara.kit.ids import new_id

from .actions import receive_stock
from .models import Code, Stock
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


@contextmanager
def stock_in_use(seller_id: UUID, stock_id: UUID) -> Iterator[None]:
    """Whoever wants the row of this stock waits until the end."""
    with transaction.atomic():
        Stock.objects.select_for_update().get(seller_id=seller_id, id=stock_id)
        yield
