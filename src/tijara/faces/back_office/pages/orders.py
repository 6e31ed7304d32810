"""The orders of all stores."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tijara.domains.geography.queries import city
from tijara.domains.orders.queries import all_orders, counts_by_state
from tijara.domains.orders.shapes import OrderState
from tijara.domains.stores.queries import stores
from tijara.faces.back_office.office import in_office, office_page
from tijara.faces.back_office.words import STATES
from tijara.kit.actor import Actor
from tijara.ui.directions import page_number, tabs_by_state
from tijara.ui.language import local

LONGEST_TEXT = 60


@require_safe
@in_office
def orders(request: HttpRequest, actor: Actor) -> HttpResponse:
    said = request.GET.get("state", "")
    state = OrderState(said) if said in OrderState else None
    text = request.GET.get("q", "").strip()[:LONGEST_TEXT]
    page = all_orders(state=state, text=text, page=page_number(request))
    cards = stores({row.seller_id for row in page.items})
    context = {
        "tabs": _tabs(state, text),
        "state": state,
        "query": text,
        "page": page,
        "rows": [
            (row, cards.get(row.seller_id), city(row.city), *STATES[row.state])
            for row in page.items
        ],
    }
    return office_page(request, "orders", context)


def _tabs(state: OrderState | None, text: str) -> list[dict]:
    counts = counts_by_state(None)
    tabs: list[tuple] = [(None, _("All"), sum(counts.values()))]
    tabs += [(each, name, counts[each]) for each, (name, _tone) in STATES.items()]
    return tabs_by_state(local("/office/orders"), tabs, state, text)
