"""Parcels by their orders."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

from ..models import Shipment, ShipmentLine
from ..rules.carriers import CARRIERS, tracking_link
from ..shapes import Carrier, Ending, ParcelKind, ParcelUnits, Share, ShipmentView

SHARE = (
    "currency",
    "items_minor",
    "delivery_minor",
    "fee_minor",
    "tax_minor",
    "commission_minor",
    "commission_vat_minor",
    "support_minor",
)
PARCEL = (
    "id",
    "order_id",
    "number",
    "kind",
    "carrier",
    "tracking_number",
    "shipped_at",
    "ended_at",
    "outcome",
    "reason",
    "has_charges",
    "credit_minor",
    "ahead_minor",
    "lost_minor",
)
DELIVERED = """
    SELECT order_id, currency, sum(items_minor)::bigint, sum(delivery_minor)::bigint,
           sum(fee_minor)::bigint, sum(tax_minor)::bigint, sum(commission_minor)::bigint,
           sum(commission_vat_minor)::bigint, sum(support_minor)::bigint
    FROM fulfilment_shipment
    WHERE seller_id = %s AND order_id = ANY(%s) AND outcome = 'delivered'
    GROUP BY order_id, currency
"""
WAITING = """
    SELECT order_id, count(*) FROM fulfilment_shipment
    WHERE seller_id = %s AND order_id = ANY(%s) AND ended_at IS NULL GROUP BY order_id
"""


def shipments(seller_id: UUID, order_ids: Sequence[UUID]) -> dict[UUID, list[ShipmentView]]:
    """The parcels of each order in the order in which they went; two statements."""
    found: dict[UUID, list[ShipmentView]] = {}
    rows = Shipment.objects.filter(seller_id=seller_id, order_id__in=order_ids)
    for parcel in _views(seller_id, rows.order_by("number")):
        found.setdefault(parcel.order_id, []).append(parcel)
    return found


def shipment_views(seller_id: UUID, shipment_ids: Sequence[UUID]) -> dict[UUID, ShipmentView]:
    rows = Shipment.objects.filter(seller_id=seller_id, id__in=shipment_ids)
    return {parcel.id: parcel for parcel in _views(seller_id, rows)}


def order_of_shipment(seller_id: UUID, shipment_id: UUID) -> UUID | None:
    rows = Shipment.objects.filter(seller_id=seller_id, id=shipment_id)
    return rows.values_list("order_id", flat=True).first()


def open_parcels(seller_id: UUID, order_ids: Sequence[UUID]) -> dict[UUID, int]:
    """How many parcels of each order are on their way."""
    with connection.cursor() as cursor:
        cursor.execute(WAITING, [seller_id, list(order_ids)])
        return dict(cursor.fetchall())


def delivered_shares(seller_id: UUID, order_ids: Sequence[UUID]) -> dict[UUID, Share]:
    """What of each order was delivered, in money: what a seller has earned, what an invoice is
    for, what a refund gives back. Nothing delivered, no entry."""
    with connection.cursor() as cursor:
        cursor.execute(DELIVERED, [seller_id, list(order_ids)])
        return {order_id: Share(*columns) for order_id, *columns in cursor.fetchall()}


def carriers_of(country: str) -> tuple[Carrier, ...]:
    """Those that carry in a country, to be suggested; any other name may be typed."""
    return tuple(carrier for carrier in CARRIERS if country in carrier.countries)


def _views(seller_id: UUID, rows: QuerySet) -> list[ShipmentView]:
    found = list(rows.values_list(*PARCEL, *SHARE))
    units: dict[UUID, list[ParcelUnits]] = {}
    held = ShipmentLine.objects.filter(
        seller_id=seller_id, shipment_id__in=[row[0] for row in found]
    )
    for shipment_id, line_id, quantity in held.order_by("id").values_list(
        "shipment_id", "line_id", "quantity"
    ):
        units.setdefault(shipment_id, []).append(ParcelUnits(line_id, quantity))
    return [_view(row, tuple(units.get(row[0], ()))) for row in found]


def _view(row: tuple[Any, ...], units: tuple[ParcelUnits, ...]) -> ShipmentView:
    told: dict[str, Any] = dict(zip(PARCEL, row, strict=False))
    told["kind"], told["outcome"] = ParcelKind(told["kind"]), Ending(told["outcome"])
    return ShipmentView(
        **told,
        share=Share(*row[len(PARCEL) :]),
        units=units,
        link=tracking_link(told["carrier"], told["tracking_number"]),
    )
