"""What of the goods that somebody waits for can be bought now."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from tijara.domains.catalogue.queries import variant_names
from tijara.domains.catalogue.shapes import VariantNames
from tijara.domains.offers.queries import best_first, offers_of_products
from tijara.domains.offers.shapes import OfferCard
from tijara.domains.parties.queries import markets_of
from tijara.domains.promotions.queries import shelf_prices
from tijara.domains.promotions.shapes import Shelved
from tijara.domains.stores.queries import stores
from tijara.kit.money import Money


@dataclass(frozen=True, slots=True)
class Back:
    """A variant that can be bought: what it is, for how much, and how many units there are with
    all who sell it."""

    variant: VariantNames
    price: Money
    free: int


def backs(market_id: UUID, variant_ids: Iterable[UUID]) -> dict[UUID, Back]:
    """Those of the variants that anybody sells in this market right now, as their pages show
    them."""
    names = variant_names(variant_ids)
    listed = offers_of_products({one.product_id for one in names.values()})
    wanted = [one for some in listed.values() for one in some if one.variant_id in names]
    sold: dict[UUID, list[OfferCard]] = {}
    for one in _open(market_id, wanted):
        sold.setdefault(one.variant_id, []).append(one)
    return {id: _back(market_id, names[id], some) for id, some in sold.items()}


def _open(market_id: UUID, cards: list[OfferCard]) -> list[OfferCard]:
    """Of this market's sellers whose stores are open and not on holiday."""
    can = [one for one in cards if one.can_be_bought]
    here = {
        seller for seller, at in markets_of({c.seller_id for c in can}).items() if at == market_id
    }
    windows = stores(here)
    at_work = {id for id, store in windows.items() if store.is_open and not store.is_paused}
    return [one for one in can if one.seller_id in at_work]


def _back(market_id: UUID, name: VariantNames, cards: list[OfferCard]) -> Back:
    shelved = [Shelved(market_id, one, name.category_path, name.brand_id) for one in cards]
    prices = shelf_prices(shelved)
    best = min(best_first(cards), key=lambda one: prices[one.id].price.minor)
    return Back(name, prices[best.id].price, sum(one.free for one in cards))
