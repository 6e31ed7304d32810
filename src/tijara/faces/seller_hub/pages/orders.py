"""The store's orders, by state, found by number, name or phone."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tijara.domains.fulfilment.queries import carriers_of
from tijara.domains.geography.queries import city
from tijara.domains.orders.queries import counts_by_state, orders_of_seller
from tijara.domains.orders.shapes import OrderState
from tijara.faces.seller_hub.desk import Desk, at_desk, hub_page
from tijara.faces.seller_hub.words import PAYMENTS, STATES
from tijara.ui.directions import page_number, tabs_by_state
from tijara.ui.language import local

LONGEST_TEXT = 60


@require_safe
@at_desk
def orders(request: HttpRequest, desk: Desk) -> HttpResponse:
    state, text = _state(request), request.GET.get("q", "").strip()[:LONGEST_TEXT]
    counts = counts_by_state(desk.seller_id)
    page = orders_of_seller(desk.seller_id, state=state, text=text, page=page_number(request))
    return hub_page(
        request,
        desk,
        "orders",
        {
            "counts": counts,
            "tabs": _tabs(counts, state, text),
            "state": state,
            "query": text,
            "page": page,
            "acts": _acts(state),
            "carriers": carriers_of(desk.market.country),
            "here": f"?{request.GET.urlencode()}" if request.GET else "",
            "rows": [
                (row, city(row.city), *STATES[row.state], PAYMENTS.get(row.payment_method, ""))
                for row in page.items
            ],
        },
    )


def _state(request: HttpRequest) -> OrderState | None:
    said = request.GET.get("state", "")
    return OrderState(said) if said in OrderState else None


def _acts(state: OrderState | None) -> list[tuple[str, str, str]]:
    """(act, its button, its icon) for many at once; each where its orders stand together."""
    confirm = ("confirm", _("Confirm"), "check")
    pack = ("pack", _("They are packed"), "box")
    ship = ("ship", _("Ship"), "truck")
    found = {
        None: [confirm, pack, ship],
        OrderState.PLACED: [confirm],
        OrderState.CONFIRMED: [pack, ship],
        OrderState.PACKED: [ship],
    }
    return found.get(state, [])


def _tabs(counts: dict[OrderState, int], state: OrderState | None, text: str) -> list[dict]:
    tabs: list[tuple] = [(None, _("All"), sum(counts.values()))]
    tabs += [(each, name, counts[each]) for each, (name, _tone) in STATES.items()]
    return tabs_by_state(local("/hub/orders"), tabs, state, text)
