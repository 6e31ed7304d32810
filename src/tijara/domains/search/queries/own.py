"""A shop's window: the shop's own offers, laid over the documents that show another's."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from tijara.domains.stores.queries import paused_stores, stores

from ..models import OwnOffer
from ..shapes import ProductCard

ALL = "search_document d"
SHOP = """(
    SELECT d.product_id, d.market_id, d.slug, d.name_ar, d.name_en, d.name_fr, d.brand_ar,
        d.brand_en, d.brand, d.facets, d.picture, d.category_path, d.seller_id, d.currency,
        d.offers, d.sellers, d.popularity, d.text,
        coalesce(o.offer_id, d.offer_id) AS offer_id,
        coalesce(o.price_minor, d.price_minor) AS price_minor,
        CASE WHEN o.offer_id IS NULL THEN d.was_minor ELSE o.was_minor END AS was_minor,
        coalesce(o.in_stock, d.in_stock) AS in_stock
    FROM search_document d
    LEFT JOIN search_own_offer o ON o.seller_id = %s AND o.product_id = d.product_id
        AND o.market_id = d.market_id
) d"""
"""The documents with what this seller asks. `seller_id` stays whose offer is the best."""


def source_of(seller_id: UUID | None) -> tuple[str, tuple]:
    """What a shelf is read from. No statement but for a shop, one there: most shops sell nothing
    that another sells for less, and their shelves are read in the order of the index."""
    if seller_id and OwnOffer.objects.filter(seller_id=seller_id).exists():
        return SHOP, (seller_id,)
    return ALL, ()


def as_its_own(found: Sequence[ProductCard], seller_id: UUID) -> list[ProductCard]:
    """The same goods, read from the shop's source, under its name. At most one statement."""
    if all(card.seller_id == seller_id for card in found):
        return list(found)
    store, is_resting = stores([seller_id]).get(seller_id), seller_id in paused_stores()
    slug = store.slug if store else ""
    return [
        card
        if card.seller_id == seller_id
        else replace(card, seller_id=seller_id, is_resting=is_resting, shop=slug)
        for card in found
    ]
