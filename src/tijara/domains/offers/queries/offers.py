"""Offers with their free stock.

Prices without stock serve no page, so these statements join `inventory_stock`, one floor below,
and the catalogue's names and what it has taken off the shelf: each only reads.
"""

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.db import connection

from tijara.kit.money import Money
from tijara.platform.audits import Findings, proof

from ..models import Offer
from ..rules.best_offer import rank
from ..shapes import OfferCard, OfferKey, OnSale

CARD = """
    SELECT o.seller_id, o.id, o.variant_id, o.product_id, o.stock_id, o.price_minor, o.was_minor,
        o.currency, o.condition, o.handling_days, o.version,
        o.is_active AND v.is_active AND p.is_published, s.on_hand - s.held
    FROM {offers} JOIN inventory_stock s ON s.seller_id = o.seller_id AND s.id = o.stock_id
    JOIN catalogue_variant v ON v.id = o.variant_id
    JOIN catalogue_product p ON p.id = o.product_id
"""
OF_PRODUCTS = (
    CARD.format(offers="offer o") + "WHERE o.product_id = ANY((SELECT %s::uuid[])::uuid[])"
)
OF_PRODUCT = CARD.format(offers="offer o") + "WHERE o.product_id = %s"
BY_KEYS = CARD.format(
    offers="unnest(%s::uuid[], %s::uuid[]) AS k (seller_id, id) "
    "JOIN offer o ON o.seller_id = k.seller_id AND o.id = k.id"
)
MISPLACED = """
    SELECT o.seller_id, o.id FROM offer o
    LEFT JOIN inventory_stock s ON s.seller_id = o.seller_id AND s.id = o.stock_id
    WHERE s.variant_id IS DISTINCT FROM o.variant_id LIMIT 100
"""
PRODUCTS_OF_SELLER = """
    SELECT DISTINCT product_id FROM offer WHERE seller_id = %s AND product_id > %s
    ORDER BY product_id LIMIT %s
"""
ON_SALE = """
    SELECT o.product_id, min(o.price_minor), max(o.price_minor), min(o.currency),
        sum(s.on_hand - s.held)
    FROM offer o JOIN inventory_stock s ON s.seller_id = o.seller_id AND s.id = o.stock_id
    WHERE o.seller_id = %s AND o.product_id = ANY(%s) AND o.is_active GROUP BY o.product_id
"""


def offers_of_product(product_id: UUID) -> list[OfferCard]:
    """The best first."""
    return sorted(_cards(OF_PRODUCT, [product_id]), key=rank)


def offers_of_products(product_ids: Iterable[UUID]) -> dict[UUID, list[OfferCard]]:
    """The same for many products; a product without offers is absent."""
    found: dict[UUID, list[OfferCard]] = {}
    for card in sorted(_cards(OF_PRODUCTS, [list(product_ids)]), key=rank):
        found.setdefault(card.product_id, []).append(card)
    return found


def best_first(cards: Iterable[OfferCard]) -> list[OfferCard]:
    """Offers whose price is another one by now, in the order of the best offer."""
    return sorted(cards, key=rank)


def offers(keys: Sequence[OfferKey]) -> dict[OfferKey, OfferCard]:
    """Offers of many sellers at once; what is not there is absent."""
    sellers, ids = [key.seller_id for key in keys], [key.offer_id for key in keys]
    cards = _cards(BY_KEYS, [sellers, ids])
    return {OfferKey(card.seller_id, card.id): card for card in cards}


def products_of_seller(seller_id: UUID, *, after: UUID | None, most: int) -> list[UUID]:
    """What he has offers of, paused ones too: the next in the order of their ids."""
    with connection.cursor() as cursor:
        cursor.execute(PRODUCTS_OF_SELLER, [seller_id, after or UUID(int=0), most])
        return [product_id for (product_id,) in cursor.fetchall()]


def variants_of_seller(seller_id: UUID, *, most: int) -> list[UUID]:
    """What he has offers of, paused ones too, the first in the order of their ids."""
    rows = Offer.objects.filter(seller_id=seller_id).order_by("variant_id")
    return list(rows.values_list("variant_id", flat=True).distinct()[:most])


def on_sale(seller_id: UUID, product_ids: Iterable[UUID]) -> dict[UUID, OnSale]:
    """Prices and units of many of his products; one that he does not offer is absent."""
    with connection.cursor() as cursor:
        cursor.execute(ON_SALE, [seller_id, list(product_ids)])
        return {
            product_id: OnSale(Money(low, currency), Money(high, currency), int(free))
            for product_id, low, high, currency, free in cursor.fetchall()
        }


@proof("every offer stands on a stock of what it offers")
def faults_in_offers() -> Findings:
    with connection.cursor() as cursor:
        cursor.execute(MISPLACED)
        faults = [f"offer {offer} of seller {seller}" for seller, offer in cursor.fetchall()]
        cursor.execute("SELECT count(*) FROM offer")
        return Findings(cursor.fetchone()[0], faults)


def _cards(sql: str, given: list) -> list[OfferCard]:
    with connection.cursor() as cursor:
        cursor.execute(sql, given)
        return [
            OfferCard(*(*row[:5], Money(row[5], row[7]), _money(row[6], row[7]), *row[8:]))
            for row in cursor.fetchall()
        ]


def _money(minor: int | None, currency: str) -> Money | None:
    return None if minor is None else Money(minor, currency)
