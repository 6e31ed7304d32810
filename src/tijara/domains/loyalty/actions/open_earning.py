"""All of an order has arrived: what it will earn its buyer is pending from now on."""

from dataclasses import asdict
from uuid import UUID

from tijara.domains.catalogue.queries import variant_names
from tijara.domains.orders.queries import order as order_of
from tijara.domains.orders.shapes import OrderView
from tijara.domains.parties.queries import home_of_buyer, markets_of
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.balances.moves import locked

from ..models import POINTS, Earning
from ..queries import extra_of, programme_of, rates_ever, tiers_in
from ..rules import BASIS, paid_left, rate_for
from ..shapes import EarnedLine, Goods
from ..states import EARNING
from .recount_earning import recount_earning


@action(power=Power.SYSTEM)
def open_earning(*, actor: Actor, seller_id: UUID, order_id: UUID) -> None:
    """Again is nothing. Guests have no account; where the programme is off nothing is earned."""
    market_id = markets_of([seller_id])[seller_id]
    programme = programme_of(market_id)
    if programme is None or not programme.is_on:
        return
    order = order_of(seller_id, order_id)
    buyer_id = home_of_buyer(order.buyer_id) if order else None
    if order is None or buyer_id is None:
        return
    lines = _lines(order, market_id)
    if not lines:
        return
    account = locked(POINTS, buyer_id, market_id)
    if Earning.objects.filter(buyer_id=buyer_id, id=order_id).exists():
        return
    tier = next((one for one in tiers_in(market_id) if one.id == account.tier_id), None)
    Earning.objects.create(
        buyer_id=buyer_id,
        id=order_id,
        market_id=market_id,
        seller_id=seller_id,
        number=order.number,
        state=EARNING.start,
        lines=[asdict(one) for one in lines],
        tier_bp=tier.multiplier_bp if tier else BASIS,
        extra_bp=extra_of(seller_id, order.placed_at),
        points=0,
        paid_minor=paid_left(lines),
        due_at=now(),
    )
    recount_earning(actor=SYSTEM, seller_id=seller_id, order_id=order_id)


def _lines(order: OrderView, market_id: UUID) -> list[EarnedLine]:
    """By the rates that held when it was placed."""
    rates, names = rates_ever(market_id), variant_names(one.variant_id for one in order.lines)
    found = []
    for line in order.lines:
        name = names.get(line.variant_id)
        path = name.category_path if name else ""
        goods = Goods(line.product_id, path, order.seller_id, line.total.minor)
        rate = rate_for(rates, goods, order.placed_at)
        if rate and line.total.minor > 0:
            found.append(EarnedLine(line.id, line.total.minor, rate.points, rate.per_minor))
    return found
