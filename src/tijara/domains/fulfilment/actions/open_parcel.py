"""Open a parcel of an order: its units leave the rest, and its share of the money is frozen."""

from collections.abc import Mapping
from dataclasses import asdict, fields
from typing import Any
from uuid import UUID

from django.db import connection
from psycopg.sql import SQL, Identifier, Placeholder

from tijara.domains.orders.shapes import LineKind, OrderView
from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.kit.powers import Power
from tijara.kit.refusal import Refusal
from tijara.platform.action import action

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


COLUMNS = (
    "seller_id", "id", "order_id", "number", "kind", "carrier", "tracking_number", "shipped_at",
    "reason", "has_charges", "credit_minor", "ahead_minor",
    *(field.name for field in fields(Share)),
)  # fmt: skip
OPEN = (
    SQL("""
    WITH parcel AS (
        INSERT INTO fulfilment_shipment ({columns}, outcome) VALUES ({values}, '')
    )
    INSERT INTO fulfilment_line (seller_id, id, shipment_id, order_id, line_id, quantity)
    SELECT %(seller_id)s, l.id, %(id)s, %(order_id)s, l.line_id, l.quantity
    FROM unnest(%(line_ids)s::uuid[], %(lines)s::uuid[], %(quantities)s::int[])
        AS l (id, line_id, quantity)
""")
    .format(
        columns=SQL(", ").join(map(Identifier, COLUMNS)),
        values=SQL(", ").join(map(Placeholder, COLUMNS)),
    )
    .as_string(None)
)


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
) -> UUID:
    """Its id. `units` by line; None is all that is left. The caller holds the order
    (`lock_order`)."""
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
    told = {
        "number": len(before) + 1,
        "kind": str(kind),
        "carrier": carrier,
        "tracking_number": tracking_number,
        "reason": str(reason),
        "has_charges": has_charges,
        "credit_minor": credit,
        "ahead_minor": ahead_of(order, before, share, credit),
    }
    return _kept(order, told | asdict(share), chosen)


def _kept(order: OrderView, told: dict[str, Any], chosen: Mapping[UUID, int]) -> UUID:
    """The parcel and its units, in one statement."""
    parcel_id = new_id()
    of_parcel = {
        "seller_id": order.seller_id,
        "id": parcel_id,
        "order_id": order.id,
        "shipped_at": now(),
    }
    of_lines = {
        "line_ids": [new_id() for _ in chosen],
        "lines": list(chosen),
        "quantities": list(chosen.values()),
    }
    with connection.cursor() as cursor:
        cursor.execute(OPEN, told | of_parcel | of_lines)
    return parcel_id


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
