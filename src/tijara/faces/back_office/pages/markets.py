"""The markets of this installation: each with its money, its address and its ways to pay."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from tijara.domains.markets.queries import address_start, country_profile, country_profiles, markets
from tijara.faces.back_office.market_form import METHODS
from tijara.faces.back_office.office import in_office, office_page
from tijara.kit.actor import Actor


@require_safe
@in_office
def markets_page(request: HttpRequest, actor: Actor) -> HttpResponse:
    rows = [
        (
            market,
            country_profile(market.country),
            address_start(market.id) or "/",
            [METHODS[method] for method in METHODS if method in market.payment_methods],
        )
        for market in markets()
    ]
    return office_page(request, "markets", {"rows": rows, "countries": country_profiles()})
