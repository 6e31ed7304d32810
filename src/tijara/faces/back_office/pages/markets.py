"""The markets of this installation: each with its money, its address and its ways to pay."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tijara.domains.geography.queries import known_places
from tijara.domains.geography.shapes import KnownPlaces
from tijara.domains.markets.queries import address_start, country_profile, country_profiles, markets
from tijara.domains.markets.shapes import CountryProfile
from tijara.faces.back_office.office import in_office, office_page
from tijara.kit.actor import Actor
from tijara.ui.trade_words import PAYMENT_METHODS


@require_safe
@in_office
def markets_page(request: HttpRequest, actor: Actor) -> HttpResponse:
    rows = [
        (
            market,
            country_profile(market.country),
            address_start(market.id) or "/",
            [
                PAYMENT_METHODS[method]
                for method in PAYMENT_METHODS
                if method in market.payment_methods
            ],
        )
        for market in markets()
    ]
    context = {"rows": rows, "countries": country_profiles(), "places": _places()}
    return office_page(request, "markets", context)


def _places() -> list[tuple[CountryProfile, list[tuple[str, KnownPlaces]], datetime | None]]:
    """Each country with its regions, cities and districts, and when a list last told of one."""
    of_country: dict[str, list[KnownPlaces]] = {}
    for known in known_places():
        of_country.setdefault(known.country, []).append(known)
    return [
        (
            country_profile(code),
            list(zip((_("Regions"), _("Cities"), _("Districts")), levels, strict=True)),
            max((level.told_at for level in levels if level.told_at), default=None),
        )
        for code, levels in of_country.items()
    ]
