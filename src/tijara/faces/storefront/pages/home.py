"""The front page: what this market is, its departments, its shelves of goods, good shops."""

from itertools import islice

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from tijara.domains.content.queries import banners_shown, front_tag
from tijara.domains.content.shapes import Banner
from tijara.domains.geography.queries import city
from tijara.domains.markets.shapes import MarketPolicy
from tijara.domains.payments.shapes import PaymentMethod
from tijara.domains.search.queries import shelf, shelf_tag
from tijara.domains.search.shapes import ProductCard
from tijara.domains.stores.queries import all_stores
from tijara.domains.stores.shapes import StoreCard
from tijara.faces.storefront.frame import page
from tijara.faces.storefront.front_shelves import front_shelves
from tijara.faces.storefront.here import here, sellers_here, today
from tijara.faces.storefront.rated import ratings_on
from tijara.faces.storefront.structured import graph, house_data
from tijara.kit.money import Money

SHOPS, LOOKED_AT = 4, 16
"""How many are shown, and among how many they are looked for."""
ARCHES = 3


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    market = here()
    shelves = front_shelves(market)
    goods = [card for one in shelves for card in one.cards + one.further]
    is_empty = not (goods or shelf(market.id, size=1, in_stock=True).items)
    opened = _opened()
    campaign, *beside = (None,) if is_empty else _campaigns(market)
    return page(
        request,
        "home",
        {
            "campaign": campaign,
            "beside": beside,
            "free_from": _free_from(market),
            "hero": () if campaign else _in_arches(goods),
            "shelves": shelves,
            "ratings": ratings_on(goods),
            "is_empty": is_empty,
            "takes_cash": PaymentMethod.CASH_ON_DELIVERY in market.payment_methods,
            "is_one_shop": len(opened) == 1,
            "shops": _shops(market, opened),
            "data": graph(*house_data(request)),
        },
        shows=[shelf_tag(market.id), front_tag(market.id)],
    )


def _campaigns(market: MarketPolicy) -> list[Banner | None]:
    """What the operator has put up for today: the first leads the page."""
    return [*banners_shown(market.id, today())] or [None]


def _in_arches(cards: list[ProductCard]) -> list[ProductCard]:
    """Three goods whose pictures differ; fewer where the market has no more pictures."""
    by_picture: dict[str, ProductCard] = {}
    for card in cards:
        if card.picture:
            by_picture.setdefault(card.picture, card)
    return list(by_picture.values())[:ARCHES]


def _free_from(market: MarketPolicy) -> Money | None:
    threshold = market.free_delivery_from_minor
    return None if threshold is None else Money(threshold, market.currency)


def _opened() -> list[StoreCard]:
    at_home = sellers_here(store.seller_id for store in all_stores())
    return [store for store in all_stores() if store.is_open and store.seller_id in at_home]


def _shops(market: MarketPolicy, opened: list[StoreCard]) -> list[dict]:
    """Open shops with three of their goods; one that has none yet is not shown."""
    cards = (
        (store, shelf(market.id, seller_id=store.seller_id, size=3).items)
        for store in opened[:LOOKED_AT]
    )
    stocked = ((store, goods) for store, goods in cards if goods)
    return [
        {"store": store, "city": city(store.city), "cards": goods}
        for store, goods in islice(stocked, SHOPS)
    ]
