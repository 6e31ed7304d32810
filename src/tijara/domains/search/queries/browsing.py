"""Browse: a page of a shelf with its facets, narrowed as a visitor wishes."""

from django.db import connection

from tijara.kit.page import Page

from ..rules import place_of, respelled, says_something, sound_picks
from ..shapes import Found, Wish
from .counts import Rows, count_facets, facets_of, kept_counts
from .shelves import LAST_PAGE, page_of, read_rows, shown_to
from .wanted import Wanted, wanted_of

HELD = """SELECT {held} FROM search_document d WHERE {base} AND ({any_word})
ORDER BY {many} DESC, d.in_stock DESC, d.popularity DESC, d.product_id DESC LIMIT 1"""
TEXTS = "SELECT d.text FROM search_document d WHERE {where} ORDER BY {order} LIMIT %s"
LOOKED_AT = 40
"""Products from which the spelling is learned that was meant."""


def browse(wish: Wish) -> Found:
    """Two statements: the goods, and how many there are of each facet's values. Up to five where
    nothing holds the words as they were typed.
    """
    page = min(max(wish.page, 1), LAST_PAGE)
    wanted, picked = wanted_of(wish), sound_picks(wish.picked)
    if wanted is None:
        return Found(Page([], page, wish.size, has_next=False, total=0), {})
    rows = read_rows(wanted, page, wish.size, counts=False)
    counts = _counts(wish, wanted)
    instead = ""
    if wanted.words and not _total(counts) and not _is_narrowed_away(counts, picked):
        wanted, instead = _meant(wanted)
        rows = read_rows(wanted, page, wish.size, counts=False)
        counts = count_facets(wanted)
    total = max(_total(counts), (page - 1) * wish.size + min(len(rows), wish.size) if rows else 0)
    goods = shown_to(wish, page_of(rows, page, wish.size, total))
    return Found(goods, facets_of(counts, picked), instead)


def _counts(wish: Wish, wanted: Wanted) -> Rows:
    """Of a whole place they are kept; beside words or picks they are counted."""
    if wanted.words or wanted.picks:
        return count_facets(wanted)
    kept = kept_counts(wish.market_id, place_of(wish.category_path, wish.seller_id))
    return count_facets(wanted) if kept is None else kept


def _total(counts: Rows) -> int:
    return next((row[2] for row in counts if row[0] == "total"), 0)


def _is_narrowed_away(counts: Rows, picked: dict[str, tuple[str, ...]]) -> bool:
    """Something holds the words, only nothing that meets the picks."""
    return bool(picked) and any(row[2] for row in counts if row[0] != "total")


def _meant(wanted: Wanted) -> tuple[Wanted, str]:
    """What is spelled most alike, and the words that were meant where it is clear which; else what
    holds most of the words."""
    alike = wanted.alike()
    where = " AND ".join(alike.clauses)
    with connection.cursor() as cursor:
        cursor.execute(
            TEXTS.format(where=where, order=alike.order),
            [*alike.values, *alike.order_values, LOOKED_AT],
        )
        texts = [row[0] for row in cursor.fetchall()]
    meant = respelled(wanted.text, texts)
    return (alike, meant) if meant else _partly(wanted, alike)


def _partly(wanted: Wanted, alike: Wanted) -> tuple[Wanted, str]:
    """The words of his that one product holds together, of which no product holds more."""
    words = [
        pair for pair in zip(wanted.said, wanted.words, strict=False) if says_something(pair[0])
    ]
    if len(wanted.words) < 2 or not words:
        return alike, ""
    held = [clause for _, (clause, _) in words]
    values = [value for _, (_, values) in words for value in values]
    statement = HELD.format(
        held=", ".join(held),
        base=" AND ".join(clause for clause, _ in wanted.base),
        any_word=" OR ".join(held),
        many=" + ".join(f"({clause})::int" for clause in held),
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, [*values, *wanted.base_values, *values, *values])
        answer = cursor.fetchone()
    kept = [pair for pair, is_held in zip(words, answer or (), strict=False) if is_held]
    return (wanted.of_words(kept), " ".join(word for word, _ in kept)) if kept else (alike, "")
