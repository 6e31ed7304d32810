"""`…inside goods COUNT UNITS`: offer so many new goods with so many units; says them as JSON."""

import json
from uuid import UUID

from tijara.domains.catalogue.actions import import_products
from tijara.domains.catalogue.shapes import ProductDraft, ProductKind
from tijara.domains.inventory.actions import receive_stock
from tijara.domains.inventory.shapes import Receipt
from tijara.domains.markets.queries import market_by_id, markets
from tijara.domains.offers.actions import put_offers
from tijara.domains.offers.shapes import OfferDraft
from tijara.domains.parties.queries import all_sellers
from tijara.domains.parties.shapes import SellerTerms
from tijara.faces.cli.terminal import say
from tijara.kit.actor import SYSTEM
from tijara.kit.ids import new_id
from tijara.kit.money import Money

PRICES = (19900, 4500, 32050)
"""In turn: refunds of one payment can only be told apart where they differ."""


def run(count: str, units: str) -> None:
    """One after another from each seller. Each is {seller_id, offer_id, stock_id, price_minor}."""
    sellers = sellers_here()
    drafts = [draft_of(f"{new_id()}") for _ in range(int(count))]
    laid = [
        offered(product.product_id, product.variant_id, sellers[place % len(sellers)], int(units))
        for place, product in enumerate(import_products(actor=SYSTEM, drafts=drafts))
    ]
    say(json.dumps(laid))


def sellers_here() -> list[SellerTerms]:
    """Of the first market, where the benches' visitors shop."""
    return [one for one in all_sellers() if one.market_id == markets()[0].id]


def draft_of(key: str, kind: str = ProductKind.PHYSICAL) -> ProductDraft:
    return ProductDraft(
        source="bench",
        source_key=key,
        name_ar="دلة نحاسية",
        name_en="Copper coffee pot",
        category_path_ar=("المطبخ",),
        category_path_en=("Kitchen",),
        kind=kind,
    )


def offered(product_id: UUID, variant_id: UUID, seller, units: int) -> dict:
    stock_id = new_id()
    receive_stock(
        actor=SYSTEM,
        seller_id=seller.id,
        receipts=[Receipt(stock_id, variant_id, units)],
        reference_id=new_id(),
    )
    price_minor = PRICES[variant_id.int % len(PRICES)]
    price = Money(price_minor, market_by_id(seller.market_id).currency)
    draft = OfferDraft(variant_id, product_id, stock_id, price)
    (put,) = put_offers(actor=SYSTEM, seller_id=seller.id, offers=[draft])
    return {
        "seller_id": str(seller.id),
        "offer_id": str(put.offer_id),
        "stock_id": str(stock_id),
        "price_minor": price_minor,
    }
