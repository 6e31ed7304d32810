"""What stands in this market, for machines: an index, the pages, and the products in parts.

By sitemaps.org, with each page's other languages beside it (xhtml:link).
"""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from tijara.domains.catalogue.queries import categories
from tijara.domains.search.queries import listed, listing_starts
from tijara.domains.stores.queries import all_stores
from tijara.kit.recent import RecentOf
from tijara.ui.language import languages_here, local, speaking

from ..here import here, sellers_here
from ..papers import TITLES

SIZE = 1000
"""Products in one part, so that none takes long; sitemaps.org allows 50,000 addresses."""
AN_HOUR = 3600
_starts = RecentOf[UUID, tuple[UUID, ...]](
    lambda markets: {market: tuple(listing_starts(market, SIZE)) for market in markets},
    seconds=AN_HOUR,
)


def sitemap(request: HttpRequest) -> HttpResponse:
    names = [reverse("storefront:sitemap_pages")]
    names += [reverse("storefront:sitemap_products", args=[start]) for start in _parts()]
    found = [request.build_absolute_uri(name) for name in names]
    return _xml(request, "sitemap_index", {"parts": found})


def sitemap_pages(request: HttpRequest) -> HttpResponse:
    """The front page, departments and sections, stores, papers."""
    stores = all_stores()
    selling = sellers_here(store.seller_id for store in stores)
    paths = ["/", "/c/", *(f"/c/{node.path}" for node in categories())]
    paths += [
        f"/s/{store.slug}" for store in stores if store.is_open and store.seller_id in selling
    ]
    paths += [f"/{name}" for name in TITLES]
    return _addresses(request, ((path, None) for path in paths))


def sitemap_products(request: HttpRequest, start: UUID) -> HttpResponse:
    """From any start: a machine keeps an index for longer than its parts begin where they did."""
    goods = listed(here().id, start, SIZE)
    if not goods:
        raise Http404("nothing is listed from there")
    return _addresses(request, ((f"/p/{slug}", changed) for slug, changed in goods))


def _parts() -> tuple[UUID, ...]:
    market_id = here().id
    return _starts.get([market_id])[market_id]


def _addresses(request: HttpRequest, paths: Iterable[tuple[str, datetime | None]]) -> HttpResponse:
    with speaking(here().languages):
        languages = languages_here()
    pages = (
        ([(code, request.build_absolute_uri(local(path, code))) for code in languages], changed)
        for path, changed in paths
    )
    return _xml(request, "sitemap", {"pages": pages})


def _xml(request: HttpRequest, template: str, context: dict) -> HttpResponse:
    response = render(
        request, f"storefront/{template}.xml", context, content_type="application/xml"
    )
    response["Cache-Control"] = f"public, max-age={AN_HOUR}"
    return response
