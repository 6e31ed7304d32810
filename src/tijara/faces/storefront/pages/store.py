"""A seller's shop window."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from tijara.domains.geography.queries import city
from tijara.domains.markets.queries import country_profile
from tijara.domains.parties.queries import legal_identities
from tijara.domains.reviews.queries import recent_seller_rating
from tijara.domains.stores.queries import store_by_slug
from tijara.domains.stores.shapes import StoreCard
from tijara.faces.storefront.here import at_home, here, sellers_here
from tijara.faces.storefront.shelves import asked, shelf_page
from tijara.faces.storefront.structured import crumbs_data, store_data
from tijara.ui.language import local
from tijara.ui.pieces.words import named


@require_safe
def store_page(request: HttpRequest, slug: str) -> HttpResponse:
    store = store_by_slug(slug)
    if store is None or not store.is_open:
        raise Http404
    if not sellers_here([store.seller_id]):
        return at_home(store)
    told = {
        "store": store,
        "rating": recent_seller_rating(store.seller_id),
        "city": city(store.city),
        "about": named(store, "about"),
        "returns": named(store, "returns"),
        "disclosures": _disclosures(store),
    }
    itself = store_data(request, store)
    way = crumbs_data(request, [(named(store), local(f"/s/{store.slug}"))])
    return shelf_page(
        request, "store", asked(request), told, itself, way, seller_id=store.seller_id
    )


def _disclosures(store: StoreCard) -> list[tuple[str, str, bool]]:
    """(label, what the seller has declared, is it a number) of all that the country's law wants a
    shop to tell."""
    identity = legal_identities([store.seller_id]).get(store.seller_id)
    return [
        (named(one, "label"), said, one.code.endswith("_number"))
        for one in country_profile(here().country).disclosures
        if (said := getattr(identity, one.code, ""))
    ]
