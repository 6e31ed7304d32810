"""Whole returns, for their buyer, their seller and staff."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from tijara.domains.orders.queries import orders
from tijara.domains.orders.shapes import OrderView

from ..models import Return, ReturnLine, ReturnMove, ReturnPhoto, ReturnWord
from ..shapes import (
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
)  # fmt: skip


def return_view(seller_id: UUID, return_id: UUID) -> ReturnView | None:
    found = _views(seller_id, Return.objects.filter(seller_id=seller_id, id=return_id))
    return next(iter(found), None)


def returns_of_order(seller_id: UUID, order_id: UUID) -> list[ReturnView]:
    """The newest first."""
    rows = Return.objects.filter(seller_id=seller_id, order_id=order_id)
    return _views(seller_id, rows.order_by("-place"))


def return_photo(seller_id: UUID, return_id: UUID, file_id: UUID) -> bool:
    """Whether this file is a picture of this return."""
    rows = ReturnPhoto.objects.filter(seller_id=seller_id, return_id=return_id, file_id=file_id)
    return rows.exists()


def return_number(order_number: str, place: int) -> str:
    """ "K7Q3M-9XW2T-R1": what stands on the slip."""
    return f"{order_number}-R{place}"


def _views(seller_id: UUID, rows: Any) -> list[ReturnView]:
    """Six statements, whatever their number."""
    found = [dict(zip(WHOLE, row, strict=True)) for row in rows.values_list(*WHOLE)]
    if not found:
        return []
    ids = [one["id"] for one in found]
    of_orders = orders([(seller_id, one["order_id"]) for one in found])
    beside = {
        "lines": _lines(seller_id, ids, of_orders.values()),
        "said": _grouped(seller_id, ids, ReturnWord, "written_at", _said),
        "photos": _grouped(seller_id, ids, ReturnPhoto, "added_at", _photo),
        "steps": _grouped(seller_id, ids, ReturnMove, "moved_at", _step),
    }
    return [_view(seller_id, one, of_orders[one["order_id"]], beside) for one in found]


def _view(seller_id: UUID, told: dict, order: OrderView, beside: dict) -> ReturnView:
    id, opened_at = told["id"], told["opened_at"]
    parts = {name: tuple(rows.get(id, ())) for name, rows in beside.items()}
    first = ReturnStep(ReturnState.REQUESTED, "buyer", opened_at)
    return ReturnView(
        seller_id=seller_id,
        **{name: value for name, value in told.items() if name not in {"place", *TYPED}},
        number=return_number(order.number, told["place"]),
        **{name: kind(told[name]) for name, kind in TYPED.items()},
        **parts | {"steps": (first, *parts["steps"])},
    )


TYPED: dict[str, Any] = {"state": ReturnState, "reason": RefundReason, "wish": Wish}


def _lines(
    seller_id: UUID, return_ids: Sequence[UUID], of_orders: Iterable[OrderView]
) -> dict[UUID, list[ReturnLineView]]:
    lines = {line.id: line for order in of_orders for line in order.lines}
    place = {line_id: number for number, line_id in enumerate(lines)}
    rows = ReturnLine.objects.filter(seller_id=seller_id, return_id__in=return_ids)
    told = rows.values_list("return_id", "line_id", "quantity", "accepted", "restocked")
    found: dict[UUID, list[ReturnLineView]] = {}
    for return_id, line_id, *numbers in sorted(told, key=lambda row: place[row[1]]):
        found.setdefault(return_id, []).append(ReturnLineView(lines[line_id], *numbers))
    return found


def _grouped(seller_id: UUID, ids: Sequence[UUID], table: Any, at: str, made: Any) -> dict:
    found: dict[UUID, list] = {}
    rows = table.objects.filter(seller_id=seller_id, return_id__in=ids)
    for row in rows.order_by(at, "id"):
        found.setdefault(row.return_id, []).append(made(row))
    return found


def _said(row: ReturnWord) -> Said:
    return Said(row.actor_kind, row.text, row.written_at)


def _photo(row: ReturnPhoto) -> Photo:
    return Photo(row.actor_kind, row.file_id)


def _step(row: ReturnMove) -> ReturnStep:
    return ReturnStep(ReturnState(row.after), row.actor_kind, row.moved_at)
