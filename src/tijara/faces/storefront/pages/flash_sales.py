"""The flash sales of a market: what runs, what comes, what was sold."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from tijara.domains.flash_sales.queries import sales_in
from tijara.domains.flash_sales.shapes import Phase
from tijara.domains.stores.queries import stores
from tijara.faces.storefront.flash_places import shown_items
from tijara.faces.storefront.frame import page
from tijara.faces.storefront.here import here
from tijara.kit.clock import now

MOST = 24
ORDER = {Phase.RUNNING: 0, Phase.PAUSED: 1, Phase.COMING: 2, Phase.OVER: 3}


@require_safe
def flash_sales(request: HttpRequest) -> HttpResponse:
    moment = now()
    found = sorted(sales_in(here().id), key=lambda one: (ORDER[one.phase(moment)], one.starts_at))[
        :MOST
    ]
    shops = stores({one.seller_id for one in found})
    rows = [
        {
            "sale": one,
            "store": shops[one.seller_id],
            "phase": one.phase(moment).value,
            "items": shown_items(one)[:4],
        }
        for one in found
        if one.seller_id in shops and shops[one.seller_id].is_open
    ]
    return page(request, "flash_sales", {"rows": rows, "now": moment})
