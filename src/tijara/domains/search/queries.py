"""Shelves: what a category, a store or a search shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Unpack
from uuid import UUID

from django.db import connection

from tijara.domains.catalogue.queries import categories
from tijara.kit.arabic import fold
from tijara.kit.money import Money
from tijara.kit.page import Page

from .rules import patterns, phrase
from .shapes import Narrowing, ProductCard, Suggestion

COUNT_LIMIT = 2000
"""Further than this nobody counts: the page's total is None."""
LAST_PAGE = 400
CARD = (
    "d.product_id, d.slug, d.name_ar, d.name_en, d.brand_ar, d.brand_en, d.picture, "
    "d.seller_id, d.offer_id, d.price_minor, d.was_minor, d.currency, d.in_stock, d.offers"
)
SHELF = """
    SELECT {card}, (SELECT count(*) FROM
        (SELECT 1 FROM search_document d WHERE {where} LIMIT {count_limit}) AS counted)
    FROM search_document d WHERE {where} ORDER BY {order} LIMIT %s OFFSET %s
"""
CARDS = """
    SELECT {card} FROM unnest(%s::uuid[]) WITH ORDINALITY AS k (id, place)
    CROSS JOIN LATERAL (SELECT * FROM search_document WHERE product_id = k.id
        AND (%s::uuid IS NULL OR market_id = %s::uuid) ORDER BY market_id LIMIT 1) AS d
    ORDER BY k.place
"""
ORDERS = {
    "popular": "d.in_stock DESC, d.popularity DESC, d.product_id DESC",
    "cheap": "d.in_stock DESC, d.price_minor, d.product_id DESC",
    "dear": "d.in_stock DESC, d.price_minor DESC, d.product_id DESC",
    "new": "d.product_id DESC",
}
"""What can't be bought stands last, but for the newest: ids grow with time."""
NEAREST = (
    "d.in_stock DESC, CASE strpos(d.text, %s) WHEN 1 THEN 0 WHEN 0 THEN 2 ELSE 1 END, "
    "d.popularity DESC, d.product_id DESC"
)
"""Of a search: names that begin with the words as typed, then texts that hold them so."""
NARROWINGS = {"in_stock": "d.in_stock", "reduced": "d.was_minor > d.price_minor"}
LIKEST = "word_similarity(%s, d.text) DESC, d.in_stock DESC, d.popularity DESC, d.product_id DESC"
SIMILAR_ENOUGH = "0.45"


@dataclass(slots=True)
class Wanted:
    """A WHERE clause and an ORDER BY, with their values."""

    clauses: list[str]
    values: list
    order: str = ORDERS["popular"]
    order_values: tuple = ()

    def read(self, page: int, size: int) -> list[tuple]:
        where = " AND ".join(self.clauses)
        with connection.cursor() as cursor:
            cursor.execute(
                SHELF.format(card=CARD, where=where, order=self.order, count_limit=COUNT_LIMIT + 1),
                [*self.values * 2, *self.order_values, size + 1, (page - 1) * size],
            )
            return cursor.fetchall()


def shelf(
    market_id: UUID,
    *,
    category_path: str = "",
    text: str = "",
    seller_id: UUID | None = None,
    sort: str = "popular",
    page: int = 1,
    size: int = 24,
    **only: Unpack[Narrowing],
) -> Page[ProductCard]:
    """One page of products, in one statement. All words of `text` must fit; where nothing fits,
    what is spelled most alike is shown. `in_stock` and `reduced` leave the rest out.
    """
    page = min(max(page, 1), LAST_PAGE)
    wanted = _within(market_id, category_path, seller_id)
    wanted.clauses += [clause for name, clause in NARROWINGS.items() if only.get(name)]
    wanted.order = ORDERS.get(sort, ORDERS["popular"])
    likes = patterns(text)
    if not likes and text.strip():
        return Page([], page, size, has_next=False, total=0)
    if not likes:
        return _page(wanted.read(page, size), page, size)
    similar = _similar(wanted, text)
    wanted.clauses += ["d.text LIKE %s"] * len(likes)
    wanted.values += likes
    if wanted.order is ORDERS["popular"]:
        wanted.order, wanted.order_values = NEAREST, (phrase(text),)
    rows = wanted.read(page, size)
    if not rows and (page == 1 or not wanted.read(1, 1)):
        _set_similarity()
        rows = similar.read(page, size)
    return _page(rows, page, size)


def cards(product_ids: Sequence[UUID], market_id: UUID | None = None) -> list[ProductCard]:
    """In the order asked for; what stands on no shelf is absent."""
    with connection.cursor() as cursor:
        cursor.execute(CARDS.format(card=CARD), [list(product_ids), market_id, market_id])
        return [_card(row) for row in cursor.fetchall()]


def suggestions(market_id: UUID, text: str, limit: int = 8) -> list[Suggestion]:
    """Products whose words begin to look like what is being typed."""
    if not fold(text):
        return []
    found = shelf(market_id, text=text, size=limit).items
    return [Suggestion(card.slug, card.name_ar, card.name_en) for card in found]


def _within(market_id: UUID, category_path: str, seller_id: UUID | None) -> Wanted:
    wanted = Wanted(["d.market_id = %s"], [market_id])
    if category_path:
        paths = _with_all_below(category_path)
        is_last = len(paths) == 1
        wanted.clauses.append("d.category_path = %s" if is_last else "d.category_path = ANY(%s)")
        wanted.values.append(category_path if is_last else paths)
    if seller_id:
        wanted.clauses.append("d.sellers @> ARRAY[%s]::uuid[]")
        wanted.values.append(seller_id)
    return wanted


def _with_all_below(path: str) -> list[str]:
    """Named one by one: a section without sections is then read in the order of its index."""
    return [path, *(node.path for node in categories() if node.path.startswith(f"{path}/"))]


def _similar(wanted: Wanted, text: str) -> Wanted:
    folded = fold(text)
    return Wanted([*wanted.clauses, "%s <%% d.text"], [*wanted.values, folded], LIKEST, (folded,))


def _set_similarity() -> None:
    """How alike is enough for `<%`, which the index can answer."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('pg_trgm.word_similarity_threshold', %s, false)", [SIMILAR_ENOUGH]
        )


def _page(rows: list[tuple], page: int, size: int) -> Page[ProductCard]:
    total = rows[0][-1] if rows else 0 if page == 1 else None
    if total is not None and total > COUNT_LIMIT:
        total = None
    items = [_card(row) for row in rows[:size]]
    return Page(items, page, size, has_next=len(rows) > size and page < LAST_PAGE, total=total)


def _card(row: tuple) -> ProductCard:
    currency = row[11]
    was = None if row[10] is None else Money(row[10], currency)
    return ProductCard(*(*row[:9], Money(row[9], currency), was, *row[12:14]))
