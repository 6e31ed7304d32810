"""Where and when this page sells: its market, and the day on that market's wall.

The address says which market: the first that was opened at `/…`, any other at `/<slug>/…`.
"""

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from uuid import UUID
from zoneinfo import ZoneInfo

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import translation

from tijara.domains.markets.queries import (
    address_start,
    country_profile,
    known_market_at,
    market_at,
    market_by_id,
    markets,
    zone_of,
)
from tijara.domains.markets.shapes import MARKET_SLUG, MarketPolicy, OperatorPapers
from tijara.domains.parties.queries import markets_of
from tijara.domains.stores.shapes import StoreCard
from tijara.kit.clock import now
from tijara.kit.recent import Derived
from tijara.ui.directions import see_other
from tijara.ui.disclosures import disclosing
from tijara.ui.frame import MarketLink
from tijara.ui.language import (
    bare,
    language_of,
    languages_here,
    local,
    market_start,
    within_market,
)
from tijara.ui.look import Brand, wearing
from tijara.ui.market_links import front_page_at, links_to


def here() -> MarketPolicy:
    """The market that the address names; the first that was opened where it names none."""
    market = market_at(market_start())
    if market is None:
        raise Http404("no market is open yet")
    return market


def zone() -> ZoneInfo:
    return zone_of(here().country)


def today() -> date:
    return now().astimezone(zone()).date()


def sellers_here(seller_ids: Iterable[UUID]) -> set[UUID]:
    """Those of the sellers who sell in this market."""
    market_id = here().id
    return {seller for seller, market in markets_of(seller_ids).items() if market == market_id}


def front_page_of(market: MarketPolicy) -> str:
    """Its front page, from whatever market he comes."""
    return front_page_at(address_start(market.id), market)


def at_home(store: StoreCard, beyond: str = "") -> HttpResponse:
    """A shop of another market stands there, and keeps its address."""
    home = market_by_id(markets_of([store.seller_id])[store.seller_id])
    return HttpResponseRedirect(f"{front_page_of(home)}s/{store.slug}{beyond}")


def in_its_language(request: HttpRequest) -> HttpResponse | None:
    """Where this page is found, if the market doesn't have the language of the address."""
    spoken, path = languages_here(), bare(request.path)
    if language_of(request.path_info) in spoken or request.method not in ("GET", "HEAD"):
        return None
    query = request.META.get("QUERY_STRING", "")
    return see_other(local(path, spoken[0]) + (f"?{query}" if query else ""))


def market_links() -> tuple[MarketLink, ...]:
    """(name, address, is it this one) of every market; nothing where there is no choice."""
    return _links.of(markets(), here().id, translation.get_language())


def _links_from(
    opened: list[MarketPolicy], current_id: UUID, language: str
) -> tuple[MarketLink, ...]:
    return links_to([(one, country_profile(one.country)) for one in opened], current_id)


_links = Derived[list[MarketPolicy], tuple[MarketLink, ...]](_links_from)


def brand_at(start: str) -> Brand | None:
    """Of what is known already: a page that says the database can't be reached must not ask it.
    None where the market has chosen no look of its own: then it is the house's."""
    market = known_market_at(start)
    if market is None or not market.accent:
        return None
    return Brand(market.name_ar, market.name_en, market.name_fr, market.accent, market.logo)


def papers_at(start: str) -> OperatorPapers:
    """Who runs it, of what is known already, like the brand."""
    market = known_market_at(start)
    return market.papers if market else OperatorPapers()


class MarketMiddleware:
    """Takes the market out of the address before anything else reads it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        slug, slash, rest = request.path_info[1:].partition("/")
        if not MARKET_SLUG.fullmatch(slug) or not _is_another_market(slug):
            with wearing(partial(brand_at, "")), disclosing(partial(papers_at, "")):
                return self.get_response(request)
        if not slash:
            return see_other(f"/{slug}/")
        request.path_info = f"/{rest}"
        worn, told = partial(brand_at, slug), partial(papers_at, slug)
        with within_market(f"/{slug}"), wearing(worn), disclosing(told):
            return self.get_response(request)


def _is_another_market(slug: str) -> bool:
    return any(market.slug == slug for market in markets()[1:])
