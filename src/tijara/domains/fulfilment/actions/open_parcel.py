"""Open a parcel of an order: its units leave the rest, and its share of the money is frozen."""

from collections.abc import Mapping
from uuid import UUID

from tijara.domains.orders.shapes import LineKind, OrderView
from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.kit.refusal import Refusal
from tijara.platform.action import action

from ..models import Shipment, ShipmentLine
from ..queries import shipments
from ..rules.shares import (
    ahead_of,
    carries_charges,
    credit_of,
    left_units,
    share_of,
    taken_units,
)
from ..shapes import ParcelKind, Share


class NothingLeft(Refusal):
    """Every unit is in a parcel already, or was given up."""

    code = "fulfilment.nothing_left"


class MoreThanLeft(Refusal):
    """More units than are left: somebody was quicker, or it was a slip."""

    code = "fulfilment.more_than_left"


@action(power=Power.SYSTEM)
def open_parcel(
    *,
    actor: Actor,
    order: OrderView,
    kind: ParcelKind,
    units: Mapping[UUID, int] | None = None,
    carrier: str = "",
    tracking_number: str = "",
    reason: str = "",
) -> Shipment:
    """`units` by line; None is all that is left. The caller holds the order (`lock_order`)."""
    before = shipments(order.seller_id, [order.id]).get(order.id, [])
    taken = taken_units(parcel.units for parcel in before)
    of = LineKind.DIGITAL if kind is ParcelKind.DIGITAL else LineKind.PHYSICAL
    left = left_units(order.lines, taken, of)
    chosen = _chosen(left, units)
    pieces = sum(line.quantity for line in order.lines)
    has_charges = carries_charges(
        kind,
        carried_before=any(parcel.has_charges for parcel in before),
        is_digital=order.is_digital,
        stays_behind=sum(taken.values()) + sum(chosen.values()) < pieces,
    )
    share = share_of(order, taken, chosen, has_charges=has_charges)
    went = (parcel.share for parcel in before)
    credit = credit_of(order.credit_minor, order.total.minor, went, share)
    parcel = Shipment.objects.create(
        seller_id=order.seller_id,
        order_id=order.id,
        number=len(before) + 1,
        kind=kind,
        carrier=carrier,
        tracking_number=tracking_number,
        reason=reason,
        has_charges=has_charges,
        credit_minor=credit,
        ahead_minor=ahead_of(order, before, share, credit),
        **_columns(share),
    )
    ShipmentLine.objects.bulk_create(
        ShipmentLine(
            seller_id=order.seller_id,
            shipment_id=parcel.id,
            order_id=order.id,
            line_id=line_id,
            quantity=many,
        )
        for line_id, many in chosen.items()
    )
    return parcel


def _chosen(left: dict[UUID, int], units: Mapping[UUID, int] | None) -> dict[UUID, int]:
    if not left:
        raise NothingLeft()
    if units is None:
        return left
    chosen = {line_id: many for line_id, many in units.items() if many > 0}
    if not chosen:
        raise NothingLeft()
    if any(many > left.get(line_id, 0) for line_id, many in chosen.items()):
        raise MoreThanLeft()
    return chosen


def _columns(share: Share) -> dict:
    return {
        "currency": share.currency,
        "items_minor": share.items_minor,
        "delivery_minor": share.delivery_minor,
        "fee_minor": share.fee_minor,
        "tax_minor": share.tax_minor,
        "commission_minor": share.commission_minor,
        "commission_vat_minor": share.commission_vat_minor,
        "support_minor": share.support_minor,
    }
