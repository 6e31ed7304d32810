"""Take a delivered order back in full: its money goes back the way it came."""

from uuid import UUID

from tijara.domains.fulfilment.queries import delivered_units
from tijara.domains.inventory.actions import restock_order
from tijara.domains.ledger.actions import lock_purse, post_journal
from tijara.domains.ledger.queries import order_balances
from tijara.domains.orders.actions import NoSuchOrder, WrongState, move_order
from tijara.domains.orders.queries import order as order_view
from tijara.domains.orders.shapes import TAKE_BACK, OrderView
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.money import Money
from tijara.kit.powers import Power
from tijara.kit.refusal import Refusal
from tijara.platform.action import action
from tijara.platform.process.moving import Step

from ..rules import refundable_minor, reversed_shares
from ..shapes import RefundCause, RefundReason
from .open_owed import open_owed


class NotRefundable(Refusal):
    """It was not delivered, or it was taken back before."""

    code = "returns.not_refundable"


@action(power=Power.ORDERS_REFUND)
def refund_order(
    *, actor: Actor, seller_id: UUID, order_id: UUID, reason: RefundReason, restock: bool
) -> UUID:
    """By the seller or by staff. Journal, stock, invoice and buyer follow; the seller's share goes
    off what is held for him or, when that is his already, off his balance, which may fall below
    nothing.

    The order's guarded move makes all of it happen once.
    """
    order = _taken_back(actor, seller_id, order_id, reason)
    lock_purse(actor=SYSTEM, seller_id=seller_id, order_id=order_id)
    transfers = reversed_shares(order_balances(seller_id, order_id))
    post_journal(
        actor=SYSTEM,
        seller_id=seller_id,
        kind="order_refunded",
        reference_id=order_id,
        order_id=order_id,
        currency=order.total.currency,
        transfers=transfers,
    )
    if restock:
        _restock(order)
    return open_owed(
        actor=SYSTEM,
        order=order,
        reference=f"order:{order_id}",
        amount=Money(refundable_minor(transfers), order.total.currency),
        cause=RefundCause.RETURNED,
        reason=reason,
        is_restocked=restock,
    )


def _taken_back(actor: Actor, seller_id: UUID, order_id: UUID, reason: RefundReason) -> OrderView:
    step = Step("take_back", actor, does=TAKE_BACK, reason=reason)
    try:
        move_order(actor=SYSTEM, seller_id=seller_id, order_id=order_id, step=step)
    except WrongState as wrong:
        raise NotRefundable(**wrong.facts) from wrong
    order = order_view(seller_id, order_id)
    if order is None:
        raise NoSuchOrder()
    return order


def _restock(order: OrderView) -> None:
    """What was delivered; parcels that came back before are in stock already."""
    delivered = delivered_units(order.seller_id, [order.id]).get(order.id, {})
    units: dict[UUID, int] = {}
    for line in order.lines:
        if many := delivered.get(line.id, 0):
            units[line.stock_id] = units.get(line.stock_id, 0) + many
    restock_order(actor=SYSTEM, seller_id=order.seller_id, order_id=order.id, units=units)
