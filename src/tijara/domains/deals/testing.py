"""Makers of deals for tests."""

from datetime import timedelta
from uuid import UUID

from tijara.domains.fulfilment.testing import move
from tijara.domains.markets.testing import make_market
from tijara.domains.orders.shapes import OrderState, OrderView
from tijara.domains.returns.testing import make_paid_order
from tijara.kit.actor import SYSTEM
from tijara.kit.clock import now
from tijara.platform.outbox.relay import Relay

from .actions import settle_deals
from .models import Deal

DAYS = 3


def make_held_order(days: int = DAYS, seller_id: UUID | None = None) -> OrderView:
    """Delivered in a market that protects its buyers for so long: 223.55 are held."""
    order = make_paid_order(state=OrderState.SHIPPED, seller_id=seller_id)
    make_market(protection_days=days)
    move(OrderState.DELIVERED, order.seller_id, order.id)
    Relay().deliver_pending()
    return order


def make_due(*orders: OrderView) -> None:
    """Their time is over."""
    rows = Deal.objects.filter(id__in=[order.id for order in orders])
    rows.update(due_at=now() - timedelta(seconds=1))


def settle(*orders: OrderView) -> None:
    make_due(*orders)
    settle_deals(actor=SYSTEM)
