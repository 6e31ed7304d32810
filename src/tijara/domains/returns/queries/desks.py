"""Lists of returns: a seller's and the staff's."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import Count, QuerySet

from tijara.domains.orders.queries import orders
from tijara.kit.clock import now
from tijara.kit.money import Money
from tijara.kit.page import Page

from ..models import MOVED_BY_CLOCK, Return, ReturnLine
from ..shapes import RefundReason, ReturnRow, ReturnState, Wish
from .views import return_number

ROW = (
    "seller_id", "id", "order_id", "place", "state", "reason", "wish", "opened_at", "due_at",
)  # fmt: skip
WAITING_FOR_SHOP = (ReturnState.REQUESTED, ReturnState.SENT, ReturnState.INSPECTED)
"""Where a silent shop is a matter for staff."""


def returns_of_seller(
    seller_id: UUID, states: Sequence[ReturnState] = (), *, page: int = 1, size: int = 30
) -> Page[ReturnRow]:
    """The newest first; of all states if none is given."""
    return _page(Return.objects.filter(seller_id=seller_id), states, page, size)


def counts_of_seller(seller_id: UUID) -> dict[ReturnState, int]:
    return _counts(Return.objects.filter(seller_id=seller_id))


def all_returns(
    states: Sequence[ReturnState] = (), *, page: int = 1, size: int = 30
) -> Page[ReturnRow]:
    """Of all sellers, for staff."""
    return _page(Return.objects.all(), states, page, size)


def counts_of_all() -> dict[ReturnState, int]:
    return _counts(Return.objects.all())


def late_returns(*, page: int = 1, size: int = 30) -> Page[ReturnRow]:
    """Whose shop should have done something by now, and has not."""
    late = Return.objects.filter(due_at__lt=now())
    return _page(late, WAITING_FOR_SHOP, page, size)


def due_returns(at: datetime, limit: int) -> list[tuple]:
    """(seller id, id, state) of those whose moment has come, the longest due first."""
    rows = Return.objects.filter(state__in=MOVED_BY_CLOCK, due_at__lte=at).order_by("due_at")
    return list(rows.values_list("seller_id", "id", "state")[:limit])


def _counts(rows: QuerySet) -> dict[ReturnState, int]:
    counts = dict(rows.order_by().values_list("state").annotate(number=Count("id")))
    return {state: counts.get(state, 0) for state in ReturnState}


def _page(rows: QuerySet, states: Sequence[ReturnState], page: int, size: int) -> Page[ReturnRow]:
    if states:
        rows = rows.filter(state__in=states)
    start = (page - 1) * size
    told = rows.order_by("-opened_at", "-id").values_list(*ROW)[start : start + size + 1]
    found = _rows(list(told))
    return Page(found[:size], page, size, has_next=len(found) > size)


def _rows(told: list[tuple]) -> list[ReturnRow]:
    """Three statements, whatever their number."""
    of_orders = orders([(row[0], row[2]) for row in told])
    lines = {line.id: line for order in of_orders.values() for line in order.lines}
    units: dict[UUID, dict[UUID, int]] = {}
    held = ReturnLine.objects.filter(
        seller_id__in={row[0] for row in told}, return_id__in=[row[1] for row in told]
    )
    for return_id, line_id, quantity in held.values_list("return_id", "line_id", "quantity"):
        units.setdefault(return_id, {})[line_id] = quantity
    found = []
    for seller_id, id, order_id, place, state, reason, wish, opened_at, due_at in told:
        mine, order = units[id], of_orders[order_id]
        first = next(line for line in order.lines if line.id in mine)
        minor = sum(
            lines[line_id].total.minor * many // lines[line_id].quantity
            for line_id, many in mine.items()
        )
        found.append(
            ReturnRow(
                seller_id=seller_id,
                id=id,
                order_id=order_id,
                number=return_number(order.number, place),
                state=ReturnState(state),
                reason=RefundReason(reason),
                wish=Wish(wish),
                opened_at=opened_at,
                due_at=due_at,
                pieces=sum(mine.values()),
                name_ar=first.name_ar,
                name_en=first.name_en,
                picture=first.picture,
                value=Money(minor, order.total.currency),
            )
        )
    return found
