"""Parcels by their orders."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from django.db import connection
from django.utils.translation import get_language
from psycopg.sql import SQL, Identifier

from ..rules.carriers import CARRIERS, carrier_named, tracking_link
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
WHOLE = SQL("""
    SELECT {columns},
           ARRAY(SELECT l.line_id FROM fulfilment_line l
                 WHERE l.seller_id = s.seller_id AND l.shipment_id = s.id ORDER BY l.id),
           ARRAY(SELECT l.quantity FROM fulfilment_line l
                 WHERE l.seller_id = s.seller_id AND l.shipment_id = s.id ORDER BY l.id)
    FROM fulfilment_shipment s WHERE s.seller_id = %s AND s.{by} = ANY(%s) ORDER BY s.number
""")
COLUMNS = SQL(", ").join(SQL("s.{}").format(Identifier(name)) for name in (*PARCEL, *SHARE))
OF_ORDERS, BY_IDS = (
    WHOLE.format(columns=COLUMNS, by=Identifier(by)).as_string(None) for by in ("order_id", "id")
)
ORDER_OF = "SELECT order_id FROM fulfilment_shipment WHERE seller_id = %s AND id = %s"
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
    """The parcels of each order in the order in which they went; one statement."""
    found: dict[UUID, list[ShipmentView]] = {}
    for parcel in _views(OF_ORDERS, seller_id, order_ids):
        found.setdefault(parcel.order_id, []).append(parcel)
    return found


def shipment_views(seller_id: UUID, shipment_ids: Sequence[UUID]) -> dict[UUID, ShipmentView]:
    return {parcel.id: parcel for parcel in _views(BY_IDS, seller_id, shipment_ids)}


def order_of_shipment(seller_id: UUID, shipment_id: UUID) -> UUID | None:
    with connection.cursor() as cursor:
        cursor.execute(ORDER_OF, [seller_id, shipment_id])
        row = cursor.fetchone()
    return row[0] if row else None


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


def delivered_share(parcels: Iterable[ShipmentView]) -> Share:
    """The same of one order whose parcels are known."""
    first, *rest = [one.share for one in parcels if one.outcome is Ending.DELIVERED]
    sums = (sum(getattr(one, name) for one in (first, *rest)) for name in SHARE[1:])
    return Share(first.currency, *sums)


def carriers_of(country: str) -> tuple[Carrier, ...]:
    """Those that carry in a country, to be suggested; any other name may be typed."""
    return tuple(carrier for carrier in CARRIERS if country in carrier.countries)


def known_carrier(name: str) -> Carrier | None:
    """The one that this name was typed for; nothing where it is none that we know."""
    return carrier_named(name)


def carrier_name(name: str) -> str:
    """As the reader calls the carrier that a shop has named in its own language; as it was typed
    where we do not know him."""
    known = carrier_named(name)
    if known is None:
        return name
    return getattr(known, f"name_{get_language() or 'ar'}", "") or known.name_en


def _views(statement: str, seller_id: UUID, ids: Sequence[UUID]) -> list[ShipmentView]:
    with connection.cursor() as cursor:
        cursor.execute(statement, [seller_id, list(ids)])
        return [_view(row) for row in cursor.fetchall()]


def _view(row: tuple[Any, ...]) -> ShipmentView:
    *columns, lines, quantities = row
    told: dict[str, Any] = dict(zip(PARCEL, columns, strict=False))
    told["kind"], told["outcome"] = ParcelKind(told["kind"]), Ending(told["outcome"])
    return ShipmentView(
        **told,
        share=Share(*columns[len(PARCEL) :]),
        units=tuple(map(ParcelUnits, lines, quantities)),
        link=tracking_link(told["carrier"], told["tracking_number"]),
    )
