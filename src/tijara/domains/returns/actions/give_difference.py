"""Give back what an exchange costs less than what came back for it."""

from uuid import UUID

from tijara.domains.ledger.actions import post_journal
from tijara.domains.ledger.shapes import Account, Transfer
from tijara.domains.orders.shapes import OrderView
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.money import Money
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..rules.tenders import Tenders
from ..shapes import EXCHANGE_DIFFERENCE, OwedToOpen, RefundCause
from .open_owed import open_owed


@action(power=Power.SYSTEM)
def give_difference(*, actor: Actor, order: OrderView, return_id: UUID, back: Tenders) -> UUID:
    """Once for a return. What came back lies in the clearing account, all of it: the credit note of
    the goods is written for the whole, and so is the invoice of what is sent for them."""
    post_journal(
        actor=SYSTEM,
        seller_id=order.seller_id,
        kind=EXCHANGE_DIFFERENCE,
        reference_id=return_id,
        order_id=order.id,
        currency=order.total.currency,
        transfers=[Transfer(Account.EXCHANGE_CLEARING, Account.BUYER_REFUNDABLE, back.total)],
    )
    return open_owed(
        actor=SYSTEM,
        order=order,
        owed=OwedToOpen(
            reference=f"difference:{return_id}",
            amount=Money(back.total, order.total.currency),
            cause=RefundCause.DIFFERENCE,
            credit_minor=back.credit,
            ahead_minor=back.ahead,
        ),
    )
