"""A seller's shop window."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from tijara.domains.geography.queries import city
from tijara.domains.parties.queries import seller_terms
from tijara.domains.stores.queries import store_by_slug
from tijara.faces.storefront.frame import page
from tijara.faces.storefront.shelves import asked, shelf_context
from tijara.ui.pieces.words import named


@require_safe
def store_page(request: HttpRequest, slug: str) -> HttpResponse:
    store = store_by_slug(slug)
    if store is None or not store.is_open:
        raise Http404
    return page(
        request,
        "store",
        {
            "store": store,
            "city": city(store.city),
            "about": named(store, "about"),
            "returns": named(store, "returns"),
            "terms": seller_terms([store.seller_id]).get(store.seller_id),
            **shelf_context(asked(request), seller_id=store.seller_id),
        },
    )
