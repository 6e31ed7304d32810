"""When a product reaches a city, and for how much: a page, and a sheet beside the product's."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from tijara.domains.catalogue.queries import product_page
from tijara.domains.catalogue.shapes import ProductKind
from tijara.domains.geography.queries import city as city_called
from tijara.domains.geography.shapes import City
from tijara.domains.offers.shapes import OfferCard
from tijara.domains.shipping.queries import delivery_options
from tijara.domains.shipping.shapes import DeliveryOption
from tijara.faces.storefront.cities import city_options
from tijara.faces.storefront.frame import asked_part, page, part
from tijara.faces.storefront.here import here, today
from tijara.faces.storefront.pages.product import (
    at_shelf,
    open_offers,
    shop_asked,
    shop_first,
    variant_of,
)
from tijara.ui.language import local

PARTS = ("delivery", "promise")


@require_safe
def delivery(request: HttpRequest, slug: str) -> HttpResponse:
    shown = product_page(slug)
    if shown is None or shown.kind == ProductKind.DIGITAL:
        raise Http404
    open_stores, listed = open_offers(shown.id)
    shop = shop_asked(request, open_stores)
    offers = shop_first(at_shelf(shown, listed)[0], shop)
    variant = variant_of(shown, offers, request.GET.get("variant", ""))
    best = next((one for one in offers if variant and one.variant_id == variant.id), None)
    if best is None:
        raise Http404
    place = _place(request.GET.get("city", ""))
    ways = _ways(best, place)
    asked = asked_part(request)
    told = {
        "product": shown,
        "variant": variant,
        "shop": shop.slug if shop else "",
        "store": open_stores[best.seller_id],
        "city": place,
        "cities": city_options(here().country, place.code if place else ""),
        "ways": ways,
        "quote": ways[0] if ways else None,
        "action": local(f"/p/{shown.slug}/delivery"),
        "noindex": True,
    }
    return part(request, asked, told) if asked in PARTS else page(request, "delivery", told)


def _place(code: str) -> City | None:
    place = city_called(code)
    return place if place and place.country == here().country else None


def _ways(offer: OfferCard, place: City | None) -> list[DeliveryOption]:
    code = place.code if place else ""
    return delivery_options(
        here(), offer.seller_id, offer.price, code, offer.handling_days, today()
    )
