"""Makers for tests."""

from uuid import UUID

from django.db.models import QuerySet

from tijara.domains.offers.shapes import OfferCard
from tijara.domains.offers.testing import make_offer
from tijara.domains.stores.queries import stores
from tijara.domains.stores.testing import make_store
from tijara.kit.actor import SYSTEM

from .actions import index_products
from .models import Choice, SavedSearch, Steer, Wording


def make_shelved_offer(*, seller_id: UUID | None = None, **told) -> OfferCard:
    """An offer of an open store that stands on the shelf already."""
    if seller_id is None or not stores([seller_id]):
        seller_id = make_store(seller_id).seller_id
    offer = make_offer(seller_id=seller_id, **told)
    index_products(actor=SYSTEM, product_ids=[offer.product_id])
    return offer


def rows(kind: str) -> QuerySet:
    """What is kept of what people ask for and open, of kept searches, of what staff have put."""
    kept = {"asked": Wording, "chosen": Choice, "saved": SavedSearch, "steers": Steer}
    return kept[kind].objects.all()


def make_choice(market_id: UUID, product_id: UUID, text: str, people: int = 6) -> None:
    """As if so many visitors had opened the product after these words."""
    Choice.objects.create(
        market_id=market_id,
        text=text,
        product_id=product_id,
        said=text,
        people=people,
        times=people,
    )
