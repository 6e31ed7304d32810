"""A product: what it is, who sells it for how much, and when it comes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from urllib.parse import urlencode
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from tijara.domains.catalogue.queries import after_sale, category, product_page
from tijara.domains.catalogue.shapes import (
    CategoryNode,
    PictureCard,
    ProductKind,
    ProductPage,
    VariantCard,
)
from tijara.domains.markets.queries import buyer_terms, tax_class
from tijara.domains.markets.shapes import BuyerTerms, MarketPolicy
from tijara.domains.offers.queries import best_first, offers_of_product
from tijara.domains.offers.shapes import OfferCard, OfferKey
from tijara.domains.parties.queries import who_charges_vat
from tijara.domains.payments.shapes import PaymentMethod
from tijara.domains.pricing.queries import steps_of
from tijara.domains.pricing.shapes import Step
from tijara.domains.promotions.queries import shelf_prices
from tijara.domains.promotions.shapes import Promotion, Shelved
from tijara.domains.search.queries import shelf_tag
from tijara.domains.shipping.queries import delivery_options, delivery_quote
from tijara.domains.shipping.shapes import DeliveryOption, DeliveryQuote
from tijara.domains.stores.queries import stores
from tijara.domains.stores.shapes import StoreCard
from tijara.domains.taxes.shapes import TaxCategory
from tijara.faces.storefront.choosing import Choosing, choosings
from tijara.faces.storefront.frame import page
from tijara.faces.storefront.heard import hear
from tijara.faces.storefront.here import here, sellers_here, today
from tijara.faces.storefront.likes import cards_like
from tijara.faces.storefront.own import own_on
from tijara.faces.storefront.points import points_of_offer
from tijara.faces.storefront.rated import told_of
from tijara.faces.storefront.structured import (
    crumbs_data,
    graph,
    product_data,
    rating_data,
    trail_steps,
)
from tijara.faces.storefront.typed import read_id
from tijara.kit.money import Money
from tijara.ui.frame import WAYS
from tijara.ui.language import local
from tijara.ui.pieces.words import named
from tijara.ui.withdrawal_words import GOODS

FEW = 5
SHOWN_OFFERS = 6
"""Below the best; the rest unfolds, so that a product of forty sellers can be read."""
UNTAXED = frozenset({TaxCategory.ZERO, TaxCategory.EXEMPT, TaxCategory.OUTSIDE})
CONDITIONS = {"used": _("Used"), "refurbished": _("Refurbished")}


@dataclass(frozen=True, slots=True)
class Shown:
    """One seller's offer, with the seller and the delivery that belong to it."""

    offer: OfferCard
    store: StoreCard
    quote: DeliveryOption | DeliveryQuote

    @property
    def condition(self) -> object:
        """In words; of a new thing none are needed."""
        return CONDITIONS.get(self.offer.condition, "")

    @property
    def with_delivery(self) -> Money:
        """What one of it costs at the door."""
        return self.offer.price + self.quote.price

    @property
    def few_left(self) -> bool:
        return 0 < self.offer.free <= FEW


@require_safe
def product(request: HttpRequest, slug: str) -> HttpResponse:
    hear(request)
    shown = product_page(slug)
    if shown is None:
        raise Http404
    open_stores, listed = open_offers(shown.id)
    shop = shop_asked(request, open_stores)
    offers, deals = at_shelf(shown, listed)
    offers = shop_first(offers, shop)
    variant = variant_of(shown, offers, request.GET.get("variant", ""))
    sold = _sold([one for one in offers if variant and one.variant_id == variant.id], open_stores)
    best = sold[0] if sold else None
    trail = _trail(shown.category_path)
    is_digital = shown.kind == ProductKind.DIGITAL
    granted = _granted(here(), shown.category_path)
    reviews = told_of(request, shown.id)
    waited = variant if not (best and best.offer.can_be_bought) else None
    own = own_on(request, waited, reviews.shown)
    return page(
        request,
        "product",
        {
            "product": shown,
            "is_digital": is_digital,
            "is_untaxed": _is_untaxed(shown) or not _charges_vat(sold),
            "pictures": _pictures(shown, variant),
            "choosings": _choosings(shown, variant, offers),
            "brand": _brand(shown, sold),
            "about": named(shown, "about"),
            "summary": named(shown, "about")[:160] or named(shown),
            "reviews": reviews,
            "own": own,
            "specs": _specs(shown),
            "promises": _promises(here(), get_language() or "ar", is_digital, granted),
            "shop": shop.slug if shop else "",
            "delivery_address": _delivery_address(shown, variant, shop),
            "data": graph(
                product_data(
                    request,
                    shown,
                    variant,
                    offers,
                    market=replace(here(), return_days=granted.return_days),
                    stores=open_stores,
                )
                | rating_data(reviews.rating, reviews.shown),
                crumbs_data(request, _way(shown, trail)),
            ),
            "share_picture": shown.picture,
            "variant": variant,
            **_sale(sold, deals, listed),
            "points": points_of_offer(best.offer if best else None, shown.category_path),
            "trail": trail,
            "like_it": cards_like(shown.id, trail[0].path) if trail else "",
            "department": trail[-1] if trail else None,
        },
        is_private=bool(own),
        shows=None if own else _tags(shown, trail),
    )


def _sale(
    sold: list[Shown], deals: dict[UUID, Promotion], listed: list[OfferCard]
) -> dict[str, object]:
    """The best offer with what makes it cheaper, and the others below it."""
    best = sold[0] if sold else None
    return {
        "best": best,
        "deal": deals.get(best.offer.id) if best else None,
        "steps": _steps(best, listed) if best else (),
        "others": sold[1 : SHOWN_OFFERS + 1],
        "further": sold[SHOWN_OFFERS + 1 :],
        "other_count": len(sold) - 1,
    }


def _charges_vat(sold: list[Shown]) -> bool:
    """Whether the best offer's seller has a VAT number: in his price alone VAT can be."""
    return bool(sold) and bool(who_charges_vat([sold[0].offer.seller_id]))


def _way(shown: ProductPage, trail: Sequence[CategoryNode]) -> list[tuple[str, str]]:
    return [*trail_steps(trail), (named(shown), local(f"/p/{shown.slug}"))]


def _tags(shown: ProductPage, trail: Sequence[CategoryNode]) -> list[object]:
    """Itself, each of its variants, and its neighbours."""
    neighbours = [shelf_tag(here().id, trail[0].path)] if trail else []
    return [shown.id, *(one.id for one in shown.variants), *neighbours]


def variant_of(shown: ProductPage, offers: list[OfferCard], wanted: str) -> VariantCard | None:
    """The variant that was asked for, else the one of the best offer, else the first."""
    by_id: dict[UUID, VariantCard] = {one.id: one for one in shown.variants}
    chosen = read_id(wanted)
    if chosen in by_id:
        return by_id[chosen]
    if offers and offers[0].variant_id in by_id:
        return by_id[offers[0].variant_id]
    return shown.variants[0] if shown.variants else None


def open_offers(product_id: UUID) -> tuple[dict[UUID, StoreCard], list[OfferCard]]:
    """The offers of this market's sellers whose store is open; the best first. Of one that is on
    holiday nothing can be bought."""
    offers = offers_of_product(product_id)
    windows = stores(sellers_here({one.seller_id for one in offers}))
    open_stores = {seller_id: store for seller_id, store in windows.items() if store.is_open}
    shown = [_resting(one, open_stores) for one in offers if one.seller_id in open_stores]
    return open_stores, sorted(shown, key=lambda one: not one.can_be_bought)


def at_shelf(
    shown: ProductPage, offers: list[OfferCard]
) -> tuple[list[OfferCard], dict[UUID, Promotion]]:
    """Offers at what one piece costs everybody now, the best first, and the promotions that hold
    for them by themselves."""
    shelved = [Shelved(here().id, one, shown.category_path, shown.brand_id) for one in offers]
    prices = shelf_prices(shelved)
    priced = [replace(one, price=prices[one.id].price, was=prices[one.id].was) for one in offers]
    deals = {id: price.promotion for id, price in prices.items() if price.promotion}
    return sorted(best_first(priced), key=lambda one: not one.can_be_bought), deals


def shop_asked(request: HttpRequest, open_stores: dict[UUID, StoreCard]) -> StoreCard | None:
    """The shop from whose window a reader came, where it sells this."""
    slug = request.GET.get("shop", "")
    return next((one for one in open_stores.values() if one.slug == slug), None)


def shop_first(offers: list[OfferCard], shop: StoreCard | None) -> list[OfferCard]:
    """What this shop can sell before all that others do."""
    if shop is None:
        return offers
    return sorted(
        offers, key=lambda one: not (one.can_be_bought and one.seller_id == shop.seller_id)
    )


def _steps(best: Shown, listed: list[OfferCard]) -> list[Step]:
    """What one costs from how many on, where the shop has such prices for everybody."""
    offer = next(one for one in listed if one.id == best.offer.id)
    return steps_of(OfferKey(offer.seller_id, offer.id), offer.price, today())


def _resting(offer: OfferCard, stores: dict[UUID, StoreCard]) -> OfferCard:
    return replace(offer, is_active=False) if stores[offer.seller_id].is_paused else offer


def _sold(offers: list[OfferCard], open_stores: dict[UUID, StoreCard]) -> list[Shown]:
    """Each offer with its seller and its own delivery."""
    market, day = here(), today()
    return [Shown(one, open_stores[one.seller_id], _quote(market, one, day)) for one in offers]


def _choosings(
    shown: ProductPage, variant: VariantCard | None, offers: list[OfferCard]
) -> tuple[Choosing, ...]:
    to_be_had = {one.variant_id for one in offers if one.can_be_bought}
    return choosings(shown, variant, to_be_had) if variant else ()


def _pictures(shown: ProductPage, variant: VariantCard | None) -> list[tuple[str, str]]:
    """(name, what it shows): the variant's own first, then those that show them all. A product
    without any has its one picture; while pictures are being made, a quiet ground."""
    mine = [one for one in shown.pictures if one.shown_name and _shows(one, variant)]
    mine.sort(key=lambda one: one.variant_id is None)
    named_pictures = [(one.shown_name, named(one, "alt") or named(shown)) for one in mine]
    return named_pictures or ([(shown.picture, named(shown))] if shown.picture else [])


def _shows(picture: PictureCard, variant: VariantCard | None) -> bool:
    of = picture.variant_id
    return of is None or (
        variant is not None and (of == variant.id or picture.name == variant.picture)
    )


def _quote(market: MarketPolicy, offer: OfferCard, day: date) -> DeliveryOption | DeliveryQuote:
    """The seller's first way, wherever it goes; the market's own where he offers none just now."""
    days = offer.handling_days
    ways = delivery_options(market, offer.seller_id, offer.price, "", days, day)
    return ways[0] if ways else delivery_quote(market, offer.price, handling_days=days, on=day)


def _brand(shown: ProductPage, sold: list[Shown]) -> str:
    """Unless the seller's name, which stands above, says it already."""
    brand = named(shown, "brand")
    return "" if sold and named(sold[0].store) == brand else brand


def _is_untaxed(shown: ProductPage) -> bool:
    """Here and today: there is no tax in its price, so the page says nothing of one."""
    found = tax_class(here().country, shown.tax_class, today())
    return found is not None and found.category in UNTAXED


def _granted(market: MarketPolicy, path: str) -> BuyerTerms:
    """As it is for this department, and never less than the law gives."""
    own = after_sale(path)
    return buyer_terms(market, own.goods_kind, today(), own.return_days, own.warranty_months)


@lru_cache(maxsize=64)
def _promises(market: MarketPolicy, language: str, is_digital: bool, granted: BuyerTerms) -> str:
    """What holds for every product of the market with such a department: drawn once in each
    language."""
    told = {
        "market": market,
        "return_days": granted.return_days,
        "warranty_months": granted.warranty_months,
        "excepted": GOODS.get(granted.excepted, ""),
        "only_unopened": granted.only_unopened,
        "is_digital": is_digital,
        "ways": [name for way in _ways(market, is_digital) for name in WAYS.get(way, ())],
        "has_cash": PaymentMethod.CASH_ON_DELIVERY in market.payment_methods,
        "cash_fee": Money(market.cash_on_delivery_fee_minor, market.currency),
    }
    return render_to_string("storefront/parts/promises.html", told)


def _ways(market: MarketPolicy, is_digital: bool) -> list[str]:
    """Cash is not taken for what is handed over at once."""
    cash = PaymentMethod.CASH_ON_DELIVERY
    return [way for way in market.payment_methods if not (is_digital and way == cash)]


def _delivery_address(
    shown: ProductPage, variant: VariantCard | None, shop: StoreCard | None
) -> str:
    asked = {"variant": variant.id} if variant else {}
    asked |= {"shop": shop.slug} if shop else {}
    return f"{local(f'/p/{shown.slug}/delivery')}{f'?{urlencode(asked)}' if asked else ''}"


def _specs(shown: ProductPage) -> list[tuple[str, str]]:
    """(label, value) in the reader's language; in another where only that was written.

    A label is said once, in whichever language: the typed attribute comes before what a seller
    wrote freely.
    """
    told: list[tuple[str, str]] = []
    said: set[str] = set()
    for line in shown.specs:
        labels = {line.name_ar, line.name_en, line.name_fr} - {""}
        if not labels & said:
            told.append((named(line), named(line, "value")))
        said |= labels
    return told


def _trail(path: str) -> tuple[CategoryNode, ...]:
    ways = (path[:end] for end, letter in enumerate(f"{path}/") if letter == "/")
    return tuple(filter(None, map(category, ways)))
