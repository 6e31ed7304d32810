"""Browse: a page of a shelf with its facets, narrowed as a visitor wishes."""

from tijara.kit.page import Page

from ..rules import place_of
from ..shapes import Found, Wish
from .arriving import with_arrivals
from .counts import (
    AT_LEAST,
    MOST_AT_SIGHT,
    Rows,
    count_facets,
    count_picked,
    facets_of,
    kept_counts,
    prices_of,
)
from .shelves import LAST_PAGE, page_of, read_rows, shown_to
from .wanted import Wanted, picks_of, wanted_of


def browse(wish: Wish) -> Found:
    """Two statements: the goods, and how many there are of each facet's values, beside picks one
    more; with words two before them, which find out what holds what was meant."""
    page = min(max(wish.page, 1), LAST_PAGE)
    wanted, picked = wanted_of(wish), picks_of(wish)
    if wanted is None:
        return Found(Page([], page, wish.size, has_next=False, total=0), {})
    rows = read_rows(wanted, page, wish.size, counts=False)
    counts = with_arrivals(_counts(wish, wanted), wish)
    total = max(_total(counts), (page - 1) * wish.size + min(len(rows), wish.size) if rows else 0)
    goods = shown_to(wish, page_of(rows, page, wish.size, total))
    instead = wanted.instead if total else ""
    is_more = any(row[:2] == ("total", AT_LEAST) for row in counts)
    return Found(
        goods, facets_of(counts, picked), prices_of(counts), instead, wanted.meant, is_more
    )


def _counts(wish: Wish, wanted: Wanted) -> Rows:
    """Of a whole place they are kept; beside words or picks they are counted."""
    if wanted.words:
        return count_facets(wanted)
    kept = kept_counts(wish.market_id, place_of(wish.category_path, wish.seller_id))
    if wanted.picks:
        return count_picked(wanted, picks_of(wish), kept or [])
    return count_facets(wanted, MOST_AT_SIGHT) if kept is None else kept


def _total(counts: Rows) -> int:
    return next((row[2] for row in counts if row[0] == "total"), 0)
