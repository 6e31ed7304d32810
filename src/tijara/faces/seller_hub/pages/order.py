"""One order of the store: what to pack, where it goes, what comes of it, and the next step."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from tijara.domains.fulfilment.queries import shipments
from tijara.domains.geography.queries import city
from tijara.domains.orders.shapes import OrderState, OrderStep, OrderView
from tijara.faces.seller_hub.acts import found_order
from tijara.faces.seller_hub.desk import Desk, at_desk, hub_page
from tijara.faces.seller_hub.words import (
    ACTORS,
    ALL_REASONS,
    CARRIERS,
    COMING,
    PAYMENTS,
    STATES,
    STEPS,
)

WAY = (OrderState.PLACED, OrderState.CONFIRMED, OrderState.SHIPPED, OrderState.DELIVERED)


@require_safe
@at_desk
def order(request: HttpRequest, desk: Desk, order_id: UUID) -> HttpResponse:
    return order_page(request, desk, found_order(desk, order_id))


def order_page(
    request: HttpRequest,
    desk: Desk,
    found: OrderView,
    *,
    typed: dict | None = None,
    wrong: dict[str, str] | None = None,
) -> HttpResponse:
    """`typed` and `wrong` are of a shipment form that was refused: nothing typed is lost."""
    name, tone = STATES[found.state]
    context = {
        "order": found,
        "state_name": name,
        "state_tone": tone,
        "city": city(found.address.city),
        "payment": PAYMENTS.get(found.payment_method, found.payment_method),
        "pieces": sum(line.quantity for line in found.lines),
        "sums": _sums(found),
        "share": found.items + found.delivery - found.commission - found.commission_vat,
        "parcels": shipments(desk.seller_id, [found.id]).get(found.id, []),
        "done": [_told(step) for step in found.steps],
        "coming": _coming(found.state),
        "can_cancel": found.can_be_cancelled,
        "carriers": CARRIERS,
        "typed": typed or {},
        "wrong": wrong or {},
    }
    return hub_page(request, desk, "order", context, status=422 if wrong else 200)


def _sums(found: OrderView) -> list[dict]:
    rows = [{"label": _("Items"), "money": found.items}]
    rows.append(_delivery(found))
    if found.fee:
        rows.append({"label": _("Cash on delivery fee"), "money": found.fee})
    label = _("Collected") if found.state == OrderState.DELIVERED else _("To collect")
    return [*rows, {"label": label, "money": found.total, "tone": "total"}]


def _delivery(found: OrderView) -> dict:
    free = pgettext("delivery", "Free")
    return {"label": _("Delivery"), "money": found.delivery, "text": free}


def _told(step: OrderStep) -> tuple:
    return STEPS[step.state], step, ACTORS.get(step.actor_kind, ""), ALL_REASONS.get(step.reason)


def _coming(state: OrderState) -> list:
    """What is still to happen, for an order that is on its way."""
    return [COMING[each] for each in WAY[WAY.index(state) + 1 :]] if state in WAY else []
