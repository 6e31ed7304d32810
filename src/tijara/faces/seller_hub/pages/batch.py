"""One act on many orders at once: each by itself, so that one that fails never fails another, and
told one by one where not all could be done."""

from collections.abc import Callable
from dataclasses import dataclass, field
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from tijara.domains.fulfilment.actions import pack_order, ship_order
from tijara.domains.fulfilment.queries import carriers_of
from tijara.domains.orders.actions import NoSuchOrder, confirm_order
from tijara.domains.orders.queries import orders as find_orders
from tijara.domains.orders.shapes import OrderState, OrderView
from tijara.faces.seller_hub.acts import TOO_LATE
from tijara.faces.seller_hub.chosen_orders import MOST, chosen_orders, is_all
from tijara.faces.seller_hub.desk import Desk, at_desk, hub_page
from tijara.faces.seller_hub.order_views import asked
from tijara.faces.seller_hub.words import STATES
from tijara.kit.refusal import Invalid
from tijara.ui.directions import see_other
from tijara.ui.refusal_texts import field_sentences

ACTS: dict[str, Callable[..., object]] = {
    "confirm": confirm_order,
    "pack": pack_order,
    "ship": ship_order,
}
BEGINS: dict[str, frozenset[OrderState]] = {
    "confirm": frozenset({OrderState.PLACED}),
    "pack": frozenset({OrderState.CONFIRMED}),
    "ship": frozenset({OrderState.CONFIRMED, OrderState.PACKED}),
}
"""Where an order stands that the act is for."""
BEYOND: dict[str, frozenset[OrderState]] = {
    "confirm": frozenset({OrderState.CONFIRMED, OrderState.PACKED, OrderState.SHIPPED}),
    "pack": frozenset({OrderState.PACKED, OrderState.SHIPPED}),
    "ship": frozenset({OrderState.SHIPPED}),
}
"""Where an order stands that has this act behind it already: a second press, or a colleague's."""


@dataclass(slots=True)
class Report:
    """What became of each order."""

    done: list[UUID] = field(default_factory=list)
    left: list[UUID] = field(default_factory=list)


@require_POST
@at_desk
def batch(request: HttpRequest, desk: Desk) -> HttpResponse:
    name = request.POST.get("act", "")
    if name not in ACTS:
        raise Http404
    back = asked(request).address()
    order_ids = chosen_orders(request, desk, begins=BEGINS[name])
    if not order_ids:
        said = _("Nothing was changed.") if is_all(request) else _("Tick the orders first.")
        return see_other(back, said, "warn")
    given = {"carrier": request.POST.get("carrier", "")} if name == "ship" else {}
    try:
        report = _act_on_each(desk, ACTS[name], order_ids, given)
    except Invalid as refusal:
        return _asked_for_carrier(request, desk, order_ids, refusal, back)
    if not report.left:
        is_full = is_all(request) and len(order_ids) == MOST
        return see_other(back, _said(name, len(report.done), is_full))
    return _told(request, desk, name, report, back)


def _act_on_each(
    desk: Desk, act: Callable[..., object], order_ids: list[UUID], given: dict
) -> Report:
    """Each in a transaction of its own. Another seller's orders are as unknown as none."""
    report = Report()
    for order_id in order_ids:
        try:
            act(actor=desk.actor, seller_id=desk.seller_id, order_id=order_id, **given)
            report.done.append(order_id)
        except TOO_LATE:
            report.left.append(order_id)
        except NoSuchOrder:
            continue
    return report


def _asked_for_carrier(
    request: HttpRequest, desk: Desk, order_ids: list[UUID], refusal: Invalid, back: str
) -> HttpResponse:
    """Who carries them was not said, or can't be read: asked anew, with what was ticked."""
    known = find_orders([(desk.seller_id, one) for one in order_ids])
    context = {
        "back": back,
        "query": asked(request).query(),
        "orders": [known[one] for one in order_ids if one in known],
        "carriers": carriers_of(desk.market.country),
        "typed": request.POST.get("carrier", ""),
        "wrong": field_sentences(refusal.fields),
    }
    return hub_page(request, desk, "batch_carrier", context, status=422)


def _told(request: HttpRequest, desk: Desk, name: str, report: Report, back: str) -> HttpResponse:
    keys = [(desk.seller_id, order_id) for order_id in (*report.done, *report.left)]
    known = find_orders(keys)
    context = {
        "back": back,
        "said": _said(name, len(report.done)) if report.done else "",
        "done": [(known[one], *STATES[known[one].state]) for one in report.done],
        "left": [
            (known[one], *STATES[known[one].state], _why(name, known[one])) for one in report.left
        ],
    }
    return hub_page(request, desk, "batch", context)


def _why(name: str, order: OrderView) -> str:
    if order.state in BEYOND[name]:
        return _("That was done before. Nothing was changed.")
    if order.state in (OrderState.PLACED, OrderState.PENDING):
        return _("It is to be confirmed first.")
    if order.state in (OrderState.CONFIRMED, OrderState.PACKED):
        return _("Nothing is left of it to be sent.")
    return _("It has come to an end. Nothing was changed.")


def _said(name: str, done: int, is_full: bool = False) -> str:
    texts = {
        "confirm": ngettext("%(many)s order is confirmed.", "%(many)s orders are confirmed.", done),
        "pack": ngettext("%(many)s order is packed.", "%(many)s orders are packed.", done),
        "ship": ngettext(
            "%(many)s order is with the carrier.", "%(many)s orders are with the carrier.", done
        ),
    }
    said = texts[name] % {"many": done}
    if not is_full:
        return said
    return f"{said} {_('These were the first of the list; press again for the next.')}"
