"""Makers for tests."""

from uuid import UUID

from tijara.domains.catalogue.shapes import ImportedProduct
from tijara.domains.catalogue.testing import make_product
from tijara.domains.inventory.actions import receive_stock
from tijara.domains.inventory.shapes import Receipt
from tijara.domains.parties.testing import make_seller
from tijara.kit.actor import SYSTEM
from tijara.kit.ids import new_id
from tijara.kit.money import Money

from .actions import put_offers
from .queries import offers
from .shapes import OfferCard, OfferDraft, OfferKey


def make_offer(
    price_minor: int = 34900,
    units: int = 10,
    *,
    seller_id: UUID | None = None,
    product: ImportedProduct | None = None,
    was_minor: int | None = None,
    currency: str = "SAR",
    **terms,
) -> OfferCard:
    """An offer with `units` in stock; seller and product are made where none is given."""
    seller_id = seller_id or make_seller()
    product = product or make_product()
    stock_id = new_id()
    receive_stock(
        actor=SYSTEM,
        seller_id=seller_id,
        receipts=[Receipt(stock_id, product.variant_id, units)],
        reference_id=new_id(),
    )
    draft = OfferDraft(
        variant_id=product.variant_id,
        product_id=product.product_id,
        stock_id=stock_id,
        price=Money(price_minor, currency),
        was=None if was_minor is None else Money(was_minor, currency),
        **terms,
    )
    put = put_offers(actor=SYSTEM, seller_id=seller_id, offers=[draft])[0]
    key = OfferKey(seller_id, put.offer_id)
    return offers([key])[key]
