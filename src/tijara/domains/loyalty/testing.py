"""Makers of programmes, and of buyers with points."""

from datetime import timedelta
from uuid import UUID

from tijara.domains.deals.actions import settle_deals
from tijara.domains.deals.testing import make_due
from tijara.domains.fulfilment.testing import move
from tijara.domains.markets.testing import make_market
from tijara.domains.orders.shapes import OrderState, OrderView
from tijara.domains.parties.testing import seller_actor
from tijara.domains.returns.testing import make_paid_order
from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.kit.balances import Moving
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.kit.money import Money
from tijara.kit.powers import BUYER_POWERS
from tijara.platform.audits import run_proofs
from tijara.platform.outbox.relay import Relay

from .actions import (
    move_points,
    offer_extra_points,
    set_programme,
    settle_earnings,
    turn_in_points,
    write_rate,
)
from .models import Earning
from .queries import account_of
from .shapes import PointsKind, ProgrammeDraft, RateDraft


def make_programme(market_id: UUID, *, is_on: bool = True, **given) -> None:
    """A point for each whole 1.00, worth 0.01 each; from ten on they become credit."""
    draft = ProgrammeDraft(is_on=is_on, **({"least_points": 10} | given))
    set_programme(actor=SYSTEM, market_id=market_id, draft=draft)
    rate = RateDraft(points=1, per_minor=100)
    write_rate(actor=SYSTEM, market_id=market_id, rate_id=new_id(), draft=rate)


def give_points(buyer_id: UUID, market_id: UUID, points: int, *, days: int | None = None) -> UUID:
    """The move's id. `days`: so many are left of it; below nothing, it is over."""
    return move_points(
        actor=SYSTEM,
        buyer_id=buyer_id,
        market_id=market_id,
        moving=Moving(
            PointsKind.GRANTED,
            points,
            f"grant:{new_id().hex}",
            expires_at=None if days is None else now() + timedelta(days=days),
        ),
    )


def delivered(buyer_id: UUID, **given) -> OrderView:
    """Two pieces at 115.00 of a market that protects its buyers for three days."""
    order = make_paid_order(state=OrderState.SHIPPED, buyer_id=buyer_id, **given)
    make_market(protection_days=3)
    move(OrderState.DELIVERED, order.seller_id, order.id)
    Relay().deliver_pending()
    return order


def kept(buyer_id: UUID, **given) -> OrderView:
    """An order whose protection is over."""
    order = delivered(buyer_id, **given)
    over(order)
    return order


def over(order: OrderView) -> None:
    """The time of its protection."""
    make_due(order)
    settle_deals(actor=SYSTEM)
    Earning.objects.filter(id=order.id).update(due_at=now())
    settle_earnings(actor=SYSTEM)


def add_points(seller_id: UUID, extra_bp: int) -> None:
    """The shop adds so much, of 10,000."""
    offer_extra_points(actor=seller_actor(seller_id), seller_id=seller_id, extra_bp=extra_bp)


def has(buyer_id: UUID, market_id: UUID) -> tuple[int, int]:
    """(points, pending ones)."""
    account = account_of(buyer_id, market_id)
    return (account.balance, account.pending) if account else (0, 0)


def turn_in(buyer_id: UUID, market_id: UUID, points: int, key: UUID | None = None) -> Money:
    return turn_in_points(
        actor=Actor(ActorKind.BUYER, owner_id=buyer_id, powers=BUYER_POWERS),
        buyer_id=buyer_id,
        market_id=market_id,
        points=points,
        key=key or new_id(),
    )


def faults() -> dict[str, list[str]]:
    """Of points and of what they became; others have their other half in what is not here."""
    ours = ("loyalty", "wallet.wallets", "wallet.books")
    return {
        one.code: one.faults for one in run_proofs() if one.faults and one.code.startswith(ours)
    }
