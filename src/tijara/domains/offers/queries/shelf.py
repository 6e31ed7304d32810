"""A seller's own shelf, as his desk lists it and looks things up in it: the newest first.

The keys of a page are found along an index, and only its rows are joined, so a page costs the same
in a shop of ten goods and of two hundred thousand. What is rare is looked for in two steps: among
the newest, then by the index of words.
"""

from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID

from django.db import connection
from psycopg.sql import SQL, Composable

from tijara.kit.arabic import fold
from tijara.kit.like import literal
from tijara.kit.money import Money
from tijara.kit.page import EPOCH, Cursor, Page, keyset_page, start_of

from ..shapes import OfferRow

ROWS = SQL("""
    SELECT o.seller_id, o.id, o.stock_id, o.product_id, p.slug, p.name_ar, p.name_en, p.picture,
        v.sku, o.price_minor, o.was_minor, o.currency, o.version, o.is_active, s.on_hand, s.held,
        s.low_at, o.variant_id, v.label_ar, v.label_en, o.condition, o.handling_days
    FROM ({keys}) k
    JOIN offer o ON o.seller_id = %(seller)s AND o.id = k.id
    JOIN inventory_stock s ON s.seller_id = o.seller_id AND s.id = o.stock_id
    JOIN catalogue_product p ON p.id = o.product_id
    JOIN catalogue_variant v ON v.id = o.variant_id
    ORDER BY o.id {direction}
""")
PAGE = SQL("""
    {low}SELECT o.id FROM offer o WHERE o.seller_id = %(seller)s{narrowed}
    ORDER BY o.id {direction} LIMIT %(many)s OFFSET %(passed)s
""")
PAGE_NEAR = SQL("""
    {low}SELECT o.id
    FROM (SELECT * FROM offer o WHERE o.seller_id = %(seller)s{narrowed}
          ORDER BY o.id {direction} LIMIT %(near)s) o
    JOIN catalogue_product p ON p.id = o.product_id
    JOIN catalogue_variant v ON v.id = o.variant_id
    WHERE true{worded}
    ORDER BY o.id {direction} LIMIT %(many)s OFFSET %(passed)s
""")
NEAR = 1000
"""Offers that are looked through before the index of words is: what many are called is there."""
LOW = SQL("""
    WITH low AS MATERIALIZED (
        SELECT variant_id, id FROM inventory_stock
        WHERE seller_id = %(seller)s AND on_hand - held <= low_at)
    """)
"""Read at once: the planner takes a third of all for low, and would look each offer's stock up."""
ONLY_LOW = SQL(" AND (o.variant_id, o.stock_id) IN (SELECT variant_id, id FROM low)")
SHOWN = {True: SQL(" AND o.is_active"), False: SQL(" AND NOT o.is_active")}
BESIDE = {False: SQL(" AND o.id < %(beside)s"), True: SQL(" AND o.id > %(beside)s")}
"""By whether the page ends before that offer."""
DIRECTIONS = {False: SQL("DESC"), True: SQL("ASC")}
WORD_NEAR = " AND (p.folded LIKE %({word})s OR v.sku ILIKE %({word})s)"
WORD = """ AND o.id IN (
    SELECT n.id FROM catalogue_product p JOIN offer n ON n.product_id = p.id
    WHERE n.seller_id = %(seller)s AND p.folded LIKE %({word})s
    UNION ALL SELECT n.id FROM catalogue_variant v JOIN offer n ON n.variant_id = v.id
    WHERE n.seller_id = %(seller)s AND v.sku ILIKE %({word})s AND v.sku <> '')"""
MOST_WORDS = 8
OF_PRODUCT = SQL("SELECT id FROM offer WHERE seller_id = %(seller)s AND product_id = %(product)s")
BY_IDS = SQL("SELECT id FROM unnest(%(ids)s::uuid[]) AS id")
SKU_AS_IT_IS = SQL("""
    SELECT o.id FROM catalogue_variant v
    JOIN offer o ON o.seller_id = %(seller)s AND o.variant_id = v.id
    WHERE v.sku = ANY(%(skus)s) AND v.sku <> ''
""")
SKU_IN_OTHER_LETTERS = SQL("""
    SELECT o.id FROM unnest(%(skus)s::text[]) AS asked (sku)
    JOIN catalogue_variant v ON v.sku ILIKE asked.sku AND v.sku <> ''
    JOIN offer o ON o.seller_id = %(seller)s AND o.variant_id = v.id
""")


def seller_offers(
    seller_id: UUID,
    *,
    text: str = "",
    low: bool = False,
    is_active: bool | None = None,
    page: int = 1,
    size: int = 50,
    beside: Cursor | None = None,
) -> Page[OfferRow]:
    """The newest first; all words of `text` must fit. `low`: only what runs out; `is_active`: only
    what is on the shelf, or only what is paused. From an offer on, or the page of that number."""
    is_back = beside is not None and beside.is_end
    words = {f"word{n}": word for n, word in enumerate(fold(text).split()[:MOST_WORDS])}
    narrowed: list[Composable] = [ONLY_LOW] if low else []
    if is_active is not None:
        narrowed.append(SHOWN[is_active])
    if beside:
        narrowed.append(BESIDE[is_back])
    form = {"low": LOW if low else SQL(""), "direction": DIRECTIONS[is_back]}
    given: dict[str, Any] = {
        "seller": seller_id,
        "many": size + 1,
        "passed": start_of(page, size, beside),
        "near": NEAR,
        "beside": beside.id if beside else None,
    } | {name: f"%{literal(word)}%" for name, word in words.items()}
    found: list[OfferRow] = []
    if words and given["passed"] == 0:
        worded = _worded(WORD_NEAR, words)
        near = PAGE_NEAR.format(narrowed=SQL("").join(narrowed), worded=worded, **form)
        found = list(_rows(near, given, direction=form["direction"]))
    if not words or len(found) <= size:
        narrowed.append(_worded(WORD, words))
        whole = PAGE.format(narrowed=SQL("").join(narrowed), **form)
        found = list(_rows(whole, given, direction=form["direction"]))
    return keyset_page(found, max(page, 1), size, beside=beside, key=lambda row: (EPOCH, row.id))


def own_offers(seller_id: UUID, product_id: UUID) -> list[OfferRow]:
    """A seller's offers on one product, of every variant and condition, the paused too."""
    return list(_rows(OF_PRODUCT, {"seller": seller_id, "product": product_id}))


def offers_on_shelf(seller_id: UUID, offer_ids: Iterable[UUID]) -> dict[UUID, OfferRow]:
    """Those of them that are his, by their ids."""
    rows = _rows(BY_IDS, {"seller": seller_id, "ids": list(offer_ids)})
    return {row.id: row for row in rows}


def offers_by_sku(seller_id: UUID, skus: Iterable[str]) -> dict[str, OfferRow]:
    """What he offers under these stock numbers, by the number in small letters; of several the
    oldest. One that differs in its letters' case alone is the same."""
    asked = {sku.lower(): sku for sku in skus if sku}
    found = _by_sku(SKU_AS_IT_IS, seller_id, asked.values()) if asked else {}
    left = [literal(sku) for key, sku in asked.items() if key not in found]
    if left:
        found |= _by_sku(SKU_IN_OTHER_LETTERS, seller_id, left)
    return found


def _by_sku(keys: SQL, seller_id: UUID, skus: Iterable[str]) -> dict[str, OfferRow]:
    rows = _rows(keys, {"seller": seller_id, "skus": list(skus)})
    return {row.sku.lower(): row for row in rows}


def _worded(form: str, words: Iterable[str]) -> Composable:
    return SQL("").join(SQL(form.replace("{word}", word)) for word in words)


def _rows(
    keys: Composable, given: dict[str, Any], *, direction: Composable = DIRECTIONS[False]
) -> Iterator[OfferRow]:
    with connection.cursor() as cursor:
        cursor.execute(ROWS.format(keys=keys, direction=direction), given)
        for row in cursor.fetchall():
            was = None if row[10] is None else Money(row[10], row[11])
            yield OfferRow(*(*row[:9], Money(row[9], row[11]), was, *row[12:]))
