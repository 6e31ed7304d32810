"""What search engines read of a page, in the words of schema.org."""

from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext as _

from tijara.domains.catalogue.shapes import CategoryNode, ProductPage, VariantCard
from tijara.domains.markets.shapes import MarketPolicy
from tijara.domains.offers.shapes import OfferCard
from tijara.domains.reviews.shapes import Rating, ReviewView
from tijara.domains.search.shapes import ProductCard
from tijara.domains.stores.shapes import StoreCard
from tijara.kit.money import Money
from tijara.ui.assets import asset
from tijara.ui.disclosures import operator_name, the_operator
from tijara.ui.language import local
from tijara.ui.pieces.marks import shared_picture
from tijara.ui.pieces.words import named

MOST_OFFERS = 10
MOST_REVIEWS = 3
SCHEMA = "https://schema.org/"
CONDITIONS = {"used": "UsedCondition", "refurbished": "RefurbishedCondition"}
Data = dict[str, object]


def graph(*things: Data) -> Data:
    return {"@context": "https://schema.org", "@graph": [thing for thing in things if thing]}


def house_data(request: HttpRequest) -> list[Data]:
    """Who runs the market, and how it is searched: for its front page."""
    home = request.build_absolute_uri(local("/"))
    firm = the_operator()
    organization: Data = {
        "@type": "Organization",
        "@id": f"{request.build_absolute_uri('/')}#organization",
        "name": operator_name(),
        "url": home,
        "logo": request.build_absolute_uri(asset("icons/full-512.png")),
    }
    told = {"telephone": firm.phone, "email": firm.email, "vatID": firm.vat_number}
    organization |= {name: said for name, said in told.items() if said}
    words = f"{request.build_absolute_uri(local('/search'))}?q={{search_term_string}}"
    website: Data = {
        "@type": "WebSite",
        "name": operator_name(),
        "url": home,
        "publisher": {"@id": organization["@id"]},
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": words},
            "query-input": "required name=search_term_string",
        },
    }
    return [organization, website]


def crumbs_data(request: HttpRequest, steps: Iterable[tuple[str, str]]) -> Data:
    """The way from the front page: (name, path) of each step, the page itself last."""
    way = [(_("Home"), local("/")), *steps]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": place,
                "name": name,
                "item": request.build_absolute_uri(path),
            }
            for place, (name, path) in enumerate(way, 1)
        ],
    }


def trail_steps(trail: Iterable[CategoryNode]) -> list[tuple[str, str]]:
    return [(named(node), local(f"/c/{node.path}")) for node in trail]


def list_data(request: HttpRequest, cards: Sequence[ProductCard]) -> Data:
    """The goods of a shelf, in their order; nothing for an empty one."""
    if not cards:
        return {}
    return {
        "@type": "ItemList",
        "numberOfItems": len(cards),
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": place,
                "url": request.build_absolute_uri(local(f"/p/{card.slug}")),
            }
            for place, card in enumerate(cards, 1)
        ],
    }


def store_data(request: HttpRequest, store: StoreCard) -> Data:
    told = {
        "@type": "OnlineStore",
        "name": named(store),
        "url": request.build_absolute_uri(local(f"/s/{store.slug}")),
    }
    about = named(store, "about")
    return told | {"description": about} if about else told


def product_data(
    request: HttpRequest,
    shown: ProductPage,
    variant: VariantCard | None,
    offers: list[OfferCard],
    *,
    market: MarketPolicy,
    stores: Mapping[UUID, StoreCard],
) -> Data:
    """`variant` is the one that the page shows; the offers are those of all variants."""
    address = request.build_absolute_uri(local(f"/p/{shown.slug}"))
    pictures = [one.shown_name for one in shown.pictures if one.shown_name] or [shown.picture]
    data: Data = {
        "@type": "Product",
        "@id": f"{address}#product",
        "name": named(shown),
        "url": address,
        "image": [request.build_absolute_uri(shared_picture(name)[0]) for name in pictures if name],
    }
    codes = {"sku": variant.sku, "gtin": variant.gtin} if variant else {}
    told = {"description": named(shown, "about"), **codes}
    data |= {name: said for name, said in told.items() if said}
    if brand := named(shown, "brand"):
        data["brand"] = {"@type": "Brand", "name": brand}
    if offers:
        data["offers"] = _offers(address, offers, market, stores)
    return data


def rating_data(rating: Rating, reviews: Sequence[ReviewView]) -> Data:
    """What a product's data says of its reviews: nothing where there are none."""
    if not rating:
        return {}
    data: Data = {
        "aggregateRating": {
            "@type": "AggregateRating",
            "ratingValue": f"{rating.average:.1f}",
            "reviewCount": rating.count,
        }
    }
    told = [_review(one) for one in reviews if one.words][:MOST_REVIEWS]
    return data | {"review": told} if told else data


def _review(one: ReviewView) -> Data:
    return {
        "@type": "Review",
        "reviewRating": {"@type": "Rating", "ratingValue": one.stars},
        "author": {"@type": "Person", "name": one.shown_name or _("Verified buyer")},
        "datePublished": one.written_at.date().isoformat(),
        "reviewBody": one.words,
    }


def _offers(
    address: str,
    offers: list[OfferCard],
    market: MarketPolicy,
    stores: Mapping[UUID, StoreCard],
) -> Data:
    """One offer by itself; of several, what they lie between, and the best of them."""
    told = [_offer(address, one, market, stores) for one in offers[:MOST_OFFERS]]
    if len(offers) == 1:
        return told[0]
    prices = sorted((one.price for one in offers), key=_minor)
    return {
        "@type": "AggregateOffer",
        "lowPrice": prices[0].to_decimal_string(),
        "highPrice": prices[-1].to_decimal_string(),
        "priceCurrency": prices[0].currency,
        "offerCount": len(offers),
        "offers": told,
    }


def _minor(price: Money) -> int:
    return price.minor


def _offer(
    address: str, offer: OfferCard, market: MarketPolicy, stores: Mapping[UUID, StoreCard]
) -> Data:
    told: Data = {
        "@type": "Offer",
        "price": offer.price.to_decimal_string(),
        "priceCurrency": offer.price.currency,
        "availability": f"{SCHEMA}{'InStock' if offer.can_be_bought else 'OutOfStock'}",
        "itemCondition": f"{SCHEMA}{CONDITIONS.get(offer.condition, 'NewCondition')}",
        "url": address,
    }
    if store := stores.get(offer.seller_id):
        told["seller"] = {"@type": "Organization", "name": named(store)}
    if market.return_days:
        told["hasMerchantReturnPolicy"] = {
            "@type": "MerchantReturnPolicy",
            "applicableCountry": market.country,
            "returnPolicyCategory": f"{SCHEMA}MerchantReturnFiniteReturnWindow",
            "merchantReturnDays": market.return_days,
        }
    return told
