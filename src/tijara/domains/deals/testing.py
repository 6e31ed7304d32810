"""Makers of deals for tests."""

from datetime import timedelta
from uuid import UUID

from tijara.domains.fulfilment.testing import move
from tijara.domains.markets.testing import make_market
from tijara.domains.orders.shapes import OrderState, OrderView
from tijara.domains.parties.testing import seller_actor
from tijara.domains.returns.testing import buyer_actor, make_paid_order
from tijara.kit.actor import SYSTEM
from tijara.kit.clock import now
from tijara.platform.outbox.relay import Relay

from .actions import answer_dispute, choose_process, open_dispute, settle_deals
from .models import Deal
from .shapes import ProcessKind, TermsDraft

DAYS = 3


def make_held_order(days: int = DAYS, seller_id: UUID | None = None) -> OrderView:
    """Delivered in a market that protects its buyers for so long: 223.55 are held."""
    order = make_paid_order(state=OrderState.SHIPPED, seller_id=seller_id)
    make_market(protection_days=days)
    move(OrderState.DELIVERED, order.seller_id, order.id)
    Relay().deliver_pending()
    return order


def choose(kind: ProcessKind, market_id: UUID | None = None, days: tuple[int, int] = (3, 5)) -> int:
    """The process by which the deals of the market begin from now on."""
    market_id = market_id or make_market(protection_days=DAYS).id
    return choose_process(actor=SYSTEM, market_id=market_id, draft=TermsDraft(kind, *days))


def make_dispute(
    kind: ProcessKind = ProcessKind.FOR_BUYER,
    *,
    answered: bool = False,
    seller_id: UUID | None = None,
) -> OrderView:
    """Delivered, and its buyer complains; 223.55 are held."""
    choose(kind)
    order = make_held_order(seller_id=seller_id)
    dispute(order)
    if answered:
        seller = seller_actor(order.seller_id)
        which = {"seller_id": order.seller_id, "order_id": order.id}
        answer_dispute(actor=seller, **which, words="كانت سليمة عند التسليم")
    return order


def dispute(order: OrderView, words: str = "وصلت مكسورة", reason: str = "damaged") -> None:
    open_dispute(
        actor=buyer_actor(order),
        buyer_id=order.buyer_id,
        seller_id=order.seller_id,
        order_id=order.id,
        reason=reason,
        words=words,
    )


def make_due(*orders: OrderView) -> None:
    """Their time is over."""
    rows = Deal.objects.filter(id__in=[order.id for order in orders])
    rows.update(due_at=now() - timedelta(seconds=1))


def settle(*orders: OrderView) -> None:
    make_due(*orders)
    settle_deals(actor=SYSTEM)
