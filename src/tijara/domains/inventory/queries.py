"""Stock levels, the log of movements, and the proof that they agree."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from django.db import connection
from django.db.models import Count, F, Q
from psycopg.sql import SQL

from tijara.kit.page import Page
from tijara.platform.audits import Findings, compared, proof

from .models import Code, CostMove, Hold, Movement, Stock, StockCost, StockFile
from .shapes import (
    CodeCounts,
    CodeRow,
    CostKind,
    CostMoveView,
    MovementKind,
    MovementLine,
    OrderCode,
    StockFileView,
    StockKind,
    StockLevel,
    Worth,
)

LEVEL = ("seller_id", "id", "variant_id", "on_hand", "held", "low_at", "kind")
COST_MOVE = (
    "seller_id", "id", "stock_id", "kind", "units", "value_minor", "order_id", "line_id",
    "reference_id", "moved_at",
)  # fmt: skip
FILE = ("id", "stock_id", "file_id", "name", "kind", "size_bytes", "added_at")


def stock_levels(seller_id: UUID, stock_ids: Sequence[UUID]) -> dict[UUID, StockLevel]:
    rows = Stock.objects.filter(seller_id=seller_id, id__in=stock_ids).values_list(*LEVEL)
    return {row[1]: _level(*row) for row in rows}


def low_stock(seller_id: UUID, limit: int = 50) -> list[StockLevel]:
    """What is nearly gone, the least first."""
    rows = (
        Stock.objects.filter(seller_id=seller_id, on_hand__lte=F("low_at") + F("held"))
        .exclude(kind=StockKind.FILES)
        .order_by("on_hand", "id")
        .values_list(*LEVEL)
    )
    return [_level(*row) for row in rows[:limit]]


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


def worth_of(seller_id: UUID, stock_ids: Sequence[UUID]) -> dict[UUID, Worth]:
    """What stocks are worth whose cost their seller has told; others are not in it."""
    rows = StockCost.objects.filter(seller_id=seller_id, id__in=stock_ids)
    told = rows.values_list("id", "units", "value_minor", "last_minor")
    return {stock_id: Worth(*worth) for stock_id, *worth in told}


def cost_moves(seller_id: UUID, ids: Sequence[UUID]) -> list[CostMoveView]:
    """Changes of the value of stocks by their ids, the oldest first."""
    rows = CostMove.objects.filter(seller_id=seller_id, id__in=ids).order_by("moved_at", "id")
    return [
        CostMoveView(seller, id, stock_id, CostKind(kind), *told)
        for seller, id, stock_id, kind, *told in rows.values_list(*COST_MOVE)
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


def codes_of_stock(
    seller_id: UUID, stock_id: UUID, *, waiting: bool, page: int = 1, size: int = 50
) -> Page[CodeRow]:
    """Those that wait for a buyer in their order, or those that have one, the latest first."""
    mine = Code.objects.filter(seller_id=seller_id, stock_id=stock_id, order_id__isnull=waiting)
    rows = mine.order_by("id" if waiting else "-assigned_at", "id").values_list(
        "id", "last", "added_at", "order_id", "assigned_at", "shown_at"
    )
    start = (page - 1) * size
    found = [CodeRow(*row) for row in rows[start : start + size + 1]]
    return Page(found[:size], page, size, has_next=len(found) > size)


def code_counts(seller_id: UUID, stock_ids: Sequence[UUID]) -> dict[UUID, CodeCounts]:
    mine = Code.objects.filter(seller_id=seller_id, stock_id__in=stock_ids).order_by()
    rows = mine.values_list("stock_id").annotate(
        waiting=Count("id", filter=Q(order_id=None)),
        assigned=Count("order_id"),
        shown=Count("shown_at"),
    )
    return {stock_id: CodeCounts(*counts) for stock_id, *counts in rows}


def codes_of_order(seller_id: UUID, order_id: UUID) -> list[OrderCode]:
    """Without their text."""
    mine = Code.objects.filter(seller_id=seller_id, order_id=order_id).order_by("id")
    return [OrderCode(*row) for row in mine.values_list("id", "line_id", "last", "shown_at")]


def files_of_stocks(
    seller_id: UUID, stock_ids: Sequence[UUID], *, bought_at: datetime | None = None
) -> dict[UUID, list[StockFileView]]:
    """What is on sale now; for who bought at a moment also what was then, so that he keeps it."""
    kept = Q(removed_at=None)
    if bought_at is not None:
        kept |= Q(removed_at__gt=bought_at)
    rows = StockFile.objects.filter(kept, seller_id=seller_id, stock_id__in=stock_ids)
    found: dict[UUID, list[StockFileView]] = {}
    for row in rows.order_by("added_at", "id").values_list(*FILE):
        found.setdefault(row[1], []).append(StockFileView(*row))
    return found


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


@proof("every code is one unit: on hand, or sold; and each order has as many as it bought")
def codes_proof() -> Findings:
    """Codes of a stock are what came in; none has more buyers than were sold units; one that has
    a buyer belongs to an order that took it."""
    found = """
        SELECT count(*), coalesce(array_agg('stock ' || s.id || ' of ' || s.seller_id)
                   FILTER (WHERE coalesce(c.codes, 0) <> s.on_hand + coalesce(m.sold, 0)
                       OR coalesce(c.codes - c.given, 0) < s.on_hand
                       OR coalesce(c.strays, 0) > 0), '{}')
        FROM inventory_stock s
        LEFT JOIN (
            SELECT seller_id, stock_id, -sum(quantity) AS sold FROM inventory_movement
            WHERE kind IN ('sale', 'restock') GROUP BY 1, 2) m
          ON m.seller_id = s.seller_id AND m.stock_id = s.id
        LEFT JOIN (
            SELECT o.seller_id, o.stock_id, sum(o.codes) AS codes,
                   coalesce(sum(o.codes) FILTER (WHERE o.order_id IS NOT NULL), 0) AS given,
                   coalesce(sum(1) FILTER (WHERE o.order_id IS NOT NULL AND o.codes <> coalesce((
                       SELECT -sum(n.quantity) FROM inventory_movement n
                       WHERE n.seller_id = o.seller_id AND n.stock_id = o.stock_id
                         AND n.reference_id = o.order_id
                         AND n.kind IN ('sale', 'restock')), 0)), 0) AS strays
            FROM (SELECT seller_id, stock_id, order_id, count(*) AS codes
                  FROM inventory_code GROUP BY 1, 2, 3) o
            GROUP BY 1, 2) c
          ON c.seller_id = s.seller_id AND c.stock_id = s.id
        WHERE s.kind = 'codes'
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


@proof("what stocks are worth is what their log of costs adds up to")
def costs_proof() -> Findings:
    return compared(
        SQL("""
            SELECT 'stock ' || c.id || ' of ' || c.seller_id,
                   c.units = coalesce(m.units, 0) AND c.value_minor = coalesce(m.value, 0)
            FROM inventory_cost c
            LEFT JOIN (
                SELECT seller_id, stock_id, sum(units) AS units, sum(value_minor) AS value
                FROM inventory_cost_move WHERE kind <> 'written_off' GROUP BY 1, 2) m
              ON m.seller_id = c.seller_id AND m.stock_id = c.id
        """)
    )


def _level(
    seller_id: UUID,
    stock_id: UUID,
    variant_id: UUID,
    on_hand: int,
    held: int,
    low_at: int,
    kind: str,
) -> StockLevel:
    return StockLevel(seller_id, stock_id, variant_id, on_hand, held, low_at, StockKind(kind))


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
