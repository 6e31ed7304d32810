"""One line at a price that was agreed beside the cart, taxed and with its delivery and its fee."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from tijara.domains.carts.shapes import PickedLine
from tijara.domains.catalogue.queries import variant_names
from tijara.domains.markets.shapes import MarketPolicy
from tijara.domains.offers.queries import offers
from tijara.domains.offers.shapes import OfferKey
from tijara.domains.parties.queries import recent_terms
from tijara.domains.stores.queries import stores
from tijara.kit.money import Money

from ..shapes import AgreedLine, Basket, BasketLine, Wishes
from . import baskets
from .people import Who


def agreed_basket(
    *,
    buyer_id: UUID,
    market: MarketPolicy,
    agreed: AgreedLine,
    payment_method: str | None,
    on: date,
    wishes: Wishes,
) -> Basket | None:
    """None where it is not sold any more. No promotion and no price list is taken off beside."""
    key = OfferKey(agreed.seller_id, agreed.offer_id)
    card = offers([key]).get(key)
    store = stores({agreed.seller_id}).get(agreed.seller_id)
    terms = recent_terms({agreed.seller_id}).get(agreed.seller_id)
    names = variant_names([card.variant_id]) if card and card.is_active else {}
    if not card or not names or not store or not store.is_open or terms is None:
        return None
    picked = PickedLine(agreed.seller_id, agreed.offer_id, agreed.quantity, card.price.minor)
    line = _at_its_price(
        baskets._line(picked, card, names[card.variant_id], agreed.quantity), agreed
    )
    days = [(line, card.handling_days)]
    sellers = (baskets._seller_basket(market, store, terms, days, on, wishes),)
    plain = baskets._taxed(market, sellers, Money(0, market.currency))
    who = Who(buyer_id, market, wishes)
    options = baskets._options(sellers, baskets._gross(plain, market), who)
    chosen = next((one for one in options if one.method == payment_method), None)
    fee = chosen.fee if chosen else Money(0, market.currency)
    return baskets._whole(market, sellers, options, fee, plain, is_short=False)


def _at_its_price(line: BasketLine, agreed: AgreedLine) -> BasketLine:
    saved = replace(agreed.reason, minor=(line.unit - agreed.unit).minor * agreed.quantity)
    return replace(line, unit=agreed.unit, listed=line.unit, reasons=(saved,), problem="")
