"""`…inside door SECONDS [WIDTH]`: the order door alone, called with lists; what it did, as JSON.

No web, no cart: this is what one process and the database can place, one order a call and many.
"""

import json
import time
from itertools import cycle

from tijara.domains.offers.queries import seller_offers
from tijara.domains.offers.shapes import OfferRow
from tijara.domains.orders.actions import place_orders
from tijara.domains.orders.shapes import DeliveryAddress, LineToPlace, OrderToPlace, Outcome
from tijara.domains.parties.queries import all_sellers
from tijara.domains.stores.queries import stores
from tijara.domains.taxes.shapes import TaxCategory
from tijara.faces.cli.terminal import say
from tijara.kit.actor import SYSTEM
from tijara.kit.ids import new_id

WIDTHS = (1, 8, 32)
ADDRESS = DeliveryAddress("نورة العتيبي", "+966551234567", "sa-riyadh", "حي النرجس")


def run(seconds: str, *widths: str) -> None:
    offers = [
        row
        for seller in all_sellers()
        if stores([seller.id])
        for row in seller_offers(seller.id, size=100).items
        if row.is_active and row.free > 10_000
    ]
    told = {}
    for width in map(int, widths or WIDTHS):
        told[str(width)] = place(cycle(offers), width, float(seconds))
    say(json.dumps(told))


def place(offers, width: int, seconds: float) -> dict[str, float]:
    placed, began, spent = 0, time.monotonic(), time.process_time()
    while time.monotonic() - began < seconds:
        offer = next(offers)
        orders = [order_of(offer) for _ in range(width)]
        answers = place_orders(actor=SYSTEM, seller_id=offer.seller_id, orders=orders)
        placed += sum(answer.outcome is Outcome.PLACED for answer in answers)
    return {
        "placed": placed,
        "seconds": time.monotonic() - began,
        "own CPU-ms": (time.process_time() - spent) * 1000,
    }


def order_of(offer: OfferRow) -> OrderToPlace:
    checkout_id = new_id()
    line = LineToPlace(
        offer_id=offer.id,
        offer_version=offer.version,
        stock_id=offer.stock_id,
        variant_id=offer.product_id,
        product_id=offer.product_id,
        name_ar=offer.name_ar,
        name_en=offer.name_en,
        picture=offer.picture,
        sku=offer.sku,
        quantity=1,
        unit_minor=offer.price.minor,
        tax_bp=0,
        tax_minor=0,
        tax_category=TaxCategory.OUTSIDE,
        commission_minor=0,
        commission_vat_minor=0,
    )
    return OrderToPlace(
        idempotency_key=checkout_id,
        buyer_id=new_id(),
        checkout_id=checkout_id,
        market_id=new_id(),
        currency=offer.price.currency,
        delivery_minor=0,
        fee_minor=0,
        payment_method="cash_on_delivery",
        language="ar",
        address=ADDRESS,
        lines=(line,),
    )
