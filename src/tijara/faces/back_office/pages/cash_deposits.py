"""What buyers have put down for cash orders, of all stores: by what became of it."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from tijara.domains.cash.queries import deposit_sums, deposits
from tijara.domains.stores.queries import stores
from tijara.faces.back_office.cash import tabs_at
from tijara.faces.back_office.office import in_office, office_page
from tijara.kit.actor import Actor
from tijara.ui.desks.deposits import deposit_asked, deposits_shown
from tijara.ui.directions import page_number


@require_safe
@in_office
def cash_deposits(request: HttpRequest, actor: Actor) -> HttpResponse:
    part, text = deposit_asked(request)
    page = deposits(part=part, text=text, page=page_number(request))
    cards = stores({one.seller_id for one in page.items})
    shown = deposits_shown(request, "/office/cash/deposits", page, deposit_sums(), cards)
    return office_page(request, "cash_deposits", shown | tabs_at("cash/deposits"))
