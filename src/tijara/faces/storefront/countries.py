"""The countries to which this market delivers, and the one that a visitor has chosen.

It stands in a cookie of the market, so that cart and checkout ask for the same. Where there is no
choice nothing is there.
"""

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from tijara.faces.storefront.here import here
from tijara.ui.language import market_start
from tijara.ui.pieces.countries import by_name, country_called

A_MONTH = 30 * 86_400


def countries_here() -> list[tuple[str, str]]:
    """(two letters, name) of all, its own first and the others by name; none where it delivers at
    home only."""
    market = here()
    if not market.abroad:
        return []
    return [(market.country, country_called(market.country)), *by_name(market.abroad)]


def is_here(country: str) -> bool:
    """Does the market deliver there?"""
    return country == here().country or country in here().abroad


def abroad(country: str) -> str:
    """Empty for the market's own country, as orders have it."""
    return "" if country == here().country else country


def said_country(request: HttpRequest) -> str:
    """What he has chosen; empty, until he has."""
    said = request.COOKIES.get(_cookie(), "") if here().abroad else ""
    return said if said and is_here(said) else ""


def chosen_country(request: HttpRequest) -> str:
    return said_country(request) or here().country


def keep_country(request: HttpRequest, response: HttpResponse, country: str) -> None:
    """Nothing is set where nothing has changed."""
    if country == chosen_country(request) or not is_here(country):
        return
    response.set_cookie(
        _cookie(),
        country,
        max_age=A_MONTH,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )


def _cookie() -> str:
    """A market's own: "country", "country_eg"."""
    return f"country{market_start().replace('/', '_')}"
