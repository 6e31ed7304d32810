"""Who sells here, on which terms, and how much is owed to whom."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from tijara.domains.geography.queries import city
from tijara.domains.markets.queries import markets
from tijara.domains.parties.queries import sellers
from tijara.domains.stores.queries import stores
from tijara.faces.back_office.office import in_office, office_page
from tijara.kit.actor import Actor
from tijara.ui.directions import page_number


@require_safe
@in_office
def sellers_page(request: HttpRequest, actor: Actor) -> HttpResponse:
    page = sellers(page=page_number(request))
    cards = stores([seller.id for seller in page.items])
    policies = {market.id: market for market in markets()}
    rows = []
    for seller in page.items:
        card, market = cards.get(seller.id), policies[seller.market_id]
        basis_points = (
            market.commission_bp if seller.commission_bp is None else seller.commission_bp
        )
        place = city(card.city) if card else None
        rows.append((seller, card, place, market, f"{basis_points / 100:g}%"))
    return office_page(request, "sellers", {"rows": rows, "page": page})
