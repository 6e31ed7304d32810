"""Units of an order that have gone back, or are about to."""

from uuid import UUID

from django.db.models import Sum

from ..models import OwedLine, Return, ReturnLine
from ..shapes import OPEN_RETURNS


def refunded_units(seller_id: UUID, order_id: UUID) -> dict[UUID, int]:
    """By line; those that were exchanged, too."""
    rows = OwedLine.objects.filter(seller_id=seller_id, order_id=order_id)
    return dict(rows.order_by().values_list("line_id").annotate(units=Sum("quantity")))


def spoken_units(seller_id: UUID, order_id: UUID) -> dict[UUID, int]:
    """By line, in returns that are under way."""
    under_way = Return.objects.filter(
        seller_id=seller_id, order_id=order_id, state__in=OPEN_RETURNS
    )
    rows = ReturnLine.objects.filter(
        seller_id=seller_id,
        order_id=order_id,
        return_id__in=under_way.values("id"),
    )
    return dict(rows.order_by().values_list("line_id").annotate(units=Sum("quantity")))
