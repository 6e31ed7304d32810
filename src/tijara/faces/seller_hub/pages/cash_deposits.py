"""What buyers have put down for my cash orders, and what became of it."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from tijara.domains.cash.queries import deposit_sums, deposits
from tijara.faces.seller_hub.desk import Desk, at_desk, hub_page
from tijara.kit.powers import Power
from tijara.ui.desks.deposits import deposit_asked, deposits_shown
from tijara.ui.directions import page_number


@require_safe
@at_desk
def cash_deposits(request: HttpRequest, desk: Desk) -> HttpResponse:
    desk.must(Power.ORDERS_HANDLE)
    part, text = deposit_asked(request)
    page = deposits(seller_id=desk.seller_id, part=part, text=text, page=page_number(request))
    context = deposits_shown(request, "/hub/cash/deposits", page, deposit_sums(desk.seller_id))
    return hub_page(request, desk, "cash_deposits", context)
