"""Lay products into the index, or take them out: the only writer of what shelves show."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import batched
from uuid import UUID

from django.db import connection
from django.db.backends.utils import CursorWrapper

from tijara.domains.catalogue.queries import facet_values, product_facts
from tijara.domains.catalogue.shapes import FacetValue, ProductFacts
from tijara.domains.offers.queries import offers_of_products
from tijara.domains.offers.shapes import OfferCard
from tijara.domains.parties.queries import seller_terms
from tijara.domains.promotions.queries import at_shelf_prices
from tijara.domains.promotions.shapes import Shelved
from tijara.domains.stores.queries import open_stores
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.changes import tell

from ..models import Alias
from ..rules import (
    ATTRIBUTE,
    TEXT_VERSION,
    brand_value,
    changes,
    index_text,
    kin_keys,
    place_of,
    places_around,
    seen_at,
)
from ..shapes import Own
from .lay_own_offers import lay_own_offers

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

    Eighteen statements at most, whatever the number of products. The web processes are told of the
    products, whose pages also show offers that the index doesn't, and of the shelves around those
    that look different now, where they stood and where they stand.
    """
    product_ids = list(product_ids)
    with connection.cursor() as cursor:
        cursor.execute(ONE_AT_A_TIME)
    cards = offers_of_products(product_ids)
    shutters = open_stores({card.seller_id for offers in cards.values() for card in offers})
    markets = _markets_of(shutters)
    attributes = facet_values(product_ids)
    known = [facts for facts in product_facts(product_ids) if facts.is_published]
    priced = _at_shelf_prices(known, cards, markets)
    stood = [
        (facts, market_id, offers)
        for facts in known
        for market_id, offers in _by_market(
            _standing(priced.get(facts.id, []), shutters), markets
        ).items()
    ]
    called = _aliases(product_ids)
    rows = [
        _row(
            facts,
            market_id,
            offers,
            attributes.get(facts.id, ()),
            called.get((facts.id, market_id), ()),
        )
        for facts, market_id, offers in stood
    ]
    rows.sort(key=lambda row: row[:2])
    own = [one for _, market_id, offers in stood for one in _own(market_id, offers)]
    touched = []
    with connection.cursor() as cursor:
        if rows:
            cursor.execute(PUT, [now(), *map(list, zip(*rows, strict=True))])
            touched = cursor.fetchall()
        standing = [[row[0] for row in rows], [row[1] for row in rows]]
        cursor.execute(TAKE_OUT, [product_ids, *standing])
        touched += cursor.fetchall()
        shops = lay_own_offers(actor=SYSTEM, product_ids=product_ids, own=own)
        _count_words(cursor, touched)
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
    keys = [_array(kin_keys(word)) for _, word, _ in more]
    cursor.execute(COUNT_WORDS, [*map(list, zip(*more, strict=True)), keys])
    fewer = [row[:2] for row in more if row[2] < 0]
    if fewer:
        cursor.execute(DROP_WORDS, list(map(list, zip(*fewer, strict=True))))


def _at_shelf_prices(
    known: Iterable[ProductFacts],
    cards: Mapping[UUID, list[OfferCard]],
    markets: Mapping[UUID, UUID],
) -> dict[UUID, list[OfferCard]]:
    """Offers of products as promotions and honest prices of before let them stand."""
    found: dict[UUID, list[OfferCard]] = {}
    shelved = [
        Shelved(markets[card.seller_id], card, facts.category_path, facts.brand_id)
        for facts in known
        for card in cards.get(facts.id, [])
        if card.seller_id in markets
    ]
    for card in at_shelf_prices(shelved):
        found.setdefault(card.product_id, []).append(card)
    return found


def _own(market_id: UUID, offers: Sequence[OfferCard]) -> list[Own]:
    """The best offer of each seller but him whose offer is the best of all."""
    best: dict[UUID, OfferCard] = {}
    for offer in offers:
        best.setdefault(offer.seller_id, offer)
    return [
        Own(
            seller_id,
            offer.product_id,
            market_id,
            offer.id,
            offer.price.minor,
            offer.was.minor if offer.was else None,
            offer.can_be_bought,
        )
        for seller_id, offer in best.items()
        if seller_id != offers[0].seller_id
    ]


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


def _standing(cards: list[OfferCard], shutters: Mapping[UUID, bool]) -> list[OfferCard]:
    """The best first. Of a store on holiday nothing can be bought, though it stays on the shelf."""
    shown = [replace(card, free=0) if shutters.get(card.seller_id) else card for card in cards]
    return sorted(shown, key=lambda card: not card.can_be_bought)


def _markets_of(seller_ids: Iterable[UUID]) -> dict[UUID, UUID]:
    """The markets of those sellers who may sell now: the worker hears of no changes, so that what a
    process keeps would be too old here, and the shelf would stay as it was."""
    terms_of = seller_terms(seller_ids)
    return {terms.id: terms.market_id for terms in terms_of.values() if terms.is_active}


def _by_market(cards: list[OfferCard], markets: dict[UUID, UUID]) -> dict[UUID, list[OfferCard]]:
    """Active offers by market, each list with its best first, as they came."""
    found: dict[UUID, list[OfferCard]] = {}
    for card in cards:
        if card.is_active and card.seller_id in markets:
            found.setdefault(markets[card.seller_id], []).append(card)
    return found


def _aliases(product_ids: list[UUID]) -> dict[tuple[UUID, UUID], list[str]]:
    """What else people call each product in a market."""
    rows = Alias.objects.filter(product_id__in=product_ids, is_accepted=True).order_by("text")
    found: dict[tuple[UUID, UUID], list[str]] = {}
    for product_id, market_id, text in rows.values_list("product_id", "market_id", "text"):
        found.setdefault((product_id, market_id), []).append(text)
    return found


def _row(
    facts: ProductFacts,
    market_id: UUID,
    offers: list[OfferCard],
    values: Sequence[FacetValue],
    aliases: Sequence[str],
) -> tuple:
    best = offers[0]
    sellers = sorted({str(offer.seller_id) for offer in offers})
    conditions = sorted({f"condition:{offer.condition}" for offer in offers})
    tokens = [*conditions, *(f"{ATTRIBUTE}{each.code}:{each.key}"[:120] for each in values)]
    return (
        facts.id,
        market_id,
        facts.slug,
        facts.name_ar,
        facts.name_en,
        facts.brand_ar,
        facts.brand_en,
        facts.picture,
        facts.category_path,
        best.seller_id,
        best.id,
        best.price.minor,
        best.was.minor if best.was else None,
        best.price.currency,
        best.can_be_bought,
        min(len(offers), 9999),
        _array(sellers),
        index_text(
            facts.name_ar,
            facts.name_en,
            facts.name_fr,
            f"{facts.brand_ar} {facts.brand_en}",
            f"{facts.category_ar} {facts.category_en}",
            *aliases,
        ),
        brand_value(facts.brand_ar, facts.brand_en),
        _array(tokens),
        facts.name_fr,
        TEXT_VERSION,
    )


def _array(texts: Iterable[str]) -> str:
    """As PostgreSQL writes an array of texts: arrays of arrays of different lengths don't pass."""
    quoted = (text.replace("\\", "\\\\").replace('"', '\\"') for text in texts)
    return "{" + ",".join(f'"{text}"' for text in quoted) + "}"
