"""What a shop itself offers of goods that another sells for less: its own window sells that."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from tijara.domains.catalogue.queries import product_facts
from tijara.domains.offers.queries import offers_of_products
from tijara.domains.offers.shapes import OfferCard
from tijara.domains.promotions.queries import at_shelf_prices
from tijara.domains.promotions.shapes import Shelved
from tijara.domains.stores.queries import paused_stores, stores

from ..shapes import ProductCard


def own_cards(found: Sequence[ProductCard], market_id: UUID, seller_id: UUID) -> list[ProductCard]:
    """The same goods, each with the best offer of this seller. No statement where his are the best
    already, else three."""
    others = [card.product_id for card in found if card.seller_id != seller_id]
    if not others:
        return list(found)
    mine = _best_of(others, market_id, seller_id)
    store = stores([seller_id]).get(seller_id)
    slug, is_resting = store.slug if store else "", seller_id in paused_stores()
    return [
        _own(card, mine[card.product_id], slug, is_resting=is_resting)
        if card.product_id in mine
        else card
        for card in found
    ]


def _best_of(
    product_ids: Sequence[UUID], market_id: UUID, seller_id: UUID
) -> dict[UUID, OfferCard]:
    """What can be bought before what can't."""
    offered = offers_of_products(product_ids)
    shelved = [
        Shelved(market_id, card, facts.category_path, facts.brand_id)
        for facts in product_facts(product_ids)
        for card in offered.get(facts.id, ())
        if card.seller_id == seller_id and card.is_active
    ]
    found: dict[UUID, OfferCard] = {}
    for card in sorted(at_shelf_prices(shelved), key=lambda card: not card.can_be_bought):
        found.setdefault(card.product_id, card)
    return found


def _own(card: ProductCard, offer: OfferCard, slug: str, *, is_resting: bool) -> ProductCard:
    return replace(
        card,
        seller_id=offer.seller_id,
        offer_id=offer.id,
        price=offer.price,
        was=offer.was,
        in_stock=offer.can_be_bought and not is_resting,
        is_resting=is_resting,
        shop=slug,
    )
