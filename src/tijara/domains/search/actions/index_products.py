"""Lay products into the index, or take them out: the only writer of what shelves show."""

from collections.abc import Iterable
from uuid import UUID

from django.db import connection

from tijara.domains.catalogue.queries import product_facts
from tijara.domains.catalogue.shapes import ProductFacts
from tijara.domains.offers.queries import offers_of_products
from tijara.domains.offers.shapes import OfferCard
from tijara.domains.parties.queries import seller_terms
from tijara.domains.stores.queries import stores
from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..rules import index_text

PUT = """
    INSERT INTO search_document AS d (product_id, market_id, slug, name_ar, name_en, brand_ar,
        brand_en, picture, category_path, seller_id, offer_id, price_minor, was_minor, currency,
        in_stock, offers, sellers, text, popularity, indexed_at)
    SELECT product_id, market_id, slug, name_ar, name_en, brand_ar, brand_en, picture,
        category_path, seller_id, offer_id, price_minor, was_minor, currency, in_stock, offers,
        sellers::uuid[], text, 0, %s
    FROM unnest(%s::uuid[], %s::uuid[], %s::text[], %s::text[], %s::text[], %s::text[], %s::text[],
        %s::text[], %s::text[], %s::uuid[], %s::uuid[], %s::bigint[], %s::bigint[], %s::text[],
        %s::bool[], %s::smallint[], %s::text[], %s::text[]) AS k (product_id, market_id, slug,
        name_ar, name_en, brand_ar, brand_en, picture, category_path, seller_id, offer_id,
        price_minor, was_minor, currency, in_stock, offers, sellers, text)
    ON CONFLICT (product_id, market_id) DO UPDATE SET
        slug = excluded.slug, name_ar = excluded.name_ar, name_en = excluded.name_en,
        brand_ar = excluded.brand_ar, brand_en = excluded.brand_en, picture = excluded.picture,
        category_path = excluded.category_path, seller_id = excluded.seller_id,
        offer_id = excluded.offer_id, price_minor = excluded.price_minor,
        was_minor = excluded.was_minor, currency = excluded.currency,
        in_stock = excluded.in_stock, offers = excluded.offers, sellers = excluded.sellers,
        text = excluded.text, indexed_at = excluded.indexed_at
    WHERE (d.slug, d.name_ar, d.name_en, d.brand_ar, d.brand_en, d.picture, d.category_path,
        d.seller_id, d.offer_id, d.price_minor, d.was_minor, d.currency, d.in_stock, d.offers,
        d.sellers, d.text) IS DISTINCT FROM (excluded.slug, excluded.name_ar, excluded.name_en,
        excluded.brand_ar, excluded.brand_en, excluded.picture, excluded.category_path,
        excluded.seller_id, excluded.offer_id, excluded.price_minor, excluded.was_minor,
        excluded.currency, excluded.in_stock, excluded.offers, excluded.sellers, excluded.text)
"""
TAKE_OUT = """
    DELETE FROM search_document d WHERE d.product_id = ANY(%s) AND NOT EXISTS (
        SELECT FROM unnest(%s::uuid[], %s::uuid[]) AS k (product_id, market_id)
        WHERE k.product_id = d.product_id AND k.market_id = d.market_id)
"""

ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(hashtext('search.index_products'))"
"""Else one could read before another's change and write after it: the older price would stay."""


@action(power=Power.SYSTEM)
def index_products(*, actor: Actor, product_ids: Iterable[UUID]) -> None:
    """A product stands on the shelf of each market where an open store has an active offer of it.

    Seven statements at most, whatever the number of products.
    """
    product_ids = list(product_ids)
    with connection.cursor() as cursor:
        cursor.execute(ONE_AT_A_TIME)
    cards = offers_of_products(product_ids)
    markets = _markets_of({card.seller_id for offers in cards.values() for card in offers})
    rows = [
        _row(facts, market_id, offers)
        for facts in product_facts(product_ids)
        if facts.is_published
        for market_id, offers in _by_market(cards.get(facts.id, []), markets).items()
    ]
    rows.sort(key=lambda row: row[:2])
    with connection.cursor() as cursor:
        if rows:
            cursor.execute(PUT, [now(), *map(list, zip(*rows, strict=True))])
        standing = [[row[0] for row in rows], [row[1] for row in rows]]
        cursor.execute(TAKE_OUT, [product_ids, *standing])


def _markets_of(seller_ids: set[UUID]) -> dict[UUID, UUID]:
    """The markets of those sellers who may sell now."""
    open_stores = {store.seller_id for store in stores(seller_ids).values() if store.is_open}
    return {
        terms.id: terms.market_id for terms in seller_terms(open_stores).values() if terms.is_active
    }


def _by_market(cards: list[OfferCard], markets: dict[UUID, UUID]) -> dict[UUID, list[OfferCard]]:
    """Active offers by market, each list with its best first, as they came."""
    found: dict[UUID, list[OfferCard]] = {}
    for card in cards:
        if card.is_active and card.seller_id in markets:
            found.setdefault(markets[card.seller_id], []).append(card)
    return found


def _row(facts: ProductFacts, market_id: UUID, offers: list[OfferCard]) -> tuple:
    best = offers[0]
    sellers = sorted({str(offer.seller_id) for offer in offers})
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
        f"{{{','.join(sellers)}}}",
        index_text(
            facts.name_ar,
            facts.name_en,
            facts.brand_ar,
            facts.brand_en,
            facts.category_ar,
            facts.category_en,
        ),
    )
