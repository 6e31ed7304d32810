"""One act on many orders at once: each by itself, so that one that fails never fails another."""

from collections.abc import Callable
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext
from django.views.decorators.http import require_POST

from tijara.domains.fulfilment.actions import pack_order, ship_order
from tijara.domains.orders.actions import NoSuchOrder, confirm_order
from tijara.domains.orders.queries import orders as find_orders
from tijara.faces.seller_hub.acts import TOO_LATE
from tijara.faces.seller_hub.desk import Desk, at_desk
from tijara.kit.refusal import Invalid
from tijara.ui.directions import see_other
from tijara.ui.language import local
from tijara.ui.refusal_texts import field_sentence

MOST = 100
ACTS: dict[str, Callable[..., object]] = {
    "confirm": confirm_order,
    "pack": pack_order,
    "ship": ship_order,
}


@require_POST
@at_desk
def batch(request: HttpRequest, desk: Desk) -> HttpResponse:
    act = ACTS.get(request.POST.get("act", ""))
    order_ids = _order_ids(request)
    if act is None:
        raise Http404
    back = local("/hub/orders") + (f"?{request.GET.urlencode()}" if request.GET else "")
    if not order_ids:
        return see_other(back, _("Tick the orders first."), "warn")
    given = {"carrier": request.POST.get("carrier", "")} if act is ship_order else {}
    try:
        done, failed = _act_on_each(desk, act, order_ids, given)
    except Invalid as refusal:
        said = f"{_('Carrier')}: {field_sentence(refusal.fields['carrier'])}"
        return see_other(back, said, "warn")
    return see_other(back, _told(done, failed), "warn" if failed else "good")


def _act_on_each(
    desk: Desk, act: Callable[..., object], order_ids: list[UUID], given: dict
) -> tuple[int, list[str]]:
    """How many were done, and the numbers of those that had moved on."""
    known = find_orders([(desk.seller_id, order_id) for order_id in order_ids])
    done, failed = 0, []
    for order_id in order_ids:
        try:
            act(actor=desk.actor, seller_id=desk.seller_id, order_id=order_id, **given)
            done += 1
        except TOO_LATE:
            failed.append(known[order_id].number)
        except NoSuchOrder:
            continue
    return done, failed


def _order_ids(request: HttpRequest) -> list[UUID]:
    """Each once, in the order of the list; an id that is none was not made by us."""
    try:
        said = request.POST.getlist("order")[:MOST]
        return list(dict.fromkeys(UUID(one) for one in said))
    except ValueError as error:
        raise Http404 from error


def _told(done: int, failed: list[str]) -> str:
    said = ngettext("%(many)s order is done.", "%(many)s orders are done.", done) % {"many": done}
    if not failed:
        return said
    left = _("These had moved on and were left as they are: %(numbers)s.")
    return f"{said} {left % {'numbers': pgettext('list', ', ').join(failed)}}"
