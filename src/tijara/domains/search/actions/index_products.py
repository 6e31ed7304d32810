"""Lay products into the index, or take them out: the only writer of what shelves show."""

from collections.abc import Iterable
from itertools import batched
from uuid import UUID

from django.db import connection
from django.db.backends.utils import CursorWrapper

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.changes import tell

from ..queries import what_stands
from ..rules import (
    as_array,
    as_columns,
    changes,
    kin_keys,
    place_of,
    places_around,
    seen_at,
)
from .lay_own_offers import lay_own_offers
from .note_changes import note_changes

PUT = """
    INSERT INTO search_document AS d (product_id, market_id, slug, name_ar, name_en, brand_ar,
        brand_en, picture, category_path, seller_id, offer_id, price_minor, was_minor, currency,
        in_stock, offers, sellers, text, brand, facets, name_fr, text_version, popularity,
        indexed_at)
    SELECT product_id, market_id, slug, name_ar, name_en, brand_ar, brand_en, picture,
        category_path, seller_id, offer_id, price_minor, was_minor, currency, in_stock, offers,
        sellers::uuid[], text, brand, facets::text[], name_fr,
        text_version, 0, %s
    FROM unnest(%s::uuid[], %s::uuid[], %s::text[], %s::text[], %s::text[], %s::text[], %s::text[],
        %s::text[], %s::text[], %s::uuid[], %s::uuid[], %s::bigint[], %s::bigint[], %s::text[],
        %s::bool[], %s::smallint[], %s::text[], %s::text[], %s::text[], %s::text[],
        %s::text[], %s::smallint[]) AS k (
        product_id, market_id, slug, name_ar, name_en, brand_ar, brand_en, picture, category_path,
        seller_id, offer_id, price_minor, was_minor, currency, in_stock, offers, sellers, text,
        brand, facets, name_fr, text_version)
    ON CONFLICT (product_id, market_id) DO UPDATE SET
        slug = excluded.slug, name_ar = excluded.name_ar, name_en = excluded.name_en,
        brand_ar = excluded.brand_ar, brand_en = excluded.brand_en, picture = excluded.picture,
        category_path = excluded.category_path, seller_id = excluded.seller_id,
        offer_id = excluded.offer_id, price_minor = excluded.price_minor,
        was_minor = excluded.was_minor, currency = excluded.currency,
        in_stock = excluded.in_stock, offers = excluded.offers, sellers = excluded.sellers,
        text = excluded.text, brand = excluded.brand, facets = excluded.facets,
        name_fr = excluded.name_fr, text_version = excluded.text_version,
        indexed_at = excluded.indexed_at
    WHERE (d.slug, d.name_ar, d.name_en, d.brand_ar, d.brand_en, d.picture, d.category_path,
        d.seller_id, d.offer_id, d.price_minor, d.was_minor, d.currency, d.in_stock, d.offers,
        d.sellers, d.text, d.brand, d.facets, d.name_fr, d.text_version) IS DISTINCT FROM (
        excluded.slug, excluded.name_ar, excluded.name_en, excluded.brand_ar, excluded.brand_en,
        excluded.picture, excluded.category_path,
        excluded.seller_id, excluded.offer_id, excluded.price_minor, excluded.was_minor,
        excluded.currency, excluded.in_stock, excluded.offers, excluded.sellers, excluded.text,
        excluded.brand, excluded.facets, excluded.name_fr, excluded.text_version)
    RETURNING new.market_id, new.category_path, new.sellers, old.category_path, old.sellers,
        CASE WHEN old.text_version > 0 THEN old.text END, new.text
"""
TAKE_OUT = """
    DELETE FROM search_document d WHERE d.product_id = ANY(%s) AND NOT EXISTS (
        SELECT FROM unnest(%s::uuid[], %s::uuid[]) AS k (product_id, market_id)
        WHERE k.product_id = d.product_id AND k.market_id = d.market_id)
    RETURNING old.market_id, old.category_path, old.sellers, NULL, NULL,
        CASE WHEN old.text_version > 0 THEN old.text END, NULL
"""
COUNT_WORDS = """
    WITH k AS (
        SELECT * FROM unnest(%s::uuid[], %s::text[], %s::int[]) AS k (market_id, word, uses)),
    known AS (
        UPDATE search_word w SET uses = w.uses + k.uses FROM k
        WHERE w.market_id = k.market_id AND w.word = k.word RETURNING w.market_id, w.word)
    SELECT k.market_id, k.word, k.uses FROM k
    WHERE NOT EXISTS (
        SELECT FROM known WHERE known.market_id = k.market_id AND known.word = k.word)
"""
"""Most words are known: they are counted where they stand, and no index hears of it. The others
come back, to be filed."""
FILE_WORDS = """
    INSERT INTO search_word AS w (market_id, word, uses, keys)
    SELECT market_id, word, uses, keys::text[]
    FROM unnest(%s::uuid[], %s::text[], %s::int[], %s::text[]) AS k (market_id, word, uses, keys)
    ON CONFLICT (market_id, word) DO UPDATE SET uses = w.uses + excluded.uses
"""
DROP_WORDS = """
    DELETE FROM search_word w USING unnest(%s::uuid[], %s::text[]) AS k (market_id, word)
    WHERE w.market_id = k.market_id AND w.word = k.word AND w.uses <= 0
"""
MARK_STALE = """
    INSERT INTO search_shelf_count AS c (market_id, place, total, counts, is_stale, counted_at)
    SELECT market_id, place, -1, '[]', true, 'epoch'
    FROM unnest(%s::uuid[], %s::text[]) AS k (market_id, place)
    ON CONFLICT (market_id, place) DO UPDATE SET is_stale = true WHERE NOT c.is_stale
"""

ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(hashtext('search.index_products'))"
"""Else one could read before another's change and write after it: the older price would stay."""


@action(power=Power.SYSTEM)
def index_products(*, actor: Actor, product_ids: Iterable[UUID]) -> None:
    """A product stands on the shelf of each market where an open store has an active offer of it.

    Twenty statements at most (one more with an engine outside), whatever the number of products.
    The web processes are told of the products, whose pages also show offers that the index doesn't,
    and of the shelves around those that look different now, where they stood and where they
    stand.
    """
    product_ids = list(product_ids)
    with connection.cursor() as cursor:
        cursor.execute(ONE_AT_A_TIME)
    stood = what_stands(product_ids)
    rows = [one.row for one in stood]
    own = [each for one in stood for each in one.own]
    touched = []
    with connection.cursor() as cursor:
        if rows:
            cursor.execute(PUT, [now(), *as_columns(rows)])
            touched = cursor.fetchall()
        standing = [[row[0] for row in rows], [row[1] for row in rows]]
        cursor.execute(TAKE_OUT, [product_ids, *standing])
        touched += cursor.fetchall()
        shops = lay_own_offers(actor=SYSTEM, product_ids=product_ids, own=own)
        _count_words(cursor, touched)
        if touched:
            note_changes(actor=SYSTEM, product_ids=product_ids)
        places = _places_of(touched, shops)
        if places:
            cursor.execute(MARK_STALE, list(map(list, zip(*places, strict=True))))
    tell([*product_ids, *(seen_at(market_id, place) for market_id, place in places)])


def _count_words(cursor: CursorWrapper, touched: list[tuple]) -> None:
    """The lexicon follows what texts were changed: nothing to do where only prices were."""
    texts: dict[UUID, list[tuple]] = {}
    for market_id, *_, before, after in touched:
        texts.setdefault(market_id, []).append((before, after))
    more = sorted(
        (market_id, word, number)
        for market_id, pairs in texts.items()
        for word, number in changes(pairs).items()
    )
    if not more:
        return
    cursor.execute(COUNT_WORDS, as_columns(more))
    if new := cursor.fetchall():
        filed = [(*one, as_array(kin_keys(one[1]))) for one in new]
        cursor.execute(FILE_WORDS, as_columns(filed))
    fewer = [row[:2] for row in more if row[2] < 0]
    if fewer:
        cursor.execute(DROP_WORDS, as_columns(fewer))


def _places_of(touched: list[tuple], shops: list[tuple[UUID, UUID]]) -> list[tuple[UUID, str]]:
    """Markets and places around what changed, in one order: nobody waits in a circle. A shop whose
    own offer changed stands on the front page too."""
    places = {
        (market_id, place)
        for market_id, *sides, _before, _after in touched
        for path, sellers in batched(sides, 2)
        if path is not None
        for place in places_around(path, sellers)
    }
    for market_id, seller_id in shops:
        places |= {(market_id, place_of("", seller_id)), (market_id, "")}
    return sorted(places)
