"""Pay what an exchange costs more out of its buyer's wallet."""

from uuid import UUID

from tijara.domains.checkout.actions import pay_with_credit
from tijara.domains.checkout.shapes import OrderOutcome
from tijara.domains.orders.queries import numbers_of
from tijara.domains.orders.shapes import Outcome
from tijara.domains.parties.queries import home_of_buyer, markets_of
from tijara.domains.wallet.actions import hold_credit
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..shapes import ReturnView


@action(power=Power.SYSTEM)
def pay_difference(*, actor: Actor, told: ReturnView, order_id: UUID, minor: int) -> None:
    """In the commit of the exchange. Was it spent meanwhile, all of that is undone: asked again,
    the exchange waits for another way to pay."""
    seller_id, home = told.seller_id, home_of_buyer(told.buyer_id) or told.buyer_id
    hold_credit(
        actor=SYSTEM,
        buyer_id=home,
        market_id=markets_of([seller_id])[seller_id],
        checkout_id=told.id,
        amount_minor=minor,
    )
    number = numbers_of(seller_id, [order_id])[order_id]
    pay_with_credit(
        actor=SYSTEM,
        buyer_id=home,
        checkout_id=told.id,
        standing=[OrderOutcome(seller_id, Outcome.PLACED, order_id, number)],
        totals=[minor],
    )
