"""What a market sells, as Google's and Meta's shopping search read it: RSS 2.0 with Google's words.

In the language of its address, so that each language is a feed of its own. What has no picture is
left out: they would refuse it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from tijara.domains.catalogue.queries import product_facts, variants, words_of
from tijara.domains.catalogue.shapes import ProductFacts, ProductWords, VariantCard
from tijara.domains.markets.shapes import MarketPolicy
from tijara.domains.offers.queries import offers
from tijara.domains.offers.shapes import OfferCard, OfferKey
from tijara.domains.search.queries import listed_cards, listing_starts
from tijara.domains.search.shapes import ProductCard
from tijara.kit.money import Money
from tijara.kit.recent import RecentOf
from tijara.ui.language import local, speaking
from tijara.ui.pieces.marks import shared_picture
from tijara.ui.pieces.words import named

from ..here import here, in_its_language

SIZE = 5000
"""Goods in one part: each is fetched by itself, and none takes long."""
AN_HOUR = 3600
LONGEST_TITLE, LONGEST_ABOUT = 150, 5000
"""What is longer is refused there."""
_starts = RecentOf[UUID, tuple[UUID, ...]](
    lambda markets: {market: tuple(listing_starts(market, SIZE)) for market in markets},
    seconds=AN_HOUR,
)


@dataclass(frozen=True, slots=True)
class Item:
    """One product, by the offer that stands on the shelf."""

    id: UUID
    title: str
    about: str
    link: str
    picture: str
    is_available: bool
    price: str
    sale_price: str
    condition: str
    brand: str
    gtin: str
    department: str


def feed(request: HttpRequest, part: int = 1) -> HttpResponse:
    market = here()
    with speaking(market.languages):
        return in_its_language(request) or _part(request, market, part)


def _part(request: HttpRequest, market: MarketPolicy, part: int) -> HttpResponse:
    starts = _starts.get([market.id])[market.id]
    if not 1 <= part <= max(1, len(starts)):
        raise Http404("no part of this number")
    cards = listed_cards(market.id, starts[part - 1], SIZE) if starts else []
    context = {
        "market": market,
        "home": request.build_absolute_uri(local("/")),
        "items": _items(request, [card for card in cards if card.picture]),
    }
    response = render(request, "storefront/feed.xml", context, content_type="application/xml")
    response["Cache-Control"] = f"public, max-age={AN_HOUR}"
    return response


def _items(request: HttpRequest, cards: list[ProductCard]) -> list[Item]:
    ids = [card.product_id for card in cards]
    shown = offers([OfferKey(card.seller_id, card.offer_id) for card in cards])
    by_offer = {one.id: one for one in shown.values()}
    of_variant = variants({one.variant_id for one in by_offer.values()})
    facts = {one.id: one for one in product_facts(ids)}
    words = words_of(ids)
    return [
        _item(request, card, by_offer[card.offer_id], of_variant, facts[card.product_id], words)
        for card in cards
        if card.offer_id in by_offer and card.product_id in facts
    ]


def _item(
    request: HttpRequest,
    card: ProductCard,
    offer: OfferCard,
    of_variant: Mapping[UUID, VariantCard],
    facts: ProductFacts,
    words: Mapping[UUID, ProductWords],
) -> Item:
    variant = of_variant.get(offer.variant_id)
    return Item(
        id=card.product_id,
        title=named(card)[:LONGEST_TITLE],
        about=(named(words[card.product_id], "about") or named(card))[:LONGEST_ABOUT],
        link=request.build_absolute_uri(local(f"/p/{card.slug}")),
        picture=request.build_absolute_uri(shared_picture(card.picture)[0]),
        is_available=card.in_stock and not card.is_resting,
        price=_amount(card.was or card.price),
        sale_price=_amount(card.price) if card.was else "",
        condition=offer.condition,
        brand=named(card, "brand"),
        gtin=variant.gtin if variant else "",
        department=named(facts, "category"),
    )


def _amount(money: Money) -> str:
    return f"{money.to_decimal_string()} {money.currency}"
