"""Keep a basket's units for the buyer while he mends what was wrong with his form."""

from datetime import date
from uuid import UUID

from tijara.domains.inventory.actions import NotEnoughStock, hold_stock
from tijara.domains.inventory.shapes import HoldRequest
from tijara.domains.markets.shapes import MarketPolicy
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..queries import basket
from ..shapes import SellerBasket


@action(power=Power.BUY, atomic=False)
def hold_basket(
    *, actor: Actor, buyer_id: UUID, checkout_id: UUID, market: MarketPolicy, on: date
) -> bool:
    """Each seller's part by itself, for the market's minutes. True if everything is held."""
    wanted = basket(
        buyer_id=buyer_id, market=market, payment_method=None, on=on, checkout_id=checkout_id
    )
    held = [_hold(seller, checkout_id, market.hold_minutes) for seller in wanted.sellers]
    return bool(held) and all(held)


def _hold(seller: SellerBasket, checkout_id: UUID, minutes: int) -> bool:
    units: dict[UUID, int] = {}
    for line in seller.lines:
        units[line.stock_id] = units.get(line.stock_id, 0) + line.quantity
    try:
        hold_stock(
            actor=SYSTEM,
            seller_id=seller.seller_id,
            checkout_id=checkout_id,
            requests=[HoldRequest(stock_id, quantity) for stock_id, quantity in units.items()],
            minutes=minutes,
        )
    except NotEnoughStock:
        return False
    return True
