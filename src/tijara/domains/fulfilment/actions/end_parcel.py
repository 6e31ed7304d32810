"""End a parcel once: units, money and fact follow from how it ended, and the order goes on."""

from uuid import UUID

from django.db import connection

from tijara.domains.cash_terms.queries import lost_deposit
from tijara.domains.inventory.actions import hand_over_costs, restock_order
from tijara.domains.inventory.shapes import SoldUnits
from tijara.domains.ledger.actions import post_journal
from tijara.domains.ledger.shapes import Account, Transfer
from tijara.domains.markets.queries import market_by_id
from tijara.domains.orders.events import RefundDue
from tijara.domains.orders.shapes import OrderState, OrderView
from tijara.domains.parties.queries import markets_of
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.refusal import Kind, Refusal
from tijara.platform.action import action
from tijara.platform.outbox.recorder import record

from ..models import Shipment
from ..queries import shipments
from ..rules.shares import delivered_transfers, stock_units, undone_transfers
from ..shapes import Ending, ShipmentView
from .advance_order import advance_order

END = """
    UPDATE fulfilment_shipment SET ended_at = %s, outcome = %s
    WHERE seller_id = %s AND order_id = %s AND id = %s AND ended_at IS NULL
"""


class NoSuchParcel(Refusal):
    code = "fulfilment.no_such_parcel"
    kind = Kind.MISSING


class ParcelEnded(Refusal):
    """It was delivered, refused or given up before: somebody was quicker."""

    code = "fulfilment.parcel_ended"


@action(power=Power.SYSTEM)
def end_parcel(
    *, actor: Actor, on_behalf: Actor, order: OrderView, shipment_id: UUID, ending: Ending
) -> OrderState:
    """`ending` is DELIVERED, REFUSED, GIVEN_UP or LOST; the order's state then. The caller holds
    the order, so that of two who race one wins and the other is told ParcelEnded."""
    has_ended = _end(order, shipment_id, ending)
    parcels = shipments(order.seller_id, [order.id]).get(order.id, [])
    parcel = next((one for one in parcels if one.id == shipment_id), None)
    if parcel is None:
        raise NoSuchParcel()
    if not has_ended:
        raise ParcelEnded()
    share = parcel.share
    paid = share.total_minor if order.paid_at else parcel.before_minor
    if ending is Ending.DELIVERED:
        is_held = market_by_id(markets_of([order.seller_id])[order.seller_id]).protection_days > 0
        transfers = delivered_transfers(share, paid_minor=paid, is_held=is_held)
        _hand_over(order, parcel)
    else:
        transfers = undone_transfers(share, paid_minor=paid)
        lost = _lost(order, parcel) if ending is Ending.REFUSED else 0
        _take_back(order, parcel, paid, lost)
    post_journal(
        actor=SYSTEM,
        seller_id=order.seller_id,
        kind=f"parcel_{ending}",
        reference_id=shipment_id,
        order_id=order.id,
        currency=share.currency,
        transfers=transfers,
    )
    return advance_order(actor=SYSTEM, on_behalf=on_behalf, order=order, parcels=parcels)


def _end(order: OrderView, shipment_id: UUID, ending: Ending) -> bool:
    """Whether it had not ended before."""
    with connection.cursor() as cursor:
        cursor.execute(END, [now(), ending, order.seller_id, order.id, shipment_id])
        return cursor.rowcount == 1


def _hand_over(order: OrderView, parcel: ShipmentView) -> None:
    """What its units have cost is frozen."""
    stocks = {line.id: line.stock_id for line in order.lines}
    hand_over_costs(
        actor=SYSTEM,
        seller_id=order.seller_id,
        order_id=order.id,
        placed_at=order.placed_at,
        sold=[SoldUnits(one.line_id, stocks[one.line_id], one.quantity) for one in parcel.units],
        reference_id=parcel.id,
    )


def _lost(order: OrderView, parcel: ShipmentView) -> int:
    """What its buyer had put down is its seller's in part, as he was told before. It is no price of
    anything: no commission is taken of it."""
    lost = lost_deposit(parcel.ahead_minor, order.forfeit_bp)
    if lost:
        Shipment.objects.filter(seller_id=order.seller_id, id=parcel.id).update(lost_minor=lost)
        post_journal(
            actor=SYSTEM,
            seller_id=order.seller_id,
            kind="deposit_lost",
            reference_id=parcel.id,
            order_id=order.id,
            currency=parcel.share.currency,
            transfers=[Transfer(Account.BUYER_REFUNDABLE, Account.SELLER_PAYABLE, lost)],
        )
    return lost


def _take_back(order: OrderView, parcel: ShipmentView, paid_minor: int, lost_minor: int) -> None:
    """Its units go back to stock; what was paid for them is due to the buyer, but what he has
    lost of it."""
    units = {one.line_id: one.quantity for one in parcel.units}
    restock_order(
        actor=SYSTEM,
        seller_id=order.seller_id,
        order_id=order.id,
        units=stock_units(order.lines, units),
    )
    if paid_minor > lost_minor:
        record(
            order.seller_id,
            RefundDue(
                seller_id=order.seller_id,
                order_id=order.id,
                number=order.number,
                buyer_id=order.buyer_id,
                charge_id=order.charge_id,
                method=order.payment_method,
                amount_minor=paid_minor - lost_minor,
                currency=parcel.share.currency,
                credit_minor=parcel.credit_minor,
                ahead_minor=parcel.ahead_minor - lost_minor,
                parcel_id=parcel.id,
            ),
        )
