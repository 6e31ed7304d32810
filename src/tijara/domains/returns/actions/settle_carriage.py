"""Settle the way back of a return between who has paid its carrier and who has to."""

from uuid import UUID

from tijara.domains.ledger.actions import post_journal
from tijara.domains.ledger.shapes import Account, Transfer
from tijara.domains.orders.shapes import OrderView
from tijara.domains.parties.queries import home_of_buyer
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.money import Money
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.outbox.recorder import record

from ..events import CarriageCharged
from ..models import Return
from ..shapes import GIVEN, CarriageEnd, OwedToOpen, RefundCause
from .open_owed import open_owed

CHARGED, BORNE = "carriage_charged", "carriage_borne"
ACCOUNTS = {
    CarriageEnd.CHARGED: (Account.BUYER_REFUNDABLE, Account.SELLER_PAYABLE),
    CarriageEnd.BY_SELLER: (Account.SELLER_PAYABLE, Account.BUYER_REFUNDABLE),
    CarriageEnd.BY_MARKET: (Account.CARRIER_CHARGES, Account.BUYER_REFUNDABLE),
    CarriageEnd.TO_SELLER: (Account.CARRIER_CHARGES, Account.SELLER_PAYABLE),
}


@action(power=Power.SYSTEM)
def settle_carriage(
    *, actor: Actor, order: OrderView, return_id: UUID, end: CarriageEnd, minor: int
) -> None:
    """Once, in the commit of the return's last move, which its own guard makes happen once. What is
    charged was taken off the refund by the caller, and gets its paper; what is given to the buyer
    goes into his wallet, or is paid by staff where he has none: it may be more than he ever paid
    for the order, so no payment can be undone for it."""
    if end is CarriageEnd.NONE or not minor:
        return
    seller_id, currency = order.seller_id, order.total.currency
    rows = Return.objects.filter(seller_id=seller_id, id=return_id)
    rows.update(carriage_end=end, carriage_moved_minor=minor)
    post_journal(
        actor=SYSTEM,
        seller_id=seller_id,
        kind=CHARGED if end is CarriageEnd.CHARGED else BORNE,
        reference_id=return_id,
        order_id=order.id,
        currency=currency,
        transfers=[Transfer(*ACCOUNTS[end], minor)],
    )
    if end is CarriageEnd.CHARGED:
        record(seller_id, CarriageCharged(seller_id, return_id, order.id, minor, currency))
    elif end in GIVEN:
        has_wallet = home_of_buyer(order.buyer_id) is not None
        open_owed(
            actor=SYSTEM,
            order=order,
            owed=OwedToOpen(
                reference=f"carriage:{return_id}",
                amount=Money(minor, currency),
                cause=RefundCause.CARRIAGE,
                credit_minor=minor if has_wallet else 0,
                is_by_hand=True,
            ),
        )
