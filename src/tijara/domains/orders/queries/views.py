"""Orders for their buyer, their seller and staff."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from uuid import UUID

from django.db import connection
from django.db.models import Count
from psycopg.sql import SQL, Identifier, Literal

from tijara.domains.taxes.queries import tax_groups
from tijara.kit.rebuilding import rebuild_text

from ..models import Order, OrderLine
from ..shapes import LineKind, OrderState, OrderView, ReasonKind

MONEY = SQL(", ").join(
    SQL("{}, jsonb_build_object('minor', o.{}, 'currency', o.currency)").format(
        Literal(name), Identifier(f"{name}_minor")
    )
    for name in ("items", "delivery", "fee", "tax", "total", "commission", "commission_vat")
)
LINE_MONEY = SQL(", ").join(
    SQL("{}, jsonb_build_object('minor', l.{}, 'currency', o.currency)").format(
        Literal(name), Identifier(f"{name}_minor")
    )
    for name in ("unit", "total", "tax", "commission", "commission_vat")
)
# One document for each order, in the form of OrderView; one plan for any number (decision 116).
WHOLE = (
    SQL("""
    SELECT (to_jsonb(o) || jsonb_build_object({money},
        'address', o.address || jsonb_build_object(
            'recipient', o.recipient, 'phone', o.phone, 'email', o.email),
        'lines', (
            SELECT jsonb_agg(to_jsonb(l) || jsonb_build_object(
                {line_money})
                ORDER BY l.position)
            FROM orders_line l WHERE l.seller_id = o.seller_id AND l.order_id = o.id),
        'steps', (
            SELECT jsonb_build_array(jsonb_build_object('actor_kind', 'buyer', 'state',
                       CASE WHEN o.due_at IS NULL THEN 'placed' ELSE 'pending' END,
                       'reason', '', 'moved_at', o.placed_at))
                   || coalesce(jsonb_agg(to_jsonb(m) || jsonb_build_object('state', m.after)
                       ORDER BY m.moved_at, m.id), '[]')
            FROM orders_move m WHERE m.seller_id = o.seller_id AND m.order_id = o.id)
    ))::text
    FROM orders_order o WHERE o.seller_id = ANY((SELECT %s::uuid[])::uuid[])
        AND o.id = ANY((SELECT %s::uuid[])::uuid[])
""")
    .format(money=MONEY, line_money=LINE_MONEY)
    .as_string(None)
)

OF_KIND = """
    SELECT EXISTS (SELECT FROM orders_line WHERE seller_id = %s AND order_id = %s AND kind = %s)
"""


def order(seller_id: UUID, order_id: UUID) -> OrderView | None:
    return orders([(seller_id, order_id)]).get(order_id)


def orders(keys: Sequence[tuple[UUID, UUID]]) -> dict[UUID, OrderView]:
    """Whole orders by (seller id, order id); one statement, whatever their number."""
    if not keys:
        return {}
    wanted = set(keys)
    sellers, ids = zip(*wanted, strict=True)
    with connection.cursor() as cursor:
        cursor.execute(WHOLE, [list(sellers), list(ids)])
        views = [_view(told) for (told,) in cursor.fetchall()]
    return {view.id: view for view in views if (view.seller_id, view.id) in wanted}


def _view(told: str) -> OrderView:
    view = rebuild_text(OrderView, told)
    return replace(view, taxes=tax_groups(view.taxed_parts))


def counts_by_state(seller_id: UUID) -> dict[OrderState, int]:
    """How many of a seller's orders are in each state."""
    rows = Order.objects.filter(seller_id=seller_id).order_by()
    counts = dict(rows.values_list("state").annotate(number=Count("id")))
    return {state: counts.get(state, 0) for state in OrderState}


def has_lines_of(seller_id: UUID, order_id: UUID, kind: LineKind) -> bool:
    """Whether anything in it is of that kind: it need not be read whole for that."""
    with connection.cursor() as cursor:
        cursor.execute(OF_KIND, [seller_id, order_id, str(kind)])
        return bool(cursor.fetchone()[0])


def numbers_of(seller_id: UUID, order_ids: Iterable[UUID]) -> dict[UUID, str]:
    """The numbers of a seller's orders, by id."""
    rows = Order.objects.filter(seller_id=seller_id, id__in=list(order_ids))
    return dict(rows.values_list("id", "number"))


def units_to_put_back(seller_id: UUID, order_id: UUID) -> tuple[dict[UUID, int], UUID | None]:
    """The units that an order took, by stock id; and where they were set apart for a flash sale,
    its checkout, which keeps them for that."""
    units: dict[UUID, int] = {}
    is_set_apart = False
    rows = OrderLine.objects.filter(seller_id=seller_id, order_id=order_id)
    for stock_id, quantity, reasons in rows.values_list("stock_id", "quantity", "reasons"):
        units[stock_id] = units.get(stock_id, 0) + quantity
        is_set_apart |= any(one["kind"] == ReasonKind.FLASH_SALE for one in reasons)
    if not is_set_apart:
        return units, None
    mine = Order.objects.filter(seller_id=seller_id, id=order_id)
    return units, mine.values_list("checkout_id", flat=True).get()
