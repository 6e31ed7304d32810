"""Makers for tests."""

from uuid import UUID

from tijara.domains.offers.shapes import OfferCard
from tijara.domains.offers.testing import make_offer
from tijara.domains.stores.queries import stores
from tijara.domains.stores.testing import make_store
from tijara.kit.actor import SYSTEM

from .actions import index_products


def make_shelved_offer(*, seller_id: UUID | None = None, **told) -> OfferCard:
    """An offer of an open store that stands on the shelf already."""
    if seller_id is None or not stores([seller_id]):
        seller_id = make_store(seller_id).seller_id
    offer = make_offer(seller_id=seller_id, **told)
    index_products(actor=SYSTEM, product_ids=[offer.product_id])
    return offer
