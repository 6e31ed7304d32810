"""Where and when this page sells: its market, and the day on that market's wall.

The address says which market: the first that was opened at `/…`, any other at `/<slug>/…`.
"""

from collections.abc import Callable, Iterable
from contextvars import ContextVar
from datetime import date
from functools import cache
from uuid import UUID
from zoneinfo import ZoneInfo

from django.http import Http404, HttpRequest, HttpResponse

from tijara.domains.markets.queries import address_start, country_profile, markets
from tijara.domains.markets.shapes import MARKET_SLUG, MarketPolicy
from tijara.domains.parties.queries import markets_of
from tijara.kit.clock import now
from tijara.ui.directions import see_other
from tijara.ui.language import local, within_market
from tijara.ui.pieces.words import named

_chosen: ContextVar[str] = ContextVar("_chosen", default="")


def here() -> MarketPolicy:
    """The market that the address names; the first that was opened where it names none."""
    opened = markets()
    if not opened:
        raise Http404("no market is open yet")
    slug = _chosen.get()
    return next((market for market in opened if market.slug == slug), opened[0])


def zone() -> ZoneInfo:
    return _zone_of(here().country)


def today() -> date:
    return now().astimezone(zone()).date()


def sellers_here(seller_ids: Iterable[UUID]) -> set[UUID]:
    """Those of the sellers who sell in this market."""
    market_id = here().id
    return {seller for seller, market in markets_of(seller_ids).items() if market == market_id}


def front_page_of(market: MarketPolicy) -> str:
    """Its front page in the reader's language, from whatever market he comes."""
    with within_market(address_start(market.id)):
        return local("/")


def market_links() -> tuple[tuple[str, str, bool], ...]:
    """(name, address, is it this one) of every market; nothing where there is no choice."""
    opened, current = markets(), here()
    if len(opened) < 2:
        return ()
    return tuple(
        (named(country_profile(one.country)), front_page_of(one), one.id == current.id)
        for one in opened
    )


class MarketMiddleware:
    """Takes the market out of the address before anything else reads it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        slug, slash, rest = request.path_info[1:].partition("/")
        if not MARKET_SLUG.fullmatch(slug) or not _is_another_market(slug):
            return self.get_response(request)
        if not slash:
            return see_other(f"/{slug}/")
        request.path_info = f"/{rest}"
        token = _chosen.set(slug)
        try:
            with within_market(f"/{slug}"):
                return self.get_response(request)
        finally:
            _chosen.reset(token)


def _is_another_market(slug: str) -> bool:
    return any(market.slug == slug for market in markets()[1:])


@cache
def _zone_of(country: str) -> ZoneInfo:
    return ZoneInfo(country_profile(country).time_zone)
