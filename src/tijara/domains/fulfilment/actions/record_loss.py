"""A carrier has lost a parcel: its buyer has his money back or the goods once more, and the carrier
is asked for what the contract with him says.
"""

from uuid import UUID

from django.db.models import F

from tijara.domains.inventory.actions import adjust_stock
from tijara.domains.inventory.shapes import StockChange
from tijara.domains.orders.actions import lock_order
from tijara.domains.orders.shapes import CancelReason, OrderView
from tijara.domains.parties.queries import markets_of
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.arabic import strip_controls
from tijara.kit.ids import new_id
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid, Refusal
from tijara.platform.action import action
from tijara.platform.outbox.recorder import record

from ..events import ParcelLost
from ..models import LossClaim, Shipment
from ..queries import order_of_shipment, shipment_views
from ..rules.carriers import carrier_faults
from ..rules.losses import LONGEST_WORDS, loss_faults
from ..rules.shares import stock_units
from ..shapes import Ending, LossDraft, ParcelKind, ShipmentView
from .end_parcel import NoSuchParcel, ParcelEnded, end_parcel


class LossInvalid(Invalid):
    code = "fulfilment.loss_invalid"


class NothingToSendAgain(Refusal):
    """Not so many are on the shelf: give the money back."""

    code = "fulfilment.nothing_to_send_again"


@action(power=Power.ORDERS_HANDLE)
def record_loss(*, actor: Actor, seller_id: UUID, shipment_id: UUID, draft: LossDraft) -> UUID:
    """The claim's id. Under the order's lock: of two who press, or of a loss and a delivery, one
    wins. The lost units never come back on the shelf; sent again, as many leave it once more."""
    order_id = order_of_shipment(seller_id, shipment_id)
    if order_id is None:
        raise NoSuchParcel()
    order = lock_order(actor=SYSTEM, seller_id=seller_id, order_id=order_id)
    parcel = shipment_views(seller_id, [shipment_id])[shipment_id]
    if parcel.kind is not ParcelKind.CARRIED or not parcel.is_open:
        raise ParcelEnded()
    _check(order, draft)
    loss_id = new_id()
    _claim(actor, order, parcel, draft, loss_id)
    rows = Shipment.objects.filter(seller_id=seller_id, id=shipment_id)
    if draft.is_resent:
        rows.update(
            carrier=strip_controls(draft.carrier).strip(),
            tracking_number=strip_controls(draft.tracking_number).strip(),
            revision=F("revision") + 1,
        )
    else:
        rows.update(reason=CancelReason.LOST)
        end_parcel(
            actor=SYSTEM,
            on_behalf=actor,
            order=order,
            shipment_id=shipment_id,
            ending=Ending.LOST,
        )
    _take_off_the_shelf(order, parcel, draft, loss_id)
    fact = ParcelLost(
        seller_id=seller_id,
        order_id=order_id,
        shipment_id=shipment_id,
        loss_id=loss_id,
        number=order.number,
        buyer_id=order.buyer_id,
        is_resent=draft.is_resent,
    )
    record(seller_id, fact)
    return loss_id


def _check(order: OrderView, draft: LossDraft) -> None:
    faults = loss_faults(draft, order.total.currency)
    if draft.is_resent:
        faults |= carrier_faults(
            strip_controls(draft.carrier).strip(), strip_controls(draft.tracking_number).strip()
        )
    if faults:
        raise LossInvalid(faults)


def _claim(
    actor: Actor, order: OrderView, parcel: ShipmentView, draft: LossDraft, loss_id: UUID
) -> None:
    LossClaim.objects.create(
        seller_id=order.seller_id,
        id=loss_id,
        shipment_id=parcel.id,
        order_id=order.id,
        market_id=markets_of([order.seller_id])[order.seller_id],
        claimant=draft.claimant,
        carrier=parcel.carrier,
        tracking_number=parcel.tracking_number,
        is_resent=draft.is_resent,
        currency=order.total.currency,
        amount_minor=draft.amount.minor if draft.amount else 0,
        basis=strip_controls(draft.basis).strip()[:LONGEST_WORDS],
        opened_by=actor.person_id,
    )


def _take_off_the_shelf(
    order: OrderView, parcel: ShipmentView, draft: LossDraft, loss_id: UUID
) -> None:
    """What the end of the parcel has put back, or what goes in its place."""
    held = {one.line_id: one.quantity for one in parcel.units}
    units = stock_units(order.lines, held)
    changes = [StockChange(stock_id, -many) for stock_id, many in units.items()]
    done = adjust_stock(
        actor=SYSTEM, seller_id=order.seller_id, changes=changes, reference_id=loss_id
    )
    if draft.is_resent and len(done) != len(changes):
        raise NothingToSendAgain()
