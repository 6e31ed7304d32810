"""Whole returns, for their buyer, their seller and staff."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import orjson
from django.db import connection
from django.db.models import QuerySet

from tijara.domains.orders.queries import orders
from tijara.domains.orders.shapes import OrderView
from tijara.platform.prepared import Row, prepared

from ..models import Return, ReturnPhoto
from ..shapes import (
    OPEN_RETURNS,
    CarriageEnd,
    Photo,
    RefundReason,
    ReturnLineView,
    ReturnState,
    ReturnStep,
    ReturnView,
    Said,
    Wish,
)

WHOLE = (
    "id", "order_id", "buyer_id", "place", "state", "reason", "wish", "opened_at", "moved_at",
    "due_at", "carrier", "tracking_number", "back_carrier", "back_number", "variant_id",
    "new_order_id", "to_wallet", "swap_minor", "pay_with",
    "label_file_id", "pickup_on", "pickup_note", "pickup_day", "pickup_carrier",
    "carriage_payer", "carriage_minor", "carriage_end", "carriage_moved_minor",
)  # fmt: skip

BESIDE = """
    SELECT r.id,
           (SELECT coalesce(jsonb_agg(jsonb_build_array(
                       l.line_id, l.quantity, l.accepted, l.restocked)), '[]')::text
            FROM returns_line l WHERE l.seller_id = %(seller)s AND l.return_id = r.id),
           (SELECT coalesce(jsonb_agg(jsonb_build_array(w.actor_kind, w.text, w.written_at)
                       ORDER BY w.written_at, w.id), '[]')::text
            FROM returns_word w WHERE w.seller_id = %(seller)s AND w.return_id = r.id),
           (SELECT coalesce(jsonb_agg(jsonb_build_array(p.actor_kind, p.file_id)
                       ORDER BY p.added_at, p.id), '[]')::text
            FROM returns_photo p WHERE p.seller_id = %(seller)s AND p.return_id = r.id),
           (SELECT coalesce(jsonb_agg(jsonb_build_array(m.after, m.actor_kind, m.moved_at)
                       ORDER BY m.moved_at, m.id), '[]')::text
            FROM returns_move m WHERE m.seller_id = %(seller)s AND m.return_id = r.id)
    FROM unnest(%(ids)s::uuid[]) AS r (id)
"""

STILL = (*OPEN_RETURNS, ReturnState.REJECTED, ReturnState.APPEALED)


def return_view(seller_id: UUID, return_id: UUID) -> ReturnView | None:
    return next(iter(_views(seller_id, _one(seller_id, return_id))), None)


def returns_of_order(seller_id: UUID, order_id: UUID) -> list[ReturnView]:
    """The newest first."""
    return _views(seller_id, _of_order(seller_id, order_id))


def exchanged_for(keys: Sequence[tuple[UUID, UUID]]) -> list[tuple[UUID, UUID]]:
    """The orders, (seller, order), that came in place of goods of these."""
    sellers, ids = {seller for seller, _ in keys}, [order for _, order in keys]
    rows = Return.objects.filter(seller_id__in=sellers, order_id__in=ids)
    return list(rows.exclude(new_order_id=None).values_list("seller_id", "new_order_id"))


def with_open_returns(keys: Sequence[tuple[UUID, UUID]]) -> set[UUID]:
    """Which of these orders, (seller, order), have a return that somebody may still move: one that
    was rejected, too, as long as staff may be asked."""
    sellers, ids = {seller for seller, _ in keys}, [order for _, order in keys]
    rows = Return.objects.filter(seller_id__in=sellers, order_id__in=ids, state__in=STILL)
    return set(rows.values_list("order_id", flat=True))


def return_photo(seller_id: UUID, return_id: UUID, file_id: UUID) -> bool:
    """Whether this file is a picture of this return."""
    rows = ReturnPhoto.objects.filter(seller_id=seller_id, return_id=return_id, file_id=file_id)
    return rows.exists()


def return_number(order_number: str, place: int) -> str:
    """ "K7Q3M-9XW2T-R1": what stands on the slip."""
    return f"{order_number}-R{place}"


@prepared
def _one(seller_id: UUID, return_id: UUID) -> QuerySet:
    return Return.objects.filter(seller_id=seller_id, id=return_id).values_list(*WHOLE)


@prepared
def _of_order(seller_id: UUID, order_id: UUID) -> QuerySet:
    rows = Return.objects.filter(seller_id=seller_id, order_id=order_id)
    return rows.order_by("-place").values_list(*WHOLE)


def _views(seller_id: UUID, rows: Iterable[Row]) -> list[ReturnView]:
    """Three statements, whatever their number."""
    found = [dict(zip(WHOLE, row, strict=True)) for row in rows]
    if not found:
        return []
    ids = [one["id"] for one in found]
    of_orders = orders([(seller_id, one["order_id"]) for one in found])
    beside = _beside(seller_id, ids, of_orders.values())
    return [_view(seller_id, one, of_orders[one["order_id"]], beside[one["id"]]) for one in found]


def _view(seller_id: UUID, told: dict, order: OrderView, parts: dict) -> ReturnView:
    first = ReturnStep(ReturnState.REQUESTED, "buyer", told["opened_at"])
    return ReturnView(
        seller_id=seller_id,
        **{name: value for name, value in told.items() if name not in {"place", *TYPED}},
        number=return_number(order.number, told["place"]),
        **{name: kind(told[name]) for name, kind in TYPED.items()},
        **parts | {"steps": (first, *parts["steps"])},
    )


TYPED: dict[str, Any] = {
    "state": ReturnState,
    "reason": RefundReason,
    "wish": Wish,
    "carriage_end": CarriageEnd,
}


def _beside(
    seller_id: UUID, return_ids: Sequence[UUID], of_orders: Iterable[OrderView]
) -> dict[UUID, dict[str, tuple]]:
    """What belongs to each return: its lines in the order of the order's, words, photos, steps."""
    lines = {line.id: line for order in of_orders for line in order.lines}
    place = {line_id: number for number, line_id in enumerate(lines)}
    with connection.cursor() as cursor:
        cursor.execute(BESIDE, {"seller": seller_id, "ids": list(return_ids)})
        rows = cursor.fetchall()
    found: dict[UUID, dict[str, tuple]] = {}
    for id, *parts in rows:
        units, said, photos, steps = map(orjson.loads, parts)
        units = [(UUID(line_id), *numbers) for line_id, *numbers in units]
        found[id] = {
            "lines": tuple(
                ReturnLineView(lines[line_id], *numbers)
                for line_id, *numbers in sorted(units, key=lambda one: place[one[0]])
            ),
            "said": tuple(Said(by, text, _moment(at)) for by, text, at in said),
            "photos": tuple(Photo(by, UUID(file_id)) for by, file_id in photos),
            "steps": tuple(ReturnStep(ReturnState(to), by, _moment(at)) for to, by, at in steps),
        }
    return found


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)
