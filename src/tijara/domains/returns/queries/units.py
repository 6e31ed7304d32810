"""Units of an order that have gone back, or are about to."""

from uuid import UUID

from django.db import connection
from django.db.models import QuerySet, Sum

from tijara.domains.fulfilment.shapes import LineShare
from tijara.platform.prepared import prepared

from ..models import Return, ReturnLine
from ..shapes import OPEN_RETURNS

REFUNDED = """
    SELECT line_id, sum(quantity)::int, sum(items_minor)::bigint, sum(tax_minor)::bigint,
           sum(commission_minor)::bigint, sum(commission_vat_minor)::bigint,
           sum(support_minor)::bigint, sum(support_tax_minor)::bigint
    FROM returns_owed_line
    WHERE seller_id = %s AND order_id = %s GROUP BY line_id
"""


def refunded_parts(seller_id: UUID, order_id: UUID) -> dict[UUID, LineShare]:
    """By line, units and money; those that were exchanged, too."""
    with connection.cursor() as cursor:
        cursor.execute(REFUNDED, [seller_id, order_id])
        return {row[0]: LineShare(*row) for row in cursor.fetchall()}


def refunded_units(seller_id: UUID, order_id: UUID) -> dict[UUID, int]:
    """By line; those that were exchanged, too."""
    gone = refunded_parts(seller_id, order_id)
    return {line_id: part.quantity for line_id, part in gone.items()}


def spoken_units(seller_id: UUID, order_id: UUID) -> dict[UUID, int]:
    """By line, in returns that are under way."""
    return dict(_spoken(seller_id, order_id))


@prepared
def _spoken(seller_id: UUID, order_id: UUID) -> QuerySet:
    of_order = {"seller_id": seller_id, "order_id": order_id}
    under_way = Return.objects.filter(**of_order, state__in=OPEN_RETURNS).values("id")
    rows = ReturnLine.objects.filter(**of_order, return_id__in=under_way)
    return rows.order_by().values_list("line_id").annotate(units=Sum("quantity"))
