"""Stock levels, the log of movements, and the proof that they agree."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.db import connection
from django.db.models import F
from psycopg.sql import SQL

from tijara.platform.audits import Findings, proof

from .models import Hold, Movement, Stock
from .shapes import MovementKind, MovementLine, StockLevel

LEVEL = ("seller_id", "id", "variant_id", "on_hand", "held", "low_at")


def stock_levels(seller_id: UUID, stock_ids: Sequence[UUID]) -> dict[UUID, StockLevel]:
    rows = Stock.objects.filter(seller_id=seller_id, id__in=stock_ids).values_list(*LEVEL)
    return {row[1]: StockLevel(*row) for row in rows}


def low_stock(seller_id: UUID, limit: int = 50) -> list[StockLevel]:
    """What is nearly gone, the least first."""
    rows = (
        Stock.objects.filter(seller_id=seller_id, on_hand__lte=F("low_at") + F("held"))
        .order_by("on_hand", "id")
        .values_list(*LEVEL)
    )
    return [StockLevel(*row) for row in rows[:limit]]


def movements(seller_id: UUID, stock_id: UUID, limit: int = 100) -> list[MovementLine]:
    """The newest first."""
    rows = (
        Movement.objects.filter(seller_id=seller_id, stock_id=stock_id)
        .order_by("-moved_at", "-id")
        .values_list("quantity", "kind", "reference_id", "moved_at")
    )
    return [
        MovementLine(quantity, MovementKind(kind), reference_id, moved_at)
        for quantity, kind, reference_id, moved_at in rows[:limit]
    ]


def sold_stocks(seller_id: UUID, stock_ids: Sequence[UUID]) -> set[UUID]:
    """Those of which something was ever sold, though it may have come back since."""
    sales = Movement.objects.filter(
        seller_id=seller_id, stock_id__in=stock_ids, kind=MovementKind.SALE
    )
    return set(sales.values_list("stock_id", flat=True).distinct())


def units_held(checkout_id: UUID, seller_ids: Iterable[UUID]) -> dict[UUID, int]:
    """What a checkout holds now with these sellers, by stock id."""
    rows = Hold.objects.filter(seller_id__in=list(seller_ids), checkout_id=checkout_id)
    return dict(rows.values_list("stock_id", "quantity"))


@proof("stock on hand equals the sum of its movements")
def movements_proof() -> Findings:
    return _compare(
        SQL("""
            SELECT s.seller_id, s.id, s.on_hand, coalesce(sum(m.quantity), 0)
            FROM inventory_stock s
            LEFT JOIN inventory_movement m ON m.seller_id = s.seller_id AND m.stock_id = s.id
            GROUP BY s.seller_id, s.id, s.on_hand
        """)
    )


@proof("nothing was sold that had not come in")
def sold_proof() -> Findings:
    """Sold less given back, beside what was received and counted."""
    found = """
        SELECT count(*), coalesce(array_agg('stock ' || stock_id || ' of ' || seller_id)
                   FILTER (WHERE gone > come), '{}')
        FROM (SELECT seller_id, stock_id,
                     coalesce(-sum(quantity) FILTER (WHERE kind IN ('sale', 'restock')), 0) AS gone,
                     coalesce(sum(quantity) FILTER (WHERE kind IN ('receipt', 'count')), 0) AS come
              FROM inventory_movement GROUP BY seller_id, stock_id) AS sums
    """
    with connection.cursor() as cursor:
        cursor.execute(found)
        return Findings(*cursor.fetchone())


@proof("stock held equals the sum of its holds")
def holds_proof() -> Findings:
    return _compare(
        SQL("""
            SELECT s.seller_id, s.id, s.held, coalesce(sum(h.quantity), 0)
            FROM inventory_stock s
            LEFT JOIN inventory_hold h ON h.seller_id = s.seller_id AND h.stock_id = s.id
            GROUP BY s.seller_id, s.id, s.held
        """)
    )


def _compare(said_and_summed: SQL) -> Findings:
    """`said_and_summed` gives (seller, stock, what the row says, what its log adds up to)."""
    compared = SQL("""
        SELECT count(*), coalesce(array_agg(
                   'stock ' || stock || ' of ' || seller || ': ' || said || ', not ' || summed)
                   FILTER (WHERE said <> summed), '{{}}')
        FROM ({seen}) AS seen (seller, stock, said, summed)
    """)
    with connection.cursor() as cursor:
        cursor.execute(compared.format(seen=said_and_summed))
        return Findings(*cursor.fetchone())
