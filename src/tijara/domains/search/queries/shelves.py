"""Shelves: what a category, a store or a search shows."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Unpack
from uuid import UUID

from django.db import connection

from tijara.domains.stores.queries import paused_stores
from tijara.kit.money import Money
from tijara.kit.page import Page

from ..rules import place_of, seen_at
from ..shapes import Narrowing, ProductCard, Wish
from .candidates import these
from .own import as_its_own
from .wanted import Wanted, wanted_of

COUNT_LIMIT = 2000
"""Further than this nobody counts: the page's total is None."""
LAST_PAGE = 400
CARD = (
    "d.product_id, d.slug, d.name_ar, d.name_en, d.brand_ar, d.brand_en, d.picture, "
    "d.seller_id, d.offer_id, d.price_minor, d.was_minor, d.currency, d.in_stock, d.offers, "
    "d.name_fr"
)
SHELF = """
    SELECT {card}, {total} FROM {source} WHERE {where} ORDER BY {order} LIMIT %s OFFSET %s
"""
TOTAL = "(SELECT count(*) FROM (SELECT 1 FROM {source} WHERE {where} LIMIT {limit}) c)"
CARDS = """
    SELECT {card} FROM unnest(%s::uuid[]) WITH ORDINALITY AS k (id, place)
    CROSS JOIN LATERAL (SELECT * FROM search_document WHERE product_id = k.id
        AND (%s::uuid IS NULL OR market_id = %s::uuid) ORDER BY market_id LIMIT 1) AS d
    ORDER BY k.place
"""
NARROWINGS = ("in_stock", "reduced")


def shelf(
    market_id: UUID,
    *,
    category_path: str = "",
    text: str = "",
    seller_id: UUID | None = None,
    sort: str = "",
    page: int = 1,
    size: int = 24,
    **only: Unpack[Narrowing],
) -> Page[ProductCard]:
    """One page of products, in one statement; with `text` two before it. All its words must be
    held in some way of writing them; where nothing holds all, what holds most of it is shown.
    `in_stock`, `reduced` and `brand` leave the rest out.
    """
    picked = {name: ("1",) for name in NARROWINGS if only.get(name)}
    if brand := only.get("brand"):
        picked["brand"] = (brand,)
    wish = Wish(market_id, text, category_path, seller_id, sort, page, size, picked)
    page = min(max(page, 1), LAST_PAGE)
    wanted = wanted_of(wish)
    if wanted is None:
        return Page([], page, size, has_next=False, total=0)
    rows = read_rows(wanted, page, size)
    total = rows[0][-1] if rows else 0 if page == 1 else None
    found = page_of(rows, page, size, None if total and total > COUNT_LIMIT else total)
    return shown_to(wish, found)


def shown_to(wish: Wish, found: Page[ProductCard]) -> Page[ProductCard]:
    """In a shop's window stand the shop's own offers."""
    if wish.seller_id is None:
        return found
    return replace(found, items=as_its_own(found.items, wish.seller_id))


def shelf_tag(market_id: UUID, category_path: str = "", seller_id: UUID | None = None) -> str:
    """What a page is tagged with on which goods of this place stand; `changes` tells of it when one
    of them looks different, comes or goes."""
    return seen_at(market_id, place_of(category_path, seller_id))


def cards(product_ids: Sequence[UUID], market_id: UUID | None = None) -> list[ProductCard]:
    """In the order asked for; what stands on no shelf is absent."""
    with connection.cursor() as cursor:
        cursor.execute(CARDS.format(card=CARD), [list(product_ids), market_id, market_id])
        return _cards(cursor.fetchall())


def read_rows(wanted: Wanted, page: int, size: int, *, counts: bool = True) -> list[tuple]:
    """One row more than the page holds, each with how many there are in all (up to a limit). Of
    what was ranked only the page itself is looked up."""
    if wanted.ranked:
        start = (page - 1) * size
        return _ranked_rows(wanted, list(wanted.ranked[start : start + size + 1]))
    where = " AND ".join(wanted.clauses)
    source, given = wanted.source
    total = TOTAL.format(source=source, where=where, limit=COUNT_LIMIT + 1) if counts else "NULL"
    values = [*given, *wanted.values] * (2 if counts else 1)
    with connection.cursor() as cursor:
        cursor.execute(
            SHELF.format(card=CARD, total=total, source=source, where=where, order=wanted.order),
            [*values, *wanted.order_values, size + 1, (page - 1) * size],
        )
        return cursor.fetchall()


def _ranked_rows(wanted: Wanted, ids: list[UUID]) -> list[tuple]:
    words, order, given = these(ids)
    alone = replace(wanted, words=words)
    source, first = wanted.source
    statement = SHELF.format(
        card=CARD,
        total=len(wanted.ranked),
        source=source,
        where=" AND ".join(alone.clauses),
        order=order,
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, [*first, *alone.values, *given, len(ids), 0])
        return cursor.fetchall()


def page_of(rows: list[tuple], page: int, size: int, total: int | None) -> Page[ProductCard]:
    items = _cards(rows[:size])
    return Page(items, page, size, has_next=len(rows) > size and page < LAST_PAGE, total=total)


def _cards(rows: list[tuple]) -> list[ProductCard]:
    """The index knows no days off: whose they are, the process does."""
    resting, found = paused_stores(), [_card(row) for row in rows]
    if not resting:
        return found
    return [replace(one, is_resting=one.seller_id in resting) for one in found]


def _card(row: tuple) -> ProductCard:
    currency = row[11]
    was = None if row[10] is None else Money(row[10], currency)
    return ProductCard(*(*row[:9], Money(row[9], currency), was, *row[12:15]))
