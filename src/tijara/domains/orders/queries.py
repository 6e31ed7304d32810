"""Orders for their buyer, their seller and staff; the links to them; the proofs about them."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Sequence
from uuid import UUID

from django.core.signing import BadSignature, Signer
from django.db import connection
from django.db.models import Count, Q, Sum
from psycopg.sql import SQL

from tijara.kit.money import Money
from tijara.kit.page import Page
from tijara.platform.audits import Findings, proof

from .models import Order, OrderLine, OrderMove
from .shapes import (
    DeliveryAddress,
    OrderLineView,
    OrderRow,
    OrderState,
    OrderStep,
    OrderView,
)

LINKS = Signer(salt="tijara.orders.link")
ROW = """
    SELECT o.seller_id, o.id, o.number, o.state, o.placed_at, o.recipient, o.address ->> 'city',
           l.pieces, o.total_minor, o.currency, o.payment_method, l.picture
    FROM orders_order o
    CROSS JOIN LATERAL (
        SELECT sum(quantity)::int AS pieces, (array_agg(picture ORDER BY position))[1] AS picture
        FROM orders_line WHERE seller_id = o.seller_id AND order_id = o.id) l
    WHERE (%(seller)s::uuid IS NULL OR o.seller_id = %(seller)s::uuid)
      AND (%(state)s::text IS NULL OR o.state = %(state)s)
      AND (%(text)s = '' OR o.number ILIKE %(text)s || '%%' OR o.phone LIKE '%%' || %(text)s
           OR o.recipient ILIKE '%%' || %(text)s || '%%')
    ORDER BY o.placed_at DESC, o.id DESC LIMIT %(limit)s OFFSET %(offset)s
"""


def order(seller_id: UUID, order_id: UUID) -> OrderView | None:
    return orders([(seller_id, order_id)]).get(order_id)


def orders(keys: Sequence[tuple[UUID, UUID]]) -> dict[UUID, OrderView]:
    """Whole orders by (seller id, order id); three statements, whatever their number."""
    if not keys:
        return {}
    these = _these(keys, "id")
    heads = Order.objects.filter(these)
    of_these = _these(keys, "order_id")
    lines: dict[UUID, list[OrderLine]] = {}
    for line in OrderLine.objects.filter(of_these).order_by("position"):
        lines.setdefault(line.order_id, []).append(line)
    moves: dict[UUID, list[OrderMove]] = {}
    for move in OrderMove.objects.filter(of_these).order_by("moved_at", "id"):
        moves.setdefault(move.order_id, []).append(move)
    return {head.id: _view(head, lines.get(head.id, []), moves.get(head.id, [])) for head in heads}


def orders_of_seller(
    seller_id: UUID,
    *,
    state: OrderState | None = None,
    text: str = "",
    page: int = 1,
    size: int = 30,
) -> Page[OrderRow]:
    """The newest first. `text` is the start of a number, a part of a name, the end of a phone."""
    return _rows(seller_id, state, text, page, size)


def all_orders(
    *, state: OrderState | None = None, text: str = "", page: int = 1, size: int = 30
) -> Page[OrderRow]:
    """The orders of all sellers, for staff."""
    return _rows(None, state, text, page, size)


def counts_by_state(seller_id: UUID | None) -> dict[OrderState, int]:
    """How many orders are in each state; of all sellers where None (for staff)."""
    rows = Order.objects.all() if seller_id is None else Order.objects.filter(seller_id=seller_id)
    counts = dict(rows.order_by().values_list("state").annotate(number=Count("id")))
    return {state: counts.get(state, 0) for state in OrderState}


def units_of(seller_id: UUID, order_id: UUID) -> dict[UUID, int]:
    """The units that an order took, by stock id."""
    rows = OrderLine.objects.filter(seller_id=seller_id, order_id=order_id)
    return dict(rows.order_by().values_list("stock_id").annotate(units=Sum("quantity")))


def order_link_token(seller_id: UUID, order_id: UUID) -> str:
    """What a guest opens his order with. It can't be guessed or altered."""
    key = urlsafe_b64encode(seller_id.bytes + order_id.bytes).decode().rstrip("=")
    return LINKS.sign(key)


def read_order_token(token: str) -> tuple[UUID, UUID] | None:
    """(seller id, order id), or None for a token that we did not make."""
    try:
        raw = urlsafe_b64decode(LINKS.unsign(token) + "=")
    except (BadSignature, ValueError):
        return None
    return UUID(bytes=raw[:16]), UUID(bytes=raw[16:])


def _these(keys: Sequence[tuple[UUID, UUID]], column: str) -> Q:
    """Rows of these orders, owner first: one OR-ed pair a seller."""
    by_seller: dict[UUID, list[UUID]] = {}
    for seller_id, order_id in keys:
        by_seller.setdefault(seller_id, []).append(order_id)
    these = Q()
    for seller_id, ids in by_seller.items():
        these |= Q(("seller_id", seller_id), (f"{column}__in", ids))
    return these


def _rows(
    seller_id: UUID | None, state: OrderState | None, text: str, page: int, size: int
) -> Page[OrderRow]:
    text = text.strip().replace("\\", "").replace("%", "").replace("_", "")
    given = {
        "seller": seller_id,
        "state": state,
        "text": text,
        "limit": size + 1,
        "offset": (page - 1) * size,
    }
    with connection.cursor() as cursor:
        cursor.execute(ROW, given)
        rows = [_row(*row) for row in cursor.fetchall()]
    return Page(rows[:size], page, size, has_next=len(rows) > size)


def _row(*columns) -> OrderRow:
    seller_id, order_id, number, state, placed_at, recipient, city, pieces = columns[:8]
    total_minor, currency, payment_method, picture = columns[8:]
    return OrderRow(
        seller_id=seller_id,
        id=order_id,
        number=number,
        state=OrderState(state),
        placed_at=placed_at,
        recipient=recipient,
        city=city,
        pieces=pieces,
        total=Money(total_minor, currency),
        payment_method=payment_method,
        picture=picture,
    )


def _view(head: Order, lines: list[OrderLine], moves: list[OrderMove]) -> OrderView:
    money = {
        name: Money(getattr(head, f"{name}_minor"), head.currency)
        for name in ("items", "delivery", "fee", "tax", "total", "commission", "commission_vat")
    }
    placed = OrderStep(OrderState.PLACED, "buyer", "", head.placed_at)
    moved = [OrderStep(OrderState(m.after), m.actor_kind, m.reason, m.moved_at) for m in moves]
    return OrderView(
        seller_id=head.seller_id,
        id=head.id,
        number=head.number,
        buyer_id=head.buyer_id,
        checkout_id=head.checkout_id,
        state=OrderState(head.state),
        placed_at=head.placed_at,
        moved_at=head.moved_at,
        payment_method=head.payment_method,
        language=head.language,
        address=DeliveryAddress(
            recipient=head.recipient, phone=head.phone, email=head.email, **head.address
        ),
        lines=tuple(_line(line, head.currency) for line in lines),
        steps=(placed, *moved),
        **money,
    )


def _line(line: OrderLine, currency: str) -> OrderLineView:
    return OrderLineView(
        product_id=line.product_id,
        name_ar=line.name_ar,
        name_en=line.name_en,
        picture=line.picture,
        sku=line.sku,
        quantity=line.quantity,
        unit=Money(line.unit_minor, currency),
        total=Money(line.total_minor, currency),
    )


@proof("every order is the sum of its lines")
def sums_proof() -> Findings:
    return _find(
        SQL("""
            SELECT o.number, o.items_minor IS NOT DISTINCT FROM sum(l.total_minor)
               AND o.commission_minor IS NOT DISTINCT FROM sum(l.commission_minor)
               AND o.commission_vat_minor IS NOT DISTINCT FROM sum(l.commission_vat_minor)
            FROM orders_order o
            LEFT JOIN orders_line l ON l.seller_id = o.seller_id AND l.order_id = o.id
            GROUP BY o.seller_id, o.id
        """)
    )


@proof("every order took from stock what it sold, and gave back what was not delivered")
def units_proof() -> Findings:
    return _find(
        SQL("""
            SELECT o.number, l.units + m.sold = 0
               AND m.back = CASE WHEN o.state IN ('cancelled', 'refused') THEN l.units ELSE 0 END
            FROM orders_order o
            CROSS JOIN LATERAL (
                SELECT coalesce(sum(quantity), 0) AS units FROM orders_line
                WHERE seller_id = o.seller_id AND order_id = o.id) l
            LEFT JOIN (
                SELECT seller_id, reference_id,
                       coalesce(sum(quantity) FILTER (WHERE kind = 'sale'), 0) AS sold,
                       coalesce(sum(quantity) FILTER (WHERE kind = 'restock'), 0) AS back
                FROM inventory_movement WHERE kind IN ('sale', 'restock') GROUP BY 1, 2) m
              ON m.seller_id = o.seller_id AND m.reference_id = o.id
        """)
    )


@proof("nothing left stock for an order that does not stand")
def sales_proof() -> Findings:
    return _find(
        SQL("""
            SELECT m.reference_id::text, o.id IS NOT NULL
            FROM inventory_movement m
            LEFT JOIN orders_order o ON o.seller_id = m.seller_id AND o.id = m.reference_id
            WHERE m.kind IN ('sale', 'restock')
        """)
    )


@proof("every order's state follows from its moves")
def moves_proof() -> Findings:
    return _find(
        SQL("""
            SELECT o.number, o.state = coalesce(m.last, 'placed')
            FROM orders_order o
            LEFT JOIN (
                SELECT DISTINCT ON (seller_id, order_id) seller_id, order_id, after AS last
                FROM orders_move ORDER BY seller_id, order_id, moved_at DESC, id DESC) m
              ON m.seller_id = o.seller_id AND m.order_id = o.id
        """)
    )


def _find(seen: SQL) -> Findings:
    """`seen` gives (number, whether it is as it should be) for each order."""
    found = SQL("""
        SELECT count(*),
               coalesce(array_agg('order ' || number) FILTER (WHERE fine IS NOT TRUE), '{{}}')
        FROM ({seen}) AS seen (number, fine)
    """)
    with connection.cursor() as cursor:
        cursor.execute(found.format(seen=seen))
        return Findings(*cursor.fetchone())
