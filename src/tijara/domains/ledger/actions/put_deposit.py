"""Keep what a buyer puts down before a sale, in the purse of the order to come."""

from uuid import UUID

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..shapes import DEPOSIT_MADE, Account, Transfer
from .post_journal import post_journal


@action(power=Power.SYSTEM, atomic=False)
def put_deposit(
    *,
    actor: Actor,
    seller_id: UUID,
    order_id: UUID,
    amount_minor: int,
    currency: str,
    source: Account,
) -> None:
    """Once for an order. `source`: who has the money for us, the gateway or the bank."""
    post_journal(
        actor=SYSTEM,
        seller_id=seller_id,
        kind=DEPOSIT_MADE,
        reference_id=order_id,
        order_id=order_id,
        currency=currency,
        transfers=[Transfer(source, Account.DEPOSITS_HELD, amount_minor)],
    )
